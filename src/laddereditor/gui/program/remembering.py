"""Restore a window from the last time: its place, its layout, its open files."""

import json
from contextlib import suppress
from functools import partial
from pathlib import Path

from laddereditor.gui.program.program_window import ProgramWindow

_LAYOUT_VERSION = 1


def remember(window: ProgramWindow) -> None:
    """Store the geometry, the layout and the open files for the next start."""
    settings = window.settings
    settings.set_bytes("geometry", window.saveGeometry())
    window.docks.arrange("some")
    window.docks.unfold()
    settings.set_bytes("layout", window.saveState(_LAYOUT_VERSION))
    settings.set_paths("open", window.opening.elsewhere() or window.workspace.paths)
    _remember_front(window)
    settings.set_text("address", window.workspace.address)
    settings.set_text("tree", json.dumps(window.tree.state()))


def remember_files(window: ProgramWindow) -> None:
    """Store which files are open in any window, so that they are reopened after a crash."""
    opening = window.opening
    paths = [*window.workspace.paths, *opening.coming, *opening.elsewhere()]
    window.settings.set_paths("open", list(dict.fromkeys(paths)))
    if window.workspace.session is not None:
        _remember_front(window)


def _remember_front(window: ProgramWindow) -> None:
    front = window.workspace.session
    window.settings.set_paths("front", [front.path] if front and front.path else [])


def restore_geometry(window: ProgramWindow) -> None:
    """Restore place and size of the last time, if there was one."""
    geometry = window.settings.bytes("geometry")
    if not geometry.isEmpty():
        window.restoreGeometry(geometry)


def restore_layout(window: ProgramWindow) -> None:
    """Restore the layout of the views of the last time, if there was one."""
    layout = window.settings.bytes("layout")
    if not layout.isEmpty():
        window.restoreState(layout, _LAYOUT_VERSION)
        window.docks.take_layout()


def restore_files(window: ProgramWindow) -> None:
    """Open the files that were open last time and still exist."""
    front = next(iter(window.settings.paths("front")), None)  # others are in front for now
    for path in window.settings.paths("open"):
        window.opening.open_then(path, partial(_show_as_it_was, window, front), remembered=True)


def _show_as_it_was(window: ProgramWindow, front: Path | None, _session: object) -> None:
    """Show the ladder that was active, with the branches of the tree that were open."""
    for session in window.workspace.sessions:
        if session.path is not None and session.path == front:
            window.workspace.show_session(session)
            with suppress(ValueError, RecursionError):  # its content may be malformed
                window.tree.restore_state(json.loads(window.settings.text("tree")))
            window.workspace.go_to(window.settings.text("address"))
