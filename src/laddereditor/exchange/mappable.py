"""Sources of an import whose reading a person can correct: workbooks, documents, records.

Each is read once and mapped again after every decision. All are shown as sheets, so that one page
and one file of pins serve them all: a document is its text with a column for each depth of heading,
and YAML or JSON has a column for each pattern of its keys.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.exchange.tables import (
    AppliedMapping,
    Mapping,
    Pin,
    SheetMemory,
    Workbook,
    applied,
    recognised,
)


@dataclass(frozen=True)
class MappedSource:
    """What a source is taken for, and the ladder that comes of it."""

    workbook: Workbook
    mapping: Mapping
    applied: AppliedMapping


class MappableSource(Protocol):
    """A source that was read."""

    def mapped(self, pins: Sequence[Pin], conventions: Conventions = USUAL) -> MappedSource:
        """Return the source with everything worked out around what a person decided.

        Args:
            pins: What the person decided.
            conventions: How the person writes numbers.

        Raises:
            ImportRefused: Nothing in it can be a ladder.
        """
        ...


@dataclass(frozen=True)
class WorkbookSource:
    """A workbook, or a document that was turned into one.

    Attributes:
        workbook: The workbook.
        memory: What was found in its sheets, so that a decision costs one of them and not all.
    """

    workbook: Workbook
    memory: SheetMemory = field(default_factory=SheetMemory, repr=False, compare=False)

    def mapped(self, pins: Sequence[Pin], conventions: Conventions = USUAL) -> MappedSource:
        """Return the workbook with its mapping and the ladder of it."""
        mapping = recognised(self.workbook, pins, self.memory)
        made = applied(self.workbook, mapping, conventions, memory=self.memory)
        return MappedSource(self.workbook, mapping, made)
