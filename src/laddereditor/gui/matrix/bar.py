"""The bar above the matrix: the family, its levels, how rows are aligned, the number of gaps."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from laddereditor.compare.sheet.columns import GENERIC
from laddereditor.gui.forms.inputs import ChoiceInput
from laddereditor.gui.forms.labels import LinkButton, PlainLabel, ThemeIcon
from laddereditor.gui.look.labels import ElidedLabel
from laddereditor.gui.look.theme import current_theme
from laddereditor.model.address import Address
from laddereditor.model.counting import plural
from laddereditor.presentation.review.states import ANY, review_states


class MatrixBar(QWidget):
    """Chooses what the matrix shows."""

    family_chosen = Signal(Address)
    changed = Signal()
    gap_wanted = Signal()  # the first gap

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
        self.chooser.setMinimumWidth(self.fontMetrics().averageCharWidth() * 12)
        self.chooser.chosen.connect(lambda chosen: self.family_chosen.emit(Address(chosen)))
        self.all_tracks = self._switch("All tracks", "Show the levels of every track")
        self.apart = self._switch(
            "Statements apart",
            "Give each statement a row of its own unless another level has one like it",
        )
        self.state = self._state_choice()
        self._sign = ThemeIcon(parent=self)
        self._sign.draw("warning", "warning")
        self._gaps = LinkButton(parent=self)
        self._gaps.setObjectName("matrixGaps")
        self._gaps.clicked.connect(self.gap_wanted)
        self._more = PlainLabel(role="text_muted", parent=self)
        row.addWidget(self.chooser)
        row.addWidget(self.all_tracks)
        row.addWidget(self.apart)
        row.addWidget(self.state)
        row.addStretch(1)
        row.addWidget(self._sign)
        row.addWidget(self._gaps)
        row.addWidget(self._more)

    def _state_choice(self) -> ChoiceInput:
        box = ChoiceInput(self)
        box.setObjectName("matrixState")
        box.setAccessibleName("Status of the profiles that are shown")
        box.setAccessibleDescription("Shows only profiles that are a draft, in review, due …")
        box.offer(((ANY, "Any status"), *review_states()))
        box.put(ANY)
        box.chosen.connect(lambda _state: self.changed.emit())
        return box

    def _switch(self, words: str, explanation: str) -> QCheckBox:
        button = QCheckBox(words, self)
        button.setToolTip(explanation)
        button.setAccessibleDescription(explanation)
        button.toggled.connect(lambda _on: self.changed.emit())
        return button

    def show_state(self, address: Address, gaps: int, left_out: int = 0) -> None:
        """Show which family the matrix shows, and what is missing in it.

        Args:
            address: The family, or `GENERIC` for the levels alone.
            gaps: How many gaps it has.
            left_out: How many levels have no column.
        """
        self.chooser.put(address)
        self.all_tracks.setVisible(address != GENERIC)
        self.state.setVisible(address != GENERIC)
        self._sign.setVisible(bool(gaps))
        self._gaps.setVisible(bool(gaps))
        self._gaps.show_text(plural(gaps, "gap"))
        self._gaps.setToolTip(
            "Go to the first thing that other levels of the family say and one does not (F7)"
        )
        parts = [] if gaps else ["No gaps"]
        if left_out:
            parts.append(plural(left_out, "more level is not shown", "more levels are not shown"))
        self._more.show_text("; ".join(parts))


class CellDetailsLine(ElidedLabel):
    """One line of words below the sheet, cut off where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("matrixDetails")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return room for one line."""
        return QSize(0, self.fontMetrics().height() + 2 * current_theme().space("xs"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the words that fit."""
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), theme.color("panel"))
        painter.setPen(theme.color("border"))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
        painter.setPen(theme.color("text_muted"))
        self.draw_words(painter, self.rect().adjusted(theme.space("s"), 0, -theme.space("s"), 0))
        painter.end()
