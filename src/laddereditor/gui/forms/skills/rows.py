"""The rows of a profile's skills: copy, paste, order, set the proficiency, delete."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from laddereditor.edits.cells.choosing import choose
from laddereditor.edits.cells.filling_skills import with_importance, with_step
from laddereditor.edits.paste import paste_statements
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.gui.clipboard.clipboard import copied_text, put_lines
from laddereditor.gui.forms.form_editor import FormEditor
from laddereditor.gui.forms.rows_view import RowsView
from laddereditor.gui.forms.skills.delegate import SkillDelegate
from laddereditor.gui.forms.skills.model import SkillModel, SkillRow
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.notice import show_left_out
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.statement import SkillUses, skill_of

EMPTY = "No skills yet. Type a name below to add one."


class SkillRows(RowsView):
    """The skills at `path` of the entity shown, with the actions on them."""

    def __init__(
        self, form_editor: FormEditor, path: FieldPath, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._form_editor, self._path = form_editor, path
        self.skills = SkillModel(self)
        self.setModel(self.skills)
        self._delegate = SkillDelegate(self.skills, self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.uses: SkillUses = ()
        self.dropped.connect(self._on_dropped)

    # -- showing ------------------------------------------------------------------------------

    def show_uses(
        self,
        uses: SkillUses,
        rows: list[SkillRow],
        steps: tuple[tuple[str, str], ...],
        *,
        own: int = -1,
        read_only: bool,
    ) -> None:
        """Show uses of skills.

        Args:
            uses: The uses, as the ladder has them.
            rows: The same in the words of the library.
            steps: The id and the label of each proficiency level that can be chosen.
            own: How many of them are the entity's own; the others are inherited, and shown in
                grey. -1 for all.
            read_only: Whether it cannot be edited.
        """
        self.read_only = self._delegate.read_only = read_only
        self.setDragEnabled(not read_only)
        self.uses, self.skills.steps = uses, steps
        first = own if own >= 0 else len(rows)
        inherited = [replace(row, is_inherited=True) for row in rows[first:]]
        self.skills.show([*rows[:first], *inherited])
        self.fit()

    def rows_height(self, width: int) -> int:
        """Return the height of all rows, whatever the width."""
        return self._delegate.height(self.font()) * self.skills.rowCount()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or what to do while there are none."""
        super().paintEvent(event)
        if not self.skills.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(current_theme().color("text_muted"))
            room = self.viewport().rect().adjusted(current_theme().space("s"), 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, EMPTY)
            painter.end()

    # -- what can be done with rows -----------------------------------------------------------

    def _change(self, new: SkillUses) -> None:
        self._form_editor.end_typing()
        self._form_editor.change_list(self._path, new)
        self._form_editor.end_typing()

    def copy(self) -> None:
        """Copy the names of the selected skills as lines."""
        names = [self.skills.row(row).name for row in self.selected_rows()]
        if names:
            put_lines(names)

    def paste(self) -> None:
        """Add the skills that the clipboard's lines name, new ones to the library too."""
        text = copied_text()
        if text.strip():
            self.paste_text(text)

    def paste_text(self, text: str) -> None:
        """Add the skills that lines of text name, as one step."""
        show_left_out(self, text)
        self._form_editor.end_typing()
        current = self.currentIndex().row()
        place = current + 1 if current >= 0 and self.hasFocus() else len(self.uses)
        self._form_editor.run(paste_statements, self._form_editor.address, self._path, place, text)
        self._form_editor.end_typing()

    def delete_selected(self) -> None:
        """Remove the selected skills from the profile; the library keeps them."""
        removed = self.selected_rows()
        if removed:
            self._change(tuple(use for row, use in enumerate(self.uses) if row not in removed))
            self.go_to_row(min(removed[0], self.skills.rowCount() - 1))

    def move_selected(self, step: int) -> None:
        """Move the selected skills one place."""
        rows = self.selected_rows()
        if rows and rows[0] + step >= 0 and rows[-1] + step < len(self.uses):
            self._move(rows, rows[0] - 1 if step < 0 else rows[-1] + 2)

    def _on_dropped(self, row: int) -> None:
        self._move(self.selected_rows(), row)

    def _move(self, rows: list[int], to: int) -> None:
        rest = [row for row in range(len(self.uses)) if row not in rows]
        start = sum(row < to for row in rest)
        order = [*rest[:start], *rows, *rest[start:]]
        if order == sorted(order):
            return
        if self._form_editor.move_in_list(self._path, rows, to):
            self.clearSelection()
            flags = self.selectionModel().SelectionFlag
            for row in range(start, start + len(rows)):
                self.selectionModel().setCurrentIndex(self.skills.index(row, 0), flags.Select)

    def set_step(self, step: str) -> None:
        """Ask for a proficiency in all selected skills."""
        rows = self.selected_rows()
        new = tuple(
            with_step(use, step) if row in rows else use for row, use in enumerate(self.uses)
        )
        if new == self.uses:
            return
        if len(rows) > 1:
            self._change(new)
            return
        skill = skill_of(self.uses[rows[0]])
        place = CellPlace(self._form_editor.address, self._path, skill, rows[0])
        self._form_editor.end_typing()
        self._form_editor.run(choose, place, step)
        self._form_editor.end_typing()

    def set_importance(self, importance: str) -> None:
        """Say how important all selected skills are for the work, "" for nothing."""
        rows = self.selected_rows()
        new = tuple(
            with_importance(use, importance) if row in rows else use
            for row, use in enumerate(self.uses)
        )
        if new != self.uses:
            self._change(new)

    def open_current(self) -> None:
        """Show the current skill in the library."""
        if self.currentIndex().isValid():
            row = self.skills.row(self.currentIndex().row())
            if row.is_known:
                self._form_editor.go_to(Address("skills").entry(row.skill))
