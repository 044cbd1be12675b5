"""Events that a window handles for all widgets: undo keys, dropped files, tooltips, colours."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMoveEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QMainWindow,
    QTabBar,
    QWidget,
)

from laddereditor.gui.clipboard.clipboard import put_text
from laddereditor.gui.look.screen_fit import fit_to_screen
from laddereditor.gui.look.tips import shown_plainly
from laddereditor.gui.unexpected.guard import is_overridden

# The classes of the events looked at: comparing these is far quicker than asking for the type.
_WATCHED = frozenset(
    {QKeyEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QShowEvent, QMoveEvent, QHelpEvent}
)
_PLACED = (QEvent.Type.Move, QEvent.Type.Show)
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class WindowEvents(QObject):
    """Watches every event of the program for one window, until `stop`."""

    def __init__(
        self,
        window: QMainWindow,
        open_files: Callable[[list[Path]], object],
        follow_looks: Callable[[], object],
    ) -> None:
        """Watch for a window; `follow_looks` is called when the system's colours change."""
        super().__init__(window)
        self._window, self._open_files, self._follow_looks = window, open_files, follow_looks
        window.setAcceptDrops(True)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def stop(self) -> None:
        """Stop watching."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep undo and redo, and files that are dropped, from text fields."""
        if type(event) not in _WATCHED and watched is not self._window:
            return False
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return self._window.isActiveWindow()
        elif kind in _DRAGS and isinstance(watched, QWidget):
            return watched.window() is self._window and self._take_drag(event)
        elif kind == QEvent.Type.ThemeChange and watched is self._window:
            self._follow_looks()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return _copied(watched, event)
        elif kind == QEvent.Type.Show and isinstance(watched, QDialog):
            fit_to_screen(watched)
        elif kind in _PLACED and isinstance(watched, QTabBar) and watched.parent() is self._window:
            _focus_if_seen(watched, self._window)
        elif kind == QEvent.Type.ToolTip:
            return shown_plainly(watched, event)
        return False

    def _take_drag(self, event: QEvent) -> bool:
        """Take files wherever in the window they are dragged to; a text field would show them."""
        if not isinstance(event, QDropEvent) or not (paths := _files(event)):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:  # no question may appear during a drag
            QTimer.singleShot(0, self, partial(self._open_files, paths))
        return True


def _focus_if_seen(bar: QTabBar, window: QWidget) -> None:
    """Let Tab reach only visible tab bars of panels; Qt moves hidden ones outside the window."""
    seen = window.rect().intersects(bar.geometry())
    bar.setFocusPolicy(Qt.FocusPolicy.TabFocus if seen else Qt.FocusPolicy.NoFocus)


def _copied(view: QObject, event: QKeyEvent) -> bool:
    """Copy the current cell of a Qt view, which would not mark it as text."""
    if not isinstance(view, QAbstractItemView) or not event.matches(QKeySequence.StandardKey.Copy):
        return False
    if is_overridden(type(view), "keyPressEvent") or not view.currentIndex().isValid():
        return False
    put_text(str(view.currentIndex().data() or ""))
    return True


def _files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
