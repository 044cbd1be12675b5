"""The row signals of a list model whose rows are replaced."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex

R = TypeVar("R")


def replace_rows(
    model: QAbstractListModel,
    old: list[R],
    new: list[R],
    put: Callable[[list[R]], None],
    count_alike: Callable[[Sequence[R], Sequence[R]], int],
) -> int:
    """Replace the rows of a model, with the signals that keep selection and editors in place.

    Rows that look alike at the start and at the end stay; of the others only those are inserted or
    removed by which the two lists differ in length.

    Args:
        model: The model.
        old: Its rows.
        new: The rows that it gets.
        put: Gives the model other rows; it is called between the signals.
        count_alike: Returns how many rows at the start of two lists look alike.

    Returns:
        The index of the first row that may look different, for the signal of changed data. It is 0
        if the number of rows has changed, because a row may show how many there are.
    """
    top = count_alike(old, new)
    bottom = count_alike(old[top:][::-1], new[top:][::-1])
    removed, added = len(old) - top - bottom, len(new) - top - bottom
    if removed > added:
        model.beginRemoveRows(QModelIndex(), top + added, top + removed - 1)
        put([*old[: top + added], *old[top + removed :]])
        model.endRemoveRows()
    elif added > removed:
        model.beginInsertRows(QModelIndex(), top + removed, top + added - 1)
        put([*old[: top + removed], *new[top + removed : top + added], *old[top + removed :]])
        model.endInsertRows()
    put(new)
    return top if removed == added else 0
