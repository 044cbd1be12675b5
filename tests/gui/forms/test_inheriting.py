"""What a profile inherits: shown greyed with its source, overridden, given back."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QToolButton, QWidget

from laddereditor.gui.forms.chips import Chips
from laddereditor.model.address import Address
from laddereditor.model.level import Experience
from tests.gui.forms.conftest import CTRL, KEY, P2, P3, FormRobot


def switch(robot: FormRobot, path: str) -> QToolButton:
    return robot.widget(f"switch.{path}", QToolButton)


def text(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text()
    assert isinstance(widget, QPlainTextEdit)
    return widget.toPlainText()


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("title", "AI/ML Engineer 2"),
        ("summary", "Works at step 2 of the track and is trusted with work of that size."),
        ("factors.scope", "Scope at step 2: described in words that hold for every family."),
    ],
)
def test_that_an_inherited_text_is_greyed_with_its_source(
    robot: FormRobot, path: str, shown: str
) -> None:
    robot.go(P2)
    editor = robot.widget(f"field.{path}")
    assert text(editor) == shown
    assert editor.property("inherited") is True
    assert switch(robot, path).text() == "Override"
    source = "from title pattern" if path == "title" else "from level P2"
    labels = editor.parentWidget().findChildren(QLabel)
    assert source in [label.text() for label in labels if label.isVisible()]


@pytest.mark.parametrize("path", ["title", "summary", "factors.scope"])
def test_that_override_starts_from_the_inherited_text(robot: FormRobot, path: str) -> None:
    robot.go(P2)
    shown = text(robot.widget(f"field.{path}"))
    robot.click(switch(robot, path))
    assert robot.value(f"{P2}/{path.replace('.', '/')}") == shown
    assert robot.widget(f"field.{path}").property("inherited") is False
    assert robot.focus().objectName() == f"field.{path}"
    robot.type("Mine")
    assert robot.value(f"{P2}/{path.replace('.', '/')}") == "Mine"


def test_that_giving_back_shows_the_inherited_text_again(robot: FormRobot) -> None:
    robot.go(P3)
    assert switch(robot, "summary").text() == "Give back to level"
    robot.click(switch(robot, "summary"))
    assert robot.value(P3).summary == ""
    assert "step 3" in text(robot.widget("field.summary"))
    robot.session.undo()
    assert text(robot.widget("field.summary")).startswith("Builds models")


def test_that_typing_in_a_greyed_text_makes_it_own(robot: FormRobot) -> None:
    robot.go(P2)
    editor = robot.widget("field.summary", QPlainTextEdit)
    editor.setFocus()
    robot.type("So: ")
    assert robot.value(P2).summary.startswith("So: Works at step 2")
    assert editor.property("inherited") is False
    robot.session.undo()
    assert robot.value(P2).summary == ""
    assert editor.property("inherited") is True


@pytest.mark.parametrize("path", ["title", "summary"])
def test_that_an_emptied_text_is_inherited_once_it_is_left(robot: FormRobot, path: str) -> None:
    robot.go(P2)
    robot.click(switch(robot, path))
    robot.key(KEY.Key_A, CTRL)
    robot.key(KEY.Key_Delete)
    editor = robot.widget(f"field.{path}")
    assert text(editor) == ""
    robot.type("New")
    assert getattr(robot.value(P2), path) == "New"
    robot.key(KEY.Key_A, CTRL)
    robot.key(KEY.Key_Delete)
    robot.widget("field.notes").setFocus()
    assert text(editor)
    assert editor.property("inherited") is True


def test_that_experience_is_overridden_and_given_back(robot: FormRobot) -> None:
    robot.go(P2)
    low = robot.widget("field.experience.min", QLineEdit)
    assert (low.text(), low.property("inherited")) == ("2", True)
    low.setFocus()
    robot.key(KEY.Key_A, CTRL)
    robot.type("3")
    assert robot.value(P2).experience == Experience(min=3, max=4)
    robot.click(switch(robot, "experience"))
    assert robot.value(P2).experience is None
    assert low.text() == "2"


def test_that_inherited_expectations_are_overridden_and_given_back(robot: FormRobot) -> None:
    robot.go(P3)
    view = robot.list("expectations.delivery")
    assert view.statements.inherited
    robot.click(switch(robot, "expectations.delivery"))
    own = robot.value(P3).expectations["delivery"]
    assert own == ("Finishes work of step 3 when it was promised",)
    assert not view.statements.inherited
    robot.click(switch(robot, "expectations.delivery"))
    assert "delivery" not in robot.value(P3).expectations
    assert view.statements.inherited


def test_that_adding_to_an_inherited_list_makes_it_own(robot: FormRobot) -> None:
    robot.go(P3)
    view = robot.list("expectations.delivery")
    robot.click_row(view, 1)
    robot.type("And more")
    assert robot.value(P3).expectations["delivery"] == (
        "Finishes work of step 3 when it was promised",
        "And more",
    )
    robot.session.undo()
    assert "delivery" not in robot.value(P3).expectations
    assert not robot.session.undo_label


def test_that_a_change_of_the_level_is_seen_in_the_profile(robot: FormRobot) -> None:
    from laddereditor.edits.fields import set_field

    robot.go(P2)
    edit = set_field(robot.session.ladder, Address("levels/P2"), "summary", "Another summary")
    robot.workspace.apply(edit)
    assert text(robot.widget("field.summary")) == "Another summary"


def test_that_what_no_level_gives_has_no_switch(robot: FormRobot) -> None:
    robot.go(P3)
    names = {one.objectName() for one in robot.form.findChildren(QWidget) if one.isVisible()}
    assert "switch.expectations.craft" not in names
    assert "switch.summary" in names


def test_that_derived_titles_are_above_the_own_ones(robot: FormRobot) -> None:
    robot.go(P3)
    chips = robot.widget("field.titles.derived", Chips)
    assert chips.texts == (
        "Machine Learning 3",
        "Mid-Level Machine Learning",
        "Statistics 3",
        "Mid-Level Statistics",
    )
    assert robot.list("titles").statements.items == ("Model owner",)


def test_that_patterns_show_the_titles_they_give_while_typed(robot: FormRobot) -> None:
    robot.go("levels/P3")
    view = robot.list("title_patterns")
    robot.edit_row(view, 0)
    robot.key(KEY.Key_A, CTRL)
    robot.type("Wise {specialty}")
    chips = robot.widget("field.title_patterns.preview", Chips)
    assert chips.texts[0] == "Wise Machine Learning"
