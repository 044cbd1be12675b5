"""What a text means in a cell of a record table; no Qt."""

from typing import Any

from laddereditor.edits.cell_texts import choice_text
from laddereditor.edits.reading.days import read_day
from laddereditor.edits.reading.numbers import read_amount
from laddereditor.model.fields import FieldSpec

_YES = ("true", "yes", "1", "x", "✓")
_NO = ("", "false", "no", "0", "-")


def read_cell(spec: FieldSpec, text: str, currency: str, language: str) -> dict[str, Any]:
    """Return the fields of a record that a cell's text sets: its own, and a currency it names.

    `currency` is the record's. Raises ValueError with a sentence for people.
    """
    if spec.shape == "number" and text.strip():
        amount = read_amount(text, language, currency)
        named = {"currency": amount.currency} if amount.currency and not currency else {}
        return {spec.name: amount.value, **named}
    return {spec.name: _value(spec, text, language)}


def _value(spec: FieldSpec, text: str, language: str) -> Any:
    if spec.shape in ("number", "date"):
        return read_day(text, language) if text.strip() else None
    if spec.shape == "flag":
        return _flag(text)
    if spec.shape == "choice":
        known = (one for one in spec.choices if choice_text(one).casefold() == text.casefold())
        return next(known, text.strip())
    return " ".join(text.split()) if "\n" in text else text


def _flag(text: str) -> bool:
    word = text.strip().casefold()
    if word not in _YES and word not in _NO:
        raise ValueError(f"“{text.strip()}” is neither yes nor no: write one of them.")
    return word in _YES
