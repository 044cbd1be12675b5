"""The statements of a comparison that a person can put together or part; no Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from laddereditor.align.corrections import PairCorrections, TextPair
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.naming import short_names
from laddereditor.compare.sheet.table import Comparison, Row
from laddereditor.edits.cells.pasting import RowColumn
from laddereditor.model.address import FieldPath
from laddereditor.presentation.compare.lines import TableLine


@dataclass(frozen=True, slots=True)
class PlacedStatement:
    """A statement in a column of a comparison."""

    text: str
    column: int
    field: FieldPath  # of its list


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that another one can be put together with."""

    statement: PlacedStatement
    name: str  # of its column: "P4"


def statement_at(lines: Sequence[TableLine], place: RowColumn) -> PlacedStatement | None:
    """Return the statement at a place of a table, None if there is none.

    Args:
        lines: The lines of the table.
        place: The row and column.
    """
    row, column = place
    found = lines[row].row if 0 <= row < len(lines) else None
    if found is None or found.kind != "item" or not 0 <= column < len(found.cells):
        return None
    cell = found.cells[column]
    return None if cell.is_empty else PlacedStatement(cell.text, column, found.field)


def candidates(comparison: Comparison, statement: PlacedStatement) -> list[Candidate]:
    """Return what a statement can be put together with: those of its list in other columns.

    Its pairs and equal texts are left out. The nearest columns come first.

    Args:
        comparison: The comparison.
        statement: The statement.
    """
    names = short_names(comparison.columns)
    pairs = {other.text for other in partners(comparison, statement)}
    columns = [n for n in range(len(names)) if n != statement.column]
    columns.sort(key=lambda n: abs(n - statement.column))
    return [
        Candidate(PlacedStatement(text, column, statement.field), names[column])
        for column in columns
        for text in dict.fromkeys(_texts(comparison, statement.field, column))
        if text != statement.text and text not in pairs
    ]


def partners(comparison: Comparison, statement: PlacedStatement) -> list[PlacedStatement]:
    """Return the other texts that share the row of a statement because they belong together.

    Args:
        comparison: The comparison.
        statement: The statement.
    """
    found = []
    for row in _rows(comparison, statement.field):
        if row.is_match and row.cells[statement.column].text == statement.text:
            found += [
                PlacedStatement(cell.text, column, statement.field)
                for column, cell in enumerate(row.cells)
                if column != statement.column and not cell.is_empty and cell.text != statement.text
            ]
    return found


def corrected(comparison: Comparison, statement: PlacedStatement) -> PairCorrections:
    """Return the corrections that are about a statement and another one of its list.

    Args:
        comparison: The comparison.
        statement: The statement.
    """
    said = comparison.corrections.about(statement.text)
    columns = range(len(comparison.columns))
    there = {text for n in columns for text in _texts(comparison, statement.field, n)}
    together, apart = (
        frozenset(pair for pair in pairs if set(pair) <= there)
        for pairs in (said.together, said.apart)
    )
    return PairCorrections(together, apart)


def in_the_way(
    comparison: Comparison, one: PlacedStatement, other: PlacedStatement
) -> list[TextPair]:
    """Return the earlier corrections that two statements cannot be put together with.

    A text has one pair in a column, so a new one takes the place of an earlier one there. Where
    longer chains of corrections forbid the pair, all others about the two are in the way.

    Args:
        comparison: The comparison.
        one: A statement.
        other: A statement of another column.
    """
    said = comparison.corrections
    sides = ((one, other), (other, one))
    found = [
        (text, here.text)
        for here, there in sides
        for text in _texts(comparison, here.field, there.column)
        if text != there.text and said.are_together(text, here.text)
    ]
    if _would_share_row(comparison, one, other, _without(said, found)):
        return found
    rest = (pair for each in (one, other) for pair in said.about(each.text).together)
    return [pair for pair in rest if set(pair) != {one.text, other.text}]


def _would_share_row(
    comparison: Comparison, one: PlacedStatement, other: PlacedStatement, said: PairCorrections
) -> bool:
    found = compare(
        comparison.columns,
        comparison.baseline,
        comparison,
        said.aligned(one.text, other.text),
        stepwise=comparison.stepwise,
    )
    return any(
        row.is_match
        and row.cells[one.column].text == one.text
        and row.cells[other.column].text == other.text
        for row in _rows(found, one.field)
    )


def _without(said: PairCorrections, pairs: Sequence[TextPair]) -> PairCorrections:
    for one, other in pairs:
        said = said.forgotten(one, other)
    return said


def _rows(comparison: Comparison, field: FieldPath) -> Iterator[Row]:
    return (row for row in comparison.rows if row.kind == "item" and row.field == field)


def _texts(comparison: Comparison, field: FieldPath, column: int) -> Iterator[str]:
    cells = (row.cells[column] for row in _rows(comparison, field))
    return (cell.text for cell in cells if not cell.is_empty)
