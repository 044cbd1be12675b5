"""What a statement is about, by the groups of words in `resources/words/topics.yaml`."""

from functools import cache, lru_cache
from itertools import zip_longest
from typing import NamedTuple

from laddereditor.align.common_words import LINKING
from laddereditor.align.language_features import stem
from laddereditor.align.tokens import words
from laddereditor.assets import word_list

_INSIDE = 6  # letters of a stem that counts inside a longer word, as in German compounds
# Endings of adjectives. An adjective only narrows its noun: "technical debt" is about debt,
# and has little in common with "technical disagreements".
_OF_ADJECTIVES = (
    *("al", "ic", "ive", "ous", "able", "ible", "ful", "less", "ary", "ant", "ent"),
    *("lich", "liche", "lichen", "licher", "isch", "ische", "ischen", "ischer", "ige", "igen"),
)
_SHORT = 5  # letters up to which a word has no such ending


class ContentWord(NamedTuple):
    """A word that says what a statement is about."""

    word: str
    is_modifier: bool  # an adjective before another such word


@cache
def _listed() -> dict[str, str]:
    found: dict[str, str] = word_list("topics")
    return found


@cache
def _by_stem() -> dict[str, frozenset[str]]:
    known: dict[str, frozenset[str]] = {}
    for topic, listed in _listed().items():
        for word in words(listed):
            known[stem(word)] = known.get(stem(word), frozenset()) | {topic}
    return known


@lru_cache(maxsize=16384)
def topics_of_word(word: str) -> frozenset[str]:
    """Return the topics of a word; of an unknown long one, those of a known word at either end."""
    known, own = _by_stem(), stem(word)
    if own in known:
        return known[own]
    found: frozenset[str] = frozenset()
    for size in range(_INSIDE, len(own) - 2):
        found |= known.get(own[:size], frozenset()) | known.get(own[-size:], frozenset())
    return found


@lru_cache(maxsize=8192)
def content_words(text: str) -> tuple[ContentWord, ...]:
    """Return the words of a text that do more than connect others."""
    listed = words(text)
    found = []
    for word, following in zip_longest(listed, listed[1:], fillvalue=""):
        if word not in LINKING:
            narrows = bool(following) and following not in LINKING
            adjective = len(word) > _SHORT and word.endswith(_OF_ADJECTIVES)
            found.append(ContentWord(word, narrows and adjective))
    return tuple(found)
