"""Words that carry a step from one level to the next: contrast is no repetition.

“Low risk” and “high risk”, “a team” and “several teams”, “contributes to” and “leads” are what
levels differ in. The scales and verbs are those by which effects of changes are judged; pairs of
opposites are in `resources/words/rules/nearly-repeated.yaml`.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from laddereditor.align.common_words import LINKING
from laddereditor.align.language_features import stem
from laddereditor.assets import word_list
from laddereditor.rules.options import RuleOptions, own_words

_WORD = re.compile(r"\w+")


def carries_step(words: Iterable[str], options: RuleOptions) -> bool:
    """Whether one of some words, in lower case, tells levels apart: a number, a scale, a contrast.

    Args:
        words: The words that two texts do not share.
        options: Those of the ladder, whose language and house words count.
    """
    known = _step_words(options.language or "en")
    house = {stem(word) for text in options.house("nearly-repeated") for word in _words(text)}
    return any(
        any(letter.isdigit() for letter in word) or stem(word) in known or stem(word) in house
        for word in words
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


@cache
def _step_words(language: str) -> frozenset[str]:
    effects = word_list("effects").get(language, {})
    fillers = {word for text in _texts(effects.get("fillers", ())) for word in _words(text)}
    scales = (scale["steps"] for scale in effects.get("scales", ()))
    phrases = (*_texts(list(scales)), *_texts(effects.get("verbs", ())))
    own = own_words("nearly-repeated").get(language, ())
    from_phrases = {word for text in phrases for word in _words(text)} - fillers - LINKING
    own_list = {word for text in (*own, *effects.get("numbers", ())) for word in _words(text)}
    return frozenset(map(stem, from_phrases | own_list))


def _texts(raw: Any) -> Iterator[str]:
    """Yield the texts in lists of lists."""
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, list | tuple):
        for item in raw:
            yield from _texts(item)
    elif isinstance(raw, dict):
        for item in raw.values():
            yield from _texts(item)
