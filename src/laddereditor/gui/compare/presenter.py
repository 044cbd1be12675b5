"""Updates the table after changes of the columns, edits, folding and filtering."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from laddereditor.compare.sheet.comparing import compare, compare_again
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Comparison, Row, typed_cell
from laddereditor.gui.compare.columns import Column
from laddereditor.gui.compare.compare_columns import CompareColumns
from laddereditor.gui.compare.model import CompareModel
from laddereditor.gui.compare.table import CompareTable
from laddereditor.gui.workspace.refused_texts import RefusedTexts
from laddereditor.presentation.compare.comment_words import comment_words
from laddereditor.presentation.compare.lines import TableLine, lines_of, rows_that_stay
from laddereditor.presentation.compare.page import ComparePage
from laddereditor.presentation.workspace.refused_texts import RefusedByCell, by_cell
from laddereditor.reports.comparison.words import head_of


class Presenter(QObject):
    """Compares again on request, and keeps the scroll position and the current cell."""

    shown = Signal()  # something else is shown than before
    arranging = Signal()  # lines are about to go: what is typed is to be taken first

    def __init__(
        self,
        refused_texts: RefusedTexts,
        compare_columns: CompareColumns,
        model: CompareModel,
        table: CompareTable,
    ) -> None:
        super().__init__(table)
        self._texts = refused_texts
        self._compare_columns, self._model, self._table = compare_columns, model, table
        self.columns: tuple[Column, ...] = ()  # those that are shown
        self.differences = False  # whether only these are shown
        self._folded: set[str] = set()
        self._stale = True  # what is shown is older than what the columns say
        self._others = True  # and the columns are others

    def expect(self, *, others: bool) -> None:
        """Note that the columns changed; `refresh` shows the change."""
        self._stale, self._others = True, self._others or others

    def refresh(self) -> None:
        """Show the current contents of the columns, if they are not shown yet."""
        if not self._stale:
            return
        self.columns = tuple(self._compare_columns.columns)
        subjects = self._compare_columns.named_subjects()
        others, self._stale, self._others = self._others, False, False
        if not subjects:
            self._model.show(ComparePage())
        else:
            comparison = self._compared(subjects, others=others)
            labels = tuple(map(head_of, subjects))
            read_only = tuple(column.session is None for column in self.columns)
            lines = self._lines(comparison, () if others else self._rows_that_stay(comparison))
            comments = comment_words(comparison)
            page = ComparePage(
                comparison, labels, lines, self._refused_texts(), read_only, comments
            )
            if others:
                self._keeping_place(lambda: self._model.show(page))
            else:
                self._keeping_cell(lambda: self._model.follow(page))
        self.shown.emit()

    def _compared(self, subjects: Sequence[Subject], *, others: bool) -> Comparison:
        """Compare; after an edit of the same columns each text stays in its row."""
        shown, before = self._compare_columns, self._model.comparison
        at = self._table.edits.take_typed_at()
        if others or before is None or len(before.columns) != len(subjects):
            return compare(
                subjects,
                shown.baseline,
                corrections=shown.corrections,
                stepwise=shown.stepwise,
            )
        line = self._model.line(at[0]) if at else None
        found = line.row if line else None
        typed = typed_cell(line.section.rows, found, at[1]) if line and found and at else None
        return compare_again(before, subjects, shown.corrections, typed, stepwise=shown.stepwise)

    def _refused_texts(self) -> tuple[RefusedByCell, ...]:
        return tuple(by_cell(self._texts.of(column.session)) for column in self.columns)

    def _rows_that_stay(self, comparison: Comparison) -> Sequence[Row]:
        """Return the rows that an edit may not take out of view; without a filter all are shown."""
        if not self.differences:
            return ()
        return rows_that_stay(self._model.lines, comparison, self._table.currentIndex().row())

    def _lines(self, comparison: Comparison, stay: Sequence[Row] = ()) -> tuple[TableLine, ...]:
        only = self.differences
        return tuple(lines_of(comparison, self._folded, differences=only, stay=stay))

    def arrange(self) -> None:
        """Show the lines that are neither folded nor filtered out."""
        comparison = self._model.comparison
        if comparison is not None:
            page = replace(self._model.page, lines=self._lines(comparison))
            self._keeping_cell(lambda: self._model.follow(page))
            self.shown.emit()

    # -- folding ------------------------------------------------------------------------------

    def show_differences(self, only: bool) -> None:
        """Hide the rows that are the same, or show them again."""
        self.arranging.emit()
        self.differences = only
        self.arrange()

    def fold(self, row: int) -> None:
        """Fold the section of a row, or unfold it."""
        line = self._model.line(row)
        if line is not None:
            self.arranging.emit()
            self._folded ^= {line.section.field}
            self.arrange()

    def fold_all(self, fold: bool) -> None:
        """Fold or unfold all sections."""
        self.arranging.emit()
        comparison = self._model.comparison
        if comparison is not None:
            self._folded = {section.field for section in comparison.sections} if fold else set()
            self.arrange()

    # -- keeping the place --------------------------------------------------------------------

    def _keeping_place(self, act: Callable[[], object]) -> None:
        """Keep the current cell's line and the line at the top while columns change."""
        index, (top, offset) = self._table.currentIndex(), self._table.sizes.anchor()
        column, lines = index.column(), (self._model.line(index.row()), self._model.line(top))
        act()
        places = {one.key: row for row, one in enumerate(self._model.lines)}
        row, above = (places.get(line.key, -1) if line else -1 for line in lines)
        last = self._model.columnCount() - 1
        self._table.choose(self._model.index(max(row, 0), min(max(column, 0), last)))
        self._table.sizes.put_at_top(max(above, 0), offset if above >= 0 else 0)

    def _keeping_cell(self, act: Callable[[], object]) -> None:
        """Keep the current cell on its text, wherever that has moved to."""
        index = self._table.currentIndex()
        cell, line = self._model.cell(index), self._model.line(index.row())
        column = index.column()
        act()
        now = self._table.currentIndex()
        row = self._model.find(column, cell.field, cell.text) if cell is not None else -1
        if row < 0 and not now.isValid() and line is not None:
            row = self._model.row_of_section(line.section.field)
        if row >= 0 and row != now.row():
            self._table.choose(self._model.index(row, column))
