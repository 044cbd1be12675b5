"""A block of cells as it is copied with the heads of its rows and columns."""

from collections.abc import Sequence

from laddereditor.edits.cell_block import CellBlock
from laddereditor.presentation.sheet.page import EditedPage


def with_heads(
    page: EditedPage, columns: Sequence[int], words: Sequence[str], block: CellBlock
) -> CellBlock:
    """Return the texts of some columns with their heads above and words before each row.

    Args:
        page: The sheet.
        columns: The indexes of the columns.
        words: What is written before each row.
        block: The texts by row and column.
    """
    first = (page.title, *(page.heads[column].words for column in columns))
    return (first, *((name, *texts) for name, texts in zip(words, block, strict=True)))
