"""The sections of a form as tabs above it, which stay visible and lead to their sections."""

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from laddereditor.gui.forms.page import FormPage, SectionBox
from laddereditor.gui.look.theme import current_theme

_FEWEST = 3  # a form of fewer sections is seen at a glance
_INTO = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down)


class SectionBar(QTabBar):
    """Arrows scroll to a section, Enter or a click goes into it; the tab follows the form."""

    section_shown = Signal(tuple)  # names of the section's fields, () for the top of the form

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("formSections")
        self.setAccessibleName("Sections of the form")
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self._page: FormPage | None = None
        self._known: set[FormPage] = set()
        self.currentChanged.connect(self._on_chosen)
        self.tabBarClicked.connect(self.enter)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    @property
    def _sections(self) -> tuple[SectionBox, ...]:
        return tuple(self._page.sections) if self._page is not None else ()

    def show_page(self, page: FormPage) -> None:
        """Show the sections of another page."""
        self._page = page
        if page not in self._known:
            self._known.add(page)
            page.verticalScrollBar().valueChanged.connect(self.follow)
            page.verticalScrollBar().rangeChanged.connect(self.follow)  # what grows moves the rest
        with QSignalBlocker(self):
            while self.count():
                self.removeTab(0)
            for section in page.sections:
                self.addTab(section.title.replace("&", "&&"))
        self.setVisible(self.count() >= _FEWEST)
        self.follow()

    # -- going --------------------------------------------------------------------------------

    def step(self, delta: int) -> None:
        """Go into the next (1) or the previous (-1) section."""
        self.enter(max(0, min(self.currentIndex() + delta, self.count() - 1)))

    def enter(self, number: int) -> None:
        """Scroll to a section and give its first field the focus."""
        if self._page is None or not 0 <= number < self.count():
            return
        self._mark(number)
        self._scroll_to(number)
        self._page.enter(self._sections[number])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go into the section for Enter, Space and Down; leave the rest to Qt."""
        if event.key() in _INTO and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.enter(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _on_chosen(self, number: int) -> None:
        """Scroll to the section that arrows chose; the focus stays here."""
        if 0 <= number < self.count():
            self._scroll_to(number)
            self._emit_shown(number)

    def _scroll_to(self, number: int) -> None:
        assert self._page is not None
        top = self._top(number) - current_theme().space("m") if number else 0
        with QSignalBlocker(self):
            self._page.scroll_to(top)
            self.setCurrentIndex(number)  # a section at the end cannot be scrolled to the top

    # -- following ----------------------------------------------------------------------------

    def follow(self, *_: int) -> None:
        """Select the tab of the section with the focus if it is visible, else of the top one."""
        if self._page is None or self.signalsBlocked():
            return
        focused = self._focused_section()
        self._mark(self._section_at_top() if focused < 0 else focused)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        page = self._page
        if page is not None and now is not None and page.isAncestorOf(now):
            self._mark(self._section_of(now))

    def _mark(self, number: int) -> None:
        if 0 <= number < self.count() and number != self.currentIndex():
            with QSignalBlocker(self):
                self.setCurrentIndex(number)
        self._emit_shown(number)

    def _emit_shown(self, number: int) -> None:
        if 0 <= number < len(self._sections):
            self.section_shown.emit(self._sections[number].fields if number else ())

    def _top(self, number: int) -> int:
        sheet = self._page.widget() if self._page is not None else None
        assert sheet is not None
        return self._sections[number].box.mapTo(sheet, QPoint()).y()

    def _section_at_top(self) -> int:
        assert self._page is not None
        bar = self._page.verticalScrollBar()
        if bar.value() == 0:  # while a page is laid out, its sections have no places yet
            return 0
        if bar.value() == bar.maximum():
            return self.count() - 1
        seen = bar.value() + self._page.viewport().height() // 4
        return max((n for n in range(self.count()) if self._top(n) <= seen), default=0)

    def _focused_section(self) -> int:
        """Return the index of the section with the focus if it is visible, else -1."""
        page, focused = self._page, QApplication.focusWidget()
        if page is None or focused is None or not page.isAncestorOf(focused):
            return -1
        return self._section_of(focused) if not focused.visibleRegion().isEmpty() else -1

    def _section_of(self, widget: QWidget) -> int:
        boxes = [section.box for section in self._sections]
        return next((n for n, box in enumerate(boxes) if box.isAncestorOf(widget)), -1)
