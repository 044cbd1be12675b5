"""Places in a text: Python counts code points, Qt counts UTF-16 units.

A character outside the basic plane, such as an emoji, is one code point and two units. Every
position that is passed between Python and Qt goes through these functions.
"""

from collections.abc import Callable


def to_units(text: str, place: int) -> int:
    """Return the place in UTF-16 units of a place in code points.

    Args:
        text: The text that the place is in.
        place: Code points before the place.

    Returns:
        UTF-16 units before the place.
    """
    if text.isascii():
        return place
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def to_place(text: str, units: int) -> int:
    """Return the place in code points of a place in UTF-16 units.

    Args:
        text: The text that the place is in.
        units: UTF-16 units before the place; inside a character they count up to its start.

    Returns:
        Code points before the place.
    """
    if text.isascii():
        return units
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(before.decode("utf-16-le", "ignore"))


def is_picture(sign: str) -> bool:
    """Whether a visible character is an emoji made of several code points.

    Backspace deletes such a character as a whole, because half a flag means nothing. Of a letter
    with an accent it deletes the accent that was typed last.
    """
    return len(sign) > 1 and max(sign) > "\uffff"


# -- flags ----------------------------------------------------------------------------------------

# A flag is a pair of regional indicators; in a run of them every two are a flag (Unicode Standard
# Annex 29, rules GB12 and GB13). Qt 6.11 counts wrongly where an emoji is before the run.
FindFlag = Callable[[str, int], tuple[int, int] | None]  # text, place -> start, end
_FIRST, _LAST = "\U0001f1e6", "\U0001f1ff"


def flag_around(text: str, place: int) -> tuple[int, int] | None:
    """Return start and end of the flag that a place is in the middle of, in code points."""
    return (place - 1, place + 1) if _is_flag(text, place - 1) else None


def flag_before(text: str, place: int) -> tuple[int, int] | None:
    """Return start and end of the flag that ends at a place, in code points."""
    return (place - 2, place) if _is_flag(text, place - 2) else None


def flag_behind(text: str, place: int) -> tuple[int, int] | None:
    """Return start and end of the flag that begins at a place, in code points."""
    return (place, place + 2) if _is_flag(text, place) else None


def _is_flag(text: str, start: int) -> bool:
    """Whether a flag begins at a place."""
    if start < 0 or not (_is_half(text, start) and _is_half(text, start + 1)):
        return False
    first = start
    while first and _is_half(text, first - 1):
        first -= 1
    return (start - first) % 2 == 0


def _is_half(text: str, place: int) -> bool:
    return place < len(text) and _FIRST <= text[place] <= _LAST
