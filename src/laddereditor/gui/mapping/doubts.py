"""The strip that asks at most three doubtful things, each with its default."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from laddereditor.exchange.tables import Doubt
from laddereditor.gui.forms.inputs import ChoiceInput
from laddereditor.gui.forms.labels import ElidedFormLabel
from laddereditor.gui.look.theme import current_theme
from laddereditor.presentation.mapping.sheet_list import doubt_words

_MOST = 3


class DoubtStrip(QWidget):
    """A question, its answers and why the present one is the default, in a line each."""

    answered = Signal(str, str)  # the id of the doubt, and of the answer

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mappingDoubts")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current_theme().space("s"))
        grid.setVerticalSpacing(current_theme().space("xs"))
        self._ids: list[str] = []
        self._lines = [self._line(grid, at) for at in range(_MOST)]
        grid.setColumnStretch(2, 1)

    def _line(
        self, grid: QGridLayout, at: int
    ) -> tuple[ElidedFormLabel, ChoiceInput, ElidedFormLabel]:
        question = ElidedFormLabel(parent=self)
        answer = ChoiceInput(self)
        answer.setObjectName(f"doubt.{at + 1}")
        why = ElidedFormLabel(role="text_muted", step="small", parent=self)
        why.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        answer.chosen.connect(lambda chosen, at=at: self.answered.emit(self._ids[at], chosen))
        for column, widget in enumerate((question, answer, why)):
            grid.addWidget(widget, at, column)
        return question, answer, why

    def show_doubts(self, doubts: Sequence[Doubt]) -> None:
        """Show questions in place of those before."""
        self._ids = [one.id for one in doubts]
        self.setVisible(bool(doubts))
        for at, (question, answer, why) in enumerate(self._lines):
            one = doubts[at] if at < len(doubts) else None
            for widget in (question, answer, why):
                widget.setVisible(one is not None)
            if one is not None:
                question.show_text(one.question)
                question.setToolTip(one.question)
                answer.offer(tuple((choice.id, choice.text) for choice in one.choices))
                answer.put(one.answer)
                answer.setAccessibleName(one.question)
                answer.setAccessibleDescription(doubt_words(one))
                reason = doubt_words(one)
                why.show_text(f"✓ {reason}" if one.pinned else reason)
