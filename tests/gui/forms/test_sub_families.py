"""The form of a sub-family's profile: what is inherited, added, made own and given back."""

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from laddereditor.gui.forms.skills.view import SkillView
from tests.edits.family_tree import VISION_P1, VISION_P2, family_tree, stored
from tests.gui.forms.conftest import KEY, FormRobot

DUTIES = "responsibilities"


@pytest.fixture
def form(qtbot: QtBot) -> FormRobot:
    return FormRobot(qtbot, family_tree()).go(VISION_P2)


def switch(form: FormRobot, path: str) -> str:
    return form.widget(f"switch.{path}", QToolButton).text()


def rows(form: FormRobot, name: str = DUTIES) -> list[tuple[str, bool]]:
    model = form.list(name).statements
    found = [model.row(number) for number in range(model.rowCount())]
    return [(row.text or row.kind, model.is_inherited(row)) for row in found]


def test_that_inherited_items_follow_the_own_ones_and_the_row_to_add(form: FormRobot) -> None:
    assert rows(form) == [
        ("Reads images", False),
        ("adder", False),
        ("Trains models", True),
        ("Writes code", True),
        ("Reviews code", True),
    ]
    assert "3 from Machine Learning P2" in form.texts()
    assert "from Engineer P2" in form.texts()
    assert switch(form, DUTIES) == switch(form, "summary") == "Override"
    assert switch(form, "factors.scope") == "Give back to level"
    skills = form.widget("field.skills", SkillView).skills
    assert [skills.row(number).is_inherited for number in range(skills.rowCount())] == [True] * 2


def test_that_what_is_typed_into_the_row_to_add_is_the_profiles_own(form: FormRobot) -> None:
    view = form.list(DUTIES)
    view.go_to_row(1)
    view.setFocus()
    form.key(KEY.Key_Return)
    form.type("Counts cars")
    form.key(KEY.Key_Return)
    form.type("Sorts")
    form.key(KEY.Key_Escape)
    assert stored(form.session.ladder).responsibilities == ("Reads images", "Counts cars")
    assert stored(form.session.ladder).replaces == ()
    assert rows(form)[2] == ("adder", False)


def test_that_enter_behind_an_inherited_item_adds_an_own_one(form: FormRobot) -> None:
    view = form.list(DUTIES)
    view.go_to_row(4)
    view.setFocus()
    form.key(KEY.Key_Return)
    form.key(KEY.Key_Return)
    form.type("Counts cars")
    assert stored(form.session.ladder).responsibilities == ("Reads images", "Counts cars")
    assert stored(form.session.ladder).replaces == ()


def test_that_typing_into_an_inherited_item_overrides_the_list_and_escape_gives_it_back(
    form: FormRobot,
) -> None:
    before = form.session.ladder
    view = form.list(DUTIES)
    view.go_to_row(3)
    view.setFocus()
    form.key(KEY.Key_Return)
    form.type("!")
    now = stored(form.session.ladder)
    assert now.replaces == (DUTIES,)
    assert now.responsibilities[2] == "Writes code!"
    assert switch(form, DUTIES) == "Give back to Machine Learning P2"
    form.key(KEY.Key_Escape)
    assert form.session.ladder == before


def test_that_a_list_is_overridden_and_given_back(form: FormRobot) -> None:
    before = form.session.ladder
    form.click(form.widget(f"switch.{DUTIES}"))
    assert stored(form.session.ladder).replaces == (DUTIES,)
    assert not any(inherited for _, inherited in rows(form))
    form.click(form.widget(f"switch.{DUTIES}"))
    assert form.session.ladder == before


def test_that_a_profile_with_nothing_of_its_own_shows_all_as_inherited(form: FormRobot) -> None:
    form.go(VISION_P1)
    assert rows(form) == [("adder", True), ("Learns the tools", True)]
    form.list(DUTIES).go_to_row(0)
    form.list(DUTIES).setFocus()
    form.type("Watches")
    assert stored(form.session.ladder, VISION_P1).responsibilities == ("Watches",)
    assert rows(form)[0] == ("Watches", False)
