"""How addresses are written: their parts, encoded keys, and what their form identifies."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from laddereditor.model.base import Entity
from laddereditor.model.family import Family
from laddereditor.model.keys import decode_key, encode_key
from laddereditor.model.kinds import COLLECTIONS, KINDS, Kind
from laddereditor.model.ladder import Ladder

_LEVEL = KINDS["profile"].key
_MANY = 1 << 14  # addresses in the cache: enough for a large ladder


@lru_cache(_MANY)
def entity_part(key: str, key_field: str) -> str:
    """Return the part that an entity with a key has in its address.

    A profile is directly below its family. If its level is called like a field of a family
    (`owner`), the first letter is encoded, so that the address does not mean that field.
    """
    if key in Family.model_fields and key_field == _LEVEL:
        return f"%{ord(key[0]):02X}{key[1:]}"
    return encode_key(key)


def step_of(part: str) -> str | int:
    """Return the step in a path that a part of an address inside an entity stands for."""
    return int(part) if part.isdigit() else decode_key(part)


def sibling_parts(siblings: Sequence[Entity], key: str) -> list[str]:
    """Return the address part of each sibling, in order; repeated keys get `~2` and so on."""
    values = [str(getattr(entity, key)) for entity in siblings]
    parts = [entity_part(value, key) for value in values]
    if len(set(values)) == len(values):
        return parts  # as in nearly every list
    seen: dict[str, int] = {}
    found = []
    for value, part in zip(values, parts, strict=True):
        seen[value] = seen.get(value, 0) + 1
        found.append(part if seen[value] == 1 else f"{part}~{seen[value]}")
    return found


@dataclass(frozen=True, slots=True)
class Parsed:
    """The parts of an address that its form identifies."""

    kind: Kind | None  # of the entity; None for the ladder, and where the form does not say it
    owner: str  # the address of the entity, "" for the ladder
    inside: tuple[str, ...]  # the parts of the path inside the entity


@lru_cache(_MANY)
def parsed(address: str) -> Parsed:
    """Return the entity part of an address, and the path inside that entity.

    An unknown key and a profile in short form (`family/level`) can only be distinguished in a
    ladder, so the result for such an address has no kind.
    """
    pieces = tuple(address.split("/")) if address else ()
    if pieces and pieces[0] not in Ladder.model_fields:
        return Parsed(None, address, ())
    kind, cut = _kind_and_length(pieces)
    return Parsed(kind, "/".join(pieces[:cut]), pieces[cut:])


def _kind_and_length(pieces: tuple[str, ...]) -> tuple[Kind | None, int]:
    kind = COLLECTIONS.get(pieces[0]) if len(pieces) > 1 else None
    if kind is None:
        return None, 0
    if kind.entity is not Family or len(pieces) == 2:
        return kind, 2
    if pieces[2] == KINDS["competency"].collection and len(pieces) > 3:
        return KINDS["competency"], 4
    if pieces[2] in Family.model_fields:
        return kind, 2
    return KINDS["profile"], 3
