"""The rows of the tree as a table of integers, and the steps from one tree to the next.

A number identifies a row as long as the row exists, also when its key changes, and is never
reused. No Qt: a model carries out each step between its `begin…` and `end…`.
"""

from bisect import bisect_left
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from laddereditor.edits.edit import follow
from laddereditor.model.address import Address
from laddereditor.presentation.tree.nodes import TreeNode

TOP = 0  # the number above the top row


@dataclass(frozen=True, slots=True)
class Insert:
    """Insert nodes with all below them before a row."""

    parent: int
    row: int
    nodes: tuple[TreeNode, ...]


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove rows with all below them."""

    parent: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Move:
    """Move one row before another (counted as long as it is still in its old place)."""

    source: int
    row: int
    parent: int
    before: int


@dataclass(frozen=True, slots=True)
class Redraw:
    """A row looks different."""

    number: int


RowChange = Insert | Remove | Move | Redraw


class TreeRows:
    """Which rows there are, and where."""

    def __init__(self) -> None:
        self._count = count(1)
        self._numbers: dict[str, int] = {}
        self._nodes: dict[int, TreeNode] = {}
        self._above: dict[int, int] = {}
        self._below: dict[int, list[int]] = {TOP: []}
        self._places: dict[int, dict[int, int]] = {}  # parent -> number -> row, made when asked

    # -- what is there ------------------------------------------------------------------------

    def number(self, key: str) -> int:
        """Return the number of a key, TOP if it has no row."""
        return self._numbers.get(key, TOP)

    def node(self, number: int) -> TreeNode | None:
        """Return the node of a row."""
        return self._nodes.get(number)

    def above(self, number: int) -> int:
        """Return the row above one, TOP for the top row."""
        return self._above.get(number, TOP)

    def below(self, number: int) -> Sequence[int]:
        """Return the rows below one, in order."""
        return self._below.get(number, ())

    def row(self, number: int) -> int:
        """Return the place of a row among its siblings."""
        above = self._above[number]
        places = self._places.get(above)
        if places is None:
            places = {below: row for row, below in enumerate(self._below[above])}
            self._places[above] = places
        return places[number]

    def path(self, number: int) -> list[int]:
        """Return the places of a row and of those above it, from the top."""
        found = []
        while number != TOP:
            found.append(self.row(number))
            number = self._above[number]
        return found[::-1]

    # -- starting over ------------------------------------------------------------------------

    def show(self, root: TreeNode | None) -> None:
        """Hold another tree; its rows get new numbers."""
        self._numbers, self._nodes, self._above = {}, {}, {}
        self._below, self._places = {TOP: []}, {}
        if root is not None:
            self._enter(TOP, 0, (root,))

    # -- from one tree to the next ------------------------------------------------------------

    def rekey(self, moves: Mapping[Address, Address]) -> None:
        """Give rows the present keys of their entities; a row in the way gets a new key."""
        affected: dict[int, str] = {}
        for old in moves:
            waiting = [self._numbers[old]] if old in self._numbers else []
            while waiting:
                number = waiting.pop()
                affected[number] = follow(Address(self._nodes[number].key), moves)
                waiting += self._below[number]
        for number in affected:
            del self._numbers[self._nodes[number].key]
        for number, key in affected.items():
            if key in self._numbers:
                self._call(self._numbers.pop(key), f"\0{key}")
            self._call(number, key)

    def _call(self, number: int, key: str) -> None:
        self._nodes[number] = replace(self._nodes[number], key=key)
        self._numbers[key] = number

    def steps(self, root: TreeNode) -> Iterator[RowChange]:
        """Yield the steps to another tree; each one is to be done before the next is asked for.

        First, rows are moved and inserted from the top down; then the remaining ones are removed.
        """
        crowded = []
        waiting: list[tuple[int, tuple[TreeNode, ...]]] = [(TOP, (root,))]
        for parent, wanted in waiting:
            yield from self._arrange(parent, wanted)
            if len(self._below[parent]) > len(wanted):
                crowded.append((parent, {self._numbers[node.key] for node in wanted}))
            for node in wanted:
                number = self._numbers[node.key]
                known = self._nodes[number]
                if known is not node:
                    self._nodes[number] = node
                    waiting.append((number, node.children))
                    if not known.looks_like(node):
                        yield Redraw(number)
        for parent, wanted_numbers in crowded:
            yield from self._clear(parent, wanted_numbers)

    def _arrange(self, parent: int, wanted: Sequence[TreeNode]) -> Iterator[RowChange]:
        below = self._below[parent]
        numbers = [self._numbers.get(node.key, TOP) for node in wanted]
        if numbers == below:
            return
        stay = _remaining(below, numbers)
        row = 0
        new_nodes: list[TreeNode] = []
        for node, number in zip(wanted, numbers, strict=True):
            if number == TOP and not self._holds_known(node):
                new_nodes.append(node)
                continue
            if new_nodes:
                yield Insert(parent, row, tuple(new_nodes))
                row += len(new_nodes)
                new_nodes = []
            if number == TOP:  # what moves into it follows later
                yield Insert(parent, row, (replace(node, children=()),))
                row += 1
            elif number in stay:
                row = below.index(number, row) + 1
            else:
                row = yield from self._move_before(parent, row, number)
        if new_nodes:
            yield Insert(parent, row, tuple(new_nodes))

    def _move_before(self, parent: int, row: int, number: int) -> Generator[RowChange, None, int]:
        """Move a row before `row` of a parent; returns the row behind it."""
        source, place = self._above[number], self.row(number)
        if source == parent and place == row:
            return row + 1
        yield Move(source, place, parent, row)
        return row if source == parent and place < row else row + 1

    def _holds_known(self, node: TreeNode) -> bool:
        return any(
            child.key in self._numbers or self._holds_known(child) for child in node.children
        )

    def _clear(self, parent: int, wanted: set[int]) -> Iterator[RowChange]:
        """Remove the rows that nobody wanted, in runs from the end."""
        below = self._below[parent]
        last = len(below) - 1
        while last >= 0:
            first = last
            if below[last] not in wanted:
                while first > 0 and below[first - 1] not in wanted:
                    first -= 1
                yield Remove(parent, first, last)
            last = first - 1

    # -- doing a step -------------------------------------------------------------------------

    def do(self, step: RowChange) -> None:
        """Carry a step out."""
        match step:
            case Insert(parent, row, nodes):
                self._enter(parent, row, nodes)
            case Remove(parent, first, last):
                self._leave(parent, first, last)
            case Move(source, row, parent, before):
                self._move(source, row, parent, before)
            case Redraw():
                pass

    def _enter(self, parent: int, row: int, nodes: Sequence[TreeNode]) -> None:
        numbers = [next(self._count) for _ in nodes]
        self._below[parent][row:row] = numbers
        self._places.pop(parent, None)
        for number, node in zip(numbers, nodes, strict=True):
            self._numbers[node.key] = number
            self._nodes[number], self._above[number] = node, parent
            self._below[number] = []
            if node.children:
                self._enter(number, 0, node.children)

    def _leave(self, parent: int, first: int, last: int) -> None:
        removed = self._below[parent][first : last + 1]
        del self._below[parent][first : last + 1]
        self._places.pop(parent, None)
        while removed:
            number = removed.pop()
            removed += self._below.pop(number)
            self._places.pop(number, None)
            del self._numbers[self._nodes.pop(number).key], self._above[number]

    def _move(self, source: int, row: int, parent: int, before: int) -> None:
        number = self._below[source].pop(row)
        at = before - 1 if source == parent and row < before else before
        self._below[parent].insert(at, number)
        self._above[number] = parent
        self._places.pop(source, None)
        self._places.pop(parent, None)


def _remaining(old: Sequence[int], new: Sequence[int]) -> set[int]:
    """Return the items that keep their order from old to new: a longest increasing subsequence.

    Found by patience sorting (Fredman 1975), in n log n steps.
    """
    place = {number: position for position, number in enumerate(new) if number != TOP}
    ends: list[int] = []  # by length: the smallest end of a run that long
    tails: list[int] = []
    before: dict[int, int] = {}
    for number in old:
        if number in place:
            at = bisect_left(ends, place[number])
            before[number] = tails[at - 1] if at else TOP
            ends[at : at + 1] = [place[number]]
            tails[at : at + 1] = [number]
    found: set[int] = set()
    last = tails[-1] if tails else TOP
    while last != TOP:
        found.add(last)
        last = before[last]
    return found
