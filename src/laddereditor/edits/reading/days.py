"""Days as people write them; what can mean two days is refused."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from laddereditor.assets import word_list
from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.edits.reading.signs import plain_signs
from laddereditor.model.folding import folded

_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{2})\2([0-9]{2})\.?")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.]) ?([0-9]{1,2})\2 ?([0-9]{4})")
# “1 March 2027”, “1. März 2027”, “1er mars 2027”, “1 de marzo de 2027”; “March 1st, 2027”.
_DAY_THEN_NAME = re.compile(
    r"([0-9]{1,2})(?:\.|st|nd|rd|th|er|º|°)?[ -]?(?:(?:de|of) )?"
    r"([^\W\d_]+)[.,]?[ -](?:de )?([0-9]{4})",
    re.IGNORECASE,
)
_NAME_THEN_DAY = re.compile(
    r"([^\W\d_]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})", re.IGNORECASE
)
_NOT_YET = "Not a date yet: write year, month and day, such as 2026-12-01."
# Where the month is written first, and where the day is, between slashes (Unicode CLDR).
_MONTH_FIRST = ("en-us", "en-ph", "es-us", "fil")
_DAY_FIRST = (
    "en-gb",
    "en-au",
    "en-nz",
    "en-ie",
    "en-in",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "da",
    "nb",
    "nn",
    "no",
    "el",
    "tr",
    "pl",
    "cs",
    "ro",
    "hr",
)


def read_day(text: str, conventions: Conventions = USUAL) -> date:
    """Return the day that a text names: `2026-12-01`, `2026/12/01`, `1.12.2026`, `31/12/2026`.

    Months may have their names, in seven languages: `1 December 2026`, `Dec 1, 2026`. Between
    slashes or hyphens the language, and the person's system, say if the month or the day is first.
    Raises ValueError with a sentence for people for what is not a day, and what could be
    two.
    """
    plain = plain_signs(text)
    if first := _YEAR_FIRST.fullmatch(plain):
        return _day(first[1], first[3], first[4], text)
    if last := _YEAR_LAST.fullmatch(plain):
        return _year_last(last, conventions, text)
    if named := _DAY_THEN_NAME.fullmatch(plain):
        return _named_day(named[3], named[2], named[1], text)
    if named := _NAME_THEN_DAY.fullmatch(plain):
        return _named_day(named[3], named[1], named[2], text)
    raise ValueError(_NOT_YET)


def _year_last(last: re.Match[str], conventions: Conventions, text: str) -> date:
    first, mark, second, year = last[1], last[2], last[3], last[4]
    if mark == "." or int(first) > 12 or first.lstrip("0") == second.lstrip("0"):
        return _day(year, second, first, text)
    possible = _possible_first(conventions)
    if int(second) > 12 or possible == {"month"}:
        return _day(year, first, second, text)
    if possible == {"day"}:
        return _day(year, second, first, text)
    one, two = f"{year}-{first:0>2}-{second:0>2}", f"{year}-{second:0>2}-{first:0>2}"
    raise ValueError(f"“{plain_signs(text)}” can be {one} or {two}: write one of these.")


def _possible_first(conventions: Conventions) -> set[str]:
    """Return what is first by the ladder's language and by the person's system."""
    possible = {str(conventions.locale.first)}
    possible |= {"month"} if _is_in(conventions.language, _MONTH_FIRST) else set()
    possible |= {"day"} if _is_in(conventions.language, _DAY_FIRST) else set()
    return possible - {""}


def _is_in(language: str, tags: tuple[str, ...]) -> bool:
    tag = language.strip().replace("_", "-").lower()
    return any(tag == known or tag.startswith(f"{known}-") for known in tags)


def _day(year: str, month: str, day: str, text: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise ValueError(
            f"There is no such date as {plain_signs(text)}: "
            "write year, month and day, such as 2026-12-01."
        ) from None


def _named_day(year: str, name: str, day: str, text: str) -> date:
    month = _months().get(folded(name))
    if month is None:
        raise ValueError(_NOT_YET)
    return _day(year, str(month), day, text)


@cache
def _months() -> Mapping[str, int]:
    """Return the number of each month by its names, without accents and capitals."""
    return {
        folded(name): number
        for months in word_list("months").values()
        for number, names in enumerate(months.split(), start=1)
        for name in names.split("/")
    }
