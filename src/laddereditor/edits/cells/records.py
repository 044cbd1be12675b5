"""Texts in the cells of a table of records: what each means, and pasting a block of them."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from laddereditor.edits.cell_block import CellBlock
from laddereditor.edits.cells.occupations import filled_occupation
from laddereditor.edits.cells.pasting import NOTHING_PASTED, RowColumn, laid_out
from laddereditor.edits.cells.reading import read_field, without_unit
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.reading.conventions import Conventions
from laddereditor.edits.reading.numbers import read_amount
from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Occupation
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.spacing import single_spaced


def read_cell(
    spec: FieldSpec, text: str, currency: str, conventions: Conventions
) -> dict[str, Any]:
    """Return the fields of a record that a cell's text sets: its own, and a currency it names.

    Args:
        spec: The field that the cell shows.
        text: The text as it was typed.
        currency: The record's currency, "" for none.
        conventions: How numbers and days are written.

    Raises:
        ValueError: The text cannot be read; the message is a sentence for people.
    """
    if spec.shape == "number" and text.strip():
        amount = read_amount(without_unit(text, spec.unit), conventions, currency)
        named = {"currency": amount.currency} if amount.currency and not currency else {}
        return {spec.name: amount.value, **named}
    if spec.shape in ("number", "date", "flag"):
        return {spec.name: read_field(spec, text, conventions)}
    if spec.choices:
        return {spec.name: _choice(spec, text)}
    return {spec.name: single_spaced(text) if "\n" in text else text}


def with_derived_values(
    record: type[Entity], present: Entity | None, values: Mapping[str, Any]
) -> dict[str, Any]:
    """Return values for a record, with those of other fields that follow from them.

    Args:
        record: The type of the record.
        present: The present record, None for a new one.
        values: What a person sets, by field.
    """
    if record is Occupation:
        return filled_occupation(present if isinstance(present, Occupation) else None, values)
    return dict(values)


def _choice(spec: FieldSpec, text: str) -> str:
    """Return the choice that a text names; another classification is kept as it is written."""
    try:
        return str(read_field(spec, text))
    except ValueError:
        return text.strip()


def paste_records(
    record: type[Entity],
    records: Sequence[Entity],
    cells: Collection[RowColumn],
    block: CellBlock,
    conventions: Conventions,
) -> tuple[Entity, ...]:
    """Return the records with a block pasted over the selected cells.

    What goes beyond the last record makes new ones.

    Args:
        record: The type of the records.
        records: The present records.
        cells: The selected cells, each by row and column.
        block: The texts to paste.
        conventions: How numbers and days are written.

    Raises:
        EditRefused: A text makes no value or the block does not fit; then nothing is pasted. The
            message names the row.
    """
    specs = tuple(field_specs(record).values())
    titles = [spec.title for spec in specs]
    texts: dict[int, list[tuple[FieldSpec, str]]] = {}
    for row, column, text in laid_out(block, cells, titles, _rows):
        texts.setdefault(row, []).append((specs[column], text.strip()))
    new = list(records)
    for row, filled in sorted(texts.items()):
        record_before = new[row] if row < len(new) else None
        try:
            changed = _pasted_row(record, record_before, filled, conventions)
        except ValidationError:
            raise EditRefused(
                f"{NOTHING_PASTED} Row {row + 1}: the cells do not fit these columns."
            ) from None
        except ValueError as error:
            raise EditRefused(f"{NOTHING_PASTED} Row {row + 1}: {error}") from error
        new[row : row + 1] = [] if changed is None else [changed]
    return tuple(new)


def _rows(first: int, height: int) -> range:
    return range(first, first + height)


def _pasted_row(
    record: type[Entity],
    record_before: Entity | None,
    texts: Sequence[tuple[FieldSpec, str]],
    conventions: Conventions,
) -> Entity | None:
    """Return a record with its texts; None for a new one of which all texts are empty."""
    values: dict[str, Any] = {}
    for spec, text in texts:
        currency = values.get("currency", getattr(record_before, "currency", ""))
        values |= read_cell(spec, text, str(currency), conventions)
    values = with_derived_values(record, record_before, values)
    if record_before is not None:
        return evolve(record_before, **values)
    return record.model_validate(values) if any(text for _, text in texts) else None
