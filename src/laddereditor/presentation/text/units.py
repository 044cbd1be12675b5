"""Places in a text: Python counts code points, Qt counts UTF-16 units.

A character outside the basic plane, such as an emoji, is one code point and two units. Every
position that is passed between Python and Qt goes through these functions.
"""


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
