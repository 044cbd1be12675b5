"""Where a page says something else than the ladder about what they share."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from laddereditor.edits.cell_texts import experience_text
from laddereditor.edits.edit import Edit, EditRefused, builder, combined_edit
from laddereditor.edits.fields import set_field
from laddereditor.model.address import Address
from laddereditor.model.base import Entity
from laddereditor.model.counting import plural
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import KINDS, entities, entity_name, key_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience, Level

_SHARED = ("track", "factor", "level", "family")
_SINGLE = ("line", "text", "experience", "choice", "number", "reference")
_NOTHING: tuple[object, ...] = (None, "", (), {})


@dataclass(frozen=True, slots=True)
class DifferingValue:
    """A value that the ladder and a page both have, and that is not the same.

    Attributes:
        source: The name of the page.
        entity: The address of the entry that has it.
        path: The path of the value in the entry.
        label: What it is, for people: `Level P2 › Name`.
        here: The ladder's, as text; it stays unless somebody decides otherwise.
        there: The page's, as text.
        value: The page's.
    """

    source: str
    entity: Address
    path: str
    label: str
    here: str
    there: str
    value: Any


def differing_values(ladder: Ladder, page: Ladder, source: str) -> tuple[DifferingValue, ...]:
    """Return what a page says otherwise about entries that the ladder has too, matched by id.

    Args:
        ladder: The ladder.
        page: The ladder of the page.
        source: The name of the page.
    """
    return tuple(
        one
        for kind in _SHARED
        for there in entities(page, kind)
        for here in entities(ladder, kind)
        if key_of(here) == key_of(there)
        for one in _of_entity(kind, here, there, source)
    )


def _of_entity(kind: str, here: Entity, there: Entity, source: str) -> Iterator[DifferingValue]:
    place = Address(KINDS[kind].collection).entry(key_of(here))
    called = f"{KINDS[kind].title} {_called(here)}"
    for name, spec in field_specs(type(here)).items():
        mine, other = getattr(here, name), getattr(there, name)
        for path, title, old, new in _values(spec, name, mine, other):
            label = f"{called} › {title}"
            yield DifferingValue(source, place, path, label, _text(old), _text(new), new)


def _called(entity: Entity) -> str:
    """A level by its code, which people know; other entries by their names."""
    name = entity_name(entity)
    return key_of(entity) if isinstance(entity, Level) or not name else f"“{name}”"


def _values(
    spec: FieldSpec, name: str, mine: Any, other: Any
) -> Iterator[tuple[str, str, Any, Any]]:
    """Yield path, title, and both values where these say something and differ."""
    if spec.is_keyed:
        for key in mine:
            if other.get(key) and mine[key] and other[key] != mine[key]:
                yield f"{name}/{key}", f"{spec.title} › {key}", mine[key], other[key]
    elif (spec.shape in _SINGLE or spec.gives_titles) and _say_otherwise(mine, other):
        yield name, spec.title, mine, other


def _say_otherwise(mine: Any, other: Any) -> bool:
    return mine != other and mine not in _NOTHING and other not in _NOTHING


def _text(value: Any) -> str:
    if isinstance(value, Experience):
        return experience_text(value)
    return ", ".join(value) if isinstance(value, tuple) else str(value)


@builder
def take_values(ladder: Ladder, values: tuple[DifferingValue, ...]) -> Edit:
    """Take the values of pages in place of the ladder's.

    Args:
        ladder: The ladder.
        values: Those that are taken; of several for one place, the last.

    Raises:
        EditRefused: There is nothing to take.
    """
    if not values:
        raise EditRefused("Nothing was chosen. Choose what the page says first.")
    steps = tuple(partial(_taken, one) for one in values)
    return combined_edit(ladder, f"Take {plural(len(values), 'value')} of a page", steps)


def _taken(one: DifferingValue, ladder: Ladder) -> Edit:
    return set_field(ladder, one.entity, one.path, one.value)
