"""The row signals of an item model whose rows are a `TreeRows`."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QModelIndex

from laddereditor.presentation.tree.tree_rows import Insert, Move, Remove, RowChange, TreeRows


def carry_out(
    model: QAbstractItemModel, rows: TreeRows, step: RowChange, index: Callable[[int], QModelIndex]
) -> None:
    """Carry out a step between the signals that Qt wants around it.

    Args:
        model: The model that shows the rows.
        rows: The rows.
        step: A step from `rows.steps`; a redraw only changes the rows, and the model reports it.
        index: Returns the index of a row by its number.
    """
    match step:
        case Insert(parent, row, nodes):
            model.beginInsertRows(index(parent), row, row + len(nodes) - 1)
            rows.do(step)
            model.endInsertRows()
        case Remove(parent, first, last):
            model.beginRemoveRows(index(parent), first, last)
            rows.do(step)
            model.endRemoveRows()
        case Move(source, row, parent, before):
            model.beginMoveRows(index(source), row, row, index(parent), before)
            rows.do(step)
            model.endMoveRows()
