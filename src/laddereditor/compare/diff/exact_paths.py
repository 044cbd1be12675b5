"""Get and set values inside an entry by path, distinguishing absent from empty values."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from pydantic import BaseModel

from laddereditor.edits.paths import with_key
from laddereditor.model.address import FieldPath, decode_key
from laddereditor.model.base import evolve


class _Absent:
    """The type of the marker of a missing key."""

    def __repr__(self) -> str:
        return "absent"


ABSENT: Final = _Absent()


def value_at(entity: BaseModel, path: FieldPath) -> Any:
    """Return the value at a path inside an entry, or ABSENT if there is no such key."""
    value: Any = entity
    for piece in path.parts:
        if isinstance(value, BaseModel):
            value = dict(value).get(piece if piece in value.__dict__ else decode_key(piece), ABSENT)
        elif isinstance(value, Mapping):
            value = value.get(decode_key(piece), ABSENT)
        else:
            return ABSENT
    return value


def placed(holder: Any, pieces: Sequence[str], value: Any, order: Sequence[str] = ()) -> Any:
    """Return `holder` with the value at a path replaced; ABSENT removes a key.

    For a field that always exists, ABSENT sets its default. `order` gives the place of a new key
    of a mapping.

    Raises:
        LookupError: The path does not exist.
        ValidationError: The value has the wrong type (pydantic).
    """
    piece, rest = pieces[0], pieces[1:]
    if isinstance(holder, BaseModel):
        return _in_entity(holder, piece, rest, value, order)
    if not isinstance(holder, Mapping):
        raise LookupError(piece)
    key = decode_key(piece)
    inner = placed(holder[key], rest, value, order) if rest else value
    if inner is ABSENT:
        return {known: held for known, held in holder.items() if known != key}
    return with_key(holder, key, inner, order)


def _in_entity(
    holder: BaseModel, piece: str, rest: Sequence[str], value: Any, order: Sequence[str]
) -> BaseModel:
    fields = type(holder).model_fields
    name = piece if piece in fields else decode_key(piece)
    inner = placed(getattr(holder, name), rest, value, order) if rest else value
    if inner is not ABSENT:
        return evolve(holder, **{name: inner})
    if name in fields:
        return evolve(holder, **{name: fields[name].default})
    kept = {known: held for known, held in dict(holder).items() if known != name}
    return type(holder).model_validate(kept)
