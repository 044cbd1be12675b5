"""The dialog that shows what leaves the program: which of several, for whom, and what to do."""

from typing import Any

from PySide6.QtWidgets import QCheckBox, QFormLayout, QTextBrowser, QVBoxLayout, QWidget

from laddereditor.gui.dialogs.questions import Question
from laddereditor.gui.export.choice_box import choice_box
from laddereditor.gui.export.preview_html import offer_html
from laddereditor.gui.look.theme import current_theme
from laddereditor.presentation.export.offers import ExportOffer, PreviewAnswer, PreviewRequest
from laddereditor.reports.formats import Format, formats_of

_LETTERS = 24  # of a box with choices
_PAY = "Include &pay, for those who may see it"
_SIZE = (820, 600)


class PreviewChoice(QWidget):
    """One of several offers as it will be on paper, and the format of a file."""

    def __init__(self, request: PreviewRequest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = [offer for _, offer in request.choices]
        self._box = choice_box("preview.choice", request.label.replace("&", ""), _LETTERS, self)
        self._box.addItems([words for words, _ in request.choices])
        self._pay = QCheckBox(_PAY, self)
        self._pay.setObjectName("preview.pay")
        self._pay.setVisible(any(offer.has_pay for offer in self._offers))
        self._text = self._make_text(request.title)
        self._formats = choice_box("preview.format", "Kind of file", _LETTERS, self)
        self._lay_out(request.label)
        self._box.currentIndexChanged.connect(self._show_choice)
        self._pay.toggled.connect(self._show_text)
        self._show_choice()

    def _make_text(self, title: str) -> QTextBrowser:
        text = QTextBrowser(self)
        text.setObjectName("preview.text")
        text.setAccessibleName(title)
        text.setProperty("look", "sheet")
        text.setOpenLinks(False)
        text.setTabChangesFocus(True)
        return text

    def _lay_out(self, label: str) -> None:
        above, below, column = QFormLayout(), QFormLayout(), QVBoxLayout(self)
        above.addRow(label, self._box)
        above.addRow(self._pay)
        below.addRow("Save &as", self._formats)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().space("s"))
        column.addLayout(above)
        column.addWidget(self._text, 1)
        column.addLayout(below)

    @property
    def _offer(self) -> ExportOffer:
        return self._offers[self._box.currentIndex()]

    def _listed(self) -> list[Format[Any]]:
        return [one for one in formats_of(self._offer.shows) if one.suffix]

    def _show_choice(self, *_: object) -> None:
        before, titles = self._formats.currentText(), [one.title for one in self._listed()]
        self._formats.clear()
        self._formats.addItems(titles)
        self._formats.setCurrentIndex(titles.index(before) if before in titles else 0)
        self._pay.setEnabled(self._offer.has_pay)
        self._show_text()

    def _show_text(self, *_: object) -> None:
        self._text.setHtml(offer_html(self._offer, pay=self._with_pay))

    @property
    def _with_pay(self) -> bool:
        return self._offer.has_pay and self._pay.isChecked()

    def answer(self, way: str | None) -> PreviewAnswer | None:
        """Return what was chosen, for the value of the button that was pressed."""
        pay, chosen = self._with_pay, self._box.currentIndex()
        if way == "save":
            name = self._listed()[self._formats.currentIndex()].name
            return PreviewAnswer("save", name, pay, chosen)
        if way == "copy":
            return PreviewAnswer("copy", "", pay, chosen)
        return PreviewAnswer("print", "", pay, chosen) if way == "print" else None


def ask_preview(request: PreviewRequest, window: QWidget) -> PreviewAnswer | None:
    """Show the offers in a dialog; return None if it is cancelled."""
    question = Question(request.title, request.question, window)
    choice = PreviewChoice(request, question)
    question.add(choice, 1)
    for words, way in (("&Copy", "copy"), ("Sa&ve…", "save"), ("P&rint…", "print")):
        question.offer("", way).setText(words)
    question.offer_cancel()
    question.resize(*_SIZE)
    answers: list[PreviewAnswer | None] = []
    question.accepted.connect(lambda: answers.append(choice.answer(question.answer)))
    question.ask()
    return answers[0] if answers else None
