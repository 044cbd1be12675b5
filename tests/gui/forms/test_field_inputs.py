"""The form fills a field again if what it is made of has changed, and only then."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.edits.edit import Edit
from laddereditor.edits.fields import set_at, set_field
from laddereditor.edits.references import rename
from laddereditor.gui.forms.page import FormPage
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from tests.gui.forms.conftest import P3, FormRobot
from tests.gui.forms.ladders import rich_ladder

FAMILY, LEVEL = P3.parent, Address("levels/P3")


def _page(robot: FormRobot) -> FormPage:
    return next(one for one in robot.form.findChildren(FormPage) if one.isVisible())


def _bound(robot: FormRobot, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that names each field that is filled from now on."""
    found: list[str] = []
    for name, field in _page(robot).fields.items():
        bind = field.bind

        def noted(place: object, name: str = name, bind: Callable[..., None] = bind) -> None:
            found.append(name)
            bind(place)

        monkeypatch.setattr(field, "bind", noted)
    return found


def _seen(robot: FormRobot) -> list[tuple[str, ...]]:
    """Return what is shown in each field: labels, texts and cells."""
    return [_texts(field) for field in _page(robot).fields.values()]


def _texts(field: QWidget) -> tuple[str, ...]:
    found = []
    for widget in field.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel | QLineEdit):
            found.append(f"{widget.text()} {widget.property('inherited')}")
        elif isinstance(widget, QPlainTextEdit):
            found.append(f"{widget.toPlainText()} {widget.property('inherited')}")
        elif isinstance(widget, QAbstractItemView):
            found += _cells(widget.model())
    return tuple(found)


def _cells(model: QAbstractItemModel) -> list[str]:
    none = QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(none)
    places = [(row, column) for row in range(model.rowCount(none)) for column in range(columns)]
    return [str(model.index(*place, none).data(Qt.ItemDataRole.DisplayRole)) for place in places]


def _apply(robot: FormRobot, edit: Edit) -> None:
    robot.session.apply(edit)
    robot.settle()


def test_that_a_change_of_one_field_leaves_the_others_alone(
    robot: FormRobot, monkeypatch: pytest.MonkeyPatch
) -> None:
    robot.go(P3)
    bound = _bound(robot, monkeypatch)
    _apply(robot, set_field(robot.session.ladder, P3, "summary", "Another summary"))
    assert bound == ["level", "summary"]  # the level may say why another one was refused


def _first(ladder: Ladder, name: str) -> Address:
    return Address(f"{name}/{getattr(ladder, name)[0].id}")


def _own_competency(ladder: Ladder) -> str:
    return ladder.families[0].competencies[0].id


_CHANGES: dict[str, Callable[[Ladder], Edit]] = {
    "own text": lambda one: set_field(one, P3, "summary", "Another summary"),
    "inherited text": lambda one: set_at(
        one, LEVEL, FieldPath("factors/scope"), "Another scope at this level"
    ),
    "name of the level": lambda one: set_field(one, LEVEL, "name", "Another level"),
    "id of the level": lambda one: rename(one, LEVEL, "P33"),
    "patterns": lambda one: set_field(one, LEVEL, "title_patterns", ("Other {specialty}",)),
    "specialties": lambda one: set_field(one, FAMILY, "specialties", ("Another",)),
    "name of the family": lambda one: set_field(one, FAMILY, "name", "Another family"),
    "name of a factor": lambda one: set_field(one, _first(one, "factors"), "name", "Another"),
    "help of a factor": lambda one: set_field(
        one, _first(one, "factors"), "description", "Another description"
    ),
    "name of a skill": lambda one: set_field(one, _first(one, "skills"), "name", "Another"),
    "name of a proficiency": lambda one: set_field(
        one, _first(one, "proficiencies"), "name", "Another"
    ),
    "name of an own competency": lambda one: set_field(
        one, FAMILY.list_of("competencies").entry(_own_competency(one)), "name", "Another"
    ),
    "name of a competency": lambda one: set_field(
        one, _first(one, "competencies"), "name", "Another"
    ),
}


@pytest.mark.parametrize("address", [P3, FAMILY, LEVEL, Address()])
@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES)
def test_that_a_form_that_follows_a_change_shows_what_a_new_one_shows(
    qtbot: QtBot, change: Callable[[Ladder], Edit], address: Address
) -> None:
    followed = FormRobot(qtbot, rich_ladder()).go(address)
    _apply(followed, change(followed.session.ladder))
    new = FormRobot(qtbot, followed.session.ladder).go(followed.form.form_editor.address)
    assert _seen(followed) == _seen(new)


def test_that_a_text_refused_elsewhere_is_shown(robot: FormRobot) -> None:
    robot.go(P3)
    editor = robot.widget("field.experience.min", QLineEdit)
    robot.form.form_editor.refuse(FieldPath("experience/min"), "a few", "Type a number.")
    _apply(robot, set_field(robot.session.ladder, P3, "summary", "Another summary"))
    assert editor.text() == "a few"
