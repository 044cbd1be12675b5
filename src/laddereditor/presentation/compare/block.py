"""The lines of a comparison as rows that a block of cells is pasted over; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Row
from laddereditor.edits.cells.pasting import BlockCell, BlockRow
from laddereditor.edits.cells.places import CellPlace, place_at
from laddereditor.edits.cells.texts import ANY_PROFICIENCY
from laddereditor.model.resolve import Source
from laddereditor.presentation.compare.cell_target import DERIVED, CellTarget, target_of
from laddereditor.presentation.compare.lines import TableLine


@dataclass(frozen=True, slots=True)
class BlockColumn:
    """A column of a comparison, and why it cannot be edited, "" if it can."""

    subject: Subject
    read_only: str = ""


def block_rows(lines: Sequence[TableLine], columns: Sequence[BlockColumn]) -> list[BlockRow | None]:
    """Return the lines of a comparison for `edits.cells.pasting`, None for a heading."""
    places = {
        id(row): place
        for section in {id(line.section): line.section for line in lines}.values()
        for place, row in enumerate(section.rows)
    }
    return [_row(line, columns, places.get(id(line.row), 0)) for line in lines]


def _row(line: TableLine, columns: Sequence[BlockColumn], place: int) -> BlockRow | None:
    """Return a line; its row is at `place` of its section."""
    row = line.row
    if row is None:
        return None
    cells = tuple(
        _cell(row, target_of(column.subject, line.section.rows, place, number), column)
        for number, column in enumerate(columns)
    )
    words = row.heading or line.section.heading
    if row.kind == "item":
        more = tuple(_added(row, column) for column in columns)
        return BlockRow(words, cells, (row.section, row.key), more)
    return BlockRow(words, cells, "skills" if row.kind == "skill" else None)


def _cell(row: Row, target: CellTarget, column: BlockColumn) -> BlockCell:
    refusal = column.read_only or (DERIVED if target.is_derived else "")
    inherited = target.cell is not None and target.cell.source is not Source.OWN
    place = None if refusal else _place(row, target)
    return BlockCell(_text(row, target), place, refusal, inherited)


def _text(row: Row, target: CellTarget) -> str:
    if target.cell is None:
        return ""
    if row.kind == "skill":
        return target.cell.step or ANY_PROFICIENCY
    return target.cell.full_text


def _place(row: Row, target: CellTarget) -> CellPlace:
    if row.kind == "skill" and target.cell is None:
        return CellPlace(target.subject.address, row.section, row.key)
    return target.place


def _added(row: Row, column: BlockColumn) -> BlockCell:
    subject = column.subject
    place = place_at(subject.ladder, subject.address, row.field, insert=True)
    return BlockCell("", None if column.read_only else place, column.read_only)
