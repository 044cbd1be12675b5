"""Codes that name a level: its id, its pay grade, and its codes in other schemes."""

from collections.abc import Iterator, Mapping

from laddereditor.compare.titles.title_words import folded_word
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level

LevelIds = tuple[str, ...]


def level_codes(ladder: Ladder) -> Mapping[str, LevelIds]:
    """Return the levels that each code may mean, by the code as `code_key` gives it."""
    found: dict[str, list[str]] = {}
    for level in ladder.levels:
        for code in _codes(level):
            levels = found.setdefault(code_key(code), [])
            if level.id not in levels:
                levels.append(level.id)
    return {code: tuple(levels) for code, levels in found.items()}


def codes_in_titles(ladder: Ladder) -> Mapping[str, str]:
    """Return the ids of levels that titles may have in them, such as the P4 of “P4 Engineer”."""
    ids = (level.id for level in ladder.levels)
    return {folded_word(one): one for one in ids if any(sign.isdigit() for sign in one)}


def code_key(code: str) -> str:
    """Return a code as it is compared."""
    return "".join(folded_word(code).split())


def _codes(level: Level) -> Iterator[str]:
    """Yield the codes of a level; codes of other schemes will be added here."""
    yield level.id
    if level.grade:
        yield level.grade
