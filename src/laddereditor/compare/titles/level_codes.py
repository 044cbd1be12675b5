"""Codes that name a level: its id, its pay grade, and its codes in other schemes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from laddereditor.compare.titles.title_words import folded_word
from laddereditor.model.equivalents import schemes_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level


@dataclass(frozen=True, slots=True)
class CodedLevel:
    """A level that a code may mean."""

    level: str
    scheme: str  # "" for the ladder's own codes
    is_confirmed: bool  # somebody confirmed that the two are the same


LevelCodes = Mapping[str, tuple[CodedLevel, ...]]  # by the code as `code_key` gives it


def level_codes(ladder: Ladder) -> LevelCodes:
    """Return the levels that each code may mean."""
    found: dict[str, list[CodedLevel]] = {}
    for level in ladder.levels:
        for code, meaning in _codes(level):
            if code.strip():
                found.setdefault(code_key(code), []).append(meaning)
    return {code: tuple(dict.fromkeys(levels)) for code, levels in found.items()}


def coded_levels(codes: LevelCodes, code: str, scheme: str = "") -> tuple[CodedLevel, ...]:
    """Return the levels that a code of a list may mean.

    Args:
        codes: The codes of the ladder.
        code: The code, perhaps with the name of its scheme before it: `Radford P3`.
        scheme: The scheme that the list's heading names, "" for none: any may be meant.
    """
    found = codes.get(code_key(code), ())
    if scheme:
        return tuple(one for one in found if code_key(one.scheme) == code_key(scheme))
    return found


def scheme_in(heading: str, ladder: Ladder) -> str:
    """Return the scheme of the ladder that a heading names, "" for none: `Radford level`."""
    words = _words(heading)
    return next((name for name in schemes_of(ladder) if _words(name) in words), "")


def codes_in_titles(ladder: Ladder) -> Mapping[str, str]:
    """Return the ids of levels that titles may have in them, such as the P4 of “P4 Engineer”."""
    ids = (level.id for level in ladder.levels)
    return {folded_word(one): one for one in ids if any(sign.isdigit() for sign in one)}


def code_key(code: str) -> str:
    """Return a code as it is compared."""
    return "".join(folded_word(code).split())


def _words(text: str) -> str:
    """Return the words of a text, with a space before and behind each."""
    return f" {' '.join(folded_word(text).split())} "


def _codes(level: Level) -> Iterator[tuple[str, CodedLevel]]:
    own = CodedLevel(level.id, "", is_confirmed=True)
    yield level.id, own
    yield level.grade, own
    for one in level.equivalents:
        if one.code.strip():
            meaning = CodedLevel(level.id, one.scheme.strip(), one.confidence == "confirmed")
            yield one.code, meaning
            yield f"{one.scheme} {one.code}", meaning
