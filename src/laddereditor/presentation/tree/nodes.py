"""A ladder as a tree of nodes with lasting keys; no Qt.

An entity's key is its address; a group's key is its collection ("skills"), with the group's name
behind "@" where a collection is shown in groups ("skills@Leadership").
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import is_
from typing import NamedTuple, cast

from laddereditor.model.address import Address, decode_key, encode_key, listed_at
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.folding import folded
from laddereditor.model.kinds import (
    COLLECTIONS,
    GROUPED,
    by_id,
    entity_name,
    key_of,
    kind_of,
    label_of,
)
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.parents import families_above, is_in_circle
from laddereditor.model.per_ladder import PerLadder
from laddereditor.model.positions import profile_key
from laddereditor.model.terms import Skill
from laddereditor.model.titles import title_of

LADDER_KEY = "ladder"
# What the tree shows below the ladder, in this order: what people look for most comes first.
GROUPS = ("families", "levels", "skills", "tracks", "factors", "proficiencies", "competencies")
_SKILL_ICONS = {
    "knowledge": "skill-knowledge",
    "tool": "skill-tool",
    "behaviour": "skill-behaviour",
}


@dataclass(frozen=True, slots=True)
class TreeNode:
    """One row of the tree."""

    key: str
    label: str
    kind: str  # kind of the entity, "ladder", "collection", "group" or "hint"
    address: Address = Address()  # of the entity, "" for the ladder and for groups
    badge: str = ""  # a level's code, shown before the label
    muted: bool = False  # the label is derived or only a hint
    icon: str = ""
    words: str = ""  # what a filter looks in, folded
    children: tuple["TreeNode", ...] = field(default=(), repr=False)

    @property
    def is_entity(self) -> bool:
        """Whether the node is an entity."""
        return bool(self.address)

    def looks_like(self, other: "TreeNode") -> bool:
        """Whether two nodes are the same apart from their children."""
        return (
            self.label == other.label
            and self.badge == other.badge
            and self.muted == other.muted
            and self.icon == other.icon
            and self.kind == other.kind
            and self.key == other.key
        )


def group_key(collection: str, value: str) -> str:
    """Return the key of a group: ("skills", "Leadership") -> "skills@Leadership"."""
    return f"{collection}@{encode_key(value) if value else ''}"


def group_value(key: str) -> tuple[str, str]:
    """Return a group's collection and value: "skills@Leadership" -> ("skills", "Leadership")."""
    collection, _, value = key.partition("@")
    return collection, decode_key(value)


def _titling(level: Level) -> tuple[str, ...]:
    """Return the values that determine the derived titles of profiles at a level."""
    return (level.id, *(level.title_patterns[:1] or ("", level.name)))


@dataclass(frozen=True, slots=True)
class _CachedNode:
    """The node of one of the ladder's lists, with what it was made from."""

    made_from: tuple[object, ...]
    node: TreeNode
    # id(entity) -> the entity itself (so that the id stays its own), its address and what it shows
    # of the families above it, its node
    entities: dict[int, tuple[Entity, tuple[object, ...], TreeNode]]
    # key -> the node of a family without its sub-families, and with them
    nested: dict[str, tuple[TreeNode, TreeNode]]


class _FromAbove(NamedTuple):
    """What the rows of a sub-family show of the families above it."""

    titles: tuple[tuple[str, str], ...] = ()  # level, title; the nearest last
    codes: tuple[str, ...] = ()  # the nearest first


_NOTHING_ABOVE = _FromAbove()


class TreeBuilder:
    """Builds the tree of a ladder; an entity or a list that has not changed keeps its node."""

    def __init__(self) -> None:
        self._cached: dict[str, _CachedNode] = {}  # by field of the ladder
        self._titling: tuple[tuple[str, ...], ...] = ()

    def build(self, ladder: Ladder) -> TreeNode:
        """Return the ladder's node with everything below it."""
        titling = tuple(map(_titling, ladder.levels))
        if titling != self._titling:
            self._titling = titling
        self._cached = {name: self._list(ladder, name) for name in GROUPS}
        children = tuple(cached.node for cached in self._cached.values())
        return TreeNode(
            LADDER_KEY, ladder.name or "Ladder", "ladder", icon="ladder", children=children
        )

    def _list(self, ladder: Ladder, name: str) -> _CachedNode:
        listed: tuple[Entity, ...] = getattr(ladder, name)
        others = {"families": self._titling, "levels": ladder.tracks}.get(name)
        known = self._cached.get(name)
        if known is not None and all(map(is_, known.made_from, (listed, others))):
            return known
        same_titles = known is not None and (name != "families" or known.made_from[1] is others)
        old = known.entities if known is not None and same_titles else {}
        levels = {level.id: level for level in reversed(ladder.levels)}
        entities: dict[int, tuple[Entity, tuple[object, ...], TreeNode]] = {}
        nodes: list[TreeNode] = []
        for address, entity in listed_at(Address(name), listed):
            above = _from_above(ladder, entity)
            cached = old.get(id(entity))
            if cached is None or cached[1] != (address, above):
                cached = entity, (address, above), _node(entity, address, levels, above)
            entities[id(entity)] = cached
            nodes.append(cached[2])
        before = known.nested if known is not None else {}
        rows, nested = _nested(ladder, list(zip(listed, nodes, strict=True)), before)
        return _CachedNode((listed, others), _collection(ladder, name, rows), entities, nested)


# A large file is opened in a job, which makes the rows of its tree before the window needs them.
_BUILDERS = PerLadder(TreeBuilder)


def builder_of(ladder: Ladder) -> TreeBuilder:
    """Return a builder that may have built the tree of a ladder already."""
    return _BUILDERS.of(ladder)


def _from_above(ladder: Ladder, entity: Entity) -> _FromAbove:
    if not isinstance(entity, Family) or not entity.parent:
        return _NOTHING_ABOVE
    above = tuple(families_above(ladder, entity))
    titles = [
        (profile.level, profile.title)
        for family in reversed(above)
        for profile in family.profiles
        if profile.title
    ]
    return _FromAbove(tuple(titles), tuple(family.code for family in above))


_Row = tuple[Entity, TreeNode]


def _nested(
    ladder: Ladder, rows: list[_Row], before: Mapping[str, tuple[TreeNode, TreeNode]]
) -> tuple[list[_Row], dict[str, tuple[TreeNode, TreeNode]]]:
    """Return the rows with sub-families below their parents; a circle of parents is not nested.

    Args:
        ladder: The ladder.
        rows: The entities of a list with their nodes.
        before: The nodes of families with sub-families, as they were.
    """
    if not any(isinstance(one, Family) and one.parent for one, _ in rows):
        return rows, {}
    parents = {key_of(one): node.key for one, node in reversed(rows)}
    below: dict[str, list[TreeNode]] = {}
    tops: list[_Row] = []
    for entity, node in rows:
        wanted = entity.parent if isinstance(entity, Family) else ""
        is_nested = wanted in parents and isinstance(entity, Family)
        if is_nested and not is_in_circle(ladder, cast("Family", entity)):
            below.setdefault(parents[wanted], []).append(node)
        else:
            tops.append((entity, node))
    made: dict[str, tuple[TreeNode, TreeNode]] = {}

    def nest(node: TreeNode) -> TreeNode:
        if node.key not in below:
            return node
        children = (*node.children, *map(nest, below[node.key]))
        known = before.get(node.key)
        if known is None or known[0] is not node or not _are_same(known[1].children, children):
            known = node, replace(node, children=children)
        made[node.key] = known
        return known[1]

    return ([(one, nest(node)) for one, node in tops] if below else tops), made


def _are_same(one: Sequence[object], other: Sequence[object]) -> bool:
    return len(one) == len(other) and all(map(is_, one, other))


def _node(
    entity: Entity, address: Address, levels: dict[str, Level], above: _FromAbove
) -> TreeNode:
    if isinstance(entity, Family):
        return _family(entity, address, levels, above)
    return _entity(entity, address)


def _collection(ladder: Ladder, name: str, rows: Sequence[_Row]) -> TreeNode:
    kind = COLLECTIONS[name]
    nodes = [node for _, node in rows]
    if not nodes:
        hint = f"No {kind.plural.lower()} yet. Press Enter to add."
        children: tuple[TreeNode, ...] = (TreeNode(f"{name}?", hint, "hint", muted=True),)
    elif kind.name in GROUPED and _has_groups(GROUPED[kind.name], rows):
        children = _grouped(ladder, name, rows)
    else:
        children = tuple(nodes)
    return TreeNode(name, kind.plural, "collection", icon=kind.name, children=children)


def _has_groups(spec: FieldSpec, rows: Sequence[_Row]) -> bool:
    """Whether the entities of a list are in groups; competencies are where one names a group."""
    return spec.groups == "always" or any(getattr(entity, spec.name) for entity, _ in rows)


def _entity(entity: Entity, address: Address) -> TreeNode:
    kind = kind_of(entity)
    name = kind.name if kind else ""
    if isinstance(entity, Level):
        words = folded(f"{entity.id} {entity.name} {entity.grade} {entity.external_id}")
        return TreeNode(
            address,
            entity.name,
            name,
            address,
            badge=entity.id,
            muted=entity.inferred,
            icon="level",
            words=words,
        )
    icon, also = name, ""
    if isinstance(entity, Skill):
        icon, also = _SKILL_ICONS.get(entity.kind, name), " ".join(entity.aliases)
    elsewhere = getattr(entity, "external_id", "")
    words = folded(" ".join((label_of(entity), key_of(entity), also, elsewhere)))
    return TreeNode(address, label_of(entity), name, address, icon=icon, words=words)


def _grouped(
    ladder: Ladder, name: str, pairs: Iterable[tuple[Entity, TreeNode]]
) -> tuple[TreeNode, ...]:
    spec = GROUPED[COLLECTIONS[name].name]
    # Every entity that is a group, such as a track, has its group, also before it has entries.
    known = by_id(ladder, spec.refers_to) if spec.refers_to else {}
    groups: dict[str, list[TreeNode]] = {key: [] for key in known}
    for entity, node in pairs:
        groups.setdefault(str(getattr(entity, spec.name)), []).append(node)
    ordered = sorted(groups.items(), key=lambda item: not item[0])  # those without one come last
    return tuple(_group(name, group, spec, known, nodes) for group, nodes in ordered)


def _group(
    name: str, group: str, spec: FieldSpec, known: dict[str, Entity], nodes: Sequence[TreeNode]
) -> TreeNode:
    label = (entity_name(known.get(group)) or group) or f"No {spec.title.lower()}"
    return TreeNode(
        group_key(name, group),
        label,
        "group",
        muted=not group,
        icon=spec.name,
        words=folded(label) if group else "",
        children=tuple(nodes),
    )


def _family(
    family: Family, address: Address, levels: dict[str, Level], above: _FromAbove
) -> TreeNode:
    own = tuple(
        _entity(competency, place)
        for place, competency in listed_at(address.list_of("competencies"), family.competencies)
    )
    profiles = tuple(
        _profile(family, profile, place, levels, above)
        for place, profile in listed_at(address.list_of("profiles"), family.profiles)
    )
    also = (*family.aliases, *family.specialties)
    return TreeNode(
        address,
        label_of(family),
        "family",
        address,
        muted=family.abstract,
        icon="family",
        words=folded(" ".join((family.name, family.id, family.code, *also, *_of_review(family)))),
        children=(*own, *profiles),
    )


def _of_review(entity: Family | Profile) -> tuple[str, ...]:
    """Return what says how far an entry is and who cares for it, and its id from elsewhere."""
    status = field_specs(type(entity))["status"].choice_words(entity.status)
    return status, entity.owner, entity.reviewer, entity.external_id


def _profile(
    family: Family,
    profile: Profile,
    address: Address,
    levels: dict[str, Level],
    above: _FromAbove,
) -> TreeNode:
    inherited = dict(above.titles).get(profile.level, "") if not profile.title else ""
    title = inherited or title_of(family, profile, levels.get(profile.level)) or family.name
    key = profile_key(family, profile, above.codes)
    return TreeNode(
        address,
        title,
        "profile",
        address,
        badge=profile.level,
        muted=not profile.title,
        icon="profile",
        words=folded(" ".join((profile.level, title, key, *profile.titles, *_of_review(profile)))),
    )
