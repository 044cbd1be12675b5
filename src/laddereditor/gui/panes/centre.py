"""The middle of the window: one page at a time, with tabs to choose it by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget


@dataclass(frozen=True, slots=True)
class CentrePage:
    """A page of the middle; it is made when it is first shown."""

    name: str
    title: str  # on its tab; "" for a page that has no tab
    make: Callable[[], QWidget]
    explanation: str = ""


class _Stack(QStackedWidget):
    """Pages that need as much room as the one that is shown, not as the largest."""

    def minimumSizeHint(self) -> QSize:
        """Return the least size of the page that is shown."""
        page = self.currentWidget()
        return page.minimumSizeHint().expandedTo(page.minimumSize()) if page else QSize()


class Centre(QWidget):
    """Shows the requested page; empty until pages are added."""

    page_changed = Signal(str)  # the page shown now
    wanted = Signal(str)  # a person chose a tab

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        # The parent to make pages with: Qt restyles everything in a page that comes here later.
        self.page_parent = self._stack = _Stack(self)
        self._stack.currentChanged.connect(lambda _: self._stack.updateGeometry())
        self._stack.addWidget(QWidget())
        self._column.addWidget(self._stack)
        self._tabs: QTabBar | None = None
        self._offered: dict[str, CentrePage] = {}
        self._made: dict[str, QWidget] = {}
        self.current = ""

    def offer(self, pages: Sequence[CentrePage]) -> None:
        """Add pages; those with a title get a tab."""
        for page in pages:
            self._offered[page.name] = page
            if page.title:
                self._tab_bar().addTab(page.title)
                place = self._tab_bar().count() - 1
                self._tab_bar().setTabData(place, page.name)
                self._tab_bar().setTabToolTip(place, page.explanation)

    def put_above(self, widget: QWidget) -> None:
        """Put a widget above the tabs."""
        self._column.insertWidget(0, widget)

    def page(self, name: str) -> QWidget:
        """Return a page, created now if it was not shown yet."""
        if name not in self._made:
            self._made[name] = made = self._offered[name].make()
            self._stack.addWidget(made)
        return self._made[name]

    @property
    def made(self) -> dict[str, QWidget]:
        """The pages that were shown so far."""
        return dict(self._made)

    def show_page(self, name: str) -> None:
        """Show a page."""
        self._stack.setCurrentWidget(self.page(name))
        changed, self.current = name != self.current, name
        if self._tabs is not None:
            self._mark(self._tabs, name)
        if changed:
            self.page_changed.emit(name)

    def _tab_bar(self) -> QTabBar:
        if self._tabs is None:
            self._tabs = QTabBar(self)
            self._tabs.setObjectName("centreTabs")
            self._tabs.setAccessibleName("Views of the ladder")
            self._tabs.setExpanding(False)
            self._tabs.setDrawBase(False)
            self._tabs.hide()
            self._tabs.currentChanged.connect(self._chosen)
            self._column.insertWidget(self._column.indexOf(self._stack), self._tabs)
        return self._tabs

    def _mark(self, tabs: QTabBar, name: str) -> None:
        place = next((n for n in range(tabs.count()) if tabs.tabData(n) == name), -1)
        tabs.blockSignals(True)
        tabs.setCurrentIndex(place)
        tabs.blockSignals(False)
        tabs.setVisible(place >= 0 and tabs.count() > 1)

    def _chosen(self, place: int) -> None:
        if self._tabs is not None and place >= 0:
            self.wanted.emit(str(self._tabs.tabData(place)))
