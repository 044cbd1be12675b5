"""Pair the statements of a list that the word lists know to say the same, or clearly more or less.

The matching of texts sees letters, stems and topics; the word lists of `wording` know more: that
“keeps up to date” is “keeps current”, or that „führt die Prüfung durch“ is „prüft“. What the
matching left over on both sides is therefore judged by them.
"""

from collections.abc import Iterator, Sequence

from laddereditor.align.tokens import words
from laddereditor.compare.diff.list_changes import ListMatch, texts_elsewhere, with_pairs
from laddereditor.compare.diff.wording.rewording import reworded
from laddereditor.model.statement import statement_text

# Pairs of one list that are judged; a limit for speed: each takes about a millisecond.
_MAX_PAIRS = 36
_START = 4  # letters
_SURE = ("clarifies", "raises", "lowers")  # what has only known words


def with_known_rewordings(matches: Sequence[ListMatch], language: str) -> list[ListMatch]:
    """Return matches with those pairs added that the word lists are sure of.

    A text that is found unchanged in another list moved there, and is no rewording.

    Args:
        matches: The matched lists of two ladders.
        language: The language of the ladder.
    """
    elsewhere = texts_elsewhere(matches)
    found = []
    for one in matches:
        if not one.is_statements:
            found.append(one)
            continue
        left = [old for old in one.left if not elsewhere(one, old, True)]
        right = [new for new in one.right if not elsewhere(one, new, False)]
        pairs = tuple(_known(one, left, right, language))
        found.append(with_pairs(one, sorted((*one.pairs, *pairs))) if pairs else one)
    return found


def _known(
    one: ListMatch, left: Sequence[int], right: Sequence[int], language: str
) -> Iterator[tuple[int, int]]:
    """Yield pairs of items of which each is the only one that fits the other."""
    if not left or not right or len(left) * len(right) > _MAX_PAIRS:
        return
    old_items = [(old, statement_text(one.pair.before[old])) for old in left]
    new_items = [(new, statement_text(one.pair.after[new])) for new in right]
    fits = [
        (old, new)
        for old, before in old_items
        for new, after in new_items
        if _starts(before) & _starts(after) and _says_the_same(before, after, language)
    ]
    for old, new in fits:
        if sum(old == other or new == another for other, another in fits) == 1:
            yield old, new


def _starts(text: str) -> frozenset[str]:
    """Return how the longer words of a text start: what says the same shares at least one."""
    return frozenset(word[:_START] for word in words(text) if len(word) >= _START)


def _says_the_same(before: str, after: str, language: str) -> bool:
    return reworded(before, after, language).effect in _SURE
