"""Counted things in words: the one place that decides between one and several."""

from laddereditor.model.number_text import number_text


def plural(count: int | float, one: str, many: str = "") -> str:
    """Return `1 level`, `3 levels`, `1,204 levels`, `1.5 years`.

    Args:
        count: how many; a whole number is shown without a point.
        one: the words for one, such as `level` or `level is`.
        many: the words for several, by default `one` with an s.
    """
    number = int(count) if isinstance(count, float) and count.is_integer() else count
    return f"{number:,} {one if count == 1 else many or one + 's'}"


def in_sentence(title: str) -> str:
    """Return a title as the words of a sentence: `pay grade`, but `FLSA status`."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def quantity(value: int | float, unit: str) -> str:
    """Return a number with its unit in the plural, such as "years": `1 year`, `3 years`, `5`."""
    return plural(value, unit.removesuffix("s"), unit) if unit else number_text(value)
