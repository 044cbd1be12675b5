"""Going into the form by keyboard."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from laddereditor.gui.forms.view import FormView
from laddereditor.gui.workspace import Workspace
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.gui.fakes import FakeAsker
from tests.gui.samples import SMALL


def test_that_going_to_the_form_lands_in_its_first_field(qtbot: QtBot) -> None:
    workspace = Workspace()
    form = FormView(workspace, FakeAsker())
    qtbot.addWidget(form)
    workspace.open(Session(read_text(SMALL)))
    form.show()
    qtbot.waitExposed(form)
    workspace.go_to("levels/P2")
    form.focus_first()
    focused = form.focusWidget()
    assert isinstance(focused, QWidget)
    assert focused.objectName() == "field.id"
