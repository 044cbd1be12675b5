"""Keep the meaning of a profile that is moved to another ladder."""

from collections.abc import Mapping
from typing import Any

from laddereditor.model.base import evolve
from laddereditor.model.family import Profile
from laddereditor.model.fields import FieldSpec
from laddereditor.model.inheritance import Source, Sourced, inheriting_fields, overridable_fields
from laddereditor.model.resolve import ResolvedProfile
from laddereditor.model.shapes import PLAIN_LISTS

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
    for spec in (
        inheriting_fields(type(moved)) if before.parents else overridable_fields(type(moved))
    ):
        if before.parents and spec.shape in PLAIN_LISTS and spec.passes_on:
            if lost := _lost_items(before, now, spec.name):
                changes[spec.name] = (*getattr(moved, spec.name), *lost)
        elif spec.is_keyed:
            entries = _entries(before, now, spec.name, known[spec.refers_to])
            if entries:
                changes[spec.name] = {**getattr(moved, spec.name), **entries}
        elif _is_kept(spec, before) and _is_lost(before.value(spec.name), now.value(spec.name)):
            changes[spec.name] = before.value(spec.name).value
    titles = _titles(before, now, moved)
    if titles != moved.titles:
        changes["titles"] = titles
    if before.parents and not now.parents and moved.replaces:
        changes["replaces"] = ()  # there is nothing to replace
    return evolve(moved, **changes) if changes else moved


def _lost_items(before: ResolvedProfile, now: ResolvedProfile, name: str) -> list[Any]:
    known = [item.value for item in now.items(name)]
    inherited = [item.value for item in before.items(name) if item.is_inherited]
    return [item for item in inherited if item not in known]


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
