"""Searches a sheet: marks the cells that contain a text, and goes from one to the next."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from laddereditor.edits.cells.pasting import RowColumn
from laddereditor.gui.sheet.edited import EditedTable
from laddereditor.gui.sheet.find_bar import FindBar
from laddereditor.presentation.sheet.search import first_from, found_places, stepped


class SheetSearch(QObject):
    """The search of one sheet, with the bar that belongs above it.

    While it is open, it follows what the sheet shows.
    """

    def __init__(
        self,
        view: QWidget,
        table: EditedTable,
        where: str,
        unfold: Callable[[], object] = lambda: None,
    ) -> None:
        """Begin without a search.

        Args:
            view: The view that the sheet is in; Escape anywhere in it ends the search.
            table: The sheet.
            where: What is searched, such as "the matrix".
            unfold: Called before a search, to show what is folded.
        """
        super().__init__(view)
        self._table, self._unfold = table, unfold
        self.bar = FindBar(where, view)
        self.places: tuple[RowColumn, ...] = ()  # the cells that contain the text
        self._from: RowColumn = (0, 0)  # where the text that is typed now is looked for first
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._follow)
        self._connect()
        view.installEventFilter(self)

    def _connect(self) -> None:
        self.bar.wanted.connect(self._look)
        self.bar.step_wanted.connect(self.step)
        self.bar.left.connect(self.close)
        self._table.selectionModel().currentChanged.connect(self._show_count)
        model = self._table.sheet_model
        changes = (model.modelReset, model.dataChanged, model.rowsInserted, model.rowsRemoved)
        for changed in changes:
            changed.connect(self._follow_later)

    @property
    def is_open(self) -> bool:
        """Whether the bar is there."""
        return not self.bar.isHidden()

    @property
    def _at(self) -> RowColumn:
        index = self._table.currentIndex()
        return max(index.row(), 0), max(index.column(), 0)

    # -- searching ----------------------------------------------------------------------------

    def open(self) -> None:
        """Let a text be typed; what was looked for last is there again."""
        self._table.apply_typed()
        self._unfold()
        self._from = self._at
        self.bar.open()
        self._follow()

    def close(self) -> None:
        """End the search, and go back to the cell."""
        self.bar.hide()
        self._mark("", ())
        self._table.setFocus()

    def step(self, by: int) -> None:
        """Go to the next hit (+1) or the one before (-1), round the end."""
        if self.places:
            self._go(stepped(self.places, self._at, by))
            self._from = self._at

    def _look(self, wanted: str) -> None:
        """Look for what is typed, from where the search began."""
        self._mark(wanted, found_places(self._table.page, wanted))
        if self.places:
            self._go(first_from(self.places, self._from))
        self._show_count()

    def _go(self, number: int) -> None:
        self._table.go_to(*self.places[number])

    # -- showing ------------------------------------------------------------------------------

    def _follow_later(self, *_: object) -> None:
        if self.is_open:
            self._later.start(0)

    def _follow(self) -> None:
        """Mark what the sheet shows now; the current cell stays."""
        if self.is_open:
            wanted = self.bar.field.text()
            self._mark(wanted, found_places(self._table.page, wanted))
            self._show_count()

    def _mark(self, wanted: str, places: tuple[RowColumn, ...]) -> None:
        self.places = places
        self._table.mark(wanted, places)

    def _show_count(self, *_: object) -> None:
        here = self._at
        place = self.places.index(here) + 1 if here in self.places else 0
        self.bar.show_count(place, len(self.places))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End the search at an Escape that nothing in the view needs."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and event.key() == Qt.Key.Key_Escape and self.is_open:  # type: ignore[attr-defined]
            self.close()
            return True
        return super().eventFilter(watched, event)
