"""Values inside an entity by path: `pay/ranges/0/min`, `expectations/communication`."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.words import existing, named
from laddereditor.model.address import Address, FieldPath, decode_key
from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Family
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import KINDS, entities, key_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import ExampledStatement, RatedSkill, make_statement

_SHAPES = {
    "date": "a date such as 2026-12-01",
    "number": "a number",
    "flag": "yes or no",
    "lines": "a list of texts",
    "statements": "a list of statements",
    "skills": "a list of skills",
    "occupations": "a list of occupation codes",
    "ranges": "a list of pay ranges",
    "experience": "a range of years, in numbers",
    "texts": "texts by name",
    "expectations": "lists of statements by competency",
}
_INNER: dict[str, type[Entity]] = {
    "text": ExampledStatement,
    "examples": ExampledStatement,
    "skill": RatedSkill,
    "proficiency": RatedSkill,
}


def value_at(entity: Any, path: str) -> Any:
    """Return the value at a path inside an entity, or None if there is nothing."""
    value = entity
    for piece in FieldPath(path).parts:
        value = _step(value, piece)
    return value


def _step(value: Any, piece: str) -> Any:
    if isinstance(value, BaseModel):
        return dict(value).get(piece)
    if isinstance(value, Mapping):
        return value.get(decode_key(piece))
    if isinstance(value, tuple) and piece.isdigit() and int(piece) < len(value):
        return value[int(piece)]
    return getattr(_as_entity(value, piece), piece, None) if isinstance(value, str) else None


def spec_at(entity: BaseModel, path: str) -> FieldSpec | None:
    """Return the specification of the innermost field on a path, or None for an unknown key."""
    spec, holder = None, type(entity)
    for piece in FieldPath(path).parts:
        if piece in holder.model_fields:
            spec = field_specs(holder)[piece]
            holder = _inner_class(holder, piece) or holder
        elif piece in _INNER and not piece.isdigit() and spec and spec.shape in _LISTS:
            spec = field_specs(_INNER[piece])[piece]
    return spec


_LISTS = ("statements", "skills", "expectations")


def _inner_class(holder: type[BaseModel], name: str) -> type[BaseModel] | None:
    """Return the class of the values that a field holds, such as Pay or PayRange."""
    waiting = [holder.model_fields[name].annotation]
    while waiting:
        annotation = waiting.pop()
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return annotation
        waiting.extend(get_args(annotation))
    return None


def with_value(holder: Any, pieces: Sequence[str], value: Any, order: Sequence[str] = ()) -> Any:
    """Return `holder` with the value at a path replaced; everything else is unchanged.

    Missing values on the way are created. A new key of a mapping takes its place by `order`. Raises
    pydantic's ValidationError when the value is of the wrong type, LookupError for a path that
    leads nowhere.
    """
    piece, rest = pieces[0], pieces[1:]
    if isinstance(holder, BaseModel):
        return _with_field(holder, piece, rest, value, order)
    if isinstance(holder, Mapping):
        key = decode_key(piece)
        inner = with_value(holder[key], rest, value, order) if rest else value
        return with_key(holder, key, inner, order)
    if isinstance(holder, tuple):
        place = int(piece)
        inner = with_value(holder[place], rest, value, order) if rest else value
        return (*holder[:place], inner, *holder[place + 1 :])
    if isinstance(holder, str) and piece in _INNER:
        return _plain(with_value(_as_entity(holder, piece), pieces, value, order))
    raise LookupError(piece)


def _with_field(
    holder: BaseModel, name: str, rest: Sequence[str], value: Any, order: Sequence[str]
) -> Any:
    inner = value
    if rest:
        current = getattr(holder, name, None)
        if current is None:
            made = _inner_class(type(holder), name)
            if made is None:
                raise LookupError(name)
            current = made()
        inner = with_value(current, rest, value, order)
        if isinstance(inner, Entity) and isinstance(holder, Entity) and _is_empty(inner):
            inner = None
    return _plain(evolve(holder, **{name: inner}))


def _is_empty(value: Entity) -> bool:
    """Whether an optional part, such as pay, has become empty."""
    required = any(info.is_required() for info in type(value).model_fields.values())
    return not required and value == type(value)()


def _as_entity(text: str, piece: str) -> BaseModel:
    if _INNER[piece] is ExampledStatement:
        return ExampledStatement(text=text)
    return RatedSkill(skill=text)


def _plain(value: BaseModel) -> Any:
    """Return the shortest form of a statement or a use of a skill."""
    if isinstance(value, ExampledStatement) and not value.model_extra:
        return make_statement(value.text) if not value.examples else value
    if isinstance(value, RatedSkill) and not value.model_extra and not value.proficiency:
        return value.skill
    return value


def with_key(
    mapping: Mapping[str, Any], key: str, value: Any, order: Sequence[str]
) -> dict[str, Any]:
    """Return a mapping with one entry set; a new key goes before the first that `order` has later.

    The order of the existing entries is that of the file, and stays.
    """
    if key in mapping or key not in order:
        return {**mapping, key: value}
    later = set(order[order.index(key) + 1 :])
    before = next((known for known in mapping if known in later), None)
    entries: dict[str, Any] = {}
    for known, held in mapping.items():
        if known == before:
            entries[key] = value
        entries[known] = held
    entries.setdefault(key, value)
    return entries


def order_for(ladder: Ladder, address: Address, spec: FieldSpec | None) -> list[str]:
    """Return the ids that the keys of a mapping field may be, in the ladder's order."""
    if spec is None or spec.refers_to not in KINDS or spec.shape not in ("texts", "expectations"):
        return []
    order = [key_of(entity) for entity in entities(ladder, spec.refers_to)]
    path = address.path(ladder)
    if spec.refers_to == "competency" and path[0] == "families":
        family: Family = ladder.families[int(path[1])]
        order += [own.id for own in family.competencies]
    return order


def replaced(ladder: Ladder, address: Address, entity: Entity) -> Ladder:
    """Return the ladder with the entity at an address replaced; its key must be the same."""
    after: Ladder = _replaced(ladder, address.path(ladder), entity)
    return after


def _replaced(holder: Any, path: Sequence[str | int], entity: Entity) -> Any:
    if not path:
        return entity
    name, place = str(path[0]), int(path[1])
    items = getattr(holder, name)
    inner = _replaced(items[place], path[2:], entity)
    return evolve(holder, **{name: (*items[:place], inner, *items[place + 1 :])})


def put(ladder: Ladder, address: Address, path: str, value: Any) -> Ladder:
    """Return the ladder with the value at a path of the entity at `address` replaced.

    The ladder itself is returned when that changes nothing.

    Raises:
        EditRefused: The value is of the wrong type or the path does not exist.
    """
    entity = existing(ladder, address)
    spec = spec_at(entity, path)
    with refusing(ladder, address, path, spec):
        after = with_value(entity, FieldPath(path).parts, value, order_for(ladder, address, spec))
    if _same(value_at(entity, path), value_at(after, path)):
        return ladder
    return replaced(ladder, address, after)


def _same(before: Any, after: Any) -> bool:
    return type(before) is type(after) and bool(before == after)


@contextmanager
def refusing(ladder: Ladder, address: Address, path: str, spec: FieldSpec | None) -> Iterator[None]:
    """Turn the model's errors about a wrong value into words for people."""
    try:
        yield
    except ValidationError as error:
        title = spec.title if spec else path
        wanted = _SHAPES.get(spec.shape if spec else "", "text")
        raise EditRefused(f"{title} of {named(ladder, address)} should be {wanted}.") from error
    except (LookupError, ValueError) as error:
        raise EditRefused(f"{named(ladder, address)} has no “{path}” any more.") from error


def title_at(entity: BaseModel, path: str) -> str:
    """Return the title of the field on a path, for labels."""
    spec = spec_at(entity, path)
    return spec.title if spec else path
