"""The definition of an importer and of its result."""

from collections.abc import Callable
from dataclasses import dataclass

from laddereditor.edits.reading.conventions import Conventions
from laddereditor.exchange.family_proposal import FamilyProposal
from laddereditor.model.ladder import Ladder


class ImportRefused(ValueError):
    """The source does not have the expected format; the message is one sentence for people."""


@dataclass(frozen=True, slots=True)
class UnreadLine:
    """A line of the source that was not put into any field."""

    line: int  # from 1; a row of a table; 0 for a value in YAML or JSON
    text: str
    reason: str
    cell: str = ""  # of a table: B7, or Sheet1!B7; of YAML or JSON: levels/2/title

    @property
    def place(self) -> str:
        """Where it is in the source, in words."""
        if not self.line:  # the path of a value in YAML or JSON
            return self.cell
        return f"cell {self.cell}" if self.cell else f"line {self.line}"


@dataclass(frozen=True)
class ImportResult:
    """A ladder made from a source, with an account of every line."""

    ladder: Ladder
    not_understood: tuple[UnreadLine, ...]
    used: tuple[tuple[int, str], ...]  # line number -> address of a field; a line may fill several
    notes: tuple[str, ...]  # choices that were made, for people
    family: FamilyProposal | None = None  # the one that it is about, if it is a page of one
    left_out: tuple[UnreadLine, ...] = ()  # understood as no part of the ladder, with reasons


@dataclass(frozen=True)
class Importer:
    """A format of texts that can be imported."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    recognises: Callable[[str], bool]
    read: Callable[[str, str, Conventions], ImportResult]  # (text, name of the source, …)


@dataclass(frozen=True)
class FileImporter:
    """A format of files that are more than a text."""

    name: str
    title: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes, str], bool]  # (content, name of the file)
    read: Callable[[bytes, str, Conventions], ImportResult]  # (content, name of the file, …)
