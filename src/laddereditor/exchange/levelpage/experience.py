"""Parse years of experience as pages write them."""

from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.edits.reading.years import read_years
from laddereditor.model.level import Experience


def parse_experience(text: str, conventions: Conventions = USUAL) -> Experience | None:
    """Return the range that a text such as `3–5 yrs` or `10+` gives, or None."""
    try:
        return read_years(text, conventions)
    except ValueError:
        return None
