"""The tree with its filter: what the window shows and binds commands to."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from laddereditor.gui.asking import Asker
from laddereditor.gui.theme import current_theme
from laddereditor.gui.tree.actions import TreeActions
from laddereditor.gui.tree.adding import Addable, addable
from laddereditor.gui.tree.filter_field import FilterField
from laddereditor.gui.tree.filtering import NOTHING_FITS
from laddereditor.gui.tree.menu import context_menu, fill_add_menu
from laddereditor.gui.tree.model import LadderTreeModel
from laddereditor.gui.tree.nodes import LADDER_KEY
from laddereditor.gui.tree.presenter import TreePresenter
from laddereditor.gui.tree.state import state_from_json
from laddereditor.gui.tree.view import LadderTree
from laddereditor.gui.workspace import Workspace

_Row = QModelIndex


class TreePanel(QWidget):
    """Filter above, tree below. Selecting a row shows it everywhere."""

    selection_changed = Signal()
    form_wanted = Signal()  # Enter on a row: go to its form

    def __init__(self, workspace: Workspace, asker: Asker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._actions = TreeActions(workspace, asker)
        self._model = LadderTreeModel(self)
        self._model.packed = self._actions.packed
        self._model.may_drop = self._actions.may_drop
        self._filter = FilterField(self)
        self._view = LadderTree(self._model, self)
        self._presenter = TreePresenter(workspace, self._model, self._view)
        self._add_menu = QMenu("Add", self)
        self._lay_out()
        self._listen()
        self._on_session()

    # -- building -----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        space = current_theme().space("s")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        holder = QVBoxLayout()
        holder.setContentsMargins(space, space, space, space)
        holder.addWidget(self._filter)
        column.addLayout(holder)
        column.addWidget(self._view)
        self.setFocusProxy(self._view)

    def _listen(self) -> None:
        self._filter.textChanged.connect(self._presenter.filter_by)
        self._filter.left.connect(self._go_to_find)
        self._presenter.shown.connect(self.selection_changed)
        self._model.renamed.connect(self._on_renamed)
        self._model.dropped.connect(self._on_dropped)
        view, chosen = self._view, self._view.selectionModel()
        view.entered.connect(self._on_enter)
        view.keyed.connect(lambda name: self._commands()[name]())
        view.doubleClicked.connect(self._on_double_click)
        view.menu_wanted.connect(self._show_menu)
        chosen.currentChanged.connect(self._on_current)
        chosen.selectionChanged.connect(self._on_selection)
        self._workspace.session_changed.connect(self._on_session)
        self._workspace.changed.connect(self._presenter.take)
        self._workspace.address_changed.connect(self._on_address)

    # -- listening ----------------------------------------------------------------------------

    def _on_session(self) -> None:
        self._filter.setEnabled(self._workspace.session is not None)
        self._filter.clear()
        self._presenter.show_session()

    def _on_address(self, address: str, _field: str) -> None:
        if self._workspace.session is None or self._presenter.stands_for(address):
            return
        key = address or LADDER_KEY
        if not self._presenter.show_key(key) and self._presenter.is_filtered():
            self._filter.clear()  # what is gone to must be seen
            self._presenter.show_key(key)

    def _on_current(self, index: _Row, _before: _Row) -> None:
        node = self._model.node_at(index)
        if node is None or node == NOTHING_FITS or self._presenter.is_updating:
            return
        self._presenter.state.current = node.key
        self._workspace.go_to(node.address)

    def _on_selection(self, *_: object) -> None:
        if not self._presenter.is_updating:
            rows = self._view.selectionModel().selectedRows()
            keys = [self._model.key(index) for index in rows]
            self._presenter.state.selected = [key for key in keys if key != NOTHING_FITS.key]
            self.selection_changed.emit()

    def _on_enter(self) -> None:
        node = self._model.node_at(self._view.currentIndex())
        if node == NOTHING_FITS:
            self._filter.clear()
        elif node is not None and node.kind == "hint":
            self._add(addable(node)[0])
        elif node is not None:
            self.form_wanted.emit()

    def _on_double_click(self, index: _Row) -> None:
        node = self._model.node_at(index)
        if node is not None and node.children:
            self._view.setExpanded(index, not self._view.isExpanded(index))
        else:
            self._on_enter()

    def _on_renamed(self, key: str, name: str) -> None:
        node = self._model.node(key)
        if node is not None:
            self._actions.rename(node, name)

    def _on_dropped(self, data: QMimeData, action: Qt.DropAction, key: str, row: int) -> None:
        node, copy = self._model.node(key), _copy_of(data)
        if node is not None:  # the drag is still going on
            QTimer.singleShot(0, self, lambda: self._actions.drop(copy, action, node, row))

    # -- commands -----------------------------------------------------------------------------

    def selected_addresses(self) -> list[str]:
        """Return the addresses of the selected entities."""
        return [node.address for node in self._presenter.selected() if node.is_entity]

    def add(self) -> None:
        """Add what belongs at the current row."""
        self._add(addable(self._presenter.current())[0])

    def _add(self, what: Addable) -> None:
        """Add something; its name can be typed at once."""
        if self._actions.add(what) and what.kind != "profile" and self._view.isVisible():
            self.rename()

    def add_menu(self) -> QMenu:
        """Return a menu of what can be added at the current row; it is filled anew each time."""
        self._add_menu.clear()
        fill_add_menu(self._add_menu, self._presenter.current(), self._add)
        return self._add_menu

    def rename(self) -> None:
        """Edit the name of the current row in place."""
        index = self._view.currentIndex()
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._view.setFocus()
            self._view.edit(index)

    def change_id(self) -> None:
        """Ask for another id or code for the current row."""
        node = self._presenter.current()
        if node is not None:
            self._actions.change_id(node)

    def duplicate(self) -> None:
        """Copy the selected entities beside themselves."""
        self._actions.duplicate(self.selected_addresses())

    def delete(self) -> None:
        """Delete the selected entities."""
        self._actions.delete(self.selected_addresses())

    def cut(self) -> None:
        """Copy the selected entities, then delete them."""
        addresses = self.selected_addresses()
        if self._actions.copy(addresses):
            self._actions.delete(addresses)

    def copy(self) -> None:
        """Put the selected entities on the clipboard."""
        self._actions.copy(self.selected_addresses())

    def paste(self) -> None:
        """Paste entities at the current row."""
        self._actions.paste(self._presenter.current())

    def move_up(self) -> None:
        """Move the selected entities up."""
        self._actions.move_by(self.selected_addresses(), -1)

    def move_down(self) -> None:
        """Move the selected entities down."""
        self._actions.move_by(self.selected_addresses(), +1)

    def focus_filter(self) -> None:
        """Go to the filter."""
        self._filter.setFocus()
        self._filter.selectAll()

    def focus_tree(self) -> None:
        """Go to the tree."""
        self._view.setFocus()
        if not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(self._model.index(0, 0))

    def _go_to_find(self) -> None:
        """Go from the filter to the first row that it looked for."""
        self._view.setFocus()
        index = self._view.currentIndex()
        if not index.isValid() or self._view.isExpanded(index):
            index = self._model.index(0, 0)
            while self._presenter.is_filtered() and self._view.isExpanded(index):
                index = self._model.index(0, 0, index)
            self._view.setCurrentIndex(index)

    def expand_all(self) -> None:
        """Open the branch of the current row."""
        node = self._presenter.current()
        self._presenter.open_below(node.key if node is not None else LADDER_KEY)

    def collapse_all(self) -> None:
        """Close everything but the ladder itself."""
        self._presenter.close_all()

    def renew(self) -> None:
        """Draw with the colours and sizes now in force."""
        self._view.setIndentation(current_theme().space("l"))
        self._view.doItemsLayout()
        self._view.viewport().update()

    # -- state and menu -----------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        """Return what is open and selected as JSON values, for the next start."""
        self._presenter.state.scroll = self._view.verticalScrollBar().value()
        return self._presenter.state.as_json()

    def restore_state(self, state: object) -> None:
        """Take up what `state` gave, for the ladder that is shown."""
        self._presenter.restore(state_from_json(state))

    def context_menu(self) -> QMenu:
        """Return the menu of the current row."""
        menu = context_menu(
            self,
            self._presenter.current(),
            self._commands(),
            self._add,
            editable=self._model.editable,
        )
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _show_menu(self, place: QPoint) -> None:
        if self._workspace.session is not None:
            self.context_menu().popup(place)

    def _commands(self) -> dict[str, Callable[[], None]]:
        return {
            "rename": self.rename,
            "change_id": self.change_id,
            "duplicate": self.duplicate,
            "cut": self.cut,
            "copy": self.copy,
            "paste": self.paste,
            "delete": self.delete,
            "move_up": self.move_up,
            "move_down": self.move_down,
            "expand_all": self.expand_all,
        }


def _copy_of(data: QMimeData) -> QMimeData:
    """Return dragged data that outlive the drag."""
    kept = QMimeData()
    for name in data.formats():
        kept.setData(name, data.data(name))
    return kept
