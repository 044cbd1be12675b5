"""Qt's own warnings, for the log: which part of Qt warned, and how often, without its words.

A message of Qt's may quote what it was given (a link, a font, a text that does not fit), so no
more of it is kept than the name of the function that it begins with.
"""

import os
import re
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from laddereditor.model.counting import plural
from laddereditor.presentation.unexpected.terminal import EXIT_CODE, print_at_terminal

_FUNCTION = re.compile(r"Q[A-Za-z]+(?:::~?\w+)*|[A-Za-z.]+::\w+")
_KINDS = {
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}
_CATEGORY = re.compile(r"[\w.]{1,40}")


def listen_to_qt(
    report: Callable[[str], object], is_running: Callable[[], bool]
) -> Callable[[], None]:
    """Call `report` with Qt's warnings, from any thread; return a function that unsubscribes.

    An error that Qt cannot survive before the program `is_running` ends the program with a line and
    an exit code.
    """

    def on_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        print_at_terminal(text)
        if kind in _KINDS:
            report(message_text(_KINDS[kind], context.category or "", text))
        if kind == QtMsgType.QtFatalMsg and not is_running():
            # Qt found no screen to draw on, and would abort with a dump of the memory.
            print_at_terminal("the window cannot be shown here; the lines above say what Qt misses")
            os._exit(EXIT_CODE)

    qInstallMessageHandler(on_message)

    def stop() -> None:
        qInstallMessageHandler(None)

    return stop


def message_text(kind: str, category: str, text: str) -> str:
    """Return what the log gets of a message of Qt: no text that may be from a ladder.

    Args:
        kind: How severe it is: `warning`, `critical` …
        category: The category that Qt gives, such as `qt.gui.icc`.
        text: The message; only the name of a function at its beginning is kept, and its length.
    """
    found = _FUNCTION.match(text)
    what = found[0] if found else f"a message of {plural(len(text), 'character')}"
    known = _CATEGORY.fullmatch(category)
    return f"Qt {kind}{f' [{known[0]}]' if known else ''}: {what}"
