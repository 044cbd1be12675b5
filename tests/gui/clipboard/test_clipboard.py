"""What is copied anywhere is marked as text for spreadsheets, and comes back as it was written."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from laddereditor.edits.cell_block import as_text, lines_as_text, read_block
from laddereditor.edits.fields import set_field
from laddereditor.gui.app import open_window
from laddereditor.gui.clipboard.clipboard import cells_data, copied_text, put, put_text
from laddereditor.gui.compare.table import CompareTable
from laddereditor.gui.forms.statements.view import StatementView
from laddereditor.gui.matrix.sheet import MatrixSheet
from laddereditor.gui.text.line import LineInput
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from laddereditor.model.equivalent import Equivalent
from laddereditor.presentation.export.offers import PreviewAnswer
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
FORMULA = '=HYPERLINK("x")'
P2 = Address("families/software/P2")


@pytest.mark.parametrize(
    "cell",
    [
        *("=1+1", "+49 30", "-5 %", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\ufeff=1"),
        *("\u200b+1", "\x1f=1", "＝1", "＋1", "－1", "＠x", "\u00a0=1"),
    ],
)
def test_that_what_a_spreadsheet_takes_for_a_formula_is_marked(cell: str) -> None:
    assert as_text(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=1", "5-6", "'=1", "–5", "• one", "(=1)", "1+1"])
def test_that_other_cells_stay(cell: str) -> None:
    assert as_text(cell) == cell


def test_that_each_line_and_cell_is_looked_at() -> None:
    assert lines_as_text("a\t=1\n-b\nc") == "a\t'=1\n'-b\nc"


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, dialogs: FakeDialogs) -> Iterator[MainWindow]:
    raw = yaml.safe_load(SMALL)
    profile = raw["families"][0]["profiles"][1]
    profile["responsibilities"] = [FORMULA, "-cmd|x"]
    raw["skills"][0]["name"] = raw["families"][0]["name"] = FORMULA
    raw["skills"][0]["description"] = raw["skills"][1]["name"] = "+1"
    raw["history"] = [{"version": "1.0.0", "date": "2026-01-02", "author": FORMULA}]
    path = tmp_path / "=small.yaml"
    path.write_text(yaml.safe_dump(raw, sort_keys=False), "utf-8")
    window = open_window([path], dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    dialogs.answers["save_changes"] = "discard"
    window.resize(1280, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.workspace.go_to(P2)
    QApplication.processEvents()
    yield window


def press_copy(view: QWidget) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def from_matrix(window: MainWindow) -> None:
    window.pages.show_page("matrix")
    sheet = window.findChild(MatrixSheet)
    QApplication.processEvents()
    sheet.selectAll()
    sheet.copy()


def from_compare(window: MainWindow) -> None:
    window.actions_by_id["compare.track"].trigger()
    QApplication.processEvents()
    window.actions_by_id["compare.copy"].trigger()


def from_a_compared_cell(window: MainWindow) -> None:
    window.actions_by_id["compare.track"].trigger()
    QApplication.processEvents()
    table = window.findChild(CompareTable)
    assert table is not None
    for row in range(table.model().rowCount()):
        for column in range(table.model().columnCount()):
            index = table.model().index(row, column)
            if index.data() == FORMULA:
                table.setCurrentIndex(index)
                press_copy(table)
                return


def from_statements(window: MainWindow) -> None:
    view = window.form.findChildren(StatementView)[0]
    view.selectAll()
    view.copy()


def from_tree(window: MainWindow) -> None:
    window.workspace.go_to("skills/python")
    window.tree.copy()


def from_changes(window: MainWindow) -> None:
    session = window.workspace.session
    assert session is not None
    window.workspace.apply(set_field(session.ladder, Address("families/software"), "name", "+New"))
    window.actions_by_id["changes.saved"].trigger()
    QApplication.processEvents()
    view = window.pages.show_page("changes").tree  # type: ignore[attr-defined]
    view.selectAll()
    view.copy()


def from_versions(window: MainWindow) -> None:
    window.pages.show_dock("versions")
    view = window.versions.findChild(QTreeWidget)
    assert view is not None
    item = view.topLevelItem(0)
    assert item is not None
    view.setCurrentItem(item, 2, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    press_copy(view)


def from_page(window: MainWindow) -> None:
    window.pages.show_dock("page")
    window.page.draw()
    window.page.selectAll()
    window.page.copy()


def from_equivalents(window: MainWindow) -> None:
    session = window.workspace.session
    assert session is not None
    given = (Equivalent(scheme=FORMULA, code="+1", name="-x"),)
    window.workspace.apply(set_field(session.ladder, Address("levels/P1"), "equivalents", given))
    window.pages.show_page("equivalents")
    QApplication.processEvents()
    sheet = window.centre.made["equivalents"].sheet  # type: ignore[attr-defined]
    sheet.selectAll()
    sheet.copy()


def from_a_list_of_qt(window: MainWindow) -> None:
    view = QListWidget(window)
    view.addItem(FORMULA)
    view.setCurrentRow(0)
    view.show()
    press_copy(view)


@pytest.mark.parametrize(
    "copy",
    [
        *(from_matrix, from_compare, from_a_compared_cell, from_statements, from_tree),
        *(from_changes, from_versions, from_page, from_equivalents, from_a_list_of_qt),
    ],
)
def test_that_every_view_marks_cells_as_text(
    window: MainWindow, copy: Callable[[MainWindow], None]
) -> None:
    QGuiApplication.clipboard().clear()
    copy(window)
    cells = [cell for row in read_block(clipboard()) for cell in row]
    lines = [line for cell in cells for line in cell.split("\n")]
    assert any(line.startswith(("'=", "'+")) or ": '" in line or FORMULA in line for line in lines)
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("kind", range(5))
def test_that_a_copied_sheet_marks_its_lines_as_text(
    window: MainWindow, dialogs: FakeDialogs, kind: int
) -> None:
    dialogs.answers["preview"] = PreviewAnswer("copy", chosen=kind)
    window.actions_by_id["file.sheets"].trigger()
    lines = clipboard().split("\n")
    assert not [one for one in lines if one.lstrip().startswith(("=", "+", "@"))]
    html = QGuiApplication.clipboard().mimeData().html()
    cells = re.findall(r"<t[dh]\b[^>]*>", html)
    assert all("mso-number-format" in one for one in cells), cells


def test_that_html_cells_are_text_for_excel(window: MainWindow) -> None:
    from_matrix(window)
    html = QGuiApplication.clipboard().mimeData().html()
    assert html.count("<td") == html.count("mso-number-format:'\\@'")


def test_that_cells_pasted_into_the_matrix_are_as_they_were(window: MainWindow) -> None:
    session = window.workspace.session
    assert session is not None
    put(cells_data([[FORMULA], ["-cmd|x"]]))
    assert clipboard() == "'=HYPERLINK(\"x\")\n'-cmd|x\n"
    window.pages.show_page("matrix")
    QApplication.processEvents()
    sheet = window.findChild(MatrixSheet)
    found = [
        (row, column)
        for row in range(sheet.model().rowCount())
        for column in range(sheet.model().columnCount())
        if sheet.model().index(row, column).data() == "Fixes defects in a known service"
    ]
    assert found
    place = sheet.model().index(*found[0])
    flags = QItemSelectionModel.SelectionFlag
    sheet.selectionModel().setCurrentIndex(place, flags.ClearAndSelect)
    sheet.paste()
    assert session.ladder.families[0].profiles[0].responsibilities == (FORMULA, "-cmd|x")


def test_that_statements_pasted_back_are_as_they_were(window: MainWindow) -> None:
    session = window.workspace.session
    assert session is not None
    from_statements(window)
    view = window.form.findChildren(StatementView)[0]
    view.paste()
    now = session.ladder.families[0].profiles[1].responsibilities
    assert now == (FORMULA, "-cmd|x", FORMULA, "-cmd|x")


@pytest.mark.parametrize("make", [QLineEdit, QPlainTextEdit])
def test_that_a_cell_pasted_into_a_field_is_as_it_was(
    window: MainWindow, make: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    put_text(FORMULA)
    if make is QLineEdit:
        fields: list[QLineEdit | QPlainTextEdit] = [
            f for f in window.form.findChildren(QLineEdit) if f.isVisible()
        ]
        fields = [field for field in fields if field.objectName() == "field.title"] or fields[:1]
    else:
        fields = [f for f in window.form.findChildren(QPlainTextEdit) if f.isVisible()]
    field = fields[0]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    assert text == FORMULA


def test_that_a_text_from_elsewhere_is_taken_as_it_is(qapp: QApplication) -> None:
    QGuiApplication.clipboard().setText("'=1")
    assert copied_text() == "'=1"


def test_that_the_menu_of_a_line_pastes_what_was_copied(qtbot: QtBot) -> None:
    line = LineInput()
    heard: list[str] = []
    qtbot.addWidget(line)
    line.typed.connect(heard.append)
    put_text(FORMULA)
    menu = line.standard_menu()
    paste = next(action for action in menu.actions() if action.objectName() == "edit-paste")
    paste.trigger()
    assert heard == [line.text()] == [FORMULA]
    menu.deleteLater()
