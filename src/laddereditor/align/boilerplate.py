"""Stock phrases: runs of words that several statements of a list share.

Where both sides have a phrase more than once, it says nothing about which statement became which,
however long it is: "Works with stakeholders to …", "… in line with company policy".
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from laddereditor.align.tokens import is_unspaced, words

Phrase = tuple[str, ...]

_LENGTH = 4  # words; shorter runs are shared by chance


def stock_phrases(lists: Iterable[Iterable[str]]) -> frozenset[Phrase]:
    """Return the phrases that stand in two texts or more of one list, and of another one too."""
    having: Counter[Phrase] = Counter()
    for texts in lists:
        times = Counter(phrase for text in texts for phrase in _phrases(text))
        having.update(phrase for phrase, number in times.items() if number > 1)
    return frozenset(phrase for phrase, number in having.items() if number > 1)


def stock_places(text: str, stock: frozenset[Phrase]) -> set[int]:
    """Return which words of a text, by number, belong to a stock phrase."""
    return {
        start + step
        for start, phrase in enumerate(_runs(words(text)))
        if phrase in stock
        for step in range(_LENGTH)
    }


@lru_cache(maxsize=8192)
def _phrases(text: str) -> frozenset[Phrase]:
    """Return the runs of words; signs of a script without spaces are too short to count."""
    return frozenset(run for run in _runs(words(text)) if not any(map(is_unspaced, run)))


def _runs(said: Sequence[str]) -> list[Phrase]:
    return list(zip(*(said[step:] for step in range(_LENGTH)), strict=False))
