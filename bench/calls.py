"""Counts what one act of a person sets going in the window: calls, files touched, depth.

    python bench/calls.py [--modules 10] [FILE; ladders/technology.yaml if none is given]

Four acts in the real window, offscreen: one key in Summary of a profile, one key in a statement
that is being edited in the form, a cell of Compare that is given another text, and one change of
a colleague's copy that is taken. Counted are calls of the program's own Python functions while
the act itself lasts and after it until the window is at rest (`+`), the files of src that they
are in, and how deep they lie in each other. Counts do not depend on the machine, so one run is
enough. `--modules` names the modules that were called most.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any, TypeVar, cast

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPlainTextEdit, QPushButton, QWidget

import laddereditor
from laddereditor.edits.fields import set_field
from laddereditor.gui.app import make_application, open_window
from laddereditor.gui.changes.view import ChangesView
from laddereditor.gui.compare.view import CompareView
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address, FieldPath

SOURCE = str(Path(laddereditor.__file__).parent) + os.sep
SAMPLE = Path(__file__).resolve().parents[1] / "ladders/technology.yaml"
# What names places and looks them up; a call of one is often work that another one was spared.
_ADDRESSING = tuple(f"model/{name}.py" for name in ("address", "address_parts", "lookup", "paths"))
_LATER_MS = 400  # longer than any timer that puts work off for a moment

W = TypeVar("W", bound=QWidget)


@dataclass
class Count:
    """The calls of the program's own functions while `counted` runs."""

    calls: Counter[str] = field(default_factory=Counter)  # by file below src/laddereditor
    at_once: int = 0  # calls before the act returned; the others came from timers and events
    depth: int = 0  # the most calls of our own that lay in each other
    _now: int = 0

    @property
    def total(self) -> int:
        """Return how many calls there were."""
        return sum(self.calls.values())

    def __call__(self, frame: FrameType, event: str, _: Any) -> None:
        """Take one event of the interpreter."""
        name = frame.f_code.co_filename
        if event not in ("call", "return") or not name.startswith(SOURCE):
            return
        self._now += 1 if event == "call" else -1
        if event == "call":
            self.calls[name[len(SOURCE) :]] += 1
            self.depth = max(self.depth, self._now)


def counted(act: Callable[[], object]) -> Count:
    """Count what an act sets going until the window is at rest."""
    count = Count()
    sys.setprofile(count)
    try:
        act()
        count.at_once = count.total
        rest()
    finally:
        sys.setprofile(None)
    return count


def rest() -> None:
    """Let everything run that waits, what is put off for a moment included."""
    QTest.qWait(_LATER_MS)
    QApplication.processEvents()


def named(window: QWidget, kind: type[W], name: str) -> W:
    """Return the widget of a kind with an object name."""
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def editor_in_use() -> QWidget:
    """Return the widget that has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def summary_key(window: MainWindow, address: Address) -> Count:
    """Type one letter in the summary of a profile, after a first one."""
    window.workspace.go_to(address, FieldPath("summary"))
    rest()
    editor = named(window.form, QPlainTextEdit, "field.summary")
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_X)
    rest()
    return counted(lambda: QTest.keyClick(editor, Qt.Key.Key_Y))


def statement_key(window: MainWindow, address: Address) -> Count:
    """Type one letter in the first responsibility of a profile, after a first one."""
    window.workspace.go_to(address, FieldPath("responsibilities/0"))
    rest()
    view = named(window.form, QAbstractItemView, "field.responsibilities")
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_F2)
    QTest.keyClick(editor_in_use(), Qt.Key.Key_X)
    rest()
    count = counted(lambda: QTest.keyClick(editor_in_use(), Qt.Key.Key_Y))
    QTest.keyClick(editor_in_use(), Qt.Key.Key_Return)
    rest()
    return count


def cell_of(model: QAbstractItemModel, text: str, column: int) -> QModelIndex:
    """Return the cell of a column that shows a text."""
    for row in range(model.rowCount()):
        index = model.index(row, column)
        if index.data() == text:
            return index
    raise LookupError(text)


def compare_cell(window: MainWindow, addresses: list[Address], text: str) -> Count:
    """Give a cell of the second column of Compare another text, and press Enter."""
    view = cast("CompareView", window.pages.show_page("compare"))
    view.levels.compare_addresses(addresses)
    rest()
    table = view.table
    table.setFocus()
    table.setCurrentIndex(cell_of(table.model(), text, 1))
    QTest.keyClick(table, Qt.Key.Key_F2)
    QTest.keyClicks(editor_in_use(), "Z")
    rest()
    return counted(lambda: QTest.keyClick(editor_in_use(), Qt.Key.Key_Return))


def taken_change(window: MainWindow, addresses: list[Address]) -> Count:
    """Take the first of two changes of a colleague's copy."""
    session = window.workspace.session
    assert session is not None
    theirs = session.ladder
    for address in addresses:
        theirs = set_field(theirs, Address(address), "summary", "Another summary").change(theirs)
    view = cast("ChangesView", window.pages.show_page("changes"))
    view.review(theirs, "theirs.yaml")
    rest()
    view.step(+1)
    rest()
    take = named(view, QPushButton, "changesTake")
    assert take.isEnabled()
    count = counted(take.click)
    assert session.ladder is not theirs
    return count


def report(name: str, count: Count, modules: int) -> None:
    """Print one act, and the modules that it called most."""
    later = count.total - count.at_once
    print(
        f"{name:<36}{count.at_once:>7} + {later:>6} calls {len(count.calls):>5} files"
        f" {count.depth:>4} deep, {sum(count.calls[one] for one in _ADDRESSING):>5} in addresses"
    )
    for module, calls in count.calls.most_common(modules):
        print(f"    {module:<48}{calls:>6}")


def main() -> None:
    """Print all counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("file", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--modules", type=int, default=0)
    given = parser.parse_args()
    make_application()
    window = open_window([given.file])
    window.resize(1280, 800)
    window.show()
    QTimer.singleShot(0, window.activateWindow)
    rest()
    assert window.workspace.session is not None
    family = window.workspace.session.ladder.families[0]
    pair = [Address(f"families/{family.id}/{profile.level}") for profile in family.profiles[-2:]]
    text = family.profiles[-1].responsibilities[0]
    report("one key in Summary", summary_key(window, pair[0]), given.modules)
    report("one key in a statement of the form", statement_key(window, pair[0]), given.modules)
    report("a cell of Compare", compare_cell(window, pair, str(text)), given.modules)
    report("a change taken", taken_change(window, pair), given.modules)
    window.hide()
    window.shut_down()


if __name__ == "__main__":
    main()
