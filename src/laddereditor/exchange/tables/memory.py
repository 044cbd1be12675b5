"""What was found in the sheets of a workbook, kept while a person decides about it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

Found = TypeVar("Found")


@dataclass(frozen=True)
class SheetMemory:
    """What was found in each sheet of one workbook: a decision costs one sheet and not all.

    Attributes:
        kept: By what was looked for and the number of the sheet, what that followed from, and what
            was found. Only the newest is kept.
    """

    kept: dict[tuple[str, int], tuple[object, Any]] = field(default_factory=dict)

    def recalled(self, what: str, sheet: int, given: object, find: Callable[[], Found]) -> Found:
        """Return what was found the last time, or find it if that followed from something else.

        Args:
            what: What is looked for.
            sheet: The number of the sheet.
            given: What it follows from, apart from the workbook.
            find: Finds it.
        """
        known = self.kept.get((what, sheet))
        if known is not None and known[0] == given:
            found: Found = known[1]
            return found
        found = find()
        self.kept[what, sheet] = given, found
        return found
