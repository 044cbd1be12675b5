"""Load the words by which a rewording is judged, from `resources/words/effects.yaml`."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from laddereditor.assets import word_list
from laddereditor.compare.diff.wording.effect_words import GAP, JudgingWords, ScaleStep, stem_of

Stem = Callable[[str], str]
Synonyms = tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]
_NOTHING: Mapping[str, Any] = {}
_LISTS = (
    "fillers", "turns", "negations", "examples", "more", "purpose", "narrow", "wide", "at_most",
    "least", "limits", "pronouns", "articles", "ones", "inflections", "can",
)  # fmt: skip


@cache
def judging_words(language: str) -> JudgingWords:
    """Return the words of a language such as `en` or `de-CH`; English by default."""
    known: Mapping[str, Any] = _all().get((language or "en").split("-")[0].lower(), _NOTHING)
    scales = known.get("scales", ())
    endings = tuple(sorted(known.get("endings", ()), key=lambda each: -len(each)))
    irregular = known.get("irregular", _NOTHING)

    def stem(word: str) -> str:
        return stem_of(word, endings, irregular)

    steps = _steps(scales)
    groups, synonyms = _groups(known.get("same", ()), stem)
    return JudgingWords(
        tuple(entry["name"] for entry in scales),
        tuple(entry.get("unsaid") for entry in scales),
        0,
        steps,
        _verbs(known.get("verbs", ()), stem),
        groups,
        synonyms,
        frozenset(stem(word.casefold()) for word in known.get("persons", ())),
        frozenset(stem(word.casefold()) for word in known.get("needs", ())),
        _lists(known),
        {word: str(number) for word, number in known.get("numbers", _NOTHING).items()},
        irregular,
        endings,
        _any_of(steps),
        _any_of(known.get("nothing", ())),
        _any_of(known.get("ability", ())),
    )


def _steps(scales: Iterable[Mapping[str, Any]]) -> dict[str, ScaleStep]:
    return {
        phrase.casefold(): (scale, step)
        for scale, entry in enumerate(scales)
        for step, phrases in enumerate(entry["steps"])
        for phrase in phrases
    }


def _lists(known: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    listed = {name: frozenset(map(str.casefold, known.get(name, ()))) for name in _LISTS}
    nothing = frozenset(word.casefold() for word in known.get("nothing", ()) if " " not in word)
    listed["skipped"] = listed["fillers"] | listed["pronouns"] | nothing
    return listed


def _groups(entries: Iterable[Iterable[str]], stem: Stem) -> tuple[dict[str, set[int]], Synonyms]:
    """Return the groups of single words, and the word that stands for each longer phrase."""
    groups: dict[str, set[int]] = {}
    phrases = {}
    for number, entry in enumerate(entries):
        mark = _mark(number)
        groups.setdefault(mark, set()).add(number)
        for each in map(str.casefold, entry):
            if " " in each or "-" in each:
                phrases[each] = mark
            else:
                groups.setdefault(each, set()).add(number)
                groups.setdefault(stem(each), set()).add(number)
    apart = {each: mark for each, mark in phrases.items() if GAP in each}
    connected = {each: mark for each, mark in phrases.items() if GAP not in each}
    patterns = [(_pattern(each), {"": mark}) for each, mark in apart.items()]
    return groups, ((_any_of(connected), connected), *patterns)


def _mark(number: int) -> str:
    """Return the word that stands for a group; two of them never look like forms of one word."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    first, rest = divmod(number, len(letters) ** 2)
    return "".join(letters[each] for each in (first, *divmod(rest, len(letters)))) + "qqqq"


def _verbs(steps: Iterable[Iterable[str]], stem: Stem) -> tuple[tuple[re.Pattern[str], int], ...]:
    found = [(phrase.casefold(), step) for step, phrases in enumerate(steps) for phrase in phrases]
    found.sort(key=lambda each: (-len(each[0].split()), -len(each[0])))
    return tuple((_verb_pattern(phrase, stem), step) for phrase, step in found)


def _verb_pattern(phrase: str, stem: Stem) -> re.Pattern[str]:
    """Return the pattern of a verb in any form, with the words between its halves as a group."""
    first, *rest = phrase.split()
    root = stem(first)
    pieces = [
        rf"\s*{re.escape(root)}\w{{0,{len(first) - len(root) + 2}}}"
        if len(root) >= 3
        else rf"\s*{re.escape(first)}"
    ]
    pieces += [r"\b(.*)" if word == GAP else rf"\s+{re.escape(word)}" for word in rest]
    return re.compile("".join(pieces) + r"(?!\w)")


def _pattern(phrase: str) -> re.Pattern[str]:
    middle = r"\b(.*)\b".join(re.escape(part.strip()) for part in phrase.split(GAP))
    return re.compile(rf"(?<![\w-]){middle}(?![\w-])")


@cache
def _all() -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = word_list("effects")
    return found


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted((phrase.casefold() for phrase in phrases), key=lambda p: (-len(p), p))
    choice = "|".join(map(re.escape, longest_first)) or "(?!)"
    return re.compile(rf"(?<![\w-])(?:{choice})(?![\w-])")
