"""The bar above the table: add a column, differences only, fold, and take away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from laddereditor.gui.compare.keys import KEYS, keys_of
from laddereditor.gui.forms.looks import PlainLabel
from laddereditor.gui.icons import wear
from laddereditor.gui.theme import current_theme


class CompareBar(QWidget):
    """Buttons with words; each emits the name of its action."""

    wanted = Signal(str)  # the name of what a button does

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space("s"), theme.space("xs"), theme.space("s"), 0)
        row.setSpacing(theme.space("xs"))
        self.add = self._button("add", "add", "Add column", "Compare one more")
        self.differences = self._button(
            "differences", "filter", "Differences only", "Leave out what is the same"
        )
        self.differences.setCheckable(True)
        folding = [
            self._button("fold", "collapse-all", "", "Fold all sections"),
            self._button("unfold", "expand-all", "", "Unfold all sections"),
        ]
        away = [
            self._button("copy_table", "copy", "Copy table", "Copy as a table for Word and Excel"),
            self._button("print", "print", "", "Print the comparison"),
            self._button("export", "export", "", "Export the comparison as a file"),
            self._button("clear", "close", "", "Start again with other columns"),
        ]
        self.told = PlainLabel(role="text_muted", parent=self)
        self.told.setObjectName("compareTold")
        self._table_buttons = (self.differences, *folding, *away)
        for widget in (self.add, self.differences, *folding):
            row.addWidget(widget)
        row.addSpacing(theme.space("s"))
        row.addWidget(self.told, 1)
        for widget in away:
            row.addWidget(widget)

    def _button(self, name: str, picture: str, words: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"compare.{name}")
        wear(button, picture)
        button.setText(words)
        button.setAccessibleName(words or tip)
        button.setToolTip(f"{tip} ({keys_of(name)})" if name in KEYS else tip)
        if name != "differences":
            button.clicked.connect(lambda _=False: self.wanted.emit(name))
        if words:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def show_state(self, *, table: bool, room: bool, told: str) -> None:
        """Show which buttons make sense, and how much differs."""
        for button in self._table_buttons:
            button.setVisible(table)
        self.add.setEnabled(room)
        self.told.say(told)
