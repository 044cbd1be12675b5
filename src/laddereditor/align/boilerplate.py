"""Find stock phrases: runs of words that several statements of a list share.

A phrase that both sides have more than once does not show which statement became which, however
long it is: "Works with stakeholders to …", "… in line with company policy".
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from laddereditor.align.tokens import is_unspaced, words

Phrase = tuple[str, ...]

_LENGTH = 4  # words, our choice: shorter runs are shared by chance; 3 and 5 score the same


def stock_phrases(lists: Iterable[Iterable[str]]) -> frozenset[Phrase]:
    """Return the phrases that are in at least two texts of one list, and of another list too."""
    having: Counter[Phrase] = Counter()
    for texts in lists:
        times = Counter(phrase for text in texts for phrase in _phrases(text))
        having.update(phrase for phrase, number in times.items() if number > 1)
    return frozenset(phrase for phrase, number in having.items() if number > 1)


def stock_places(text: str, stock: frozenset[Phrase]) -> set[int]:
    """Return the indexes of the words of a text that belong to a stock phrase."""
    return {
        start + step
        for start, phrase in enumerate(_runs(words(text)))
        if phrase in stock
        for step in range(_LENGTH)
    }


@lru_cache(maxsize=8192)
def _phrases(text: str) -> frozenset[Phrase]:
    """Return the runs of words; characters of a script without spaces are too short to count."""
    return frozenset(run for run in _runs(words(text)) if not any(map(is_unspaced, run)))


def _runs(words: Sequence[str]) -> list[Phrase]:
    return list(zip(*(words[step:] for step in range(_LENGTH)), strict=False))
