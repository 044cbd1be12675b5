"""The tree with its filter: listens to the workspace and to what a person does in the view."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.tree.commands import TreeCommands
from laddereditor.gui.tree.menu import context_menu
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.tree.adding import addable
from laddereditor.presentation.tree.filtering import NOTHING_FITS
from laddereditor.presentation.tree.nodes import LADDER_KEY
from laddereditor.presentation.tree.showing import EVERYTHING
from laddereditor.presentation.tree.tree_state import state_from_json

_Row = QModelIndex
_COMPARED = ("family", "profile", "level")


class TreePanel(TreeCommands):
    """Filter above, tree below. Selecting a row shows it everywhere."""

    selection_changed = Signal()
    form_wanted = Signal()  # Enter on a row: go to its form

    def __init__(
        self, workspace: Workspace, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, dialogs, parent)
        self.further_actions: Sequence[QAction] = ()  # in the menu of families, profiles, levels
        self._reported: list[Address] = []  # the selection that was reported last
        self._listen()
        self._on_session()

    def _listen(self) -> None:
        self._filter.textChanged.connect(self._on_filter)
        self._show.chosen.connect(self._on_filter)
        self._everything.clicked.connect(self._show_everything)
        self._filter.left.connect(self._go_to_find)
        self._presenter.shown.connect(self._on_shown)
        self._model.renamed.connect(self._on_renamed)
        self._model.dropped.connect(self._on_dropped)
        view, chosen = self._view, self._view.selectionModel()
        view.entered.connect(self._on_enter)
        view.keyed.connect(lambda name: self.by_name()[name]())
        view.doubleClicked.connect(self._on_double_click)
        view.menu_wanted.connect(self._show_menu)
        chosen.currentChanged.connect(self._on_current)
        chosen.selectionChanged.connect(self._on_selection)
        self._workspace.session_changed.connect(self._on_session)
        self._workspace.changed.connect(self._presenter.take)
        self._workspace.address_changed.connect(self._on_address)
        self._workspace.several_wanted.connect(lambda addresses: self._show_keys(*addresses))

    # -- listening ----------------------------------------------------------------------------

    def _on_session(self) -> None:
        for widget in (self._filter, self._show):
            widget.setEnabled(self._workspace.session is not None)
        self._clear_filter()
        self._presenter.show_session()

    def _on_filter(self, _what: str) -> None:
        """Show what fits the words and the choice, and say above the tree what is left out."""
        choice = self._show.value
        self._everything.setVisible(choice != EVERYTHING)
        self._everything.show_text(f"Only: {self._show.words}. Show everything")
        self._presenter.filter_by(self._filter.text(), choice)

    def _show_everything(self) -> None:
        """Show everything again that fits the words."""
        self._show.put(EVERYTHING)
        self._on_filter(EVERYTHING)
        self._view.setFocus()

    def _clear_filter(self) -> None:
        """Show the whole ladder."""
        self._show.put(EVERYTHING)
        if self._filter.text():
            self._filter.clear()  # which shows it
        else:
            self._on_filter("")

    def _on_address(self, address: Address, field: FieldPath) -> None:
        if self._workspace.session is None:
            return
        is_single = len(self._presenter.state.selected) <= 1
        if self._presenter.represents(address) and (is_single or not field):
            return
        self._show_keys(address or LADDER_KEY)

    def _show_keys(self, *keys: str) -> None:
        """Select rows, without the filter if that hides one: what is gone to must be seen."""
        if not self._presenter.show_keys(*keys) and self._presenter.is_filtered():
            self._clear_filter()
            self._presenter.show_keys(*keys)

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
            self._report_selection()

    def _on_shown(self) -> None:
        """Report the selection after the rows changed, if it may be another one."""
        selected = self.selected_addresses()
        if selected != self._reported or len(selected) > 1:  # the form names several
            self._report_selection()

    def _report_selection(self) -> None:
        self._reported = self.selected_addresses()
        self.selection_changed.emit()

    def _on_enter(self) -> None:
        node = self._model.node_at(self._view.currentIndex())
        if node == NOTHING_FITS:
            self._clear_filter()
        elif node is not None and node.kind == "hint":
            self.add_this(addable(node)[0])
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
        if node is not None:  # the drag is still in progress
            QTimer.singleShot(0, self, lambda: self._actions.drop(copy, action, node, row))

    def _go_to_find(self) -> None:
        """Go from the filter to the first row that it looked for."""
        self._view.setFocus()
        index = self._view.currentIndex()
        if not index.isValid() or self._view.isExpanded(index):
            index = self._model.index(0, 0)
            while self._presenter.is_filtered() and self._view.isExpanded(index):
                index = self._model.index(0, 0, index)
            self._view.setCurrentIndex(index)

    def refresh(self) -> None:
        """Redraw with the current colours and sizes."""
        self._view.setIndentation(current_theme().space("l"))
        self._view.doItemsLayout()
        self._view.viewport().update()

    # -- state and menu -----------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        """Return what is open and selected as JSON values, for the next start."""
        self._presenter.state.scroll = self._view.verticalScrollBar().value()
        return self._presenter.state.as_json()

    def restore_state(self, state: object) -> None:
        """Restore what `state` returned, for the ladder that is shown."""
        self._presenter.restore(state_from_json(state))

    def context_menu(self) -> QMenu:
        """Return the menu of the current row."""
        menu = context_menu(
            self,
            self._presenter.current(),
            self.by_name(),
            self.add_this,
            barred=self._sub_families.barred(self.selected_addresses()),
        )
        node = self._presenter.current()
        if node is not None and node.is_entity and node.kind in _COMPARED:
            menu.addSeparator()
            menu.addActions(list(self.further_actions))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _show_menu(self, place: QPoint) -> None:
        if self._workspace.session is not None:
            self.context_menu().popup(place)


def _copy_of(data: QMimeData) -> QMimeData:
    """Return dragged data that outlive the drag."""
    copied = QMimeData()
    for name in data.formats():
        copied.setData(name, data.data(name))
    return copied
