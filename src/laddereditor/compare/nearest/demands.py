"""What a profile or a level asks for, as items that can be held against those of others.

The fields are those whose description says that they are demands. Titles and names ask for nothing,
so they make nothing alike.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.resolve import resolved
from laddereditor.model.shapes import PLAIN_LISTS
from laddereditor.model.statement import (
    proficiency_of,
    skill_of,
    statement_examples,
    statement_text,
)

_IN_WORDS = ("text", "texts", "statements", "expectations", "skills")


class Demand(NamedTuple):
    """One thing that is asked for."""

    text: str  # a statement, a text, or the id of a skill
    detail: str = ""  # the examples of a statement, the proficiency in a skill
    is_own: bool = True  # not inherited


class FieldDemands(NamedTuple):
    """What a field asks for."""

    spec: FieldSpec
    items: tuple[Demand, ...]


def is_skills(spec: FieldSpec) -> bool:
    """Whether the items of a field are skills of the library, not texts."""
    return spec.shape == "skills"


Demands = Mapping[str, FieldDemands]  # by the name of the field, in reading order


@cache
def demand_fields(entity: type[Entity]) -> tuple[FieldSpec, ...]:
    """Return the fields of a class that ask for something in words, in reading order."""
    return tuple(spec for spec in _asking(entity) if spec.shape in _IN_WORDS)


@cache
def other_demand_fields(entity: type[Entity]) -> tuple[FieldSpec, ...]:
    """Return the other fields that ask for something, such as years."""
    return tuple(spec for spec in _asking(entity) if spec.shape not in _IN_WORDS)


def _asking(entity: type[Entity]) -> Iterator[FieldSpec]:
    return (spec for spec in field_specs(entity).values() if spec.asks == "demand")


def own_demands(entity: Profile | Level) -> Demands:
    """Return what an entry asks for itself."""
    return _found(
        (spec, [(getattr(entity, spec.name), True)]) for spec in demand_fields(type(entity))
    )


def all_demands(ladder: Ladder, family: Family | None, entity: Profile | Level) -> Demands:
    """Return what an entry asks for, with what it inherits.

    Args:
        ladder: The ladder of the entry.
        family: The family of a profile; None for a level.
        entity: The profile or the level.
    """
    if family is None or isinstance(entity, Level):
        return own_demands(entity)
    profile_values = resolved(ladder, family, entity)

    def values_of(spec: FieldSpec) -> list[tuple[Any, bool]]:
        if spec.is_keyed:
            entries = profile_values.entries(spec.name)
            return [({key: one.value}, not one.is_inherited) for key, one in entries.items()]
        if spec.shape in PLAIN_LISTS:
            items = profile_values.items(spec.name)
            return [((one.value,), not one.is_inherited) for one in items]
        value = profile_values.value(spec.name)
        return [(value.value, not value.is_inherited)]

    return _found((spec, values_of(spec)) for spec in demand_fields(type(entity)))


def _found(fields: Iterable[tuple[FieldSpec, list[tuple[Any, bool]]]]) -> Demands:
    """Return the demands of each field that has any, from its values and whether they are own."""
    found: dict[str, FieldDemands] = {}
    for spec, values in fields:
        demands = [
            Demand(text, detail, is_own)
            for value, is_own in values
            for text, detail in _read(spec, value)
            if text.strip()
        ]
        if demands:
            found[str(spec.name)] = FieldDemands(spec, tuple(demands))
    return found


def _read(spec: FieldSpec, value: Any) -> Iterator[tuple[str, str]]:
    """Yield the text and the detail of each item in a field's value."""
    if isinstance(value, Mapping):
        for one in value.values():
            yield from _read(spec, one)
    elif isinstance(value, str):
        yield value, ""
    elif is_skills(spec):
        yield from ((skill_of(use), proficiency_of(use)) for use in value or ())
    else:
        for item in value or ():
            yield statement_text(item), "\n".join(statement_examples(item))
