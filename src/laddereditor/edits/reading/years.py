"""Years of experience as people write them, read as a range with open ends."""

import re

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.edits.reading.numbers import read_number
from laddereditor.edits.reading.signs import plain_signs
from laddereditor.model.level import Experience

HOW = "write years as 3–5, 10+ or up to 2"
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b")
# English, German, French, Spanish, Italian, Portuguese, Dutch, Scandinavian, Polish.
_YEARS = (
    r"(?:years?|yrs?|y|jahren?|jahre|ans?|années?|años?|anni|anno|anos?|jaar|jaren|år|lata?|roku)"
)
_FILLER = re.compile(
    rf"\b{_YEARS}\b\.?'?"
    r"|\b(?:of )?(?:(?:relevant|related|professional|work|working|industry|typical) )*experience\b"
    r"|\b(?:typically|usually|about|approximately|approx|around|roughly|circa|ca)\b\.?|~"
)
_MONTHS = re.compile(r"\b(?:months?|mos?|monate?n?|mois|meses|mesi)\b\.?")
_N = r"([0-9]{1,2}(?:[.,][0-9]{1,2})?)"
_MORE = (
    r"(?:\+|or more|and more|or above|and above|plus|and up|or over|and over"
    r"|und mehr|oder mehr|et plus|ou plus|o más|y más|e più|ou mais|of meer|en meer)"
)
_LEAST = (
    r"(?:at least|min(?:imum)?\.?(?: of)?|more than|over|from|>=?|≥"
    r"|ab|mindestens|mind\.|plus de|au moins|al menos|más de|almeno|pelo menos|minstens)"
)
_MOST = (
    r"(?:up to|at most|max(?:imum)?\.?(?: of)?|less than|under|fewer than|no more than|<=?|≤"
    r"|bis(?: zu)?|höchstens|jusqu'à|au plus|hasta|fino a|até|tot|hoogstens)"
)
_RANGE = re.compile(
    rf"{_N} ?\+? ?(?:-|to|until|through|and|bis|à|a|hasta|tot|til|till|do) ?{_N}( ?{_MORE})?$"
)
_OPEN = re.compile(rf"{_N} ?{_MORE}$|{_LEAST} ?{_N} ?\+?$")
_CLOSED = re.compile(rf"{_MOST} ?{_N}$|{_N} (?:or less|or fewer|and below)$")
_SINGLE = re.compile(rf"{_N}$")
_NONE = re.compile(r"(?:none|no|not)(?: (?:required|needed|necessary|prior|previous))*$")


def read_years(text: str, conventions: Conventions = USUAL) -> Experience:
    """Return the range that a text means: `3–5 yrs`, `10+`, `up to 2`, `2,5`, `ab 3 Jahren`.

    A plus means that the range is open: `5–8+` is five years and more. Months become years. Raises
    ValueError in plain words, to follow “does not fit;”, for any other text.
    """
    plain = _plain(text)
    in_months = bool(_MONTHS.search(plain))
    if in_months and re.search(rf"\b{_YEARS}\b", plain):
        raise ValueError(HOW)
    plain = " ".join(_FILLER.sub(" ", _MONTHS.sub(" ", plain)).split()).strip(" .;")
    limits = _limits(re.sub(r"^between ", "", plain))
    low, high = (_years(limit, conventions, in_months=in_months) for limit in limits)
    if low is not None and high is not None and low > high:
        raise ValueError("the first number of a range of years is the smaller one")
    return Experience(min=low, max=high)


def _plain(text: str) -> str:
    plain = re.sub(r"[‐‑‒–—−－]", "-", plain_signs(text).casefold())
    plain = plain.replace("\uff0b", "+")
    return _NUMBER_WORD.sub(lambda match: str(_WORDS.index(match[1])), plain)


def _limits(plain: str) -> tuple[str, str]:
    """Return the least and the most years as written, "" for an open end."""
    if match := _RANGE.match(plain):
        return match[1], "" if match[3] else match[2]
    if match := _OPEN.match(plain):
        return match[1] or match[2], ""
    if match := _CLOSED.match(plain):
        return "", match[1] or match[2]
    if match := _SINGLE.match(plain):
        return match[1], match[1]
    if _NONE.match(plain):
        return "0", "0"
    raise ValueError(HOW)


def _years(limit: str, conventions: Conventions, *, in_months: bool) -> int | float | None:
    if not limit:
        return None
    number = read_number(limit, conventions) / (12 if in_months else 1)
    return int(number) if number == int(number) else round(number, 2)
