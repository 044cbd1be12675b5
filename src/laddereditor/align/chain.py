"""A sequence whose items know their neighbours, so that many can be inserted quickly."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Chain(Generic[T]):
    """Items in order, distinguished by identity; each may occur once."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._next: dict[int, T | None] = {}
        self._before: dict[int, T | None] = {}
        self._first: T | None = None
        self._last: T | None = None
        for item in items:
            self.insert(item, None)

    def __contains__(self, item: T) -> bool:
        return id(item) in self._next

    def __iter__(self) -> Iterator[T]:
        """Yield all items in order."""
        item = self._first
        while item is not None:
            yield item
            item = self._next[id(item)]

    def insert(self, item: T, before: T | None) -> None:
        """Insert an item before another one, or at the end."""
        above = self._last if before is None else self._before[id(before)]
        self._next[id(item)], self._before[id(item)] = before, above
        if above is None:
            self._first = item
        else:
            self._next[id(above)] = item
        if before is None:
            self._last = item
        else:
            self._before[id(before)] = item

    def below(self, item: T | None) -> T | None:
        """Return the item after another one, or the first; None at the end."""
        return self._first if item is None else self._next[id(item)]

    def first_where(self, fits: Callable[[T], bool], after: T | None = None) -> T | None:
        """Return the first item that fits, of all or of those after another one."""
        item = self.below(after)
        while item is not None and not fits(item):
            item = self._next[id(item)]
        return item
