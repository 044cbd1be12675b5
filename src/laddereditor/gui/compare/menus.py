"""The menu of a column's head, and what Compare adds to that of its cells."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from laddereditor.gui.sheet.menus import SEPARATOR, MenuEntry, of_command


class _ColumnActs(Protocol):
    """What can be done with a column, by its number."""

    def pin_column(self, column: int) -> None: ...
    def replace_column(self, column: int) -> None: ...
    def move_column(self, by: int, column: int) -> None: ...
    def open_column(self, column: int) -> None: ...
    def remove_column(self, column: int) -> None: ...


def column_entries(acts: _ColumnActs, column: int, *, last: int, pinned: bool) -> list[MenuEntry]:
    """Return what can be done with a column.

    Args:
        acts: Carries the entries out.
        column: The index of the column, from 0.
        last: The index of the last column.
        pinned: Whether the column stays the baseline.
    """
    left, right = partial(acts.move_column, -1, column), partial(acts.move_column, 1, column)
    return [
        of_command("compare.baseline", partial(acts.pin_column, column), enabled=not pinned),
        of_command("compare.replace", partial(acts.replace_column, column)),
        SEPARATOR,
        of_command("compare.move_left", left, enabled=column > 0),
        of_command("compare.move_right", right, enabled=column < last),
        SEPARATOR,
        of_command("compare.open", partial(acts.open_column, column)),
        of_command("compare.remove_column", partial(acts.remove_column, column)),
    ]


def copying_entries(run: Callable[[str], object], *, can_copy: bool) -> list[MenuEntry]:
    """Return what copies a cell to the column beside its own; `run` gets the command's id."""
    commands = ("compare.copy_left", "compare.copy_right")
    return [of_command(name, partial(run, name), enabled=can_copy) for name in commands]
