"""The program's own words in what it writes for readers, in the language of their ladder.

The code has the English words; `resources/words/phrases.yaml` has those of the other languages by
the English ones. What is not in it, and every other language, stays English.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from laddereditor.assets import word_list
from laddereditor.model.counting import in_sentence, plural
from laddereditor.model.number_text import number_text

# Languages in which none counts as one (Unicode CLDR 46, "Language Plural Rules"; in all others
# here only one does, and the forms for millions are not needed).
_NONE_IS_ONE = frozenset(("fr", "pt"))
_NOTHING: Mapping[str, str | tuple[str, str]] = {}
_ENGLISH_MARKS = (",", ".")
_ISO_DAY = "{year}-{month:02}-{day:02}"  # in English, where 1/2 is another day on each side


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """The words of one language."""

    language: str  # as the ladder says it: "de-CH", "" for none
    known: Mapping[str, str | tuple[str, str]]  # by the English words; those for one and several
    marks: tuple[str, str] = _ENGLISH_MARKS  # between thousands, and before decimals
    days: str = _ISO_DAY  # how a day is written

    def say(self, text: str, /, **values: object) -> str:
        """Return words with values filled in.

        Args:
            text: The English words, with the names of values in braces: "{what} added".
            values: The values. Without any, braces stay as they are.
        """
        found = self.known.get(text, text)
        words = found if isinstance(found, str) else found[0]
        return words.format_map(values) if values else words

    def known_words(self, text: str) -> str:
        """Return a text in the language if it is known; a text of the ladder stays as it is."""
        found = self.known.get(text, text)
        return text if not isinstance(found, str) or "{" in text else found

    def count(self, count: int | float, one: str, several: str = "") -> str:
        """Return a number with its words: "3 Änderungen".

        Args:
            count: How many.
            one: The English words for one.
            several: Those for several, by default with an s.
        """
        found = self.known.get(one)
        if found is None or isinstance(found, str):
            return plural(count, one, several)
        is_one = count == 1 or (count == 0 and _base(self.language) in _NONE_IS_ONE)
        return f"{self.number(count)} {found[0] if is_one else found[1]}"

    def number(self, value: int | float | None) -> str:
        """Return a number with its thousands grouped: "40.000"."""
        text = number_text(value, grouped=True)
        own = zip(map(ord, _ENGLISH_MARKS), self.marks, strict=True)
        return text.translate(dict(own))

    def day(self, value: date) -> str:
        """Return a day in numbers: "01.12.2026"; in English as ISO 8601 has it."""
        return self.days.format(year=value.year, month=value.month, day=value.day)

    def inside(self, title: str) -> str:
        """Return a title as words inside a line: nouns keep their capitals in German."""
        return title if _base(self.language) == "de" else in_sentence(title)

    def labelled(self, label: str, text: str) -> str:
        """Return a text with a label before it, both in the language already: "Now: …"."""
        return self.say("{label}: {text}", label=label, text=text)


ENGLISH = Phrases("en", _NOTHING)


def _base(language: str) -> str:
    return language.replace("_", "-").split("-")[0].lower()


@cache
def phrases_of(language: str) -> Phrases:
    """Return the words of a language (BCP 47, "" for none); English words if it is not known."""
    base = _base(language)
    if base in ("", "en") or base not in (listed := _resource())["marks"]:
        return Phrases(language, _NOTHING)
    known = {
        english: tuple(others[base]) if isinstance(others[base], list) else others[base]
        for english, others in listed["phrases"].items()
        if base in others
    }
    tag = language.replace("_", "-").lower()
    thousands, decimals = listed["marks"].get(tag, listed["marks"][base])
    days = listed["days"].get(tag, listed["days"][base])
    return Phrases(language, known, (thousands, decimals), days)


@cache
def _resource() -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = word_list("phrases")
    return found
