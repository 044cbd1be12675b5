"""Join two changed forms of one sequence, of words or of lines.

This works as diff3 (Khanna, Kunal, Pierce: A Formal Investigation of Diff3, 2007): unchanged items
between the changes of the two sides separate them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from laddereditor.align.common_items import runs

# Items of one form times items of the other, a limit for speed (docs/speed.md). Longer ones are
# matched by `common_items`, in time that grows with their length.
_MANY = 9_000_000


@dataclass(frozen=True, slots=True)
class Swap:
    """The items with which one side replaced `old[start:end]`."""

    start: int
    end: int
    put: tuple[str, ...]


def swaps(old: Sequence[str], new: Sequence[str]) -> list[Swap]:
    """Return the runs of old items that were replaced, with their replacements."""
    if len(old) * len(new) > _MANY:
        return [
            Swap(run.old, run.old + run.old_size, tuple(new[run.new : run.new + run.new_size]))
            for run in runs(old, new)
        ]
    found: list[Swap] = []
    for code in Indel.opcodes(old, new):
        if code.tag == "equal":
            continue
        put = tuple(new[code.dest_start : code.dest_end])
        last = found[-1] if found else None
        if last is not None and last.end == code.src_start:
            found[-1] = Swap(last.start, code.src_end, (*last.put, *put))
        else:
            found.append(Swap(code.src_start, code.src_end, put))
    return found


def joined(
    old: Sequence[str],
    ours: Sequence[Swap],
    theirs: Sequence[Swap],
    overlap: Callable[[Swap, Swap], bool],
) -> list[str] | None:
    """Return the items with the swaps of both sides, or None if two of them overlap.

    Equal swaps of both sides are made once; at the same place ours comes first.

    Args:
        old: The items that both sides come from.
        ours: Our swaps of runs of items.
        theirs: Their swaps.
        overlap: Says whether two swaps of different sides overlap; it gets them in their order.
    """
    shared = set(ours) & set(theirs)
    one_sided = sorted(
        [
            *((swap.start, swap.end, 0, swap) for swap in ours if swap not in shared),
            *((swap.start, swap.end, 1, swap) for swap in theirs if swap not in shared),
        ],
        key=lambda each: each[:3],
    )
    for one, two in pairwise(one_sided):
        if one[2] != two[2] and overlap(one[3], two[3]):
            return None
    merged: list[str] = []
    at = 0
    every = [each[3] for each in one_sided]
    for swap in sorted([*every, *shared], key=lambda swap: (swap.start, swap.end)):
        merged += [*old[at : swap.start], *swap.put]
        at = swap.end
    return [*merged, *old[at:]]
