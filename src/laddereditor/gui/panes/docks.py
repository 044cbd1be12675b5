"""The docks at the sides of the window, hidden when the middle needs their space."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QMainWindow, QWidget

from laddereditor.gui.look.icons import set_icon
from laddereditor.gui.panes.pane_dock import PaneDock
from laddereditor.gui.panes.side_widths import SideWidths

# How much of the window the middle takes: all on the welcome page, much for tables.
Room = Literal["all", "much", "some"]

_AREA = Qt.DockWidgetArea
_PLACES = {
    "tree": ("Ladder", _AREA.LeftDockWidgetArea),
    "page": ("Page", _AREA.RightDockWidgetArea),
    "source": ("Source", _AREA.RightDockWidgetArea),
    "comments": ("Comments", _AREA.RightDockWidgetArea),
    "problems": ("Problems", _AREA.BottomDockWidgetArea),
    "versions": ("Versions", _AREA.BottomDockWidgetArea),
}
_FIRST = ("tree", "page", "source", "problems")  # beside the form at the first start
_PROBLEMS_HEIGHT = 170
_CLOSE_SIZE = 16


class Docks:
    """The docks of a window by name: tree, page, source, comments, problems, versions."""

    def __init__(
        self, window: QMainWindow, views: Mapping[str, QWidget], shown: Callable[[str, bool], None]
    ) -> None:
        """Lay out the views of a window.

        Args:
            window: The window.
            views: The view of each dock by its name: `tree`, `page`, `source`, `comments`,
                `problems`, `versions`.
            shown: Called with the name of a dock when it was shown or hidden, and with which of the
                two.
        """
        self._room: Room | None = None  # not arranged yet, so open docks are not remembered
        self._open = _open_at_first()
        self._front: dict[Room, list[str]] = {}  # shown when the middle last had this size
        self._window = window
        self._empty: set[str] = {"problems"}  # views that have nothing to show, as far as known
        self._folded: set[str] = set()  # those of them that are hidden for that reason
        self._wanted: set[str] = set()  # those that the person wants to see nevertheless
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        window.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks | QMainWindow.DockOption.AllowTabbedDocks
        )
        self._docks = {
            name: _dock(window, name, title, views[name], area)
            for name, (title, area) in _PLACES.items()
        }
        self._widths = SideWidths(window, self._docks["tree"], self._docks["page"])
        self._place()
        for name, dock in self._docks.items():
            dock.visibilityChanged.connect(partial(_on_sight, views[name]))
            dock.visibilityChanged.connect(partial(shown, name))

    def _place(self) -> None:
        """Put each dock where it is at the first start, and as large."""
        window = self._window
        window.tabifyDockWidget(self["page"], self["source"])
        self["comments"].hide()
        window.tabifyDockWidget(self["source"], self["comments"])
        self["page"].raise_()
        self["versions"].hide()
        window.tabifyDockWidget(self["problems"], self["versions"])
        self._widths.begin()
        window.resizeDocks([self["problems"]], [_PROBLEMS_HEIGHT], Qt.Orientation.Vertical)

    def reset(self) -> None:
        """Bring back places, sizes and choice of the docks as at the first start."""
        room, self._room = self._room, None  # so that nothing of the present layout is noted
        for name, (_, area) in _PLACES.items():
            self._docks[name].setFloating(False)
            self._window.addDockWidget(area, self._docks[name])
            self._docks[name].show()
        self._open = _open_at_first()
        self._front, self._folded, self._wanted = {}, set(), set()
        self._place()
        if room is not None:
            self.arrange(room)

    def __getitem__(self, name: str) -> QDockWidget:
        return self._docks[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._docks)

    def arrange(self, room: Room) -> None:
        """Show the docks that were open when the middle last had this size."""
        if room == self._room:
            return
        self._note()
        self._room = room
        self._widths.is_form_shown = room == "some"
        self._folded = {name for name in self._empty - self._wanted if name in self._open[room]}
        for name, dock in self._docks.items():
            dock.setVisible(name in self._open[room] - self._folded)
        for name in self._front.get(room, ()):  # of several in one place, the visible one
            if name in self._open[room] - self._folded:
                self._docks[name].raise_()
        self._widths.share()

    def take_layout(self) -> None:
        """Take the docks in view now, after a layout was restored, as those beside the form."""
        room, self._room = self._room or "some", "some"
        self._folded = set()
        self._widths.take()
        self._note()
        self.arrange(room)
        self._fold()

    def unfold(self) -> None:
        """Show docks that are hidden only because they are empty, for a saved layout."""
        for name in self._folded:
            self._docks[name].show()
        self._folded = set()

    def set_empty(self, name: str, empty: bool) -> None:
        """Hide a view while it has nothing to show, and show it again without giving it the focus.

        A view that the person closed stays closed, and one that the person opened, or is in,
        stays open.
        """
        if empty:
            self._empty.add(name)
            self._fold()
            return
        self._empty.discard(name)
        self._wanted.discard(name)
        if name in self._folded:
            self._folded.discard(name)
            self._docks[name].show()

    def _fold(self) -> None:
        if self._room in (None, "all"):
            return
        focus = self._window.focusWidget()  # also while a dialog has the keyboard
        for name in self._empty - self._wanted:
            dock = self._docks[name]
            if not dock.isHidden() and not (focus and dock.isAncestorOf(focus)):
                self._folded.add(name)
                dock.hide()

    def _note(self) -> None:
        """Remember the open docks; while the middle takes all space there are none."""
        if self._room not in (None, "all"):
            self._open[self._room] = {
                name
                for name, dock in self._docks.items()
                if name in self._folded or not dock.isHidden()
            }
            self._front[self._room] = [name for name in self._docks if self.is_in_sight(name)]

    def show(self, name: str) -> None:
        """Show a view and give it the focus."""
        dock = self._docks[name]
        self._folded.discard(name)
        if name in self._empty:
            self._wanted.add(name)
        dock.show()
        dock.raise_()
        view = dock.widget()
        view.show()
        (view.focusProxy() or view).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hides(self, widget: QWidget) -> bool:
        """Whether a widget is in a view that is hidden."""
        docks = self._docks.values()
        return any(one.isAncestorOf(widget) and not one.widget().isVisible() for one in docks)

    def is_in_sight(self, name: str) -> bool:
        """Whether a view is visible and not covered by another."""
        dock = self._docks[name]
        return dock.isVisible() and not dock.visibleRegion().isEmpty()


def _open_at_first() -> dict[Room, set[str]]:
    return {"all": set(), "some": set(_FIRST), "much": {"tree"}}


def _on_sight(view: QWidget, seen: bool) -> None:
    """Hide a view behind another one: Qt keeps it in place outside, where Tab would come to it."""
    view.setVisible(seen)


def _dock(
    window: QMainWindow, name: str, title: str, view: QWidget, area: Qt.DockWidgetArea
) -> QDockWidget:
    dock = PaneDock(title, window)
    dock.setObjectName(f"dock.{name}")
    dock.setWidget(view)
    size = view.sizePolicy()
    size.setRetainSizeWhenHidden(True)
    view.setSizePolicy(size)
    dock.setFeatures(
        QDockWidget.DockWidgetFeature.DockWidgetMovable
        | QDockWidget.DockWidgetFeature.DockWidgetClosable
    )
    close = dock.findChild(QAbstractButton, "qt_dockwidget_closebutton")
    if isinstance(close, QAbstractButton):
        set_icon(close, "close-small", "text_muted")
        close.setMinimumSize(_CLOSE_SIZE, _CLOSE_SIZE)  # by itself it is as small as no icon
        close.setAccessibleName(f"Close {title}")
        close.setToolTip(f"Close {title}")
    window.addDockWidget(area, dock)
    return dock
