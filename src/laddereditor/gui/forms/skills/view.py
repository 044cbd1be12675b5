"""The list of a profile's skills by keyboard, mouse and menus."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu

from laddereditor.gui.focus.selecting import leaves_selection
from laddereditor.gui.forms.rows_view import move_step
from laddereditor.gui.forms.skills.delegate import NO_STEP
from laddereditor.gui.forms.skills.rows import SkillRows
from laddereditor.model.fields import field_specs
from laddereditor.model.statement import RatedSkill

_IMPORTANCE = field_specs(RatedSkill)["importance"]
_CTRL = Qt.KeyboardModifier.ControlModifier


class SkillView(SkillRows):
    """Skills are ordered, rated and removed by keys and menus; a double-click opens the library."""

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
            return leaves_selection(self, event)
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
        """Highlight the row under the mouse."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        """Remove the highlight."""
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
        row = self.skills.row(index.row())
        self.fill_steps(menu, row.proficiency)
        menu.addSeparator()
        self.fill_importance(menu.addMenu(_IMPORTANCE.title), row.importance)
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

    def fill_importance(self, menu: QMenu, now: str) -> None:
        """Offer how important a skill may be for the work."""
        menu.setObjectName("importanceMenu")
        choices = [(choice, _IMPORTANCE.choice_words(choice)) for choice in _IMPORTANCE.choices]
        for choice, name in (("", _IMPORTANCE.unset), *choices):
            action = menu.addAction(name)
            action.setData(choice)
            action.setCheckable(True)
            action.setChecked(choice == now)
            action.triggered.connect(lambda _=False, choice=choice: self.set_importance(choice))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the actions of the keys, with their keys."""
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
        importance = menu.addMenu(_IMPORTANCE.title)
        importance.setEnabled(some and editable)
        self.fill_importance(importance, self.skills.row(rows[0]).importance if rows else "")
        menu.addSeparator()
        menu.addAction("Copy names\tCtrl+C", self.copy).setEnabled(some)
        menu.addAction("Paste skills\tCtrl+V", self.paste).setEnabled(editable)
        up = menu.addAction("Move up\tAlt+Up", lambda: self.move_selected(-1))
        down = menu.addAction("Move down\tAlt+Down", lambda: self.move_selected(1))
        menu.addSeparator()
        remove = menu.addAction("Take off this list\tDel", self.delete_selected)
        for action in (up, down, remove):
            action.setEnabled(some and editable)
