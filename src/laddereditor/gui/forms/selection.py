"""What the form shows while several entries are selected, and what can be done with them all."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from laddereditor.edits.adding_to_all import (
    add_to_all,
    added_words,
    inherited_words,
    inheriting,
    shared_lists,
)
from laddereditor.gui.forms.inputs import ChoiceInput
from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.look.icons import set_icon
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.line import LineInput
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.naming import NEW_ITEM
from laddereditor.presentation.forms.selected import can_compare, selected_heading, selected_names
from laddereditor.presentation.workspace.refused_texts import RefusedText
from laddereditor.session.session import Session

_MAX_WIDTH = 720
_LEFT = Qt.AlignmentFlag.AlignLeft
_NOT_YET = (
    "It is not added yet: go to it, then press Enter to add it to all of them, or Escape to drop "
    "it."
)


class AddToAll(QWidget):
    """A line for a statement, a choice of its list, and where that list is inherited."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._addresses: tuple[Address, ...] = ()
        self._session: Session | None = None
        self._waiting: RefusedText | None = (
            None  # what was typed and is not added, once it was saved
        )
        self.entry = LineInput(self, late=True)
        self.entry.setObjectName("addToAllText")
        self.entry.setAccessibleName("Statement to add to all")
        self.entry.setPlaceholderText("Type a statement and press Enter")
        self.lists = ChoiceInput(self)
        self.lists.setObjectName("addToAllList")
        self.lists.setAccessibleName("List that the statement goes to")
        self.button = QPushButton("Add to all", self)
        self.button.setObjectName("addToAll")
        self._note = PlainLabel(role="text_muted", step="small", wrap=True, parent=self)
        self._note.setObjectName("addToAllNote")
        self._lay_out()
        self.entry.returnPressed.connect(self._add)
        self.entry.given_up.connect(self.entry.clear)
        self.button.clicked.connect(self._add)
        self.lists.chosen.connect(self._show_inherited)
        self.entry.textChanged.connect(self._drop_waiting)
        workspace.flush_requested.connect(self._keep)

    def _lay_out(self) -> None:
        space = current_theme().space
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space("s"))
        column.addWidget(PlainLabel("Add a statement to all", step="heading", bold=True))
        row = QHBoxLayout()
        row.setSpacing(space("s"))
        row.addWidget(PlainLabel("At the end of", "text_muted"))
        row.addWidget(self.lists, 1)
        row.addStretch(1)
        column.addLayout(row)
        line = QHBoxLayout()
        line.setSpacing(space("s"))
        line.addWidget(self.entry, 1)
        line.addWidget(self.button)
        column.addLayout(line)
        column.addWidget(self._note)

    def show_addresses(
        self, addresses: tuple[Address, ...], lists: tuple[tuple[str, str], ...], *, read_only: bool
    ) -> None:
        """Offer the lists that the selected entries share; a text that is being typed stays.

        Args:
            addresses: The selected entries.
            lists: The field and the title of each list.
            read_only: Whether nothing can be added.
        """
        self._addresses, self._session = addresses, self._workspace.session
        chosen = self.lists.value()
        known = {path for path, _ in lists}
        self.lists.offer(lists)
        if lists and chosen not in known:
            self.lists.put(lists[0][0])
        for widget in (self.entry, self.button, self.lists):
            widget.setEnabled(not read_only)
        self._show_inherited()

    def _show_inherited(self) -> None:
        session, path = self._workspace.session, self.lists.value()
        if session is None or not path:
            return
        own = inheriting(session.ladder, self._addresses, FieldPath(path))
        words = inherited_words(session.ladder, own, done=False)
        self._note.show_text(words)
        self._note.setVisible(bool(words))

    def _add(self) -> None:
        session, text = self._workspace.session, self.entry.text().strip()
        path, addresses = self.lists.value(), self._addresses
        if session is None:
            return
        before = session.ladder
        if self._workspace.attempt(add_to_all, addresses, FieldPath(path), text):
            self._workspace.notice.emit(added_words(before, addresses, FieldPath(path), text))
            self.entry.clear()
        self.entry.setFocus()

    # -- what is not added yet ----------------------------------------------------------------

    def _keep(self) -> None:
        """Let Problems, saving and closing say of a text that was typed that no list has it."""
        session, text = self._session, self.entry.text().strip()
        self._drop_waiting()
        if text and session in self._workspace.sessions and session is not None:
            path = FieldPath(self.lists.value()).at(NEW_ITEM)
            first, *others = self._addresses
            self._waiting = RefusedText(first, path, text, _NOT_YET, tuple(others))
            self._workspace.refused_texts.keep(session, self._waiting)

    def _drop_waiting(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None and self._session is not None:
            self._workspace.refused_texts.drop(self._session, *waiting.place)


class SelectionPage(QScrollArea):
    """Lists the selected entries, with a button for each action that applies to all of them."""

    wanted = Signal(str)  # the id of a command

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("selectionPage")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons have the keyboard
        self._workspace = workspace
        self._heading = PlainLabel(step="title", bold=True)
        self._heading.setObjectName("selectionHeading")
        self._names = PlainLabel(role="text_muted", wrap=True)
        self._names.setObjectName("selectionNames")
        self.compare = self._button("Compare", "compare", "compare.selected")
        self.duplicate = self._button("Duplicate", "duplicate", "edit.duplicate")
        self.delete = self._button("Delete", "delete", "edit.delete")
        self.adding = AddToAll(workspace, self)
        self.setWidget(self._sheet())
        self.hide()

    def _button(self, words: str, picture: str, command: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(f"selection.{command}")
        set_icon(button, picture)
        button.clicked.connect(lambda _checked=False: self.wanted.emit(command))
        return button

    def _sheet(self) -> QWidget:
        theme = current_theme()
        sheet = QWidget()
        sheet.setMaximumWidth(_MAX_WIDTH)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(*(theme.space("xl"),) * 4)
        column.setSpacing(theme.space("m"))
        column.addWidget(self._heading)
        column.addWidget(self._names)
        row = QHBoxLayout()
        row.setSpacing(theme.space("s"))
        for button in (self.compare, self.duplicate, self.delete):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(theme.space("m"))
        column.addWidget(self.adding)
        column.addStretch(1)
        holder = QWidget()
        holder.setProperty("look", "paper")
        margins = QHBoxLayout(holder)
        margins.setContentsMargins(0, 0, 0, 0)
        margins.addWidget(sheet, 1)
        return holder

    def show_addresses(self, addresses: Sequence[Address]) -> None:
        """Show the actions for these entries of the active ladder."""
        session = self._workspace.session
        if session is None:
            return
        ladder, read_only = session.ladder, bool(session.read_only)
        heading = selected_heading(ladder, addresses)
        self._heading.show_text(heading)
        self.setAccessibleName(heading)
        self._names.show_text(selected_names(ladder, addresses))
        self.compare.setVisible(can_compare(ladder, addresses))
        self.duplicate.setEnabled(not read_only)
        self.delete.setEnabled(not read_only)
        lists = shared_lists(ladder, addresses)
        self.adding.setVisible(bool(lists))
        self.adding.show_addresses(tuple(addresses), lists, read_only=read_only)

    def focus_first(self) -> None:
        """Go to the line for a statement, or where there is none to the first button."""
        buttons = (self.compare, self.duplicate, self.delete)
        entry = self.adding.entry
        targets: tuple[QWidget, ...] = (entry, *buttons)
        usable = (one for one in targets if one.isVisibleTo(self) and one.isEnabled())
        next(usable, self).setFocus()
