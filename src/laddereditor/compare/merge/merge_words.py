"""Join two rewordings of one text, word by word.

This is a three-way merge of words by `align.three_way` (diff3), with a bound of our own: where a
side kept less than half of the words, a person has to decide.
"""

from collections.abc import Sequence

from laddereditor.align.three_way import Swap, joined, swaps
from laddereditor.align.tokens import is_word, pieces

_MIN_KEPT = 0.5  # share of the old words that each side must have kept; our choice


def merged_words(base: str, ours: str, theirs: str) -> str | None:
    """Return the text with the rewordings of both, or None if they overlap.

    They overlap if no unchanged word is between them, or if a side kept so little of the text that
    the other's words would be put into a new sentence.

    Args:
        base: The text that both sides started from.
        ours: The text as we changed it.
        theirs: The text as they changed it.
    """
    old = pieces(base)
    mine, other = swaps(old, pieces(ours)), swaps(old, pieces(theirs))
    if not (_keeps_enough(old, mine) and _keeps_enough(old, other)):
        return None
    merged = joined(old, mine, other, lambda one, two: _touch(old, one, two))
    return None if merged is None else "".join(merged)


def _keeps_enough(old: Sequence[str], found: Sequence[Swap]) -> bool:
    words = sum(map(is_word, old))
    removed = sum(is_word(piece) for swap in found for piece in old[swap.start : swap.end])
    return words - removed >= _MIN_KEPT * words


def _touch(old: Sequence[str], first: Swap, second: Swap) -> bool:
    return not any(map(is_word, old[first.end : second.start]))
