"""Stores unsaved work before an error is reported."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from laddereditor.gui.unexpected.guard import report

if TYPE_CHECKING:
    from laddereditor.gui.program.program_window import ProgramWindow

_PATIENCE = 2.0  # seconds that a slow disk is waited for


@dataclass(frozen=True, slots=True)
class StoredWork:
    """The ladders that have unsaved changes, and whether these are on the disk now."""

    unsaved: tuple[str, ...]  # names
    safe: bool


def store_work() -> StoredWork:
    """Write the unsaved work of every window to its recoveries now, and wait for that."""
    from laddereditor.gui.program.windows import open_windows

    unsaved: list[str] = []
    safe = True
    for window in open_windows():
        if window.has_ladder:
            names, stored = _keep(window)
            unsaved += names
            safe = safe and stored
    return StoredWork(tuple(unsaved), safe)


def _keep(window: "ProgramWindow") -> tuple[list[str], bool]:
    try:
        window.workspace.flush_requested.emit()  # what is still being typed
    except Exception as error:  # everything else is still stored
        report(error)
    names = [session.name for session in window.workspace.sessions if session.is_modified]
    if not names:
        return [], True
    return names, window.keep_now(_PATIENCE)


def safety_text(stored: StoredWork) -> str:
    """Return whether the work is safe, in plain words."""
    if not stored.unsaved:
        return "Your work is safe: nothing is unsaved."
    names = ", ".join(stored.unsaved)
    if stored.safe:
        return (
            f"Your work is safe: the unsaved changes of {names} were kept just now. They are "
            "still here, and would be offered again after a crash."
        )
    return (
        f"The unsaved changes of {names} are still here, but could not be kept in case of a "
        "crash. Save a copy now."
    )


def ladders_to_copy() -> bool:
    """Whether a ladder is open that a copy can be saved of."""
    from laddereditor.gui.program.windows import open_windows

    return any(window.has_ladder for window in open_windows())


def save_copies(written: Callable[[Path], None]) -> None:
    """Ask where copies of the ladders with unsaved changes go, else of the one shown; write them.

    The ladders keep their own files, and stay unsaved. `written` is called with each copy.
    """
    from laddereditor.gui.program.windows import open_windows

    windows = [window for window in open_windows() if window.has_ladder]
    modified = [(w, s) for w in windows for s in w.workspace.sessions if s.is_modified]
    shown = [(w, w.workspace.session) for w in windows[:1]]
    for window, session in modified or shown:
        if session is not None:
            window.saving.save_copy(session, written)
