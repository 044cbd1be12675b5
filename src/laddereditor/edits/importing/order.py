"""The order of entries that pages give, so that it does not depend on the order of the pages."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from laddereditor.edits.ids import code_parts
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.statement import skill_of
from laddereditor.model.terms import Factor, Track

_TRACKS = ("P", "M", "S", "E")  # as the format lists them
# As level guides list them.
_FACTORS = (
    "scope",
    "autonomy",
    "complexity",
    "impact",
    "influence",
    "knowledge",
    "problem-solving",
    "decision-rights",
    "leadership",
    "communication",
    "collaboration",
)

Key = Callable[[Any], Any]


def in_import_order(before: Ladder | None, after: Ladder) -> Ladder:
    """Return a ladder after pages were added to it, with its new entries where they belong.

    A list that was in the order that an import gives is in that order again: tracks as usual,
    levels by number, factors as usual, skills by the profile that uses them first, families by
    name. Any other list is left as it is, for it is somebody's own order.

    Args:
        before: The ladder before; None for a new one.
        after: The ladder with the pages.
    """
    ladder = after
    for collection, key_in in _KEYS:
        if before is None or _is_sorted(getattr(before, collection), key_in(before)):
            entries = tuple(sorted(getattr(ladder, collection), key=key_in(ladder)))
            if entries != getattr(ladder, collection):
                ladder = evolve(ladder, **{collection: entries})
    return ladder


def _is_sorted(entries: Sequence[Any], key: Key) -> bool:
    return list(entries) == sorted(entries, key=key)


def usual_factor_order(factors: tuple[Factor, ...]) -> tuple[Factor, ...]:
    """Return factors in the order of level guides, if all are usual ones, else as they are."""
    if any(one.id not in _FACTORS for one in factors):
        return factors
    return tuple(sorted(factors, key=lambda one: _FACTORS.index(one.id)))


def _track_key(_: Ladder) -> Key:
    def key(track: Track) -> Any:
        known = track.code in _TRACKS
        return (not known, _TRACKS.index(track.code) if known else 0, track.code, track.id)

    return key


def _level_key(ladder: Ladder) -> Key:
    tracks = {one.id: place for place, one in enumerate(ladder.tracks)}

    def key(level: Level) -> Any:
        parts = code_parts(level.id)
        return (tracks.get(level.track, len(tracks)), parts[1] if parts else 0, level.id)

    return key


def _factor_key(_: Ladder) -> Key:
    def key(factor: Factor) -> Any:
        usual = factor.id in _FACTORS
        return (_FACTORS.index(factor.id), "") if usual else (len(_FACTORS), factor.id)

    return key


def _skill_key(ladder: Ladder) -> Key:
    first: dict[Hashable, int] = {}
    for family in sorted(ladder.families, key=_family_key(ladder)):
        for profile in family.profiles:
            for use in profile.skills:
                first.setdefault(skill_of(use), len(first))

    return lambda skill: first.get(skill.id, len(first))


def _family_key(_: Ladder) -> Key:
    return lambda family: (family.name.casefold(), family.id)


_KEYS: tuple[tuple[str, Callable[[Ladder], Key]], ...] = (
    ("tracks", _track_key),
    ("levels", _level_key),
    ("factors", _factor_key),
    ("families", _family_key),
    ("skills", _skill_key),
)
