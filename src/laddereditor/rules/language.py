"""The language of a ladder for word lists: what it says, or what its small words tell."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from laddereditor.assets import word_list
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import statement_text

ENGLISH = "en"  # the language of a ladder that says none and has too few words to tell
_FAMILIES, _PROFILES, _STATEMENTS = 6, 3, 6  # what is looked at, so that it is quick; our choice
_SURE_HITS, _SURE_RATIO = 4, 1.5  # small words, and how many times as many as English; our choice
_WORD = re.compile(r"[^\W\d_]+")


def language_of(ladder: Ladder) -> str:
    """Return the language of a ladder as the first part of a BCP 47 tag, such as "en".

    Args:
        ladder: The ladder; one that does not say its language is guessed from a sample of its
            texts, and counts as English where these are too few.
    """
    said = ladder.language.partition("-")[0].strip().lower()
    return said or _guessed(ladder)


def _guessed(ladder: Ladder) -> str:
    found = Counter(word for text in _sample(ladder) for word in _WORD.findall(text.lower()))
    hits = {
        language: sum(found[word] for word in words) for language, words in _small_words().items()
    }
    best = max(hits, key=lambda one: hits[one])
    is_sure = hits[best] >= _SURE_HITS and hits[best] >= _SURE_RATIO * hits[ENGLISH]
    return best if is_sure else ENGLISH


def _sample(ladder: Ladder) -> Iterator[str]:
    for level in ladder.levels[:_FAMILIES]:
        yield level.summary
    for family in ladder.families[:_FAMILIES]:
        yield family.summary
        for profile in family.profiles[:_PROFILES]:
            yield profile.summary
            yield from map(statement_text, profile.responsibilities[:_STATEMENTS])
            for statements in tuple(profile.expectations.values())[:2]:
                yield from map(statement_text, statements[:_STATEMENTS])


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    return {str(key): frozenset(words) for key, words in word_list("function_words").items()}
