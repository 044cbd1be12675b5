"""A ladder as a tree of nodes with lasting keys; no Qt.

An entity's key is its address; a group's key is its collection ("skills"), with the group's name
behind "@" where a collection is shown in groups ("skills@Leadership").
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from laddereditor.model.address import sibling_parts
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import COLLECTIONS, key_of, kind_of, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.terms import Skill, Track
from laddereditor.model.titles import title_of

LADDER_KEY = "ladder"
# What the tree shows below the ladder, in this order: what people look for most comes first.
GROUPS = ("families", "levels", "skills", "tracks", "factors", "proficiencies", "competencies")
# Collections that are shown in groups: the entity's field, and the group of those without one.
GROUPED = {
    "families": ("function", "No job function"),
    "levels": ("track", "No track"),
    "skills": ("category", "No category"),
}


@dataclass(frozen=True, slots=True)
class Node:
    """One row of the tree."""

    key: str
    label: str
    kind: str  # kind of the entity, "ladder", "collection", "group" or "hint"
    address: str = ""  # of the entity, "" for the ladder and for groups
    badge: str = ""  # a level's code, drawn before the label
    muted: bool = False  # the label is derived or only a hint
    words: str = ""  # what a filter looks in besides the label
    children: tuple["Node", ...] = field(default=(), repr=False)

    @property
    def is_entity(self) -> bool:
        """Whether the node stands for an entity of its own."""
        return bool(self.address)


class TreeBuilder:
    """Builds the tree of a ladder; an entity that has not changed keeps its node."""

    def __init__(self) -> None:
        # id(entity) -> the entity itself (so that the id stays its own), its address, its node
        self._kept: dict[int, tuple[Entity, str, Node]] = {}
        self._levels: tuple[Level, ...] = ()

    def build(self, ladder: Ladder) -> Node:
        """Return the ladder's node with everything below it."""
        same_levels = _same(self._levels, ladder.levels)  # titles of profiles follow from them
        levels = {level.id: level for level in reversed(ladder.levels)}
        kept: dict[int, tuple[Entity, str, Node]] = {}

        def node_for(entity: Entity, address: str) -> Node:
            old = self._kept.get(id(entity))
            usable = old is not None and old[1] == address
            if old is not None and usable and (same_levels or not isinstance(entity, Family)):
                node = old[2]
            elif isinstance(entity, Family):
                node = _family(entity, address, levels)
            else:
                node = _entity(entity, address)
            kept[id(entity)] = (entity, address, node)
            return node

        children = tuple(_collection(ladder, name, node_for) for name in GROUPS)
        self._kept, self._levels = kept, ladder.levels
        return Node(LADDER_KEY, ladder.name or "Ladder", "ladder", children=children)


def _same(one: Sequence[object], other: Sequence[object]) -> bool:
    return one is other or (
        len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))
    )


def _collection(ladder: Ladder, name: str, node_for: Callable[[Entity, str], Node]) -> Node:
    kind = COLLECTIONS[name]
    siblings: tuple[Entity, ...] = getattr(ladder, name)
    parts = sibling_parts(siblings, kind.key)
    nodes = [node_for(e, f"{name}/{part}") for part, e in zip(parts, siblings, strict=True)]
    if not nodes:
        hint = f"No {kind.plural.lower()} yet. Press Enter to add."
        children: tuple[Node, ...] = (Node(f"{name}?", hint, "hint", muted=True),)
    elif name in GROUPED:
        children = _grouped(ladder, name, list(zip(siblings, nodes, strict=True)))
    else:
        children = tuple(nodes)
    return Node(name, kind.plural, "collection", children=children)


def _entity(entity: Entity, address: str) -> Node:
    if isinstance(entity, Level):
        return Node(address, entity.name, "level", address, badge=entity.id)
    also = " ".join(entity.aliases) if isinstance(entity, Skill) else ""
    kind = kind_of(entity)
    words = f"{key_of(entity)} {also}".strip()
    return Node(address, label_of(entity), kind.name if kind else "", address, words=words)


def _grouped(ladder: Ladder, name: str, pairs: Iterable[tuple[Entity, Node]]) -> tuple[Node, ...]:
    field_name, without = GROUPED[name]
    groups: dict[str, list[Node]] = {}
    if name == "levels":  # every track has its group, also before it has levels
        groups = {track.id: [] for track in ladder.tracks}
    for entity, node in pairs:
        groups.setdefault(str(getattr(entity, field_name)), []).append(node)
    tracks = {track.id: track for track in reversed(ladder.tracks)}
    return tuple(
        Node(
            f"{name}@{group}",
            _group_label(group, without, tracks if name == "levels" else {}),
            "group",
            children=tuple(nodes),
            muted=not group,
        )
        for group, nodes in groups.items()
    )


def _group_label(group: str, without: str, tracks: dict[str, Track]) -> str:
    if not group:
        return without
    return tracks[group].name or group if group in tracks else group


def _family(family: Family, address: str, levels: dict[str, Level]) -> Node:
    ids = sibling_parts(family.competencies, "id")
    own = tuple(
        _entity(competency, f"{address}/competencies/{part}")
        for part, competency in zip(ids, family.competencies, strict=True)
    )
    parts = sibling_parts(family.profiles, "level")
    profiles = tuple(
        _profile(family, profile, f"{address}/{part}", levels)
        for part, profile in zip(parts, family.profiles, strict=True)
    )
    return Node(
        address,
        label_of(family),
        "family",
        address,
        words=f"{family.id} {' '.join(family.specialties)}",
        children=(*own, *profiles),
    )


def _profile(family: Family, profile: Profile, address: str, levels: dict[str, Level]) -> Node:
    title = title_of(family, profile, levels.get(profile.level))
    return Node(
        address,
        title or family.name,
        "profile",
        address,
        badge=profile.level,
        muted=not profile.title,
        words=" ".join(profile.titles),
    )


def group_value(key: str) -> tuple[str, str]:
    """Return a group's collection and value: "skills@Leadership" -> ("skills", "Leadership")."""
    collection, _, value = key.partition("@")
    return collection, value
