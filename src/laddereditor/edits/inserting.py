"""Add the parts of another ladder, such as an imported page, to this one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, cast

from laddereditor.edits.draft import Draft, DraftNode, NodeList
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.ids import slug, unique
from laddereditor.edits.inheriting import keep_inherited_values
from laddereditor.edits.joining import joined
from laddereditor.edits.mapping import remapped
from laddereditor.edits.placement import level_place, place_by_order, profile_place
from laddereditor.edits.skills import skill_named
from laddereditor.edits.words import called, counted, shortened
from laddereditor.model.address import Address
from laddereditor.model.base import Entity, evolve
from laddereditor.model.counting import plural
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import KINDS, SHARED_KINDS, entities, entity_name, key_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.resolve import resolved
from laddereditor.model.terms import Skill, Track

# What to do with a profile if its family here has another one for its level: add its family beside
# the one here, or join the profile with the one here, which loses nothing.
Taken = Literal["beside", "join"]
# In this order, entries are added before those that refer to them: levels ask for skills.
_IN_ORDER = (*(kind for kind in SHARED_KINDS if kind != "level"), "level")


@dataclass
class _Insertion:
    draft: Draft
    imported: Ladder
    taken: Taken = "beside"
    complete: bool = False
    known: dict[str, dict[str, str]] = field(default_factory=dict)  # kind: id there -> id here
    added: list[DraftNode] = field(default_factory=list)
    different: list[DraftNode] = field(default_factory=list)  # profiles here with other contents


@dataclass(frozen=True, slots=True)
class ProfileHere:
    """A profile of the ladder that another ladder also has, with other words."""

    family: str  # name
    level: str
    address: Address


@builder
def insert_ladder_parts(
    ladder: Ladder,
    imported: Ladder,
    *,
    into: Address = Address(),
    taken: Taken = "beside",
    complete: bool = False,
) -> Edit:
    """Add what another ladder has and this one lacks; existing entries are unchanged.

    Entries are matched by id, then by name (tracks also by code, skills by other names). A family
    that is here gets the profiles it misses. Where a level here says something else than the
    level there, the profile keeps what it inherited as its own.

    Args:
        ladder: The ladder to add to.
        imported: The other ladder.
        into: The address of a family that gets all the profiles.
        taken: What to do with a family that is here and has a different profile for one of the
            levels: "beside" adds the other ladder's as a family of its own, "join" adds only what
            this one lacks.
        complete: Whether levels, factors, families and other entries that are here get the values
            that they lack, such as the years of a level or another specialty of a family.

    Raises:
        EditRefused: `into` is not a family, or has a profile for one of the levels.
    """
    work = _inserted(_Insertion(Draft(ladder), imported, taken, complete), into)
    return work.draft.edit(_label(work), _shown(work))


def profiles_here(
    ladder: Ladder, imported: Ladder, *, complete: bool = False
) -> tuple[ProfileHere, ...]:
    """Return the profiles for which `insert_ladder_parts` needs a decision.

    Args:
        ladder: The ladder to add to.
        imported: The other ladder.
        complete: As for `insert_ladder_parts`.
    """
    work = _Insertion(Draft(ladder), imported, "join", complete)
    different = _inserted(work, Address()).different
    return tuple(
        ProfileHere(entity_name(owner.entity) or owner.key, node.key, node.old)
        for node in different
        if (owner := node.node_list.owner) is not None
    )


def _inserted(work: _Insertion, into: Address) -> _Insertion:
    draft, imported = work.draft, work.imported
    for kind in _IN_ORDER:
        work.known[kind] = {}
        for entity in entities(imported, kind):
            _insert(work, kind, entity)
    target = draft.node(into) if into else None
    if target and target.kind != "family":
        raise EditRefused("Profiles can only go into a family. Choose a family.")
    here = _with_parents(_so_far(draft), imported)
    for family in imported.families:
        _insert_family(work, family, target, here)
    return work


def _so_far(draft: Draft) -> Ladder:
    edit = draft.edit("")
    return edit.change(draft.ladder)


def _with_parents(here: Ladder, imported: Ladder) -> Ladder:
    """Return the ladder as its sub-families will see it: with the families that they come with."""
    if not any(family.parent for family in imported.families):
        return here
    known = {family.id for family in here.families}
    new = (family for family in imported.families if family.id not in known)
    return evolve(here, families=(*here.families, *new))


def _insert(work: _Insertion, kind: str, entity: Entity) -> None:
    node_list = work.draft.node_list(kind)
    key = key_of(entity)
    match = _match(node_list, kind, entity)
    if match and match.key != key and work.complete and kind == "level":
        match = None  # levels of one guide may share a name, such as “Senior Professional”
    if match and match.key != key and kind != "skill" and _is_claimed(work, kind, match.key):
        match = None
    if match is None or work.complete:
        for other, targets in work.known.items():
            entity = remapped(entity, other, targets, ())
    if match is not None and work.complete:
        match.entity = joined(match.entity, entity, reword=False)
    if match is None:
        match = DraftNode(entity, node_list)
        node_list.insert(_place(work, kind, entity, key), match)
        work.added.append(match)
    work.known[kind].setdefault(key, match.key)


def _place(work: _Insertion, kind: str, entity: Entity, key: str) -> int:
    """Return the position of an entity: as among the same entries in the other ladder."""
    if isinstance(entity, Level):
        return level_place(work.draft, entity)
    there, known = [key_of(one) for one in entities(work.imported, kind)], work.known[kind]
    here = work.draft.node_list(kind).keys()
    if not KINDS[kind].is_ordered:
        return len(here)
    wanted = [known.get(other, other) for other in there]
    return place_by_order(
        here, key, [*wanted[: there.index(key)], key, *wanted[there.index(key) + 1 :]]
    )


def _is_claimed(work: _Insertion, kind: str, key: str) -> bool:
    """Whether an entry here already matches another one there, so that they stay separate."""
    there = map(key_of, entities(work.imported, kind))
    return key in work.known[kind].values() or key in there


def _match(node_list: NodeList, kind: str, entity: Entity) -> DraftNode | None:
    by_key = next((node for node in node_list.nodes if node.key == key_of(entity)), None)
    if by_key:
        return by_key
    if kind == "skill":
        return _skill_match(node_list, cast("Skill", entity))
    names = set(_names(entity))
    return next((node for node in node_list.nodes if names & set(_names(node.entity))), None)


def _skill_match(node_list: NodeList, skill: Skill) -> DraftNode | None:
    for name in (skill.name, *skill.aliases):
        found = skill_named((node.entity for node in node_list.nodes), name) if name else None
        if found:
            return next(node for node in node_list.nodes if node.entity is found)
    return None


def _names(entity: Entity) -> Iterator[tuple[str, str]]:
    name = entity_name(entity).casefold()
    if name:
        yield "name", name
    if isinstance(entity, Track) and entity.code:
        yield "code", entity.code


def _insert_family(
    work: _Insertion, family: Family, target: DraftNode | None, here: Ladder
) -> None:
    draft = work.draft
    node_list = draft.node_list("family")
    node = target or _match(node_list, "family", family)
    owner = _completed(work, node, family, target) if node else family
    profiles = [_as_here(work, family, profile, owner, here) for profile in family.profiles]
    if node and not target and work.taken == "beside" and not _fits(draft, node, profiles):
        node = None
        profiles = [_as_here(work, family, profile, family, here) for profile in family.profiles]
    if node:
        _add_missing(work, node, family, profiles, refuse=target is not None)
        node.entity = _completed(work, node, family, target)
        return
    changes = {"profiles": tuple(profiles), **_fresh_names(node_list, family)}
    new_family = DraftNode(evolve(family, **changes), node_list)
    node_list.append(new_family)
    work.added.append(new_family)


def _completed(
    work: _Insertion, node: DraftNode, family: Family, target: DraftNode | None
) -> Family:
    """Return the family here with what only the one there has, if it may get that."""
    here = cast("Family", node.entity)
    if target or not (work.taken == "join" or work.complete):
        return here
    return joined(here, family, reword=False)


def _as_here(
    work: _Insertion, family: Family, profile: Profile, owner: Family, here: Ladder
) -> Profile:
    """Return the profile with the references of this ladder and its original meaning."""
    own = {entity.id for entity in family.competencies}
    scale = work.draft.node_list("proficiency").keys()
    moved = profile
    for kind, targets in work.known.items():
        shared = {
            old: new for old, new in targets.items() if kind != "competency" or old not in own
        }
        moved = remapped(moved, kind, shared, scale)
    before = resolved(work.imported, family, profile)
    there = next((one for one in owner.profiles if one.level == moved.level), None)
    now = resolved(here, owner, there if there and work.taken == "join" else moved)
    return keep_inherited_values(moved, before, now, work.known)


def _fits(draft: Draft, node: DraftNode, profiles: list[Profile]) -> bool:
    by_level = {
        other.key: cast("Profile", other.entity) for other in draft.node_list("profile", node).nodes
    }
    return all(
        (there := by_level.get(profile.level)) is None or joined(there, profile) is there
        for profile in profiles
    )


def _add_missing(
    work: _Insertion, node: DraftNode, family: Family, profiles: list[Profile], *, refuse: bool
) -> None:
    node_list = work.draft.node_list("profile", node)
    by_level = {other.key: other for other in node_list.nodes}
    for profile in profiles:
        there = by_level.get(profile.level)
        if there is None:
            new = DraftNode(profile, node_list)
            node_list.insert(profile_place(work.draft, node_list, profile.level), new)
            work.added.append(new)
        elif refuse and there.entity != profile:
            raise EditRefused(
                f"{called(node.entity)} already has a profile for {profile.level}. "
                "Choose another family, or add a new one."
            )
        elif (both := joined(cast("Profile", there.entity), profile)) is not there.entity:
            work.different.append(there)
            there.entity = both
    own = work.draft.node_list("competency", node)
    taken = own.keys() + work.draft.node_list("competency").keys()
    for competency in family.competencies:
        if competency.id not in taken:
            own.append(DraftNode(competency, own))


def _fresh_names(node_list: NodeList, family: Family) -> dict[str, str]:
    if family.id not in node_list.keys():  # noqa: SIM118 - a list of keys, no mapping
        return {}
    names = {entity_name(node.entity) for node in node_list.nodes}
    name = unique(family.name or family.id, names, " ")
    return {"id": unique(slug(name, "family"), node_list.keys()), "name": name}


def _shown(work: _Insertion) -> DraftNode | None:
    ranked = sorted(work.added, key=lambda node: node.kind not in ("family", "profile"))
    return ranked[0] if ranked else None


def _label(work: _Insertion) -> str:
    families = [node for node in work.added if node.kind in ("family", "profile")]
    if len(families) == 1:
        node = families[0]
        owner = f"{called(node.node_list.owner.entity)} " if node.node_list.owner else ""
        return shortened(f"Import {owner}{called(node.entity)}")
    if families:
        kind = families[0].kind
        return f"Import {counted(kind, len(families))}"
    return f"Import {plural(len(work.added), 'entry', 'entries')}"
