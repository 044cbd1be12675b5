"""Read a job title: which words are its rank, and which are its job."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from laddereditor.compare.titles.title_words import Keys, TitleWords, folded_word, words_in

_MAX_LETTERS = 300  # of a title that is read; what is longer is not a title
# “(m/w/d)”, “m/f/x”, “(H/F)”, “(all genders)”: whom an advertisement addresses.
_ADDRESSED = re.compile(
    r"[(\[]\s*(?:[a-z*]\s*[/|,.]\s*)+[a-z*]\s*[)\]]|\b[mwfdh]/[mwfdhix](?:/[mwfdix])?\b"
    r"|[(\[]\s*(?:all genders|alle geschlechter|gn|divers)\s*[)\]]",
    re.IGNORECASE,
)
# “Entwickler/in”, “Entwickler:innen”, “ingénieur(e)”, “ingeniero/a”: one job for all.
_FOR_BOTH = re.compile(
    r"(?<=[^\W\d_]{3})(?:[/:*_·]-?|\(-?)(?:innen|in|e|a|o|ne|trice|euse|ère|se|r)\b\)?",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")  # “V.P.”
_PARTS = re.compile(r"\s+[-–—/|]\s+|\s*[–—;|()\[\],:]\s*|\s+[-–—]|[-–—]\s+")
_SLASH = re.compile(r"(?<=\w)/(?=\w)")
_ROMAN = {
    text: number
    for number, text in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"), 1)
}
_MAX_STEPS = 20
_MAX_KNOWN = 2_000  # texts of departments that are kept


@dataclass(frozen=True, slots=True)
class TitlePart:
    """The words of a job between two signs such as a comma or a bracket."""

    words: tuple[str, ...]  # as they are written
    number: str = ""  # at its end, such as the 3 of “Hall 3”: a rank if the words are of the job


@dataclass(frozen=True)
class ReadTitle:
    """A title taken apart."""

    parts: tuple[TitlePart, ...]  # those with words other than ranks
    ranks: Mapping[str, str]  # the name of each rank -> the words that it was written with
    codes: Mapping[str, str]  # the id of each level that is in the title -> how it was written

    @cached_property
    def rank_names(self) -> frozenset[str]:
        """The names of its ranks; a number is a rank too, such as `3`."""
        return frozenset(self.ranks)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """All words of the job, as they are written."""
        return tuple(word for part in self.parts for word in part.words)


class TitleReader:
    """Reads titles with the words of a language and the codes of a ladder's levels."""

    def __init__(self, words: TitleWords, codes: Mapping[str, str]) -> None:
        """Make a reader.

        Args:
            words: The words of the ladder's language.
            codes: The ids of levels by how they are compared, see `folded_word`.
        """
        self.words = words
        self._codes = codes
        self._known: dict[str, tuple[ReadTitle, ...]] = {}

    def read(self, title: str) -> tuple[ReadTitle, ...]:
        """Return a title taken apart, once for each way to read its slashes.

        “AI/ML Engineer” is read as a title with both words, and with each of them. The first
        reading has all words.
        """
        plain = cleaned(title)
        return tuple(self._read(text) for text in dict.fromkeys(slash_readings(plain)))

    def read_again(self, text: str) -> tuple[ReadTitle, ...]:
        """Return what `read` does, for a text that many rows have, such as a department."""
        known = self._known.get(text)
        if known is None:
            known = self.read(text)
            if len(self._known) < _MAX_KNOWN:
                self._known[text] = known
        return known

    def _read(self, text: str) -> ReadTitle:
        ranks: dict[str, str] = {}
        codes: dict[str, str] = {}
        parts: list[TitlePart] = []
        for part in _PARTS.split(text):
            its_ranks: dict[str, str] = {}
            words = self._without_ranks(words_in(part), its_ranks, codes)
            numbers = [rank for rank in its_ranks if rank.isdigit()]
            if words and parts and numbers:
                parts.append(TitlePart(tuple(words), numbers[0]))
                del its_ranks[numbers[0]]
            elif words:
                parts.append(TitlePart(tuple(words)))
            ranks |= {rank: text for rank, text in its_ranks.items() if rank not in ranks}
        return ReadTitle(tuple(parts), ranks, codes)

    def _without_ranks(
        self, words: Sequence[str], ranks: dict[str, str], codes: dict[str, str]
    ) -> list[str]:
        """Return the words of a part that are not ranks; note the ranks and the codes."""
        keys = [self.words.key(word) for word in words]
        left: list[str] = []
        at = 0
        while at < len(words):
            length, rank = self._rank_at(keys, at)
            if rank:
                ranks.setdefault(rank, " ".join(words[at : at + length]))
            elif step := self._step_at(words, at):
                length, number = step
                ranks.setdefault(number, words[at + length - 1])
            elif code := self._code_at(words, at):
                length, level = code
                codes.setdefault(level, words[at + length - 1])
            elif folded_word(words[at]) in self.words.linking:
                length = 1
            else:
                length = 1
                left.append(self._without_rank_ending(words[at], ranks))
            at += length
        return left

    def _rank_at(self, keys: Sequence[str], at: int) -> tuple[int, str]:
        for length in range(min(self.words.longest_rank, len(keys) - at), 0, -1):
            rank = self.words.ranks.get(tuple(keys[at : at + length]))
            if rank:
                return length, rank
        return 0, ""

    def _step_at(self, words: Sequence[str], at: int) -> tuple[int, str] | None:
        """Return the length and the number of `III` or `Level 3`; a number alone is at the end."""
        if folded_word(words[at]) in self.words.step and at + 1 < len(words):
            number = _number(words[at + 1])
            return (2, number) if number else None
        number = _number(words[at])
        return (1, number) if number and at == len(words) - 1 else None

    def _code_at(self, words: Sequence[str], at: int) -> tuple[int, str] | None:
        length = 2 if folded_word(words[at]) in self.words.step and at + 1 < len(words) else 1
        level = self._codes.get(folded_word(words[at + length - 1]))
        return (length, level) if level else None

    def _without_rank_ending(self, word: str, ranks: dict[str, str]) -> str:
        """Return `Personal` of `Personalleiter`, and note the rank."""
        if not self.words.has_compounds:
            return word
        key = self.words.key(word)
        for (*others, last), rank in self.words.ranks.items():
            if not others and len(last) > 3 and key.endswith(last) and len(key) > len(last) + 3:
                ranks.setdefault(rank, word)
                return word[: len(key) - len(last)] if key[0] == folded_word(word)[0] else word
        return word


def cleaned(title: str) -> str:
    """Return a title without what says whom it addresses, and with plain signs."""
    plain = unicodedata.normalize("NFKC", title[:_MAX_LETTERS])
    plain = _ADDRESSED.sub(" ", plain)
    plain = _FOR_BOTH.sub("", plain)
    return _INITIALS.sub(lambda found: found[0].replace(".", "") + " ", plain)


def slash_readings(text: str) -> list[str]:
    """Return a text with all words of its slashes, then with the first ones, the second ones …."""
    words = text.split(" ")
    most = max(len(_SLASH.split(word)) for word in words)
    if most == 1:
        return [text]
    readings = [_SLASH.sub(" ", text)]
    for place in range(most):
        chosen = [_SLASH.split(word) for word in words]
        readings.append(" ".join(parts[min(place, len(parts) - 1)] for parts in chosen))
    return readings


def _number(word: str) -> str:
    folded = word.casefold()
    if folded in _ROMAN:
        return str(_ROMAN[folded])
    if folded.isascii() and folded.isdigit() and len(folded) <= 2:
        number = int(folded)
        return str(number) if 0 < number <= _MAX_STEPS else ""
    return ""


def keys_of(words: TitleWords, texts: Sequence[str]) -> Keys:
    """Return words as they are compared."""
    return tuple(words.key(word) for word in texts)
