"""The references of entities, and how to point them to other entities."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel

from laddereditor.edits.accepted import KeyRename
from laddereditor.edits.draft import Draft, DraftNode
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Family
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import LADDER_KINDS, key_of
from laddereditor.model.statement import (
    SkillUse,
    proficiency_of,
    skill_of,
    used_otherwise,
)

E = TypeVar("E", bound=Entity)
NewIds = Mapping[str, str | None]  # id -> the id to use instead, or None if it was removed


@cache
def reference_fields(holder: type[BaseModel], kind: str) -> tuple[tuple[str, str], ...]:
    """Return the fields (name, shape) of an entity class that may refer to a kind."""
    return tuple(
        (name, spec.shape)
        for name, spec in field_specs(holder).items()
        if (spec.refers_to == kind and (spec.is_keyed or spec.shape == "reference"))
        or (spec.shape == "skills" and kind in ("skill", "proficiency"))
    )


def references(entity: Entity, kind: str) -> Iterator[tuple[FieldPath, str]]:
    """Yield each reference of an entity to a kind: path inside the entity, id referred to."""
    for name, shape in reference_fields(type(entity), kind):
        value = getattr(entity, name)
        if shape == "reference":
            if value:
                yield FieldPath(name), value
        elif shape == "skills":
            for place, use in enumerate(value):
                used = skill_of(use) if kind == "skill" else proficiency_of(use)
                if used:
                    yield FieldPath(f"{name}/{place}"), used
        else:
            for key in value:
                yield FieldPath(name).entry(key), key


def refers(entity: Entity, kind: str, ids: Iterable[str]) -> bool:
    """Whether an entity refers to one of these ids.

    Args:
        entity: The entity that may refer to them.
        kind: The kind of what the ids name, such as `skill`.
        ids: The ids.
    """
    wanted = set(ids)
    return any(used in wanted for _, used in references(entity, kind))


def remapped(entity: E, kind: str, targets: NewIds, scale: Sequence[str]) -> E:
    """Return the entity with its references to a kind pointed to their targets.

    Values that then have the same key are joined: texts and lists one after the other, uses of a
    skill into the first, with the higher proficiency.

    Args:
        entity: The entity.
        kind: The kind that is referred to.
        targets: Id -> the id to use instead, or None if it was removed.
        scale: The ids of the proficiencies, lowest first.
    """
    changes: dict[str, Any] = {}
    for name, shape in reference_fields(type(entity), kind):
        value = getattr(entity, name)
        if shape == "reference":
            changes[name] = targets.get(value, value) or ""
        elif shape == "skills":
            changes[name] = _uses(value, kind, targets, scale)
        else:
            changes[name] = _keys(value, targets)
    return evolve(entity, **changes) if changes else entity


def _keys(mapping: Mapping[str, Any], targets: NewIds) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in mapping.items():
        target = targets.get(key, key)
        if target is not None:
            found[target] = joined(found[target], value) if target in found else value
    return found


def joined(first: Any, second: Any) -> Any:
    """Return two texts or two lists of statements joined, without duplicates."""
    if isinstance(first, tuple):
        return (*first, *(item for item in second if item not in first))
    return first if second in ("", first) else f"{first}\n\n{second}" if first else second


def _uses(
    uses: Sequence[SkillUse], kind: str, targets: NewIds, scale: Sequence[str]
) -> tuple[SkillUse, ...]:
    if kind == "proficiency":
        return tuple(_rated(use, targets.get(used := proficiency_of(use), used)) for use in uses)
    uses_after: list[SkillUse] = []
    meant: dict[str, set[str]] = {}
    for use in uses:
        skill = skill_of(use)
        target = targets.get(skill, skill)
        if target is not None:
            meant.setdefault(target, set()).add(skill)
            uses_after.append(use if target == skill else _with_skill(use, target))
    for skill, sources in meant.items():
        if len(sources) > 1:
            uses_after = _one_use(uses_after, skill, scale)
    return tuple(uses_after)


def _with_skill(use: SkillUse, skill: str) -> SkillUse:
    return skill if isinstance(use, str) else evolve(use, skill=skill)


def use_with_ids(use: SkillUse, targets: Mapping[str, Mapping[str, str]]) -> SkillUse:
    """Return the use of a skill with other ids of the skill and of its proficiency.

    Args:
        use: The use.
        targets: For each kind, the ids to use instead by the old ones.
    """
    skills, steps = targets.get("skill", {}), targets.get("proficiency", {})
    step = proficiency_of(use)
    return _rated(_with_skill(use, skills.get(skill_of(use), skill_of(use))), steps.get(step, step))


def _rated(use: SkillUse, proficiency: str | None) -> SkillUse:
    if isinstance(use, str) or use.proficiency == proficiency:
        return use
    return used_otherwise(use, proficiency=proficiency or "")


def _one_use(uses: list[SkillUse], skill: str, scale: Sequence[str]) -> list[SkillUse]:
    same = [use for use in uses if skill_of(use) == skill]
    best = max(same, key=lambda use: _rank(proficiency_of(use), scale))
    first = next(place for place, use in enumerate(uses) if skill_of(use) == skill)
    rest = [use for use in uses if skill_of(use) != skill]
    return [*rest[:first], best, *rest[first:]]


def _rank(proficiency: str, scale: Sequence[str]) -> int:
    return scale.index(proficiency) + 1 if proficiency in scale else 0


def scale_of(draft: Draft) -> list[str]:
    """Return the proficiencies of a draft, lowest first."""
    return draft.node_list("proficiency").keys()


def referring(
    draft: Draft, kind: str, ids: Iterable[str], within: DraftNode | None
) -> Iterator[DraftNode]:
    """Yield the nodes that refer to one of these ids of a kind.

    Args:
        draft: The draft.
        kind: The kind that is referred to.
        ids: The ids.
        within: The family whose own competencies the ids are of. Without it they are those of the
            ladder, and families with an own competency of that id do not refer to the ladder's.
    """
    wanted = set(ids)
    for own in LADDER_KINDS if within is None else ():
        if own.entity is not Family and reference_fields(own.entity, kind):
            nodes = draft.node_list(own.name).nodes
            yield from (node for node in nodes if refers(node.entity, kind, wanted))
    for family in [within] if within else draft.node_list("family").nodes:
        seen = wanted - _shadowed(family, kind) if within is None else wanted
        if refers(family.entity, kind, seen):
            yield family
        if seen and _family_refers(family, kind, seen):
            node_list = draft.node_list("profile", family)
            yield from [node for node in node_list.nodes if refers(node.entity, kind, seen)]


def _shadowed(family: DraftNode, kind: str) -> set[str]:
    if kind != "competency" or not isinstance(family.entity, Family):
        return set()
    opened = family.inside.get("competencies")
    return set(opened.keys() if opened else map(key_of, family.entity.competencies))


def _family_refers(family: DraftNode, kind: str, wanted: set[str]) -> bool:
    if "profiles" in family.inside or not isinstance(family.entity, Family):
        return True
    return any(refers(profile, kind, wanted) for profile in family.entity.profiles)


def remap(draft: Draft, kind: str, targets: NewIds, within: DraftNode | None = None) -> None:
    """Point every reference of a draft to its target.

    Args:
        draft: The draft, whose nodes are changed.
        kind: The kind of entity that the ids are of.
        targets: The old ids with the new ones; None drops the reference.
        within: The family whose own entries have the ids, None for entries of the ladder.
    """
    scale = scale_of(draft) if kind == "skill" else ()
    for node in list(referring(draft, kind, targets, within)):
        node.entity = remapped(node.entity, kind, targets, scale)
    under = within.old if within else Address()
    draft.key_renames += [
        KeyRename(under, kind, old, new) for old, new in targets.items() if new is not None
    ]
