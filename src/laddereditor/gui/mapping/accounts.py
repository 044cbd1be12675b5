"""The account of the cells: three counts, each of which opens its list."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from laddereditor.exchange.tables.building.result import Outcome
from laddereditor.gui.focus.row_focus import RowFocusDelegate
from laddereditor.gui.forms.labels import LinkButton, PlainLabel
from laddereditor.gui.look.theme import current_theme
from laddereditor.presentation.mapping.account_list import (
    OUTCOMES,
    AccountLine,
    account_lines,
    count_words,
)
from laddereditor.session.mapped_workbook import MappedWorkbook

_LINES = 5  # of the list that are in view


class AccountBar(QWidget):
    """“151 taken · 24 left out · 0 unknown”, and below it one of the lists."""

    cell_wanted = Signal(object)  # a CellPosition

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work: MappedWorkbook | None = None
        self.shown: Outcome | None = None  # the list that is open
        self._lines: Sequence[AccountLine] = ()
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().space("xs"))
        row.setSpacing(current_theme().space("xs"))
        self.buttons: dict[Outcome, LinkButton] = {}
        for at, outcome in enumerate(OUTCOMES):
            if at:
                row.addWidget(PlainLabel("·", role="text_muted", parent=self))
            self.buttons[outcome] = button = LinkButton("", self)
            button.setObjectName(f"mapping.{outcome}")
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, one=outcome: self.toggle(one))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._strings = QStringListModel(self)
        self.list = QListView(self)
        self.list.setObjectName("mappingAccounts")
        self.list.setProperty("look", "field")
        self.list.setModel(self._strings)
        self.list.setItemDelegate(RowFocusDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)
        self.list.setFixedHeight(_LINES * self.list.fontMetrics().lineSpacing() + 8)
        self.list.hide()
        column.addWidget(self.list)

    def show_work(self, work: MappedWorkbook) -> None:
        """Show the counts of a mapped workbook."""
        self._work = work
        for outcome, words in count_words(work).items():
            self.buttons[outcome].show_text(words)
            self.buttons[outcome].setAccessibleDescription("Opens the list of these cells.")
        self._fill()

    def toggle(self, outcome: Outcome) -> None:
        """Open the list of an outcome, or close it if it is open."""
        self.shown = None if self.shown == outcome else outcome
        self._fill()

    def close_list(self) -> bool:
        """Close the list; returns whether one was open."""
        was_open, self.shown = self.shown is not None, None
        self._fill()
        return was_open

    def _fill(self) -> None:
        for outcome, button in self.buttons.items():
            button.setChecked(outcome == self.shown)
        self.list.setVisible(self.shown is not None)
        if self.shown is None or self._work is None:
            self._lines = ()
            self._strings.setStringList([])
            return
        self._lines = account_lines(self._work, self.shown)
        self._strings.setStringList([one.words for one in self._lines])
        self.list.setAccessibleName(f"Cells that are {OUTCOMES[self.shown]}")

    def _go(self, index: QModelIndex) -> None:
        if index.isValid():
            self.cell_wanted.emit(self._lines[index.row()].position)

    def keyboard_target(self) -> QWidget:
        """Return what takes the keys: the list while it is open."""
        return self.list if self.shown is not None else self.buttons["taken"]
