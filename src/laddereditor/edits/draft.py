"""A ladder taken apart to be rearranged, which remembers where each entity was.

Builders that add, move, rename or remove entities work on a `Draft`; `Draft.edit` puts the ladder
together again, says which addresses changed, and keeps the accepted findings with their places.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from laddereditor.edits.accepted import KeyRename, follow_accepted
from laddereditor.edits.edit import Edit, EditRefused, follow
from laddereditor.model.address import address_of_path, raw_path, sibling_parts
from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Family
from laddereditor.model.kinds import COLLECTIONS, KINDS, Kind
from laddereditor.model.ladder import Ladder

_INSIDE = {"profiles": KINDS["profile"], "competencies": KINDS["competency"]}


@dataclass(eq=False)
class Home:
    """One list of entities, of the ladder or of a family."""

    kind: Kind
    owner: "DraftNode | None"  # the family whose list it is, None for the ladder's
    nodes: list["DraftNode"] = field(default_factory=list)

    def keys(self) -> list[str]:
        """Return the ids (or a profile's levels) in order."""
        return [node.key for node in self.nodes]

    def insert(self, position: int, node: "DraftNode") -> None:
        """Put a node at a position; it belongs here from now on."""
        node.home = self
        self.nodes.insert(position, node)

    def append(self, node: "DraftNode") -> None:
        """Put a node at the end."""
        self.insert(len(self.nodes), node)


@dataclass(eq=False)
class DraftNode:
    """An entity of the draft: what it is now, and where it was before ("" if it is new)."""

    entity: Entity
    home: Home
    old: str = ""
    inside: dict[str, Home] = field(default_factory=dict)  # the opened lists of a family

    @property
    def key(self) -> str:
        """The id, or a profile's level."""
        return str(getattr(self.entity, self.home.kind.key))

    @property
    def kind(self) -> str:
        """The name of the entity's kind."""
        return self.home.kind.name

    @property
    def is_repeat(self) -> bool:
        """Whether an earlier sibling has the same id, which references mean then."""
        return next(node for node in self.home.nodes if node.key == self.key) is not self

    def take(self) -> None:
        """Remove the node from its list."""
        self.home.nodes.remove(self)

    def change(self, **changes: object) -> None:
        """Change fields of the entity."""
        self.entity = evolve(self.entity, **changes)


class Draft:
    """A ladder taken apart; lists are opened when they are first asked for."""

    def __init__(self, ladder: Ladder) -> None:
        """Start from a ladder."""
        self.ladder = ladder
        self.key_renames: list[KeyRename] = []
        self._homes: dict[str, Home] = {}
        self._known: dict[str, DraftNode] = {}

    def home(self, kind: str, family: DraftNode | None = None) -> Home:
        """Return the ladder's list of a kind, or a family's."""
        collection = KINDS[kind].collection
        homes = family.inside if family else self._homes
        if collection not in homes:
            homes[collection] = self._opened(collection, family)
        return homes[collection]

    def _opened(self, collection: str, family: DraftNode | None) -> Home:
        kind = (_INSIDE if family else COLLECTIONS)[collection]
        home = Home(kind, family)
        if family and not family.old:
            prefix = None
        elif family:
            prefix = family.old + ("/competencies" if collection == "competencies" else "")
        else:
            prefix = collection
        entities: Sequence[Entity] = getattr(family.entity if family else self.ladder, collection)
        for part, entity in zip(sibling_parts(entities, kind.key), entities, strict=True):
            old = f"{prefix}/{part}" if prefix else ""
            node = DraftNode(entity, home, old)
            home.nodes.append(node)
            if old:
                self._known[old] = node
        return home

    def node(self, address: str) -> DraftNode:
        """Return the node of the entity that was at an address.

        Raises EditRefused when there was none.
        """
        try:
            path = raw_path(self.ladder, address)
        except LookupError as error:
            raise EditRefused(f"“{address}” is no longer in this ladder.") from error
        collection = str(path[0]) if path else ""
        place = address_of_path(self.ladder, path)
        if len(path) == 2 and collection in COLLECTIONS:
            self.home(COLLECTIONS[collection].name)
        elif len(path) == 4 and collection == "families" and path[2] in _INSIDE:
            owner = self.node(address_of_path(self.ladder, path[:2]))
            self.home(_INSIDE[str(path[2])].name, owner)
        else:
            raise EditRefused(f"“{address}” is not an entry of its own in this ladder.")
        return self._known[place]

    def all_homes(self, kind: str) -> Iterator[Home]:
        """Yield every list of a kind: the ladder's, then those of families."""
        if kind in {"profile", "competency"}:
            if kind == "competency":
                yield self.home(kind)
            for family in self.home("family").nodes:
                yield self.home(kind, family)
        else:
            yield self.home(kind)

    # -- putting it together ------------------------------------------------------------------

    def edit(self, label: str, select: DraftNode | None = None) -> Edit:
        """Return the edit that turns the ladder the draft began with into what it is now."""
        places: dict[DraftNode, str] = {}
        for collection, home in self._homes.items():
            _place(home, collection, places)
        found = {node.old: address for node, address in places.items() if node.old}
        after = follow_accepted(
            self._joined(), found, set(self._known) - set(found), self.key_renames
        )
        chosen = places.get(select, "") if select else ""
        return Edit(label, lambda _: after, select=chosen, moved=_moved(found))

    def _joined(self) -> Ladder:
        changes = {
            name: values
            for name, home in self._homes.items()
            if (values := _changed(getattr(self.ladder, name), home)) is not None
        }
        return evolve(self.ladder, **changes) if changes else self.ladder


def _place(home: Home, prefix: str, places: dict[DraftNode, str]) -> None:
    parts = sibling_parts([node.entity for node in home.nodes], home.kind.key)
    for part, node in zip(parts, home.nodes, strict=True):
        address = places[node] = f"{prefix}/{part}"
        for collection, inner in node.inside.items():
            _place(
                inner, address + ("/competencies" if collection == "competencies" else ""), places
            )


def _changed(before: Sequence[Entity], home: Home) -> tuple[Entity, ...] | None:
    now = tuple(_whole(node) for node in home.nodes)
    same = len(now) == len(before) and all(map(lambda a, b: a is b, now, before))
    return None if same else now


def _whole(node: DraftNode) -> Entity:
    if not isinstance(node.entity, Family):
        return node.entity
    changes = {
        name: values
        for name, home in node.inside.items()
        if (values := _changed(getattr(node.entity, name), home)) is not None
    }
    return evolve(node.entity, **changes) if changes else node.entity


def _moved(found: Mapping[str, str]) -> dict[str, str]:
    """Return the fewest entries from which every address can be followed, forth and back."""
    moved: dict[str, str] = {}
    for old, new in sorted(found.items(), key=lambda item: item[0].count("/")):
        if follow(old, moved) != new:
            moved[old] = new
    back = {new: old for old, new in moved.items()}
    moved.update({old: new for old, new in found.items() if follow(new, back) != old})
    return moved
