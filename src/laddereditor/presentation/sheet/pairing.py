"""The statements of a sheet that a person can put together or part; no Qt."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from laddereditor.align.corrections import PairCorrections, TextPair
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.table import Comparison, Matrix, Row
from laddereditor.model.address import FieldPath
from laddereditor.model.ladder import Ladder


@dataclass(frozen=True, slots=True, eq=False)
class PairedSheet:
    """The rows of a comparison or a matrix, and what decides which statements share them."""

    names: tuple[str, ...]  # of its columns, short: "P4"
    rows: tuple[Row, ...]
    ladders: tuple[Ladder, ...]  # of its columns
    corrections: PairCorrections
    aligned: Callable[[PairCorrections], Sequence[Row]]  # its rows with other corrections


@dataclass(frozen=True, slots=True)
class PlacedStatement:
    """A statement in a column of a sheet."""

    text: str
    column: int
    field: FieldPath  # of its list


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement that another one can be put together with."""

    statement: PlacedStatement
    name: str  # of its column: "P4"


def paired_comparison(comparison: Comparison) -> PairedSheet:
    """Return a comparison, so that its pairs can be corrected."""

    def aligned(said: PairCorrections) -> Sequence[Row]:
        return compare(
            comparison.columns,
            comparison.baseline,
            comparison,
            said,
            stepwise=comparison.stepwise,
        ).rows

    ladders = tuple(column.ladder for column in comparison.columns)
    return PairedSheet(comparison.names, comparison.rows, ladders, comparison.corrections, aligned)


def paired_matrix(shown: Matrix, ladder: Ladder, *, all_tracks: bool, compact: bool) -> PairedSheet:
    """Return a matrix, so that its pairs can be corrected.

    Args:
        shown: The matrix.
        ladder: Its ladder.
        all_tracks: Whether it shows all tracks.
        compact: Whether single statements share rows in it.
    """

    def aligned(said: PairCorrections) -> Sequence[Row]:
        return matrix(
            ladder, shown.address, all_tracks=all_tracks, compact=compact, corrections=said
        ).rows

    names = tuple(column.level for column in shown.columns)
    ladders = (ladder,) * len(names)
    return PairedSheet(names, shown.rows, ladders, shown.corrections, aligned)


def statement_at(row: Row | None, column: int) -> PlacedStatement | None:
    """Return the statement of a column in a row, None if there is none.

    Args:
        row: A row of the sheet, None for none.
        column: The index of the column.
    """
    if row is None or row.kind != "item" or not 0 <= column < len(row.cells):
        return None
    cell = row.cells[column]
    return None if cell.is_empty else PlacedStatement(cell.text, column, row.field)


def candidates(sheet: PairedSheet, statement: PlacedStatement) -> list[Candidate]:
    """Return what a statement can be put together with: those of its list in other columns.

    Its pairs and equal texts are left out. The nearest columns come first.

    Args:
        sheet: The sheet.
        statement: The statement.
    """
    names = sheet.names
    pairs = {other.text for other in partners(sheet, statement)}
    columns = [n for n in range(len(names)) if n != statement.column]
    columns.sort(key=lambda n: abs(n - statement.column))
    return [
        Candidate(PlacedStatement(text, column, statement.field), names[column])
        for column in columns
        for text in dict.fromkeys(_texts(sheet, statement.field, column))
        if text != statement.text and text not in pairs
    ]


def partners(sheet: PairedSheet, statement: PlacedStatement) -> list[PlacedStatement]:
    """Return the other texts that share the row of a statement because they belong together.

    Args:
        sheet: The sheet.
        statement: The statement.
    """
    found = []
    for row in _rows(sheet.rows, statement.field):
        if row.is_match and row.cells[statement.column].text == statement.text:
            found += [
                PlacedStatement(cell.text, column, statement.field)
                for column, cell in enumerate(row.cells)
                if column != statement.column and not cell.is_empty and cell.text != statement.text
            ]
    return found


def corrected(sheet: PairedSheet, statement: PlacedStatement) -> PairCorrections:
    """Return the corrections that are about a statement and another one of its list.

    Args:
        sheet: The sheet.
        statement: The statement.
    """
    said = sheet.corrections.about(statement.text)
    columns = range(len(sheet.names))
    there = {text for n in columns for text in _texts(sheet, statement.field, n)}
    together, apart = (
        frozenset(pair for pair in pairs if set(pair) <= there)
        for pairs in (said.together, said.apart)
    )
    return PairCorrections(together, apart)


def in_the_way(sheet: PairedSheet, one: PlacedStatement, other: PlacedStatement) -> list[TextPair]:
    """Return the earlier corrections that two statements cannot be put together with.

    A text has one pair in a column, so a new one takes the place of an earlier one there. Where
    longer chains of corrections forbid the pair, all others about the two are in the way.

    Args:
        sheet: The sheet.
        one: A statement.
        other: A statement of another column.
    """
    said = sheet.corrections
    sides = ((one, other), (other, one))
    found = [
        (text, here.text)
        for here, there in sides
        for text in _texts(sheet, here.field, there.column)
        if text != there.text and said.are_together(text, here.text)
    ]
    if _would_share_row(sheet, one, other, _without(said, found)):
        return found
    rest = (pair for each in (one, other) for pair in said.about(each.text).together)
    return [pair for pair in rest if set(pair) != {one.text, other.text}]


def _would_share_row(
    sheet: PairedSheet, one: PlacedStatement, other: PlacedStatement, said: PairCorrections
) -> bool:
    found = sheet.aligned(said.aligned(one.text, other.text))
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


def _rows(rows: Sequence[Row], field: FieldPath) -> Iterator[Row]:
    return (row for row in rows if row.kind == "item" and row.field == field)


def _texts(sheet: PairedSheet, field: FieldPath, column: int) -> Iterator[str]:
    cells = (row.cells[column] for row in _rows(sheet.rows, field))
    return (cell.text for cell in cells if not cell.is_empty)
