"""Values at a path inside a value, got and set: the one writer of what an entity holds."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final

from pydantic import BaseModel

from laddereditor.model.address import FieldPath, decode_key
from laddereditor.model.base import Entity, evolve
from laddereditor.model.fields import inner_class
from laddereditor.model.statement import (
    ExampledStatement,
    RatedSkill,
    shortest_statement,
    shortest_use,
)
from laddereditor.model.step_text import in_its_form

# Fields of what may be a plain text in a list, each with the class that has it.
INNER: dict[str, type[Entity]] = {
    "text": ExampledStatement,
    "examples": ExampledStatement,
    "links": ExampledStatement,
    "external_id": ExampledStatement,
    "skill": RatedSkill,
    "proficiency": RatedSkill,
    "importance": RatedSkill,
}


class _NoKey:
    """The type of the marker of a missing key."""

    def __repr__(self) -> str:
        return "no key"


NO_KEY: Final = _NoKey()


def exact_at(entity: BaseModel, path: FieldPath) -> Any:
    """Return the value at a path inside an entity, or NO_KEY if there is no such key.

    Unlike in `value_at`, an empty value differs from a missing one, and a list is one value.
    """
    value: Any = entity
    for piece in path.parts:
        if isinstance(value, BaseModel):
            value = dict(value).get(piece if piece in value.__dict__ else decode_key(piece), NO_KEY)
        elif isinstance(value, Mapping):
            value = value.get(decode_key(piece), NO_KEY)
        else:
            return NO_KEY
    return value


def with_value(
    holder: Any,
    pieces: Sequence[str],
    value: Any,
    order: Sequence[str] = (),
    *,
    exact: bool = False,
) -> Any:
    """Return `holder` with the value at a path replaced; everything else is unchanged.

    Args:
        holder: An entity, or a value inside one.
        pieces: The parts of the path.
        value: The new value; NO_KEY removes a key, and gives a field of the format its default.
        order: The keys of a mapping in their order, in which a new one takes its place.
        exact: Whether the result has just this value, as in another ladder. Otherwise missing
            values on the way are created, and a part that became empty goes.

    Raises:
        ValidationError: The value is of the wrong type (pydantic).
        LookupError: The path leads nowhere.
    """
    piece, rest = pieces[0], pieces[1:]
    within = partial(with_value, pieces=rest, value=value, order=order, exact=exact)
    if isinstance(holder, BaseModel):
        return _with_field(holder, piece, within if rest else None, value, exact=exact)
    if isinstance(holder, Mapping):
        key = decode_key(piece)
        inner = within(holder[key]) if rest else value
        return without_key(holder, key) if inner is NO_KEY else with_key(holder, key, inner, order)
    if isinstance(holder, tuple):
        place = int(piece)
        inner = within(holder[place]) if rest else value
        return (*holder[:place], inner, *holder[place + 1 :])
    if isinstance(holder, str) and piece in INNER:
        return _plain(with_value(as_entity(holder, piece), pieces, value, order))
    raise LookupError(piece)


def _with_field(
    holder: BaseModel,
    piece: str,
    within: Callable[[Any], Any] | None,
    value: Any,
    *,
    exact: bool,
) -> Any:
    fields = type(holder).model_fields
    name = piece if piece in fields else decode_key(piece)
    inner = value
    if within is not None:
        inner = within(getattr(holder, name) if exact else _made(holder, name))
        emptied = isinstance(inner, Entity) and isinstance(holder, Entity) and _is_empty(inner)
        inner = None if emptied and not exact else inner
    if inner is NO_KEY and name not in fields:
        return type(holder).model_validate(without_key(dict(holder), name))
    new = evolve(holder, **{name: fields[name].default if inner is NO_KEY else inner})
    return new if exact else _plain(new)


def _made(holder: BaseModel, name: str) -> Any:
    """Return the value of a field, a new one if there is none."""
    current = getattr(holder, name, None)
    if current is None:
        made = inner_class(type(holder), name)
        if made is None:
            raise LookupError(name)
        current = made()
    return current


def without_key(mapping: Mapping[str, Any], key: str) -> dict[str, Any]:
    """Return a mapping without an entry."""
    return {known: value for known, value in mapping.items() if known != key}


def _is_empty(value: Entity) -> bool:
    """Whether an optional part, such as pay, has become empty."""
    required = any(info.is_required() for info in type(value).model_fields.values())
    return not required and value == type(value)()


def as_entity(text: str, piece: str) -> BaseModel:
    """Return a plain statement, or a plain use of a skill, as one that has a field `piece`."""
    if INNER[piece] is ExampledStatement:
        return ExampledStatement(text=text)
    return RatedSkill(skill=text)


def _plain(value: BaseModel) -> Any:
    """Return the shortest form of a statement or a use of a skill."""
    if isinstance(value, ExampledStatement):
        return shortest_statement(value)
    return shortest_use(value) if isinstance(value, RatedSkill) else value


def with_key(
    mapping: Mapping[str, Any], key: str, value: Any, order: Sequence[str]
) -> dict[str, Any]:
    """Return a mapping with one entry set, a new key at its place in an order.

    The order of the existing entries is that of the file, and stays.

    Args:
        mapping: The mapping.
        key: The key that is set.
        value: Its value.
        order: The keys in the order of the ladder. A new key goes before the first one that is
            later there, or to the end.
    """
    if isinstance(value, str):
        value = in_its_form(value, mapping.get(key))
    if key in mapping or key not in order:
        return {**mapping, key: value}
    later = set(order[order.index(key) + 1 :])
    before = next((known for known in mapping if known in later), None)
    entries: dict[str, Any] = {}
    for known, existing in mapping.items():
        if known == before:
            entries[key] = value
        entries[known] = existing
    entries.setdefault(key, value)
    return entries
