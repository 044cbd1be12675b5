"""Years of experience, as people write them, to a range."""

import re

from laddereditor.model.level import Experience

_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER_WORD = re.compile(rf"\b({'|'.join(_WORDS)})\b")
_FILLER = re.compile(
    r"\b(?:years?|yrs?|y)\b\.?['’]?"
    r"|\b(?:of )?(?:(?:relevant|related|professional|work|working|industry|typical) )*experience\b"
    r"|\b(?:typically|usually|about|approximately|approx|around|roughly|circa|ca)\b\.?|~"
)
_MONTHS = re.compile(r"\b(?:months?|mos?)\b\.?")
_N = r"(\d{1,2}(?:[.,]\d)?)"
_MORE = r"(?:\+|or more|and more|or above|and above|plus|and up|or over|and over)"
_LEAST = r"(?:at least|min(?:imum)?\.?(?: of)?|more than|over|from|>=?|≥)"
_MOST = r"(?:up to|at most|max(?:imum)?\.?(?: of)?|less than|under|fewer than|no more than|<=?|≤)"
_RANGE = re.compile(rf"{_N} ?\+? ?(?:-|to|until|through|and) ?{_N}( ?{_MORE})?$")
_OPEN = re.compile(rf"{_N} ?{_MORE}$|{_LEAST} ?{_N} ?\+?$")
_CLOSED = re.compile(rf"{_MOST} ?{_N}$|{_N} (?:or less|or fewer|and below)$")
_SINGLE = re.compile(rf"{_N}$")
_NONE = re.compile(r"(?:none|no|not)(?: (?:required|needed|necessary|prior|previous))*$")


def parse_experience(text: str) -> Experience | None:
    """Return the range that a text such as `3–5 yrs` or `10+` gives, or None.

    A plus means that the range is open: `5–8+` is five years and more.
    """
    plain = _plain(text)
    in_months = bool(_MONTHS.search(plain))
    if in_months and re.search(r"\b(?:years?|yrs?)\b", plain):
        return None
    plain = " ".join(_FILLER.sub(" ", _MONTHS.sub(" ", plain)).split()).strip(" .;")
    limits = _limits(re.sub(r"^between ", "", plain))
    if limits is None:
        return None
    low, high = (_years(limit, in_months=in_months) for limit in limits)
    if low is not None and high is not None and low > high:
        return None
    return Experience(min=low, max=high)


def _plain(text: str) -> str:
    plain = re.sub(r"[‐‑‒–—−]", "-", text.casefold())
    return _NUMBER_WORD.sub(lambda match: str(_WORDS.index(match[1])), plain)


def _limits(plain: str) -> tuple[str, str] | None:
    """Return the least and the most years as written, "" for an open end."""
    if match := _RANGE.match(plain):
        return match[1], "" if match[3] else match[2]
    if match := _OPEN.match(plain):
        return match[1] or match[2], ""
    if match := _CLOSED.match(plain):
        return "", match[1] or match[2]
    if match := _SINGLE.match(plain):
        return match[1], match[1]
    return ("0", "0") if _NONE.match(plain) else None


def _years(limit: str, *, in_months: bool) -> int | float | None:
    if not limit:
        return None
    number = float(limit.replace(",", ".")) / (12 if in_months else 1)
    return int(number) if number == int(number) else round(number, 2)
