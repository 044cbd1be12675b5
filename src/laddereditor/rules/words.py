"""The word lists of rules: the program's own and the house words of a ladder."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from laddereditor.assets import word_list


@dataclass(frozen=True)
class WordList:
    """Phrases that are found at word boundaries, ignoring case: longer ones before shorter ones."""

    phrases: tuple[tuple[str, re.Pattern[str]], ...]  # each with what finds it in lower case

    @classmethod
    def of(cls, phrases: Iterable[str]) -> "WordList":
        """Return the list of some phrases.

        A phrase that begins with `^` is found only at the beginning of a text.
        """
        found = {phrase.strip().lower() for phrase in phrases} - {"", "^"}
        longest_first = sorted(found, key=lambda phrase: (-len(phrase), phrase))
        return cls(tuple((each.removeprefix("^"), _pattern(each)) for each in longest_first))

    def among(self, texts: Iterable[str]) -> "WordList":
        """Return the list of only those phrases that may be found in some texts; this is quick."""
        lowered = "\n".join(texts).lower()
        return WordList(tuple([each for each in self.phrases if each[0] in lowered]))

    def found_in(self, texts: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Yield the places of the texts with a phrase, each with the first one found there.

        Most texts have none, which is seen without a call for each of them.
        """
        possible = self.among(texts)
        if not possible.phrases:
            return
        each_lowered, places = [text.lower() for text in texts], set[int]()
        for phrase, _ in possible.phrases:
            places.update([n for n, text in enumerate(each_lowered) if phrase in text])
        for place in sorted(places):
            if found := possible.find(texts[place]):
                yield place, found

    def find(self, text: str) -> str:
        """Return the first phrase found in `text`, as written there, or ""."""
        if not self.phrases:
            return ""
        lowered = _lower(text)
        places = [
            (match.start(), number)
            for number, (phrase, pattern) in enumerate(self.phrases)
            if phrase in lowered and (match := pattern.search(lowered))
        ]
        if not places:
            return ""
        start, number = min(places)
        return text[start : start + len(self.phrases[number][0])]


def _pattern(phrase: str) -> re.Pattern[str]:
    """Return what finds a phrase in a lower-case text.

    What must not be before the phrase is looked at behind it: Python finds a pattern that begins
    with plain letters many times faster.
    """
    bare = phrase.removeprefix("^")
    not_before = r"\w" if bare == phrase else r"[\s\S]"
    return re.compile(rf"{re.escape(bare)}(?<!{not_before}{re.escape(bare)})(?!\w)")


def _lower(text: str) -> str:
    """Return a text in lower case, every letter at its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    # A few letters, such as U+0130, are two in lower case.
    return "".join(lower if len(lower := letter.lower()) == 1 else letter for letter in text)


class WordLists:
    """All word lists of one ladder."""

    def __init__(self, house: Mapping[str, Any]) -> None:
        self.house = house
        self.placeholders = WordList.of((*_own("placeholders"), *_texts(house.get("placeholder"))))
        # Of equivalents; none if the ladder does not list those it knows.
        self.schemes = frozenset(_texts(house.get("equivalent-scheme")))

    @classmethod
    def of(cls, house: Mapping[str, Any], before: "WordLists | None") -> "WordLists":
        """Return the word lists with a ladder's house words; the previous ones if equal."""
        return before if before and before.house == house else cls(house)


@cache
def _own(name: str) -> tuple[str, ...]:
    return tuple(_texts(word_list(name)["phrases"]))


def _texts(raw: Any) -> Iterator[str]:
    """Yield the texts of a list, skipping anything else that the file holds."""
    if isinstance(raw, list | tuple):
        yield from (item for item in raw if isinstance(item, str))
