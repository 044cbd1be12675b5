"""The words for why a cell is in its row."""

from laddereditor.compare.sheet.similarity_reasons import similarity_reasons
from laddereditor.compare.sheet.table import Comparison, Row
from laddereditor.reports.comparison.words import hand_words


def pair_words(comparison: Comparison, row: Row, column: int) -> str:
    """Return in a sentence why a cell is in its row; "" where nothing needs to be said.

    Args:
        comparison: The comparison.
        row: One of its rows.
        column: The index of the cell's column.
    """
    said = hand_words(row.cells[column]) or similarity_words(comparison, row, column)
    return f"{said[:1].upper()}{said[1:]}." if said else ""


def similarity_words(comparison: Comparison, row: Row, column: int) -> str:
    """Return that a cell was paired by similarity, with the reasons; "" if it was not.

    Args:
        comparison: The comparison.
        row: One of its rows.
        column: The index of the cell's column.
    """
    reasons = similarity_reasons(comparison, row, column)
    return f"paired by similarity ({'; '.join(reasons)})" if reasons else ""
