"""The menu of a column's head, and what Compare adds to that of its cells."""

from collections.abc import Callable
from functools import partial

from laddereditor.gui.sheet.menus import SEPARATOR, MenuEntry, of_command

Act = Callable[[str], object]


def column_entries(act: Act, *, pinned: bool, first: bool, last: bool) -> list[MenuEntry]:
    """Return what can be done with a column; `act` is called with the name of what is chosen."""
    return [
        _entry(act, "baseline", enabled=not pinned),
        _entry(act, "replace"),
        SEPARATOR,
        _entry(act, "move_left", enabled=not first),
        _entry(act, "move_right", enabled=not last),
        SEPARATOR,
        _entry(act, "open"),
        _entry(act, "remove_column"),
    ]


def copying_entries(act: Act, *, can_copy: bool) -> list[MenuEntry]:
    """Return what copies a cell to the column beside its own."""
    return [_entry(act, name, enabled=can_copy) for name in ("copy_left", "copy_right")]


def _entry(act: Act, name: str, *, enabled: bool = True) -> MenuEntry:
    return of_command(f"compare.{name}", partial(act, name), enabled=enabled)
