"""What a window takes up from the last time: its place, its layout, the files open in it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from laddereditor.gui.main_window import MainWindow

_LAYOUT_VERSION = 1


def remember(window: "MainWindow") -> None:
    """Keep geometry, layout and open files for the next start."""
    settings = window.settings
    settings.set_bytes("geometry", window.saveGeometry())
    window.docks.bring_back()
    settings.set_bytes("layout", window.saveState(_LAYOUT_VERSION))
    settings.set_paths("open", [s.path for s in window.workspace.sessions if s.path])
    settings.sync()


def restore_geometry(window: "MainWindow") -> None:
    """Take up place and size of the last time, if there was one."""
    geometry = window.settings.bytes("geometry")
    if not geometry.isEmpty():
        window.restoreGeometry(geometry)


def restore_layout(window: "MainWindow") -> None:
    """Take up the layout of the views of the last time, if there was one."""
    layout = window.settings.bytes("layout")
    if not layout.isEmpty():
        window.restoreState(layout, _LAYOUT_VERSION)
        if window.workspace.session is None:
            window.docks.put_away(anew=True)


def restore_files(window: "MainWindow") -> None:
    """Open what was open at the end of the last time, as far as it is still there."""
    window.opening.open_files([p for p in window.settings.paths("open") if p.is_file()])
