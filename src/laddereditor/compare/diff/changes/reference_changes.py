"""Find the references that a change adds and those that it removes."""

from collections.abc import Iterator
from typing import Any

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.edits.mapping import references
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import REFERRED_KINDS, key_of, kind_of
from laddereditor.model.statement import proficiency_of, skill_of

KindAndId = tuple[str, str]  # kind, id


def reference_changes(change: LadderChange) -> tuple[set[KindAndId], set[KindAndId]]:
    """Return the references of only a change's `before`, and those of only its `after`.

    A renamed id counts as the same.
    """
    if change.kind in ("renamed", "reordered"):
        return set(), set()
    if change.detail.is_structural and change.kind == "moved":
        before, after = _keys_of_move(change)
        return before, after
    if change.detail.is_structural:
        before, after = (set(of_entry(value)) for value in (change.before, change.after))
    elif change.kind == "moved":
        before, after = _keys_left(change), _keys_entered(change)
    else:
        before, after = _keys_of_values(change)
    renamed = {(name.kind, name.new): (name.kind, name.old) for name in change.detail.names}
    old_items = {renamed.get(key, key) for key in before}
    return old_items - {renamed.get(key, key) for key in after}, after - before - renamed.keys()


def is_family_move(change: LadderChange) -> bool:
    """Whether a change takes a profile to another family."""
    moved = change.kind == "moved" and isinstance(change.before, Profile)
    return moved and change.detail.was.family != change.address.family


def _keys_of_move(change: LadderChange) -> tuple[set[KindAndId], set[KindAndId]]:
    """Return the references that a move drops and needs: the level, and competencies."""
    if not isinstance(change.before, Profile):
        return set(), set()
    themes = (
        {("competency", key) for key in change.before.expectations}
        if is_family_move(change)
        else set()
    )
    new = {name.new for name in change.detail.names if name.kind == "level"}
    level = set() if change.after.level in new else {("level", change.after.level)}
    return {("level", change.before.level)} | themes, level | themes


def of_entry(entity: Entity | None) -> Iterator[KindAndId]:
    """Yield the references of an entry and of a family's profiles, except to its own parts."""
    if entity is None:
        return
    for kind in REFERRED_KINDS:
        yield from ((kind, key) for _, key in references(entity, kind))
    if isinstance(entity, Family):
        own = {("competency", competency.id) for competency in entity.competencies}
        for profile in entity.profiles:
            yield from (key for key in of_entry(profile) if key not in own)


def _keys_of_values(change: LadderChange) -> tuple[set[KindAndId], set[KindAndId]]:
    path = change.field
    spec = field_specs(change.address.entity_class).get(path.name)
    if spec is None:
        return set(), set()
    if spec.shape == "skills":
        return set(_keys_of_uses(change.before)), set(_keys_of_uses(change.after))
    if spec.shape == "reference":
        kind = spec.refers_to
        return _keys_of_id(kind, change.before), _keys_of_id(kind, change.after)
    if spec.shape == "expectations" and path.rest:
        return _keys_left(change), _keys_entered(change)
    if spec.shape == "texts" and path.rest:
        key = {(spec.refers_to, path.key)}
        return (key if change.kind == "removed" else set()), (
            key if change.kind == "added" else set()
        )
    return set(), set()


def _keys_of_id(kind: str, value: Any) -> set[KindAndId]:
    return {(kind, value)} if value else set()


def _keys_of_uses(value: Any) -> Iterator[KindAndId]:
    for use in value if isinstance(value, tuple) else () if value is None else (value,):
        yield "skill", skill_of(use)
        if step := proficiency_of(use):
            yield "proficiency", step


def _keys_left(change: LadderChange) -> set[KindAndId]:
    """Return the competency whose list the new ladder does not have."""
    plans = [plan for plan, _ in change.detail.takes if plan.removed]
    if not change.detail.takes and change.kind == "removed":
        return _competency(change.field)
    return set().union(*(_competency(plan.field) for plan in plans))


def _keys_entered(change: LadderChange) -> set[KindAndId]:
    """Return the competency whose list the old ladder does not have."""
    plans = [plan for plan, _ in change.detail.puts if plan.added]
    if not change.detail.puts and change.kind == "added":
        return _competency(change.field)
    return set().union(*(_competency(plan.field) for plan in plans))


def _competency(path: FieldPath) -> set[KindAndId]:
    return {("competency", path.key)} if path.name == "expectations" and path.rest else set()


def added_ids(change: LadderChange) -> Iterator[tuple[KindAndId, Address]]:
    """Yield the ids that a change adds, each with the family that owns it ("" for none)."""
    if not change.detail.is_structural or change.kind not in ("added", "moved"):
        return
    yield from _own(change.address, change.after)


def removed_ids(change: LadderChange) -> Iterator[tuple[KindAndId, Address]]:
    """Yield the ids that a change removes, each with the family that owned it ("" for none)."""
    if not change.detail.is_structural or change.kind not in ("removed", "moved"):
        return
    yield from _own(change.detail.was, change.before)


def _own(address: Address, entity: Entity) -> Iterator[tuple[KindAndId, Address]]:
    kind = kind_of(entity)
    if kind is not None and kind.name in REFERRED_KINDS:
        yield (kind.name, key_of(entity)), address.parent
