"""Edits of skills: use one, new or known, and merge several into one."""

from collections.abc import Iterable, Sequence

from laddereditor.edits.draft import Draft, DraftNode
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.ids import slug, unique
from laddereditor.edits.mapping import remap
from laddereditor.edits.places.inherited import added_at
from laddereditor.edits.words import (
    called,
    label_for,
    shortened,
)
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.inheritance import base_of, holders_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.shapes import LISTS
from laddereditor.model.spacing import single_spaced
from laddereditor.model.statement import SkillUses, make_skill_use, skill_of
from laddereditor.model.terms import Skill


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
    target = _skill_node(draft, keep)
    chosen = dict.fromkeys(_skill_node(draft, other) for other in others)
    removed = [node for node in chosen if node is not target]
    if not removed:
        raise EditRefused("Choose at least two skills to merge.")
    label = label_for("Merge", [node.entity for node in removed], f" into {called(target.entity)}")
    targets = {node.key: target.key for node in removed if node.key != target.key}
    for node in removed:
        target.entity = _with_other(target.entity, node.entity)
        node.take()
    remap(draft, "skill", targets)
    return draft.edit(label, target)


def _skill_node(draft: Draft, place: str) -> DraftNode:
    node = draft.node(Address(place if "/" in place else f"skills/{place}"))
    if node.kind != "skill":
        raise EditRefused(f"{called(node.entity)} is not a skill. Only skills can be merged.")
    return node


def _with_other(target: Entity, other: Entity) -> Entity:
    """Return the skill with the other's names as aliases, and its gaps filled."""
    if not isinstance(target, Skill) or not isinstance(other, Skill):
        return target
    names: dict[str, str] = {}
    for name in (*target.aliases, other.name, *other.aliases):
        names.setdefault(name.casefold(), name)
    names.pop(target.name.casefold(), None)
    names.pop("", None)
    return _filled(target, other, tuple(names.values()))


def _filled(target: Skill, other: Skill, aliases: tuple[str, ...]) -> Skill:
    wanted = {
        name: value for name, value in dict(other).items() if not dict(target).get(name) and value
    }
    for name, spec in field_specs(Skill).items():
        mine, more = getattr(target, name), getattr(other, name)
        if spec.is_keyed:
            wanted[name] = {**more, **mine}
        elif spec.shape in LISTS:
            wanted[name] = (*mine, *(item for item in more if item not in mine))
    wanted["aliases"] = aliases
    changes = {name: value for name, value in wanted.items() if value != dict(target).get(name)}
    return evolve(target, **changes) if changes else target


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
    """Add a skill of this name to a profile or level, and to the library if it is not there.

    Args:
        ladder: The ladder.
        profile_address: The profile or the level.
        name: An id, name or other name of the skill, in any case.
        proficiency: The id of the proficiency that is asked for; "" for any.
        position: The position in the list; None for the end.
        field: The list, by default the first one for skills.

    Raises:
        EditRefused: The name is empty or the profile already uses the skill.
    """
    name = single_spaced(name)
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
    raise EditRefused(f"{called(node.entity)} has no list of skills.")


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
    if skill.id in map(skill_of, (*uses, *_added_uses(draft, profile, field))):
        return False
    place = position if position is not None and 0 <= position <= len(uses) else len(uses)
    use = make_skill_use(skill.id, proficiency)
    profile.change(**{field: (*uses[:place], use, *uses[place:])})
    return True


def _added_uses(draft: Draft, node: DraftNode, field: FieldPath) -> SkillUses:
    """Return the uses that a list of a sub-family adds to."""
    return added_at(draft.ladder, node.old, field) if node.old else ()


def _inherited_uses(draft: Draft, node: DraftNode, field: FieldPath) -> SkillUses:
    spec, owner = field_specs(type(node.entity))[field], node.node_list.owner
    if not spec.is_overriding or not isinstance(node.entity, Profile) or owner is None:
        return ()
    assert isinstance(owner.entity, Family)
    holders = holders_of(draft.ladder, owner.entity, node.entity)
    return () if holders.parents else getattr(base_of(spec, holders), field, ())


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
