"""The commands of the tree, for menus and keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from laddereditor.gui.focus.passing import FocusPassing
from laddereditor.gui.forms.labels import LinkButton
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.line import LineEditor
from laddereditor.gui.tree.actions import TreeActions
from laddereditor.gui.tree.filter_field import FilterField
from laddereditor.gui.tree.menu import fill_add_menu
from laddereditor.gui.tree.model import LadderTreeModel
from laddereditor.gui.tree.presenter import TreePresenter
from laddereditor.gui.tree.show_button import ShowButton
from laddereditor.gui.tree.sub_families import SubFamilyActions
from laddereditor.gui.tree.view import LadderTree
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.tree.adding import Addable, addable
from laddereditor.presentation.tree.nodes import LADDER_KEY


class TreeCommands(QWidget):
    """Filter above, tree below, and a method for each command."""

    def __init__(
        self, workspace: Workspace, dialogs: Dialogs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._actions = TreeActions(workspace, dialogs)
        self._sub_families = SubFamilyActions(workspace, dialogs)
        self._model = LadderTreeModel(self)
        self._model.to_mime_data = self._actions.to_mime_data
        self._model.may_drop = self._actions.may_drop
        self._filter = FilterField(self)
        self._show = ShowButton(self)
        self._everything = LinkButton(parent=self)
        self._everything.setObjectName("treeEverything")
        self._everything.hide()
        self._view = LadderTree(self._model, self)
        self._presenter = TreePresenter(workspace, self._model, self._view)
        self._add_menu = QMenu("Add", self)
        self._lay_out()

    def _lay_out(self) -> None:
        space = current_theme().space("s")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(current_theme().space("xs"))
        line.addWidget(self._filter, 1)
        line.addWidget(self._show)
        holder = QVBoxLayout()
        holder.setContentsMargins(space, space, space, space)
        holder.addLayout(line)
        holder.addWidget(self._everything)
        column.addLayout(holder)
        column.addWidget(self._view)
        FocusPassing(self, self._view)

    def selected_addresses(self) -> list[Address]:
        """Return the addresses of the selected entities."""
        return [node.address for node in self._presenter.selected() if node.is_entity]

    def add(self) -> None:
        """Add what belongs at the current row."""
        self.add_this(addable(self._presenter.current())[0])

    def add_this(self, what: Addable) -> None:
        """Add something; its name can be typed at once."""
        if self._actions.add(what) and what.kind != "profile" and self._view.isVisible():
            self._edit_name()

    def add_menu(self) -> QMenu:
        """Return a menu of what can be added at the current row; it is filled each time."""
        self._add_menu.clear()
        fill_add_menu(self._add_menu, self._presenter.current(), self.add_this)
        return self._add_menu

    def choose_shown(self) -> None:
        """Open the menu of what the tree can show alone."""
        self._show.setFocus()
        self._show.open_menu()

    def rename(self) -> None:
        """Edit the name of the current row in place, the caret at its end."""
        self._edit_name()
        editor = self._view.indexWidget(self._view.currentIndex())
        if isinstance(editor, LineEditor):
            editor.end(False)

    def _edit_name(self) -> None:
        """Edit the name of the current row in place, all of it selected."""
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

    def move_under(self) -> None:
        """Ask for a family, and move the selected ones under it."""
        self._sub_families.move_under(self.selected_addresses())

    def make_sub_family(self) -> None:
        """Ask for a family, and let the selected one store only what differs from it."""
        self._sub_families.make_sub_family(self.selected_addresses())

    def leave_parent(self) -> None:
        """Make the selected sub-family a family of its own."""
        self._sub_families.leave_parent(self.selected_addresses())

    def fold_back(self) -> None:
        """Fold the selected sub-family into its parent."""
        self._sub_families.fold_back(self.selected_addresses())

    def focus_filter(self) -> None:
        """Go to the filter."""
        self._filter.setFocus()
        self._filter.selectAll()

    def focus_tree(self) -> None:
        """Go to the tree."""
        self._view.setFocus()
        if not self._view.currentIndex().isValid():
            self._view.setCurrentIndex(self._model.index(0, 0))

    def expand_all(self) -> None:
        """Open the branch of the current row."""
        node = self._presenter.current()
        self._presenter.open_below(node.key if node is not None else LADDER_KEY)

    def collapse_all(self) -> None:
        """Close everything but the ladder itself."""
        self._presenter.close_all()

    def by_name(self) -> dict[str, Callable[[], None]]:
        """Return what carries out each command of a row, by name."""
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
            "move_under": self.move_under,
            "make_sub_family": self.make_sub_family,
            "leave_parent": self.leave_parent,
            "fold_back": self.fold_back,
            "expand_all": self.expand_all,
        }
