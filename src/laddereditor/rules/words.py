"""Word lists: phrases that are found in texts at word boundaries, with where they are."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_SPACED = {code: " " for code in range(128) if not _WORD.fullmatch(chr(code))}


class TextSpan(NamedTuple):
    """A part of a text, in code points: where it begins, and where the next letter is."""

    start: int
    end: int


class ListedPhrase(NamedTuple):
    """One phrase of a list, as it is written there."""

    written: str
    is_exact: bool = False  # found only as it is written, and not in a text of capitals alone

    @property
    def bare(self) -> str:
        """The phrase without `^` and `$`, in lower case."""
        return self.written.removeprefix("^").removesuffix("$").strip().lower()

    @property
    def words(self) -> list[str]:
        """Its words in lower case."""
        return _WORD.findall(self.written.lower())

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds it in a text, in lower case unless it is exact."""
        return _pattern(self.written)


@lru_cache(maxsize=4096)  # a house list may hold 100,000 phrases, of which few are ever needed
def _pattern(written: str) -> re.Pattern[str]:
    """Return the pattern of a phrase.

    What must not be before the phrase is looked at behind it: Python finds a pattern that begins
    with plain letters many times faster.
    """
    plain = re.escape(written.removeprefix("^").removesuffix("$").strip())
    before = r"[\s\S]" if written.startswith("^") else r"\w"
    after = r"(?=\W*\Z)" if written.endswith("$") else r"(?!\w)"
    return re.compile(f"{plain}(?<!{before}{plain}){after}")


@dataclass(frozen=True)
class WordList:
    """Phrases that are found at word boundaries: longer ones before shorter ones."""

    phrases: tuple[ListedPhrase, ...]
    # By the word of each phrase that fewest others have, and that texts with it must have.
    by_word: Mapping[str, Sequence[ListedPhrase]] = field(compare=False)

    @classmethod
    def of(cls, phrases: Iterable[str], exact: Iterable[str] = ()) -> "WordList":
        """Return the list of some phrases.

        Args:
            phrases: Found ignoring case. One that begins with `^` is found only at the start of a
                text, one that ends with `$` only at its end.
            exact: Found only in the case that they are written in, as abbreviations are.
        """
        listed = {ListedPhrase(phrase.strip().lower()) for phrase in phrases}
        listed |= {ListedPhrase(phrase.strip(), is_exact=True) for phrase in exact}
        wanted = [one for one in listed if one.written.strip("^$ ")]
        found = tuple(sorted(wanted, key=lambda one: (-len(one.written), one)))
        times = Counter(word for one in found for word in one.words)
        by_word: dict[str, list[ListedPhrase]] = {}
        for each in found:
            rarest = min(each.words, key=lambda word: (times[word], -len(word)), default="")
            by_word.setdefault(rarest, []).append(each)
        return cls(found, by_word)

    def among(self, words: Set[str]) -> tuple[ListedPhrase, ...]:
        """Return the phrases that texts with these words, in lower case, may have; it is quick."""
        possible = self.by_word.keys() & {*words, ""}
        likely = [one for word in possible for one in self.by_word[word]]
        return tuple(sorted(likely, key=lambda one: (-len(one.written), one)))

    def spans(self, text: str) -> tuple[TextSpan, ...]:
        """Return where the phrases are in a text, from its start; of two at a place the longer."""
        return spans_of(self.among(words_of((text,))), text)

    def find(self, text: str) -> str:
        """Return the first phrase found in a text, as written there, or ""."""
        found = self.spans(text)
        return text[found[0].start : found[0].end] if found else ""


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of texts in lower case."""
    text = "\n".join(texts).lower()
    # Splitting is three times as quick as the pattern, which other letters than ASCII need.
    return frozenset(text.translate(_SPACED).split() if text.isascii() else _WORD.findall(text))


def spans_of(phrases: Iterable[ListedPhrase], text: str) -> tuple[TextSpan, ...]:
    """Return where phrases are in a text, from its start, without those inside others."""
    lowered, found = lower_in_place(text), list[TextSpan]()
    for phrase in phrases:
        if phrase.is_exact and text.isupper() and not phrase.pattern.fullmatch(text.strip()):
            continue
        found += map(_span, phrase.pattern.finditer(text if phrase.is_exact else lowered))
    return tuple(_apart(sorted(found, key=lambda span: (span.start, -span.end))))


def _span(match: re.Match[str]) -> TextSpan:
    return TextSpan(match.start(), match.end())


def _apart(spans: Iterable[TextSpan]) -> Iterator[TextSpan]:
    end = 0
    for span in spans:
        if span.start >= end:
            end = span.end
            yield span


def lower_in_place(text: str) -> str:
    """Return a text in lower case, every letter at its place."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    # A few letters, such as U+0130, are two in lower case.
    return "".join(lower if len(lower := letter.lower()) == 1 else letter for letter in text)
