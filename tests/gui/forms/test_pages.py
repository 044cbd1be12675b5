"""Every kind's page shows what the entity holds."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from laddereditor.gui.forms.links import Overview
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import KINDS
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.forms.layouts import sections_for
from tests.gui.forms.conftest import P2, P3, FormRobot

PLACES = {
    "ladder": "",
    "track": "tracks/professional",
    "factor": "factors/scope",
    "proficiency": "proficiencies/working",
    "competency": "competencies/craft",
    "level": "levels/P3",
    "skill": "skills/mentoring",
    "family": "families/models",
    "profile": P3,
}


@pytest.mark.parametrize("kind", PLACES)
def test_that_every_field_of_a_kind_has_its_editor(robot: FormRobot, kind: str) -> None:
    robot.go(PLACES[kind])
    entity = KINDS[kind].entity if kind in KINDS else Ladder
    # What a profile replaces is said by the switches of its lists; comments have a panel.
    hidden = {"ladder": {"laddereditor", "comments"}, "profile": {"replaces"}}.get(kind, set())
    specs = field_specs(entity)
    wanted = {
        f"field.{name}"
        for name, spec in specs.items()
        if name not in hidden and not (kind == "ladder" and spec.shape == "records")
    }
    assert wanted <= robot.names()


@pytest.mark.parametrize("kind", PLACES)
def test_that_editors_have_accessible_names_and_labels(robot: FormRobot, kind: str) -> None:
    robot.go(PLACES[kind])
    for name in robot.names():
        if not name.endswith((".preview", ".derived", ".rules")):
            assert robot.widget(name).accessibleName(), name
    buddies = {
        label.buddy().objectName()
        for label in robot.form.findChildren(QLabel)
        if label.buddy() is not None
    }
    assert {f"field.{name}" for name in ("notes",)} <= buddies


def test_that_a_field_has_no_place_of_its_own_is_not_lost() -> None:
    specs = field_specs(KINDS["track"].entity) | {"future": field_specs(Ladder)["organization"]}
    names = {name for one in sections_for(specs) for row in one.rows for name in row}
    assert "future" in names


def test_that_values_are_shown(robot: FormRobot) -> None:
    robot.go("levels/P3")
    assert robot.widget("field.name", QLineEdit).text() == "Mid-Level"
    assert robot.widget("field.id", QLineEdit).text() == "P3"
    assert robot.widget("field.track", QComboBox).currentText() == "Professional"
    assert "step 3" in robot.widget("field.summary", QPlainTextEdit).toPlainText()
    assert "step 3" in robot.widget("field.factors.scope", QPlainTextEdit).toPlainText()
    assert robot.widget("field.experience.min", QLineEdit).text() == "4"
    assert robot.widget("field.experience.max", QLineEdit).text() == "6"
    assert robot.list("expectations.teamwork").statements.row(0).text.startswith("Shares")


def test_that_a_page_is_bound_again_and_not_built_again(robot: FormRobot) -> None:
    robot.go("levels/P3")
    first = robot.widget("field.summary")
    robot.go(P3)
    robot.go("levels/P4")
    assert robot.widget("field.summary") is first
    assert "step 4" in robot.widget("field.summary", QPlainTextEdit).toPlainText()


def test_that_nothing_of_the_entity_before_is_left(robot: FormRobot) -> None:
    robot.go(P3).go(P2)
    assert robot.list("responsibilities").statements.rowCount() == 1
    assert robot.widget("field.pay.note", QPlainTextEdit).toPlainText() == ""
    assert robot.widget("field.flsa", QComboBox).currentText() == "Not set"


def test_that_the_family_own_competencies_are_among_the_expectations(robot: FormRobot) -> None:
    robot.go(P3)
    assert "field.expectations.ethics" in robot.names()


def test_that_selecting_many_profiles_makes_no_more_widgets(robot: FormRobot) -> None:
    robot.go(P3).go(P2)
    before = len(robot.form.findChildren(QWidget))
    for _ in range(15):
        robot.go(P3).go(P2)
    robot.bot.wait(1)
    assert len(robot.form.findChildren(QWidget)) <= before


# -- head of the form -------------------------------------------------------------------------


def test_that_the_heading_is_the_derived_title(robot: FormRobot) -> None:
    robot.go(P2)
    assert "AI/ML Engineer 2" in robot.widget("formTitle", QLabel).text()


def test_that_the_levels_beside_can_be_reached(robot: FormRobot) -> None:
    robot.go(P2)
    assert not robot.widget("form.previousLevel", QPushButton).isEnabled()
    robot.click(robot.widget("form.nextLevel"))
    assert robot.workspace.address == P3
    robot.click(robot.widget("form.previousLevel"))
    assert robot.workspace.address == P2


def test_that_the_page_stays_in_place_on_the_way_to_the_next_level(robot: FormRobot) -> None:
    robot.go("families/models/P4").go(P3)
    bar = robot.form.form_editor and robot.form._page and robot.form._page.verticalScrollBar()
    assert bar
    bar.setValue(200)
    robot.click(robot.widget("form.nextLevel"))
    robot.settle()
    assert bar.value() == 200
    robot.go(P3)
    assert bar.value() == 0


@pytest.mark.parametrize(
    ("words", "address"),
    [("AI/ML Engineer", "families/models"), ("P3 Mid-Level", "levels/P3"), ("Sample ladder", "")],
)
def test_that_the_breadcrumb_leads_up(robot: FormRobot, words: str, address: str) -> None:
    robot.go(P3)
    links = [one for one in robot.form.findChildren(QWidget) if one.accessibleName() == words]
    robot.click(next(one for one in links if one.isVisible() and one.property("look") == "link"))
    assert robot.workspace.address == address


# -- the ladder's page ------------------------------------------------------------------------


def test_that_the_ladder_page_counts_what_there_is(robot: FormRobot) -> None:
    robot.go("")
    overview = robot.widget("ladderOverview", Overview)
    words = " ".join(label.accessibleName() for label in overview.findChildren(QLabel))
    for expected in ("5 levels", "2 families", "3 profiles", "24 skills"):
        assert expected in words


def test_that_a_place_that_is_no_entity_shows_the_ladder(robot: FormRobot) -> None:
    robot.go("skills")
    assert robot.widget("formTitle", QLabel).text() == "Sample ladder"


def test_that_profiles_of_a_family_are_links(robot: FormRobot) -> None:
    robot.go("families/models")
    links = [
        one
        for one in robot.form.findChildren(QWidget)
        if one.isVisible() and one.accessibleName() == "P3  AI/ML Engineer 3"
    ]
    robot.click(links[0])
    assert robot.workspace.address == P3


def test_that_unknown_keys_are_shown_as_kept(robot: FormRobot) -> None:
    level = robot.value("levels/P3").model_validate({"id": "P3", "colour": "blue"})
    ladder = robot.session.ladder.model_copy(update={"levels": (level,)})
    from laddereditor.edits.edit import Edit

    robot.workspace.apply(Edit("test", lambda _: ladder))
    robot.go("levels/P3")
    assert robot.widget("keptAsWritten", QLabel).text() == "colour: blue"


def test_that_text_of_the_file_is_never_markup(robot: FormRobot) -> None:
    from PySide6.QtCore import Qt

    robot.go(P3)
    for label in robot.form.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.pixmap().isNull()
