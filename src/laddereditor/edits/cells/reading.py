"""What a text means as the value of a field: the one way from what people type to a value."""

from collections.abc import Callable, Sequence
from typing import Any

from laddereditor.edits.cell_texts import read_choice, read_experience
from laddereditor.edits.reading.conventions import USUAL, Conventions
from laddereditor.edits.reading.days import read_day
from laddereditor.edits.reading.numbers import read_number
from laddereditor.model.fields import FieldSpec
from laddereditor.model.spacing import single_spaced

_YES = ("true", "yes", "1", "x", "✓")
_NO = ("", "false", "no", "0", "-")


def read_field(spec: FieldSpec, text: str, conventions: Conventions = USUAL) -> Any:
    """Return the value that a text means in a field, None for an empty number, day or range.

    Args:
        spec: The field.
        text: The text as a person wrote it.
        conventions: How numbers and days are written.

    Raises:
        ValueError: The text means nothing, or could mean two things; the message is for people.
        KeyError: No text can be written into the field.
    """
    if spec.choices:
        return read_choice(text, choices_of(spec))
    if spec.shape == "experience":
        return read_experience(text, conventions, spec.unit)
    if spec.shape == "number":
        return read_optional_number(without_unit(text, spec.unit), conventions)
    return _READERS[spec.shape](text, conventions)


def without_unit(text: str, unit: str) -> str:
    """Return a number without the field's own unit behind it, which pages and reports show."""
    plain = text.strip()
    for words in filter(None, (unit.casefold(), unit.casefold().removesuffix("s"))):
        number = plain[: -len(words)]
        if plain.casefold().endswith(words) and number and not number[-1].isalpha():
            return number
    return text


def choices_of(spec: FieldSpec) -> Sequence[tuple[str, str]]:
    """Return (value, words) of what can be chosen in a field."""
    return [(choice, spec.choice_words(choice)) for choice in spec.choices]


def read_flag(text: str, _conventions: Conventions = USUAL) -> bool:
    """Return what yes or no means. Raises ValueError with a sentence for another word."""
    word = text.strip().casefold()
    if word not in _YES and word not in _NO:
        raise ValueError(f"“{text.strip()}” is neither yes nor no: write one of them.")
    return word in _YES


def read_optional_number(text: str, conventions: Conventions = USUAL) -> int | float | None:
    """Return the number that a text means; None for no text."""
    return read_number(text, conventions) if text.strip() else None


def read_optional_day(text: str, conventions: Conventions = USUAL) -> Any:
    """Return the day that a text means; None for no text."""
    return read_day(text, conventions) if text.strip() else None


_READERS: dict[str, Callable[[str, Conventions], Any]] = {
    "line": lambda text, _: single_spaced(text),
    "text": lambda text, _: text.strip(),
    "texts": lambda text, _: text.strip(),
    "date": read_optional_day,
    "flag": read_flag,
}
