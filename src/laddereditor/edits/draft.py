"""A ladder taken apart to be rearranged, which remembers where each entity was."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from laddereditor.edits.accepted import KeyRename, follow_accepted
from laddereditor.edits.comments.travelling import with_comments_moved, with_copied
from laddereditor.edits.edit import Edit, EditRefused, follow
from laddereditor.edits.words import missing
from laddereditor.model.address import Address, NoSuchPlace, listed_at
from laddereditor.model.base import Entity, evolve
from laddereditor.model.comment import Comment
from laddereditor.model.family import Family
from laddereditor.model.kinds import COLLECTION_KINDS, KINDS, Kind
from laddereditor.model.ladder import Ladder


@dataclass(eq=False)
class NodeList:
    """One list of entities, of the ladder or of a family."""

    kind: Kind
    owner: "DraftNode | None"  # the family that owns the list, None for the ladder
    nodes: list["DraftNode"] = field(default_factory=list)

    def keys(self) -> list[str]:
        """Return the ids (or a profile's levels) in order."""
        return [node.key for node in self.nodes]

    def insert(self, position: int, node: "DraftNode") -> None:
        """Move a node into this list, at a position."""
        node.node_list = self
        self.nodes.insert(position, node)

    def append(self, node: "DraftNode") -> None:
        """Move a node to the end of this list."""
        self.insert(len(self.nodes), node)


@dataclass(eq=False)
class DraftNode:
    """An entity of the draft: what it is now, and where it was before ("" if it is new)."""

    entity: Entity
    node_list: NodeList
    old: Address = Address()
    inside: dict[str, NodeList] = field(default_factory=dict)  # the opened lists of a family
    comments: tuple[Comment, ...] = ()  # that a copy brings along, with paths that start at it

    @property
    def key(self) -> str:
        """The id, or a profile's level."""
        return str(getattr(self.entity, self.node_list.kind.key))

    @property
    def kind(self) -> str:
        """The name of the entity's kind."""
        return self.node_list.kind.name

    @property
    def is_repeat(self) -> bool:
        """Whether an earlier sibling has the same id, to which references then belong."""
        return next(node for node in self.node_list.nodes if node.key == self.key) is not self

    def take(self) -> None:
        """Remove the node from its list."""
        self.node_list.nodes.remove(self)

    def change(self, **changes: object) -> None:
        """Change fields of the entity."""
        self.entity = evolve(self.entity, **changes)


class Draft:
    """A ladder taken apart; lists are opened when they are first needed."""

    def __init__(self, ladder: Ladder) -> None:
        """Start from a ladder."""
        self.ladder = ladder
        self.key_renames: list[KeyRename] = []
        self._node_lists: dict[str, NodeList] = {}
        self._known: dict[Address, DraftNode] = {}

    def node_list(self, kind: str, family: DraftNode | None = None) -> NodeList:
        """Return the ladder's list of a kind, or a family's."""
        collection = KINDS[kind].collection
        node_lists = family.inside if family else self._node_lists
        if collection not in node_lists:
            node_lists[collection] = self._opened(collection, family)
        return node_lists[collection]

    def _opened(self, collection: str, family: DraftNode | None) -> NodeList:
        node_list = NodeList(COLLECTION_KINDS[collection], family)
        was_there = family is None or bool(family.old)
        entity_list = (family.old if family else Address()).list_of(collection)
        entities: Sequence[Entity] = getattr(family.entity if family else self.ladder, collection)
        for address, entity in listed_at(entity_list, entities):
            node = DraftNode(entity, node_list, address if was_there else Address())
            node_list.nodes.append(node)
            if node.old:
                self._known[node.old] = node
        return node_list

    def node(self, address: Address) -> DraftNode:
        """Return the node of the entity that was at an address.

        Raises:
            EditRefused: There was no such entity.
        """
        try:
            place = address.in_full(self.ladder)
        except NoSuchPlace as error:
            words = missing(self.ladder, address)
            raise EditRefused(f"{words} is no longer in this ladder.") from error
        if place.kind is None or place.field:
            raise EditRefused(f"“{address}” is not an entry of its own in this ladder.")
        self.node_list(place.kind.name, self.node(place.parent) if place.parent else None)
        return self._known[place]

    def all_node_lists(self, kind: str) -> Iterator[NodeList]:
        """Yield every list of a kind: the ladder's, then those of families."""
        if kind in {"profile", "competency"}:
            if kind == "competency":
                yield self.node_list(kind)
            for family in self.node_list("family").nodes:
                yield self.node_list(kind, family)
        else:
            yield self.node_list(kind)

    # -- putting it together ------------------------------------------------------------------

    def edit(self, label: str, select: DraftNode | None = None) -> Edit:
        """Return the edit that turns the draft's original ladder into its present state."""
        places: dict[DraftNode, Address] = {}
        for collection, node_list in self._node_lists.items():
            _place(node_list, Address(collection), places)
        found = {node.old: address for node, address in places.items() if node.old}
        gone = set(self._known) - set(found)
        after = follow_accepted(self._joined(), found, gone, self.key_renames)
        after = with_comments_moved(after, found, gone, self.key_renames)
        copies = [(places[node], node.comments) for node in places if node.comments]
        after = with_copied(self.ladder, after, copies)
        chosen = places.get(select, Address()) if select else Address()
        return Edit(label, lambda _: after, select=chosen, moved=_moved(found))

    def _joined(self) -> Ladder:
        changes = {
            name: values
            for name, node_list in self._node_lists.items()
            if (values := _changed(getattr(self.ladder, name), node_list)) is not None
        }
        return evolve(self.ladder, **changes) if changes else self.ladder


def _place(node_list: NodeList, entity_list: Address, places: dict[DraftNode, Address]) -> None:
    entities = [node.entity for node in node_list.nodes]
    for (address, _), node in zip(listed_at(entity_list, entities), node_list.nodes, strict=True):
        places[node] = address
        for collection, inner in node.inside.items():
            _place(inner, address.list_of(collection), places)


def _changed(before: Sequence[Entity], node_list: NodeList) -> tuple[Entity, ...] | None:
    now = tuple(_rebuilt(node) for node in node_list.nodes)
    same = len(now) == len(before) and all(map(lambda a, b: a is b, now, before))
    return None if same else now


def _rebuilt(node: DraftNode) -> Entity:
    if not isinstance(node.entity, Family):
        return node.entity
    changes = {
        name: values
        for name, node_list in node.inside.items()
        if (values := _changed(getattr(node.entity, name), node_list)) is not None
    }
    return evolve(node.entity, **changes) if changes else node.entity


def _moved(found: Mapping[Address, Address]) -> dict[Address, Address]:
    """Return the fewest entries from which every address can be mapped in both directions."""
    moved: dict[Address, Address] = {}
    for old, new in sorted(found.items(), key=lambda item: len(item[0].parts)):
        if follow(old, moved) != new:
            moved[old] = new
    back = {new: old for old, new in moved.items()}
    moved.update({old: new for old, new in found.items() if follow(new, back) != old})
    return moved
