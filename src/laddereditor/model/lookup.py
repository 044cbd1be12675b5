"""Look up the places that addresses name in one ladder; each entity is searched only once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from laddereditor.model.address_parts import Parsed, entity_part, parsed, sibling_parts, step_of
from laddereditor.model.base import Entity
from laddereditor.model.family import Family
from laddereditor.model.keys import decode_key
from laddereditor.model.kinds import COLLECTIONS, KINDS, Kind
from laddereditor.model.ladder import Ladder
from laddereditor.model.per_ladder import PerLadder

ValuePath = tuple[str | int, ...]
_FEW = 4  # searches of one list that go entry by entry, before an index is built


class NoSuchPlace(LookupError):
    """An address that names nothing in this ladder."""


@dataclass(frozen=True, slots=True)
class LookupResult:
    """An entity in a ladder, and the part of the address that is a path inside it."""

    entity: Entity
    path: ValuePath  # of the entity, in the file
    address: str  # of the entity, in full
    inside: tuple[str, ...] = ()


@dataclass(slots=True)
class _Lookup:
    """The results for one ladder."""

    entities: dict[str, LookupResult] = field(default_factory=dict)
    numbers: dict[str, Mapping[str, int]] = field(default_factory=dict)  # by list and part
    searches: dict[str, int] = field(default_factory=dict)  # number of searches, by list


_LOOKUPS = PerLadder(_Lookup)


def found_at(ladder: Ladder, address: str) -> LookupResult:
    """Return the innermost entity on the way to a place.

    Raises:
        NoSuchPlace: There is nothing at the place.
    """
    place = parsed(address)
    if not place.owner:
        return LookupResult(ladder, (), "", place.inside)
    lookup = _LOOKUPS.of(ladder)
    found = lookup.entities.get(place.owner)
    if found is None:
        found = _search(ladder, lookup, place)
        if not found.address:  # a key of the ladder itself, which must not be stored
            return LookupResult(ladder, (), "", found.inside + place.inside)
        lookup.entities[place.owner] = found
    if not place.inside:
        return found
    return LookupResult(found.entity, found.path, found.address, found.inside + place.inside)


def _search(ladder: Ladder, lookup: _Lookup, place: Parsed) -> LookupResult:
    pieces = place.owner.split("/")
    if place.kind is None:
        return _in_short(ladder, place.owner, pieces)
    collection, part, *rest = pieces
    kind = COLLECTIONS[collection]
    top = _entry(lookup, ladder, (), kind, collection, part)
    if not rest:
        return top
    family = top.entity
    assert isinstance(family, Family)  # only families hold entities
    name = rest[0]
    if place.kind.name == "competency":
        return _entry(lookup, family, top.path, place.kind, f"{top.address}/{name}", rest[1])
    level = decode_key(name)
    if _is_extra(family, name) and not any(one.level == level for one in family.profiles):
        return LookupResult(family, top.path, top.address, (name,))
    return _entry(lookup, family, top.path, KINDS["profile"], top.address, name)


def _in_short(ladder: Ladder, address: str, pieces: list[str]) -> LookupResult:
    """Return a key that the format does not know, or a profile by `family/level`."""
    if _is_extra(ladder, pieces[0]) and not _has_family(ladder, pieces[0]):
        return LookupResult(ladder, (), "", tuple(pieces))
    if len(pieces) < 2:
        raise NoSuchPlace(address)
    return found_at(ladder, f"families/{address}")


def _has_family(ladder: Ladder, part: str) -> bool:
    return any(one.id == decode_key(part) for one in ladder.families)


def _is_extra(entity: Entity, part: str) -> bool:
    """Whether a part of an address is a key that the format does not know."""
    return decode_key(part) in (entity.model_extra or {})


def _entry(  # noqa: PLR0913, PLR0917 - a list is identified by its holder, place and kind
    lookup: _Lookup, holder: Entity, path: ValuePath, kind: Kind, name: str, part: str
) -> LookupResult:
    """Return an entry of the list `name` of an entity; the list is identified by its address."""
    siblings: Sequence[Entity] = getattr(holder, kind.collection)
    place = _number(lookup, name, siblings, kind.key, part)
    if place is None:
        raise NoSuchPlace(f"{name}/{part}")
    full = f"{name}/{_plain(part, kind.key)}"
    return LookupResult(siblings[place], (*path, kind.collection, place), full)


def _plain(part: str, key: str) -> str:
    """Return a part of an address as `sibling_parts` writes it."""
    _, _, repeat = part.partition("~")
    bare = entity_part(decode_key(part), key)
    return f"{bare}~{int(repeat)}" if repeat.isdigit() and int(repeat) > 1 else bare


def _number(
    lookup: _Lookup, name: str, siblings: Sequence[Entity], key: str, part: str
) -> int | None:
    """Return the index of an entry in its list, or None if there is no such entry."""
    lookup.searches[name] = lookup.searches.get(name, 0) + 1
    if name not in lookup.numbers and lookup.searches[name] > _FEW:
        lookup.numbers[name] = {one: n for n, one in enumerate(sibling_parts(siblings, key))}
    if name in lookup.numbers:
        return lookup.numbers[name].get(_plain(part, key))
    return _first(siblings, key, part)


def _first(siblings: Sequence[Entity], key: str, part: str) -> int | None:
    _, _, repeat = part.partition("~")
    value, left = decode_key(part), int(repeat) if repeat.isdigit() else 1
    for place, entity in enumerate(siblings):
        if getattr(entity, key) == value:
            left -= 1
            if left == 0:
                return place
    return None


def follow(value: Any, pieces: Sequence[str]) -> Any:
    """Return the value at a path inside a value.

    Raises:
        NoSuchPlace: There is nothing at the path.
    """
    for step in map(step_of, pieces):
        try:
            if isinstance(value, BaseModel):
                value = dict(value)[str(step)]
            elif isinstance(value, Mapping):
                value = value[str(step)]
            else:
                value = value[int(step)]
        except (KeyError, IndexError, ValueError, TypeError) as error:
            raise NoSuchPlace("/".join(pieces)) from error
    return value
