"""The bar above the table: add a column, show differences only, fold, export."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from laddereditor.gui.compare.command_button import command_button
from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.look.theme import current_theme


class CompareBar(QWidget):
    """Buttons for commands; each emits the id of its own."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space("s"), theme.space("xs"), theme.space("s"), 0)
        row.setSpacing(theme.space("xs"))
        self.add = self._button("compare.add", "Add column")
        self.differences = self._button("compare.differences", "Differences only")
        self.differences.setCheckable(True)
        folding = [self._button("compare.fold"), self._button("compare.unfold")]
        away = [
            self._button("compare.copy", "Copy table"),
            self._button("file.print"),
            self._button("file.export"),
            self._button("compare.clear"),
        ]
        self.state = PlainLabel(role="text_muted", parent=self)
        self.state.setObjectName("compareState")
        self._table_buttons = (self.differences, *folding, *away)
        for widget in (self.add, self.differences, *folding):
            row.addWidget(widget)
        row.addSpacing(theme.space("s"))
        row.addWidget(self.state, 1)
        for widget in away:
            row.addWidget(widget)

    def _button(self, command_id: str, words: str = "") -> QToolButton:
        return command_button(command_id, words, self.wanted.emit, self, name="compareBar")

    def show_state(self, *, table: bool, room: bool, state: str) -> None:
        """Enable the buttons that apply, and show how much differs.

        Args:
            table: Whether there is anything to compare.
            room: Whether another column fits.
            state: A sentence on the state, "" for none.
        """
        for button in self._table_buttons:
            button.setVisible(table)
        self.add.setEnabled(room)
        self.state.show_text(state)
