"""The table of equivalents as the page of a sheet: schemes across, levels and families down."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from laddereditor.compare.sheet.equivalent_table import (
    EquivalentColumn,
    EquivalentRow,
    EquivalentTable,
    block_row,
)
from laddereditor.compare.sheet.table import Cell
from laddereditor.edits.cells.pasting import BlockRow, RowColumn
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.counting import plural
from laddereditor.presentation.sheet.content import CellContent
from laddereditor.presentation.sheet.page import SheetHead, SheetSide
from laddereditor.presentation.text.runs import TextRun

NO_TABLE = EquivalentTable()
_TITLE = "Equivalents"
_Line = tuple[str, int]  # the group of a heading, or the number of a row of the table


@dataclass(frozen=True)
class EquivalentsPage:
    """The rows of the table, with a heading above each group."""

    table: EquivalentTable = NO_TABLE
    read_only: bool = False

    @cached_property
    def _lines(self) -> Sequence[_Line]:
        found: list[_Line] = []
        for number, row in enumerate(self.table.rows):
            if not number or self.table.rows[number - 1].group != row.group:
                found.append((row.group, -1))
            found.append(("", number))
        return found

    def _row(self, row: int) -> EquivalentRow | None:
        group, number = self._lines[row]
        return None if group else self.table.rows[number]

    @cached_property
    def heads(self) -> Sequence[SheetHead]:
        """The heads of the columns: the scheme, and the field below it."""
        return [_head(column) for column in self.table.columns]

    @cached_property
    def keys(self) -> Sequence[str]:
        """The group of a heading; the address and the number of any other row."""
        rows = [(group, self._row(place)) for place, (group, _) in enumerate(self._lines)]
        return [f"{row.address}\n{row.number}" if row else group for group, row in rows]

    @property
    def words(self) -> str:
        """How many schemes there are."""
        return plural(len(self.table.schemes), "scheme")

    @cached_property
    def gaps(self) -> Sequence[RowColumn]:
        """The row of this page and the column of each gap."""
        places = {number: row for row, (group, number) in enumerate(self._lines) if not group}
        return [(places[row], column) for row, column in self.table.gaps]

    def source(self, row: int) -> object:
        """Return what a row is made from."""
        return self._row(row) or self._lines[row][0], self.read_only

    def cell(self, row: int, column: int) -> Cell | None:
        """Return a cell, None in a heading."""
        one = self._row(row)
        return one.cells[column] if one else None

    def cells(self) -> Sequence[Sequence[Cell]]:
        """Return the cells of each row."""
        rows = (self._row(row) for row in range(len(self._lines)))
        return [row.cells if row else () for row in rows]

    # -- editing ------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """What the sheet shows."""
        return _TITLE

    @cached_property
    def column_names(self) -> Sequence[str]:
        """The columns in one line each."""
        return [column.words for column in self.table.columns]

    @property
    def column_word(self) -> str:
        """What a column is."""
        return "column"

    def block_row(self, row: int) -> BlockRow | None:
        """Return what a row's cells are copied as and where their texts go."""
        group, number = self._lines[row]
        return None if group else block_row(self.table, number)

    def takes_lines(self, row: int, column: int) -> bool:
        """No cell takes several lines."""
        return False

    def written(self, row: int, column: int, text: str) -> str:
        """Return the text that was typed."""
        return text

    def form_place(self, row: int, column: int) -> tuple[Address, FieldPath] | None:
        """Return the address and the field that show a cell in the form."""
        one = self._row(row)
        return (one.address, one.cells[column].field) if one else None

    def repeats(self, row: int, column: int) -> Sequence[RowColumn]:
        """No text counts as repeated: a code may be that of several levels."""
        return ()

    # -- drawing ------------------------------------------------------------------------------

    def side(self, row: int) -> SheetSide:
        """Return the head of a row."""
        one = self._row(row)
        words = one.name if one else self._lines[row][0]
        again = f"{words}, another one" if one and one.number else words
        shown = "" if one and one.number else words
        run = TextRun(shown, "text" if one else "strong")
        return SheetSide(
            CellContent((run,) if shown else (), ground="panel" if one else "window"),
            again,
            is_section=one is None,
        )

    def content(self, row: int, column: int) -> CellContent:
        """Return what is drawn in a cell."""
        cell = self.cell(row, column)
        if cell is None:
            return CellContent(ground="window")
        gap = cell.state == "gap"
        words = cell.note if gap else cell.text
        return CellContent(
            (TextRun(words, "gap" if gap else "text"),) if words else (),
            ground="warning_bg" if gap else "base",
            mark="…" if cell.note and not gap else "",
        )

    def text(self, row: int, column: int) -> str | None:
        """Return the text of a cell; None in a heading."""
        cell = self.cell(row, column)
        return cell.text if cell else None

    def typed_text(self, row: int, column: int) -> str | None:
        """Return the text that editing a cell begins with."""
        return self.text(row, column)

    def accessible_text(self, row: int, column: int) -> str:
        """Return what a screen reader says of a cell."""
        cell, one = self.cell(row, column), self._row(row)
        if cell is None or one is None:
            return ""
        words = cell.text or (cell.note if cell.state == "gap" else "empty")
        return f"{self.side(row).words}, {self.table.columns[column].words}: {words}"

    def tip(self, row: int, column: int) -> str:
        """Return the note of a cell."""
        cell = self.cell(row, column)
        return cell.note if cell and cell.state != "gap" else ""

    def is_typed(self, row: int, column: int) -> bool:
        """Whether a text can be typed into a cell."""
        return self._row(row) is not None and not self.read_only

    def length(self, row: int) -> tuple[int, int]:
        """Return how many letters the longest cell of a row has, and how many lines."""
        texts = [self.text(row, n) or "" for n in range(len(self.table.columns))]
        return max(map(len, texts), default=0), 0


def _head(column: EquivalentColumn) -> SheetHead:
    scheme = TextRun(column.scheme, "strong" if column.is_first else "muted")
    runs = (scheme, TextRun(f"\u2028{column.part.title}", "small"))
    return SheetHead(CellContent(runs), column.words, tip=column.words)
