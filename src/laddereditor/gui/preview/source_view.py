"""The source: the text of the selected record as a save would write it, read-only."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QFontDatabase,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from laddereditor.gui.focus.passing import FocusPassing
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.look.yaml_colors import YamlColors
from laddereditor.gui.panes.draw_while_seen import DrawWhileSeen
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.storage.files.document import excerpt, place_of

_DELAY_MS = 60  # one drawing for a burst of typing
_LONGEST = 10_000  # characters of a line that are shown


def cut_lines(text: str) -> tuple[str, int]:
    """Return a text with its longest lines cut, and how many were cut."""
    lines = text.split("\n")
    cut = [f"{one[:_LONGEST]}…" if len(one) > _LONGEST else one for one in lines]
    return "\n".join(cut), sum(len(one) > _LONGEST for one in lines)


class _LineNumbers(QWidget):
    """The column of line numbers of the file, left of the text."""

    def __init__(self, editor: "SourceEditor") -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        """Return the width the numbers need."""
        return QSize(self._editor.numbers_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines in view."""
        self._editor.paint_numbers(event)


class SourceEditor(QPlainTextEdit):
    """Read-only text with the line numbers it has in the file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setObjectName("sourceView")
        self.setAccessibleName("Text of the file, read-only")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setProperty("look", "view")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._first_line = 1
        self.lines_cut = 0
        self._numbers = _LineNumbers(self)
        self.colors = YamlColors(self.document(), current_theme())
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scroll_numbers)
        self.updateRequest.connect(self._colour_in_sight)
        self.use_fixed_font()

    def use_fixed_font(self) -> None:
        """Use the platform's fixed-width font at the size of the program's text."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(current_theme().font("body").pointSizeF())
        self.setFont(font)
        self._make_room()

    def show_text(self, first_line: int, text: str) -> None:
        """Show a piece of the file that starts at `first_line` (from 1)."""
        self._first_line = first_line
        text, self.lines_cut = cut_lines(text)
        if text != self.toPlainText():
            place = self.verticalScrollBar().value()
            self.setPlainText(text)
            self.verticalScrollBar().setValue(place)
        self._make_room()

    def mark_line(self, line: int) -> None:
        """Bring a line of the file into view and mark it."""
        block = self.document().findBlockByNumber(line - self._first_line)
        if not block.isValid():
            self.setExtraSelections([])
            return
        cursor = QTextCursor(block)
        self.setTextCursor(cursor)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format.setBackground(current_theme().color("code_line_bg"))
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        self.setExtraSelections([mark])
        # Near the top, so that what belongs to the line is in view below it.
        self.verticalScrollBar().setValue(max(0, block.blockNumber() - 2))

    def numbers_width(self) -> int:
        """Return the width of the column of numbers in pixels."""
        last = str(self._first_line + self.blockCount())
        return self.fontMetrics().horizontalAdvance(last) + 2 * current_theme().space("s")

    def _make_room(self) -> None:
        self.setViewportMargins(self.numbers_width(), 0, 0, 0)
        self._numbers.update()

    def _scroll_numbers(self, area: QRect, dy: int) -> None:
        if dy:
            self._numbers.scroll(0, dy)
        else:
            self._numbers.update(0, area.y(), self._numbers.width(), area.height())

    def _colour_in_sight(self, _area: QRect, _dy: int) -> None:
        first = self.firstVisibleBlock().blockNumber()
        lines = self.viewport().height() // max(1, self.fontMetrics().lineSpacing())
        self.colors.show_lines(first, first + lines + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers beside the text."""
        super().resizeEvent(event)
        area = self.contentsRect()
        self._numbers.setGeometry(area.left(), area.top(), self.numbers_width(), area.height())

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines that are in view."""
        theme = current_theme()
        painter = QPainter(self._numbers)
        painter.fillRect(event.rect(), theme.color("window"))
        painter.setPen(theme.color("text_muted"))
        painter.setFont(self.font())
        block = self.firstVisibleBlock()
        right = self._numbers.width() - theme.space("s")
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= event.rect().bottom():
            height = self.blockBoundingRect(block).height()
            number = str(self._first_line + block.blockNumber())
            painter.drawText(
                0, round(top), right, round(height), Qt.AlignmentFlag.AlignRight, number
            )
            block, top = block.next(), top + height
        painter.end()


class SourcePanel(QWidget):
    """The text of the record that the workspace's address is in, with its place in the file."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._field = ""
        theme = current_theme()
        self._caption = plain_label("", self)
        self._caption.setContentsMargins(theme.space("s"), theme.space("xs"), theme.space("s"), 0)
        self.editor = SourceEditor(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space("xs"))
        layout.addWidget(self._caption)
        layout.addWidget(self.editor)
        FocusPassing(self, self.editor)
        self._drawing = DrawWhileSeen(self, self._draw_record, _DELAY_MS)
        workspace.session_changed.connect(self._drawing.later)
        workspace.changed.connect(self._drawing.later)
        workspace.address_changed.connect(self._follow)

    def _follow(self, _address: Address, field: FieldPath) -> None:
        self._field = field
        self._drawing.later()

    def refresh(self) -> None:
        """Redraw with the current colours and font."""
        self.editor.colors.use(current_theme())
        self.editor.use_fixed_font()
        self.draw()

    def flush(self) -> None:
        """Do nothing: nothing is typed here."""

    def focus(self) -> None:
        """Go to the text."""
        self.editor.setFocus()

    def draw(self) -> None:
        """Show the text of the record now, if it is seen."""
        self._drawing.now()

    def _draw_record(self) -> None:
        session = self._workspace.session
        if session is None:
            self._caption.setText("No ladder is open.")
            self.editor.show_text(1, "")
            return
        address = self._workspace.address
        first, text = excerpt(session.document, address)
        last = first + max(0, text.rstrip("\n").count("\n"))
        unsaved = ", not saved yet" if session.is_modified else ""
        self.editor.show_text(first, text.rstrip("\n"))
        cut = f", longer lines cut at {_LONGEST:,} characters" if self.editor.lines_cut else ""
        place = place_of(session.document, address, FieldPath(self._field))
        file = f"{session.name}/{place.file}" if place and place.file else session.name
        self._caption.setText(f"{file}, lines {first}–{last}{cut}{unsaved}")
        if place:
            self.editor.mark_line(place.line)
