"""The sheet of keyboard shortcuts: the table of commands, and the keys inside lists."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.commands.command_keys import native_keys
from laddereditor.gui.look.escaping import plain
from laddereditor.gui.look.theme import current_theme
from laddereditor.presentation.commands import COMMANDS

# Keys that are not commands of the menu because they belong to one place.
PLACE_KEYS: tuple[tuple[str, str, str], ...] = (
    ("Tree", "Go to the form", "Return"),
    ("Tree", "Context menu", "Menu"),
    ("Statements", "New statement below; splits at the cursor", "Return"),
    ("Statements", "Delete an empty statement", "Backspace"),
    ("Statements", "Move the statement up", "Alt+Up"),
    ("Statements", "Move the statement down", "Alt+Down"),
    ("Statements", "Add an example", "Ctrl+E"),
    ("Skills", "Take the suggestion", "Return"),
    ("Skills", "Remove the skill", "Del"),
)


def shortcut_rows() -> list[tuple[str, str, str]]:
    """Return (place, what it does, keys) for every shortcut of the program."""
    rows = [
        (command.menu, plain(command.text), command.shortcut)
        for command in COMMANDS
        if command.shortcut
    ]
    return [*rows, *PLACE_KEYS]


class ShortcutSheet(QDialog):
    """A table of all shortcuts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutSheet")
        self.setWindowTitle("Keyboard shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rows = shortcut_rows()
        table = QTableWidget(len(rows), 3, self)
        table.setAccessibleName("Keyboard shortcuts")
        table.setHorizontalHeaderLabels(["Where", "What it does", "Keys"])
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setProperty("look", "field")
        for row, (place, what, keys) in enumerate(rows):
            for column, text in enumerate((place, what, native_keys(keys))):
                table.setItem(row, column, QTableWidgetItem(text))
        table.resizeColumnsToContents()
        header = table.horizontalHeader()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        theme = current_theme()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.space("m"),) * 4)
        layout.addWidget(table)
        layout.addWidget(buttons)
        self.resize(640, 560)
