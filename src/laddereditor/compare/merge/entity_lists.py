"""Merge lists of entries by their keys: levels, skills, families, profiles."""

from functools import partial

from laddereditor.compare.diff.changes.change import Conflict
from laddereditor.compare.merge.fields import merged_entity
from laddereditor.compare.merge.list_order import merged_order
from laddereditor.compare.merge.merge_context import MergeContext, ThreeWayValue
from laddereditor.model.address import Address, FieldPath, sibling_parts
from laddereditor.model.base import Entity
from laddereditor.model.kinds import COLLECTION_KINDS
from laddereditor.model.ladder import Ladder


def merged_ladder(
    context: MergeContext, base: Ladder | None, ours: Ladder, theirs: Ladder
) -> Ladder:
    """Return the ladder with the changes of both sides; entries are matched by id.

    Args:
        context: The context of the merge, which collects conflicts.
        base: What both come from, None if that is unknown.
        ours: Our ladder.
        theirs: Their ladder, with the ids of ours.
    """
    top = Address()
    merged = merged_entity(
        context, top, ThreeWayValue(base, ours, theirs), partial(_entries, context, top)
    )
    assert isinstance(merged, Ladder)
    return merged


def _entries(
    context: MergeContext, owner: Address, name: str, lists: ThreeWayValue
) -> tuple[Entity, ...]:
    """Merge a list of entries of the ladder or, with its address as `owner`, of a family."""
    kind, entity_list = COLLECTION_KINDS[name], owner.list_of(name)
    keys = [sibling_parts(entities, kind.key) for entities in lists]
    by_part = [dict(zip(*each, strict=True)) for each in zip(keys, lists, strict=True)]
    merged = []
    for part in merged_order(*keys):
        forms = ThreeWayValue(*(entities.get(part) for entities in by_part))
        entity = _entry(context, entity_list.at(part), forms)
        if entity is not None:
            merged.append(entity)
    return tuple(merged)


def _entry(context: MergeContext, address: Address, forms: ThreeWayValue) -> Entity | None:
    """Return one entry with the changes of both sides, or None if it is removed."""
    base, ours, theirs = forms
    if ours is not None and theirs is not None:
        was_based = context.is_based
        context.is_based = was_based and base is not None  # two additions may be different things
        both = merged_entity(context, address, forms, partial(_entries, context, address))
        context.is_based = was_based
        return both if isinstance(both, Entity) else None
    there: Entity = ours if ours is not None else theirs
    if base is None and context.is_based:
        return there
    return _half(context, Conflict(address, FieldPath(), *forms, key=address))


def _half(context: MergeContext, conflict: Conflict) -> Entity | None:
    """Return an entry that one side removed, or None if it is removed."""
    there = conflict.ours if conflict.ours is not None else conflict.theirs
    used = conflict.address in context.kept
    if there == conflict.base and not used:
        found = None
    else:
        is_open = conflict.key not in context.decisions
        found = context.resolved(conflict)
        if used and is_open:
            return there if isinstance(there, Entity) else None
    if found is None and conflict.key not in context.decisions:
        context.dropped.append(conflict.address)
    return found if isinstance(found, Entity) else None
