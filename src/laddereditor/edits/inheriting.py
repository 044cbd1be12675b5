"""Keep the meaning of a profile that is moved to another ladder."""

from collections.abc import Mapping
from typing import Any

from laddereditor.model.base import evolve
from laddereditor.model.family import Profile
from laddereditor.model.resolve import ResolvedProfile, Source

Known = Mapping[str, Mapping[str, str]]  # kind: id there -> id here


def keep_meaning(
    moved: Profile, before: ResolvedProfile, now: ResolvedProfile, known: Known
) -> Profile:
    """Return `moved` with the inherited values made its own that its level here does not give.

    `before` is the resolved profile in its old ladder, `now` the one in the new ladder. Values that
    are inherited equally in both stay inherited.
    """
    if before.level is None or now.level is None:
        return moved
    changes: dict[str, Any] = {}
    if before.summary.source is Source.LEVEL and before.summary.value != now.summary.value:
        changes["summary"] = before.summary.value
    if before.experience.source is Source.LEVEL and before.experience != now.experience:
        changes["experience"] = before.experience.value
    for name, kind in (("factors", "factor"), ("expectations", "competency")):
        entries = _entries(before, now, name, known[kind])
        if entries:
            changes[name] = {**getattr(moved, name), **entries}
    titles = _titles(before, now, moved)
    if titles != moved.titles:
        changes["titles"] = titles
    return evolve(moved, **changes) if changes else moved


def _entries(
    before: ResolvedProfile, now: ResolvedProfile, name: str, ids: Mapping[str, str]
) -> dict[str, Any]:
    held = getattr(now, name)
    return {
        here: entry.value
        for key, entry in getattr(before, name).items()
        if entry.source is Source.LEVEL
        and ((here := ids.get(key, key)) not in held or held[here].value != entry.value)
    }


def _titles(before: ResolvedProfile, now: ResolvedProfile, moved: Profile) -> tuple[str, ...]:
    if before.titles_left_out or now.titles_left_out:  # too many titles to make own
        return moved.titles
    known = {title.value for title in now.titles}
    lost = [title.value for title in before.titles if title.value not in known]
    return (*moved.titles, *lost)
