"""Edits that keep references valid: rename an id everywhere, merge skills, use a new skill."""

from collections.abc import Iterable, Mapping, Sequence

from laddereditor.edits.draft import Draft, DraftNode
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.ids import slug, suggest_id, taken_ids, unique, well_formed
from laddereditor.edits.mapping import remap
from laddereditor.edits.paths import put
from laddereditor.edits.words import (
    called,
    existing,
    kind_word,
    label_for,
    named,
    shortened,
)
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import kind_of, naming_field
from laddereditor.model.ladder import Ladder
from laddereditor.model.resolve import base_of, find_level
from laddereditor.model.shapes import LISTS
from laddereditor.model.statement import SkillUses, make_skill_use, skill_of
from laddereditor.model.terms import Skill

__all__ = ["create_skill_use", "merge_skills", "rename", "rename_all", "rename_name", "suggest_id"]


@builder
def rename(ladder: Ladder, address: Address, new_id: str) -> Edit:
    """Give an entity another id (a level another code), everywhere it is referred to.

    A profile's id is its level.

    Args:
        ladder: The ladder, before the edit.
        address: The entry, "" for the ladder itself.
        new_id: The new id; spaces at its ends are dropped.

    Raises:
        EditRefused: The id is empty, taken or malformed.
    """
    new_id = new_id.strip()
    if not address:
        _well_formed("", new_id)
        after = put(ladder, address, FieldPath("id"), new_id)
        return Edit("Rename the ladder's id", lambda _: after)
    draft = Draft(ladder)
    node = draft.node(address)
    if new_id != node.key:
        _can_have(draft, node, new_id)
        give_id(draft, node, new_id)
    return draft.edit(
        shortened(f"Rename {kind_word(node.kind)} {_old(node, ladder)} to {new_id}"), node
    )


def _old(node: DraftNode, ladder: Ladder) -> str:
    entity = existing(ladder, node.old)
    kind = kind_of(entity)
    return str(getattr(entity, kind.key)) if kind else ""


def give_id(draft: Draft, node: DraftNode, new_id: str) -> None:
    """Rename a node of a draft and point references to the new id.

    References to an id that several siblings share belong to the first of them, and stay with it.

    Args:
        draft: The draft.
        node: The node of the draft that gets the id.
        new_id: The new id, which has to be free and well-formed.
    """
    old, repeat = node.key, node.is_repeat
    node.change(**{node.node_list.kind.key: new_id})
    if not repeat and node.kind not in ("profile", "family"):
        remap(draft, node.kind, {old: new_id}, node.node_list.owner)


def _can_have(draft: Draft, node: DraftNode, new_id: str) -> None:
    if not new_id:
        raise EditRefused(f"{called(node.entity)} needs an id. Type one, or undo.")
    if node.kind == "profile":
        _level_free(draft, node, new_id)
        return
    _well_formed(node.kind, new_id)
    if new_id in taken_ids(draft.ladder, node.kind):
        raise EditRefused(
            f"There is already a {kind_word(node.kind)} “{new_id}”. Choose another id."
        )


def _level_free(draft: Draft, node: DraftNode, level: str) -> None:
    family = called(node.node_list.owner.entity) if node.node_list.owner else ""
    if level not in draft.node_list("level").keys():  # noqa: SIM118 - a list of keys, no mapping
        raise EditRefused(f"There is no level “{level}”. Choose one of the ladder's levels.")
    if level in node.node_list.keys():  # noqa: SIM118
        raise EditRefused(f"{family} already has a profile for {level}. Choose another level.")


def _well_formed(kind: str, new_id: str) -> None:
    if not new_id:
        raise EditRefused("The id cannot be empty. Type one, or undo.")
    if well_formed(kind, new_id):
        return
    if kind == "level":
        raise EditRefused(
            f"“{new_id}” cannot be a level's code: it is letters and a number, such as P3."
        )
    raise EditRefused(
        f"“{new_id}” cannot be an id: use lower-case letters, digits and hyphens, "
        f"such as “{slug(new_id, 'new-id')}”."
    )


def rename_all(ladder: Ladder, ids: Mapping[Address, str]) -> Ladder:
    """Return a ladder with entries renamed, all at once, so that they may exchange ids.

    `ids` are the new ids by address, not those of profiles. References follow. It is not checked
    whether an id is free and well-formed.

    Raises:
        EditRefused: An address is wrong.
    """
    draft = Draft(ladder)
    nodes = [(draft.node(address), key) for address, key in ids.items()]
    targets: dict[tuple[str, DraftNode | None], dict[str, str | None]] = {}
    for node, key in nodes:
        if not node.is_repeat and node.kind != "family":
            targets.setdefault((node.kind, node.node_list.owner), {})[node.key] = key
    for node, key in nodes:
        node.change(id=key)
    for (kind, owner), known in targets.items():
        remap(draft, kind, known, owner)
    return draft.edit("").change(ladder)


@builder
def rename_name(ladder: Ladder, address: Address, name: str) -> Edit:
    """Change what people call an entity (a profile: its title); its id stays."""
    entity = existing(ladder, address)
    kind = kind_of(entity)
    after = put(ladder, address, FieldPath(naming_field(type(entity))), name)
    what = f"{kind_word(kind.name)} {named(ladder, address)}" if kind else "the ladder"
    return Edit(shortened(f"Rename {what}"), lambda _: after)


@builder
def merge_skills(ladder: Ladder, keep: str, others: Sequence[str]) -> Edit:
    """Merge several skills.

    Uses of the others become uses of the one that stays, with the higher proficiency if a profile
    has both; their names become its other names; its empty fields are filled from them.

    Args:
        ladder: The ladder.
        keep: The address or id of the skill that stays.
        others: The addresses or ids of the others.

    Raises:
        EditRefused: There is no other skill, or one of them does not exist.
    """
    draft = Draft(ladder)
    kept = _skill_node(draft, keep)
    chosen = dict.fromkeys(_skill_node(draft, other) for other in others)
    removed = [node for node in chosen if node is not kept]
    if not removed:
        raise EditRefused("Choose at least two skills to merge.")
    label = label_for("Merge", [node.entity for node in removed], f" into {called(kept.entity)}")
    targets = {node.key: kept.key for node in removed if node.key != kept.key}
    for node in removed:
        kept.entity = _with_other(kept.entity, node.entity)
        node.take()
    remap(draft, "skill", targets)
    return draft.edit(label, kept)


def _skill_node(draft: Draft, place: str) -> DraftNode:
    node = draft.node(Address(place if "/" in place else f"skills/{place}"))
    if node.kind != "skill":
        raise EditRefused(f"{called(node.entity)} is not a skill. Only skills can be merged.")
    return node


def _with_other(kept: Entity, other: Entity) -> Entity:
    """Return the skill with the other's names as aliases, and its gaps filled."""
    if not isinstance(kept, Skill) or not isinstance(other, Skill):
        return kept
    names: dict[str, str] = {}
    for name in (*kept.aliases, other.name, *other.aliases):
        names.setdefault(name.casefold(), name)
    names.pop(kept.name.casefold(), None)
    names.pop("", None)
    return _filled(kept, other, tuple(names.values()))


def _filled(kept: Skill, other: Skill, aliases: tuple[str, ...]) -> Skill:
    wanted = {
        name: value for name, value in dict(other).items() if not dict(kept).get(name) and value
    }
    for name, spec in field_specs(Skill).items():
        mine, more = getattr(kept, name), getattr(other, name)
        if spec.is_keyed:
            wanted[name] = {**more, **mine}
        elif spec.shape in LISTS:
            wanted[name] = (*mine, *(item for item in more if item not in mine))
    wanted["aliases"] = aliases
    changes = {name: value for name, value in wanted.items() if value != dict(kept).get(name)}
    return evolve(kept, **changes) if changes else kept


@builder
def create_skill_use(  # noqa: PLR0913 - a place in a list, and what goes there
    ladder: Ladder,
    profile_address: Address,
    name: str,
    proficiency: str = "",
    position: int | None = None,
    *,
    field: FieldPath = FieldPath(),
) -> Edit:
    """Add a skill of this name to a profile, and to the library if it is not there.

    Args:
        ladder: The ladder.
        profile_address: The profile.
        name: An id, name or other name of the skill, in any case.
        proficiency: The id of the proficiency that is asked for; "" for any.
        position: The position in the list; None for the end.
        field: The list, by default the first one for skills.

    Raises:
        EditRefused: The name is empty or the profile already uses the skill.
    """
    name = " ".join(name.split())
    if not name:
        raise EditRefused("Type the name of a skill first.")
    draft = Draft(ladder)
    profile = draft.node(profile_address)
    field = FieldPath(skill_list(profile, field))
    if not use_skill(draft, profile, field, name, proficiency, position):
        raise EditRefused(f"{called(profile.entity)} lists {name} already.")
    return draft.edit(shortened(f"Add skill {name} to {called(profile.entity)}"))


def skill_list(node: DraftNode, name: str) -> str:
    """Return the field of an entity that lists skills: the one of a name, "" for the first.

    Raises:
        EditRefused: The entity has none.
    """
    for spec in field_specs(type(node.entity)).values():
        if spec.shape == "skills" and name in ("", spec.name):
            return spec.name
    raise EditRefused(f"{called(node.entity)} is not a profile; it has no list of skills.")


def use_skill(  # noqa: PLR0913, PLR0917 - a place in a list, and what goes there
    draft: Draft,
    profile: DraftNode,
    field: FieldPath,
    name: str,
    proficiency: str = "",
    position: int | None = None,
) -> bool:
    """Add a skill to a list in a draft, and to the library if needed; False if it is listed.

    An inherited list becomes the profile's own with the skill.

    Args:
        draft: The draft.
        profile: The node of the profile.
        field: The list.
        name: An id, name or other name of the skill.
        proficiency: The id of the proficiency that is asked for; "" for any.
        position: The position in the list; None for the end.
    """
    skill = skill_named((node.entity for node in draft.node_list("skill").nodes), name)
    if skill is None:
        taken = draft.node_list("skill").keys()
        skill = Skill(id=unique(slug(name, "skill"), taken), name=name)
        draft.node_list("skill").append(DraftNode(skill, draft.node_list("skill")))
    uses = getattr(profile.entity, field) or _inherited_uses(draft, profile, field)
    if skill.id in map(skill_of, uses):
        return False
    place = position if position is not None and 0 <= position <= len(uses) else len(uses)
    use = make_skill_use(skill.id, proficiency)
    profile.change(**{field: (*uses[:place], use, *uses[place:])})
    return True


def _inherited_uses(draft: Draft, node: DraftNode, field: FieldPath) -> SkillUses:
    spec, owner = field_specs(type(node.entity))[field], node.node_list.owner
    if not isinstance(node.entity, Profile) or owner is None:
        return ()
    assert isinstance(owner.entity, Family)
    base = base_of(spec, owner.entity, find_level(draft.ladder, node.entity.level))
    return getattr(base, field, ())


def skill_named(skills: Iterable[Entity], name: str) -> Skill | None:
    """Return the skill with this id, name or other name (in that order), in any case, or None."""
    wanted = name.casefold()
    known = [skill for skill in skills if isinstance(skill, Skill)]
    for names in (_ids, _names, _aliases):
        for skill in known:
            if wanted in names(skill):
                return skill
    return None


def _ids(skill: Skill) -> set[str]:
    return {skill.id.casefold()}


def _names(skill: Skill) -> set[str]:
    return {skill.name.casefold()}


def _aliases(skill: Skill) -> set[str]:
    return {alias.casefold() for alias in skill.aliases}
