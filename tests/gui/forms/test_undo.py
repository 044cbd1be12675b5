"""Undo and redo go back to what they change: the record, the field and the row, in sight."""

from collections.abc import Mapping

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from laddereditor.gui.forms.statements.row_editor import RowEditor
from laddereditor.gui.forms.statements.view import StatementView
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.forms.changed_field import changed_field
from laddereditor.presentation.forms.form_values import EntityForm, place_at
from tests.gui.forms.conftest import CTRL, KEY, P2, P3, FormRobot


def is_in_sight(robot: FormRobot, widget: QWidget) -> bool:
    page = robot.form._page
    assert page is not None
    top = widget.mapTo(page.viewport(), widget.rect().topLeft()).y()
    return 0 <= top <= page.viewport().height() - 8


@pytest.fixture
def low(robot: FormRobot) -> FormRobot:
    robot.window.resize(900, 420)
    return robot


ROWS = ("responsibilities/1", "qualifications/0", "expectations/delivery/0")


@pytest.mark.parametrize("field", ROWS)
def test_that_undo_goes_back_to_the_statement_of_another_profile(
    low: FormRobot, field: str
) -> None:
    low.go(P3, field)
    low.type("ab")
    low.go(P2)
    low.form.focus_first()
    low.session.undo()
    low.settle()
    assert low.workspace.address == P3
    editor = low.focus()
    assert isinstance(editor, RowEditor)
    assert editor.accessibleName().split(" of ")[0].endswith(str(int(field[-1]) + 1))
    assert not editor.textCursor().hasSelection()
    assert is_in_sight(low, editor)
    low.go(P2)
    low.form.focus_first()
    low.session.redo()
    low.settle()
    assert low.workspace.address == P3
    editor = low.focus()
    assert isinstance(editor, RowEditor)
    assert editor.toPlainText().endswith("ab")
    assert is_in_sight(low, editor)


def test_that_undo_goes_from_the_tree_to_the_record_it_changes(low: FormRobot) -> None:
    low.go(P3, "qualifications/0")
    low.type("ab")
    low.go(P2)
    low.window.setFocus()  # the focus is outside of the form
    low.session.undo()
    low.settle()
    assert isinstance(low.focus(), RowEditor)


def test_that_undo_leaves_the_focus_outside_where_the_record_is_shown(low: FormRobot) -> None:
    outside = QLineEdit(low.window)
    outside.show()
    low.go(P3, "qualifications/0")
    low.type("ab")
    outside.setFocus()
    low.session.undo()
    low.settle()
    assert low.focus() is outside


def test_that_undo_goes_to_another_field_of_the_same_record(low: FormRobot) -> None:
    low.go(P3, "summary")
    low.type("ab")
    low.go(P3, "qualifications/0")
    low.session.undo()
    low.settle()
    summary = low.focus()
    assert isinstance(summary, QPlainTextEdit)
    assert summary.objectName() == "field.summary"
    assert not summary.textCursor().hasSelection()
    assert is_in_sight(low, summary)


def test_that_undo_selects_no_text_of_a_line(low: FormRobot) -> None:
    low.go(P3, "title")
    low.type("ab")
    low.go(P2)
    low.session.undo()
    low.settle()
    title = low.focus()
    assert isinstance(title, QLineEdit)
    assert title.objectName() == "field.title"
    assert not title.hasSelectedText()


def test_that_undo_goes_to_another_row_of_the_same_list(low: FormRobot) -> None:
    low.go(P3, "responsibilities/0")
    low.type("ab")
    low.go(P3, "responsibilities/1")
    low.session.undo()
    low.settle()
    editor = low.focus()
    assert isinstance(editor, RowEditor)
    assert editor.accessibleName().startswith("Responsibility 1 ")


def test_that_undo_of_a_new_statement_opens_no_other_one(low: FormRobot) -> None:
    count = len(low.go(P3).value(P3).responsibilities)
    low.go(P3, f"responsibilities/{count - 1}")
    low.key(KEY.Key_Return)
    low.type("A new one")
    low.go(P2)
    low.session.undo()
    low.settle()
    assert isinstance(low.focus(), StatementView)
    assert low.focus().objectName() == "field.responsibilities"


def test_that_undo_by_several_steps_stays_in_the_row_that_is_typed_in(low: FormRobot) -> None:
    low.go(P3, "responsibilities/1")
    editor = low.focus()
    low.type("ab")
    low.key(KEY.Key_A, CTRL)
    low.type("cd")
    low.session.undo()
    low.settle()
    assert low.focus() is editor


# -- which field ----------------------------------------------------------------------------------

NAMES = ("title", "responsibilities", "expectations", "factors", "experience")


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ({}, {}, ""),
        ({}, {"title": "A"}, "title"),
        ({"summary": "a"}, {"summary": "b"}, ""),
        ({"responsibilities": ["a", "b"]}, {"responsibilities": ["a", "c"]}, "responsibilities/1"),
        ({"responsibilities": ["a"]}, {"responsibilities": ["a", "b"]}, "responsibilities/1"),
        ({"responsibilities": ["a", "b"]}, {"responsibilities": ["b"]}, "responsibilities"),
        ({"responsibilities": ["a", "b"]}, {}, "responsibilities"),
        ({}, {"responsibilities": ["a"]}, "responsibilities/0"),
        ({"factors": {"a": "x"}}, {"factors": {"a": "x", "b": "y"}}, "factors/b"),
        ({"factors": {"a": "x", "b": "y"}}, {"factors": {"a": "x"}}, "factors/b"),
        ({"factors": {"a": "x"}}, {}, "factors/a"),
        ({"expectations": {"a": ["x"]}}, {}, "expectations/a"),
        ({"expectations": {"a": ["x"]}}, {"expectations": {"a": ["y"]}}, "expectations/a/0"),
        ({"experience": {"min": 2}}, {"experience": {"min": 3}}, "experience/min"),
    ],
)
def test_that_the_field_that_differs_is_found(
    before: dict[str, object], after: dict[str, object], wanted: str
) -> None:
    assert changed_field(form_of(before), form_of(after), NAMES) == FieldPath(wanted)


def form_of(values: Mapping[str, object], level: Mapping[str, object] | None = None) -> EntityForm:
    ladder = Ladder.model_validate(
        {
            "laddereditor": 1,
            "id": "x",
            "levels": [{"id": "P1", **(level or {})}],
            "families": [{"id": "a", "profiles": [{"level": "P1", **values}]}],
        }
    )
    return place_at(ladder, Address("families/a/P1"))


def test_that_an_example_that_differs_is_found() -> None:
    old, new = (
        form_of({"responsibilities": [{"text": "a", "examples": examples}]})
        for examples in (["x"], ["x", "y"])
    )
    assert changed_field(old, new, NAMES) == FieldPath("responsibilities/0/examples/1")


def test_that_the_row_of_a_list_that_is_inherited_again_is_found() -> None:
    level = {"expectations": {"a": ["x", "y", "z"]}}
    typed = form_of({"expectations": {"a": ["x", "yes", "z"]}}, level)
    assert changed_field(typed, form_of({}, level), NAMES) == FieldPath("expectations/a/1")


@pytest.mark.parametrize("row", [0, 1])
def test_that_undo_of_a_deleted_row_selects_it_and_does_not_edit_it(
    low: FormRobot, row: int
) -> None:
    low.go(P3)
    view = low.list("responsibilities")
    view.setFocus()
    view.go_to_row(row)
    before = low.value(P3).responsibilities
    for _ in range(2):  # the same again: Delete does not join it with the next one
        low.key(KEY.Key_Delete)
        low.settle()
        assert len(low.value(P3).responsibilities) == len(before) - 1
        low.session.undo()
        low.settle()
        assert low.value(P3).responsibilities == before
        assert low.focus() is view
        assert view.selected_rows() == [row]
