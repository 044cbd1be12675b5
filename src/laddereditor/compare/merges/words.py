"""Merging two rewordings of one text, word by word."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from laddereditor.align.tokens import is_word, pieces

_LEAST_KEPT = 0.5  # share of the old words that each side must have kept


@dataclass(frozen=True, slots=True)
class _Swap:
    """What one side put in place of some pieces of the old text."""

    start: int
    end: int
    put: tuple[str, ...]


def merged_words(base: str, ours: str, theirs: str) -> str | None:
    """Return the text with the rewordings of both, or None where they meet.

    They meet when not one unchanged word stands between them, and when a side kept so little of
    the text that the other's words would stand in a new sentence. As diff3 does with lines
    (Khanna, Kunal, Pierce: A Formal Investigation of Diff3, 2007).
    """
    old = pieces(base)
    mine, other = _swaps(old, pieces(ours)), _swaps(old, pieces(theirs))
    if not (_keeps_enough(old, mine) and _keeps_enough(old, other)):
        return None
    if any(_meet(old, one, two) for one in mine for two in other if one != two):
        return None
    swaps = sorted({*mine, *other}, key=lambda swap: swap.start)
    merged: list[str] = []
    at = 0
    for swap in swaps:
        merged += old[at : swap.start]
        merged += swap.put
        at = swap.end
    return "".join([*merged, *old[at:]])


def _swaps(old: Sequence[str], new: Sequence[str]) -> list[_Swap]:
    """Return the runs of the old pieces that are not in the new ones, with what stands there."""
    found: list[_Swap] = []
    for code in Indel.opcodes(old, new):
        if code.tag == "equal":
            continue
        put = tuple(new[code.dest_start : code.dest_end])
        last = found[-1] if found else None
        if last is not None and last.end == code.src_start:
            found[-1] = _Swap(last.start, code.src_end, (*last.put, *put))
        else:
            found.append(_Swap(code.src_start, code.src_end, put))
    return found


def _keeps_enough(old: Sequence[str], swaps: Sequence[_Swap]) -> bool:
    words = sum(map(is_word, old))
    gone = sum(is_word(piece) for swap in swaps for piece in old[swap.start : swap.end])
    return words - gone >= _LEAST_KEPT * words


def _meet(old: Sequence[str], one: _Swap, two: _Swap) -> bool:
    first, second = (one, two) if one.start <= two.start else (two, one)
    return not any(map(is_word, old[first.end : second.start]))
