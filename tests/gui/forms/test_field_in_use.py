"""The field of a form that a person is at."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.gui.forms.field_in_use import field_in_use


def _form(qtbot: QtBot) -> tuple[QWidget, dict[str, QLineEdit]]:
    form = QWidget()
    column = QVBoxLayout(form)
    fields = {}
    for name in ("title", "summary", "skills"):
        field = QWidget()
        field.setObjectName(f"field.{name}")
        fields[name] = QLineEdit(field)
        column.addWidget(field)
    qtbot.addWidget(form)
    form.show()
    return form, fields


def test_that_it_is_the_one_with_the_focus(qtbot: QtBot) -> None:
    form, fields = _form(qtbot)
    fields["summary"].setFocus()
    assert field_in_use(form) == "summary"


def test_that_without_a_focus_it_is_the_topmost(qtbot: QtBot) -> None:
    form, _ = _form(qtbot)
    form.setFocus()
    assert field_in_use(form) == "title"


def test_that_a_form_without_fields_has_none(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    assert field_in_use(form) == ""
