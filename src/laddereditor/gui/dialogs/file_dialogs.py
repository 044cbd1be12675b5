"""The larger dialogs about files: a new ladder, a file that cannot be read."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.dialogs.questions import LongText
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.line import LineEditor
from laddereditor.model.counting import plural
from laddereditor.presentation.dialogs.protocol import (
    NewLadder,
    Template,
    UnreadableAnswer,
)
from laddereditor.storage.reading.faults import Fault

_Role = QDialogButtonBox.ButtonRole
_Button = QDialogButtonBox.StandardButton


def _plain(text: str, parent: QWidget) -> QLabel:
    label = plain_label(text, parent)
    label.setWordWrap(True)
    return label


def _words(text: str, parent: QWidget) -> LongText:
    """Return a label that takes no more height than its text needs."""
    words = LongText(text, parent)
    words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return words


def _column(dialog: QDialog) -> QVBoxLayout:
    theme = current_theme()
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(*(theme.space("l"),) * 4)
    layout.setSpacing(theme.space("m"))
    return layout


class NewLadderDialog(QDialog):
    """Choose a template and give the ladder a name."""

    def __init__(self, templates: list[Template], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newLadderDialog")
        self.setWindowTitle("Create a new ladder")
        layout = _column(self)
        self._name = LineEditor("New ladder", self)
        self._name.setObjectName("newLadderName")
        self._name.selectAll()
        form = QFormLayout()
        label = plain_label("&Name", self)
        label.setBuddy(self._name)
        form.addRow(label, self._name)
        layout.addLayout(form)
        layout.addWidget(_plain("Start from", self))
        self._list = QListWidget(self)
        self._list.setObjectName("newLadderTemplates")
        self._list.setAccessibleName("Templates")
        self._list.setWordWrap(True)
        self._list.setProperty("look", "field")
        self._list.setMinimumSize(420, 120)
        self._list.setSpacing(current_theme().space("xs"))
        for template in templates:
            item = QListWidgetItem(f"{template.title}\n{template.description}")
            item.setData(Qt.ItemDataRole.UserRole, template.name)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        layout.addWidget(self._list)
        buttons = QDialogButtonBox(_Button.Ok | _Button.Cancel, self)
        create = buttons.button(_Button.Ok)
        create.setText("Create")
        self._list.itemDoubleClicked.connect(create.click)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.resize(520, 420)
        self._name.textChanged.connect(lambda text: create.setEnabled(bool(text.strip())))

    def answer(self) -> NewLadder:
        """Return what was chosen."""
        item = self._list.currentItem()
        return NewLadder(item.data(Qt.ItemDataRole.UserRole), self._name.text().strip())


class UnreadableDialog(QDialog):
    """Lists what prevents a file from opening, with places, to be corrected in a text editor."""

    def __init__(
        self, path: Path, faults: tuple[Fault, ...], parent: QWidget | None = None
    ) -> None:
        """List the faults of a file.

        Args:
            path: The file.
            faults: What is wrong with it, in the order of the text.
            parent: The window.
        """
        super().__init__(parent)
        self.setObjectName("unreadableDialog")
        self.answer: UnreadableAnswer = "close"
        self.setWindowTitle(f"{path.name} cannot be opened")
        layout = _column(self)
        can_expand = any(fault.can_expand for fault in faults)
        count = plural(len(faults), "place")
        where = f"{path.name} cannot be opened as it is; {count} must be corrected first. "
        can_import = any(fault.is_other_data for fault in faults)
        way_out = "Or open a copy in which all is written out." if can_expand else ""
        if can_import:
            way_out = "Or import it, if it is a ladder in another layout."
        layout.addWidget(_words(f"{where}The file was not changed. {way_out}", self))
        self._text = QPlainTextEdit("\n\n".join(map(fault_text, faults)), self)
        self._text.setReadOnly(True)
        self._text.setProperty("look", "report")
        self._text.setAccessibleName("What must be corrected")
        self._text.setMinimumSize(420, 120)
        layout.addWidget(self._text)
        buttons = QDialogButtonBox(_Button.Close, self)
        again = buttons.addButton("&Try again", _Role.AcceptRole)
        copy: QPushButton = buttons.addButton("&Copy", _Role.ActionRole)
        again.setToolTip("Open the file again after it was corrected")
        again.clicked.connect(lambda: self._choose("again"))
        copy.clicked.connect(self._copy)
        if can_expand:
            expand = buttons.addButton("Open an &expanded copy", _Role.AcceptRole)
            expand.setObjectName("unreadableExpand")
            expand.setToolTip("Open a copy in which everything is written out; the file stays")
            expand.clicked.connect(lambda: self._choose("expand"))
        if can_import:
            import_it = buttons.addButton("&Import it…", _Role.AcceptRole)
            import_it.setObjectName("unreadableImport")
            import_it.setToolTip("See what the program takes it for before anything is taken")
            import_it.clicked.connect(lambda: self._choose("import"))
            import_it.setDefault(True)
            import_it.setFocus()
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.resize(700, 420)

    def _choose(self, answer: UnreadableAnswer) -> None:
        self.answer = answer
        self.accept()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())


def fault_text(fault: Fault) -> str:
    """Return a fault in two or three lines: the place, the sentence, the line of the file."""
    place = f"L{str(fault.place)[1:]}: " if fault.place else ""
    line = f"\n    {fault.line_text.strip()}" if fault.line_text.strip() else ""
    return f"{place}{fault}{line}"
