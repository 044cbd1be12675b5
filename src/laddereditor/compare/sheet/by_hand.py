"""Mark the pairs that a person put together."""

from collections.abc import Sequence

from laddereditor.align.corrections import PairCorrections
from laddereditor.compare.sheet.table import Row


def with_pairs_by_hand(row: Row, bases: Sequence[int | None], corrections: PairCorrections) -> Row:
    """Return a row whose cells say if a person put them beside what they are compared with.

    Args:
        row: A row, compared.
        bases: For each column, the index of the one it is compared with, None for none.
        corrections: What a person said of pairs.
    """
    if row.kind != "item" or not row.is_match or not corrections.together:
        return row
    marked = [
        base is not None and corrections.are_together(row.cells[base].text, cell.text)
        for cell, base in zip(row.cells, bases, strict=True)
    ]
    if not any(marked):
        return row
    pairs = zip(row.cells, marked, strict=True)
    cells = tuple(cell._replace(is_by_hand=True) if by_hand else cell for cell, by_hand in pairs)
    return row.filled(cells, row.heading)
