"""The same texts, typed and pasted by keys into form, matrix and Compare, mean the same there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laddereditor.edits.reading.conventions import PersonLocale
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import FieldPath
from laddereditor.model.statement import statement_text
from laddereditor.session.session import Session
from tests.edits.samples import DATA_P3, sample
from tests.finding import find
from tests.gui.compare.conftest import CompareRobot
from tests.gui.compare.ladders import P2 as COMPARE_P2
from tests.gui.compare.ladders import P3 as COMPARE_P3
from tests.gui.fakes import FakeDialogs
from tests.gui.forms.conftest import FormRobot
from tests.gui.matrix.conftest import MatrixRobot
from tests.gui.text.form_robots import SharingRobot
from tests.gui.text.places import CTRL, KEY, focused, paste, press, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def write(text: str) -> None:
    """Type a text, signs that are on no ASCII keyboard too."""
    for sign in text:
        event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
        QApplication.sendEvent(focused(), event)
    settle()


@dataclass
class Driver:
    """A view with a profile in it, and how one gets to one of its fields.

    `go` selects the cell or the field, `edit` begins to edit it with all its text selected.
    """

    robot: Any
    workspace: Workspace
    session: Session
    address: str
    go: Callable[[str], object]
    edit: Callable[[str], None]
    leave: Callable[[], None]
    paste_selects: bool  # whether a paste goes to the selected cell, else into its editor

    def type(self, field: str, text: str) -> None:
        self.edit(field)
        write(text)
        self.leave()

    def paste(self, field: str, text: str) -> None:
        (self.go if self.paste_selects else self.edit)(field)
        paste(text)
        if not self.paste_selects:
            self.leave()

    def value(self, path: str) -> Any:
        return find(self.session.ladder, f"{self.address}/{path}")

    def least_years(self) -> float | None:
        years = find(self.session.ladder, self.address).experience
        return None if years is None else years.min

    def refused(self) -> list[str]:
        return [one.text for one in self.workspace.refused_texts.of(self.session)]


def _enter() -> None:
    press(KEY.Key_Return)


_SAMPLE = sample()


def in_form(qtbot: QtBot) -> Driver:
    robot = SharingRobot(qtbot, _SAMPLE)
    robot.go(DATA_P3)

    def edit(field: str) -> None:
        name = "experience.min" if field == "experience" else field
        robot.widget(f"field.{name}").setFocus()
        press(KEY.Key_A, CTRL)

    def leave() -> None:
        robot.widget("field.title").setFocus()
        settle()

    return Driver(robot, robot.workspace, robot.session, DATA_P3, edit, edit, leave, False)


def in_matrix(qtbot: QtBot) -> Driver:
    robot = MatrixRobot(qtbot, sample())

    def go(field: str) -> None:
        robot.sheet.setFocus()
        robot.go(field, "P3")

    def edit(field: str) -> None:
        go(field)
        press(KEY.Key_F2)
        press(KEY.Key_A, CTRL)

    return Driver(robot, robot.workspace, robot.session, DATA_P3, go, edit, _enter, True)


def in_compare(qtbot: QtBot) -> Driver:
    robot = CompareRobot(qtbot, FakeDialogs()).show(COMPARE_P3, COMPARE_P2)

    def go(field: str) -> None:
        robot.view.table.setFocus()
        row = robot.view.model.row_of_section(FieldPath(field))
        robot.view.table.choose(robot.view.model.index(row, 0))
        settle()

    def edit(field: str) -> None:
        go(field)
        press(KEY.Key_F2)
        press(KEY.Key_A, CTRL)

    return Driver(robot, robot.workspace, robot.session, COMPARE_P3, go, edit, _enter, True)


VIEWS = {"form": in_form, "matrix": in_matrix, "compare": in_compare}
GERMAN = PersonLocale(".", "day")


@pytest.fixture(params=VIEWS)
def view(request: pytest.FixtureRequest, qtbot: QtBot) -> Driver:
    return VIEWS[request.param](qtbot)


@pytest.mark.parametrize("way", [Driver.type, Driver.paste])
@pytest.mark.parametrize(
    ("text", "locale", "least"),
    [
        ("3–5 yrs", None, 3),
        ("10+", None, 10),
        ("2,5", None, 2.5),
        ("1.5", None, 1.5),
        ("1.5", GERMAN, 1.5),
        ("2,75", GERMAN, 2.75),
        ("60.000", None, None),
        ("60,000", None, None),
        ("60 000", None, None),
        ("60.000", GERMAN, None),
        ("soon", None, None),
    ],
)
def test_that_years_are_read_or_refused_alike(
    view: Driver,
    way: Callable[[Driver, str, str], None],
    text: str,
    locale: PersonLocale | None,
    least: float | None,
) -> None:
    before = view.least_years()
    if locale is not None:
        view.workspace.locale = locale
    way(view, "experience", text)
    if least is None:
        assert view.least_years() == before
        assert not view.session.undo_label
    else:
        assert view.least_years() == least
        assert view.refused() == []


@pytest.mark.parametrize("text", ["60.000", "soon", "3 or so"])
def test_that_what_was_typed_and_refused_is_kept_alike(view: Driver, text: str) -> None:
    view.type("experience", text)
    assert view.refused() == [text]
    (kept,) = view.workspace.refused_texts.of(view.session)
    assert (kept.address, kept.field) == (view.address, "experience/min")


@pytest.mark.parametrize(
    ("copied", "held"),
    [
        ('"Survey\r\n2025"\r\n', "Survey\n2025"),
        ("Plans work \r\n", "Plans work"),
        ('He said "no"\r\n', 'He said "no"'),
        ('"A ""big"" one"\r\n', 'A "big" one'),
    ],
)
def test_that_a_cell_of_a_spreadsheet_is_pasted_alike(view: Driver, copied: str, held: str) -> None:
    view.paste("summary", copied)
    assert view.value("summary") == held


@pytest.mark.parametrize("way", [write, paste])
@pytest.mark.parametrize("where", ["form", "matrix"])
def test_that_a_list_of_skills_with_commas_is_read_alike(
    qtbot: QtBot, where: str, way: Callable[[str], None]
) -> None:
    view = VIEWS[where](qtbot)
    if where == "form":
        view.robot.widget("field.skills.add").setFocus()
    else:
        view.robot.go("skills", "P3", nth=-1).press(KEY.Key_F2)
    way("Kotlin, Rust (2021, stable)")
    if focused().objectName() in ("matrixEditor", "field.skills.add"):
        press(KEY.Key_Return)
    names = {skill.id: skill.name for skill in view.session.ladder.skills}
    used = [names[getattr(use, "skill", use)] for use in view.value("skills")]
    assert used[-2:] == ["Kotlin", "Rust (2021, stable)"]


def begin_statement(view: Driver) -> None:
    """Begin to edit the first statement, with all its text selected."""
    if isinstance(view.robot, FormRobot):
        view.robot.edit_row(view.robot.list("responsibilities"), 0)
    elif isinstance(view.robot, MatrixRobot):
        view.robot.go("responsibilities", "P3").press(KEY.Key_F2)
    else:
        view.robot.go(statement_text(view.value("responsibilities")[0]), 0)
        press(KEY.Key_F2)
    press(KEY.Key_A, CTRL)


def test_that_a_statement_of_which_all_text_is_deleted_goes_alike(view: Driver) -> None:
    before = view.value("responsibilities")
    begin_statement(view)
    press(KEY.Key_Delete)
    view.leave()
    assert view.value("responsibilities") == before[1:]
    view.session.undo()
    assert view.value("responsibilities") == before


def test_that_a_value_of_which_all_text_is_deleted_is_inherited_again_alike(view: Driver) -> None:
    view.type("summary", "Mine")
    view.edit("summary")
    press(KEY.Key_Delete)
    view.leave()
    assert not view.value("summary")


def test_that_an_inherited_value_of_which_all_text_is_deleted_stays_alike(view: Driver) -> None:
    assert not view.value("summary")
    view.edit("summary")
    press(KEY.Key_Delete)
    view.leave()
    assert not view.value("summary")
    assert not view.session.undo_label
