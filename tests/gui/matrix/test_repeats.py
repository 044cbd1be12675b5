"""A text that is repeated has a sign of its own, which leads to its places."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from laddereditor.compare.sheet.table import Cell, Row
from laddereditor.gui.matrix.view import MatrixView
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.sheet.repeats import repeat_sign, repeat_words, repeats_in
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text

LADDER = """\
laddereditor: 1
id: mill
tracks: [{id: p, code: P, name: Professional}]
levels: [{id: P1, track: p}, {id: P2, track: p}, {id: P3, track: p}]
families:
  - id: miller
    name: Miller
    profiles:
      - level: P1
        responsibilities: [Keeps the millstones sharp, Weighs sacks]
      - level: P2
        responsibilities: [Keeps the millstones sharp, Buys grain from two farms]
      - level: P3
        responsibilities: [Buys grain from all farms of the valley, Keeps the millstones  sharp]
"""


def _row(*texts: str) -> Row:
    cells = tuple(Cell(text, "own" if text else "empty") for text in texts)
    return Row("item", "responsibilities", FieldPath("responsibilities"), "", "", "", cells)


def test_that_the_places_of_a_repeated_text_are_found_across_rows() -> None:
    rows = [None, _row("Mills", "Sells"), _row("Weighs", "mills "), _row("", "")]
    assert repeats_in(rows) == {"mills": [(1, 0), (2, 1)]}
    assert repeat_sign([(1, 0), (2, 1), (3, 1)]) == "×3"
    assert repeat_sign(()) == ""
    assert repeat_words(["P1", "P2", "P2"]) == "the same text at P1 and P2"


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[MatrixView]:
    workspace = Workspace()
    view = MatrixView(workspace)
    qtbot.addWidget(view)
    workspace.open(Session(read_text(LADDER)))
    workspace.go_to(Address("families/miller"))
    view.resize(1000, 600)
    view.show()
    qtbot.waitExposed(view)
    yield view


def _places(view: MatrixView, text: str) -> list[tuple[int, int]]:
    model = view.sheet.sheet_model
    return [
        (row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if " ".join(str(model.index(row, column).data()).split()) == text
    ]


def test_that_the_sign_is_no_longer_that_of_other_words(view: MatrixView) -> None:
    model = view.sheet.sheet_model
    for row, column in _places(view, "Keeps the millstones sharp"):
        assert model.shown(row, column).mark == "×3"
        told = str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))
        assert "the same text at" in told
    assert model.shown(*_places(view, "Weighs sacks")[0]).mark == ""


def test_that_the_menu_of_a_cell_leads_to_the_other_places(view: MatrixView) -> None:
    first, *others = _places(view, "Keeps the millstones sharp")
    view.sheet.go_to(*first)
    menu = view.sheet.menu()
    actions = [one for one in menu.actions() if one.text().startswith("Go to the same text")]
    assert [one.text().partition(": ")[2].partition(",")[0] for one in actions] == ["P2", "P3"]
    actions[-1].trigger()
    assert view.sheet.at == others[-1]
    menu.deleteLater()


def test_that_a_click_on_the_sign_opens_its_places(qtbot: QtBot, view: MatrixView) -> None:
    sheet = view.sheet
    index = sheet.sheet_model.index(*_places(view, "Keeps the millstones sharp")[0])
    sheet.go_to(index.row(), index.column())
    rect, pen = sheet.visualRect(index), sheet.drawer.pen
    point = rect.topRight()
    point.setX(point.x() - pen.pad_x - 4)
    point.setY(point.y() + pen.pad_y + 4)
    qtbot.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=point)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == 2
    menu.close()
