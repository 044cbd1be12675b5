"""“Levels” merged over several columns, whose cells say which levels are there."""

from laddereditor.exchange.tables.recognition.blocks import LevelBlock, LevelRow
from laddereditor.exchange.tables.recognition.sheet_view import SheetView, is_number
from laddereditor.exchange.tables.terms.words import head_role


def spanned_level_row(view: SheetView) -> LevelRow | None:
    """Return the row whose merged head says “levels” above columns of one number each."""
    for (row, left), span in sorted(view.spans.items()):
        is_head = span.top == span.bottom and span.right > span.left
        if not is_head or head_role(view.texts[row][left]) != "level":
            continue
        blocks = []
        for column in range(left, span.right + 1):
            values = set(view.column(column, range(row + 1, view.height)))
            if len(values) != 1 or not all(map(is_number, values)):
                break
            blocks.append(LevelBlock(values.pop(), column, column))
        if len(blocks) == span.right - left + 1:
            return LevelRow(row, tuple(blocks), 0.8)
    return None
