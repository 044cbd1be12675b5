"""The questions of `Asker` as dialogs of the platform."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QMessageBox,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.file_dialogs import ImportReviewDialog, NewLadderDialog, UnreadableDialog
from laddereditor.gui.labels import plain_label
from laddereditor.gui.sharing.backups_dialog import BackupsDialog
from laddereditor.gui.text.growing import TextInput
from laddereditor.gui.text.line import LineEditor
from laddereditor.gui.theme import current_theme
from laddereditor.gui.versions.publish_dialog import PublishDialog
from laddereditor.gui.words import shown
from laddereditor.presentation.asking import (
    EarlierSave,
    ImportReview,
    NewLadder,
    PublishAdvice,
    PublishAnswer,
    PublishOffer,
    SaveAnswer,
    Template,
    UnreadableAnswer,
)
from laddereditor.storage.reading.faults import Fault

LADDER_FILTER = "Ladder files (*.yaml *.yml);;All files (*)"
MARKDOWN_FILTER = "Markdown texts (*.md *.markdown);;All files (*)"
WEB_FILTER = "Web pages (*.html *.htm);;All files (*)"
PAGE_FILTER = "Saved pages (*.txt *.md);;All files (*)"


class DialogAsker:
    """Asks by modal dialogs over one window. See `asking.Asker` for what each returns."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def files_to_open(self, folder: Path) -> list[Path]:
        """Show the platform's dialog for several files."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Open ladders", str(folder), LADDER_FILTER
        )
        return [Path(name) for name in names]

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

    def page_to_save(self, proposal: Path) -> Path | None:
        """Show the platform's save dialog for a web page."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, "Save as web page", str(proposal), WEB_FILTER
        )
        return self._with_ending(Path(name), (".html", ".htm")) if name else None

    def markdown_to_save(self, proposal: Path) -> Path | None:
        """Show the platform's save dialog for a text in Markdown."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, "Save as Markdown", str(proposal), MARKDOWN_FILTER
        )
        return self._with_ending(Path(name), (".md", ".markdown")) if name else None

    def _with_ending(self, path: Path, endings: tuple[str, ...]) -> Path | None:
        """Return a path with one of the endings; None if it is taken then, and is to stay."""
        if path.suffix.lower() in endings:
            return path
        # The dialog confirmed the name without its ending, so the file may be there unasked.
        path = path.with_name(f"{path.name}{endings[0]}")
        return path if not path.exists() or self._may_replace(path) else None

    def new_ladder(self, templates: list[Template]) -> NewLadder | None:
        """Show the templates with a field for the name."""
        dialog = NewLadderDialog(templates, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        answer = dialog.answer()
        dialog.deleteLater()
        return answer if accepted else None

    def review_import(self, review: ImportReview) -> Literal["new", "into"] | None:
        """Show what was found before anything is taken."""
        dialog = ImportReviewDialog(review, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        into = dialog.answer() == "into"
        dialog.deleteLater()
        if not accepted:
            return None
        return "into" if into else "new"

    def unreadable(self, path: Path, faults: tuple[Fault, ...]) -> UnreadableAnswer:
        """List the faults with their lines."""
        dialog = UnreadableDialog(path, faults, self._window)
        dialog.exec()
        dialog.deleteLater()
        return dialog.answer

    def publish(
        self, offer: PublishOffer, advise: Callable[[Callable[[PublishAdvice], None]], None]
    ) -> PublishAnswer | None:
        """Show what the version can be called, and ask what is new in it."""
        dialog = PublishDialog(offer, advise, self._window)
        return dialog.answer() if dialog.exec() else None

    def earlier_save(
        self,
        name: str,
        saves: list[EarlierSave],
        describe: Callable[[int, Callable[[str], None]], None],
    ) -> int | None:
        """List the saves; what differs is filled in while the dialog is open."""
        dialog = BackupsDialog(name, saves, describe, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        row = dialog.answer()
        dialog.deleteLater()
        return row if accepted else None

    def _may_replace(self, path: Path) -> bool:
        return self.confirm(
            "Replace the file?", f"{path.name} is already there. Replace it?", "Replace"
        )

    def page_to_import(self, folder: Path) -> Path | None:
        """Show the platform's dialog for one file."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Import a saved level page", str(folder), PAGE_FILTER
        )
        return Path(name) if name else None

    def save_changes(self, names: list[str]) -> SaveAnswer:
        """Ask Save, Discard or Cancel; closing the dialog cancels."""
        box = self._box("Save changes?", _unsaved_text(names))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        answers: dict[int, SaveAnswer] = {buttons.Save: "save", buttons.Discard: "discard"}
        return answers.get(answer, "cancel")

    def choose(self, title: str, text: str, choices: list[tuple[str, str]]) -> str | None:
        """Show the choices as radio buttons, the first one set."""
        dialog, layout = self._dialog(title, text)
        options = [(value, QRadioButton(shown(words), dialog)) for value, words in choices]
        for _, option in options:
            layout.addWidget(option)
        if options:
            options[0][1].setChecked(True)
        if not _run(dialog, layout):
            return None
        return next((value for value, option in options if option.isChecked()), None)

    def line(self, title: str, label: str, value: str = "") -> str | None:
        """Ask for one line of text."""
        dialog, layout = self._dialog(title, label)
        editor = LineEditor(value, dialog)
        editor.setAccessibleName(label)
        editor.selectAll()
        layout.addWidget(editor)
        return editor.text() if _run(dialog, layout) else None

    def paragraph(self, title: str, label: str, value: str = "") -> str | None:
        """Ask for longer text in a large field."""
        dialog, layout = self._dialog(title, label)
        editor = TextInput(dialog, least_lines=8, own_undo=True)
        editor.put(value)
        editor.setAccessibleName(label)
        editor.setMinimumSize(560, 320)
        layout.addWidget(editor)
        return editor.text() if _run(dialog, layout) else None

    def tell(self, title: str, text: str, details: str = "") -> None:
        """Show a message with one button."""
        box = self._box(title, text)
        if details:
            box.setDetailedText(details)
        box.exec()

    def confirm(self, title: str, text: str, action: str) -> bool:
        """Ask with the action's own word on the button, Cancel beside it."""
        box = self._box(title, text)
        go: QAbstractButton = box.addButton(shown(action), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is go

    def _box(self, title: str, text: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setIcon(QMessageBox.Icon.NoIcon)
        return box

    def _dialog(self, title: str, text: str) -> tuple[QDialog, QVBoxLayout]:
        dialog = QDialog(self._window)
        dialog.setWindowTitle(title)
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(*(current_theme().space("l"),) * 4)
        layout.setSpacing(current_theme().space("m"))
        label = plain_label(text, dialog)
        label.setWordWrap(True)
        label.setMinimumWidth(380)
        layout.addWidget(label)
        return dialog, layout


def _unsaved_text(names: list[str]) -> str:
    if len(names) == 1:
        return f"“{names[0]}” has changes that are not saved. Save them?"
    listed = "\n".join(f"•  {name}" for name in names)
    return f"These ladders have changes that are not saved:\n\n{listed}\n\nSave them?"


def _run(dialog: QDialog, layout: QVBoxLayout) -> bool:
    kinds = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, dialog)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted
