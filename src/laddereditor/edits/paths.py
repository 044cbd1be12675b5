"""Values inside an entity by path: `pay/ranges/0/min`, `expectations/communication`."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from pydantic import BaseModel, ValidationError

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.path_values import INNER, as_entity, with_value
from laddereditor.edits.words import existing, named
from laddereditor.model.address import Address, FieldPath, decode_key
from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Family
from laddereditor.model.fields import FieldSpec, field_specs, inner_class
from laddereditor.model.kinds import KINDS, entities, key_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.parents import own_competencies
from laddereditor.model.shapes import STATEMENTS

_SHAPES = {
    "date": "a date such as 2026-12-01",
    "number": "a number",
    "flag": "yes or no",
    "lines": "a list of texts",
    "statements": "a list of statements",
    "skills": "a list of skills",
    "occupations": "a list of occupation codes",
    "equivalents": "a list of equivalents",
    "links": "a list of links",
    "ranges": "a list of pay ranges",
    "experience": "a range of years, in numbers",
    "texts": "texts by name",
    "expectations": "lists of statements by competency",
}


def value_at(entity: Any, path: FieldPath) -> Any:
    """Return the value at a path inside an entity, or None if there is nothing."""
    value = entity
    for piece in path.parts:
        value = _step(value, piece)
    return value


def _step(value: Any, piece: str) -> Any:
    if isinstance(value, BaseModel):
        return dict(value).get(piece)
    if isinstance(value, Mapping):
        return value.get(decode_key(piece))
    if isinstance(value, tuple) and piece.isdigit() and int(piece) < len(value):
        return value[int(piece)]
    return getattr(as_entity(value, piece), piece, None) if isinstance(value, str) else None


def spec_at(entity: BaseModel, path: FieldPath) -> FieldSpec | None:
    """Return the specification of the innermost field on a path, or None for an unknown key."""
    spec, holder = None, type(entity)
    for piece in path.parts:
        if piece in holder.model_fields:
            spec = field_specs(holder)[piece]
            holder = inner_class(holder, piece) or holder
        elif piece in INNER and not piece.isdigit() and spec and spec.shape in _LISTS:
            spec = field_specs(INNER[piece])[piece]
    return spec


_LISTS = STATEMENTS | {"skills"}


def order_for(ladder: Ladder, address: Address, spec: FieldSpec | None) -> list[str]:
    """Return the ids that the keys of a mapping field may be, in the ladder's order.

    Args:
        ladder: The ladder.
        address: The entity that has the field.
        spec: The field, None if it is unknown; only mapping fields have an order.
    """
    if spec is None or spec.refers_to not in KINDS or not spec.is_keyed:
        return []
    order = [key_of(entity) for entity in entities(ladder, spec.refers_to)]
    path = address.path(ladder)
    if spec.refers_to == "competency" and path[0] == "families":
        family: Family = ladder.families[int(path[1])]
        order += [own.id for own in own_competencies(ladder, family)]
    return order


def replaced(ladder: Ladder, address: Address, entity: Entity) -> Ladder:
    """Return the ladder with another entity at an address.

    Args:
        ladder: The ladder.
        address: Where the entity is replaced.
        entity: The entity to put there; it has the same key.
    """
    after: Ladder = _replaced(ladder, address.path(ladder), entity)
    return after


def _replaced(holder: Any, path: Sequence[str | int], entity: Entity) -> Any:
    if not path:
        return entity
    name, place = str(path[0]), int(path[1])
    items = getattr(holder, name)
    inner = _replaced(items[place], path[2:], entity)
    return evolve(holder, **{name: (*items[:place], inner, *items[place + 1 :])})


def put(ladder: Ladder, address: Address, path: FieldPath, value: Any) -> Ladder:
    """Return the ladder with one value replaced.

    The ladder itself is returned when that changes nothing.

    Args:
        ladder: The ladder, before the edit.
        address: The entity.
        path: The path inside it.
        value: The new value, in the types of the model: a tuple for a list.

    Raises:
        EditRefused: The value is of the wrong type or the path does not exist.
    """
    entity = existing(ladder, address)
    spec = spec_at(entity, path)
    with refusing(ladder, address, path, spec):
        after = with_value(entity, path.parts, value, order_for(ladder, address, spec))
    if _same(value_at(entity, path), value_at(after, path)):
        return ladder
    return replaced(ladder, address, after)


def _same(before: Any, after: Any) -> bool:
    return type(before) is type(after) and bool(before == after)


@contextmanager
def refusing(
    ladder: Ladder, address: Address, path: FieldPath, spec: FieldSpec | None
) -> Iterator[None]:
    """Turn the model's errors about a wrong value into words for people.

    Args:
        ladder: The ladder, for the names in the message.
        address: The entity whose value is set.
        path: The path of the value, in case the field is unknown.
        spec: The innermost field on the path, None if it is unknown.

    Raises:
        EditRefused: The block raised an error of the model, or found no such place.
    """
    try:
        yield
    except ValidationError as error:
        title = spec.title if spec else path
        wanted = _SHAPES.get(spec.shape if spec else "", "text")
        raise EditRefused(f"{title} of {named(ladder, address)} should be {wanted}.") from error
    except (LookupError, ValueError) as error:
        raise EditRefused(f"{named(ladder, address)} has no “{path}” any more.") from error


def title_at(entity: BaseModel, path: FieldPath) -> str:
    """Return the title of the field on a path, for labels."""
    spec = spec_at(entity, path)
    return spec.title if spec else path
