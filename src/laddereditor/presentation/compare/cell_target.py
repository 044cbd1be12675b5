"""A cell, or the empty place of one, as what an edit is written to; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Cell, Row
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.words import kind_word
from laddereditor.model.address import parts
from laddereditor.model.fields import FieldSpec, field_specs
from laddereditor.model.kinds import kind_of

LISTS = ("statements", "lines", "skills")


@dataclass(frozen=True, slots=True)
class CellTarget:
    """A cell, or the empty place of one: what is to be written to."""

    subject: Subject
    row: Row
    cell: Cell | None
    place: int = -1  # where in the list a new entry goes, -1 for the end

    @property
    def field(self) -> str:
        """The field's path inside the entity; for an empty place, of the list or value."""
        return self.cell.field if self.cell else self.row.field

    @property
    def spec(self) -> FieldSpec:
        """What is known of the field. Raises EditRefused if the entity has no such field."""
        entity = self.subject.entity
        found = field_specs(type(entity)).get(parts(self.field)[0])
        if found is None:
            kind = kind_of(entity)
            name = kind_word(kind.name).capitalize() if kind else "This"
            raise EditRefused(f"{name} {self.subject.short} has no such field.")
        return found

    @property
    def list_path(self) -> str:
        """The path of the list that the cell is an entry of, "" if it is none."""
        pieces = parts(self.field)
        if self.spec.shape == "expectations":
            return "/".join(pieces[:2])
        return pieces[0] if self.spec.shape in LISTS else ""

    @property
    def index(self) -> int:
        """The cell's place in its list, -1 for an empty place."""
        last = parts(self.field)[-1]
        return int(last) if self.cell and self.list_path and last.isdigit() else -1


def target_of(subject: Subject, rows: Sequence[Row], number: int, column: int) -> CellTarget:
    """Return what is written to where a column meets row `number` of a section."""
    row = rows[number]
    return CellTarget(subject, row, row.cells[column], _place(rows, number, column))


def _place(rows: Sequence[Row], number: int, column: int) -> int:
    """Return where in its list an entry of this row goes: beside its nearest neighbour."""
    field = rows[number].field
    for step, behind in ((-1, 1), (1, 0)):
        at = number + step
        while 0 <= at < len(rows):
            cell = rows[at].cells[column]
            last = parts(cell.field)[-1] if cell and rows[at].field == field else ""
            if last.isdigit():
                return int(last) + behind
            at += step
    return -1
