"""The widths of the docks at the sides: the tree keeps its own, the page takes what is left."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow

# Of the window's width, in percent, and the least and greatest width in pixels.
_TREE_WIDTH, _PAGE_WIDTH = (22, 180, 300), (29, 220, 360)
_FORM_WIDTH = 870  # what the widest form needs, with its scroll bar
_MAX_PAGE_WIDTH = 720  # of lines that are easy to read
_DRAGGED = 8  # pixels by which layouts differ without anybody having dragged


class SideWidths(QObject):
    """Shares the width of a window between its tree, the form and the page.

    Qt takes from all docks what a window loses, and gives none of it back.
    """

    def __init__(self, window: QMainWindow, tree: QDockWidget, page: QDockWidget) -> None:
        """Watch the widths of a window and its docks.

        Args:
            window: The window.
            tree: The dock at the left.
            page: The dock at the right.
        """
        super().__init__(window)
        self._window, self._tree, self._page = window, tree, page
        self._shared_at = 0  # the width of the window when its parts got theirs last
        self._page_width = 0  # given by `share`; one that differs was chosen by a person
        self._tree_width = 0  # as a person left it; 0 until it is known
        self.is_form_shown = False  # only beside it the page gets more
        for watched in (window, tree):
            watched.installEventFilter(self)

    def begin(self) -> None:
        """Give both the widths of the first start."""
        tree, page = (_side_width(self._window, part) for part in (_TREE_WIDTH, _PAGE_WIDTH))
        self._page_width = 0
        self._tree_width = tree if self._window.isVisible() else 0  # it may get another size first
        self._resize([self._tree, self._page], [tree, page])

    def take(self) -> None:
        """Take the widths of a layout that was restored as chosen by a person."""
        self._page_width, self._tree_width = self._wanted_page_width(), 0

    def share(self) -> None:
        """Give back to the tree what it lost, and to the page what the form has no use for.

        The page gets nothing if a person chose its width.
        """
        narrower, self._shared_at = self._window.width() < self._shared_at, self._window.width()
        wanted: dict[QDockWidget, int] = {}
        if _is_beside(self._tree):
            self._tree_width = self._tree_width or self._tree.width()
            wanted[self._tree] = self._tree_width
        if _is_beside(self._page) and self.is_form_shown:
            squeezed = narrower and self._page.width() < self._page_width  # by Qt, not by a person
            differs = abs(self._page.width() - self._page_width) > _DRAGGED
            if squeezed or not differs or not self._page_width:
                wanted[self._page] = self._page_width = self._wanted_page_width()
        if any(dock.width() != width for dock, width in wanted.items()):
            self._resize(list(wanted), list(wanted.values()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share each new width of the window; note that of the tree if a person drags its edge."""
        if watched is self._window and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.share()
        elif watched is self._tree and event.type() == QEvent.Type.Resize:
            dragged = QApplication.mouseButtons() & Qt.MouseButton.LeftButton
            if dragged and self._window.width() == self._shared_at and _is_beside(self._tree):
                self._tree_width = self._tree.width()
        return False

    def _wanted_page_width(self) -> int:
        side = (self._tree_width or self._tree.width()) if _is_beside(self._tree) else 0
        spare = self._window.width() - side - _FORM_WIDTH
        return max(_side_width(self._window, _PAGE_WIDTH), min(spare, _MAX_PAGE_WIDTH))

    def _resize(self, docks: list[QDockWidget], widths: list[int]) -> None:
        self._window.resizeDocks(docks, widths, Qt.Orientation.Horizontal)


def _is_beside(dock: QDockWidget) -> bool:
    """Whether a dock is in sight at a side of the window."""
    return dock.isVisible() and not dock.isFloating()


def _side_width(window: QMainWindow, part: tuple[int, int, int]) -> int:
    """Return the width of a dock at the side: a narrow window leaves room for the form."""
    percent, least, most = part
    return max(least, min(window.width() * percent // 100, most))
