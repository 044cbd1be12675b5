"""A read-only text as high as its lines, with the words that came and went marked."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import (
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from laddereditor.align.marks import Mark
from laddereditor.gui.theme import current_theme


class MarkedText(QTextEdit):
    """Shows runs of plain text; what came is underlined, what went is struck out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Mark, ...] = ()
        self._empty = ""
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(current_theme().space("xs"))

    def show_marks(self, marks: Iterable[Mark], empty: str = "") -> None:
        """Show runs of text; `empty` stands there, muted, if there are none."""
        found = tuple(mark for mark in marks if mark.text)
        if (found, empty) != (self._marks, self._empty):
            self._marks, self._empty = found, empty
            self.refresh()

    def refresh(self) -> None:
        """Write the text with the colours now in force."""
        self.clear()
        cursor = QTextCursor(self.document())
        for mark in self._marks:
            cursor.insertText(mark.text, _format(mark.kind))
        if not self._marks:
            cursor.insertText(self._empty, _format("empty"))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.fit()

    def fit(self) -> None:
        """Take the height that the text needs at this width."""
        width = self.viewport().width()
        if width < 40:
            return
        document = self.document()
        document.setTextWidth(width)
        # The viewport may have another height than the frame has room for until it is laid out.
        around = max(0, self.height() - self.maximumViewportSize().height())
        height = round(document.size().height()) + around
        if height != self.maximumHeight() or height != self.minimumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow when the lines break elsewhere."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow or shrink with the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self.fit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what the text stands in."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Return a small hint: the width comes from outside, the height from the text."""
        return QSize(160, self.minimumHeight())


def _format(kind: str) -> QTextCharFormat:
    theme, form = current_theme(), QTextCharFormat()
    form.setForeground(theme.color({"gone": "removed", "new": "added"}.get(kind, "text")))
    if kind == "gone":
        form.setFontStrikeOut(True)
        form.setBackground(theme.color("removed_bg"))
    elif kind == "new":
        form.setFontUnderline(True)
        form.setBackground(theme.color("added_bg"))
    elif kind == "empty":
        form.setForeground(theme.color("text_muted"))
        form.setFontItalic(True)
    return form
