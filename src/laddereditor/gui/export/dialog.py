"""The dialog of an export: what to export, for whom, and in which format."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QFormLayout, QRadioButton, QVBoxLayout, QWidget

from laddereditor.gui.dialogs.questions import Question
from laddereditor.gui.export.choice_box import choice_box
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme
from laddereditor.presentation.export.offers import (
    READERS,
    WITH_PAY,
    WITHOUT_PAY,
    ExportAnswer,
    ExportOffer,
)
from laddereditor.reports.formats import Format, formats_of

_LETTERS = 30  # of a box with choices
_QUESTION = "What do you want to export, for whom, and in which format?"


class ExportChoice(QWidget):
    """The three choices, and a sentence that sums them up."""

    def __init__(self, offers: Sequence[ExportOffer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = list(offers)
        self._what = choice_box("export.what", "What is exported", _LETTERS, self)
        self._what.addItems([offer.words for offer in self._offers])
        self._formats = choice_box("export.format", "Kind of file", _LETTERS, self)
        self._everybody, self._those = (
            QRadioButton(READERS[reader], self) for reader in (WITHOUT_PAY, WITH_PAY)
        )
        self._everybody.setChecked(True)
        self._summary = plain_label("", self)
        self._summary.setObjectName("export.summary")
        self._summary.setWordWrap(True)
        self._lay_out()
        self._what.currentIndexChanged.connect(self._offer_formats)
        self._formats.currentIndexChanged.connect(self._show_summary)
        self._those.toggled.connect(self._show_summary)
        self._offer_formats()
        self.setFocusProxy(self._what)

    def _lay_out(self) -> None:
        whom = QVBoxLayout()
        whom.setSpacing(current_theme().space("xs"))
        whom.addWidget(self._everybody)
        whom.addWidget(self._those)
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addRow("&What", self._what)
        rows.addRow("For", whom)
        rows.addRow("&File", self._formats)
        rows.addRow(self._summary)

    @property
    def _offer(self) -> ExportOffer:
        return self._offers[self._what.currentIndex()]

    def _listed(self) -> list[Format[Any]]:
        return [one for one in formats_of(self._offer.shows) if one.suffix]

    def _offer_formats(self) -> None:
        before = self._formats.currentText()
        titles = [one.title for one in self._listed()]
        self._formats.blockSignals(True)
        self._formats.clear()
        self._formats.addItems(titles)
        self._formats.setCurrentIndex(titles.index(before) if before in titles else 0)
        self._formats.blockSignals(False)
        self._those.setEnabled(self._offer.has_pay)
        self._show_summary()

    def answer(self) -> ExportAnswer:
        """Return what was chosen."""
        pay = self._offer.has_pay and self._those.isChecked()
        return ExportAnswer(self._offer, self._listed()[self._formats.currentIndex()], pay)

    def _show_summary(self, *_: object) -> None:
        answer = self.answer()
        if not answer.offer.has_pay:
            whom = "everybody: there is nothing about pay in it"
        elif answer.pay:
            whom = "those who may see pay: it says what people are paid"
        else:
            whom = "everybody: what people are paid is left out"
        self._summary.setText(f"{answer.format.title}, for {whom}.")


def ask_export(offers: Sequence[ExportOffer], window: QWidget) -> ExportAnswer | None:
    """Ask in a dialog; return None if it is cancelled."""
    question = Question("Export", _QUESTION, window)
    choice = ExportChoice(offers, question)
    question.add(choice)
    question.offer("Export…", "export")
    question.offer_cancel()
    answers: list[ExportAnswer] = []
    question.accepted.connect(lambda: answers.append(choice.answer()))
    choice.setFocus()
    question.ask()
    return answers[0] if answers else None
