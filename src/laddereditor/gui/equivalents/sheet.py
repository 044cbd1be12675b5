"""The sheet of equivalents: each field of each scheme is edited in its cell."""

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from laddereditor.gui.commands.command_keys import keys_by_scope, pressed
from laddereditor.gui.sheet.cell_edits import CellEdits
from laddereditor.gui.sheet.edited import KEYS, EditedTable
from laddereditor.gui.sheet.model import SheetModel
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.equivalents.page import EquivalentsPage

_GAPS = {"go.next_gap": 1, "go.previous_gap": -1}
_STEPS = {keys: _GAPS[name] for keys, name in keys_by_scope("matrix").items() if name in _GAPS}


class EquivalentsSheet(EditedTable):
    """A sheet of levels and families with their equivalents."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        self.cells = SheetModel(EquivalentsPage())
        edits = CellEdits(
            workspace, lambda: self.cells.page, lambda _: workspace.session, self._refusal
        )
        self._workspace = workspace
        super().__init__(self.cells, edits, parent, editor_name="equivalentEditor")
        self.cells.setParent(self)
        self.setObjectName("equivalentsTable")
        self.setAccessibleName("Equivalents of levels and families")
        self.setAccessibleDescription(f"{KEYS} F7 goes to the next gap.")
        self.heads.setAccessibleName("Schemes")
        self.row_heads.setAccessibleName("Levels and families")

    def _refusal(self, _column: int) -> str:
        """Return why nothing can be changed, "" if it can."""
        session = self._workspace.session
        return session.read_only if session else "No ladder is open."

    def show_page(self, page: EquivalentsPage) -> None:
        """Show a page; of the same columns, the current cell and what is in view stay."""
        before = self.cells.page
        editor = self.open_editor
        typed = self.drawer.typed_in(editor) if editor else ""
        if page.table.columns == before.table.columns:
            self.cells.follow(page)
        else:
            at = self.at
            self.cells.show(page)
            self.heads.updateGeometry()
            self._return_to(before, at)
        if editor is not None and self.open_editor is None:
            self.typing.save(typed)
            self.setFocus()  # the editor still has it, out of view

    def _return_to(self, before: EquivalentsPage, at: tuple[int, int] | None) -> None:
        """Go to the cell that was the current one, else to the first one."""
        page = self.cells.page
        row = before.keys[at[0]] if at else ""
        name = before.column_names[at[1]] if at else ""
        names = list(page.column_names)
        if row in page.keys and name in names:
            self.go_to(list(page.keys).index(row), names.index(name))
        elif len(page.keys) > 1 and names:
            self.go_to(1, 0)

    # -- gaps ---------------------------------------------------------------------------------

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key means something on a cell."""
        return pressed(event) in _STEPS or super().claims(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk over gaps."""
        if step := _STEPS.get(pressed(event)):
            self.walk_gaps(step)
            event.accept()
            return
        super().keyPressEvent(event)

    def walk_gaps(self, step: int) -> None:
        """Go to the next gap (+1) or the one before (-1)."""
        gaps, index = self.cells.page.gaps, self.currentIndex()
        here = (index.row(), index.column())
        ahead = [gap for gap in gaps if (gap > here if step > 0 else gap < here)]
        if ahead:
            self.go_to(*(ahead[0] if step > 0 else ahead[-1]))
        else:
            way = "further down" if step > 0 else "further up"
            self.edits.notify(f"There is no gap {way}." if gaps else "There are no gaps.")
