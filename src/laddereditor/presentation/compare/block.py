"""The lines of a comparison as rows that a block of cells is copied from and pasted over."""

from collections.abc import Sequence

from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Row
from laddereditor.edits.cells.pasting import BlockCell, BlockRow
from laddereditor.edits.places.cell_place import CellPlace, place_at, spec_of
from laddereditor.model.inheritance import Source
from laddereditor.presentation.compare.cell_target import DERIVED, CellTarget, target_of
from laddereditor.presentation.compare.lines import TableLine

NO_FIELD = "There is no such field here."


def block_row(line: TableLine, columns: Sequence[Subject]) -> BlockRow | None:
    """Return a line of a comparison for `edits.cells.pasting`, None for a heading."""
    row, rows = line.row, line.section.rows
    if row is None:
        return None
    words = row.heading or line.section.heading
    number = next(n for n, one in enumerate(rows) if one is row)
    targets = [target_of(column, rows, number, n) for n, column in enumerate(columns)]
    cells = tuple(_cell(row, target, words) for target in targets)
    if row.kind == "item":
        more = tuple(_added(row, column) for column in columns)
        return BlockRow(words, cells, (row.section, row.key), more)
    return BlockRow(words, cells, row.section if row.kind == "skill" else None)


def _cell(row: Row, target: CellTarget, words: str) -> BlockCell:
    text = target.cell.full_text if target.cell else ""
    if target.is_derived:
        return BlockCell(text, None, DERIVED, is_inherited=True)
    if row.kind == "fact":
        level = target.subject.address.key
        refusal = f"{words} of {level} cannot be changed in a cell."
        return BlockCell(text, None, refusal, opens_form=True)
    if spec_of(target.subject.ladder, target.place) is None:
        return BlockCell(text, None, NO_FIELD)
    is_inherited = target.cell is not None and target.cell.source is not Source.OWN
    return BlockCell(text, _place(row, target), "", is_inherited)


def _place(row: Row, target: CellTarget) -> CellPlace:
    if row.kind == "skill" and target.cell is None:
        return CellPlace(target.subject.address, row.section, row.key, insert=not row.key)
    return target.place


def _added(row: Row, subject: Subject) -> BlockCell:
    place = place_at(subject.ladder, subject.address, row.field, insert=True)
    if spec_of(subject.ladder, place) is None:
        return BlockCell("", None, NO_FIELD)
    return BlockCell("", place)
