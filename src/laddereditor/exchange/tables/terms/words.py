"""The words of tables, in all languages of `resources/words/tables.yaml`."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from laddereditor.assets import word_list

KNOWN_TEXTS = 20_000  # texts of cells that are remembered, as one is looked at often
_LONGEST_STEP = 60  # characters of a word of a scale, with its number
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SPACES = re.compile(r"[\s_/]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@lru_cache(maxsize=KNOWN_TEXTS)
def word_key(text: str) -> str:
    """Return a text as it is compared with words: without case, signs at its ends, and brackets."""
    plain = re.sub(r"\s*[(\[].*?[)\]]", " ", text.casefold().replace("’", "'"))
    return _EDGES.sub("", _SPACES.sub(" ", plain)) or _EDGES.sub("", text.casefold())


def words_of(text: str) -> list[str]:
    """Return the words of a text, without case."""
    return _WORD.findall(text.casefold())


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
    nothing: frozenset[str]
    notes: frozenset[str]
    competencies: frozenset[str]
    plain_names: frozenset[str]
    person_heads: frozenset[str]


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

    def together(name: str) -> frozenset[str]:
        return frozenset(word.casefold() for one in languages for word in one.get(name, ()))

    return TableWords(
        {word: tuple(sorted(roles, key=lambda r: -roles[r])) for word, roles in heads.items()},
        steps,
        *(
            together(name)
            for name in (
                *("level_words", "people", "totals", "plain_sheets", "old", "nothing", "notes"),
                *("competencies", "plain_names", "person_heads"),
            )
        ),
    )


@lru_cache(maxsize=KNOWN_TEXTS)
def head_role(text: str) -> str:
    """Return the role that the head of a column or row names, "" for none.

    A whole text that is a word decides; else the longest word that it begins or ends with.
    """
    known = table_words().heads
    key = word_key(text)
    for whole in (key, key.removesuffix("s")):
        if whole in known:
            return known[whole][0]
    words = key.split()
    if not 1 < len(words) <= 6:
        return ""
    for size in range(min(4, len(words) - 1), 0, -1):
        for part in (" ".join(words[-size:]), " ".join(words[:size])):
            if part in known and (size > 1 or len(part) > 3):
                return known[part][0]
    return ""


def step_place(text: str) -> int | None:
    """Return where a word is on a scale of proficiencies, from 0, None for another text."""
    if len(text) > _LONGEST_STEP:
        return None
    key = word_key(re.sub(r"^\s*\(?\d{1,2}\)?\s*[-–—.:=)]\s*", "", text))
    return table_words().steps.get(key)


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
    key = " ".join(words_of(name))
    return any(re.search(rf"\b{re.escape(one)}\b", key) for one in table_words().old)


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
