"""Keep the meaning of a profile that is moved to another ladder."""

from collections.abc import Mapping
from typing import Any

from laddereditor.model.base import evolve
from laddereditor.model.family import Profile
from laddereditor.model.resolve import ResolvedProfile, Sourced, overridable_fields

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
    for spec in overridable_fields(type(moved)):
        if spec.is_keyed:
            entries = _entries(before, now, spec.name, known[spec.refers_to])
            if entries:
                changes[spec.name] = {**getattr(moved, spec.name), **entries}
        elif spec.inherits != "pattern" and _is_lost(before.value(spec.name), now.value(spec.name)):
            changes[spec.name] = before.value(spec.name).value
    titles = _titles(before, now, moved)
    if titles != moved.titles:
        changes["titles"] = titles
    return evolve(moved, **changes) if changes else moved


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
