"""The words by which a rewording is judged, from `resources/words/effects.yaml`."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from laddereditor.align.tokens import words
from laddereditor.assets import resource

Hit = tuple[int, int]  # scale and step
_NOTHING: Mapping[str, Any] = {}
_NUMBER = re.compile(r"\d+(?:[.,:/]\d+)*")


@dataclass(frozen=True, slots=True, eq=False)
class JudgingWords:
    """The words of one language."""

    scales: tuple[str, ...]
    unsaid: tuple[int | None, ...]  # for each scale, the step of a text that says nothing on it
    steps: Mapping[str, Hit]  # phrase -> where it is
    fillers: frozenset[str]
    turns: frozenset[str]
    examples: tuple[str, ...]
    more: tuple[str, ...]
    numbers: Mapping[str, str]
    _phrase: re.Pattern[str]
    _least: re.Pattern[str]

    def read(self, text: str) -> "TextFeatures":
        """Return the features of a text that these words define."""
        plain = " ".join(text.casefold().split())
        hits: Counter[Hit] = Counter()
        words_of: dict[Hit, str] = {}

        def note(match: re.Match[str]) -> str:
            hit = self.steps[match.group()]
            hits[hit] += 1
            words_of.setdefault(hit, match.group())
            return " "

        rest = self._phrase.sub(note, plain)
        left = Counter(self.numbers.get(word, word) for word in words(rest))
        numbers = tuple(self._numbers(plain))
        return TextFeatures(
            hits,
            words_of,
            Counter({word: n for word, n in left.items() if self._has_meaning(word)}),
            Counter({word: n for word, n in left.items() if word in self.turns}),
            numbers,
            tuple(words(plain)),
        )

    def _has_meaning(self, word: str) -> bool:
        return word not in self.fillers and word not in self.turns and not _NUMBER.fullmatch(word)

    def _numbers(self, plain: str) -> Iterable[str]:
        for word in re.findall(r"\d+(?:[.,:/]\d+)*|\w+", plain):
            if _NUMBER.fullmatch(word):
                yield word
            elif word in self.numbers:
                yield self.numbers[word]

    def is_least(self, text: str) -> bool:
        """Whether the first number of a text is a required minimum."""
        return bool(self._least.search(" ".join(text.casefold().split())))


@dataclass(frozen=True, slots=True, eq=False)
class TextFeatures:
    """The features of a text: its scale words, numbers and other words."""

    hits: Counter[Hit]
    words_of: Mapping[Hit, str]  # the words for each hit
    content: Counter[str]
    turns: Counter[str]
    numbers: tuple[str, ...]
    words: tuple[str, ...]


@cache
def judging_words(language: str) -> JudgingWords:
    """Return the words of a language such as `en` or `de-CH`; English by default."""
    known: Mapping[str, Any] = _all().get((language or "en").split("-")[0].lower(), _NOTHING)
    scales = known.get("scales", ())
    steps = {
        phrase.casefold(): (scale, step)
        for scale, entry in enumerate(scales)
        for step, phrases in enumerate(entry["steps"])
        for phrase in phrases
    }
    numbers = {word: str(number) for word, number in known.get("numbers", _NOTHING).items()}
    number = "|".join([r"\d+", *map(re.escape, numbers)])
    return JudgingWords(
        tuple(entry["name"] for entry in scales),
        tuple(entry.get("unsaid") for entry in scales),
        steps,
        frozenset(known.get("fillers", ())),
        frozenset(known.get("turns", ())),
        tuple(known.get("examples", ())),
        tuple(known.get("more", ())),
        numbers,
        _any_of(steps),
        re.compile(
            rf"(?:{_choice(known.get('least', ()))})\s+(?:{number})\b"
            rf"|\b(?:{number})(?:\+|\s+(?:{_choice(known.get('or_more', ()))})\b)"
        ),
    )


@cache
def _all() -> Mapping[str, Mapping[str, Any]]:
    text = resource("words", "effects.yaml").read_text("utf-8")
    found: Mapping[str, Mapping[str, Any]] = yaml.safe_load(text)
    return found


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_choice(phrases)})(?![\w-])")


def _choice(phrases: Iterable[str]) -> str:
    longest_first = sorted((phrase.casefold() for phrase in phrases), key=lambda p: (-len(p), p))
    return "|".join(map(re.escape, longest_first)) or "(?!)"
