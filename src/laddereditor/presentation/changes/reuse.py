"""Reuses the entries that a rebuilt ladder has in common with the one it will replace.

Reused entries are neither checked nor written again, which saves most of the work.
"""

from collections.abc import Sequence
from typing import TypeVar

from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Family
from laddereditor.model.kinds import COLLECTIONS, key_of
from laddereditor.model.ladder import Ladder

E = TypeVar("E", bound=Entity)


def reusing(now: Ladder, after: Ladder) -> Ladder:
    """Return `after` with the entries of `now` wherever they say the same."""
    lists = {name: _reused(getattr(now, name), getattr(after, name)) for name in COLLECTIONS}
    return evolve(after, **lists)


def _reused(current: Sequence[E], new: Sequence[E]) -> Sequence[E]:
    if current is new:
        return current
    known = {key_of(entity): entity for entity in current}
    found = tuple(_same(known.get(key_of(entity)), entity) for entity in new)
    same = len(found) == len(current) and all(map(_is, found, current))
    return current if same else found


def _is(one: object, other: object) -> bool:
    return one is other


def _same(was: E | None, entity: E) -> E:
    if was is None or was is entity:
        return entity
    if was == entity:
        return was
    if isinstance(was, Family) and isinstance(entity, Family):
        return evolve(
            entity,
            profiles=_reused(was.profiles, entity.profiles),
            competencies=_reused(was.competencies, entity.competencies),
        )
    return entity
