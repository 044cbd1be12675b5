"""The list of a profile's skills: select, order, set the proficiency, open in the library."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from laddereditor.edits.paste import paste_statements
from laddereditor.gui.forms.hub import Hub
from laddereditor.gui.forms.rows_view import RowsView, move_step
from laddereditor.gui.forms.skills.delegate import NO_STEP, SkillDelegate
from laddereditor.gui.forms.skills.model import SkillModel, SkillRow
from laddereditor.gui.theme import current_theme
from laddereditor.model.address import encode_key
from laddereditor.model.statement import (
    RatedSkill,
    SkillUse,
    SkillUses,
    make_skill_use,
    skill_of,
)

_CTRL = Qt.KeyboardModifier.ControlModifier
EMPTY = "No skills yet. Type a name below to add one."


def with_step(use: SkillUse, step: str) -> SkillUse:
    """Return a use of a skill with another proficiency, its unknown keys kept."""
    if isinstance(use, RatedSkill) and use.model_extra:
        return use.model_copy(update={"proficiency": step})
    return make_skill_use(skill_of(use), step)


class SkillView(RowsView):
    """The uses of skills at `path` of the entity shown."""

    def __init__(self, hub: Hub, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub, self._path = hub, path
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
        read_only: bool,
    ) -> None:
        """Show uses of skills in the words of the library."""
        self.read_only = self._delegate.read_only = read_only
        self.setDragEnabled(not read_only)
        self.uses, self.skills.steps = uses, steps
        self.skills.show(rows)
        self.fit()

    def row_height(self, row: int, width: int) -> int:
        """Return the height of a row."""
        return self._delegate.height(self.font())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or what to do while there are none."""
        super().paintEvent(event)
        if not self.skills.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(current_theme().color("text_muted"))
            room = self.viewport().rect().adjusted(current_theme().space("s"), 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, EMPTY)
            painter.end()

    # -- keyboard -----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the keys of the list; leave the rest to Qt."""
        if self._any_key(event) or (not self.read_only and self._changing_key(event)):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _any_key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & _CTRL:
            self.open_current()
        else:
            return False
        return True

    def _changing_key(self, event: QKeyEvent) -> bool:
        key, keys = event.key(), QKeySequence.StandardKey
        if step := move_step(event):
            self.move_selected(step)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_selected()
        elif event.matches(keys.Cut):
            self.copy()
            self.delete_selected()
        elif event.matches(keys.Paste):
            self.paste()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space):
            self.open_steps(self.currentIndex())
        else:
            return False
        return True

    # -- what can be done with rows -----------------------------------------------------------

    def _change(self, new: SkillUses, label: str = "") -> None:
        self._hub.seal()
        self._hub.change_list(self._path, new, label=label)
        self._hub.seal()

    def copy(self) -> None:
        """Copy the names of the selected skills as lines."""
        names = [self.skills.row(row).name for row in self.selected_rows()]
        if names:
            QGuiApplication.clipboard().setText("\n".join(names))

    def paste(self) -> None:
        """Add the skills that the clipboard's lines name, new ones to the library too."""
        text = QGuiApplication.clipboard().text()
        if text.strip():
            self.paste_text(text)

    def paste_text(self, text: str) -> None:
        """Add the skills that lines of text name, as one step."""
        self._hub.seal()
        current = self.currentIndex().row()
        place = current + 1 if current >= 0 and self.hasFocus() else len(self.uses)
        self._hub.run(paste_statements, self._hub.address, self._path, place, text)
        self._hub.seal()

    def delete_selected(self) -> None:
        """Take the selected skills off the profile; the library keeps them."""
        gone = self.selected_rows()
        if gone:
            self._change(tuple(use for row, use in enumerate(self.uses) if row not in gone))
            self.go_to_row(min(gone[0], self.skills.rowCount() - 1))

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
        new = tuple(self.uses[row] for row in order)
        if self._hub.move_in_list(self._path, rows, to, new):
            self.clearSelection()
            flags = self.selectionModel().SelectionFlag
            for row in range(start, start + len(rows)):
                self.selectionModel().setCurrentIndex(self.skills.index(row, 0), flags.Select)

    def set_step(self, step: str) -> None:
        """Ask for a proficiency in all selected skills."""
        rows = self.selected_rows()
        name = dict(self.skills.steps).get(step, NO_STEP)
        new = tuple(
            with_step(use, step) if row in rows else use for row, use in enumerate(self.uses)
        )
        if new != self.uses:
            self._change(new, f"Ask for {name}" if step else "Ask for no proficiency")

    def open_current(self) -> None:
        """Show the current skill in the library."""
        if self.currentIndex().isValid():
            row = self.skills.row(self.currentIndex().row())
            if row.is_known:
                self._hub.go_to(f"skills/{encode_key(row.skill)}")

    # -- mouse --------------------------------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the choice of proficiency where it was clicked."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if plain and index.isValid() and not self.read_only and self._is_on_step(index, point):
            self.open_steps(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show the skill in the library."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid() and not self._is_on_step(index, point):
            self.setCurrentIndex(index)
            self.open_current()

    def _is_on_step(self, index: QModelIndex, point: QPoint) -> bool:
        return self._delegate.step_rect(self.visualRect(index), self.font()).contains(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the row below the mouse."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Mark no row."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    # -- menus --------------------------------------------------------------------------------

    def open_steps(self, index: QModelIndex) -> None:
        """Open the choice of proficiency below a row."""
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_steps(menu, self.skills.row(index.row()).proficiency)
        rect = self._delegate.step_rect(self.visualRect(index), self.font())
        menu.popup(self.viewport().mapToGlobal(rect.bottomLeft()))

    def fill_steps(self, menu: QMenu, now: str) -> None:
        """Offer the steps of the proficiency scale."""
        menu.setObjectName("proficiencyMenu")
        for step, name in (("", NO_STEP), *self.skills.steps):
            action = menu.addAction(name.replace("&", "&&"))
            action.setData(step)
            action.setCheckable(True)
            action.setChecked(step == now)
            action.triggered.connect(lambda _=False, step=step: self.set_step(step))
            if step == now:
                menu.setActiveAction(action)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the keys do, with the keys named."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(event.globalPos())

    def fill_menu(self, menu: QMenu) -> None:
        """Fill the context menu for the rows selected."""
        rows = self.selected_rows()
        some, editable = bool(rows), not self.read_only
        menu.addAction("Show in the library\tCtrl+Enter", self.open_current).setEnabled(some)
        steps = menu.addMenu("Proficiency")
        steps.setEnabled(some and editable)
        self.fill_steps(steps, self.skills.row(rows[0]).proficiency if rows else "")
        menu.addSeparator()
        menu.addAction("Copy names\tCtrl+C", self.copy).setEnabled(some)
        menu.addAction("Paste skills\tCtrl+V", self.paste).setEnabled(editable)
        up = menu.addAction("Move up\tAlt+Up", lambda: self.move_selected(-1))
        down = menu.addAction("Move down\tAlt+Down", lambda: self.move_selected(1))
        menu.addSeparator()
        remove = menu.addAction("Take off this profile\tDel", self.delete_selected)
        for action in (up, down, remove):
            action.setEnabled(some and editable)
