"""Places in a text: Python counts code points, Qt counts UTF-16 units.

A sign outside the basic plane, such as an emoji, is one code point and two units. Whoever hands a
place from one to the other goes through these functions.
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
        units: UTF-16 units before the place; inside of a sign they count up to its start.

    Returns:
        Code points before the place.
    """
    if text.isascii():
        return units
    before = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return len(before.decode("utf-16-le", "ignore"))


def is_picture(sign: str) -> bool:
    """Whether what people see as one sign is a picture made of several code points.

    Backspace takes such a sign as a whole: half a flag means nothing. Of a letter with an accent
    it takes the accent that was typed last.
    """
    return len(sign) > 1 and max(sign) > "\uffff"
