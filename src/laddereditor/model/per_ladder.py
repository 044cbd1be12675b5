"""Caches that live as long as a ladder.

Ladders never change, so what was found in one stays true. It is dropped together with the ladder,
and must not hold the ladder, so that it does not keep the ladders of undo steps alive.
"""

import weakref
from collections.abc import Callable
from typing import Generic, TypeVar

from laddereditor.model.ladder import Ladder

T = TypeVar("T")


class PerLadder(Generic[T]):
    """Holds one value for each ladder."""

    def __init__(self, make: Callable[[], T]) -> None:
        """Let `make` return the value that a ladder has at first."""
        self._make = make
        self._known: dict[int, tuple[weakref.ref[Ladder], T]] = {}  # by the ladder's identity

    def __len__(self) -> int:
        """The number of ladders."""
        return len(self._known)

    def of(self, ladder: Ladder) -> T:
        """Return the value of a ladder."""
        number = id(ladder)
        known = self._known.get(number)
        if known is not None and known[0]() is ladder:
            return known[1]

        def forget(removed: "weakref.ref[Ladder]") -> None:
            cached = self._known.get(number)
            if cached is not None and cached[0] is removed:
                self._known.pop(number, None)

        made = self._make()
        self._known[number] = weakref.ref(ladder, forget), made
        return made
