"""The words of the matrix: what a cell, a level and a row are called, read aloud and copied."""

from collections.abc import Sequence

from laddereditor.compare.sheet.table import Cell, Row, SheetColumn
from laddereditor.model.family import Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.spacing import single_spaced
from laddereditor.presentation.comments.comment_rows import sign_of
from laddereditor.rules.finding import Finding

ABSENT = "No profile"
ADD_PROFILE = "Add profile"


def shown_text(cell: Cell) -> str:
    """Return the words in a cell: its text, or why there is none."""
    if cell.state == "gap" and cell.note:
        return f"Gap: {cell.note}"
    return "+" if cell.state == "adder" else cell.full_text


def column_words(column: SheetColumn) -> str:
    """Return the head of a level: `P3 Baker, in review`, `P5 Lead Professional, no profile`."""
    words = f"{column.level} {column.name}".strip()
    state = ABSENT if column.is_absent else status_words(column)
    return f"{words}, {state.lower()}" if state else words


def status_words(column: SheetColumn) -> str:
    """Return how far the profile of a column is: `In review`; "" if it does not say."""
    return field_specs(Profile)["status"].choice_words(column.status)


def row_words(row: Row) -> str:
    """Return what a row is called where it is read on its own."""
    return row.heading or row.about


def cell_words(row: Row, column: SheetColumn, cell: Cell, findings: Sequence[Finding] = ()) -> str:
    """Return what is read aloud in a cell: level, field, state and text, then what was found.

    Args:
        row: The row.
        column: The column.
        cell: The cell in both.
        findings: What rules found there.
    """
    where = f"{column.level}, {_field_words(row)}"
    found = "".join(f"; {sign_of(one)}: {one.message}" for one in findings)
    return f"{where}: {_state_words(row, cell)}{found}"


def _field_words(row: Row) -> str:
    if row.kind == "adder":
        return f"{row.about}, empty row"
    return row.heading if row.heading and row.kind != "item" else row.about


def _state_words(row: Row, cell: Cell) -> str:
    text = cell.full_text.replace("\n", "; ")
    state = state_words(row, cell)
    return f"{state}: {text}" if text else state


def state_words(row: Row, cell: Cell) -> str:
    """Return the notes about a cell in addition to its text."""
    if cell.state == "absent":
        return "no profile at this level, Enter adds one"
    if cell.state == "adder":
        return "type to add"
    if cell.state == "gap":
        return f"gap, {cell.note}" if cell.note else "gap"
    if cell.state == "empty":
        return "not asked for" if row.kind == "skill" else "empty"
    also = f", in other words at {cell.also}" if cell.also else ""
    also += ", aligned by hand" if cell.is_by_hand else ""
    if cell.state == "inherited":
        return f"inherited {cell.note}{also}"
    return f"own, in place of what it would inherit{also}" if cell.below else f"own{also}"


def cell_details(row: Row, column: SheetColumn, cell: Cell) -> str:
    """Return the description of the current cell below the sheet."""
    words = f"{column.level}  ·  {_field_words(row)}  ·  {state_words(row, cell)}"
    below = single_spaced(cell.below)
    return f"{words}: “{below}”" if below else words
