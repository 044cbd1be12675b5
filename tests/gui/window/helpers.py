"""What tests of the window do again and again."""

from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import FieldPath
from laddereditor.session.session import Session


def session_of(window: MainWindow) -> Session:
    assert window.workspace.session is not None
    return window.workspace.session


def trigger(window: MainWindow, command: str) -> None:
    action = window.actions_by_id[command]
    assert action.isEnabled(), command
    action.trigger()


def field_of(
    window: MainWindow, address: str = "levels/P2", name: str = "summary"
) -> QPlainTextEdit:
    window.workspace.go_to(address, FieldPath(name))
    found = window.form.findChildren(QPlainTextEdit, f"field.{name}")
    (field,) = (one for one in found if one.isVisibleTo(window.form))
    return field


def type_summary(qtbot: QtBot, window: MainWindow, text: str) -> QPlainTextEdit:
    """Type a summary of level P2 in place of the one that is there."""
    field = field_of(window)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    return field
