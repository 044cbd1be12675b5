"""Read what a page says about pay: ranges, or why there are none."""

import re
from collections.abc import Sequence
from itertools import pairwise

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.edits.reading.numbers import read_number
from laddereditor.exchange.levelpage.import_log import ImportLog, Owner
from laddereditor.exchange.levelpage.lines import PageLine, has_words, paragraphs
from laddereditor.model.pay import Pay, PayRange

_SYMBOLS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
_CURRENCY = r"(?:US\$|[$€£¥₹]|[A-Z]{3})"
_AMOUNT = r"\d{1,3}(?:[.,'’ \u00a0\u2009\u202f]\d{2,3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
_MONEY = rf"(?:{_CURRENCY})?\s*(?:{_AMOUNT})\s*[kK]?(?:\s*(?:{_CURRENCY}))?(?!\w)"
_RANGE = re.compile(rf"(?<![\w.,])(?:{_MONEY})(?:\s*(?:-|–|—|\bto\b)\s*(?:{_MONEY})){{1,2}}")
_LINE = re.compile(
    rf"(?:(?P<market>[^\W\d][^:\d]{{0,38}}):\s*)?(?P<range>{_RANGE.pattern})"
    r"\s*(?:a year|per year|/\s*year|per annum|p\.a\.|annually)?\.?$"
)
_OTHER_PERIOD = re.compile(
    r"\b(?:an?|per) (?:hour|day|week|month)\b|\bhourly\b|/\s*(?:h|mo)|\bmonthly\b", re.IGNORECASE
)
_NOT_SHOWN = r"not (?:\w+ ){0,2}(?:published|disclosed|shared|shown)"
_STATUS = (
    ("recalibrating", r"recalibrat|return shortly|being (?:re\w+|updated)"),
    ("withheld", rf"withheld|confidential|undisclosed|{_NOT_SHOWN}"),
)
_LEAST_A_YEAR = 1000  # our choice: no yearly pay is less, so “60–80” is not a range of pay


def read_pay(
    lines: Sequence[PageLine], log: ImportLog, conventions: Conventions = USUAL
) -> Pay | None:
    """Return status, note and ranges; text other than a range stays in the note.

    Args:
        lines: The lines below the heading.
        log: Notes where each line goes, and which are not understood.
        conventions: How numbers are written. A currency that an amount names has precedence.

    Returns:
        The pay, or None if the lines hold none.
    """
    note: list[PageLine] = []
    ranges: list[PayRange] = []
    for line in lines:
        if not has_words(line.text):
            log.unread(line, "a line without words")
            continue
        found, whole = _ranges(line.text, log, conventions)
        for one in found:
            log.use(line, Owner.PROFILE, f"pay/ranges/{len(ranges)}")
            ranges.append(one)
        if not whole:
            log.use(line, Owner.PROFILE, "pay/note")
            note.append(line)
    if not note and not ranges:
        return None
    text = paragraphs(note)
    return Pay(status=_status(text, ranges), note=text, ranges=tuple(ranges))


def _status(note: str, ranges: Sequence[PayRange]) -> str:
    if ranges:
        return "published"
    return next((name for name, pattern in _STATUS if re.search(pattern, note, re.IGNORECASE)), "")


def _ranges(text: str, log: ImportLog, conventions: Conventions) -> tuple[list[PayRange], bool]:
    """Return the ranges of a line, and whether it holds nothing else."""
    if _OTHER_PERIOD.search(text):
        return [], False
    try:
        if matched := _LINE.match(text):
            found = _range(matched["range"], (matched["market"] or "").strip(), conventions)
            return ([found], True) if found else ([], False)
        candidates = [_range(match[0], "", conventions) for match in _RANGE.finditer(text)]
    except ValueError as error:
        log.note(f"The pay “{text[:60]}” is kept as a note, not as a range. {error}")
        return [], False
    return [one for one in candidates if one and one.currency], False


def _range(text: str, market: str, conventions: Conventions) -> PayRange | None:
    """Return the range of a text, or None if it is not one. Raises ValueError if ambiguous."""
    marks = re.findall(_CURRENCY, text)
    currencies = {_SYMBOLS.get(mark, mark) for mark in marks}
    matches = re.findall(rf"({_AMOUNT})\s*([kK])?", text)
    in_thousands = any(k for _, k in matches)
    if len(currencies) > 1:
        return None
    currency = next(iter(currencies), "")
    amounts = [
        _amount(read_number(number, conventions, currency), thousands=bool(k) or in_thousands)
        for number, k in matches
    ]
    rising = all(low < high for low, high in pairwise(amounts))
    if not rising or amounts[0] < _LEAST_A_YEAR:
        return None
    mid = amounts[1] if len(amounts) == 3 else None
    return PayRange(market=market, currency=currency, min=amounts[0], mid=mid, max=amounts[-1])


def _amount(value: int | float, *, thousands: bool) -> int | float:
    times = value * 1000 if thousands and value < 1000 else value
    return int(times) if times == int(times) else times
