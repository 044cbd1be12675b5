"""The questions of `Dialogs` as dialogs of the platform."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QListWidgetItem,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from laddereditor.exchange.tables.files.workbook_file import SUFFIXES
from laddereditor.gui.dialogs.file_dialogs import (
    NewLadderDialog,
    UnreadableDialog,
)
from laddereditor.gui.dialogs.find_list import FindList
from laddereditor.gui.dialogs.import_dialog import ImportReviewDialog
from laddereditor.gui.dialogs.parts_dialog import PartsDialog
from laddereditor.gui.dialogs.questions import Question, Role
from laddereditor.gui.export.preview_dialog import ask_preview
from laddereditor.gui.look.escaping import shown
from laddereditor.gui.sharing.backups_dialog import BackupsDialog
from laddereditor.gui.sharing.recoveries_dialog import RecoveriesDialog
from laddereditor.gui.text.editor import TextEditor
from laddereditor.gui.text.line import LineEditor
from laddereditor.gui.versions.publish_dialog import PublishDialog
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import (
    Action,
    EarlierSave,
    ImportDecision,
    ImportReview,
    NewLadder,
    PublishAdvice,
    PublishAnswer,
    PublishOffer,
    RecoverableWork,
    RecoveryAnswer,
    SaveAnswer,
    TakenParts,
    Template,
    UnreadableAnswer,
)
from laddereditor.presentation.export.offers import (
    ExportOffer,
    PreviewAnswer,
    PreviewRequest,
)
from laddereditor.presentation.export.subjects import AnyExportAnswer, ExportRequest
from laddereditor.presentation.text.fitting import fitting
from laddereditor.storage.reading.faults import Fault

LADDER_FILTER = "Ladder files (*.yaml *.yml);;All files (*)"
_SAME_ENDINGS = {".html": (".html", ".htm"), ".md": (".md", ".markdown")}
FORM_FILTER = "Filled forms (*.xlsx *.ods *.docx);;All files (*)"
LIST_FILTER = "Lists (*.csv *.tsv *.txt);;All files (*)"
_WORKBOOKS = " ".join(f"*{ending}" for ending in SUFFIXES)
_DOCUMENTS = "*.docx *.docm *.md *.markdown *.mdx *.html *.htm *.vue *.svelte"
_DATA = "*.yaml *.yml *.json"
_PAGES = "*.txt *.md *.html *.htm *.json"
PAGE_FILTER = (
    f"Spreadsheets, documents, data and pages ({_WORKBOOKS} {_DOCUMENTS} {_DATA} *.txt);;"
    f"Spreadsheets ({_WORKBOOKS});;Documents ({_DOCUMENTS});;YAML and JSON ({_DATA});;"
    f"Saved pages ({_PAGES});;All files (*)"
)
_MAX_BUTTONS, _WIDEST = 7, 560  # choices and pixels; for more, a list with a search field is shown
_MIN_REPORT, _PARAGRAPH, _FINDER = QSize(240, 90), QSize(600, 440), QSize(460, 420)


A_co = TypeVar("A_co", covariant=True)


class _AnswerDialog(Protocol[A_co]):
    """A dialog that has an answer."""

    def exec(self) -> int: ...
    def answer(self) -> A_co: ...
    def deleteLater(self) -> None: ...


def _answer_of(dialog: _AnswerDialog[A_co]) -> A_co | None:
    """Show a dialog until it is closed; return its answer, or None if it was cancelled."""
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    answer = dialog.answer()
    dialog.deleteLater()
    return answer if accepted else None


class WindowDialogs:
    """Asks by modal dialogs over one window. See `protocol.Dialogs` for what each returns."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def files_to_open(self, folder: Path) -> list[Path]:
        """Show the platform's dialog for several files."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Open ladders", str(folder), LADDER_FILTER
        )
        return [Path(name) for name in names]

    def folder_to_open(self, folder: Path) -> list[Path]:
        """Show the platform's dialog for one folder."""
        name = QFileDialog.getExistingDirectory(
            self._window, "Open a folder with the files of one ladder", str(folder)
        )
        return [Path(name)] if name else []

    def ladder_to_choose(self, folder: Path, title: str) -> Path | None:
        """Show the platform's dialog for one file."""
        name, _ = QFileDialog.getOpenFileName(self._window, title, str(folder), LADDER_FILTER)
        return Path(name) if name else None

    def file_to_save(self, proposal: Path) -> Path | None:
        """Show the platform's save dialog, which confirms overwriting."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, "Save ladder as", str(proposal), LADDER_FILTER
        )
        if not name:
            return None
        return self._with_ending(Path(name), (".yaml", ".yml"))

    def export(self, request: ExportRequest) -> AnyExportAnswer | None:
        """Show what can be exported, with a preview."""
        # It knows all exporters, whose libraries a program that starts should not wait for.
        from laddereditor.gui.export.dialog import ask_export

        return ask_export(request, self._window)

    def export_to_save(self, proposal: Path, kind: str) -> Path | None:
        """Show the platform's save dialog for one kind of file."""
        ending = proposal.suffix
        name, _ = QFileDialog.getSaveFileName(
            self._window, f"Export as: {kind}", str(proposal), f"{kind} (*{ending})"
        )
        return self._with_ending(Path(name), _SAME_ENDINGS.get(ending, (ending,))) if name else None

    def _with_ending(self, path: Path, endings: tuple[str, ...]) -> Path | None:
        """Return a path with one of the endings; None if that file exists and must stay."""
        if path.suffix.lower() in endings:
            return path
        # The dialog confirmed the name without its ending, so the full name was not confirmed.
        path = path.with_name(f"{path.name}{endings[0]}")
        return path if not path.exists() or self._may_replace(path) else None

    def new_ladder(self, templates: list[Template]) -> NewLadder | None:
        """Show the templates with a field for the name."""
        dialog = NewLadderDialog(templates, self._window)
        return _answer_of(dialog)

    def parts_to_take(self, ladder: Ladder) -> TakenParts | None:
        """Show the ladder's parts with boxes to tick."""
        return _answer_of(PartsDialog(ladder, self._window))

    def review_import(self, review: ImportReview) -> ImportDecision | None:
        """Show what was found before anything is changed."""
        dialog = ImportReviewDialog(review, self._window)
        return _answer_of(dialog)

    def unreadable(self, path: Path, faults: tuple[Fault, ...]) -> UnreadableAnswer:
        """List the faults with their lines."""
        dialog = UnreadableDialog(path, faults, self._window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def preview(self, request: PreviewRequest) -> PreviewAnswer | None:
        """Show the offers, over the dialog that is open."""
        return ask_preview(request, QApplication.activeModalWidget() or self._window)

    def publish(
        self,
        offer: PublishOffer,
        advise: Callable[[Callable[[PublishAdvice], None]], None],
        write_note: Callable[[ExportOffer], None],
    ) -> PublishAnswer | None:
        """Show what the version can be called, and ask what is new in it."""
        dialog = PublishDialog(offer, advise, write_note, self._window)
        return dialog.answer() if dialog.exec() else None

    def earlier_save(
        self,
        name: str,
        saves: list[EarlierSave],
        describe: Callable[[int, Callable[[str], None]], None],
    ) -> int | None:
        """List the saves; what differs is filled in while the dialog is open."""
        dialog = BackupsDialog(name, saves, describe, self._window)
        return _answer_of(dialog)

    def recover_work(self, works: list[RecoverableWork]) -> RecoveryAnswer | None:
        """List the kept changes, all of them selected."""
        dialog = RecoveriesDialog(works, self._window)
        return _answer_of(dialog)

    def _may_replace(self, path: Path) -> bool:
        return self.confirm(
            "Replace the file?",
            f"{path.name} is already there. Replace it?",
            "Replace",
            final=True,
        )

    def pages_to_import(self, folder: Path) -> list[Path]:
        """Show the platform's dialog for several files."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Import spreadsheets, documents or pages", str(folder), PAGE_FILTER
        )
        return [Path(name) for name in names]

    def forms_to_read(self, folder: Path) -> list[Path]:
        """Show the platform's dialog for several files."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Read filled self-assessments", str(folder), FORM_FILTER
        )
        return [Path(name) for name in names]

    def folder_to_import(self, folder: Path) -> Path | None:
        """Show the platform's dialog for one folder."""
        name = QFileDialog.getExistingDirectory(
            self._window, "Import the files of a folder together", str(folder)
        )
        return Path(name) if name else None

    def list_of_titles(self, folder: Path) -> Path | None:
        """Show the platform's dialog for one list."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Open a list of job titles", str(folder), LIST_FILTER
        )
        return Path(name) if name else None

    def save_changes(self, names: list[str]) -> SaveAnswer:
        """Ask Save, Discard or Cancel; closing the dialog cancels."""
        question = Question("Save changes?", _unsaved_text(names), self._window)
        question.offer("Save", "save").setText("&Save")
        discard = question.offer("Discard the changes", "discard", Role.DestructiveRole)
        discard.setText("&Discard the changes")
        question.offer_cancel()
        answers: dict[str | None, SaveAnswer] = {"save": "save", "discard": "discard"}
        return answers.get(question.ask(), "cancel")

    def choose(
        self,
        title: str,
        text: str,
        choices: list[tuple[str, str]],
        action: Action,
        now: str | None = None,
    ) -> str | None:
        """Show a few short choices as radio buttons; many or long ones as a list to type in."""
        question = Question(title, text, self._window)
        metrics = question.fontMetrics()
        wide = any(metrics.horizontalAdvance(words) > _WIDEST for _, words in choices)
        if wide or len(choices) > _MAX_BUTTONS:
            return _found(question, title, choices, action)
        return _chosen(question, choices, action, now)

    def line(self, title: str, label: str, value: str, action: str) -> str | None:
        """Ask for one line of text."""
        question = Question(title, label, self._window)
        editor = LineEditor(value, question)
        editor.setAccessibleName(label)
        editor.selectAll()
        question.add(editor)
        editor.setFocus()
        return editor.text() if _answered(question, action) else None

    def paragraph(self, title: str, label: str, value: str, action: str) -> str | None:
        """Ask for longer text in a large field."""
        question = Question(title, label, self._window)
        editor = TextEditor(question, own_undo=True)
        editor.put(value)
        editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        editor.setAccessibleName(label)
        question.add(editor, 1)
        editor.finished.connect(question.take_default)
        question.make_room(_PARAGRAPH)
        editor.setFocus()
        return editor.text() if _answered(question, action) else None

    def show_message(self, title: str, text: str, details: str = "") -> None:
        """Show a message with one button."""
        question = Question(title, text, self._window)
        if details:
            report = QPlainTextEdit(details, question)
            report.setReadOnly(True)
            report.setProperty("look", "report")
            report.setAccessibleName("Details")
            report.setMinimumSize(_MIN_REPORT)
            question.add(report, 1)
        question.offer("Close", "close")
        question.ask()

    def confirm(self, title: str, text: str, action: str, *, final: bool = False) -> bool:
        """Ask with the action's own word on the button, Cancel beside it."""
        return _answered(Question(title, text, self._window), action, final=final)


def _answered(question: Question, action: str, *, final: bool = False) -> bool:
    question.offer(action, "go", final=final)
    question.offer_cancel(default=final)
    return question.ask() == "go"


def _word(action: Action, value: str) -> str:
    return action if isinstance(action, str) else action[value]


def _chosen(
    question: Question, choices: list[tuple[str, str]], action: Action, now: str | None
) -> str | None:
    """Ask by radio buttons; the button says what the chosen one does."""
    options = {value: QRadioButton(shown(words), question) for value, words in choices}
    go = question.offer(_word(action, choices[0][0]), "go")
    for value, option in options.items():
        question.add(option)
        option.toggled.connect(
            lambda on, value=value: go.setText(shown(_word(action, value))) if on else None
        )
    first = options[choices[0][0] if now is None else now]
    first.setChecked(True)
    first.setFocus()
    question.offer_cancel()
    if question.ask() is None:
        return None
    return next((value for value, option in options.items() if option.isChecked()), None)


def _found(
    question: Question, title: str, choices: list[tuple[str, str]], action: Action
) -> str | None:
    """Ask by a field and the list of what fits what is typed."""
    finder = FindList("choice", lambda typed: map(_row, fitting(choices, typed)), question)
    finder.describe("Type a part of the name", title, "What can be chosen")
    go = question.offer(_word(action, choices[0][0]), "go")
    finder.list.currentItemChanged.connect(lambda now, _: go.setEnabled(now is not None))
    finder.taken.connect(lambda _: go.click())
    finder.fill()
    question.add(finder, 1)
    question.offer_cancel()
    question.make_room(_FINDER)
    finder.setFocus()
    value: list[object] = []
    question.accepted.connect(lambda: value.append(finder.chosen()))
    question.ask()
    return str(value[0]) if value and value[0] is not None else None


def _row(choice: tuple[str, str]) -> QListWidgetItem:
    item = QListWidgetItem(choice[1])
    item.setData(Qt.ItemDataRole.UserRole, choice[0])
    return item


def _unsaved_text(names: list[str]) -> str:
    if len(names) == 1:
        return f"“{names[0]}” has changes that are not saved. Save them?"
    listed = "\n".join(f"•  {name}" for name in names)
    return f"These ladders have changes that are not saved:\n\n{listed}\n\nSave them?"
