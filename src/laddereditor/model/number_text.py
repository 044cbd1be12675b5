"""Numbers as text, including whole numbers that are too large for a float."""


def number_text(value: float | None, places: str = "g") -> str:
    """Return a number as text; `places` is how Python's format writes one with a fraction.

    A ',' at the start of `places` groups the digits; None is "".
    """
    if value is None:
        return ""
    if isinstance(value, int):
        return f"{value:,d}" if places.startswith(",") else str(value)
    return f"{value:{places}}"
