"""The view of all equivalents of a ladder; Enter and a double click go to the form."""

from operator import is_

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from laddereditor.compare.sheet.equivalent_table import equivalent_table
from laddereditor.gui.clipboard.clipboard import put_lines
from laddereditor.gui.commands.cell_keys import SheetKey
from laddereditor.gui.focus.passing import FocusPassing
from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.panes.draw_while_seen import DrawWhileSeen
from laddereditor.gui.sheet.cell_painter import CellPainter
from laddereditor.gui.sheet.delegate import SheetDelegate
from laddereditor.gui.sheet.model import SheetModel
from laddereditor.gui.sheet.table import SheetTable
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.equivalents.page import EquivalentsPage

_NONE = (
    "No level and no family has an equivalent yet. Add them in the form of a level or a family, "
    "in its section Equivalents: the codes of a pay survey, the levels of an acquired company."
)


class EquivalentsTable(SheetTable):
    """The table; Enter goes to the form."""

    go_wanted = Signal(Address, FieldPath)

    def __init__(self, model: SheetModel[EquivalentsPage], parent: QWidget) -> None:
        super().__init__(model, SheetDelegate(model, CellPainter(), parent), parent)
        self.setObjectName("equivalentsTable")
        self.setAccessibleName("Equivalents of levels and families")
        self._model = model
        self.own_keys = frozenset(("open", "go", "copy"))
        self.doubleClicked.connect(self._go)

    def on_key(self, meaning: SheetKey) -> None:
        """Copy the current cell, or go to it in the form."""
        index = self.currentIndex()
        if meaning != "copy":
            self._go(index)
        elif text := self._model.page.text(index.row(), index.column()) if index.isValid() else "":
            put_lines([text])

    def _go(self, index: QModelIndex) -> None:
        place = self._model.page.place(index.row(), index.column()) if index.isValid() else None
        if place is not None:
            self.go_wanted.emit(*place)


class EquivalentsView(QWidget):
    """Shows what other schemes have for each level and family, with the gaps."""

    go_wanted = Signal(Address, FieldPath)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("equivalentsView")
        self.setAccessibleName("Equivalents")
        self._workspace = workspace
        self._made_from: tuple[object, ...] = (None,) * 3
        self._seen = DrawWhileSeen(self, self._draw)
        self.cells = SheetModel(EquivalentsPage(), self)
        self.table = EquivalentsTable(self.cells, self)
        self._words = PlainLabel(role="text_muted", parent=self)
        space = current_theme().space("s")
        self._words.setContentsMargins(space, space, space, space)
        self._empty = PlainLabel(_NONE, role="text_muted", wrap=True, parent=self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(*(current_theme().space("l"),) * 4)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._words)
        column.addWidget(self._stack, 1)
        FocusPassing(self, self.table)
        self.table.go_wanted.connect(self.go_wanted)
        workspace.session_changed.connect(self._seen.now)
        workspace.changed.connect(self._seen.later)

    def _draw(self) -> None:
        session = self._workspace.session
        ladder = session.ladder if session else None
        made_from = (ladder.levels, ladder.families, ladder.tracks) if ladder else ()
        if made_from and all(map(is_, made_from, self._made_from)):
            return
        self._made_from = made_from
        page = EquivalentsPage(equivalent_table(ladder)) if ladder else EquivalentsPage()
        if page.table.schemes == self.cells.page.table.schemes:
            self.cells.follow(page)
        else:
            self.cells.show(page)
        has_some = bool(page.table.schemes)
        self._words.show_text(page.words)
        self._words.setVisible(has_some)
        self._stack.setCurrentWidget(self.table if has_some else self._empty)

    def refresh(self) -> None:
        """Redraw with the current colours and text size."""
        self.table.refresh()
