"""Word lists of rules: the program's own and the house words of a ladder."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import yaml

from laddereditor.assets import resource


class WordList:
    """Phrases that are looked for at word borders, in any case.

    A phrase that begins with `^` counts at the beginning of a text only.
    """

    def __init__(self, phrases: tuple[str, ...]) -> None:
        found = {phrase.strip().lower() for phrase in phrases} - {"", "^"}
        longest_first = sorted(found, key=lambda phrase: (-len(phrase), phrase))
        self.phrases = tuple(phrase.removeprefix("^") for phrase in longest_first)
        choices = "|".join(map(_pattern, longest_first)) or "(?!)"
        self._regex = re.compile(rf"(?<!\w)(?:{choices})(?!\w)", re.IGNORECASE)

    def may_be_in(self, lowered: str) -> bool:
        """Whether `find` can succeed in a text of which this is the lower-case form; quick."""
        return any(phrase in lowered for phrase in self.phrases)

    def find(self, text: str) -> str:
        """Return the first phrase in `text`, as it is written there, or ""."""
        match = self._regex.search(text)
        return match.group() if match else ""


def _pattern(phrase: str) -> str:
    bare = phrase.removeprefix("^")
    return re.escape(bare) if bare == phrase else rf"\A{re.escape(bare)}"


class WordLists:
    """All word lists that hold for one ladder."""

    def __init__(self, house: Mapping[str, Any]) -> None:
        self.house = house
        self.placeholders = WordList((*_own("placeholders"), *_texts(house.get("placeholder"))))

    @classmethod
    def of(cls, house: Mapping[str, Any], before: "WordLists | None") -> "WordLists":
        """Return the word lists with a ladder's house words, those of before if these are equal."""
        return before if before and before.house == house else cls(house)


@cache
def _own(name: str) -> tuple[str, ...]:
    text = resource("words", f"{name}.yaml").read_text("utf-8")
    return tuple(_texts(yaml.safe_load(text)["phrases"]))


def _texts(raw: Any) -> Iterator[str]:
    """Yield the texts of a list; what a file holds instead of texts is left out."""
    if isinstance(raw, list | tuple):
        yield from (item for item in raw if isinstance(item, str))
