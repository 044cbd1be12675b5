"""Years of experience, or another number with a unit, read as a range with open ends."""

import re
from functools import cache
from typing import NamedTuple

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.edits.reading.numbers import read_number
from laddereditor.edits.reading.signs import plain_signs
from laddereditor.model.level import Experience
from laddereditor.model.spacing import single_spaced

YEARLY = "years"  # the unit whose words in other languages, and whose months, are known
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b")
# English, German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian, Polish.
_YEARS = (
    r"(?:years?|yrs?|y|jahren?|jahre|ans?|années?|años?|anni|anno|anos?|jaar|jaren|år|lata?|roku)"
)
_ABOUT = r"\b(?:typically|usually|about|approximately|approx|around|roughly|circa|ca)\b\.?|~"
_FILLER = re.compile(
    rf"\b{_YEARS}\b\.?'?"
    r"|\b(?:of )?(?:(?:relevant|related|professional|work|working|industry|typical) )*experience\b"
    rf"|{_ABOUT}"
)
_MONTHS = re.compile(r"\b(?:months?|mos?|monate?n?|mois|meses|mesi)\b\.?")
# A number in a range: of years, which are few, or of anything else.
_FEW = r"([0-9]{1,2}(?:[.,][0-9]{1,2})?)"
_MANY = r"([0-9](?:[0-9.,' ]*[0-9])?)"
_MORE = (
    r"(?:\+|or more|and more|or above|and above|plus|and up|or over|and over"
    r"|und mehr|oder mehr|et plus|ou plus|o más|y más|e più|ou mais|of meer|en meer)"
)
_MINIMUM = (
    r"(?:at least|min(?:imum)?\.?(?: of)?|more than|over|from|>=?|≥"
    r"|ab|mindestens|mind\.|plus de|au moins|al menos|más de|almeno|pelo menos|minstens)"
)
_MAXIMUM = (
    r"(?:up to|at most|max(?:imum)?\.?(?: of)?|less than|under|fewer than|no more than|<=?|≤"
    r"|bis(?: zu)?|höchstens|jusqu'à|au plus|hasta|fino a|até|tot|hoogstens)"
)
_NONE = re.compile(r"(?:none|no|not)(?: (?:required|needed|necessary|prior|previous))*$")


def how_to_write(unit: str = YEARLY) -> str:
    """Return how a range is written, to follow “does not fit;”."""
    return f"write {unit or 'the range'} as 3–5, 10+ or up to 2"


def read_years(text: str, conventions: Conventions = USUAL, unit: str = YEARLY) -> Experience:
    """Return the range that a text means: `3–5 yrs`, `10+`, `up to 2`, `2,5`, `ab 3 Jahren`.

    A plus means that the range is open: `5–8+` is five years and more. Months become years; of
    another unit than years, only its own name may be written behind the numbers.

    Args:
        text: The text as a person wrote it.
        conventions: How numbers are written.
        unit: What the numbers count, in the plural.

    Raises:
        ValueError: The text is another one. The message, in plain words, follows “does not fit;”.
    """
    plain = _plain(text)
    in_months = unit == YEARLY and bool(_MONTHS.search(plain))
    if in_months:
        if re.search(rf"\b{_YEARS}\b", plain):
            raise ValueError(how_to_write(unit))
        plain = _MONTHS.sub(" ", plain)
    limits = _limits(_bare(plain, unit), unit)
    low, high = (_years(limit, conventions, in_months=in_months) for limit in limits)
    if low is not None and high is not None and low > high:
        of_what = f" of {unit}" if unit else ""
        raise ValueError(f"the first number of a range{of_what} is the smaller one")
    return Experience(min=low, max=high)


def _bare(plain: str, unit: str) -> str:
    """Return a text without what says nothing about its numbers, none of which join by that."""
    marked = _filler(unit).sub("§", plain)
    apart = re.sub(r"(?<=[0-9])\s*§\s*(?=[0-9])", "|", marked)
    return single_spaced(apart.replace("§", " ")).strip(" .;")


@cache
def _filler(unit: str) -> re.Pattern[str]:
    """Return what may be written beside the numbers and says nothing more about them."""
    if unit == YEARLY:
        return _FILLER
    words = unit.casefold()
    named = rf"\b{re.escape(words.removesuffix('s'))}s?\b\.?|" if words else ""
    return re.compile(named + _ABOUT)


def _plain(text: str) -> str:
    plain = re.sub(r"[‐‑‒–—−－]", "-", plain_signs(text).casefold())
    plain = plain.replace("\uff0b", "+")
    return _NUMBER_WORD.sub(lambda match: str(_WORDS.index(match[1])), plain)


class _Patterns(NamedTuple):
    """How ranges are written."""

    range: re.Pattern[str]
    open: re.Pattern[str]
    closed: re.Pattern[str]
    single: re.Pattern[str]


@cache
def _patterns(number: str) -> _Patterns:
    """Return how ranges of numbers that match a pattern are written."""
    to = r"(?:-|to|until|through|and|bis|à|a|hasta|tot|til|till|do)"
    return _Patterns(
        re.compile(rf"{number} ?\+? ?{to} ?{number}( ?{_MORE})?$"),
        re.compile(rf"{number} ?{_MORE}$|{_MINIMUM} ?{number} ?\+?$"),
        re.compile(rf"{_MAXIMUM} ?{number}$|{number} (?:or less|or fewer|and below)$"),
        re.compile(rf"{number}$"),
    )


def _limits(text: str, unit: str) -> tuple[str, str]:
    """Return the least and the most as written, "" for an open end."""
    plain = re.sub(r"^between ", "", text)
    written = _patterns(_FEW if unit == YEARLY else _MANY)
    if match := written.range.match(plain):
        return match[1], "" if match[3] else match[2]
    if match := written.open.match(plain):
        return match[1] or match[2], ""
    if match := written.closed.match(plain):
        return "", match[1] or match[2]
    if match := written.single.match(plain):
        return match[1], match[1]
    if _NONE.match(plain):
        return "0", "0"
    raise ValueError(how_to_write(unit))


def _years(limit: str, conventions: Conventions, *, in_months: bool) -> int | float | None:
    if not limit:
        return None
    number = read_number(limit, conventions)
    if in_months:
        number = round(number / 12, 2)
    return int(number) if number == int(number) else number
