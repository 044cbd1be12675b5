"""Read amounts of pay and ranges of them, as pages write them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.edits.reading.numbers import read_number
from laddereditor.edits.reading.signs import allows
from laddereditor.model.pay import PayRange

_SYMBOLS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR"}
CURRENCY = r"(?:US\$|[$€£¥₹]|[A-Z]{3})"
_AMOUNT = r"\d{1,3}(?:[.,'’ \u00a0\u2009\u202f]\d{2,3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
MONEY = rf"(?:{CURRENCY})?\s*(?:{_AMOUNT})\s*[kK]?(?:\s*(?:{CURRENCY}))?(?!\w)"
# Two or three amounts; the sign between them may be missing if each has the sign of a currency.
_SIGNED = rf"(?:US\$|[$€£¥₹])\s*(?:{_AMOUNT})\s*[kK]?"
_TO = r"\s*(?:-|–|—|·|\bto\b|\band\b)\s*"
RANGE = re.compile(
    rf"(?<![\w.,])(?:{_SIGNED}(?:\s*(?:{_SIGNED})){{1,2}}(?!\w)|(?:{MONEY})(?:{_TO}(?:{MONEY})){{1,2}})"
)
_MIN_A_YEAR = 1000  # our choice: no yearly pay is less, so “60–80” is not a range of pay
# Countries whose currency has a sign that it shares; elsewhere it is that of the United States.
_DOLLARS = {
    "canada": "CAD",
    "australia": "AUD",
    "new zealand": "NZD",
    "singapore": "SGD",
    "hong kong": "HKD",
    "mexico": "MXN",
}


def currency_of(text: str, market: str = "") -> str | None:
    """Return the code of the currency that a text with amounts names, "" for none.

    Args:
        text: The text.
        market: The market it is about, which decides what `$` stands for.

    Returns:
        The code; None if the text names several.
    """
    marks: set[str] = set(re.findall(CURRENCY, text))
    codes = {mark for mark in marks if mark.isalpha()}
    if len(codes) == 1 and all(allows(mark, next(iter(codes))) for mark in marks - codes):
        return next(iter(codes))
    of_market = {"$": _DOLLARS.get(market.casefold(), "USD")}
    found = {(_SYMBOLS | of_market).get(mark, mark) for mark in marks}
    return next(iter(found), "") if len(found) < 2 else None


def amounts_of(text: str, currency: str, conventions: Conventions = USUAL) -> list[int | float]:
    """Return the amounts in a text; with one `k` behind any, those below 1000 are thousands.

    Args:
        text: The text.
        currency: The code of its currency, "" for none.
        conventions: How numbers are written.

    Raises:
        ValueError: An amount can mean two numbers.
    """
    matches = re.findall(rf"({_AMOUNT})\s*([kK](?![A-Za-z]))?", text)
    in_thousands = any(k for _, k in matches)
    return [
        _amount(read_number(number, conventions, currency), thousands=bool(k) or in_thousands)
        for number, k in matches
    ]


def _amount(value: int | float, *, thousands: bool) -> int | float:
    times = value * 1000 if thousands and value < 1000 else value
    return int(times) if times == int(times) else times


def range_of(
    amounts: Sequence[int | float], currency: str, market: str, *, middle: bool = False
) -> PayRange | None:
    """Return a range from one to three rising amounts of a year, or None if it is not one.

    Args:
        amounts: The lowest and the highest, perhaps with the middle between; or one alone.
        currency: The code of their currency.
        market: Where the range holds.
        middle: Whether an amount alone is the middle of the range.
    """
    rising = all(low < high for low, high in pairwise(amounts))
    if not rising or not amounts or amounts[0] < _MIN_A_YEAR:
        return None
    if len(amounts) == 1:
        return PayRange(market=market, currency=currency, mid=amounts[0]) if middle else None
    mid = amounts[1] if len(amounts) == 3 else None
    return PayRange(market=market, currency=currency, min=amounts[0], mid=mid, max=amounts[-1])
