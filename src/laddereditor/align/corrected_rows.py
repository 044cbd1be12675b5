"""Correct rows that were aligned by similarity by what a person said of their pairs."""

from collections.abc import Iterator, Sequence

from laddereditor.align.columns import Positions
from laddereditor.align.corrections import PairCorrections

ColumnTexts = Sequence[Sequence[str]]
_Places = dict[int, int]  # column -> place in it


def corrected_rows(
    rows: Sequence[Positions], columns: ColumnTexts, corrections: PairCorrections
) -> tuple[Positions, ...]:
    """Return rows in which texts are together and apart as a person said.

    Args:
        rows: The rows; each holds, for every column, the index of its text there, or None.
        columns: The texts of each column.
        corrections: What a person said of pairs; it comes before what the rows say.
    """
    if not corrections:
        return tuple(rows)
    found = [part for row in rows for part in _parted(_places(row), columns, corrections)]
    for row in list(found):
        for other in list(found):
            _bring_together(row, other, found, columns, corrections)
    return tuple(tuple(row.get(at) for at in range(len(columns))) for row in found if row)


def _places(row: Positions) -> _Places:
    return {column: place for column, place in enumerate(row) if place is not None}


def _parted(row: _Places, columns: ColumnTexts, corrections: PairCorrections) -> Iterator[_Places]:
    """Yield a row, or several if texts in it are to be apart."""
    parts: list[_Places] = []
    for column, place in row.items():
        text = columns[column][place]
        fitting = (
            part
            for part in parts
            if not any(corrections.are_apart(text, columns[c][p]) for c, p in part.items())
        )
        part = next(fitting, None)
        if part is None:
            parts.append({column: place})
        else:
            part[column] = place
    yield from parts


def _bring_together(
    row: _Places,
    other: _Places,
    rows: list[_Places],
    columns: ColumnTexts,
    corrections: PairCorrections,
) -> None:
    """Move into a row what a person put together with a text of it, and what is there out of it."""
    for column, place in list(other.items()):
        here = [columns[c][p] for c, p in row.items() if c != column]
        if other is row or not _belongs(columns[column][place], here, corrections):
            continue
        there = row.get(column)
        if there is None:
            row[column] = other.pop(column)
        elif not _belongs(columns[column][there], here, corrections):
            row[column] = other.pop(column)
            rows.insert(rows.index(row) + 1, {column: there})


def _belongs(text: str, others: Sequence[str], corrections: PairCorrections) -> bool:
    return any(corrections.are_together(text, other) for other in others)
