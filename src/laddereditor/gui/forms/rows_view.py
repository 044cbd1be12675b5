"""A list that is as tall as its rows, the base of the lists of statements and of skills."""

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from laddereditor.gui.focus.revealing import Revealer
from laddereditor.gui.focus.scrolling import keep_in_sight, page_around, show_now
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.editor import is_passing

_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
# Keys that the window has commands for, but that mean a row while the person is in a list.
_OWN_KEYS = {
    (Qt.Key.Key_Up, _ALT),
    (Qt.Key.Key_Down, _ALT),
    (Qt.Key.Key_E, _CTRL),
    (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
}


def is_own_key(event: QKeyEvent) -> bool:
    """Whether a key belongs to the list rather than to the window's commands."""
    return (event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier) in _OWN_KEYS


def move_step(event: QKeyEvent) -> int:
    """Return -1 for Alt+Up, 1 for Alt+Down, else 0."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != _ALT:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)


class RowsView(QListView):
    """Rows to select, move by keyboard or drag, and delete; never with scroll bars of its own."""

    dropped = Signal(int)  # the selected rows were dropped before this row
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.read_only = False
        self._drop_row = -1
        self._revealer: Revealer | None = None
        self.setProperty("look", "field")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)

    # -- rows ---------------------------------------------------------------------------------

    def rows(self) -> QAbstractListModel:
        """Return the model."""
        model = self.model()
        assert isinstance(model, QAbstractListModel)
        return model

    def selected_rows(self) -> list[int]:
        """Return the selected rows in order; the current one if none is selected."""
        found = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return found or ([self.currentIndex().row()] if self.currentIndex().isValid() else [])

    def go_to_row(self, row: int) -> None:
        """Make a row the current and only selected one."""
        index = self.rows().index(row, 0)
        if index.isValid():
            self.setCurrentIndex(index)

    def go_to_item(self, number: int) -> None:
        """Make the row of an item of the list, by its number, the only selected one."""
        self.go_to_row(number)

    def is_current(self, number: int) -> bool:
        """Whether the current row is of an item of the list, by its number."""
        return self.currentIndex().row() == number

    # -- height -------------------------------------------------------------------------------

    def rows_height(self, width: int) -> int:
        """Return the height of all rows at a width."""
        raise NotImplementedError

    def empty_height(self) -> int:
        """Return the height while there are no rows."""
        return self.fontMetrics().height() + 2 * current_theme().space("xs")

    def fit(self) -> None:
        """Take the height that the rows need at this width."""
        width = self.viewport().width()
        if width < 40:
            return
        frame = 2 * self.frameWidth()
        height = max(self.rows_height(width) + frame, frame + self.empty_height())
        if height != self.height() or self.maximumHeight() != height:
            self.setFixedHeight(height)
            self.resized.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out again when line breaks change."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.model():
            self.scheduleDelayedItemsLayout()
            self.fit()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Scroll the page instead of the list, which is always shown whole."""
        if self.hasFocus() and index.isValid():
            place = QPersistentModelIndex(index)
            keep_in_sight(self, lambda: self.visualRect(place))

    def stay_in_sight(self) -> None:
        """Keep the current row in sight while the rows get other heights; scroll only for that."""
        area = page_around(self)
        if self._revealer is None and area is not None:
            self._revealer = Revealer(area, self._return_to_sight)
        if self._revealer is not None:
            self._revealer.start()

    def _return_to_sight(self) -> None:
        row = self.visualRect(self.currentIndex())
        if not QRegion(row).subtracted(self.viewport().visibleRegion()).isEmpty():
            show_now(self, row)

    # -- keys and wheel -----------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys that act on rows before the window's commands get them."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and is_own_key(event)
            and not self.read_only
        ):
            event.accept()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select a current row when the list gets the focus by keyboard."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows().rowCount():
            self.go_to_row(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Clear the selection when the focus leaves."""
        super().focusOutEvent(event)
        if not is_passing(event) and not self.isAncestorOf(self.window().focusWidget() or self):
            self.clearSelection()

    # -- dragging -----------------------------------------------------------------------------

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the drop indicator."""
        if event.source() is not self or self.read_only:
            event.ignore()
            return
        self._show_drop(self._row_at(event.position().toPoint()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: object) -> None:
        """Remove the drop indicator."""
        self._show_drop(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the selected rows here."""
        self._show_drop(-1)
        if event.source() is not self or self.read_only:
            event.ignore()
            return
        row = self._row_at(event.position().toPoint())
        # Not a "move" to Qt, which would then take the rows away from their old place itself.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.dropped.emit(row)

    def _row_at(self, point: object) -> int:
        index = self.indexAt(point)  # type: ignore[arg-type]
        if not index.isValid():
            return self.rows().rowCount()
        rect = self.visualRect(index)
        below = point.y() > rect.center().y()  # type: ignore[attr-defined]
        return index.row() + (1 if below else 0)

    def _show_drop(self, row: int) -> None:
        if row != self._drop_row:
            self._drop_row = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and the line where dragged ones would go."""
        super().paintEvent(event)
        if self._drop_row < 0:
            return
        rows = self.rows().rowCount()
        if self._drop_row < rows:
            y = self.visualRect(self.rows().index(self._drop_row, 0)).top()
        else:
            y = self.visualRect(self.rows().index(rows - 1, 0)).bottom()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(current_theme().color("accent"), 2))
        painter.drawLine(4, y, self.viewport().width() - 4, y)
        painter.end()
