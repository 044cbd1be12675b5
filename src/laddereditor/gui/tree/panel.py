"""The tree with its filter, listening to the workspace; keeps keys, never indexes."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, QPoint, QTimer, Signal
from PySide6.QtGui import QDragMoveEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from laddereditor.gui.asking import Asker
from laddereditor.gui.icons import icon
from laddereditor.gui.theme import current_theme
from laddereditor.gui.tree.actions import TreeActions, id_word
from laddereditor.gui.tree.filtering import pruned
from laddereditor.gui.tree.marks import marks
from laddereditor.gui.tree.model import MIME, LadderTreeModel
from laddereditor.gui.tree.nodes import LADDER_KEY, Node, TreeBuilder
from laddereditor.gui.tree.state import TreeState
from laddereditor.gui.tree.view import LadderTree
from laddereditor.gui.workspace import Workspace
from laddereditor.model.kinds import KINDS
from laddereditor.session.change import Change
from laddereditor.session.session import Session

_MENU = ("rename", "duplicate", "cut", "copy", "paste", "delete", "move_up", "move_down")
_EXPAND_LIMIT = 3000  # rows that a filter opens at most; more would keep the window waiting


class TreePanel(QWidget):
    """Filter above, tree below. Selecting a row shows it everywhere."""

    selection_changed = Signal()
    form_wanted = Signal()  # Enter on a row: go to its form

    def __init__(self, workspace: Workspace, asker: Asker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._actions = TreeActions(workspace, asker)
        self._builder = TreeBuilder()
        self._states: dict[int, TreeState] = {}
        self._state = TreeState()
        self._session: Session | None = None
        self._busy = False  # rows are being changed: what the view says of it is no person's choice
        self._model = LadderTreeModel(self)
        self._filter = self._make_filter()
        self._view = self._make_view()
        self._lay_out()
        workspace.session_changed.connect(self._on_session)
        workspace.changed.connect(self._on_change)
        workspace.address_changed.connect(self._on_address)
        self._on_session()

    # -- building -----------------------------------------------------------------------------

    def _make_filter(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName("treeFilter")
        field.setPlaceholderText("Filter the ladder")
        field.setAccessibleName("Filter the ladder")
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._on_filter)
        field.returnPressed.connect(self.focus_tree)
        return field

    def _make_view(self) -> LadderTree:
        view = LadderTree(self._model, self)
        view.entered.connect(self._on_enter)
        view.doubleClicked.connect(self._on_double_click)
        view.expanded.connect(partial(self._on_fold, True))
        view.collapsed.connect(partial(self._on_fold, False))
        view.customContextMenuRequested.connect(self._show_menu)
        view.selectionModel().currentChanged.connect(self._on_current)
        view.selectionModel().selectionChanged.connect(self._on_selection)
        view.may_drop = self._may_drop  # type: ignore[method-assign]
        self._model.renamed.connect(self._on_renamed)
        self._model.dropped.connect(self._on_dropped)
        self.setFocusProxy(view)
        return view

    def _lay_out(self) -> None:
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        holder = QVBoxLayout()
        holder.setContentsMargins(*(theme.space("s"),) * 4)
        holder.addWidget(self._filter)
        column.addLayout(holder)
        column.addWidget(self._view)

    # -- listening ----------------------------------------------------------------------------

    def _on_session(self) -> None:
        if self._session is not None:
            self._state.scroll = self._view.verticalScrollBar().value()
            self._states[id(self._session)] = self._state
        self._session = self._workspace.session
        known = self._states.pop(id(self._session), None) if self._session else None
        self._state = known or TreeState()
        self._filter.setEnabled(self._session is not None)
        self._show_again()
        self._view.verticalScrollBar().setValue(self._state.scroll)

    def _on_change(self, change: Change) -> None:
        if change.before is not change.after:
            self._state.follow(change.moved)
            self._update()
        self._show_marks()

    def _on_address(self, address: str, _field: str) -> None:
        key = address or LADDER_KEY
        if self._busy or self._workspace.session is None or self._stands_for(address):
            return
        index = self._model.index_of(key)
        if not index.isValid() and self._filter.text():
            self._filter.clear()
            index = self._model.index_of(key)
        if index.isValid():
            self._busy = True
            self._view.setCurrentIndex(index)
            self._view.scrollTo(index)
            self._busy = False
            self._state.current, self._state.selected = key, [key]
            self._state.expanded |= self._above(key)
            self.selection_changed.emit()

    def _above(self, key: str) -> set[str]:
        found = set()
        while key := self._model.parent_key(key):
            found.add(key)
        return found

    def _stands_for(self, address: str) -> bool:
        """Whether the current row shows an address already; a group shows the ladder."""
        node = self._current()
        return node is not None and node.address == address and node.key == self._state.current

    # -- rows ---------------------------------------------------------------------------------

    def _tree(self) -> Node | None:
        session = self._workspace.session
        return self._builder.build(session.ladder) if session else None

    def _show_again(self) -> None:
        """Show the tree from scratch: another ladder, or another filter."""
        root, session = self._tree(), self._workspace.session
        self._busy = True
        opened: frozenset[str] = frozenset()
        if root is not None:
            root, opened = pruned(root, self._filter.text())
        self._model.editable = session is not None and not session.read_only
        self._model.reset_to(root)
        if self._filter.text().strip():
            self._expand(list(opened)[:_EXPAND_LIMIT])
        else:
            self._expand(self._state.expanded)
        self._restore_selection()
        self._busy = False
        self._show_marks()
        self.selection_changed.emit()

    def _update(self) -> None:
        """Bring the rows in line with the ladder, keeping what is open, selected and in sight."""
        root = self._tree()
        if root is None:
            return
        self._busy = True
        kept, _ = pruned(root, self._filter.text())
        self._model.editable = not (self._session and self._session.read_only)
        self._model.update_to(kept)
        if not self._filter.text().strip():
            self._expand(self._state.expanded)
        self._restore_selection()
        self._busy = False
        self.selection_changed.emit()

    def _show_marks(self) -> None:
        session = self._workspace.session
        if session is not None:
            found = marks(
                session.ladder, session.report, session.saved_ladder, self._model.parent_key
            )
            self._model.set_marks(found)

    def _expand(self, keys: Iterable[str]) -> None:
        for key in sorted(keys, key=len):
            index = self._model.index_of(key)
            if index.isValid() and not self._view.isExpanded(index):
                self._view.expand(index)

    def _restore_selection(self) -> None:
        """Select the rows that were selected, as far as they are still there."""
        wanted = [self._model.index_of(key) for key in self._state.selected]
        found = [index for index in wanted if index.isValid()]
        current = self._model.index_of(self._state.current)
        chosen = self._view.selectionModel()
        if self._view.currentIndex() == current and chosen.selectedRows() == found:
            return
        flag = QItemSelectionModel.SelectionFlag
        if current.isValid():
            chosen.setCurrentIndex(current, flag.ClearAndSelect)
        for index in found:
            chosen.select(index, flag.Select)

    # -- what a person does in the view -------------------------------------------------------

    def _current(self) -> Node | None:
        return self._model.node(self._model.key(self._view.currentIndex()))

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        node = self._model.node(self._model.key(index))
        if self._busy or node is None:
            return
        self._state.current = node.key
        self._busy = True  # the address comes back to this panel
        self._workspace.go_to(node.address)
        self._busy = False

    def _on_selection(self, *_: object) -> None:
        if not self._busy:
            rows = self._view.selectionModel().selectedRows()
            self._state.selected = [self._model.key(index) for index in rows]
            self.selection_changed.emit()

    def _on_fold(self, opened: bool, index: QModelIndex) -> None:
        if self._busy or self._filter.text().strip():
            return
        key = self._model.key(index)
        if opened:
            self._state.expanded.add(key)
        else:
            self._state.expanded.discard(key)

    def _on_filter(self, _text: str) -> None:
        self._show_again()
        if not self._filter.text().strip():
            self._view.scrollTo(self._view.currentIndex())

    def _on_enter(self) -> None:
        node = self._current()
        if node is not None and node.kind == "hint":
            self._add_from_hint(node)
        else:
            self.form_wanted.emit()

    def _on_double_click(self, index: QModelIndex) -> None:
        node = self._model.node(self._model.key(index))
        if node is not None and node.kind == "hint":
            self._add_from_hint(node)
        elif node is not None and node.children:
            self._view.setExpanded(index, not self._view.isExpanded(index))
        else:
            self.form_wanted.emit()

    def _add_from_hint(self, node: Node) -> None:
        _, kind, parent = self._actions.addable(node)[0]
        self._actions.add(kind, parent, None)

    def _on_renamed(self, key: str, name: str) -> None:
        node = self._model.node(key)
        if node is not None:
            # The editor is still open: change the ladder once the view has closed it.
            QTimer.singleShot(0, self, lambda: self._actions.rename(node, name))

    def _on_dropped(self, data: QMimeData, parent: str, row: int) -> None:
        node = self._model.node(parent)
        if node is not None:
            addresses = _addresses(data)
            QTimer.singleShot(0, self, lambda: self._actions.drop(addresses, node, row))

    def _may_drop(self, event: QDragMoveEvent) -> bool:
        if not event.mimeData().hasFormat(MIME):
            return False
        index, row = self._view.drop_place(event)
        node = self._model.node(self._model.key(index))
        return node is not None and self._actions.can_drop(_addresses(event.mimeData()), node, row)

    # -- commands -----------------------------------------------------------------------------

    def selected_addresses(self) -> list[str]:
        """Return the addresses of the selected entities, in the order of the tree."""
        nodes = (self._model.node(key) for key in self._state.selected)
        return [node.address for node in nodes if node is not None and node.is_entity]

    def add(self) -> None:
        """Add what belongs at the selected row."""
        _, kind, parent = self._actions.addable(self._current())[0]
        self._actions.add(kind, parent, self._current())

    def add_menu(self) -> QMenu:
        """Return a menu of what can be added at the selected row."""
        menu = QMenu("Add", self)
        node = self._current()
        menu.setIcon(icon("add"))
        for words, kind, parent in self._actions.addable(node):
            menu.addAction(icon(kind), words, partial(self._actions.add, kind, parent, node))
        return menu

    def rename(self) -> None:
        """Edit the name of the current row in place."""
        self._view.setFocus()
        index = self._view.currentIndex()
        if index.isValid():
            self._view.edit(index)

    def change_id(self) -> None:
        """Ask for another id or code for the current row."""
        node = self._current()
        if node is not None and node.is_entity:
            self._actions.change_id(node)

    def duplicate(self) -> None:
        """Copy the selected entities beside themselves."""
        self._actions.duplicate(self.selected_addresses())

    def delete(self) -> None:
        """Delete the selected entities."""
        self._actions.delete(self.selected_addresses())

    def cut(self) -> None:
        """Copy the selected entities, then delete them."""
        if self._actions.copy(self.selected_addresses()):
            self._actions.delete(self.selected_addresses())

    def copy(self) -> None:
        """Put the selected entities on the clipboard."""
        self._actions.copy(self.selected_addresses())

    def paste(self) -> None:
        """Paste entities at the current row."""
        self._actions.paste(self._current())

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

    def expand_all(self) -> None:
        """Open the branch of the current row."""
        index = self._view.currentIndex()
        if index.isValid():
            self._view.expandRecursively(index)

    def collapse_all(self) -> None:
        """Close everything but the ladder itself."""
        self._state.expanded = {LADDER_KEY}
        self._busy = True
        self._view.collapseAll()
        self._expand(self._state.expanded)
        self._busy = False

    def renew(self) -> None:
        """Draw with the colours and sizes now in force."""
        self._view.setIndentation(current_theme().space("l"))
        self._model.renew()
        self._view.viewport().update()
        self._view.doItemsLayout()

    def state(self) -> dict[str, Any]:
        """Return what is open and selected, for the next start."""
        return self._state.as_json()

    def restore_state(self, state: object) -> None:
        """Take up what `state` gave."""
        self._state = TreeState.from_json(state)
        self._show_again()

    def _show_menu(self, point: QPoint) -> None:
        menu = self.context_menu()
        menu.exec(self._view.viewport().mapToGlobal(point))
        menu.deleteLater()

    def context_menu(self) -> QMenu:
        """Return the menu of the current row."""
        node = self._current()
        menu = QMenu(self)
        editable = self._model.editable
        add = self.add_menu()
        add.setEnabled(editable)
        menu.addMenu(add)
        menu.addSeparator()
        actions = {action.objectName(): action for action in self.actions()}
        if node is not None and node.is_entity:
            word = id_word(node.kind) if node.kind in KINDS else "id"
            change = menu.addAction(f"Change {word}…", self.change_id)
            change.setEnabled(editable and node.kind != "profile")
        for name in (
            "rename",
            "duplicate",
            "cut",
            "copy",
            "paste",
            "delete",
            "move_up",
            "move_down",
        ):
            action = actions.get(f"action.edit.{name}")
            if action is not None:
                if name in ("cut", "delete", "move_up"):
                    menu.addSeparator()
                menu.addAction(action)
        menu.addSeparator()
        menu.addAction(icon("expand-all"), "Expand all", self.expand_all)
        menu.addAction(icon("collapse-all"), "Collapse all", self.collapse_all)
        return menu


def _addresses(data: QMimeData) -> list[str]:
    text = bytes(data.data(MIME).data()).decode()
    return [line for line in text.split("\n") if line]
