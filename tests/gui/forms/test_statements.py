"""Statement lists by keyboard and mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMenu, QToolTip

from laddereditor.gui.forms.statements.row_editor import RowEditor
from laddereditor.gui.forms.statements.view import StatementView
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import ExampledStatement, Statements
from tests.gui.forms.conftest import ALT, CTRL, KEY, P3, SHIFT, FormRobot

START: Statements = ("Plans the work", "Does the work", "Looks back at it")


@pytest.fixture
def ladder(ladder: Ladder) -> Ladder:
    family = ladder.families[0]
    profile = evolve(family.profiles[1], responsibilities=START)
    profiles = (family.profiles[0], profile, family.profiles[2])
    return evolve(ladder, families=(evolve(family, profiles=profiles), *ladder.families[1:]))


@pytest.fixture
def view(robot: FormRobot) -> StatementView:
    robot.go(P3)
    found = robot.list("responsibilities")
    QAbstractItemModelTester(
        found.statements, QAbstractItemModelTester.FailureReportingMode.Fatal, found
    )
    return found


@pytest.fixture
def held(robot: FormRobot) -> Callable[[], Statements]:
    return lambda: robot.value(P3).responsibilities


Held = Callable[[], Statements]


def steps(robot: FormRobot) -> int:
    count = 0
    while robot.session.undo_label:
        robot.session.undo()
        count += 1
    for _ in range(count):
        robot.session.redo()
    return count


def test_that_f2_edits_the_row_and_each_key_counts(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    robot.edit_row(view, 1)
    robot.type(" well")
    assert held()[1] == "Does the work well"
    assert steps(robot) == 1


def test_that_a_click_edits_where_it_was(robot: FormRobot, view: StatementView, held: Held) -> None:
    robot.click_row(view, 1)
    editor = robot.focus()
    assert isinstance(editor, RowEditor)
    assert editor.toPlainText() == "Does the work"
    robot.type("!")
    assert held()[1] == "Does the work!"


def test_that_typing_on_a_row_edits_it(robot: FormRobot, view: StatementView, held: Held) -> None:
    view.setFocus()
    view.go_to_row(0)
    robot.type(" ahead")
    assert held()[0] == "Plans the work ahead"


def test_that_the_last_row_adds_a_statement_as_one_step(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    robot.click_row(view, 3)
    robot.type("Tells others")
    assert held() == (*START, "Tells others")
    assert steps(robot) == 1
    assert view.statements.row(4).kind == "adder"


def test_that_enter_starts_a_statement_below(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    robot.edit_row(view, 0)
    robot.key(KEY.Key_Return)
    assert held() == START
    robot.type("Asks why")
    assert held() == ("Plans the work", "Asks why", *START[1:])
    robot.session.undo()
    assert held() == START


def test_that_enter_in_the_middle_splits(robot: FormRobot, view: StatementView, held: Held) -> None:
    editor = robot.edit_row(view, 1)
    editor.put("Does the work", 4)
    robot.key(KEY.Key_Return)
    assert held() == (START[0], "Does", "the work", START[2])
    focused = robot.focus()
    assert isinstance(focused, RowEditor)
    assert (focused.toPlainText(), focused.caret) == ("the work", 0)


def test_that_an_empty_row_left_alone_is_not_stored(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    robot.edit_row(view, 0)
    robot.key(KEY.Key_Return)
    assert view.statements.rowCount() == 5
    robot.widget("field.summary").setFocus()
    assert view.statements.rowCount() == 4
    assert held() == START
    assert steps(robot) == 0


def test_that_backspace_in_an_emptied_row_deletes_it(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    robot.edit_row(view, 1)
    robot.key(KEY.Key_A, CTRL)
    robot.key(KEY.Key_Backspace)
    assert held()[1] == ""
    robot.key(KEY.Key_Backspace)
    assert held() == (START[0], START[2])
    focused = robot.focus()
    assert isinstance(focused, RowEditor)
    assert focused.toPlainText() == START[0]
    robot.session.undo()
    assert held() == START


def test_that_a_row_that_was_emptied_goes_when_it_is_left(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    robot.edit_row(view, 1)
    robot.key(KEY.Key_A, CTRL)
    robot.key(KEY.Key_Delete)
    robot.widget("field.summary").setFocus()
    assert held() == (START[0], START[2])
    assert steps(robot) == 1


def test_that_backspace_at_the_start_joins_with_the_row_above(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    robot.edit_row(view, 1)
    robot.key(KEY.Key_Home)
    robot.key(KEY.Key_Backspace)
    assert held() == ("Plans the work Does the work", START[2])
    robot.session.undo()
    assert held() == START


def test_that_delete_at_the_end_joins_with_the_row_below(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    robot.edit_row(view, 1)
    robot.key(KEY.Key_Delete)
    assert held() == (START[0], "Does the work Looks back at it")


def test_that_the_caret_crosses_rows(robot: FormRobot, view: StatementView) -> None:
    robot.edit_row(view, 1)
    robot.key(KEY.Key_Down)
    focused = robot.focus()
    assert isinstance(focused, RowEditor)
    assert focused.toPlainText() == START[2]
    robot.key(KEY.Key_Up)
    robot.key(KEY.Key_Up)
    focused = robot.focus()
    assert isinstance(focused, RowEditor)
    assert focused.toPlainText() == START[0]


@pytest.mark.parametrize("editing", [True, False])
def test_that_alt_and_arrows_move_a_row(
    robot: FormRobot, view: StatementView, held: Held, editing: bool
) -> None:
    view.setFocus()
    view.go_to_row(0)
    if editing:
        robot.edit_row(view, 0)
    robot.key(KEY.Key_Down, ALT)
    assert held() == (START[1], START[0], START[2])
    robot.key(KEY.Key_Down, ALT)
    assert held() == (START[1], START[2], START[0])
    robot.key(KEY.Key_Up, ALT)
    assert held() == (START[1], START[0], START[2])
    assert steps(robot) == 3


def test_that_selected_rows_are_deleted_as_one_step(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    view.setFocus()
    view.go_to_row(0)
    robot.key(KEY.Key_Down, SHIFT)
    robot.key(KEY.Key_Delete)
    assert held() == (START[2],)
    robot.session.undo()
    assert held() == START


def test_that_ctrl_click_selects_rows_without_editing(
    robot: FormRobot, view: StatementView
) -> None:
    view.setFocus()
    robot.click_row(view, 0, CTRL)
    robot.click_row(view, 2, CTRL)
    assert view.selected_rows() == [0, 2]
    assert not isinstance(robot.focus(), RowEditor)


def test_that_selected_rows_are_copied_as_lines(robot: FormRobot, view: StatementView) -> None:
    view.setFocus()
    view.go_to_row(0)
    robot.key(KEY.Key_Down, SHIFT)
    robot.key(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Plans the work\nDoes the work"


def test_that_pasting_many_lines_into_the_last_row_is_one_step(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    QGuiApplication.clipboard().setText("• First point\n• Second point\n\n• Third point\n")
    robot.click_row(view, 3)
    robot.key(KEY.Key_V, CTRL)
    assert held() == (*START, "First point", "Second point", "Third point")
    robot.session.undo()
    assert held() == START
    assert not robot.session.undo_label


def test_that_pasting_many_lines_into_a_text_keeps_the_text(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    QGuiApplication.clipboard().setText("A\nB")
    robot.edit_row(view, 0)
    robot.key(KEY.Key_V, CTRL)
    assert held() == (START[0], "A", "B", *START[1:])
    robot.type("!")
    assert held()[2] == "B!"


def test_that_one_pasted_line_stays_in_the_row(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    QGuiApplication.clipboard().setText(" and more")
    robot.edit_row(view, 0)
    robot.key(KEY.Key_V, CTRL)
    assert held()[0] == "Plans the work and more"


def test_that_lines_are_pasted_below_the_selected_row(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    QGuiApplication.clipboard().setText("A\nB")
    view.setFocus()
    view.go_to_row(0)
    robot.key(KEY.Key_V, CTRL)
    assert held() == (START[0], "A", "B", *START[1:])
    assert view.selected_rows() == [1, 2]


def test_that_rows_are_dragged_to_another_place(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    view.setFocus()
    view.go_to_row(0)
    data = view.statements.mimeData([view.statements.index(0, 0)])
    place = QPointF(view.visualRect(view.statements.index(2, 0)).bottomLeft())

    class Drop(QDropEvent):
        def source(self) -> StatementView:
            return view

    action = Qt.DropAction.MoveAction
    event = Drop(place, action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    view.dropEvent(event)
    assert held() == (START[1], START[2], START[0])
    assert steps(robot) == 1


def test_that_ctrl_e_adds_an_example(robot: FormRobot, view: StatementView, held: Held) -> None:
    robot.edit_row(view, 1)
    robot.key(KEY.Key_E, CTRL)
    robot.type("like this")
    assert held()[1] == ExampledStatement(text="Does the work", examples=("like this",))
    robot.key(KEY.Key_Return)
    robot.type("or that")
    assert held()[1] == ExampledStatement(text="Does the work", examples=("like this", "or that"))
    assert steps(robot) == 2


def test_that_enter_in_an_empty_example_continues_with_a_statement(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    robot.edit_row(view, 1)
    robot.key(KEY.Key_E, CTRL)
    robot.type("a")
    robot.key(KEY.Key_Return)
    robot.key(KEY.Key_Return)
    robot.type("Next")
    assert held()[2] == "Next"


def test_that_the_button_of_a_row_adds_an_example(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    rect = view.visualRect(view.statements.index(0, 0))
    button = view._delegate.example_button(rect)
    robot.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=button.center())
    robot.type("x")
    assert held()[0] == ExampledStatement(text="Plans the work", examples=("x",))


def test_that_escape_goes_back_to_the_rows(robot: FormRobot, view: StatementView) -> None:
    robot.edit_row(view, 1)
    robot.key(KEY.Key_Escape)
    assert view.hasFocus()


def test_that_tab_leaves_the_list_from_the_editor(robot: FormRobot, view: StatementView) -> None:
    robot.edit_row(view, 1)
    robot.key(KEY.Key_Tab)
    assert robot.focus() is not view
    assert not isinstance(robot.focus(), RowEditor)


def test_that_undo_while_editing_shows_the_text_before(
    robot: FormRobot, view: StatementView
) -> None:
    editor = robot.edit_row(view, 1)
    robot.type(" x")
    robot.session.undo()
    assert editor.toPlainText() == "Does the work"
    assert editor.isVisible()
    robot.type("y")
    assert robot.value(P3).responsibilities[1].endswith("y")


def test_that_undo_of_a_new_row_closes_its_editor(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    robot.click_row(view, 3)
    robot.type("New")
    robot.session.undo()
    assert held() == START
    assert view.statements.rowCount() == 4


def test_that_rows_have_names_for_screen_readers(robot: FormRobot, view: StatementView) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    assert view.statements.index(2, 0).data(role).startswith("Responsibility 3 of 3")
    editor = robot.edit_row(view, 2)
    assert editor.accessibleName() == "Responsibility 3 of 3"


def test_that_the_list_is_as_tall_as_its_rows(robot: FormRobot, view: StatementView) -> None:
    before = view.height()
    robot.edit_row(view, 0)
    robot.type(" with many words that need more than one line" * 4)
    robot.settle()
    assert view.height() > before
    assert view.verticalScrollBar().maximum() == 0
    editor = robot.focus()
    assert isinstance(editor, RowEditor)
    assert editor.verticalScrollBar().maximum() == 0


def test_that_an_empty_list_says_what_to_do(robot: FormRobot) -> None:
    robot.go("families/data")
    view = robot.list("specialties")
    assert view._delegate._words(view.statements.row(0)).startswith("No specialties yet.")


def test_that_the_menu_offers_what_the_keys_do(
    robot: FormRobot, view: StatementView, held: Held
) -> None:
    view.setFocus()
    view.go_to_row(0)
    menu = QMenu(view)
    view.fill_menu(menu)
    actions = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert {"Copy", "Paste lines", "Add an example", "Move down", "Delete"} <= set(actions)
    actions["Move down"].trigger()
    assert held()[0] == START[1]


def test_that_another_entity_ends_the_typing(robot: FormRobot, view: StatementView) -> None:
    editor = robot.edit_row(view, 1)
    robot.go("families/models/P4")
    assert not editor.isVisible()
    assert robot.value(P3).responsibilities == START


@pytest.mark.parametrize(
    ("address", "name"),
    [("skills/mentoring", "aliases"), ("families/models", "specialties"), (P3, "titles")],
)
def test_that_lists_of_lines_are_edited_alike(robot: FormRobot, address: str, name: str) -> None:
    robot.go(address)
    view = robot.list(name)
    before = robot.value(address)
    robot.click_row(view, view.statements.rowCount() - 1)
    robot.type("One more")
    assert getattr(robot.value(address), name) == (*getattr(before, name), "One more")


def test_that_the_last_expectation_of_a_level_takes_the_entry_with_it(robot: FormRobot) -> None:
    robot.go("levels/P3")
    view = robot.list("expectations.delivery")
    view.setFocus()
    view.go_to_row(0)
    robot.key(KEY.Key_Delete)
    assert "delivery" not in robot.value("levels/P3").expectations
    robot.click_row(robot.list("expectations.craft"), 0)
    robot.type("Cares")
    assert robot.value("levels/P3").expectations["craft"] == ("Cares",)


def test_that_the_undo_menu_says_of_which_list_a_statement_was_split(robot: FormRobot) -> None:
    view = robot.go(P3).list("responsibilities")
    robot.edit_row(view, 0)
    robot.key(KEY.Key_Home)
    for _ in range(3):
        robot.key(KEY.Key_Right)
    robot.key(KEY.Key_Return)
    assert robot.session.undo_label.startswith("Split a statement in Responsibilities of P3")


@pytest.mark.parametrize("text", ["A\x07b", "A\nB\x07"])
@pytest.mark.parametrize("place", ["row", "text", "new"])
def test_that_pasting_says_which_control_characters_are_left_out(
    robot: FormRobot, view: StatementView, text: str, place: str
) -> None:
    QToolTip.hideText()
    QGuiApplication.clipboard().setText(text)
    if place == "row":
        view.setFocus()
        view.go_to_row(0)
    else:
        robot.edit_row(view, 0 if place == "text" else len(START))
    robot.key(KEY.Key_V, CTRL)
    assert QToolTip.text() == "Control characters were left out: BEL."
