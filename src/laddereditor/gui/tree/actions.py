"""What can be done with the selected rows of the tree, as edits of the workspace's ladder."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from laddereditor.edits.clipboard import (
    paste_nodes,
    pasted_dependencies,
    pasted_left_out,
    pasted_namesakes,
)
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.naming import id_follows_name, set_name
from laddereditor.edits.references import rename, rename_name
from laddereditor.edits.structure import (
    add,
    delete,
    duplicate,
    move_by,
    rename_group,
)
from laddereditor.edits.words import called, existing, named
from laddereditor.gui.tree.transfer import CopiedNodes, from_mime_data, name_of, to_mime_data
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.model.family import Profile
from laddereditor.model.kinds import COLLECTIONS, GROUPED, KINDS, key_of, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.tree.adding import Addable
from laddereditor.presentation.tree.deleting import decided_uses, deletion_message
from laddereditor.presentation.tree.drops import copy_edit, drop_edit
from laddereditor.presentation.tree.nodes import TreeNode, group_value
from laddereditor.session.session import Session

_NOTHING = "Nothing to paste here: copy entries in the tree of a ladder first."


class TreeActions:
    """Carries out actions on rows. Refusals go to the status bar.

    Each method returns whether the action was done.
    """

    def __init__(self, workspace: Workspace, dialogs: Dialogs) -> None:
        self._workspace, self._dialogs = workspace, dialogs
        self._judged: tuple[tuple[object, ...], bool] | None = None  # the last answer of may_drop

    @property
    def _session(self) -> Session | None:
        return self._workspace.session

    # -- adding and naming --------------------------------------------------------------------

    def add(self, what: Addable) -> bool:
        """Add an entity."""
        return self._workspace.attempt(
            add, what.parent, what.kind, after=what.after, values=what.values
        )

    def rename(self, node: TreeNode, name: str) -> bool:
        """Give a row another name; a group's name is the field of all in it."""
        if not name and node.kind != "profile":  # a profile without title has a derived one
            return False
        if node.kind != "group":
            saved = self._session.saved_ladder if self._session else None
            ladder = self._session.ladder if self._session else None
            new = ladder is not None and id_follows_name(ladder, saved, node.address)
            return self._workspace.attempt(set_name if new else rename_name, node.address, name)
        collection, value = group_value(node.key)
        kind = COLLECTIONS[collection].name
        if owner := GROUPED[kind].refers_to:  # a group that is an entity, such as a track
            address = Address(KINDS[owner].collection).entry(value)
            return self._workspace.attempt(rename_name, address, name)
        return self._workspace.attempt(rename_group, kind, value, name)

    def change_id(self, node: TreeNode) -> bool:
        """Ask for another id or code; everything that refers to it follows."""
        if self._session is None or not node.is_entity:
            return False
        entity = existing(self._session.ladder, node.address)
        word = id_word(node.kind)
        if isinstance(entity, Profile):
            new = self._other_level(self._session.ladder, node.address, entity)
        else:
            question = f"New {word} of {called(entity)}. Everything that refers to it follows."
            title = f"Change the {word} of {called(entity)}"
            new = self._dialogs.line(title, question, key_of(entity), action="Change")
        return new is not None and self._workspace.attempt(rename, node.address, new)

    def _other_level(self, ladder: Ladder, address: Address, profile: Profile) -> str | None:
        family = existing(ladder, address.parent)
        taken = {other.level for other in getattr(family, "profiles", ())}
        free = [(level.id, label_of(level)) for level in ladder.levels if level.id not in taken]
        if not free:
            self._workspace.notice.emit(f"{called(family)} already has a profile for every level.")
            return None
        question = f"Level of {named(ladder, address)}: it is {profile.level} now."
        title = f"Change the level of {named(ladder, address)}"
        return self._dialogs.choose(title, question, free, "Change")

    # -- deleting -----------------------------------------------------------------------------

    def delete(self, addresses: Sequence[Address]) -> bool:
        """Delete entities; what still refers to them is asked about first."""
        if self._session is None or not addresses:
            return False
        if self._session.read_only:
            self._workspace.notice.emit(self._session.read_only)
            return False
        try:
            uses = decided_uses(self._session.ladder, addresses, self._dialogs)
        except EditRefused as refused:
            self._workspace.notice.emit(str(refused))
            return False
        if uses is None:
            return False
        message = deletion_message(self._session.ladder, addresses)
        done = self._workspace.attempt(delete, addresses, uses=uses)
        if done:
            self._workspace.notice.emit(message)
        return done

    # -- copying and moving -------------------------------------------------------------------

    def duplicate(self, addresses: Sequence[Address]) -> bool:
        """Copy entities beside themselves."""
        return bool(addresses) and self._workspace.attempt(duplicate, addresses)

    def to_mime_data(self, addresses: Sequence[Address]) -> QMimeData:
        """Return entities as clipboard data, empty if there are none."""
        try:
            return to_mime_data(self._session, addresses) if self._session else QMimeData()
        except EditRefused:
            return QMimeData()

    def copy(self, addresses: Sequence[Address]) -> bool:
        """Put entities on the clipboard, as data and as readable text."""
        data = self.to_mime_data(addresses)
        if not data.formats():
            return False
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def paste(self, node: TreeNode | None) -> bool:
        """Paste entities from the clipboard behind or into a row."""
        copied = from_mime_data(QGuiApplication.clipboard().mimeData())
        if copied is None:
            self._workspace.notice.emit(_NOTHING)
            return False
        if node is not None and node.kind == "group":
            builder = partial(_copied, copied, node, -1)
            if self._would(builder):
                return self._paste(builder, copied)
        target = node.address if node is not None else Address()
        return self._paste(lambda ladder: paste_nodes(ladder, target, copied.nodes), copied)

    def _paste(self, build: Callable[[Ladder], Edit], copied: CopiedNodes) -> bool:
        """Paste, and report what was added."""
        before = self._session.ladder if self._session else None
        done = self._workspace.attempt(build)
        if done and before is not None:
            self._report_pasted(before, copied)
        return done

    def _report_pasted(self, before: Ladder, copied: CopiedNodes) -> None:
        """Report what was added because pasted entries refer to it, and what was left out."""
        notices = [pasted_namesakes(before, copied.nodes), pasted_left_out(copied.nodes)]
        if along := pasted_dependencies(before, copied.nodes):
            notices.insert(0, f"What the entries refer to came along: {along}.")
        if any(notices):
            self._workspace.notice.emit(" ".join(filter(None, notices)))

    def move_by(self, addresses: Sequence[Address], delta: int) -> bool:
        """Move entities up (-1) or down (+1) among their neighbours."""
        return bool(addresses) and self._workspace.attempt(move_by, addresses, delta)

    # -- dropping -----------------------------------------------------------------------------

    def drop(self, data: QMimeData, action: Qt.DropAction, target: TreeNode, row: int) -> bool:
        """Drop dragged entries on or into a row, as one step, and report new codes of levels.

        Args:
            data: The dragged entries, perhaps of another window.
            action: Whether they are moved or copied.
            target: The row that they are dropped on or into.
            row: The position among the rows inside it, -1 for on the row itself.
        """
        copied = from_mime_data(data)
        if copied is None or self._session is None:
            return False
        before = self._session.ladder
        try:
            edit = self._dropping(copied, action, target, row)(before)
        except EditRefused as refused:
            self._workspace.notice.emit(str(refused))
            return False
        done = self._workspace.apply(edit)
        if done and copied.session != name_of(self._session):
            self._report_pasted(before, copied)
        codes = [f"{old.key} is now {new.key}" for old, new in _recoded(edit.moved)]
        if done and codes:
            self._workspace.notice.emit(
                f"{', '.join(codes)}. Everything that refers to it follows."
            )
        return done

    def may_drop(self, data: QMimeData, action: Qt.DropAction, target: TreeNode, row: int) -> bool:
        """Whether a drop is possible. The answer is cached, because each mouse move asks.

        Args:
            data: What is dragged.
            action: Whether it is moved or copied.
            target: The row it is dropped on, or the parent of the rows that it is dropped between.
            row: The index of the row before which it is dropped; -1 on the target itself.
        """
        copied = from_mime_data(data)
        if copied is None or self._session is None:
            return False
        question = (self._session.ladder, copied.session, copied.addresses, action, target, row)
        if self._judged is None or not _same_question(self._judged[0], question):
            self._judged = (question, self._would(self._dropping(copied, action, target, row)))
        return self._judged[1]

    def _dropping(
        self, copied: CopiedNodes, action: Qt.DropAction, target: TreeNode, row: int
    ) -> "partial[Edit]":
        """Return what builds the edit: entries of another ladder are copied, others moved."""
        own = self._session is not None and copied.session == name_of(self._session)
        if own and action != Qt.DropAction.CopyAction:
            return partial(_moved, copied, target, row)
        return partial(_copied, copied, target, row)

    def _would(self, builder: "partial[Edit]") -> bool:
        if self._session is None:
            return False
        try:
            builder(self._session.ladder)
        except EditRefused:
            return False
        return True


def _moved(copied: CopiedNodes, target: TreeNode, row: int, ladder: Ladder) -> Edit:
    return drop_edit(ladder, copied.addresses, target, row)


def _copied(copied: CopiedNodes, target: TreeNode, row: int, ladder: Ladder) -> Edit:
    return copy_edit(ladder, copied.nodes, target, row)


def _same_question(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether ladder and target are the same objects and the rest is equal."""
    return (
        one[0] is other[0] and one[4] is other[4] and one[1:4] + one[5:] == other[1:4] + other[5:]
    )


def _recoded(moved: Mapping[Address, Address]) -> list[tuple[Address, Address]]:
    return [(old, new) for old, new in moved.items() if old.collection == "levels"]


def id_word(kind: str) -> str:
    """Return the word for the identifier of a kind of entity: code or id."""
    return {"level": "code", "profile": "level"}.get(kind, "id")
