"""What can be done with the selected rows of the tree, as edits of the workspace's ladder."""

import json
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from laddereditor.edits.clipboard import copy_nodes, paste_nodes
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.fields import set_field
from laddereditor.edits.references import rename, rename_name
from laddereditor.edits.structure import (
    KEEP,
    REMOVE,
    Use,
    add,
    delete,
    duplicate,
    move_by,
    rename_category,
    rename_function,
    uses_of,
)
from laddereditor.gui.asking import Asker
from laddereditor.gui.tree.drops import drop_edit
from laddereditor.gui.tree.nodes import Node, group_value
from laddereditor.gui.workspace import Workspace
from laddereditor.model.address import NoSuchPlace, entity_at
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import COLLECTIONS, KINDS, entities, key_of, kind_of, label_of

CLIPBOARD = "application/x-laddereditor-entries"
_SHOWN_USES = 6


class TreeActions:
    """Carries out what a person asks of rows. Refusals go to the status bar."""

    def __init__(self, workspace: Workspace, asker: Asker) -> None:
        self._workspace, self._asker = workspace, asker

    # -- adding -------------------------------------------------------------------------------

    def addable(self, node: Node | None) -> list[tuple[str, str, str]]:
        """Return what can be added at a row as (words, kind, parent address), likeliest first."""
        found: list[tuple[str, str, str]] = []
        if node is not None and node.kind in ("family", "profile"):
            family = "/".join(node.address.split("/")[:2])
            found.append(("Profile", "profile", family))
            found.append(("Own competency", "competency", family))
        elif node is not None and node.kind == "competency" and node.key.count("/") > 1:
            family = "/".join(node.address.split("/")[:2])
            found += [("Own competency", "competency", family), ("Profile", "profile", family)]
        first = self._collection_of(node)
        names = [first] if first else []
        names += [
            name
            for name in (
                "families",
                "levels",
                "skills",
                "tracks",
                "factors",
                "proficiencies",
                "competencies",
            )
            if name != first
        ]
        for name in names:
            kind = COLLECTIONS[name]
            found.append((kind.title, kind.name, self._group_parent(node, name)))
        return found

    def _collection_of(self, node: Node | None) -> str:
        if node is None or node.kind == "ladder":
            return ""
        name = group_value(node.key.rstrip("?"))[0].split("/")[0]
        return name if name in COLLECTIONS else ""

    def _group_parent(self, node: Node | None, collection: str) -> str:
        """Return the track that a new level goes to when its group is selected."""
        if node is not None and node.kind == "group" and collection == "levels":
            name, track = group_value(node.key)
            return f"tracks/{track}" if name == "levels" and track else ""
        return ""

    def add(self, kind: str, parent: str, node: Node | None) -> bool:
        """Add an entity of a kind behind the selected row, or at the end."""
        after = node.address if node is not None and node.kind == kind else ""
        values = self._group_values(node, kind)
        return self._workspace.attempt(add, parent, kind, after=after, values=values)

    def _group_values(self, node: Node | None, kind: str) -> dict[str, str]:
        if node is None or node.kind != "group":
            return {}
        collection, value = group_value(node.key)
        fields = {"skills": ("skill", "category"), "families": ("family", "function")}
        wanted, field = fields.get(collection, ("", ""))
        return {field: value} if wanted == kind and value else {}

    # -- renaming -----------------------------------------------------------------------------

    def rename(self, node: Node, name: str) -> bool:
        """Give a row another name; a group's name is the field of all in it."""
        if node.kind == "group":
            return self._rename_group(node, name)
        if node.kind == "profile":
            return self._workspace.attempt(set_field, node.address, "title", name)
        return self._workspace.attempt(rename_name, node.address, name)

    def _rename_group(self, node: Node, name: str) -> bool:
        collection, value = group_value(node.key)
        if collection == "skills":
            return self._workspace.attempt(rename_category, value, name)
        if collection == "families":
            return self._workspace.attempt(rename_function, value, name)
        return self._workspace.attempt(rename_name, f"tracks/{value}", name)

    def change_id(self, node: Node) -> bool:
        """Ask for another id or code; everything that refers to it follows."""
        entity = self._entity(node.address)
        if entity is None:
            return False
        word = id_word(node.kind)
        new = self._asker.line(
            f"Change {word}",
            f"New {word} of {label_of(entity)}. Everything that refers to it follows.",
            key_of(entity),
        )
        return new is not None and self._workspace.attempt(rename, node.address, new)

    # -- deleting -----------------------------------------------------------------------------

    def delete(self, addresses: Sequence[str]) -> bool:
        """Delete entities; what still refers to them is asked about first."""
        session = self._workspace.session
        if session is None or not addresses:
            return False
        uses = self._decide_uses(addresses)
        if uses is None:
            return False
        said = self._farewell(addresses)
        done = self._workspace.attempt(delete, addresses, uses=uses)
        if done:
            self._workspace.notice.emit(said)
        return done

    def _decide_uses(self, addresses: Sequence[str]) -> str | None:
        """Return what becomes of the uses, or None when the person stays."""
        session = self._workspace.session
        assert session is not None
        found = [use for address in addresses for use in self._uses(address)]
        inside = tuple(f"{address}/" for address in addresses)
        found = [
            u for u in found if u.address not in addresses and not u.address.startswith(inside)
        ]
        if not found:
            return KEEP
        shown = [f"•  {use.text}" for use in found[:_SHOWN_USES]]
        if len(found) > _SHOWN_USES:
            shown.append(f"•  and {len(found) - _SHOWN_USES} more")
        names = ", ".join(self._label(address) for address in addresses)
        places = "one place" if len(found) == 1 else f"{len(found)} places"
        text = f"{names} is used in {places}:\n\n" + "\n".join(shown)
        answer = self._asker.choose(
            f"Delete {names}",
            f"{text}\n\nWhat should become of these uses?",
            self._choices(addresses),
        )
        if answer == "replace":
            return self._replacement(addresses)
        return answer

    def _uses(self, address: str) -> Sequence[Use]:
        session = self._workspace.session
        assert session is not None
        entity = self._entity(address)
        if entity is None or isinstance(entity, Family | Profile):
            return ()
        try:
            return uses_of(session.ladder, address)
        except EditRefused:
            return ()

    def _choices(self, addresses: Sequence[str]) -> list[tuple[str, str]]:
        choices = [(REMOVE, "Remove the uses too"), (KEEP, "Keep them; they are shown as problems")]
        if self._candidates(addresses):
            choices.insert(1, ("replace", "Put another one in its place…"))
        return choices

    def _candidates(self, addresses: Sequence[str]) -> list[tuple[str, str]]:
        session = self._workspace.session
        assert session is not None
        kinds = {kind.name for kind in (kind_of(self._entity(a)) for a in addresses) if kind}
        if len(kinds) != 1:
            return []
        gone = {key_of(e) for e in map(self._entity, addresses) if e is not None}
        rest = entities(session.ladder, kinds.pop())
        return [(key_of(e), label_of(e)) for e in rest if key_of(e) not in gone]

    def _replacement(self, addresses: Sequence[str]) -> str | None:
        return self._asker.choose(
            "Put in its place", "Which one should be used instead?", self._candidates(addresses)
        )

    def _farewell(self, addresses: Sequence[str]) -> str:
        names = ", ".join(self._label(address) for address in addresses[:3])
        more = f" and {len(addresses) - 3} more" if len(addresses) > 3 else ""
        profiles = sum(
            len(entity.profiles)
            for entity in map(self._entity, addresses)
            if isinstance(entity, Family)
        )
        inside = f" with {profiles} profiles" if profiles else ""
        return f"Deleted {names}{more}{inside}. Undo brings it back."

    # -- copying and moving -------------------------------------------------------------------

    def duplicate(self, addresses: Sequence[str]) -> bool:
        """Copy entities beside themselves."""
        return bool(addresses) and self._workspace.attempt(duplicate, addresses)

    def copy(self, addresses: Sequence[str]) -> bool:
        """Put entities on the clipboard, as data and as readable text."""
        session = self._workspace.session
        if session is None or not addresses:
            return False
        try:
            packed = copy_nodes(session.ladder, addresses)
        except EditRefused as refused:
            self._workspace.notice.emit(str(refused))
            return False
        data = QMimeData()
        data.setData(CLIPBOARD, json.dumps(packed, default=str).encode())
        data.setText("\n".join(self._label(address) for address in addresses))
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def paste(self, node: Node | None) -> bool:
        """Paste entities from the clipboard behind or into a row."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not data.hasFormat(CLIPBOARD):
            self._workspace.notice.emit(
                "There is nothing to paste here: copy entries of a ladder's tree first."
            )
            return False
        packed = json.loads(bytes(data.data(CLIPBOARD).data()).decode())
        target = node.address if node is not None else ""
        return self._workspace.attempt(paste_nodes, target, packed)

    def move_by(self, addresses: Sequence[str], delta: int) -> bool:
        """Move entities up (-1) or down (+1) among their neighbours."""
        return bool(addresses) and self._workspace.attempt(move_by, addresses, delta)

    def drop(self, addresses: Sequence[str], target: Node, row: int) -> bool:
        """Drop entities on or into a row, as one step."""
        return self._workspace.attempt(partial(_drop, addresses, target, row))

    def can_drop(self, addresses: Sequence[str], target: Node, row: int) -> bool:
        """Whether a drop would be taken."""
        session = self._workspace.session
        if session is None:
            return False
        try:
            drop_edit(session.ladder, addresses, target, row)
        except (EditRefused, NoSuchPlace):
            return False
        return True

    # -- helpers ------------------------------------------------------------------------------

    def _entity(self, address: str) -> Entity | None:
        session = self._workspace.session
        try:
            return entity_at(session.ladder, address) if session else None
        except NoSuchPlace:
            return None

    def _label(self, address: str) -> str:
        entity = self._entity(address)
        return label_of(entity) if entity is not None else address


def _drop(addresses: Sequence[str], target: Node, row: int, ladder: object) -> object:
    return drop_edit(ladder, addresses, target, row)  # type: ignore[arg-type]


def id_word(kind: str) -> str:
    """Return what identifies an entity of a kind, in people's words."""
    return {"level": "code", "profile": "level"}.get(kind, "id") if kind in KINDS else "id"
