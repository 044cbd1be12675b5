"""The names of cells and columns, as spreadsheets write them."""

import re
from collections.abc import Sequence

_SHOWN = 5  # cells that a sentence names
_COLUMN = re.compile(r"[A-Z]{1,3}")


def column_name(column: int) -> str:
    """Return the letters of a column counted from 0: 0 is “A”, 26 is “AA”."""
    letters = ""
    left = column + 1
    while left:
        left, digit = divmod(left - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell whose row and column are counted from 0: “B7”."""
    return f"{column_name(column)}{row + 1}"


def some_of(cells: Sequence[str]) -> str:
    """Return the names of cells in words, of many the first ones: “B2, B5 and 3 more”."""
    more = f" and {len(cells) - _SHOWN} more" if len(cells) > _SHOWN else ""
    return ", ".join(cells[:_SHOWN]) + more


def column_number(letters: str) -> int:
    """Return the number of a column from 0, by its letters.

    Raises:
        ValueError: They are not the letters of a column.
    """
    if not _COLUMN.fullmatch(letters.upper()):
        raise ValueError(f"“{letters}” is not the name of a column, such as B or AA.")
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
