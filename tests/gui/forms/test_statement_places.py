"""Where the rows of statement lists are, and which of them are measured."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QStyleOptionViewItem

from laddereditor.gui.forms.statements.placing import RowPlaces, placed
from laddereditor.gui.forms.statements.view import StatementView
from laddereditor.model.statement import make_statement
from laddereditor.presentation.forms.statement_edits import StatementPosition
from laddereditor.presentation.forms.statement_rows import (
    ListRows,
    StatementRow,
    list_rows,
    row_runs,
    with_draft,
)
from tests.examples import examples
from tests.gui.forms.conftest import KEY, P3, SHIFT, FormRobot

FONT = QFont()
words = st.sampled_from(["a", "bb", "ccc"])
items = st.lists(
    st.builds(make_statement, words, st.lists(words, max_size=2).map(tuple)), max_size=6
).map(tuple)


@pytest.fixture
def view(robot: FormRobot) -> StatementView:
    robot.go(P3)
    return robot.list("responsibilities")


@settings(max_examples=examples(100), deadline=None)
@given(states=st.lists(st.tuples(items, st.booleans(), st.integers(-1, 6)), max_size=5))
def test_that_rows_made_from_earlier_ones_are_those_made_again(
    states: list[tuple[tuple[str, ...], bool, int]],
) -> None:
    shown: ListRows | None = None
    places = RowPlaces((), 0, None, [], [0])
    for state, adder, drafted in states:
        draft = StatementPosition(drafted) if drafted >= 0 else None
        shown = list_rows(state, adder=adder, before=shown)
        rows = with_draft(shown, draft)
        assert rows == with_draft(list_rows(state, adder=adder), draft)
        places = placed(rows, 100, FONT, lambda row: len(row.text), places)
        assert places.heights == [len(row.text) for row in rows]
        assert places.tops == [sum(places.heights[:number]) for number in range(len(rows) + 1)]


def test_that_a_key_in_a_long_list_makes_and_measures_one_row() -> None:
    before = tuple(f"Line {number}" for number in range(1000))
    first = list_rows(before, adder=True)
    then = list_rows((*before[:500], "Another", *before[501:]), adder=True, before=first)
    assert [one for one, was in zip(then.rows, first.rows, strict=True) if one is not was] == [
        StatementRow("statement", "Another", StatementPosition(500))
    ]
    asked: list[str] = []

    def height(row: StatementRow) -> int:
        asked.append(row.text)
        return 10

    places = placed(first.rows, 100, FONT, height, RowPlaces((), 0, None, [], [0]))
    asked.clear()
    assert placed(then.rows, 100, FONT, height, places).tops == list(range(0, 10_011, 10))
    assert asked == ["Another"]
    asked.clear()
    placed(then.rows, 90, FONT, height, places)
    assert len(asked) == 1001


def test_that_rows_lie_below_each_other_in_their_heights(
    robot: FormRobot, view: StatementView
) -> None:
    robot.session.end_typing()
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    top = 0
    for row in range(view.statements.rowCount()):
        index = view.statements.index(row, 0)
        height = view.itemDelegate().sizeHint(option, index).height()
        assert view.visualRect(index) == QRect(0, top, view.viewport().width(), height)
        assert view.indexAt(QPoint(5, top)).row() == row
        assert view.indexAt(QPoint(5, top + height - 1)).row() == row
        top += height
    assert not view.indexAt(QPoint(5, top)).isValid()
    assert not view.indexAt(QPoint(-1, 0)).isValid()
    assert view.viewport().height() == top


def test_that_keys_go_from_row_to_row(robot: FormRobot, view: StatementView) -> None:
    last = view.statements.rowCount() - 1
    assert last > 1
    view.setFocus()
    reached = []
    for key in (KEY.Key_Home, KEY.Key_Up, KEY.Key_Down, KEY.Key_End, KEY.Key_Down, KEY.Key_Up):
        robot.bot.keyClick(view, key)
        reached.append(view.currentIndex().row())
    assert reached == [0, 0, 1, last, last, last - 1]


def test_that_shift_and_a_key_selects_all_rows_on_the_way(
    robot: FormRobot, view: StatementView
) -> None:
    view.setFocus()
    robot.bot.keyClick(view, KEY.Key_Home)
    robot.bot.keyClick(view, KEY.Key_Down, SHIFT)
    assert view.selected_rows() == [0, 1]


def test_that_pasted_lines_are_all_selected_below_the_row(
    robot: FormRobot, view: StatementView
) -> None:
    view.setFocus()
    view.go_to_row(0)
    QGuiApplication.clipboard().setText("One\nTwo\nThree")
    view.paste()
    assert view.selected_rows() == [1, 2, 3]
    assert view.currentIndex().row() == 3


def test_that_rows_apart_are_separate_runs() -> None:
    assert list(row_runs([1, 2, 3, 7, 9, 10])) == [(1, 3), (7, 7), (9, 10)]
    assert list(row_runs([])) == []
