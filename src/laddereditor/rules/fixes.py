"""Fixes: edits at a path, refused when the place is no longer as it was when it was checked."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.model.address import NoSuchPlace, decode_key, encode_key, parts, raw_path
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.rules.finding import Fix

Path = tuple[str | int, ...]
Change = Callable[[Any], Any]
_GONE = "This place has changed since it was checked."


def replace(label: str, address: str, field: str, old: object, new: object) -> Fix:
    """Return a fix that puts `new` in the place of `old`."""

    def change(value: Any) -> Any:
        if value != old:
            raise EditRefused(_GONE)
        return new

    return _fix(label, address, field, change)


def remove(label: str, address: str, field: str, old: object) -> Fix:
    """Return a fix that takes `old` out of the list or mapping that it is in."""
    container, _, key = field.rpartition("/")

    def change(values: Any) -> Any:
        if isinstance(values, Mapping):
            if values.get(decode_key(key)) != old:
                raise EditRefused(_GONE)
            return {name: value for name, value in values.items() if name != decode_key(key)}
        if values[int(key) : int(key) + 1] != (old,):
            raise EditRefused(_GONE)
        return values[: int(key)] + values[int(key) + 1 :]

    return _fix(label, address, container, change)


def rename_key(label: str, address: str, field: str, new: str) -> Fix:
    """Return a fix that renames a key of a mapping, in its place."""
    container, _, key = field.rpartition("/")

    def change(values: Any) -> Any:
        old = decode_key(key)
        if old not in values or new in values:
            raise EditRefused(_GONE)
        return {(new if name == old else name): value for name, value in values.items()}

    return _fix(label, address, container, change)


def rename_field(label: str, address: str, field: str, new: str) -> Fix:
    """Return a fix that reads an unknown key of an entity as the field `new`."""
    container, _, key = field.rpartition("/")

    def change(entity: Any) -> Any:
        old = decode_key(key)
        values = dict(entity)
        if old not in values or values.get(new) != type(entity).model_fields[new].default:
            raise EditRefused(_GONE)
        values[new] = values.pop(old)
        return type(entity).model_validate(values)

    return _fix(label, address, container, change)


def append(label: str, address: str, field: str, item: BaseModel) -> Fix:
    """Return a fix that adds an entity at the end of a list."""
    return _fix(label, address, field, lambda items: (*items, item))


def child(field: str, key: str) -> str:
    """Return the path of a mapping's entry or an entity's unknown key."""
    return f"{field}/{encode_key(key)}" if field else encode_key(key)


def _fix(label: str, address: str, field: str, change: Change) -> Fix:
    def changed(ladder: Ladder) -> Ladder:
        try:
            path = raw_path(ladder, address) + tuple(map(decode_key, parts(field)))
            return _changed_at(ladder, path, change)  # type: ignore[no-any-return]
        except (NoSuchPlace, LookupError, TypeError, AttributeError) as error:
            raise EditRefused(_GONE) from error
        except ValidationError as error:
            raise EditRefused("What stands there does not fit the field.") from error

    return Fix(label, lambda _: Edit(label, changed, select=address))


def _changed_at(value: Any, path: Path, change: Change) -> Any:
    if not path:
        return change(value)
    step, rest = path[0], path[1:]
    if isinstance(value, BaseModel):
        return evolve(value, **{str(step): _changed_at(dict(value)[str(step)], rest, change)})
    if isinstance(value, Mapping):
        return {**value, str(step): _changed_at(value[str(step)], rest, change)}
    place = int(step)
    return (*value[:place], _changed_at(value[place], rest, change), *value[place + 1 :])
