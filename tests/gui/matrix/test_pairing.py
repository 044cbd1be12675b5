"""Pairs of statements are corrected by hand in the matrix, as in Compare."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laddereditor.align.corrections import PairCorrections
from laddereditor.gui.matrix.view import MatrixView
from laddereditor.gui.sheet.align_list import AlignList
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.presentation.matrix.words import state_words
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text

LADDER = """\
laddereditor: 1
id: mill
tracks: [{id: p, code: P, name: Professional}]
levels: [{id: P1, track: p}, {id: P2, track: p}]
families:
  - id: miller
    name: Miller
    profiles:
      - level: P1
        responsibilities: [Keeps the millstones sharp, Weighs sacks of flour]
      - level: P2
        responsibilities: [Keeps all millstones of the valley sharp, Bargains with farmers]
"""
SHARP, ALL_SHARP = "Keeps the millstones sharp", "Keeps all millstones of the valley sharp"
WEIGHS, BARGAINS = "Weighs sacks of flour", "Bargains with farmers"
KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[MatrixView]:
    workspace = Workspace()
    workspace.open(Session(read_text(LADDER)))
    workspace.go_to(Address("families/miller"))
    found = MatrixView(workspace)
    qtbot.addWidget(found)
    found.resize(900, 600)
    found.show()
    yield found
    workspace.deleteLater()


def at(view: MatrixView, text: str) -> QModelIndex:
    return next(
        view.sheet.cells.index(number, column)
        for number, row in enumerate(view.sheet.cells.matrix.rows)
        for column, cell in enumerate(row.cells)
        if row.kind == "item" and cell.text == text
    )


def press(
    view: MatrixView, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(QApplication.focusWidget() or view.sheet, key, modifier)
    QApplication.processEvents()


def together(view: MatrixView, one: str, other: str) -> bool:
    return at(view, one).row() == at(view, other).row()


def said(view: MatrixView) -> PairCorrections:
    session = view._workspace.session
    assert session is not None
    return view._workspace.corrected_pairs.of([session.ladder])


def go(view: MatrixView, text: str) -> None:
    view.sheet.setFocus()
    view.sheet.choose(at(view, text))


def test_that_a_pair_is_separated_and_put_together_again_by_keys(view: MatrixView) -> None:
    assert together(view, SHARP, ALL_SHARP)
    go(view, ALL_SHARP)
    press(view, KEY.Key_F4, SHIFT)
    row = view.sheet.cells.matrix.rows[at(view, SHARP).row()]
    assert not (row.is_match and together(view, SHARP, ALL_SHARP))
    assert view.sheet.currentIndex() == at(view, ALL_SHARP)
    assert said(view) == PairCorrections().parted(SHARP, ALL_SHARP)
    view.pairs.take_back()
    assert together(view, SHARP, ALL_SHARP)
    assert not said(view)


def test_that_a_statement_is_aligned_with_one_found_by_typing(view: MatrixView) -> None:
    go(view, WEIGHS)
    press(view, KEY.Key_F4)
    (chooser,) = view.findChildren(AlignList)
    QTest.keyClicks(chooser.finder.focusProxy() or chooser.finder, "farmers")
    press(view, KEY.Key_Return)
    assert together(view, WEIGHS, BARGAINS)
    assert view.sheet.currentIndex() == at(view, WEIGHS)
    row = view.sheet.cells.matrix.rows[at(view, BARGAINS).row()]
    cell = row.cells[1]
    assert cell.is_by_hand
    assert state_words(row, cell) == "own, in other words at P1, aligned by hand"


def test_that_two_selected_statements_are_aligned_at_once(view: MatrixView) -> None:
    go(view, WEIGHS)
    view.sheet.selectionModel().setCurrentIndex(
        at(view, BARGAINS), QItemSelectionModel.SelectionFlag.Select
    )
    entries = {entry.name: entry for entry in view.sheet.own_entries() if hasattr(entry, "name")}
    assert entries["compare.align"].words == "&Align these two"
    press(view, KEY.Key_F4)
    assert together(view, WEIGHS, BARGAINS)


def test_that_undo_takes_a_correction_of_the_matrix_back(view: MatrixView) -> None:
    go(view, WEIGHS)
    view.sheet.selectionModel().setCurrentIndex(
        at(view, BARGAINS), QItemSelectionModel.SelectionFlag.Select
    )
    view.pairs.align()
    session = view._workspace.session
    assert session is not None
    assert view._workspace.corrected_pairs.undo(session)
    assert not said(view)
