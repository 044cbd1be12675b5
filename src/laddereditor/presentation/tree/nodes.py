"""A ladder as a tree of nodes with lasting keys; no Qt.

An entity's key is its address; a group's key is its collection ("skills"), with the group's name
behind "@" where a collection is shown in groups ("skills@Leadership").
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from laddereditor.model.address import Address, decode_key, encode_key, listed_at
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec
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
from laddereditor.model.terms import Skill
from laddereditor.model.titles import title_of
from laddereditor.presentation.tree.folding import folded

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
        """Whether the node stands for an entity of its own."""
        return bool(self.address)

    def looks_like(self, other: "TreeNode") -> bool:
        """Whether two nodes are the same but for what is below them."""
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
    """Return what the derived titles of profiles at a level follow from."""
    return (level.id, *(level.title_patterns[:1] or ("", level.name)))


class TreeBuilder:
    """Builds the tree of a ladder; an entity that has not changed keeps its node."""

    def __init__(self) -> None:
        # id(entity) -> the entity itself (so that the id stays its own), its address, its node
        self._kept: dict[int, tuple[Entity, str, TreeNode]] = {}
        self._titling: list[tuple[str, ...]] = []

    def build(self, ladder: Ladder) -> TreeNode:
        """Return the ladder's node with everything below it."""
        titling = [_titling(level) for level in ladder.levels]
        same_titles = titling == self._titling
        levels = {level.id: level for level in reversed(ladder.levels)}
        kept: dict[int, tuple[Entity, str, TreeNode]] = {}

        def node_for(entity: Entity, address: Address) -> TreeNode:
            old = self._kept.get(id(entity))
            if (
                old is not None
                and old[1] == address
                and (same_titles or not isinstance(entity, Family))
            ):
                node = old[2]
            elif isinstance(entity, Family):
                node = _family(entity, address, levels)
            else:
                node = _entity(entity, address)
            kept[id(entity)] = (entity, address, node)
            return node

        children = tuple(_collection(ladder, name, node_for) for name in GROUPS)
        self._kept, self._titling = kept, titling
        return TreeNode(
            LADDER_KEY, ladder.name or "Ladder", "ladder", icon="ladder", children=children
        )


def _collection(
    ladder: Ladder, name: str, node_for: Callable[[Entity, Address], TreeNode]
) -> TreeNode:
    kind = COLLECTIONS[name]
    siblings: tuple[Entity, ...] = getattr(ladder, name)
    nodes = [node_for(entity, address) for address, entity in listed_at(Address(name), siblings)]
    if not nodes:
        hint = f"No {kind.plural.lower()} yet. Press Enter to add."
        children: tuple[TreeNode, ...] = (TreeNode(f"{name}?", hint, "hint", muted=True),)
    elif kind.name in GROUPED:
        children = _grouped(ladder, name, zip(siblings, nodes, strict=True))
    else:
        children = tuple(nodes)
    return TreeNode(name, kind.plural, "collection", icon=kind.name, children=children)


def _entity(entity: Entity, address: Address) -> TreeNode:
    kind = kind_of(entity)
    name = kind.name if kind else ""
    if isinstance(entity, Level):
        words = folded(f"{entity.id} {entity.name} {entity.grade}")
        return TreeNode(
            address, entity.name, name, address, badge=entity.id, icon="level", words=words
        )
    icon, also = name, ""
    if isinstance(entity, Skill):
        icon, also = _SKILL_ICONS.get(entity.kind, name), " ".join(entity.aliases)
    words = folded(f"{label_of(entity)} {key_of(entity)} {also}")
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


def _family(family: Family, address: Address, levels: dict[str, Level]) -> TreeNode:
    own = tuple(
        _entity(competency, place)
        for place, competency in listed_at(address.list_of("competencies"), family.competencies)
    )
    profiles = tuple(
        _profile(family, profile, place, levels)
        for place, profile in listed_at(address.list_of("profiles"), family.profiles)
    )
    return TreeNode(
        address,
        label_of(family),
        "family",
        address,
        icon="family",
        words=folded(f"{family.name} {family.id} {' '.join(family.specialties)}"),
        children=(*own, *profiles),
    )


def _profile(
    family: Family, profile: Profile, address: Address, levels: dict[str, Level]
) -> TreeNode:
    title = title_of(family, profile, levels.get(profile.level)) or family.name
    return TreeNode(
        address,
        title,
        "profile",
        address,
        badge=profile.level,
        muted=not profile.title,
        icon="profile",
        words=folded(f"{profile.level} {title} {' '.join(profile.titles)}"),
    )
