"""Translate changes to the ids that a ladder has, if others were renamed."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel

from laddereditor.compare.diff.changes.list_plan import ListPlan, RenamedId
from laddereditor.edits.mapping import remapped
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Family
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import KINDS, REFERRED_KINDS, key_of
from laddereditor.model.ladder import Ladder

E = TypeVar("E", bound=Entity)
IdsByKind = Mapping[str, Mapping[str, str | None]]  # kind -> id -> the id to use instead


def used_ids(ladder: Ladder, names: Iterable[RenamedId], family: Address = Address()) -> IdsByKind:
    """Return the new ids that this ladder does not have yet, with its present ids.

    Args:
        ladder: The ladder whose ids count.
        names: The ids that changed.
        family: The address of a family, whose own competencies count too.
    """
    known = [name for name in names if name.kind in REFERRED_KINDS and name.family in ("", family)]
    old_items = {(name.kind, name.family, name.old) for name in known}
    found: dict[str, dict[str, str | None]] = {}
    for name in known:
        keys = _keys(ladder, name)
        # In a chain P2 -> P3 -> P4 the new id also exists, as the old id of the next level.
        free = name.new not in keys or (name.kind, name.family, name.new) in old_items
        if name.old in keys and free:
            found.setdefault(name.kind, {})[name.new] = name.old
    return found


def _keys(ladder: Ladder, name: RenamedId) -> Collection[str]:
    if not name.family:
        return {key_of(entity) for entity in getattr(ladder, KINDS[name.kind].collection)}
    owner = next((family for family in ladder.families if family.id == name.family.key), None)
    return {own.id for own in owner.competencies} if owner else ()


def renamed_entity(entity: E, names: IdsByKind) -> E:
    """Return an entity with its references renamed."""
    if not names:
        return entity
    for kind, targets in names.items():
        entity = remapped(entity, kind, targets, ())
    if isinstance(entity, Family):
        inner = tuple(renamed_entity(profile, names) for profile in entity.profiles)
        return evolve(entity, profiles=inner)
    return entity


def renamed_path(owner: type[BaseModel], path: FieldPath, names: IdsByKind) -> FieldPath:
    """Return a field path with its key renamed: `factors/scope`.

    Args:
        owner: The class of the entity or value that has the field.
        path: The path.
        names: For each kind of entity, its old ids with the new ones.
    """
    spec = field_specs(owner).get(path.name)
    if not names or spec is None or not path.rest or not spec.is_keyed:
        return path
    key = names.get(spec.refers_to, {}).get(path.key) or path.key
    return FieldPath(path.name).entry(key).at(path.rest.rest)


def renamed_value(owner: type[BaseModel], path: FieldPath, value: Any, names: IdsByKind) -> Any:
    """Return a value of a field with its references renamed.

    Args:
        owner: The class of the entity or value that has the field.
        path: The path of the field.
        value: The value.
        names: For each kind of entity, its old ids with the new ones.
    """
    spec = field_specs(owner).get(path.name)
    if not names or spec is None or value is None:
        return value
    if spec.shape == "reference":
        return names.get(spec.refers_to, {}).get(value) or value
    if spec.shape != "skills" or isinstance(value, tuple):
        return value
    skills, steps = names.get("skill", {}), names.get("proficiency", {})
    if isinstance(value, str):
        return skills.get(value) or value
    return evolve(
        value,
        skill=skills.get(value.skill) or value.skill,
        proficiency=steps.get(value.proficiency) or value.proficiency,
    )


def renamed_plan(owner: type[BaseModel], plan: ListPlan, names: IdsByKind) -> ListPlan:
    """Return a plan with its key and items renamed.

    Args:
        owner: The class of the entity that has the list.
        plan: The plan of the list's changes.
        names: The new id for each old one.
    """
    if not names:
        return plan
    return replace(
        plan,
        field=renamed_path(owner, plan.field, names),
        before=tuple(renamed_value(owner, plan.field, item, names) for item in plan.before),
        after=tuple(renamed_value(owner, plan.field, item, names) for item in plan.after),
    )
