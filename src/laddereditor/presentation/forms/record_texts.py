"""What a text means in a cell of a record table; no Qt."""

from typing import Any

from laddereditor.edits.cells.reading import read_field
from laddereditor.edits.reading.conventions import Conventions
from laddereditor.edits.reading.numbers import read_amount
from laddereditor.model.fields import FieldSpec


def read_cell(
    spec: FieldSpec, text: str, currency: str, conventions: Conventions
) -> dict[str, Any]:
    """Return the fields of a record that a cell's text sets: its own, and a currency it names.

    `currency` is the record's. Raises ValueError with a sentence for people.
    """
    if spec.shape == "number" and text.strip():
        amount = read_amount(text, conventions, currency)
        named = {"currency": amount.currency} if amount.currency and not currency else {}
        return {spec.name: amount.value, **named}
    if spec.shape in ("number", "date", "flag"):
        return {spec.name: read_field(spec, text, conventions)}
    if spec.choices:
        return {spec.name: _choice(spec, text)}
    return {spec.name: " ".join(text.split()) if "\n" in text else text}


def _choice(spec: FieldSpec, text: str) -> str:
    """Return the choice that a text names; another classification is kept as it is written."""
    try:
        return str(read_field(spec, text))
    except ValueError:
        return text.strip()
