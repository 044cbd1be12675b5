"""The handler of unexpected errors, which logs and reports what was not caught elsewhere."""

import contextlib
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from laddereditor.bounded import within
from laddereditor.model.counting import plural
from laddereditor.presentation.unexpected.terminal import print_at_terminal

if TYPE_CHECKING:
    from laddereditor.gui.unexpected.dialog import ReportDialog
    from laddereditor.session.error_facts import ErrorFacts

_NAME = "unexpectedErrors"
_BUTTON_MS = 200  # until it is looked again whether a mouse button is still held
_PAUSE = 2.0  # seconds after a dialog in which no other comes up by itself
_PATIENCE = 2.0  # seconds that a disk is waited for; the window may wait as long
Write = Callable[[str], Path]


def _write(text: str) -> Path:
    from laddereditor.session.error_log import write_log  # takes its time to load

    return within(_PATIENCE, partial(write_log, text), "log")


class UnexpectedErrors(QObject):
    """Accepts errors from any thread; all are logged, and one dialog at a time is shown."""

    _reported_to_window = Signal(object, int)  # facts, how often the error has occurred so far

    def __init__(self, parent: QObject | None = None, write: Write = _write) -> None:
        super().__init__(parent)
        self.setObjectName(_NAME)
        self._write = write
        self._lock = threading.RLock()  # guards what follows
        self._counts: Counter[tuple[str, ...]] = Counter()
        self._found: dict[tuple[str, ...], ErrorFacts] = {}
        self._log = ""  # a message: where it is, or that it cannot be written
        self._log_is_stuck = False  # its disk does not answer, and is not waited for again
        self._dialog: ReportDialog | None = None
        self._waiting: ErrorFacts | None = None
        self._closed_at = float("-inf")
        self._reported_to_window.connect(self._on_error)

    # -- from any thread ----------------------------------------------------------------------

    def take(self, error: BaseException, *, quietly: bool = False) -> None:
        """Log an error and report it; if `quietly`, only log it. Never raises."""
        with contextlib.suppress(Exception):  # there is no way left to report it
            from laddereditor.session.error_facts import facts_of, facts_text

            facts = facts_of(error)
            with self._lock:
                self._found[facts.key] = facts
            count = self._count(facts.key, facts_text(facts))
            if count == 1:
                print_at_terminal(f"something unexpected happened ({facts.kind}). {self._log}.")
            if not quietly:
                self._reported_to_window.emit(facts, count)

    def note(self, text: str) -> None:
        """Log a warning without showing it. Never raises."""
        with contextlib.suppress(Exception):
            self._count((text,), text)

    def _count(self, key: tuple[str, ...], text: str) -> int:
        """Log an error the first, second, fourth, eighth time …; return how often it occurred."""
        with self._lock:
            self._counts[key] += 1
            count = self._counts[key]
            if count & (count - 1) == 0:
                self._add_to_log(f"{text}\n({plural(count, 'time')} so far)" if count > 1 else text)
        return count

    def _add_to_log(self, text: str) -> None:
        from laddereditor.storage.files.state_folder import NoStateFolder

        if self._log_is_stuck:
            return
        try:
            self._log = f"What is known of it is in {self._write(text)}"
        except (OSError, NoStateFolder) as error:
            self._log = "The log could not be written"
            self._log_is_stuck = isinstance(error, TimeoutError)

    # -- in the window's thread ---------------------------------------------------------------

    @Slot(object, int)
    def _on_error(self, facts: "ErrorFacts", count: int) -> None:
        """Go on once whatever failed has ended: it may have been painting."""
        QTimer.singleShot(0, self, partial(self._report_or_count, facts, count))

    def _report_or_count(self, facts: "ErrorFacts", count: int) -> None:
        """Report an error in a dialog if it is new or a command failed, else in the status bar."""
        if self._dialog is not None:
            self._dialog.show_report(self.report())
        elif self._waiting is not None:
            return
        elif (count == 1 and time.monotonic() - self._closed_at > _PAUSE) or facts.doing:
            self._waiting = facts
            QTimer.singleShot(0, self, self._report)
        elif count & (count - 1) == 0:
            self._report_in_status_bar(facts)

    def _report(self) -> None:
        """Store the unsaved work, then show the dialog, once nothing is being dragged."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QGuiApplication

        from laddereditor.presentation.unexpected.activity import doing_words

        if QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton:
            QTimer.singleShot(_BUTTON_MS, self, self._report)
            return
        facts, self._waiting = self._waiting, None
        if facts is not None:
            self._show(
                f"Ladder Editor made a mistake while {doing_words(facts)}. What was to happen "
                "there may not have been done.",
                "Something unexpected happened",
            )

    def show_report(self) -> None:
        """Show the same dialog when somebody asks for it."""
        if self._dialog is None:
            number = len(self._found)
            words = plural(number, "unexpected error has", "unexpected errors have")
            self._show(
                f"{words} happened since the program started."
                if number
                else "Nothing unexpected has happened since the program started. If something is "
                "wrong nevertheless, the report says which program this is and what it runs on.",
                "Report a problem",
            )
        elif self._dialog.isVisible():
            self._dialog.raise_()

    def _show(self, headline: str, title: str) -> None:
        from laddereditor.gui.unexpected.dialog import ReportDialog, parent_for_dialog
        from laddereditor.gui.unexpected.storing_work import store_work

        stored = store_work()
        dialog = ReportDialog(headline, stored, self.log_text(), parent_for_dialog())
        dialog.setWindowTitle(title)
        dialog.show_report(self.report())
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        dialog.open()

    def _closed(self) -> None:
        dialog, self._dialog = self._dialog, None
        self._closed_at = time.monotonic()
        if dialog is not None:
            dialog.deleteLater()

    def _report_in_status_bar(self, facts: "ErrorFacts") -> None:
        from laddereditor.gui.program.windows import open_windows
        from laddereditor.presentation.unexpected.activity import doing_words

        for window in open_windows()[:1]:
            if window.has_ladder:
                window.workspace.notice.emit(
                    f"Something unexpected came up again while {doing_words(facts)}: see Help › "
                    "Report a problem"
                )

    # -- what is known ------------------------------------------------------------------------

    def log_text(self) -> str:
        """Return where the log is, in plain words."""
        from laddereditor.session.error_log import log_path
        from laddereditor.storage.files.state_folder import NoStateFolder

        if self._log:
            return f"{self._log}."
        try:
            return f"The log of errors is {within(_PATIENCE, log_path, 'log')}."
        except (OSError, NoStateFolder):
            return "No log of errors can be written."

    def report(self) -> str:
        """Return all that is known, to be sent to whoever looks after the program."""
        from laddereditor.session.error_facts import facts_text, program_text

        with self._lock:
            found = [(facts, self._counts[key]) for key, facts in self._found.items()]
        parts = [f"{number} × {facts_text(facts)}" for facts, number in found]
        if not parts and (earlier := _earlier()):
            parts = [f"From the end of the log:\n{earlier}"]
        return "\n\n".join([program_text(), *(parts or ["No unexpected error."])])


def _earlier() -> str:
    """Return the end of the log, "" if its disk does not answer."""
    from laddereditor.session.error_log import log_end

    try:
        return within(_PATIENCE, log_end, "log")
    except TimeoutError:
        return ""


def unexpected_errors() -> UnexpectedErrors:
    """Return the program's handler of unexpected errors, created if there is none yet."""
    app = QCoreApplication.instance()
    found = app.findChild(UnexpectedErrors, _NAME) if app is not None else None
    return found or UnexpectedErrors(app)


def listen(errors: UnexpectedErrors) -> Callable[[], None]:
    """Send errors and Qt's warnings to the handler; return a function that unsubscribes."""
    from laddereditor.gui.unexpected.qt_messages import listen_to_qt

    before = sys.excepthook, threading.excepthook, sys.unraisablehook

    def in_main(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        if issubclass(kind, KeyboardInterrupt):
            _ask_to_quit()
        else:
            errors.take(error)

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            errors.take(args.exc_value)

    def in_cleaning_up(args: Any) -> None:
        if args.exc_value is not None:
            errors.take(args.exc_value, quietly=True)

    sys.excepthook, threading.excepthook, sys.unraisablehook = in_main, in_thread, in_cleaning_up
    end_qt = listen_to_qt(errors.note, lambda: errors.parent() is not None)

    def stop() -> None:
        end_qt()
        sys.excepthook, threading.excepthook, sys.unraisablehook = before

    return stop


def _ask_to_quit() -> None:
    """Close the windows as a person would, because Ctrl+C was pressed in the terminal."""
    from PySide6.QtWidgets import QApplication

    app = QCoreApplication.instance()
    if app is not None:
        QTimer.singleShot(0, app, QApplication.closeAllWindows)
