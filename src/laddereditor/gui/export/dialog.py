"""The dialog of an export: what, as what, in which file and for whom, with a preview."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.dialogs.questions import Question
from laddereditor.gui.export.choice_box import choice_box
from laddereditor.gui.export.parts_tree import PartsTree
from laddereditor.gui.export.preview_html import offer_html
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme
from laddereditor.presentation.export.ladder_choice import counts, preview_html, with_ticked
from laddereditor.presentation.export.offers import READERS, WITH_PAY, ExportAnswer, ExportOffer
from laddereditor.presentation.export.subjects import (
    AnyExportAnswer,
    ExportRequest,
    ExportSubject,
    LadderExportAnswer,
    export_subjects,
    groups_of,
)
from laddereditor.reports.export_scope import AUDIENCES
from laddereditor.reports.exporter import Exporter, ExportRefused, ExportScope
from laddereditor.reports.exporters import EXPORTERS
from laddereditor.reports.formats import Format, formats_of

_LETTERS = 26  # of a box with choices
_SIZE = (980, 620)
_PAUSE_MS = 200  # after the last tick, before the preview is made again
_USUAL = "Word document"  # the kind of file that is chosen at first
_QUESTION = "What do you want to export, as what, and for whom?"


class ExportChoice(QWidget):
    """The choices at the left, and what goes out, or its first pages, at the right."""

    usable = Signal(bool)  # whether anything can go out

    def __init__(self, request: ExportRequest, parent: QWidget | None = None) -> None:
        """Offer what can be exported.

        Args:
            request: What the person looks at, which is offered first.
            parent: The parent widget.
        """
        super().__init__(parent)
        self._ladder, self._subjects = request.ladder, export_subjects(request)
        self._what = choice_box("export.what", "What is exported", _LETTERS, self)
        self._what.addItems([one.words for one in self._subjects])
        self._groups = choice_box("export.as", "What it is exported as", _LETTERS, self)
        self._groups.addItems(groups_of(EXPORTERS))
        self._formats = choice_box("export.format", "Kind of file", _LETTERS, self)
        self._readers = choice_box("export.audience", "Who will read it", _LETTERS, self)
        self._parts = PartsTree(self._ladder, self) if self._ladder else None
        self._summary = plain_label("", self)
        self._summary.setObjectName("export.summary")
        self._summary.setWordWrap(True)
        self._text = QTextBrowser(self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._rows = QFormLayout()
        self._lay_out()
        self._pause.timeout.connect(self._show)
        self._what.currentIndexChanged.connect(self._choose)
        self._groups.currentIndexChanged.connect(self._offer_formats)
        self._formats.currentIndexChanged.connect(self._show)
        self._readers.currentIndexChanged.connect(self._show)
        if self._parts is not None:
            self._parts.itemChanged.connect(lambda *_: self._pause.start())
        self._choose()
        self.setFocusProxy(self._what)

    def _lay_out(self) -> None:
        self._text.setObjectName("export.preview")
        self._text.setAccessibleName("Preview of what is exported")
        self._text.setProperty("look", "sheet")
        self._text.setOpenLinks(False)
        self._text.setTabChangesFocus(True)
        left, columns = QVBoxLayout(), QHBoxLayout(self)
        self._rows.addRow("&What", self._what)
        self._rows.addRow("&As", self._groups)
        self._rows.addRow("&File", self._formats)
        self._rows.addRow("F&or", self._readers)
        left.addLayout(self._rows)
        if self._parts is not None:
            left.addWidget(self._parts, 1)
        left.addWidget(self._summary)
        left.addStretch(0)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(current_theme().space("m"))
        columns.addLayout(left, 2)
        columns.addWidget(self._text, 3)

    # -- what is chosen ---------------------------------------------------------------------------

    @property
    def _subject(self) -> ExportSubject:
        return self._subjects[self._what.currentIndex()]

    def _exporters(self) -> list[Exporter]:
        return [one for one in EXPORTERS if one.group == self._groups.currentText()]

    def _exporter(self) -> Exporter:
        return self._exporters()[self._formats.currentIndex()]

    def scope(self) -> ExportScope:
        """Return what of the ladder was chosen, and for whom."""
        audience = list(AUDIENCES)[self._readers.currentIndex()]
        scope = ExportScope(audience, at=self._subject.at)
        return with_ticked(scope, self._ticked())

    def _ticked(self) -> dict[str, Sequence[str]]:
        if self._parts is None or not self._subject.has_parts:
            return {}
        return self._parts.ticked()

    def _with_pay(self, offer: ExportOffer) -> bool:
        return offer.has_pay and list(READERS)[self._readers.currentIndex()] == WITH_PAY

    def answer(self) -> AnyExportAnswer:
        """Return what was chosen."""
        subject = self._subject
        if subject.offer is None:
            return LadderExportAnswer(self._exporter(), self.scope(), subject.title)
        chosen = _files_of(subject.offer)[self._formats.currentIndex()]
        return ExportAnswer(subject.offer, chosen, self._with_pay(subject.offer))

    # -- what is offered --------------------------------------------------------------------------

    def _choose(self, *_: object) -> None:
        """Offer what fits to the subject: a report is what it is, and knows of pay alone."""
        subject = self._subject
        self._rows.setRowVisible(self._groups, subject.offer is None)
        if self._parts is not None:
            self._parts.setVisible(subject.has_parts)
        readers = AUDIENCES if subject.offer is None else READERS
        _refill(self._readers, list(readers.values()))
        self._readers.setEnabled(subject.offer is None or subject.offer.has_pay)
        self._offer_formats()

    def _offer_formats(self, *_: object) -> None:
        offer = self._subject.offer
        if offer is None:
            _refill(self._formats, [one.file_words for one in self._exporters()])
        else:
            _refill(self._formats, [one.title for one in _files_of(offer)])
        self._show()

    def _show(self, *_: object) -> None:
        """Show what goes out and how much that is, or why nothing does."""
        self._pause.stop()
        try:
            page, words = self._seen()
        except ExportRefused as refused:
            page, words = "", str(refused)
        self._summary.setText(words)
        self._text.setHtml(page)
        self.usable.emit(bool(page))

    def _seen(self) -> tuple[str, str]:
        """Return what goes out as HTML, and a sentence about it.

        Raises:
            ExportRefused: Nothing can go out; the message says why.
        """
        offer = self._subject.offer
        if offer is not None:
            pay = self._with_pay(offer)
            words = f"{self._formats.currentText()}, for {_whom(offer, pay=pay)}."
            return offer_html(offer, pay=pay), words
        empty = next((name for name, keys in self._ticked().items() if not keys), "")
        if empty:
            raise ExportRefused(f"Nothing is ticked below {empty.capitalize()}.")
        assert self._ladder is not None  # only a ladder has subjects without a report
        scope = self.scope()
        page = preview_html(self._ladder, scope, self._exporter())
        return page, counts(self._ladder, scope)


def _files_of(offer: ExportOffer) -> "list[Format[object]]":
    return [one for one in formats_of(offer.shows) if one.suffix]


def _refill(box: QComboBox, words: list[str]) -> None:
    """Offer other choices, with the same one chosen if it is among them."""
    before = box.currentText()
    with QSignalBlocker(box):
        box.clear()
        box.addItems(words)
        wanted = before if before in words else _USUAL
        box.setCurrentIndex(words.index(wanted) if wanted in words else 0)


def _whom(offer: ExportOffer, *, pay: bool) -> str:
    if not offer.has_pay:
        return "everybody: there is nothing about pay in it"
    if pay:
        return "those who may see pay: it says what people are paid"
    return "everybody: what people are paid is left out"


def ask_export(request: ExportRequest, window: QWidget) -> AnyExportAnswer | None:
    """Ask in a dialog; return None if it is cancelled.

    Args:
        request: What the person looks at.
        window: The window.
    """
    question = Question("Export", _QUESTION, window)
    choice = ExportChoice(request, question)
    question.add(choice, 1)
    export = question.offer("Export…", "export")
    choice.usable.connect(export.setEnabled)
    question.offer_cancel()
    question.resize(*_SIZE)
    answers: list[AnyExportAnswer] = []
    question.accepted.connect(lambda: answers.append(choice.answer()))
    choice.setFocus()
    question.ask()
    return answers[0] if answers else None
