"""Read texts that name a level: `IC3`, `Level 3: Senior`, `Senior Engineer (P3)`."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from laddereditor.assets import word_list
from laddereditor.exchange.tables.terms.words import (
    step_place,
    table_words,
    word_key,
    word_places,
    words_of,
)
from laddereditor.model.spacing import single_spaced

_MOST_WORDS = 6  # of a name with a number behind it; longer texts are sentences
LONGEST = 60  # characters of a head
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
}
_CODE = r"(?P<letters>[A-Z][A-Za-z]{0,8})[ .-]?(?P<number>\d{1,2})(?P<more>[a-z+]?)"
_CODE_ALONE = re.compile(rf"{_CODE}$")
_CODE_BEFORE = re.compile(rf"{_CODE}(?:\s*[-–—:|/·.]|\s+\(|\s)\s*(?P<name>[^\W\d].*)$", re.DOTALL)
_CODE_BEHIND = re.compile(rf"(?P<name>\D.*?)\s*(?:[-–—:|/,·]|\n|\()\s*{_CODE}\)?$", re.DOTALL)
# “E1, ~ 2 years”: the years that belong to a level, behind its code.
_CODE_AND_YEARS = re.compile(rf"{_CODE}\s*[,~(–-]+\s*(?P<name>~?\s*\d.*)$", re.DOTALL)
_PART = re.compile(rf"{_CODE}-(?P<name>[A-Z])$")  # “C4-S” and “C4-M” are two levels
_NUMBER_ALONE = re.compile(r"(?P<number>\d{1,2})$")
_NUMBER_BEFORE = re.compile(r"(?P<number>\d{1,2})\s*[-–—:.)]\s*(?P<name>[^\W\d].*)$", re.DOTALL)
_ROMAN_BEHIND = re.compile(r"(?P<name>.*\S)\s+(?P<roman>[IVX]{1,4}|\d{1,2})$")


@dataclass(frozen=True, slots=True)
class LevelHead:
    """A text that may name a level.

    Attributes:
        text: The text in one line.
        code: A code such as “P3”, "" for none.
        name: What it says apart from the code.
        number: The number in it, None for none.
        rank: The place of its rank word among all ranks, None for none.
        leads: Whether the rank is one of people who lead others.
        sure: How surely it names a level, from 0 to 1.
    """

    text: str
    code: str = ""
    name: str = ""
    number: int | None = None
    rank: int | None = None
    leads: bool = False
    sure: float = 0.0


@cache
def _ranks() -> dict[str, tuple[int, bool]]:
    """Return the rank words of all languages with their places, and whether they lead others."""
    languages = word_list("titles")
    order = {name: place for place, name in enumerate(languages["en"]["ranks"])}
    found: dict[str, tuple[int, bool]] = {}
    for words in languages.values():
        leading = set(words.get("leading", ()))
        for name, forms in words.get("ranks", {}).items():
            place = order.get(name, order.get(name.rsplit(" ", 1)[-1], len(order)))
            for form in forms:
                found.setdefault(form, (place, name in leading))
    return found


@lru_cache(maxsize=1 << 14)  # each cell is asked about for several readings
def head_line(text: str) -> str:
    """Return the name in a head: its text in one line, of a long one its first line; or ""."""
    whole = single_spaced(text)
    if len(whole) <= LONGEST:
        return whole
    first = single_spaced(text.strip().split("\n")[0])
    return first if len(first) <= LONGEST else ""


@cache
def level_head(text: str) -> LevelHead:
    """Return what a text says as the name of a level; `sure` is 0 if it says nothing."""
    line = single_spaced(text)
    if not line or len(line) > LONGEST:
        return LevelHead(line)
    found = _with_code(text.strip()) or _with_number(line)
    rank, leads = _rank_in(line)
    if found:
        return LevelHead(
            line, *found[:2], found[2], rank, leads, max(found[3], 0.9 * (rank is not None))
        )
    if rank is not None:
        return LevelHead(line, "", line, None, rank, leads, 0.9)
    if step_place(line) is not None:
        return LevelHead(line, "", line, None, None, False, 0.6)
    return LevelHead(line, "", line)


def _with_code(text: str) -> tuple[str, str, int | None, float] | None:
    if match := _PART.match(text):
        return "", text, int(match["number"]), 0.95
    for pattern in (_CODE_ALONE, _CODE_BEFORE, _CODE_BEHIND, _CODE_AND_YEARS):
        match = pattern.match(text)
        if not match:
            continue
        letters, number = match["letters"], int(match["number"])
        name = single_spaced(match.groupdict().get("name", "")).strip("() ")
        if letters.casefold() in table_words().level_words:
            whole = f"{letters} {match['number']}"
            return "", single_spaced(text) if name else whole, number, 0.95
        if letters.isupper():
            return (
                f"{letters}{number}{match['more']}",
                name,
                number,
                0.95 if len(letters) < 4 else 0.7,
            )
    return None


def _with_number(line: str) -> tuple[str, str, int | None, float] | None:
    if match := _NUMBER_ALONE.match(line):
        return "", line, int(match["number"]), 0.3
    if match := _NUMBER_BEFORE.match(line):
        return "", line, int(match["number"]), 0.6
    words = line.casefold().split()
    if len(words) == 2 and words[0] in table_words().level_words:
        number = _ROMAN.get(words[1])
        return ("", line, number, 0.9) if number else None
    if len(words) <= _MOST_WORDS and (match := _ROMAN_BEHIND.match(line)):
        number = _ROMAN.get(match["roman"].casefold()) or int(match["roman"])
        before = match["name"].casefold().split()[-1]
        return "", line, number, 0.95 if before in table_words().level_words else 0.7
    return None


def _rank_in(line: str) -> tuple[int | None, bool]:
    """Return the place of the highest rank word in a text, and whether that one leads others."""
    words = words_of(line.replace("-", " "))
    if len(words) > 7:
        return None, False
    found = [_ranks()[" ".join(words[start:end])] for start, end in _rank_words(words)]
    return max(found) if found else (None, False)


def _rank_words(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return where rank words begin and end among words; longer ones first."""
    known = _ranks()
    found = []
    at = 0
    while at < len(words):
        sizes = (size for size in (3, 2, 1) if at + size <= len(words))
        size = next((n for n in sizes if " ".join(words[at : at + n]) in known), 0)
        if size:
            found.append((at, at + size))
        at += size or 1
    return found


def grade_spans(text: str) -> list[tuple[int, int]]:
    """Return where words such as “Senior” begin and end in a title, as places of its characters.

    Ranks of people who lead others are other jobs: a manager's title keeps “Manager”.
    """
    places = word_places(text.replace("-", " "))
    words = [word for _, _, word in places]
    return [
        (places[start][0], places[end - 1][1])
        for start, end in _rank_words(words)
        if not _ranks()[" ".join(words[start:end])][1]
    ]


def plain_rank() -> int:
    """Return the place of a level without a rank word, such as “Engineer”, among the ranks."""
    return _ranks()["mid level"][0]


def series_strength(texts: Sequence[str]) -> float:
    """Return how surely the texts are heads of the levels of one series, from 0 to 1.

    Heads that differ in a number or code, and heads with ranks, are a series. A head without a
    rank belongs to it if it shares a word with another one (“Engineer” with “Senior Engineer”).
    """
    return _strength(tuple(texts))


@lru_cache(maxsize=1 << 14)
def _strength(texts: tuple[str, ...]) -> float:
    heads = [level_head(text) for text in texts]
    if len({word_key(one.text) for one in heads}) < len(heads) or len(heads) < 2:
        return 0.0
    if 0 < sum(one.text.isdigit() for one in heads) < len(heads):
        return 0.0
    if sum(bool(one.code) for one in heads) == 1:
        return 0.0  # a code beside the name of its level, in a row for that level
    sure = [one.sure for one in heads]
    shared = _shared(texts)
    for at, one in enumerate(heads):
        if not one.sure and shared[at]:
            sure[at] = 0.7
    numbers = [one.number for one in heads]
    if all(number is not None for number in numbers) and max(sure) <= 0.6:
        steps = {b - a for a, b in itertools.pairwise(numbers) if a is not None and b is not None}
        sure = [0.5] * len(sure) if steps in ({1}, {-1}) else [0.0] * len(sure)
    return sum(sure) / len(sure)


def _shared(texts: Sequence[str]) -> list[bool]:
    """Return for each text whether it has a word in common with one that has a rank."""
    ranked = [set(words_of(text)) for text in texts if level_head(text).rank is not None]
    return [any(set(words_of(text)) & other for other in ranked) for text in texts]


def are_all_levels(texts: Sequence[str]) -> bool:
    """Return whether each text names a level, or shares a word with one that has a rank."""
    pairs = zip(texts, _shared(texts), strict=True)
    return all(level_head(text).sure or shared for text, shared in pairs)


def are_codes(texts: Sequence[str]) -> bool:
    """Return whether each text has the code of a level, so that other codes are other levels."""
    return all(level_head(text).code for text in texts)


def rising(heads: Sequence[LevelHead]) -> int:
    """Return 1 if levels rise from first to last, -1 if they fall, 0 if their words do not say."""
    for values in ([one.number for one in heads], [one.rank for one in heads]):
        known = [value for value in values if value is not None]
        if len(known) < 2:
            continue
        up = sum(b > a for a, b in itertools.pairwise(known))
        down = sum(b < a for a, b in itertools.pairwise(known))
        if up != down:
            return 1 if up > down else -1
    places = [place for one in heads if (place := step_place(one.text)) is not None]
    if len(places) > 1 and places[0] != places[-1]:
        return 1 if places[0] < places[-1] else -1
    return 0
