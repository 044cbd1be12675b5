"""Keep the meaning of a profile that is moved to another ladder."""

from collections.abc import Mapping
from typing import Any

from laddereditor.edits.mapping import use_with_ids
from laddereditor.model.base import evolve
from laddereditor.model.family import Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.inheritance import (
    Source,
    Sourced,
    inheriting_fields,
    may_add,
    same_item,
)
from laddereditor.model.resolve import ResolvedProfile

Known = Mapping[str, Mapping[str, str]]  # kind: id there -> id here


def keep_inherited_values(
    moved: Profile, before: ResolvedProfile, now: ResolvedProfile, known: Known
) -> Profile:
    """Return a profile with the inherited values made its own that its level here does not give.

    Values that are inherited equally in both ladders stay inherited.

    Args:
        moved: The profile.
        before: The resolved profile in its old ladder.
        now: The resolved profile in the new ladder.
        known: For each kind, id in the old ladder -> id in the new one.
    """
    if before.level is None or now.level is None:
        return moved
    changes: dict[str, Any] = {}
    for spec in inheriting_fields(type(moved), in_sub_family=bool(before.parents)):
        if may_add(spec, before.parents):
            own = getattr(moved, spec.name)
            if lost := _lost_items(before, now, spec, known):
                listed = set(map(same_item, own))
                changes[spec.name] = (*own, *(one for one in lost if same_item(one) not in listed))
        elif spec.is_keyed:
            entries = _entries(before, now, spec.name, known[spec.refers_to])
            if entries:
                changes[spec.name] = {**getattr(moved, spec.name), **entries}
        elif _is_kept(spec, before) and _is_lost(before.value(spec.name), now.value(spec.name)):
            changes[spec.name] = before.value(spec.name).value
    titles = _titles(before, now, moved)
    if titles != moved.titles:
        changes["titles"] = titles
    specs = field_specs(type(moved))
    kept = [name for name in moved.replaces if name in specs and may_add(specs[name], now.parents)]
    if before.parents and len(kept) < len(moved.replaces):
        changes["replaces"] = tuple(kept)  # for the others there is nothing to replace
    return evolve(moved, **changes) if changes else moved


def _lost_items(
    before: ResolvedProfile, now: ResolvedProfile, spec: FieldSpec, known: Known
) -> list[Any]:
    """Return the inherited items of a list that are not there any more, with the ids of here."""
    there = [item.value for item in now.items(spec.name)]
    inherited = [item.value for item in before.items(spec.name) if item.is_inherited]
    if spec.shape == "skills":
        inherited = [use_with_ids(use, known) for use in inherited]
    return [item for item in inherited if item not in there]


def _is_kept(spec: FieldSpec, before: ResolvedProfile) -> bool:
    """Whether an inherited value is kept: a title of the patterns is formed again."""
    return spec.inherits != "pattern" or before.value(spec.name).source is not Source.PATTERN


def _is_lost(before: Sourced[Any], now: Sourced[Any]) -> bool:
    return before.is_inherited and before.value != now.value


def _entries(
    before: ResolvedProfile, now: ResolvedProfile, name: str, ids: Mapping[str, str]
) -> dict[str, Any]:
    entries = now.entries(name)
    return {
        here: entry.value
        for key, entry in before.entries(name).items()
        if entry.is_inherited
        and ((here := ids.get(key, key)) not in entries or entries[here].value != entry.value)
    }


def _titles(before: ResolvedProfile, now: ResolvedProfile, moved: Profile) -> tuple[str, ...]:
    if before.titles_left_out or now.titles_left_out:  # too many titles to make own
        return moved.titles
    known = {title.value for title in now.titles}
    lost = [title.value for title in before.titles if title.value not in known]
    return (*moved.titles, *lost)
