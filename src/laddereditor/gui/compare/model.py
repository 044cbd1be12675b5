"""The comparison's item model: a sheet whose cells can be dragged, and where things are in it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from laddereditor.compare.sheet.table import Cell, Comparison, Row
from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.sheet.model import CELL, TYPED, SheetModel
from laddereditor.model.address import FieldPath
from laddereditor.presentation.compare.lines import TableLine
from laddereditor.presentation.compare.page import ComparePage
from laddereditor.presentation.sheet.pairing import PairedSheet, paired_comparison

_DRAGGED = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled


class CompareModel(SheetModel[ComparePage]):
    """The lines of a comparison; headings can be in front, to fold them by keys."""

    ground_flags = Qt.ItemFlag.ItemIsDropEnabled
    heading_flags = cell_flags = CELL | _DRAGGED
    typed_flags = TYPED | _DRAGGED

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(ComparePage(), parent)

    @property
    def comparison(self) -> Comparison | None:
        """What is compared."""
        return self.page.comparison

    @property
    def lines(self) -> Sequence[TableLine]:
        """All lines shown."""
        return self.page.lines

    def line(self, row: int) -> TableLine | None:
        """Return a line, None if there is no such row."""
        return self.lines[row] if 0 <= row < len(self.lines) else None

    def sheet_row(self, row: int) -> Row | None:
        """Return the row of the comparison that a line shows, None for a heading."""
        line = self.line(row)
        return line.row if line else None

    def paired(self) -> PairedSheet | None:
        """Return what is compared, so that its pairs can be corrected; None for nothing."""
        return paired_comparison(self.comparison) if self.comparison else None

    def cell(self, index: ItemIndex) -> Cell | None:
        """Return the content of a cell."""
        return self.page.cell(index.row(), index.column()) if index.isValid() else None

    def find(self, column: int, field: FieldPath, text: str = "") -> int:
        """Return the row in which a column shows a field, -1 if none does.

        A list's entries move: the one of the same list with this text counts first, then the one
        at the same place.

        Args:
            column: The index of the column.
            field: The path of the field.
            text: The text that an item of a list had, "" if it is unknown.
        """
        path = field
        at, of = -1, path.above
        for row, line in enumerate(self.lines):
            cell = line.cell(column) if line.section.field == path.name else None
            if cell is None:
                continue
            if text and cell.text == text and cell.field.above == of:
                return row
            if cell.field == field:
                at = row
        return at

    def row_of_section(self, field: FieldPath) -> int:
        """Return the first row of a section, -1 if it is not shown."""
        return next((n for n, line in enumerate(self.lines) if line.section.field == field), -1)
