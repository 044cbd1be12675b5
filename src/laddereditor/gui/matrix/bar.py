"""The line above the matrix: which family, which levels, how rows are shared, how many gaps."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from laddereditor.compare.matrix_columns import GENERIC
from laddereditor.gui.forms.inputs import ChoiceInput
from laddereditor.gui.forms.looks import Picture, Words
from laddereditor.gui.forms.words import plural
from laddereditor.gui.theme import current_theme


class MatrixBar(QWidget):
    """Chooses what the matrix shows."""

    family_chosen = Signal(str)
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(
            theme.space("s"), theme.space("xs"), theme.space("s"), theme.space("xs")
        )
        row.setSpacing(theme.space("s"))
        self.chooser = ChoiceInput(self)
        self.chooser.setObjectName("matrixFamily")
        self.chooser.setAccessibleName("Family")
        self.chooser.setMinimumContentsLength(28)
        self.chooser.chosen.connect(self.family_chosen)
        self.all_tracks = self._switch("All tracks", "Show the levels of every track")
        self.apart = self._switch(
            "Statements apart",
            "Give each statement a row of its own unless another level has one like it",
        )
        self._sign = Picture(parent=self)
        self._sign.draw("warning", "warning")
        self._gaps = Words(role="text_muted", parent=self)
        row.addWidget(self.chooser)
        row.addWidget(self.all_tracks)
        row.addWidget(self.apart)
        row.addStretch(1)
        row.addWidget(self._sign)
        row.addWidget(self._gaps)

    def _switch(self, words: str, explanation: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setToolTip(explanation)
        button.setAccessibleDescription(explanation)
        button.setCheckable(True)
        button.toggled.connect(lambda _on: self.changed.emit())
        return button

    def show_state(self, address: str, gaps: int) -> None:
        """Show which family is in front, and how many gaps it has."""
        self.chooser.put(address)
        self.all_tracks.setVisible(address != GENERIC)
        self._sign.setVisible(bool(gaps))
        self._gaps.say(plural(gaps, "gap") if gaps else "No gaps")
        self._gaps.setToolTip("What other levels of the family say and one does not")
