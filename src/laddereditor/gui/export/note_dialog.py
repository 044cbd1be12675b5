"""The dialog of a change note: what it says, for whom it is, and what to do with it."""

from PySide6.QtWidgets import QCheckBox, QFormLayout, QTextBrowser, QVBoxLayout, QWidget

from laddereditor.compare.reports.common.text_layout import Terminal
from laddereditor.compare.reports.formats import Format, format_of, formats_of
from laddereditor.compare.reports.notes.note import Note, families_in
from laddereditor.gui.dialogs.questions import Question
from laddereditor.gui.export.choice_box import choice_box
from laddereditor.gui.look.theme import current_theme
from laddereditor.presentation.export.offers import ExportOffer, NoteAnswer, family_note_offer

_LETTERS = 24  # of a box with choices
_QUESTION = "This is the note as it will be copied, saved or printed."
_EVERYBODY = "All families"
_PAY = "Include &pay, for those who may see it"
_SIZE = (820, 600)


class NoteChoice(QWidget):
    """The note, the choice of those for whom it is, and the format of a file."""

    def __init__(self, offer: ExportOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._families = families_in(offer.report(offer.has_pay))
        self._whom = choice_box("note.whom", "For whom the note is", _LETTERS, self)
        self._whom.addItems([_EVERYBODY, *self._families])
        self._pay = QCheckBox(_PAY, self)
        self._pay.setObjectName("note.pay")
        self._pay.setVisible(offer.has_pay)
        self._preview = self._make_preview()
        self._formats = choice_box("note.format", "Kind of file", _LETTERS, self)
        self._formats.addItems([one.title for one in self._listed()])
        self._lay_out()
        self._whom.currentIndexChanged.connect(self._show_note)
        self._pay.toggled.connect(self._show_note)
        self._show_note()

    def _make_preview(self) -> QTextBrowser:
        preview = QTextBrowser(self)
        preview.setObjectName("note.preview")
        preview.setAccessibleName("The change note")
        preview.setProperty("look", "sheet")
        preview.setOpenLinks(False)
        preview.setTabChangesFocus(True)
        return preview

    def _lay_out(self) -> None:
        above, below, column = QFormLayout(), QFormLayout(), QVBoxLayout(self)
        above.addRow("&For", self._whom)
        above.addRow(self._pay)
        below.addRow("Save &as", self._formats)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().space("s"))
        column.addLayout(above)
        column.addWidget(self._preview, 1)
        column.addLayout(below)

    def _listed(self) -> list[Format[Note]]:
        return [one for one in formats_of(Note) if one.suffix]

    @property
    def _family(self) -> str:
        return ("", *self._families)[self._whom.currentIndex()]

    def _show_note(self, *_: object) -> None:
        note = family_note_offer(self._offer, self._family).report(self._pay.isChecked())
        self._preview.setHtml(format_of(Note, "pdf").write(note, Terminal()))

    def answer(self, way: str | None) -> NoteAnswer | None:
        """Return what was chosen, for the value of the button that was pressed."""
        pay, family = self._pay.isChecked(), self._family
        if way == "save":
            chosen = self._listed()[self._formats.currentIndex()]
            return NoteAnswer("save", chosen.name, pay, family)
        if way == "copy":
            return NoteAnswer("copy", "", pay, family)
        return NoteAnswer("print", "", pay, family) if way == "print" else None


def ask_note(offer: ExportOffer, window: QWidget) -> NoteAnswer | None:
    """Show the note in a dialog; return None if it is cancelled."""
    question = Question("Change note", _QUESTION, window)
    choice = NoteChoice(offer, question)
    question.add(choice, 1)
    for words, way in (("&Copy", "copy"), ("&Save…", "save"), ("P&rint…", "print")):
        question.offer("", way).setText(words)
    question.offer_cancel()
    question.resize(*_SIZE)
    answers: list[NoteAnswer | None] = []
    question.accepted.connect(lambda: answers.append(choice.answer(question.answer)))
    question.ask()
    return answers[0] if answers else None
