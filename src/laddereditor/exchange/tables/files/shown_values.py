"""The values of cells as people see them."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from laddereditor.edits.reading.controls import without_controls
from laddereditor.exchange.tables.grid import CellKind

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LINE_END = re.compile(r"\r\n|\r|\u2028|\u2029|\x0b")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_ERRORS = frozenset({"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!"})


def shown_text(text: str) -> str:
    r"""Return a text with its escapes of XML decoded (`_x000D_`) and line ends as `\\n`."""
    decoded = _ESCAPED.sub(lambda one: chr(int(one[1], 16)), text) if "_x" in text else text
    return without_controls(_LINE_END.sub("\n", decoded)).strip(" \t\n\xa0")


def shown_value(value: Any, number_format: str = "General") -> tuple[str, CellKind]:
    """Return the text of a cell's value and its kind.

    Args:
        value: What the file has: a text, a number, a date, a boolean or None.
        number_format: The format of the cell, as spreadsheets write it.
    """
    if value is None:
        return "", "text"
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), "boolean"
    if isinstance(value, int | float):
        return _number(value, number_format), "number"
    if isinstance(value, datetime | date | time | timedelta):
        return _date(value, number_format), "date"
    text = shown_text(str(value))
    return text, "error" if text in _ERRORS else "text"


def _number(value: float, number_format: str) -> str:
    pattern = _LITERAL.sub("", number_format.split(";", maxsplit=1)[0])
    digits = re.search(r"0\.(0+)", pattern)
    places = len(digits[1]) if digits else 0
    if "%" in pattern:
        return f"{value * 100:.{places}f}%"
    money = re.search(r'\[\$([^\]-]+)|"([$€£¥]|[A-Z]{3}) ?"|([$€£¥])', number_format)
    sign = next((one for one in money.groups() if one), "") if money else ""
    if "#,##" in pattern or "#\xa0##" in pattern:
        return f"{sign}{' ' if len(sign) > 1 else ''}{value:,.{places}f}"
    if digits and "E" not in pattern:
        return f"{sign}{value:.{places}f}"
    return sign + plain_number(value)


def plain_number(value: float) -> str:
    """Return a number without the noise of its binary form: `3.0` -> `3`."""
    if isinstance(value, int) or (value == int(value) and abs(value) < 1e15):
        return str(int(value))
    return f"{value:.12g}"


def _date(value: datetime | date | time | timedelta, number_format: str) -> str:
    pattern = _LITERAL.sub("", number_format).casefold()
    if isinstance(value, time | timedelta):
        return str(value)
    if "y" not in pattern and "d" in pattern and "m" in pattern:
        return f"{value.day}-{value:%b}"  # what a spreadsheet makes of “3-5”
    if "d" not in pattern and "y" in pattern and "m" in pattern:
        return f"{value:%b}-{value.year % 100:02d}"
    if isinstance(value, datetime) and (value.hour or value.minute):
        return f"{value:%Y-%m-%d %H:%M}"
    return f"{value:%Y-%m-%d}"
