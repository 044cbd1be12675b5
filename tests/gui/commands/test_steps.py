"""F7 and Shift+F7 step through the page in front, wherever in the window the focus is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.gui.compare.view import CompareView
from laddereditor.gui.matrix.view import MatrixView
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from tests.gui.window.helpers import type_summary

SHIFT = Qt.KeyboardModifier.ShiftModifier


def press(qtbot: QtBot, *, back: bool = False) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_F7, SHIFT if back else Qt.KeyboardModifier.NoModifier)


def parts_to_focus(window: MainWindow, page: QWidget) -> Iterator[QWidget]:
    """Yield all that Tab reaches in a page, and the tree beside it."""
    yield next(iter(window.tree.findChildren(QTreeView)))
    for widget in page.findChildren(QWidget):
        by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if widget.isVisible() and widget.isEnabled() and by_tab:
            yield widget


def test_that_f7_stays_in_compare_wherever_the_focus_is(qtbot: QtBot, window: MainWindow) -> None:
    window.opening.open_sample("technology.yaml")
    compare = window.pages.compare()
    assert isinstance(compare, CompareView)
    compare.levels.compare_with_next(Address("families/ai-ml-engineer/P3"))
    qtbot.waitUntil(lambda: compare.model.rowCount() > 0)
    seen = list(parts_to_focus(window, compare))
    assert len(seen) > 5
    for part in seen:
        compare.table.choose(compare.model.index(0, 0))
        part.setFocus()
        press(qtbot)
        assert window.centre.current == "compare", part.objectName()
        row = compare.table.currentIndex().row()
        assert row > 0, part.objectName()
        press(qtbot)
        assert compare.table.currentIndex().row() > row
        press(qtbot, back=True)
        assert compare.table.currentIndex().row() == row


def test_that_f7_stays_in_the_matrix_wherever_the_focus_is(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.opening.open_sample("technology.yaml")
    window.workspace.go_to("families/software-engineer/P3")
    matrix = window.pages.matrix()
    assert isinstance(matrix, MatrixView)
    qtbot.waitUntil(lambda: matrix.sheet.cells.matrix.gaps > 1)
    seen = list(parts_to_focus(window, matrix))
    assert len(seen) > 3
    for part in seen:
        matrix.sheet.choose(matrix.sheet.cells.index(0, 0))
        part.setFocus()
        press(qtbot)
        assert window.centre.current == "matrix", part.objectName()
        first = matrix.sheet.currentIndex()
        assert (first.row(), first.column()) != (0, 0), part.objectName()
        assert matrix.sheet.hasFocus()


def test_that_f7_goes_from_the_form_to_the_changes(qtbot: QtBot, window: MainWindow) -> None:
    type_summary(qtbot, window, "Another summary")
    press(qtbot)
    assert window.centre.current == "changes"


@pytest.mark.parametrize("back", [False, True])
def test_that_f7_says_so_where_there_is_nothing_to_go_to(
    qtbot: QtBot, window: MainWindow, back: bool
) -> None:
    window.pages.compare()
    with qtbot.waitSignal(window.workspace.notice):
        press(qtbot, back=back)
    assert window.centre.current == "compare"


@pytest.mark.parametrize("name", ["compare", "matrix"])
def test_that_ctrl_f_searches_the_sheet_that_has_the_focus_and_else_filters_the_tree(
    qtbot: QtBot, window: MainWindow, name: str
) -> None:
    window.opening.open_sample("technology.yaml")
    window.workspace.go_to("families/software-engineer/P3")
    compare = window.pages.compare()
    compare.levels.compare_with_next(Address("families/ai-ml-engineer/P3"))
    page = window.pages.show_page(name)
    for _ in range(2):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        assert QApplication.focusWidget() is page.findChild(QWidget, "findField")
    next(iter(window.tree.findChildren(QTreeView))).setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is window.findChild(QWidget, "treeFilter")
