"""The comparison's item model: a sheet whose cells can be dragged, and where things are in it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from laddereditor.compare.sheet.table import Cell, Comparison
from laddereditor.gui.sheet.model import Index, SheetModel
from laddereditor.model.address import FieldPath
from laddereditor.presentation.compare.lines import TableLine
from laddereditor.presentation.compare.page import ComparePage

_DRAGGED = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled


class CompareModel(SheetModel[ComparePage]):
    """The lines of a comparison."""

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

    def cell(self, index: Index) -> Cell | None:
        """Return the content of a cell."""
        return self.page.cell(index.row(), index.column()) if index.isValid() else None

    def find(self, column: int, field: str, text: str = "") -> int:
        """Return the row in which a column shows a field, -1 if none does.

        A list's entries move: the one of the same list with this text counts first, then the one
        at the same place.
        """
        at, of = -1, FieldPath(field).above
        for row, line in enumerate(self.lines):
            cell = line.cell(column)
            if cell is None:
                continue
            if text and cell.text == text and FieldPath(cell.field).above == of:
                return row
            if cell.field == field:
                at = row
        return at

    def row_of_section(self, field: str) -> int:
        """Return the first row of a section, -1 if it is not shown."""
        return next((n for n, line in enumerate(self.lines) if line.section.field == field), -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be dragged, and take what is dropped."""
        return super().flags(index) | _DRAGGED if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
