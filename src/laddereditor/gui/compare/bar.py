"""The bar above the table: add a column, differences only, fold, and take away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from laddereditor.gui.forms.looks import Words
from laddereditor.gui.icons import wear
from laddereditor.gui.theme import current_theme


class CompareBar(QWidget):
    """Buttons with words; each tells what is wanted."""

    add_wanted = Signal()
    clear_wanted = Signal()
    differences_switched = Signal(bool)
    fold_wanted = Signal(bool)  # fold (True) or unfold all sections
    copy_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space("s"), theme.space("xs"), theme.space("s"), 0)
        row.setSpacing(theme.space("xs"))
        self.add = self._button("add", "add", "Add column", "Compare one more (Ctrl+Shift+A)")
        self.differences = self._button(
            "differences", "filter", "Differences only", "Leave out what is the same (Ctrl+Shift+D)"
        )
        self.differences.setCheckable(True)
        fold = self._button("fold", "collapse-all", "", "Fold all sections (Ctrl+Alt+Up)")
        unfold = self._button("unfold", "expand-all", "", "Unfold all sections (Ctrl+Alt+Down)")
        copy = self._button("copy", "copy", "Copy table", "Copy as a table for Word and Excel")
        printed = self._button("print", "print", "", "Print, with a preview")
        save = self._button("save", "save-as", "", "Save as a page for the browser (HTML)")
        clear = self._button("clear", "close", "", "Start again with other columns")
        self.told = Words(role="text_muted", parent=self)
        self.told.setObjectName("compareTold")
        self._table_buttons = (self.differences, fold, unfold, copy, printed, save, clear)
        for widget in (self.add, self.differences, fold, unfold):
            row.addWidget(widget)
        row.addSpacing(theme.space("s"))
        row.addWidget(self.told, 1)
        for widget in (copy, printed, save, clear):
            row.addWidget(widget)
        self.add.clicked.connect(lambda _=False: self.add_wanted.emit())
        self.differences.toggled.connect(self.differences_switched)
        fold.clicked.connect(lambda _=False: self.fold_wanted.emit(True))
        unfold.clicked.connect(lambda _=False: self.fold_wanted.emit(False))
        copy.clicked.connect(lambda _=False: self.copy_wanted.emit())
        printed.clicked.connect(lambda _=False: self.print_wanted.emit())
        save.clicked.connect(lambda _=False: self.save_wanted.emit())
        clear.clicked.connect(lambda _=False: self.clear_wanted.emit())

    def _button(self, name: str, picture: str, words: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"compare.{name}")
        wear(button, picture)
        button.setText(words)
        button.setAccessibleName(words or tip.partition(" (")[0])
        button.setToolTip(tip)
        if words:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def show_state(self, *, table: bool, room: bool, told: str) -> None:
        """Show which buttons make sense, and how much differs."""
        for button in self._table_buttons:
            button.setVisible(table)
        self.add.setEnabled(room)
        self.told.say(told)
