"""Several windows of one program."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from laddereditor.gui.program.program_window import ProgramWindow
from laddereditor.gui.program.remembering import restore_layout
from laddereditor.presentation.settings.color_scheme import SchemeChoice
from laddereditor.session.session import Session

_STEP = 32  # pixels between a new window and the one it was opened from
_further_windows: list[ProgramWindow] = []  # nothing else holds on to further windows


def open_windows() -> list[ProgramWindow]:
    """Return the windows in view, the active one first."""
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, ProgramWindow)]
    shown = [window for window in found if window.isVisible()]
    return sorted(shown, key=lambda window: not window.isActiveWindow())


def new_window(window: ProgramWindow) -> ProgramWindow:
    """Open another, empty window beside one."""
    opened = window.further_window()
    _further_windows.append(opened)
    restore_layout(opened)
    opened.resize(window.size())
    opened.move(window.x() + _STEP, window.y() + _STEP)
    opened.show()
    return opened


def forget(window: ProgramWindow) -> None:
    """Forget a further window that was closed."""
    if window in _further_windows:
        _further_windows.remove(window)
        window.deleteLater()


def receive(paths: list[Path], fallback: ProgramWindow) -> None:
    """Open the files of a later start of the program, and raise the window."""
    window = next(iter(open_windows()), fallback)
    to_front(window)
    window.opening.open_files(paths)


def to_front(window: ProgramWindow) -> None:
    """Raise a window, also if it is minimised."""
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()


def paths_elsewhere(window: ProgramWindow) -> list[Path]:
    """Return the files that other windows have open."""
    others = (other for other in open_windows() if other is not window)
    return [s.path for other in others for s in other.workspace.sessions if s.path is not None]


def show_where_open(window: ProgramWindow, path: Path) -> bool:
    """Show a file in the window that has it open, if any; two would overwrite each other."""
    for other in open_windows():
        for session in other.workspace.sessions if other is not window else ():
            if session.path == path:
                other.workspace.show_session(session)
                to_front(other)
                return True
    return False


def quit_all(window: ProgramWindow) -> None:
    """Close every window; the next start opens the files of all of them."""
    windows = open_windows() or [window]
    paths: list[Path] = []

    def close_next() -> None:
        if windows:
            each = windows.pop(0)
            sessions = list(each.workspace.sessions)
            each.close_then(lambda: closed(sessions))
        else:
            window.settings.set_paths("open", paths)

    def closed(sessions: list[Session]) -> None:
        paths.extend(session.path for session in sessions if session.path)
        close_next()

    close_next()


class AllWindows:
    """Commands of one window that concern all windows of the program."""

    def __init__(self, window: ProgramWindow) -> None:
        self._window = window

    def new_window(self) -> None:
        """Open another, empty window."""
        new_window(self._window)

    def quit(self) -> None:
        """Close every window."""
        quit_all(self._window)

    def choose_scheme(self, scheme: SchemeChoice) -> None:
        """Show every window in these colours."""
        self._window.appearance.choose(scheme)
        self._refresh()

    def zoom(self, by: int) -> None:
        """Show the text of every window larger, smaller, or in the platform's size for 0."""
        self._window.appearance.zoom(by)
        self._refresh()

    def _refresh(self) -> None:
        self._window.refresh_appearance()
        for other in open_windows():
            if other is not self._window:
                other.refresh_appearance()
