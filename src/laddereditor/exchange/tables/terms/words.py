"""The words of tables, in all languages of `resources/words/tables.yaml`."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from laddereditor.assets import word_list

KNOWN_TEXTS = 20_000  # texts of cells that are remembered, as one is looked at often
_LONGEST_STEP = 60  # characters of a word of a scale, with its number
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SPACES = re.compile(r"[\s_/]+")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_KEYS = frozenset({"id", "key", "uuid", "guid"})  # words that end the heads of keys
_SHORT = frozenset({"pay", "min", "mid", "max", "url", "soc"})  # words of heads, although short
_LANGUAGES = frozenset(
    {"en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "da", "no", "fi", "cs", "tr", "ru"}
    | {"ja", "ko", "zh", "vi"}
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@lru_cache(maxsize=KNOWN_TEXTS)
def word_key(text: str) -> str:
    """Return a text as it is compared with words: without case, signs at its ends, and brackets."""
    plain = re.sub(r"\s*[(\[].*?[)\]]", " ", text.casefold().replace("’", "'"))
    return _EDGES.sub("", _SPACES.sub(" ", plain)) or _EDGES.sub("", text.casefold())


def words_of(text: str) -> list[str]:
    """Return the words of a text, without case."""
    return _WORD.findall(text.casefold())


def word_places(text: str) -> list[tuple[int, int, str]]:
    """Return the words of a text, without case, with the places of their characters."""
    return [(one.start(), one.end(), one[0].casefold()) for one in _WORD.finditer(text)]


@dataclass(frozen=True)
class TableWords:
    """The words of all languages together."""

    heads: dict[str, tuple[str, ...]]  # word -> roles, those of most languages first
    steps: dict[str, int]  # word of a proficiency -> place on the scale, from 0
    level_words: frozenset[str]
    people: frozenset[str]
    totals: frozenset[str]
    plain_sheets: frozenset[str]
    old: frozenset[str]
    counterexamples: frozenset[str]
    nothing: frozenset[str]
    notes: frozenset[str]
    competencies: frozenset[str]
    plain_names: frozenset[str]
    person_heads: frozenset[str]
    importance: dict[str, str]  # word -> core, supporting or broad
    pay_parts: dict[str, str]  # word -> min, mid or max
    tracks: dict[str, bool]  # name of a track -> whether its people lead others


@cache
def table_words() -> TableWords:
    """Return the words of tables."""
    languages: list[dict[str, Any]] = list(word_list("tables").values())
    heads: dict[str, dict[str, int]] = {}
    steps: dict[str, int] = {}
    for one in languages:
        for role, words in one["heads"].items():
            for word in words:
                counts = heads.setdefault(word_key(word), {})
                counts[role] = counts.get(role, 0) + 1
        for place, words in enumerate(one["steps"]):
            for word in words:
                steps.setdefault(word_key(word), place)

    def choices(name: str) -> dict[str, str]:
        return {
            word_key(word): choice
            for one in languages
            for choice, words in one.get(name, {}).items()
            for word in words
        }

    tracks = {name: kind == "leading" for name, kind in choices("tracks").items()}

    def together(name: str) -> frozenset[str]:
        return frozenset(word.casefold() for one in languages for word in one.get(name, ()))

    named = heads.items()
    return TableWords(
        heads={word: tuple(sorted(found, key=lambda r: -found[r])) for word, found in named},
        steps=steps,
        level_words=together("level_words"),
        people=together("people"),
        totals=together("totals"),
        plain_sheets=together("plain_sheets"),
        old=together("old"),
        counterexamples=together("counterexamples"),
        nothing=together("nothing"),
        notes=together("notes"),
        competencies=together("competencies"),
        plain_names=together("plain_names"),
        person_heads=together("person_heads"),
        importance=choices("importance"),
        pay_parts=choices("pay_parts"),
        tracks=tracks,
    )


@lru_cache(maxsize=KNOWN_TEXTS)
def head_role(text: str) -> str:
    """Return the role that the head of a column or row names, "" for none.

    A whole text that is a word decides; else the longest word that it begins or ends with. Heads as
    databases write them count too: `RoleName`, `skill_id`, `factor_name_en`.
    """
    words = _head_words(text)
    whole = " ".join(words)
    known = table_words().heads
    for key in (word_key(text), whole, whole.removesuffix("s"), *_of_name(words)):
        if key in known:
            return known[key][0]
    if not 1 < len(words) <= 6:
        return ""
    if words[-1] in _KEYS:
        return "id"
    for size in range(min(4, len(words) - 1), 0, -1):
        for part in (" ".join(words[-size:]), " ".join(words[:size])):
            if part in known and (size > 1 or len(part) > 3 or part in _SHORT):
                return known[part][0]
    return ""


def _head_words(text: str) -> list[str]:
    """Return the words of a head, without the language at the end of a name such as `name_en`."""
    words = word_key(_HUMPS.sub(" ", text) if " " not in text else text).split()
    is_name = "_" in text and len(words) > 2
    return words[:-1] if is_name and words[-1] in _LANGUAGES else words


def _of_name(words: Sequence[str]) -> tuple[str, ...]:
    """Return what a head such as `skill name` or `level title` is the name of."""
    is_name = len(words) > 1 and words[-1] in ("name", "title", "label")
    return (" ".join(words[:-1]),) if is_name else ()


def step_place(text: str) -> int | None:
    """Return where a word is on a scale of proficiencies, from 0, None for another text."""
    if len(text) > _LONGEST_STEP:
        return None
    key = word_key(re.sub(r"^\s*\(?\d{1,2}\)?\s*[-–—.:=)]\s*", "", text))
    return table_words().steps.get(key)


def importance_word(text: str) -> str:
    """Return the importance of a skill that a text names: core, supporting, broad, or ""."""
    return table_words().importance.get(word_key(text), "")


def pay_part(head: str) -> str:
    """Return the part of a range of pay that a head names: min, mid, max, or ""."""
    known = table_words().pay_parts
    return next((known[word] for word in word_key(head).split() if word in known), "")


def is_nothing(text: str) -> bool:
    """Return whether a cell says that there is nothing: `n/a`, `NC`, `-`."""
    return text.strip().casefold() in table_words().nothing


def is_total(text: str) -> bool:
    """Return whether a label is that of a sum."""
    return word_key(text) in table_words().totals


def is_about_people(text: str) -> bool:
    """Return whether a label is one of a list of employees or a form."""
    return word_key(text) in table_words().people


@lru_cache(maxsize=KNOWN_TEXTS)
def is_old_version(name: str) -> bool:
    """Return whether the name of a sheet says that it is an older version or a copy."""
    return _has_any(name, table_words().old)


@lru_cache(maxsize=KNOWN_TEXTS)
def is_counterexample(name: str) -> bool:
    """Return whether the name of a sheet or table says that people should not do what it says."""
    return _has_any(name, table_words().counterexamples)


def _has_any(name: str, phrases: Iterable[str]) -> bool:
    key = " ".join(words_of(name))
    return any(re.search(rf"\b{re.escape(' '.join(words_of(one)))}\b", key) for one in phrases)


def own_name(name: str) -> str:
    """Return what is special to the name of a sheet or file, "" for a name such as “Matrix 2”.

    Years, versions, and the words of `plain_sheets` at its start and end are taken off; inside a
    name they stay: `Sales ladder 2026` gives `Sales`.
    """
    plain = table_words().plain_sheets | table_words().old
    text = re.sub(r"[_]+|(?<=\w)-(?=\w)", " ", name) if " " not in name else name
    text = re.sub(
        r"\b(?:v|version|rev)\s*\d[\d.]*\b|\b\d[\d.]*\b|[()\[\]]", " ", text, flags=re.IGNORECASE
    )
    parts = [part for part in re.split(r"[\s–—:|,]+", text) if part.strip("-&")]

    def is_plain(word: str) -> bool:
        return word.casefold().strip("-.0123456789") in plain or not re.search(r"[^\W\d_]", word)

    while parts and is_plain(parts[-1]):
        parts.pop()
    while parts and is_plain(parts[0]):
        parts.pop(0)
    found = " ".join(parts)
    is_name = any(len(part) > 1 for part in parts)
    return found if is_name and found.casefold() not in table_words().plain_names else ""
