"""The rows of a list in the matrix: what belongs together stands in one row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from laddereditor.align.columns import align
from laddereditor.compare.sheet.matrix import MatrixCell, MatrixRow
from laddereditor.compare.sheet.matrix_columns import MatrixSource
from laddereditor.compare.sheet.matrix_frame import ABSENT, MatrixFrame
from laddereditor.model.fields import FieldSpec

Places = tuple[int | None, ...]  # for each column, the place in its list


def list_rows(frame: MatrixFrame, spec: FieldSpec, key: str = "") -> Iterator[MatrixRow]:
    """Yield the rows of a list, or of the list about a competency, and the empty row below it."""
    columns = [side.items(spec.name, key) for side in frame.sides]
    heading = frame.label(spec.refers_to, key) if key else ""
    about = heading or spec.heading or spec.title
    texts = tuple(tuple(cell.text for cell in cells) for cells in columns)
    lacking, above = _lacking(frame, columns), [-1] * len(columns)
    number = -1
    for number, (places, together) in enumerate(laid_out(texts, compact=frame.compact)):
        cells = [
            _hole(side, spec, key, above[n]) if place is None else columns[n][place]
            for n, (side, place) in enumerate(zip(frame.sides, places, strict=True))
        ]
        above = [max(a, -1 if b is None else b) for a, b in zip(above, places, strict=True)]
        cells = _related(frame, cells) if together else cells
        cells = _with_gaps(cells, lacking, first=number == 0)
        words = heading if number == 0 else ""
        yield MatrixRow("item", spec.name, key, words, about, tuple(cells))
    yield adder_row(frame, spec, key, heading if number < 0 else "", about)


def adder_row(frame: MatrixFrame, spec: FieldSpec, key: str, heading: str, about: str) -> MatrixRow:
    """Return the empty row at the end of a list, where typing adds to it."""

    def adder(side: MatrixSource) -> MatrixCell:
        spot = side.spot(spec.name, key, insert=True)
        return MatrixCell("", "adder", spot, field=spot.path)

    return MatrixRow("adder", spec.name, key, heading, about, tuple(frame.cells(adder)))


def _hole(side: MatrixSource, spec: FieldSpec, key: str, above: int) -> MatrixCell:
    """Return the cell where a list has nothing; a text typed here goes behind what is above."""
    if side.entity is None:
        return ABSENT
    return MatrixCell("", "empty", side.spot(spec.name, key, above + 1, insert=True))


def _related(frame: MatrixFrame, cells: Sequence[MatrixCell]) -> list[MatrixCell]:
    """Return the cells of a row with the levels that say something alike in it."""
    filled = [number for number, cell in enumerate(cells) if cell.text]
    return [
        replace(cell, also=frame.levels([other for other in filled if other != number]))
        if cell.text
        else cell
        for number, cell in enumerate(cells)
    ]


def _lacking(frame: MatrixFrame, columns: Sequence[Sequence[MatrixCell]]) -> Mapping[int, str]:
    """Return the columns whose list is empty while others have one, with words for it."""
    filled = [number for number, cells in enumerate(columns) if cells]
    if not filled:
        return {}
    words = f"{frame.levels(filled)} {'has' if len(filled) == 1 else 'have'} a list here"
    return {number: words for number in range(len(columns)) if number not in filled}


def _with_gaps(
    cells: Sequence[MatrixCell], lacking: Mapping[int, str], *, first: bool
) -> list[MatrixCell]:
    """Return the cells with those of empty lists marked; the first row says why."""
    return [
        replace(cell, state="gap", note=lacking[number] if first else "")
        if cell.state == "empty" and number in lacking
        else cell
        for number, cell in enumerate(cells)
    ]


# -- which item stands in which row -------------------------------------------------------------


@lru_cache(maxsize=256)
def laid_out(
    columns: tuple[tuple[str, ...], ...], *, compact: bool
) -> tuple[tuple[Places, bool], ...]:
    """Return rows of places in the columns, and whether what is in a row belongs together.

    In compact rows, runs of statements that stand alone share rows.
    """
    packed: list[tuple[Places, bool]] = []
    lone: list[list[int]] = [[] for _ in columns]
    for row in align(columns, 0):
        here = [number for number, place in enumerate(row) if place is not None]
        if len(here) > 1 or not compact:
            packed += _sharing(lone)
            packed.append((row, len(here) > 1))
        else:
            lone[here[0]] += [place for place in row if place is not None]
    return (*packed, *_sharing(lone))


def _sharing(lone: list[list[int]]) -> list[tuple[Places, bool]]:
    """Return statements that stand alone in shared rows, and start anew."""
    rows = [(row, False) for row in zip_longest(*lone)]
    for column in lone:
        column.clear()
    return rows
