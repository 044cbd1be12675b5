"""Starts the program's window."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from laddereditor.gui.look.screen_fit import fit_to_screen
from laddereditor.gui.program.remembering import restore_files, restore_geometry, restore_layout
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.sharing.handing_over import handed_over
from laddereditor.gui.unexpected.errors import UnexpectedErrors, listen, unexpected_errors
from laddereditor.gui.unexpected.guard import attempt
from laddereditor.gui.window.main_window import MainWindow

if TYPE_CHECKING:
    from laddereditor.presentation.dialogs.protocol import Dialogs
    from laddereditor.session.jobs import Jobs

# The style is named here: asking the application for it makes Qt's largest class known to Python.
_ARGUMENTS = [*sys.argv[:1], "-style", "fusion"]
_FIRST_SIGHT_MS = 10  # time for the window to be drawn before the rest is loaded


def run_window(paths: list[Path]) -> int:
    """Open the window with files, or with those of the last time; returns the exit code."""
    errors = UnexpectedErrors()  # before any call of Qt that may fail
    stop = listen(errors)
    try:
        app = make_application()
        errors.setParent(app)
        if handed_over(paths):
            return 0
        return _run(app, paths)
    except Exception as error:
        return _report_no_start(error)
    finally:
        stop()


def _report_no_start(error: Exception) -> int:
    from laddereditor.gui.unexpected.no_start import report_no_start

    return report_no_start(unexpected_errors(), error)


def _run(app: QApplication, paths: list[Path]) -> int:
    settings = Settings()
    welcome = not paths and not settings.paths("open")
    window = MainWindow(settings, enable_welcome=welcome)
    attempt(partial(restore_geometry, window))
    fit_to_screen(window)
    window.show()
    QTimer.singleShot(_FIRST_SIGHT_MS, window, lambda: _enable_welcome(window, paths, welcome))
    code = app.exec()
    # Work that still waits for a disk ends after this; the window must be hidden before.
    app.processEvents()
    app.sync()
    return code


def _enable_welcome(window: MainWindow, paths: list[Path], welcome: bool) -> None:
    """Show the welcome page before the rest is loaded, which takes longer."""
    from laddereditor.gui.look.icons import app_icon

    window.setWindowIcon(app_icon())
    if welcome:
        window.enable_welcome()
    QTimer.singleShot(_FIRST_SIGHT_MS, window, lambda: _finish_startup(window, paths))


def _finish_startup(window: MainWindow, paths: list[Path]) -> None:
    """Add what the first view of the window did without; failures are reported and left out."""
    try:
        window.finish_startup()
    except Exception as error:  # a window without its views is useless
        QApplication.exit(_report_no_start(error))
        return
    from laddereditor.gui.program.collector import give_way_to_the_window, spare_what_stays
    from laddereditor.gui.settings.locale import person_locale
    from laddereditor.gui.sharing.crashes import keep_crash_file
    from laddereditor.gui.sharing.start import share

    window.workspace.locale = person_locale()
    attempt(partial(restore_layout, window))
    attempt(partial(share, window, window.sharing))
    attempt(partial(keep_crash_file, window.disk_jobs, window.sharing.notices))
    for words in window.settings.left_out():
        window.sharing.notify(words)
    spare_what_stays()
    give_way_to_the_window()
    attempt(partial(window.opening.open_files, paths) if paths else partial(restore_files, window))


def make_application() -> QApplication:
    """Return the one application object, with the program's name."""
    app = cast("QApplication", QApplication.instance() or QApplication(_ARGUMENTS))
    app.setApplicationName("Ladder Editor")
    app.setDesktopFileName("laddereditor")
    return app


def open_window(
    paths: list[Path] | list[str],
    *,
    settings: Settings | None = None,
    dialogs: "Dialogs | None" = None,
    jobs: "Jobs | None" = None,
) -> MainWindow:
    """Return a window with files open, for tests, pictures and scripts.

    A QApplication must exist. Files are read at once, nothing is restored, no dialog is shown
    while opening. The window is not shown.

    Args:
        paths: The ladder files; the last one is shown.
        settings: The settings, None for some that are not kept.
        dialogs: Answers questions, None for dialogs.
        jobs: Runs long work, None for work that is done at once.

    Raises:
        UnreadableLadder: A file cannot be read.
    """
    from laddereditor.presentation.files.file_reading import frozen_if_copy
    from laddereditor.session.jobs import InlineJobs
    from laddereditor.storage.files.ladder_files import open_ladder

    window = MainWindow(
        settings or Settings.forgetful(), dialogs=dialogs, jobs=jobs or InlineJobs()
    )
    window.finish_startup()
    for path in paths:
        window.opening.take(frozen_if_copy(open_ladder(Path(path))))
    return window
