"""Asks how a version is to be published: its number, what is new in it, who publishes it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.dialogs.questions import LongText
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.screen_fit import fit_to_screen
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.editor import TextEditor
from laddereditor.gui.text.line import LineEditor
from laddereditor.presentation.dialogs.protocol import PublishAdvice, PublishAnswer, PublishOffer
from laddereditor.presentation.export.offers import ExportOffer

Advise = Callable[[Callable[[PublishAdvice], None]], None]
WriteNote = Callable[[ExportOffer], None]
_Button = QDialogButtonBox.StandardButton
_MEANING = {
    "major": "major: more is asked of people",
    "minor": "minor: clearer, with examples, less is asked, or other titles",
    "patch": "patch: corrections that change nothing for people",
    "first": "the first version",
    "said": "the number that the ladder has already",
}
_DRAFTED = "This is a draft from what changed. Write over it as you like."
_SHOWN = 6  # reasons named; the rest is counted


class PublishDialog(QDialog):
    """Numbers to choose from with what each means; the advice is filled in when it is known."""

    def __init__(
        self,
        offer: PublishOffer,
        advise: Advise,
        write_note: WriteNote,
        parent: QWidget | None = None,
    ) -> None:
        """Ask how a ladder is published.

        Args:
            offer: What it can be published as.
            advise: Called with a function that takes the advice once it is known.
            write_note: Shows a change note, to copy, save or print it.
            parent: The window.
        """
        super().__init__(parent)
        self._write_note = write_note
        self._advised = PublishAdvice("", "", ())
        self.setObjectName("publishDialog")
        self.setWindowTitle(f"Publish a version of {offer.name}")
        self._closed = self._chosen = False
        self._lay_out(offer)
        self.setMinimumWidth(420)
        self.resize(600, self.sizeHint().height())
        self._summary.setFocus()
        self._numbers[0].setChecked(not offer.last)  # for the first there is no other choice
        self._refresh_now()
        advise(self._take_advice)

    # -- building -----------------------------------------------------------------------------

    def _lay_out(self, offer: PublishOffer) -> None:
        space = current_theme().space
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(space("l"),) * 4)
        self._column.setSpacing(space("s"))
        self._column.addWidget(LongText(_opening(offer), self))
        self._rows = QVBoxLayout()
        self._column.addLayout(self._rows)
        self._numbers = [self._number(bump, version) for bump, version in offer.numbers]
        self._advice = LongText("Looking at what changed…" if offer.last else "", self, "muted")
        self._column.addWidget(self._advice, 1)
        self._summary = self._make_summary()
        self._drafted = self._make_draft_words()
        self._author = self._make_author(offer.author)
        self._buttons = self._make_buttons()

    def _plain(self, text: str, look: str = "") -> QLabel:
        label = plain_label(text, self)
        label.setWordWrap(True)
        label.setProperty("look", look)
        return label

    def _number(self, bump: str, version: str) -> QRadioButton:
        button = QRadioButton(f"{version}  —  {_MEANING[bump]}", self)
        button.setObjectName(f"publish.{bump}")
        button.setProperty("version", version)
        button.clicked.connect(self._choose)
        button.toggled.connect(self._refresh_now)
        self._rows.addWidget(button)
        return button

    def _make_summary(self) -> TextEditor:
        label = self._plain("&What is new, in a sentence or two (people read it in the list)")
        field = TextEditor(self, own_undo=True)
        field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        field.setMaximumHeight(90)
        field.setObjectName("publish.summary")
        field.setAccessibleName("What is new")
        field.textChanged.connect(self._refresh_now)
        field.finished.connect(self._finish)
        label.setBuddy(field)
        self._column.addSpacing(current_theme().space("s"))
        self._column.addWidget(label)
        self._column.addWidget(field)
        return field

    def _make_draft_words(self) -> QLabel:
        words = self._plain(_DRAFTED, "muted")
        words.hide()
        self._column.addWidget(words)
        return words

    def _make_author(self, name: str) -> LineEditor:
        label = plain_label("&Published by (may stay empty)", self)
        field = LineEditor(name, self)
        field.setObjectName("publish.author")
        label.setBuddy(field)
        self._column.addWidget(label)
        self._column.addWidget(field)
        return field

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(_Button.Ok | _Button.Cancel, self)
        buttons.button(_Button.Ok).setText("Publish")
        self._note = buttons.addButton("Change &note…", QDialogButtonBox.ButtonRole.ActionRole)
        self._note.setObjectName("publish.note")
        self._note.setToolTip("Show what changed for whom, to copy, save or print it")
        self._note.setEnabled(False)
        self._note.clicked.connect(self._show_note)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._column.addWidget(buttons)
        return buttons

    # -- choosing -----------------------------------------------------------------------------

    def _choose(self) -> None:
        self._chosen = True

    def _take_advice(self, advice: PublishAdvice) -> None:
        """Show the advice, and choose its number unless the person has chosen one."""
        if self._closed:
            return
        more = len(advice.reasons) - _SHOWN
        lines = [f"•  {reason}" for reason in advice.reasons[:_SHOWN]]
        lines += [f"•  and {more} more" for _ in range(more > 0)]
        self._advice.show_text("\n".join([advice.headline, *lines]).strip())
        self._prefer(advice.version)
        self._advised = advice
        self._note.setEnabled(advice.note is not None)
        self._draft_summary(advice.draft)
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))
        fit_to_screen(self)

    def _draft_summary(self, draft: str) -> None:
        """Propose a summary unless the person has begun one; it is selected, to be typed over."""
        if draft and not self._summary.text():
            self._summary.put(draft)
            self._summary.selectAll()
            self._drafted.show()
            self._refresh_now()

    def _show_note(self) -> None:
        """Show the change note with the number that is chosen now."""
        if self._advised.note is not None:
            number = self._number_chosen()
            self._write_note(self._advised.note(str(number.property("version")) if number else ""))

    def _prefer(self, version: str) -> None:
        """Choose a number, offered now if it was not yet, unless the person has chosen one."""
        if version and all(button.property("version") != version for button in self._numbers):
            self._numbers.insert(0, self._number("said", version))
        for button in self._numbers if not self._chosen else ():
            if button.property("version") == version:
                button.setChecked(True)

    def _refresh_now(self) -> None:
        """Enable publishing once there are a number and a summary."""
        ready = self._number_chosen() is not None and bool(self._summary.text().strip())
        self._buttons.button(_Button.Ok).setEnabled(ready)

    def _finish(self) -> None:
        """Publish by Ctrl+Enter in the summary, once that is possible."""
        if self._buttons.button(_Button.Ok).isEnabled():
            self.accept()

    def _number_chosen(self) -> QRadioButton | None:
        return next((button for button in self._numbers if button.isChecked()), None)

    def done(self, result: int) -> None:
        """Ignore advice that arrives after the dialog is closed."""
        self._closed = True
        super().done(result)

    def answer(self) -> PublishAnswer:
        """Return what was chosen and typed; a number was chosen, or it could not be accepted."""
        number = self._number_chosen()
        version = str(number.property("version")) if number else ""
        return PublishAnswer(version, self._summary.text().strip(), self._author.text())


def _opening(offer: PublishOffer) -> str:
    since = f"Version {offer.last} was published last. " if offer.last else ""
    return (
        f"{since}Publishing saves {offer.name} and puts a copy beside it that stays as it is, "
        "for everybody to look up."
    )
