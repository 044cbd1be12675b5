"""Events that a window handles for all widgets: some keys, dropped files, tooltips, colours."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer
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
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from laddereditor.gui.clipboard.clipboard import put_text
from laddereditor.gui.commands.command_keys import combinations, pressed
from laddereditor.gui.look.screen_fit import fit_to_screen
from laddereditor.gui.look.tips import shown_plainly
from laddereditor.gui.panes.view_protocols import Stepping
from laddereditor.gui.unexpected.guard import is_overridden
from laddereditor.presentation.commands import BY_ID

# The classes of the events looked at: comparing these is far quicker than asking for the type.
_WATCHED = frozenset(
    {QKeyEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QShowEvent, QMoveEvent, QHelpEvent}
)
_ENTERS = (QKeyCombination(Qt.Key.Key_Return), QKeyCombination(Qt.Key.Key_Enter))
_NEXT, _PREVIOUS = "changes.next", "changes.previous"
_STEPS = {
    **dict.fromkeys(combinations(BY_ID[_NEXT]), +1),
    **dict.fromkeys(combinations(BY_ID[_PREVIOUS]), -1),
}
_PLACED = (QEvent.Type.Move, QEvent.Type.Show)
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class WindowEvents(QObject):
    """Watches every event of the program for one window, until `stop`."""

    def __init__(
        self,
        window: QMainWindow,
        open_files: Callable[[list[Path]], object],
        follow_looks: Callable[[], object],
        page: Callable[[], object],
    ) -> None:
        """Watch for a window.

        Args:
            window: The window.
            open_files: Opens files that are dropped on it.
            follow_looks: Called when the system's colours change.
            page: Returns the active page.
        """
        super().__init__(window)
        self._window, self._open_files, self._follow_looks = window, open_files, follow_looks
        self._page = page
        window.setAcceptDrops(True)
        for bar in window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly):
            _focus_if_seen(bar, window)  # those that Qt placed before this watched
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def stop(self) -> None:
        """Stop watching."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle what is not for the widget that gets it."""
        if type(event) not in _WATCHED and watched is not self._window:
            return False
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._claim(event)
        if kind in _DRAGS and isinstance(watched, QWidget):
            return watched.window() is self._window and self._take_drag(event)
        if kind == QEvent.Type.ThemeChange and watched is self._window:
            self._follow_looks()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if found := self._stepped(event):
                page, by = found
                page.step(by)
            return found is not None or _clicked(watched, event) or _copied(watched, event)
        elif kind == QEvent.Type.Show and isinstance(watched, QDialog):
            fit_to_screen(watched)
        elif kind in _PLACED and isinstance(watched, QTabBar) and watched.parent() is self._window:
            _focus_if_seen(watched, self._window)
        elif kind == QEvent.Type.ToolTip:
            return shown_plainly(watched, event)
        return False

    def _claim(self, event: QKeyEvent) -> bool:
        """Keep undo and redo from text fields; let a step be a key press, without its shortcut."""
        keys = QKeySequence.StandardKey
        if event.matches(keys.Undo) or event.matches(keys.Redo):
            event.ignore()
            return self._window.isActiveWindow()
        if self._stepped(event) is None:
            return False
        event.accept()
        return True

    def _stepped(self, event: QKeyEvent) -> tuple[Stepping, int] | None:
        """Return the active page, if it has its own next and previous, and the way of a key."""
        by = _STEPS.get(pressed(event))
        page = self._page() if by and self._window.isActiveWindow() else None
        return (page, by) if by and isinstance(page, Stepping) else None

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


def _clicked(button: QObject, event: QKeyEvent) -> bool:
    """Press the button that has the focus by Enter too, as in a dialog; Qt takes Space alone."""
    if not isinstance(button, QPushButton | QToolButton) or pressed(event) not in _ENTERS:
        return False
    if isinstance(button.window(), QDialog) or is_overridden(type(button), "keyPressEvent"):
        return False
    if isinstance(button, QToolButton) and button.menu() is not None:
        QTimer.singleShot(0, button, button.showMenu)  # it waits until the menu is closed
    else:
        button.click()
    return True


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
