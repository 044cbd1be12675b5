"""Addresses: one way to name a place in a ladder, in messages, verbs and the diff.

`families/ai-ml-engineer/P3/responsibilities/2` is the third responsibility of a profile;
`levels/P3/factors/scope` a leveling factor's text. The empty address is the ladder itself.
A key that repeats among siblings gets `~2`, `~3` …, so that each entity has its own address;
`/`, `~` and `%` inside a key are percent-encoded, and so is the first letter of a profile's level
that is called like a field of its family (`%6Fwner`); an empty key is a bare `%`.
"""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from laddereditor.model.address_parts import entity_part, parsed, sibling_parts, step_of
from laddereditor.model.base import Entity
from laddereditor.model.family import Family
from laddereditor.model.keys import decode_key, encode_key
from laddereditor.model.kinds import COLLECTIONS, KINDS, Kind, kind_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.lookup import NoSuchPlace, ValuePath, follow, found_at
from laddereditor.model.paths import FieldPath, SlashedText

__all__ = [
    "Address",
    "FieldPath",
    "NoSuchPlace",
    "address_of_path",
    "decode_key",
    "encode_key",
    "entity_part",
    "listed_at",
    "sibling_parts",
    "walk",
]

E = TypeVar("E", bound=Entity)


class Address(SlashedText):
    """The address of an entity, or of a place inside one.

    Its properties depend on the form of the address only, whether or not a ladder has such a place.
    Its methods with a ladder look the place up and raise NoSuchPlace. Only the methods understand
    `x/P3`, short for `families/x/P3`, and keys that the format does not know.
    """

    __slots__ = ()

    # -- by the form of the address ---------------------------------------------------------

    @property
    def kind(self) -> Kind | None:
        """Return the kind of the entity, None for the ladder and its own fields."""
        return parsed(self).kind

    @property
    def entity_class(self) -> type[Entity]:
        """Return the class of the entity."""
        kind = parsed(self).kind
        return kind.entity if kind else Ladder

    @property
    def collection(self) -> str:
        """Return the field that lists the entity: `levels`, `profiles`; "" for the ladder."""
        kind = parsed(self).kind
        return kind.collection if kind else ""

    @property
    def owner(self) -> "Address":
        """Return the address of the entity that the place is in."""
        return Address(parsed(self).owner)

    @property
    def field(self) -> FieldPath:
        """Return the path inside the entity."""
        return FieldPath("/".join(parsed(self).inside))

    @property
    def key(self) -> str:
        """Return what identifies the entity among its siblings, "" for the ladder."""
        return decode_key(self.owner.last)

    @property
    def entity_list(self) -> "Address":
        """Return the list that the entity is in: `levels`, or a family for its profiles."""
        return self.owner.above

    @property
    def parent(self) -> "Address":
        """Return the entity that lists this one: a family, or "" for the ladder."""
        family = self.family
        return family if family != self.owner else Address()

    @property
    def family(self) -> "Address":
        """Return the family that the place is in, "" for none."""
        start = len("families/")
        if not self.startswith("families/"):
            return Address()
        end = self.find("/", start)
        return self if end < 0 else Address(self[:end])

    @property
    def long_form(self) -> "Address":
        """Return the address with `families/` where the short form of a profile leaves it out."""
        is_short = "/" in self and self.parts[0] not in Ladder.model_fields
        return Address("families").at(self) if is_short else self

    def list_of(self, collection: str) -> "Address":
        """Return where a list of this entity is; a family's profiles are directly below it."""
        return self if collection == KINDS["profile"].collection else self.at(collection)

    def entry(self, key: str) -> "Address":
        """Return the address extended by an unencoded key; below a family that is a level."""
        field = KINDS["profile"].key if self.kind is KINDS["family"] and not self.field else ""
        return self.at(entity_part(key, field))

    # -- looked up in a ladder --------------------------------------------------------------

    def path(self, ladder: Ladder) -> ValuePath:
        """Return the path in the file: `("families", 0, "profiles", 2, "title")`.

        Raises:
            NoSuchPlace: An entity on the way does not exist; the field may be absent.
        """
        found = found_at(ladder, self)
        return (*found.path, *map(step_of, found.inside))

    def value(self, ladder: Ladder) -> Any:
        """Return the entity or the value at this place.

        Raises:
            NoSuchPlace: There is nothing at this place.
        """
        found = found_at(ladder, self)
        return follow(found.entity, found.inside) if found.inside else found.entity

    def entity(self, ladder: Ladder) -> Entity:
        """Return the entity at this place.

        Raises:
            NoSuchPlace: There is nothing at this place, or it is a field.
        """
        value = self.value(ladder)
        if isinstance(value, Ladder) or (isinstance(value, Entity) and kind_of(value)):
            return value
        raise NoSuchPlace(self)

    def has_entry(self, ladder: Ladder) -> bool:
        """Whether a ladder has an entity at this address."""
        try:
            return not isinstance(self.entity(ladder), Ladder)
        except NoSuchPlace:
            return False

    def in_full(self, ladder: Ladder) -> "Address":
        """Return the address without the short form of a profile.

        Raises:
            NoSuchPlace: The ladder has no such profile.
        """
        found = found_at(ladder, self)
        if found.inside[:1] == ("profiles",):  # by number, as in the file
            return address_of_path(ladder, self.path(ladder))
        return Address(found.address).at(*(_written(step_of(part)) for part in found.inside))

    def split_field(self, ladder: Ladder) -> tuple["Address", FieldPath]:
        """Return the address in full of the innermost entity, and the path inside it.

        `families/x/P3/responsibilities/2` gives `("families/x/P3", "responsibilities/2")`.
        """
        for head, tail in self.upwards():
            if head.has_entry(ladder):
                return head.in_full(ladder), FieldPath(tail)
        return Address(), FieldPath(self)


def address_of_path(ladder: Ladder, path: Sequence[str | int]) -> Address:
    """Translate a path in the file into an address; the inverse of `Address.path`."""
    kind = COLLECTIONS.get(str(path[0])) if path else None
    if kind is None or len(path) < 2:
        return Address("/".join(map(str, path)))
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
    return Address("/".join([*pieces, *map(_written, rest)]))


def _written(step: str | int) -> str:
    return encode_key(step) if isinstance(step, str) else str(step)


def walk(ladder: Ladder) -> Iterator[tuple[Address, Entity]]:
    """Yield every entity with its address, the ladder first, in file order."""
    yield Address(), ladder
    for kind in COLLECTIONS.values():
        for address, entity in listed_at(
            Address(kind.collection), getattr(ladder, kind.collection)
        ):
            yield address, entity
            if isinstance(entity, Family):
                yield from listed_at(address.at("competencies"), entity.competencies)
                yield from listed_at(address, entity.profiles)


def listed_at(entity_list: Address, entities: Sequence[E]) -> list[tuple[Address, E]]:
    """Return the entities of a list with their addresses; profiles are listed at their family."""
    kind = kind_of(entities[0]) if entities else None
    if kind is None:
        return []
    parts = sibling_parts(entities, kind.key)
    return [
        (Address(f"{entity_list}/{part}"), entity)
        for part, entity in zip(parts, entities, strict=True)
    ]
