"""Addresses: one way to name a place in a ladder, in messages, verbs and the diff.

`families/ai-ml-engineer/P3/responsibilities/2` is the third responsibility of a profile;
`levels/P3/factors/scope` a leveling factor's text. The empty address is the ladder itself.
A key that repeats among siblings gets `~2`, `~3` …, so that each entity has its own address;
`/`, `~` and `%` inside a key are percent-encoded; an empty key is a bare `%`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from laddereditor.model.base import Entity
from laddereditor.model.family import Family
from laddereditor.model.kinds import COLLECTIONS, KINDS, kind_of
from laddereditor.model.ladder import Ladder

_PLAIN = re.compile(r"[\w-]+").fullmatch
_EMPTY = "%"
_ENCODE = {ord("%"): "%25", ord("/"): "%2F", ord("~"): "%7E"}


class NoSuchPlace(LookupError):
    """An address that names nothing in this ladder."""


def encode_key(key: str) -> str:
    """Return a key as it stands in an address."""
    # Nearly every key is plain, and asking that is a tenth of translating it.
    return key if _PLAIN(key) else key.translate(_ENCODE) or _EMPTY


def decode_key(part: str) -> str:
    """Return the key that a part of an address stands for, without its `~2`."""
    bare = part.partition("~")[0]
    if bare == _EMPTY:
        return ""
    return bare.replace("%7E", "~").replace("%2F", "/").replace("%25", "%")


def parts(address: str) -> list[str]:
    """Split an address into its encoded parts."""
    return address.split("/") if address else []


def join(*pieces: str) -> str:
    """Join address pieces, skipping empty ones: `join("levels/P3", "summary")`."""
    return "/".join(piece for piece in pieces if piece)


def parent(address: str) -> str:
    """Return the address without its last part."""
    return address.rpartition("/")[0]


def sibling_parts(siblings: Sequence[Entity], key: str) -> list[str]:
    """Return the address part of each sibling, in order; repeated keys get `~2` and so on."""
    seen: dict[str, int] = {}
    found = []
    for entity in siblings:
        value = str(getattr(entity, key))
        seen[value] = seen.get(value, 0) + 1
        part = encode_key(value)
        found.append(part if seen[value] == 1 else f"{part}~{seen[value]}")
    return found


def walk(ladder: Ladder) -> Iterator[tuple[str, Entity]]:
    """Yield every entity with its address, the ladder first, in file order."""
    yield "", ladder
    for kind in COLLECTIONS.values():
        siblings = getattr(ladder, kind.collection)
        for part, entity in zip(sibling_parts(siblings, kind.key), siblings, strict=True):
            address = f"{kind.collection}/{part}"
            yield address, entity
            if isinstance(entity, Family):
                yield from _inside_family(address, entity)


def _inside_family(address: str, family: Family) -> Iterator[tuple[str, Entity]]:
    for part, own in zip(
        sibling_parts(family.competencies, "id"), family.competencies, strict=True
    ):
        yield f"{address}/competencies/{part}", own
    for part, profile in zip(sibling_parts(family.profiles, "level"), family.profiles, strict=True):
        yield f"{address}/{part}", profile


def find(ladder: Ladder, address: str) -> Any:
    """Return the entity or value at an address.

    Accepts the short `family/level` for a profile. Raises NoSuchPlace.
    """
    return _follow(ladder, raw_path(ladder, address))


def entity_at(ladder: Ladder, address: str) -> Entity:
    """Return the entity at an address; raises NoSuchPlace for a field or for nothing."""
    found = find(ladder, address)
    if isinstance(found, Ladder) or (isinstance(found, Entity) and kind_of(found)):
        return found
    raise NoSuchPlace(address)


def has_entry(ladder: Ladder, address: str) -> bool:
    """Whether there is an entity of its own at an address."""
    try:
        return not isinstance(entity_at(ladder, address), Ladder)
    except NoSuchPlace:
        return False


def raw_path(ladder: Ladder, address: str) -> tuple[str | int, ...]:
    """Translate an address into the path in the file: `("families", 0, "profiles", 2, "title")`.

    Raises NoSuchPlace when an entity on the way does not exist; the field itself may be absent.
    """
    pieces = parts(address)
    if not pieces:
        return ()
    if pieces[0] not in Ladder.model_fields:
        return _path_of_other(ladder, pieces, address)
    path: list[str | int] = [pieces[0]]
    if len(pieces) == 1:
        return tuple(path)
    kind = COLLECTIONS.get(pieces[0])
    if kind is None:
        return (*path, *map(step_of, pieces[1:]))
    position = _position(getattr(ladder, kind.collection), kind.key, pieces[1], address)
    path.append(position)
    rest = pieces[2:]
    if kind.name == "family" and rest:
        return (*path, *_path_in_family(ladder.families[position], rest, address))
    return (*path, *map(step_of, rest))


def _path_of_other(ladder: Ladder, pieces: list[str], address: str) -> tuple[str | int, ...]:
    """Return the path of a key that the format does not know, or of a profile in short."""
    if _is_extra(ladder, pieces[0]) and not any(one.id == pieces[0] for one in ladder.families):
        return (decode_key(pieces[0]), *map(step_of, pieces[1:]))
    if len(pieces) < 2:
        raise NoSuchPlace(address)
    return raw_path(ladder, join("families", address))


def _is_extra(entity: Entity, part: str) -> bool:
    """Whether a part of an address is a key that the format does not know."""
    return decode_key(part) in (entity.model_extra or {})


def _path_in_family(family: Family, rest: list[str], address: str) -> tuple[str | int, ...]:
    name = rest[0]
    if name == "competencies" and len(rest) > 1:
        place = _position(family.competencies, "id", rest[1], address)
        return ("competencies", place, *map(step_of, rest[2:]))
    if name in Family.model_fields:
        return tuple(map(step_of, rest))
    if _is_extra(family, name) and not any(one.level == name for one in family.profiles):
        return (decode_key(name), *map(step_of, rest[1:]))
    place = _position(family.profiles, "level", name, address)
    return ("profiles", place, *map(step_of, rest[1:]))


def _position(siblings: Sequence[Entity], key: str, part: str, address: str) -> int:
    wanted, _, repeat = part.partition("~")
    value, left = decode_key(wanted), int(repeat) if repeat.isdigit() else 1
    for place, entity in enumerate(siblings):
        if getattr(entity, key) == value:
            left -= 1
            if left == 0:
                return place
    raise NoSuchPlace(address)


def step_of(part: str) -> str | int:
    """Return the step in a path that a part of an address inside an entity stands for."""
    return int(part) if part.isdigit() else decode_key(part)


def _follow(value: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        try:
            if isinstance(value, BaseModel):
                value = dict(value)[str(step)]
            elif isinstance(value, Mapping):
                value = value[str(step)]
            else:
                value = value[int(step)]
        except (KeyError, IndexError, ValueError, TypeError) as error:
            raise NoSuchPlace("/".join(map(str, path))) from error
    return value


def address_of_path(ladder: Ladder, path: Sequence[str | int]) -> str:
    """Translate a path in the file into an address; the inverse of `raw_path`."""
    kind = COLLECTIONS.get(str(path[0])) if path else None
    if kind is None or len(path) < 2:
        return "/".join(map(str, path))
    siblings = getattr(ladder, kind.collection)
    place = int(path[1])
    pieces = [kind.collection, sibling_parts(siblings, kind.key)[place]]
    rest = list(path[2:])
    if kind.name == "family" and len(rest) > 1 and rest[0] in ("profiles", "competencies"):
        inner = KINDS["profile" if rest[0] == "profiles" else "competency"]
        children = getattr(siblings[place], inner.collection)
        part = sibling_parts(children, inner.key)[int(rest[1])]
        pieces += [part] if inner.name == "profile" else [inner.collection, part]
        rest = rest[2:]
    return "/".join(
        [*pieces, *(encode_key(step) if isinstance(step, str) else str(step) for step in rest)]
    )


def split_field(ladder: Ladder, address: str) -> tuple[str, str]:
    """Split an address into the entity's address and the field's path inside it.

    `families/x/P3/responsibilities/2` gives `("families/x/P3", "responsibilities/2")`.
    Raises NoSuchPlace when no entity on the way exists.
    """
    pieces = parts(address)
    for cut in range(len(pieces), -1, -1):
        head = "/".join(pieces[:cut])
        try:
            entity_at(ladder, head)
        except NoSuchPlace:
            continue
        return _full(ladder, head), "/".join(pieces[cut:])
    raise NoSuchPlace(address)


def _full(ladder: Ladder, address: str) -> str:
    """Return an entity's address without the short form of a profile."""
    return address_of_path(ladder, raw_path(ladder, address))
