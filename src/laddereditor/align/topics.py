"""What a statement is about, by the groups of words in `resources/words/topics.yaml`."""

from functools import cache, lru_cache

import yaml

from laddereditor.align.common_words import LINKING
from laddereditor.align.language_features import stem
from laddereditor.align.tokens import words
from laddereditor.assets import resource

_INSIDE = 6  # letters of a stem that counts inside a longer word, as in German compounds
_FIRST = 3  # words at the start, which say what is done to what


@cache
def topic_names() -> tuple[str, ...]:
    """Return the topics, in the order of the bits of `topics_of`."""
    return tuple(_listed())


@cache
def _listed() -> dict[str, str]:
    text = resource("words", "topics.yaml").read_text("utf-8")
    found: dict[str, str] = yaml.safe_load(text)
    return found


@cache
def _by_stem() -> dict[str, int]:
    known: dict[str, int] = {}
    for bit, listed in enumerate(_listed().values()):
        for word in words(listed):
            known[stem(word)] = known.get(stem(word), 0) | (1 << bit)
    return known


@lru_cache(maxsize=16384)
def _topics_of_word(word: str) -> int:
    """Return the topics of a word; of an unknown long one, those of a known word at either end."""
    known, own = _by_stem(), stem(word)
    if own in known:
        return known[own]
    found = 0
    for size in range(_INSIDE, len(own) - 2):
        found |= known.get(own[:size], 0) | known.get(own[-size:], 0)
    return found


@lru_cache(maxsize=8192)
def topics_of(text: str) -> int:
    """Return the topics of a text, as bits in the order of `topic_names`."""
    found = 0
    for word in words(text):
        found |= _topics_of_word(word)
    return found


@lru_cache(maxsize=8192)
def first_topics_of(text: str) -> int:
    """Return the topics of the words that begin a text, as bits."""
    found = 0
    content = [word for word in words(text) if word not in LINKING]
    for word in content[:_FIRST]:
        found |= _topics_of_word(word)
    return found
