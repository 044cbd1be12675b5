"""How one list became another; changes of its items are applied by it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from laddereditor.model.address import Address, FieldPath

# Items of one list that are reported as moved one by one. Our choice: more lines are not read.
_MAX_MOVES = 5
NEW = -1  # source of an item that was not in the list before


@dataclass(frozen=True, slots=True, eq=False)
class ListPlan:
    """A list before and after; every change of one list holds the same plan."""

    address: Address  # of the entity that has the list, in the new ladder
    was: Address  # of the same entity in the old ladder
    field: FieldPath  # path of the list inside the entity
    before: tuple[Any, ...]  # its items; of a list of entries, their old addresses
    after: tuple[Any, ...]  # the same for the new addresses
    source: tuple[int, ...]  # for each place in `after`, the place in `before`, or NEW
    shifted: frozenset[int]  # places in `after` of items whose order changed
    added: bool = False  # the old ladder has no such key
    removed: bool = False  # the new ladder has no such key
    old_items: tuple[Any, ...] = ()  # `before` as it is in the old ladder, where that differs


ListPosition = tuple[ListPlan, int]


@dataclass(frozen=True, slots=True)
class RenamedId:
    """An id that became another, for all references to it."""

    kind: str
    old: str
    new: str
    family: Address = Address()  # the family whose own competency it is, in the new ladder


@dataclass(frozen=True, slots=True, eq=False)
class Detail:
    """What applying a change needs in addition to what people see."""

    was: Address = Address()  # address of the entity in the old ladder
    takes: tuple[ListPosition, ...] = ()  # places that items leave, or change at
    puts: tuple[ListPosition, ...] = ()  # places that items come to
    names: tuple[RenamedId, ...] = ()  # every id that changed in this diff
    is_structural: bool = False  # about a whole entry, or the order of entries, rather than a field


@dataclass(slots=True)
class ListChange:
    """The planned change of one list: a selection of the steps of its plan."""

    drops: set[int] = field(default_factory=set)  # places in `before`
    swaps: dict[int, Any] = field(default_factory=dict)  # place in `before` -> value
    puts: dict[int, Any] = field(default_factory=dict)  # place in `after` -> value
    shifts: set[int] = field(default_factory=set)  # places in `after`


class DoesNotFit(LookupError):
    """An item that a change affects is no longer in its list."""


def make_plan(  # noqa: PLR0913, PLR0917 - one argument for each thing a plan says
    address: Address,
    was: Address,
    path: FieldPath,
    before: Sequence[Any],
    after: Sequence[Any],
    pairs: Iterable[tuple[int, int]],
    *,
    added: bool = False,
    removed: bool = False,
) -> ListPlan:
    """Return the plan of a list whose items are paired by places.

    Args:
        address: The entity that has the list, in the new ladder.
        was: The same entity in the old ladder.
        path: The path of the list inside the entity.
        before: The old items.
        after: The new items.
        pairs: The index in `before` and the index in `after` of items that belong together.
        added: Whether the old ladder has no such key.
        removed: Whether the new ladder has no such key.
    """
    source = [NEW] * len(after)
    for old, new in pairs:
        source[new] = old
    return ListPlan(
        address,
        was,
        path,
        tuple(before),
        tuple(after),
        tuple(source),
        shifted(source),
        added,
        removed,
    )


def shifted(source: Sequence[int]) -> frozenset[int]:
    """Return the fewest places whose items moved: those outside a longest increasing run."""
    tails: list[int] = []  # last source of the best run of each length
    ends: list[int] = []  # its place
    behind: dict[int, int] = {}
    for place, old in enumerate(source):
        if old == NEW:
            continue
        at = bisect_left(tails, old)
        tails[at : at + 1] = [old]
        ends[at : at + 1] = [place]
        behind[place] = ends[at - 1] if at else NEW
    still: set[int] = set()
    place = ends[-1] if ends else NEW
    while place != NEW:
        still.add(place)
        place = behind[place]
    return frozenset(behind.keys() - still)


def is_reordering(plan: ListPlan) -> bool:
    """Whether so many items moved that the whole list counts as reordered."""
    common = sum(old != NEW for old in plan.source)
    return len(plan.shifted) > max(1, min(common // 3, _MAX_MOVES))


def present_places(before: Sequence[Any], current: Sequence[Any]) -> list[int | None]:
    """Return the present index of each item of `before`, or None if it is gone."""
    if len(before) == len(current) and all(map(_is_same, before, current)):
        return list(range(len(before)))
    places: list[int | None] = []
    free = list(range(len(current)))
    for item in before:
        found = next((place for place in free if current[place] == item), None)
        if found is not None:
            free.remove(found)
        places.append(found)
    return places


def _is_same(one: Any, other: Any) -> bool:
    return one is other or bool(one == other)


def arranged(
    plan: ListPlan, current: Sequence[Any], change: ListChange, where: Sequence[int | None]
) -> list[Any]:
    """Return the present list with a planned change applied.

    Other items keep their order. A new item is put after its nearest present neighbour of the new
    list. Applying all steps of a plan to `before` gives `after`.

    Args:
        plan: How the list changed.
        current: The present items.
        change: The steps of the plan to apply.
        where: The present index of each item of `plan.before`, from `present_places`.

    Raises:
        DoesNotFit: An affected item is gone.
    """
    values = _swapped(plan, current, change, where)
    out = {_there(where, old) for old in change.drops}
    out |= {_there(where, plan.source[new]) for new in change.shifts}
    chain = _Chain([place for place in range(len(current)) if place not in out])
    tokens: dict[int, int] = {}
    for new, old in enumerate(plan.source):
        place = where[old] if old != NEW and new not in plan.shifted else None
        if place is not None and place not in out:
            tokens[new] = place
    behind = _START
    for new, old in enumerate(plan.source):
        if new in change.shifts:
            tokens[new] = _there(where, old)
            chain.insert(behind, tokens[new])
        elif new in change.puts:
            tokens[new] = len(values)
            values.append(change.puts[new])
            chain.insert(behind, tokens[new])
        behind = tokens.get(new, behind)
    return [values[token] for token in chain.tokens()]


def _swapped(
    plan: ListPlan, current: Sequence[Any], change: ListChange, where: Sequence[int | None]
) -> list[Any]:
    values = list(current)
    for old, value in change.swaps.items():
        values[_there(where, old)] = value
    return values


def _there(where: Sequence[int | None], old: int) -> int:
    place = where[old] if old < len(where) else None
    if place is None:
        raise DoesNotFit(old)
    return place


_START, _END = -1, -2


class _Chain:
    """A sequence of tokens in which inserting after a token takes constant time."""

    def __init__(self, tokens: Sequence[int]) -> None:
        order = [_START, *tokens, _END]
        self._next: dict[int, int] = dict(pairwise(order))

    def insert(self, behind: int, token: int) -> None:
        self._next[token] = self._next[behind]
        self._next[behind] = token

    def tokens(self) -> Iterable[int]:
        token = self._next[_START]
        while token != _END:
            yield token
            token = self._next[token]
