"""Keep what a person went to visible while the layout settles."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget
from shiboken6 import isValid

_ACTS = (
    QEvent.Type.KeyPress,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.FocusOut,
)


class Revealer(QObject):
    """Scrolls a page to the focused part whenever this part moves, until the person acts.

    A page that is shown for the first time gets its heights in several steps, and how long these
    take depends on the machine, so no timer can say when the last one was.
    """

    def __init__(self, area: QScrollArea, reveal: Callable[[], None]) -> None:
        super().__init__(area)
        self._area = area
        self._reveal = reveal
        self._watched: tuple[QObject, ...] = ()
        area.verticalScrollBar().rangeChanged.connect(self._on_move)

    def start(self) -> None:
        """Scroll to the focused part now, and again each time that the layout moves it."""
        self.stop()
        self._reveal()
        holder, focused = self._area.widget(), self._area.window().focusWidget()
        if holder is None or focused is None:
            return
        scrolled = (self._area.viewport(), self._area.verticalScrollBar())
        self._watched = (*scrolled, *_parts_of(focused), *_ancestors(focused, holder))
        for one in self._watched:
            one.installEventFilter(self)

    def stop(self) -> None:
        """Leave the page where it is from now on."""
        watched, self._watched = self._watched, ()
        for one in watched:
            if isValid(one):
                one.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the part; stop as soon as the person types, clicks, scrolls or goes elsewhere."""
        if event.type() in _ACTS:
            self.stop()
        elif event.type() == QEvent.Type.Move:
            self._on_move()
        return super().eventFilter(watched, event)

    def _on_move(self) -> None:
        if self._watched:
            self._reveal()


def _parts_of(focused: QWidget) -> tuple[QWidget, ...]:
    """Return a widget and the part of it that gets the mouse."""
    if isinstance(focused, QAbstractScrollArea):
        return focused, focused.viewport()
    return (focused,)


def _ancestors(focused: QWidget, holder: QWidget) -> Iterator[QWidget]:
    """Yield the widgets between a widget and the page that scrolls, which move with the layout."""
    parent = focused.parentWidget()
    while parent is not None and parent is not holder:
        yield parent
        parent = parent.parentWidget()
