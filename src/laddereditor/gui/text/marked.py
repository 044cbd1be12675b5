"""A read-only text as high as its lines, with removed and added words marked."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QWidget

from laddereditor.align.marks import Mark
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.document import insert_text
from laddereditor.gui.text.fitted import FittedText
from laddereditor.gui.text.layout import format_of
from laddereditor.presentation.text.runs import TextRole, TextRun

_LOOKS: dict[str, TextRole] = {"gone": "removed", "new": "added"}


class MarkedText(FittedText):
    """Shows runs of plain text; additions are underlined, removals struck out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[TextRun, ...] = ()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(current_theme().space("xs"))

    def show_marks(self, marks: Iterable[Mark], empty: str = "") -> None:
        """Show runs of text; `empty` is shown, muted, if there are none."""
        found = tuple(
            TextRun(mark.text, _LOOKS.get(mark.kind, "text")) for mark in marks if mark.text
        )
        runs = found or (TextRun(empty, "nothing"),)
        if runs != self._runs:
            self._runs = runs
            self.refresh()

    def refresh(self) -> None:
        """Rewrite the text with the current colours."""
        self.clear()
        cursor = QTextCursor(self.document())
        for run in self._runs:
            insert_text(cursor, run.text, format_of(run.look, self.font(), current_theme()))
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.fit()

    def fit(self) -> None:
        """Take the height that the text needs at this width."""
        if self.viewport().width() < 40:
            return
        # The viewport may have another height than the frame has room for until it is laid out.
        frame = max(0, self.height() - self.maximumViewportSize().height())
        inner = self.content_height(float("inf")) + 2 * self.document().documentMargin()
        height = round(inner) + frame
        if height != self.maximumHeight() or height != self.minimumHeight():
            self.setFixedHeight(height)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the container of the text."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Return a small hint: the width comes from outside, the height from the text."""
        return QSize(160, self.minimumHeight())
