"""The dialog of unexpected errors, which is also what Help › Report a problem opens."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.unexpected.storing_work import (
    StoredWork,
    ladders_to_copy,
    safety_text,
    save_copies,
)

_Role = QDialogButtonBox.ButtonRole


def parent_for_dialog() -> QWidget | None:
    """Return the parent window of a dialog: the modal one, if there is one."""
    return QApplication.activeModalWidget() or QApplication.activeWindow()


class ReportDialog(QDialog):
    """Says what was being done and that the work is safe; the report can be read and copied."""

    def __init__(
        self, headline: str, stored: StoredWork, log: str, parent: QWidget | None = None
    ) -> None:
        """Show what happened.

        Args:
            headline: What was being done, as a sentence.
            stored: What became of the unsaved work.
            log: A sentence that says where the log is.
            parent: The window.
        """
        super().__init__(parent)
        self.setObjectName("reportDialog")
        space = current_theme().space
        column = QVBoxLayout(self)
        column.setContentsMargins(*(space("l"),) * 4)
        column.setSpacing(space("m"))
        self._words("report.headline", headline, column)
        self._words("report.work", safety_text(stored), column)
        self._words("report.log", f"{log} No text of your ladders is in it.", column)
        self._report = QPlainTextEdit(self)
        self._report.setObjectName("report.text")
        self._report.setAccessibleName("Report")
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setProperty("look", "report")
        self._report.setMinimumSize(520, 160)
        column.addWidget(self._report, 1)
        self._done = self._words("report.done", "", column)
        column.addWidget(self._make_buttons())

    def _words(self, name: str, text: str, column: QVBoxLayout) -> QLabel:
        label = plain_label(text, self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setVisible(bool(text))
        column.addWidget(label)
        return label

    def _make_buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(self)
        go_on = self._button(box, "continue", "&Continue", _Role.AcceptRole)
        go_on.setDefault(True)
        go_on.setFocus()
        go_on.clicked.connect(lambda _=False: self.accept())
        copy = self._button(box, "copy", "Copy &report", _Role.ActionRole)
        copy.clicked.connect(lambda _=False: self._copy())
        save = self._button(box, "save", "&Save a copy…", _Role.ActionRole)
        save.setEnabled(ladders_to_copy())
        save.clicked.connect(lambda _=False: self._save())
        return box

    def _button(
        self, box: QDialogButtonBox, name: str, text: str, role: QDialogButtonBox.ButtonRole
    ) -> QPushButton:
        button = box.addButton(text, role)
        button.setObjectName(f"report.{name}")
        return button

    def show_report(self, text: str) -> None:
        """Show what is known now; the dialog stays where it is."""
        if text != self._report.toPlainText():
            self._report.setPlainText(text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
        self._show_words("The report was copied.")

    def _save(self) -> None:
        written: list[str] = []

        def show_saved(path: Path) -> None:
            written.append(str(path))
            if isValid(self):
                self._show_words(f"Saved {', '.join(written)}.")

        save_copies(show_saved)

    def _show_words(self, text: str) -> None:
        self._done.setText(text)
        self._done.show()
