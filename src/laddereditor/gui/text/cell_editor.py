"""The editor that covers a cell of a sheet while its text is typed."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from laddereditor.gui.text.editor import TextEditor
from laddereditor.gui.text.keys import starts_line

_RISE = 4  # with border and padding, the text is where the cell draws it
_MARGIN = 3
_MIN_ROOM = 40


class CellEditor(TextEditor):
    """A text over its cell, as high as the text but never higher than its container.

    It has its own undo until its text is taken. The keys that end the editing are handled by the
    event filter of the delegate that opened it.
    """

    def __init__(self, parent: QWidget, *, lines: bool = True) -> None:
        super().__init__(parent, lines=lines, own_undo=True)
        self._cell = QRect()
        self.document().setDocumentMargin(_MARGIN)
        self.textChanged.connect(self._fit)

    def begin(self, text: str, *, keep: bool) -> None:
        """Start from a text, the caret at its end; without `keep` the first key replaces it."""
        self.put(text, len(text))
        if not keep:
            self.selectAll()

    def place_over(self, cell: QRect) -> None:
        """Cover a cell, and as much below it as the text needs."""
        self._cell = QRect(cell)  # the one of an option is gone after the call
        self._fit()

    def text_put(self) -> None:
        """Cover what the text needs now."""
        self._fit()

    def _fit(self) -> None:
        ground = self.parentWidget()
        if self._cell.isNull() or ground is None:
            return
        room, width = max(ground.height(), _MIN_ROOM), self._cell.width()
        if self.width() != width:
            self.resize(width, self.height())
        needed = round(self.content_height(room)) + 2 * (_MARGIN + 5)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if needed > room else policy.ScrollBarAlwaysOff
        )
        height = min(max(self._cell.height() + 2 * _RISE, needed), room)
        top = max(0, min(self._cell.top() - _RISE, room - height))
        self.setGeometry(self._cell.left(), top, width, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start no line in a text of one line; leave other keys to the text."""
        if starts_line(event) and not self.lines:
            event.accept()
        else:
            super().keyPressEvent(event)
