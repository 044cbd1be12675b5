"""The top of the Changes view: what is compared, the totals, and what can be chosen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from laddereditor.gui.changes.parts import menu_button, plain_label
from laddereditor.gui.look.icons import set_icon
from laddereditor.gui.look.theme import current_theme


class ChangesHeader(QWidget):
    """Title and totals at the left, the chooser and the change note at the right."""

    def __init__(
        self,
        fill_sources: Callable[[QMenu], None],
        write_note: Callable[[], object],
        parent: QWidget,
    ) -> None:
        """Create the labels and the two buttons.

        Args:
            fill_sources: Fills the menu of what to compare with, each time it opens.
            write_note: Shows the change note.
            parent: The parent widget.
        """
        super().__init__(parent)
        self.title = plain_label(self, "changesTitle", bold=True)
        self.totals = plain_label(self, "changesTotals")
        self.chooser = menu_button(self, "changesSource", "Compare &with", "history", fill_sources)
        self.note = QToolButton(self)
        self.note.setObjectName("changesNote")
        self.note.setText("Change note…")
        self.note.setToolTip("Write what changed for whom, to be sent or pasted into a text")
        self.note.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_icon(self.note, "note")
        self.note.clicked.connect(lambda _=False: write_note())
        space = current_theme().space
        words = QVBoxLayout()
        words.setSpacing(space("xs"))
        words.addWidget(self.title)
        words.addWidget(self.totals)
        row = QHBoxLayout(self)
        row.setContentsMargins(space("m"), space("s"), space("s"), 0)
        row.setSpacing(space("s"))
        row.addLayout(words, 1)
        for button in (self.chooser, self.note):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def show_text(self, title: str, totals: str) -> None:
        """Show the compared ladders and the totals."""
        self.title.setText(title)
        self.totals.setText(totals)
        self.totals.setVisible(bool(totals))

    def refresh(self) -> None:
        """Redraw with the current sizes."""
        self.title.setFont(current_theme().font("heading", bold=True))
