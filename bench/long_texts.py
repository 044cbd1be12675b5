"""One key press in a text of 20,000 signs, and a paste of 5,000 lines, place by place.

    python bench/long_texts.py [FILE]

Prints the median and the worst of the key presses in milliseconds, from the key to when the
window has nothing left to do. Of the paste, of the next keys and of undo it prints the longest turn
of the event loop: for that long the window does not answer. In a list, each pasted line becomes a
statement. The time is that of the processor in the window's thread, so that other programs on the
machine count little, but they slow caches and cores: run it on a quiet one. The aim is 50 ms.
"""

import os
import statistics
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic, sleep, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from laddereditor.edits.fields import set_at
from laddereditor.gui.app import make_application, open_window
from laddereditor.gui.jobs.jobs import ThreadJobs
from laddereditor.gui.matrix.view import MatrixView
from laddereditor.gui.program.collector import spare_what_stays
from laddereditor.gui.text.editor import TextEditor
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address, FieldPath

KEY = Qt.Key
TEXT = "Ships features and writes about them. " * 527  # 20,026 signs
LINES = "\n".join(f"Line {number} of what was pasted" for number in range(5000))
FILE = Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parents[1] / "ladders/technology.yaml"
REST = 1.0  # seconds in which all that an act puts off has happened
P3 = Address("families/ai-ml-engineer/P3")


def settle() -> None:
    """Let the window do what waits."""
    for _ in range(3):
        QApplication.processEvents()


def focused() -> QWidget:
    """Return the widget with the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def timed(act: Callable[[], None]) -> float:
    """Return how long an act and what follows from it take, in milliseconds."""
    start = thread_time()
    act()
    QApplication.processEvents()
    return 1000 * (thread_time() - start)


def longest_turn(act: Callable[[], object]) -> float:
    """Return the longest turn of the event loop that an act causes, in milliseconds."""
    start = thread_time()
    act()
    longest, end = thread_time() - start, monotonic() + REST
    while monotonic() < end:
        start = thread_time()
        QApplication.processEvents()
        longest = max(longest, thread_time() - start)
        sleep(0.001)
    return 1000 * longest


def press() -> None:
    """Press one key."""
    QTest.keyClick(focused(), KEY.Key_X)


def paste() -> None:
    """Paste the lines."""
    QTest.keyClick(focused(), KEY.Key_V, Qt.KeyboardModifier.ControlModifier)


def put(window: MainWindow, path: str, value: object) -> None:
    """Give the profile a value."""
    session = window.workspace.session
    assert session is not None
    session.apply(set_at(session.ladder, P3, path, value))
    session.end_typing()
    settle()


def in_form(window: MainWindow, field: str) -> None:
    """Edit a field in the form."""
    window.pages.show_page("form")
    window.workspace.go_to(P3, FieldPath(field))
    settle()


def in_matrix(window: MainWindow, field: str) -> None:
    """Edit a field's cell in the matrix."""
    window.workspace.go_to(P3)
    window.pages.show_page("matrix")
    settle()
    sheet = window.findChild(MatrixView, "matrixView").sheet  # type: ignore[union-attr]
    for row, found in enumerate(sheet.cells.matrix.rows):
        if found.section == field and found.cells:
            levels = [column.level for column in sheet.cells.matrix.columns]
            sheet.go_to(row, levels.index("P3"))
            sheet.setFocus()
            sheet.open_cell()
            settle()
            return


def report(name: str, window: MainWindow, go: Callable[[], None]) -> None:
    """Print how long keys and a paste take at a place."""
    before = window.size()
    go()
    editor = focused()
    if not isinstance(editor, TextEditor):
        print(f"{name:24} no editor: {editor}")
        return
    editor.select(len(editor.text()))
    presses = [timed(press) for _ in range(15)][3:]
    print(
        f"{name:24} key {statistics.median(presses):6.1f} ms, worst {max(presses):6.1f} ms"
        f"{'' if window.size() == before else '  THE WINDOW MOVED'}"
    )
    QApplication.clipboard().setText(LINES)
    session = window.workspace.session
    assert session is not None
    pasted = longest_turn(paste)
    keys = max(longest_turn(press) for _ in range(3))
    undone: list[float] = []
    while session.undo_label and len(undone) < 2:  # the typing, the paste
        undone.append(longest_turn(session.undo))
    print(f"{'':24} paste of 5,000 lines, longest turn {pasted:6.1f} ms")
    print(f"{'':24} the next keys {keys:6.1f} ms, undo {max(undone):6.1f} ms")
    QTest.keyClick(focused(), KEY.Key_Escape)
    settle()


def main() -> None:
    """Measure each place."""
    make_application()
    jobs = ThreadJobs()
    window = open_window([FILE], jobs=jobs)
    window.show()
    window.activateWindow()
    while window.workspace.session is None:
        settle()
    spare_what_stays()  # as the program does when its window stands
    session = window.workspace.session
    places: dict[str, tuple[str, object, Callable[[MainWindow, str], None]]] = {
        "form, summary": ("summary", TEXT, in_form),
        "form, statement": ("responsibilities/0", TEXT, in_form),
        "matrix, summary": ("summary", TEXT, in_matrix),
    }
    for name, (path, value, go) in places.items():
        root = path.partition("/")[0]
        put(window, root, (value,) if "/" in path else value)
        report(name, window, partial(go, window, path))
        while session.undo_label:
            session.undo()
        settle()
    window.shut_down()
    jobs.stop()


if __name__ == "__main__":
    main()
