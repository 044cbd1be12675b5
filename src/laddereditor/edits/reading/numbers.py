"""The one reader of numbers as people write them; what can mean two things is refused."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.edits.reading.conventions import (
    USUAL,
    Conventions,
    is_thousands,
    thousands_marks,
)
from laddereditor.edits.reading.signs import (
    APOSTROPHE,
    CURRENCY_OF,
    SHARED_SIGNS,
    SPACE,
    allows,
    plain_signs,
)
from laddereditor.model.spacing import single_spaced

_MAX_DIGITS = 15  # more are not kept exactly by a file's numbers (IEEE 754 doubles)
_GROUPS = rf"[{SPACE}{APOSTROPHE}]"
_THREES = r"[0-9]{{1,3}}(?P<mark>{mark})[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*"
_INDIAN = r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}"  # 12,34,567
_PART = r"(?:(?P<point>{point})(?P<part>[0-9]+))?"
_GROUPED = tuple(
    re.compile(f"(?P<whole>{whole})" + _PART.format(point=point))
    for whole, point in (
        (_THREES.format(mark=_GROUPS), "[.,]"),
        (_THREES.format(mark=","), "[.]"),
        (_THREES.format(mark="[.]"), ","),
        (_INDIAN, "[.]"),
    )
)
_PLAIN = re.compile(r"[0-9]+")
_DECIMAL = re.compile(r"(?P<whole>[0-9]+)(?P<mark>[.,])(?P<part>[0-9]+)")
_ONE_GROUP = re.compile(r"(?P<head>[1-9][0-9]{0,2})(?P<mark>[.,])(?P<tail>[0-9]{3})")
_SIGN = "|".join(map(re.escape, sorted([*CURRENCY_OF, *SHARED_SIGNS], key=len, reverse=True)))
_CURRENCY = rf"(?:{_SIGN}|[A-Za-z]{{3}}(?![A-Za-z]))"
_AMOUNT = re.compile(
    rf"(?P<before>{_CURRENCY})? ?(?P<number>[0-9](?:[^A-Za-z]*[0-9])?) ?(?P<k>[kK](?![A-Za-z]))? ?"
    rf"(?P<after>{_CURRENCY})?"
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money; the currency is "" where none was written with it."""

    value: int | float
    currency: str = ""


def read_number(text: str, conventions: Conventions = USUAL, currency: str = "") -> int | float:
    """Return the number that a text means: `60,000`, `60 000`, `60'000`, `2.5`, `2,5`, `12,34,567`.

    Wide digits are read, spaces and apostrophes separate thousands everywhere, and a
    full stop or comma before three digits only where the language or, where none is said, the
    currency has it so, and the person's system too.

    Args:
        text: The text as it was typed.
        conventions: The ladder's language and the person's locale.
        currency: The code of the currency of an amount, "" for a plain number.

    Raises:
        ValueError: The text is not a number, or could mean two, such as `60.000` in English. The
            message is a sentence for people that says how to write it.
    """
    plain = plain_signs(text)
    if sum(char.isdigit() for char in plain) > _MAX_DIGITS:
        raise ValueError(f"“{_short(text)}” is too long for a number: write at most 15 digits.")
    if _PLAIN.fullmatch(plain):
        return int(plain)
    marks = thousands_marks(conventions, currency)
    if one := _ONE_GROUP.fullmatch(plain):
        return _thousands_or_part(one, is_thousands(one["mark"], conventions, currency))
    decimal = _DECIMAL.fullmatch(plain)
    if decimal and not _is_slip(decimal, marks):
        return _joined(decimal["whole"], decimal["part"])
    if (grouped := _grouped(plain, marks)) is not None:
        return grouped
    raise ValueError(_no_number(text, plain))


def _is_slip(decimal: re.Match[str], marks: Sequence[str]) -> bool:
    """Whether digits behind a thousands mark are too few or too many: 60,00, 6,0000, 1234,567."""
    places = len(decimal["part"])
    if places == 2:
        return decimal["mark"] == "," and set(marks) == {","}
    return places > 2 and decimal["whole"][0] != "0" and decimal["mark"] in "".join(marks)


def _thousands_or_part(one: re.Match[str], clear: bool) -> int | float:
    head, tail = one["head"], one["tail"]
    if clear:
        return int(head + tail)
    part = tail.rstrip("0") or "0"
    plain = part if len(part) < len(tail) else f"{tail}0"  # four places are not thousands
    raise ValueError(
        f"“{one[0]}” can mean {head}{tail} or {head}.{part}: write {head}{tail}, or {head}.{plain}."
    )


def _grouped(plain: str, marks: Sequence[str]) -> int | float | None:
    """Return a number whose thousands are separated beyond doubt, None for another text."""
    for pattern in _GROUPED:
        if found := pattern.fullmatch(plain):
            part = found["part"] or ""
            if len(part) == 3 and found["point"] in "".join(
                marks
            ):  # 1 234.567 where a stop is not a point
                return None
            return _joined(re.sub(r"\D", "", found["whole"]), part)
    return None


def _joined(whole: str, part: str) -> int | float:
    return float(f"{whole}.{part}") if part.strip("0") else int(whole)


def _no_number(text: str, plain: str) -> str:
    if re.search(r"[0-9][.,]$", plain):
        return "Not a number yet: write the digits behind the mark too, such as 2.5."
    if any(map(str.isdigit, plain)):
        if any(map(str.isalpha, plain)):
            return f"“{_short(text)}” is more than a number: write the digits alone, such as 60000."
        return f"“{_short(text)}” is not a number that is clear: write it as 60000 or 2.5."
    return "Not a number yet: write digits, such as 3 or 2.5."


def _short(text: str) -> str:
    line = single_spaced(text)
    return line if len(line) <= 30 else f"{line[:29]}…"


def read_amount(text: str, conventions: Conventions = USUAL, currency: str = "") -> Amount:
    """Return the amount that a text means, with the currency in it.

    `45k` is 45000; `€ 60.000`, `60.000 EUR` and `$60,000` are read like numbers of that currency.

    Args:
        text: The text as it was typed.
        conventions: The ladder's language and the person's locale.
        currency: The currency that the amount belongs to, "" if none is set yet.

    Raises:
        ValueError: As with `read_number`, and if the currency in the text is another one or could
            be several.
    """
    found = _AMOUNT.fullmatch(plain_signs(text))
    if found is None:
        return Amount(read_number(text, conventions, currency))
    signs = {sign for sign in (found["before"], found["after"]) if sign}
    code = _code(signs, currency)
    value = read_number(found["number"], conventions, code or currency)
    if found["k"]:
        value = _thousandfold(value, text)
    return Amount(value, code)


def _thousandfold(value: int | float, text: str) -> int | float:
    if value >= 1000:
        raise ValueError(f"“{_short(text)}” is not an amount that is clear: write it as 45000.")
    times = round(value * 1000, 2)
    return int(times) if times == int(times) else times


def _code(signs: set[str], currency: str) -> str:
    if not signs:
        return ""
    if currency:
        wrong = next((sign for sign in signs if not allows(sign, currency)), "")
        if wrong:
            raise ValueError(
                f"This range is in {currency}, the amount says {wrong}: write the number alone."
            )
        return currency
    codes = {CURRENCY_OF.get(sign, sign if sign.isupper() else "") for sign in signs}
    if len(codes) != 1 or "" in codes:
        sign = min(signs)
        raise ValueError(
            f"“{sign}” could be several currencies: write its code, such as USD, as the currency, "
            "and here the number alone."
        )
    return codes.pop()
