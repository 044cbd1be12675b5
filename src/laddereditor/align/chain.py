"""A sequence whose items know their neighbours, so that many can be inserted quickly."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Chain(Generic[T]):
    """Items in order, distinguished by identity; each may occur once."""

    def __init__(self, things: Iterable[T] = ()) -> None:
        self._next: dict[int, T | None] = {}
        self._before: dict[int, T | None] = {}
        self._first: T | None = None
        self._last: T | None = None
        for thing in things:
            self.insert(thing, None)

    def __contains__(self, thing: T) -> bool:
        return id(thing) in self._next

    def __iter__(self) -> Iterator[T]:
        """Yield all items in order."""
        thing = self._first
        while thing is not None:
            yield thing
            thing = self._next[id(thing)]

    def insert(self, thing: T, before: T | None) -> None:
        """Insert an item before another one, or at the end."""
        above = self._last if before is None else self._before[id(before)]
        self._next[id(thing)], self._before[id(thing)] = before, above
        if above is None:
            self._first = thing
        else:
            self._next[id(above)] = thing
        if before is None:
            self._last = thing
        else:
            self._before[id(before)] = thing

    def below(self, thing: T | None) -> T | None:
        """Return the item after another one, or the first; None at the end."""
        return self._first if thing is None else self._next[id(thing)]

    def first_where(self, fits: Callable[[T], bool], after: T | None = None) -> T | None:
        """Return the first item that fits, of all or of those after another one."""
        thing = self.below(after)
        while thing is not None and not fits(thing):
            thing = self._next[id(thing)]
        return thing
