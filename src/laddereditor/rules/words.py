"""The word lists of rules: the program's own and the house words of a ladder."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import yaml

from laddereditor.assets import resource


class WordList:
    """Phrases that are found at word boundaries, ignoring case.

    A phrase that begins with `^` is found only at the beginning of a text.
    """

    def __init__(self, phrases: tuple[str, ...]) -> None:
        found = {phrase.strip().lower() for phrase in phrases} - {"", "^"}
        longest_first = sorted(found, key=lambda phrase: (-len(phrase), phrase))
        self.phrases = tuple(phrase.removeprefix("^") for phrase in longest_first)
        choices = "|".join(map(_pattern, longest_first)) or "(?!)"
        self._regex = re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)

    def may_be_in(self, lowered: str) -> bool:
        """Whether `find` may succeed, given the lower-case form of a text; this is quick."""
        return any(map(lowered.__contains__, self.phrases))

    def find(self, text: str) -> str:
        """Return the first phrase found in `text`, as written there, or ""."""
        if not self.may_be_in(text.lower()):
            return ""
        match = self._regex.search(text)
        return match.group() if match else ""


def _pattern(phrase: str) -> str:
    bare = phrase.removeprefix("^")
    return re.escape(bare) if bare == phrase else rf"\A{re.escape(bare)}"


class WordLists:
    """All word lists of one ladder."""

    def __init__(self, house: Mapping[str, Any]) -> None:
        self.house = house
        self.placeholders = WordList((*_own("placeholders"), *_texts(house.get("placeholder"))))

    @classmethod
    def of(cls, house: Mapping[str, Any], before: "WordLists | None") -> "WordLists":
        """Return the word lists with a ladder's house words; the previous ones if equal."""
        return before if before and before.house == house else cls(house)


@cache
def _own(name: str) -> tuple[str, ...]:
    text = resource("words", f"{name}.yaml").read_text("utf-8")
    return tuple(_texts(yaml.safe_load(text)["phrases"]))


def _texts(raw: Any) -> Iterator[str]:
    """Yield the texts of a list, skipping anything else that the file holds."""
    if isinstance(raw, list | tuple):
        yield from (item for item in raw if isinstance(item, str))
