"""The page: the selected entity as readers see it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from laddereditor.gui.clipboard.clipboard import text_data
from laddereditor.gui.export.files import files_of
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.panes.draw_while_seen import DrawWhileSeen
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.web_link import is_safe_address
from laddereditor.presentation.export.offers import ExportOffer, pages_offer
from laddereditor.reports.page.html import page_html
from laddereditor.reports.page.parts import shortened
from laddereditor.reports.page.places import page_at

_DELAY_MS = 60  # one drawing for a burst of typing
_INDENT, _NARROW_INDENT = 40.0, 16.0  # of a list, in pixels
_LONG_HTML = 30_000  # characters from which Qt reads a page in a turn of its own
_ROOMY = 38  # characters from which terms have room beside what they mean


class PageView(QTextBrowser):
    """Shows the page of the workspace's address; drawn only while it is in view.

    It follows the section shown in the form, and a click goes to the field of the clicked text.
    """

    field_wanted = Signal(FieldPath)
    export_kind = "the page"

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageView")
        self.setAccessibleName("Page as readers see it")
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setProperty("look", "view")
        self.document().setDocumentMargin(current_theme().space("l"))
        self._workspace = workspace
        self._shown: tuple[object, str, bool] | None = None  # ladder, address, whether narrow
        self.selected: Callable[[], Sequence[Address]] = tuple  # the entries selected in the tree
        self._followed: tuple[str, ...] = ()  # fields of the section that the form is at
        self._pressed = QPoint()
        self._is_requesting = False  # the form follows a click here, so the page does not move
        self.setToolTip("Click a text to go to its field")
        self._html = ("", True)  # of the page, and whether the one before was of the same place
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._put_html)
        self._drawing = DrawWhileSeen(self, self._draw_page, _DELAY_MS)
        workspace.session_changed.connect(self._drawing.later)
        workspace.changed.connect(self._drawing.in_a_pause)
        workspace.address_changed.connect(self._drawing.later)

    def loadResource(self, kind: int, name: QUrl | str) -> None:
        """Load nothing: a page has no pictures, and a text cannot add one."""

    def refresh(self) -> None:
        """Draw again with the present colours."""
        self._shown = None
        self.draw()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what is selected dark on light, in whatever colours it is shown."""
        session, here = self._workspace.session, self.textCursor()
        if session is None:
            return super().createMimeDataFromSelection()
        paper = QTextDocument()
        page = shortened(page_at(session.ladder, self._workspace.address))
        paper.setHtml(page_html(page, narrow=self._is_narrow))
        cursor = QTextCursor(paper)
        cursor.setPosition(here.selectionStart())
        cursor.setPosition(here.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
        return text_data(cursor.selection().toPlainText(), html=cursor.selection().toHtml())

    def offers(self) -> tuple[ExportOffer, ...]:
        """Return the pages of all that is selected, and the one that is shown."""
        session = self._workspace.session
        if session is None:
            return ()
        files = files_of(session.ladder, self._workspace.sessions)
        shown, selected = [self._workspace.address], self.selected()
        several = [selected] if len(selected) > 1 else []
        return tuple(pages_offer(session.ladder, one, files) for one in (*several, shown))

    def flush(self) -> None:
        """Do nothing: nothing is typed here."""

    def focus(self) -> None:
        """Go to the page, which the arrow keys scroll."""
        self.setFocus()

    def draw(self) -> None:
        """Draw the page of the address now, if it is seen."""
        self._drawing.now()

    @property
    def _is_narrow(self) -> bool:
        return self.viewport().width() < _ROOMY * self.fontMetrics().averageCharWidth()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place terms above their descriptions if there is no room beside them."""
        super().resizeEvent(event)
        if self._shown is not None and self._shown[2] != self._is_narrow:
            self._drawing.later()

    def _draw_page(self) -> None:
        """Draw the page, keeping the scroll position of the same page."""
        session = self._workspace.session
        if session is None:
            self._next_turn.stop()
            self._shown = None
            self.clear()
            return
        address = self._workspace.address
        state = (session.ladder, address, self._is_narrow)
        if self._shown == state and self._shown[0] is session.ladder:
            return
        same_place = self._shown is not None and self._shown[1] == address
        if self._next_turn.isActive():  # what is in sight is still the page before that one
            same_place = same_place and self._html[1]
        self._shown = state
        page = shortened(page_at(session.ladder, address))
        html = page_html(page, current_theme().colors, anchors=True, narrow=self._is_narrow)
        self._html = html, same_place
        if len(html) > _LONG_HTML:
            self._next_turn.start()
        else:
            self._put_html()

    def _put_html(self) -> None:
        self._next_turn.stop()
        html, same_place = self._html
        place = self.verticalScrollBar().value() if same_place else 0
        self.document().setIndentWidth(_NARROW_INDENT if self._is_narrow else _INDENT)
        self.setHtml(html)
        self.verticalScrollBar().setValue(place)
        if not same_place:
            self._show_followed()

    # -- form and page follow each other ------------------------------------------------------

    def follow(self, fields: tuple[str, ...]) -> None:
        """Scroll to the section that shows one of the fields; to the top for none."""
        if fields != self._followed:
            self._followed = fields
            if not self._is_requesting:
                self._show_followed()

    def _show_followed(self) -> None:
        if not self._followed:
            self.verticalScrollBar().setValue(0)
        elif found := self._first_anchor(self._followed):
            self.scrollToAnchor(found)

    def _first_anchor(self, fields: tuple[str, ...]) -> str:
        block = self.document().begin()
        while block.isValid():
            if (name := _anchor_in(block)) and FieldPath(name).name in fields:
                return name
            block = block.next()
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll to the start or the end by Ctrl+Home and Ctrl+End too; Qt takes Home and End."""
        if event.matches(QKeySequence.StandardKey.MoveToStartOfDocument):
            self.verticalScrollBar().setValue(0)
        elif event.matches(QKeySequence.StandardKey.MoveToEndOfDocument):
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the link or ask for the field of what was clicked; a drag selects text."""
        super().mouseReleaseEvent(event)
        here = event.position().toPoint()
        stayed = (here - self._pressed).manhattanLength() < QApplication.startDragDistance()
        url = self.anchorAt(here)
        if event.button() == Qt.MouseButton.LeftButton and stayed and is_safe_address(url):
            QDesktopServices.openUrl(QUrl(url))
        elif event.button() == Qt.MouseButton.LeftButton and stayed and self._shown is not None:
            self._request_field(FieldPath(self._field_at(here)))

    def _request_field(self, field: FieldPath) -> None:
        self._is_requesting = True
        try:
            self.field_wanted.emit(field)
        finally:
            self._is_requesting = False

    def _field_at(self, point: QPoint) -> str:
        """Return the field of the text at a point, "" above all sections."""
        block = self.cursorForPosition(point).block()
        while block.isValid():
            if name := _anchor_in(block):
                return name
            block = block.previous()
        return ""


def _anchor_in(block: QTextBlock) -> str:
    """Return the name of the first anchor of a block, "" for none."""
    pieces = block.begin()
    while not pieces.atEnd():
        if names := pieces.fragment().charFormat().anchorNames():
            return str(names[0])
        pieces += 1
    return ""
