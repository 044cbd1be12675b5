"""The table of equivalents as the page of a sheet: schemes across, levels and families down."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from laddereditor.compare.sheet.equivalent_table import EquivalentCell, EquivalentTable
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.counting import plural
from laddereditor.presentation.sheet.content import CellContent
from laddereditor.presentation.sheet.page import SheetHead, SheetSide
from laddereditor.presentation.text.runs import TextRun

NO_TABLE = EquivalentTable()
_GAP, _PROPOSED = "No equivalent", "proposed"
_Line = tuple[str, int]  # the group of a heading, or the number of a row of the table


@dataclass(frozen=True)
class EquivalentsPage:
    """The rows of the table, with a heading above each group."""

    table: EquivalentTable = NO_TABLE

    @cached_property
    def _lines(self) -> Sequence[_Line]:
        found: list[_Line] = []
        for number, row in enumerate(self.table.rows):
            if not number or self.table.rows[number - 1].group != row.group:
                found.append((row.group, -1))
            found.append(("", number))
        return found

    @cached_property
    def heads(self) -> Sequence[SheetHead]:
        """The heads of the schemes."""
        return [
            SheetHead(CellContent((TextRun(name, "strong"),)), name) for name in self.table.schemes
        ]

    @cached_property
    def keys(self) -> Sequence[str]:
        """The group of a heading, the address of any other row."""
        return [group or self.table.rows[number].address for group, number in self._lines]

    @property
    def words(self) -> str:
        """How much there is, above the table."""
        schemes, gaps = plural(len(self.table.schemes), "scheme"), plural(self.table.gaps, "gap")
        return f"{schemes}, {gaps}"

    def source(self, row: int) -> object:
        """Return what a row is made from."""
        group, number = self._lines[row]
        if group:
            return group
        columns = range(len(self.table.schemes))
        return self.table.rows[number], [self.table.is_gap(number, n) for n in columns]

    def cell(self, row: int, column: int) -> EquivalentCell | None:
        """Return a cell, None in a heading."""
        group, number = self._lines[row]
        return None if group else self.table.rows[number].cells[column]

    def is_gap(self, row: int, column: int) -> bool:
        """Whether an equivalent is missing where others of the group have one."""
        group, number = self._lines[row]
        return not group and self.table.is_gap(number, column)

    def place(self, row: int, column: int) -> tuple[Address, FieldPath] | None:
        """Return where the form shows a cell, None in a heading."""
        cell = self.cell(row, column)
        return (self.table.rows[self._lines[row][1]].address, cell.field) if cell else None

    def side(self, row: int) -> SheetSide:
        """Return the head of a row."""
        group, number = self._lines[row]
        words = group or self.table.rows[number].name
        run = TextRun(words, "strong" if group else "text")
        ground = "window" if group else "panel"
        return SheetSide(CellContent((run,), ground=ground), words, is_section=bool(group))

    def content(self, row: int, column: int) -> CellContent:
        """Return what is drawn in a cell."""
        cell = self.cell(row, column)
        if cell is None:
            return CellContent(ground="window")
        gap = self.is_gap(row, column)
        runs = [TextRun(cell.text)] if cell.text else []
        if cell.is_proposed:
            runs.append(TextRun(f"  {_PROPOSED}", "muted"))
        if gap:
            runs = [TextRun(_GAP, "gap")]
        return CellContent(tuple(runs), ground="warning_bg" if gap else "base")

    def text(self, row: int, column: int) -> str | None:
        """Return the text of a cell; None in a heading."""
        cell = self.cell(row, column)
        return cell.text if cell else None

    def typed_text(self, row: int, column: int) -> str | None:
        """Return the text of a cell, which is changed in the form."""
        return self.text(row, column)

    def accessible_text(self, row: int, column: int) -> str:
        """Return what a screen reader says of a cell."""
        cell, (_, number) = self.cell(row, column), self._lines[row]
        if cell is None:
            return ""
        text = cell.text or (_GAP if self.is_gap(row, column) else "empty")
        mark = f", {_PROPOSED}" if cell.is_proposed else ""
        return f"{self.table.rows[number].name}, {self.table.schemes[column]}: {text}{mark}"

    def tip(self, row: int, column: int) -> str:
        """Return the note of a cell."""
        cell = self.cell(row, column)
        return cell.note if cell else ""

    def is_typed(self, _row: int, _column: int) -> bool:
        """No cell is: equivalents are changed in the form."""
        return False

    def length(self, row: int) -> tuple[int, int]:
        """Return how many letters the longest cell of a row has, and how many lines."""
        texts = [self.text(row, n) or "" for n in range(len(self.table.schemes))]
        return max(map(len, texts), default=0), 0
