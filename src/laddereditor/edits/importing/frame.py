"""The levels, factors and tracks that several pages give together."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from laddereditor.edits.importing.order import usual_factor_order
from laddereditor.edits.placement import place_by_order
from laddereditor.model.base import Entity, evolve
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.terms import Factor, Track

E = TypeVar("E", Level, Factor, Track)
_NOTHING: tuple[object, ...] = (None, "", (), {})


def frame_of(pages: Sequence[Ladder]) -> Ladder:
    """Return a ladder of the tracks, factors and levels of some pages, without families and skills.

    Of values that differ, that of the first page is taken, as if the pages came one by one.
    """
    first = pages[0]
    return evolve(
        first,
        tracks=tuple(_merged(one for page in pages for one in page.tracks)),
        factors=usual_factor_order(_factors(pages)),
        levels=tuple(_merged(one for page in pages for one in page.levels)),
        skills=(),
        families=(),
    )


def _factors(pages: Sequence[Ladder]) -> tuple[Factor, ...]:
    """Return the factors of all pages, each beside those that it is beside on its page."""
    merged = {one.id: one for one in _merged(one for page in pages for one in page.factors)}
    order: list[str] = []
    for page in pages:
        there = [one.id for one in page.factors]
        for key in there:
            if key not in order:
                order.insert(place_by_order(order, key, there), key)
    return tuple(merged[key] for key in order)


def _merged(entities: Iterable[E]) -> Iterator[E]:
    by_id: dict[str, list[E]] = {}
    for one in entities:
        by_id.setdefault(one.id, []).append(one)
    for same in by_id.values():
        yield _one_of(same)


def _one_of(same: Sequence[E]) -> E:
    changes = {}
    for name, spec in field_specs(type(same[0])).items():
        value = _value(spec, same, name)
        if value != getattr(same[0], name):
            changes[name] = value
    return evolve(same[0], **changes) if changes else same[0]


def _value(spec: FieldSpec, same: Sequence[Entity], name: str) -> Any:
    values = [getattr(one, name) for one in same]
    if not spec.is_keyed:
        return _first(values)
    keys = dict.fromkeys(key for value in values for key in value)
    return {key: _first([value.get(key) for value in values]) for key in keys}


def _first(values: Sequence[Any]) -> Any:
    """Return the first value that says something, else the first one."""
    return next((value for value in values if value not in _NOTHING), values[0])
