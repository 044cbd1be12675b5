"""Numbers as text: every digit, so that what is copied or edited as text is the same number."""

from decimal import Decimal


def number_text(value: float | None, *, grouped: bool = False) -> str:
    """Return a number with all its digits: `2`, `2.5`, `1234567.25`, never `1.23457e+06`.

    Args:
        value: The number; None is "".
        grouped: Whether commas separate the thousands: `1,234,567.25`.
    """
    if value is None:
        return ""
    # The shortest text that reads as the same float; a whole number may be too large for a float.
    exact = Decimal(value) if isinstance(value, int) else Decimal(repr(value))
    text = f"{exact:,f}" if grouped else f"{exact:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
