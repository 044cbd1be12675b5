"""The target of an edit in a comparison: a cell, or an empty place for a new item; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Cell, Row
from laddereditor.edits.cell_texts import with_examples
from laddereditor.edits.places.cell_place import CellPlace, place_at, shape_of
from laddereditor.model.inheritance import Source
from laddereditor.model.shapes import LONG_TEXTS, STATEMENTS

DERIVED = "This title follows from the level's patterns. Change them in the level."


@dataclass(frozen=True, slots=True)
class CellTarget:
    """The target of an edit: a cell, or an empty place for a new item."""

    subject: Subject
    cell: Cell | None
    place: CellPlace

    @property
    def text(self) -> str:
        """The text that the cell shows."""
        return self.cell.text if self.cell else ""

    @property
    def is_derived(self) -> bool:
        """Whether the cell shows a title that follows from the level's patterns."""
        if self.cell is None or self.cell.source is not Source.PATTERN:
            return False
        return shape_of(self.subject.ladder, self.place) == "lines"

    @property
    def takes_lines(self) -> bool:
        """Whether a text of several lines can be written."""
        return shape_of(self.subject.ladder, self.place) in LONG_TEXTS

    def written(self, text: str) -> str:
        """Return the text to store for a typed one; a statement keeps its examples."""
        examples = self.cell.examples if self.cell and text.strip() else ()
        if examples and shape_of(self.subject.ladder, self.place) in STATEMENTS:
            return with_examples(text, examples)
        return text


def target_of(subject: Subject, rows: Sequence[Row], number: int, column: int) -> CellTarget:
    """Return the target of an edit in a cell.

    Args:
        subject: The profile or level of the column.
        rows: The rows of the section.
        number: The index of the row among them.
        column: The index of the column.
    """
    row = rows[number]
    cell = row.cells[column]
    place = cell.place
    if cell.is_empty:
        at = _position(rows, number, column)
        place = place_at(subject.ladder, subject.address, row.field, position=at, insert=True)
    elif place is None:
        place = place_at(subject.ladder, subject.address, cell.field)
    return CellTarget(subject, None if cell.is_empty else cell, place)


def _position(rows: Sequence[Row], number: int, column: int) -> int:
    """Return the position in its list of a new item in this row: beside its nearest neighbour."""
    field = rows[number].field
    for step, behind in ((-1, 1), (1, 0)):
        at = number + step
        while 0 <= at < len(rows):
            cell = rows[at].cells[column]
            is_item = not cell.is_empty and rows[at].field == field
            place = cell.field.number if is_item else None
            if place is not None:
                return place + behind
            at += step
    return -1
