"""Parse years of experience as pages write them."""

from laddereditor.edits.reading.years import read_years
from laddereditor.model.level import Experience


def parse_experience(text: str) -> Experience | None:
    """Return the range that a text such as `3–5 yrs` or `10+` gives, or None."""
    try:
        return read_years(text)
    except ValueError:
        return None
