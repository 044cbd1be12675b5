"""Texts with parts separated by slashes: paths inside an entity, and the base of addresses."""

from collections.abc import Iterator
from typing import Self

from laddereditor.model.keys import decode_key, encode_key


class SlashedText(str):
    """A text of parts separated by slashes, with encoded keys. It is a plain text in JSON."""

    __slots__ = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the encoded parts."""
        return tuple(self.split("/")) if self else ()

    @property
    def last(self) -> str:
        """Return the last part, "" of an empty text."""
        return self.rpartition("/")[2]

    @property
    def above(self) -> Self:
        """Return the path without its last part."""
        return type(self)(self.rpartition("/")[0])

    def at(self, *pieces: str) -> Self:
        """Return the path extended by encoded parts or paths; empty ones are skipped."""
        return type(self)("/".join(filter(None, (self, *pieces))))

    def entry(self, key: str) -> Self:
        """Return the path extended by an unencoded key: `Address("levels").entry("P3")`."""
        return self.at(encode_key(key))

    def first(self, count: int) -> Self:
        """Return the first parts alone."""
        return type(self)("/".join(self.parts[:count]))

    def upwards(self) -> Iterator[tuple[Self, Self]]:
        """Yield the path and its parents, nearest first, each with the parts below it."""
        pieces = self.parts
        for cut in range(len(pieces), 0, -1):
            yield self.first(cut), type(self)("/".join(pieces[cut:]))

    def below(self, other: str) -> Self:
        """Return the path relative to another one that contains it, else the path itself."""
        return type(self)(self[len(other) :].lstrip("/")) if self.is_in(other) else self

    def is_in(self, other: str) -> bool:
        """Whether the path equals another one or is below it."""
        return not other or self == other or self.startswith(f"{other}/")


class FieldPath(SlashedText):
    """A path inside an entity: `summary`, `responsibilities/2`, `expectations/delivery/0`."""

    __slots__ = ()

    @property
    def name(self) -> str:
        """Return the name of the entity's field, "" for the entity itself."""
        return self.partition("/")[0]

    @property
    def rest(self) -> "FieldPath":
        """Return the path inside the field."""
        return FieldPath(self.partition("/")[2])

    @property
    def key(self) -> str:
        """Return the key of the entry in a mapping field, decoded; "" if there is none."""
        return decode_key(self.rest.name)

    @property
    def number(self) -> int | None:
        """Return the list index at the path's end, from 0; None if it is not an item."""
        return int(self.last) if "/" in self and self.last.isdigit() else None

    @property
    def list_path(self) -> "FieldPath":
        """The path of the list that an item is in; the path itself if it is not an item."""
        return self if self.number is None else self.above
