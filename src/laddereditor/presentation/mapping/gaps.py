"""The cell of a table in which a text is missing."""

from collections.abc import Sequence

from laddereditor.exchange.tables import Workbook
from laddereditor.exchange.tables.facts.fact import CellPosition


def empty_cell(
    workbook: Workbook, beside: Sequence[CellPosition], same: Sequence[CellPosition]
) -> CellPosition | None:
    """Return the empty cell where one line of a table crosses another, None if there is none.

    Args:
        workbook: The workbook.
        beside: Cells about the same competency at other levels.
        same: Cells about other competencies at the same level.
    """
    for one in beside:
        for other in same:
            if one.sheet != other.sheet:
                continue
            for row, column in ((one.row, other.column), (other.row, one.column)):
                if not workbook.grids[one.sheet].rows[row][column].text:
                    return CellPosition(one.sheet, row, column)
    return None
