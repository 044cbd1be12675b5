"""Word lists: phrases that are found in texts at word boundaries, with where they are."""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

_WORD = re.compile(r"\w+")


class TextSpan(NamedTuple):
    """A part of a text, in code points: where it begins, and where the next letter is."""

    start: int
    end: int


class ListedPhrase(NamedTuple):
    """One phrase of a list, with what finds it."""

    pattern: re.Pattern[str]
    sure_word: str  # a word, in lower case, of every text that has the phrase; "" if it has none
    is_exact: bool = False  # found only as it is written, and not in a text of capitals alone

    @classmethod
    def of(cls, written: str, *, is_exact: bool = False) -> "ListedPhrase":
        """Return a phrase; with `^` it is found at the start of a text, with `$` at the end."""
        text = written.strip() if is_exact else written.strip().lower()
        bare = text.removeprefix("^").removesuffix("$").strip()
        # What must not be before the phrase is looked at behind it: Python finds a pattern that
        # begins with plain letters many times faster.
        before = r"[\s\S]" if text.startswith("^") else r"\w"
        after = r"(?=\W*\Z)" if text.endswith("$") else r"(?!\w)"
        plain = re.escape(bare)
        sure = max(_WORD.findall(bare.lower()), key=len, default="")
        return cls(re.compile(f"{plain}(?<!{before}{plain}){after}"), sure, is_exact)


@dataclass(frozen=True)
class WordList:
    """Phrases that are found at word boundaries: longer ones before shorter ones."""

    phrases: tuple[ListedPhrase, ...]
    by_word: Mapping[str, tuple[ListedPhrase, ...]] = field(compare=False)

    @classmethod
    def of(cls, phrases: Iterable[str], exact: Iterable[str] = ()) -> "WordList":
        """Return the list of some phrases.

        Args:
            phrases: Found ignoring case. One that begins with `^` is found only at the start of a
                text, one that ends with `$` only at its end.
            exact: Found only in the case that they are written in, as abbreviations are.
        """
        listed = {(phrase.strip().lower(), False) for phrase in phrases}
        listed |= {(phrase.strip(), True) for phrase in exact}
        wanted = [one for one in listed if one[0].strip("^$ ")]
        longest_first = sorted(wanted, key=lambda one: (-len(one[0]), one))
        found = tuple(ListedPhrase.of(text, is_exact=is_exact) for text, is_exact in longest_first)
        by_word: dict[str, tuple[ListedPhrase, ...]] = {}
        for each in found:
            by_word[each.sure_word] = (*by_word.get(each.sure_word, ()), each)
        return cls(found, by_word)

    def among(self, words: Set[str]) -> tuple[ListedPhrase, ...]:
        """Return the phrases that texts with these words, in lower case, may have; it is quick."""
        possible = self.by_word.keys() & words
        if not possible:
            return self.by_word.get("", ())
        likely = {id(one) for word in (*possible, "") for one in self.by_word.get(word, ())}
        return tuple(one for one in self.phrases if id(one) in likely)

    def spans(self, text: str) -> tuple[TextSpan, ...]:
        """Return where the phrases are in a text, from its start; of two at a place the longer."""
        return spans_of(self.among(words_of((text,))), text)

    def find(self, text: str) -> str:
        """Return the first phrase found in a text, as written there, or ""."""
        found = self.spans(text)
        return text[found[0].start : found[0].end] if found else ""


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of texts in lower case."""
    return frozenset(_WORD.findall("\n".join(texts).lower()))


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
