"""A form over a ladder with a bit of everything, shown and in front."""

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, overload

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.gui.forms import FormView
from laddereditor.gui.forms.statements.row_editor import RowEditor
from laddereditor.gui.forms.statements.view import StatementView
from laddereditor.gui.look.theme import apply_theme
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document
from tests.finding import find
from tests.gui.fakes import FakeDialogs
from tests.gui.forms.ladders import rich_ladder

W = TypeVar("W", bound=QWidget)
P3 = Address("families/models/P3")
P2 = Address("families/models/P2")
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let pass what the offscreen platform says of every window."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


class FormRobot:
    """A form in a window, driven as a person does, and what the ladder then holds.

    The window opens when it is first asked for, at the entity that was gone to first: opening it at
    the ladder each time would double the time of most tests.
    """

    def __init__(self, qtbot: QtBot, ladder: Ladder) -> None:
        self.bot = qtbot
        self.workspace = Workspace()
        self.session = Session(new_document(ladder))
        self.workspace.open(self.session)

    @cached_property
    def form(self) -> FormView:
        # With its window from the beginning: coming into one later would style it all again.
        return FormView(self.workspace, FakeDialogs(), self._frame)

    @cached_property
    def _frame(self) -> QMainWindow:
        return QMainWindow()

    @cached_property
    def window(self) -> QMainWindow:
        window = self._frame
        window.setCentralWidget(self.form)
        self.bot.addWidget(window)
        return self._show(window)

    def _show(self, window: QMainWindow) -> QMainWindow:
        window.resize(900, 900)
        window.show()
        window.activateWindow()
        self.bot.waitUntil(lambda: QApplication.activeWindow() is window)
        return window

    def go(self, address: str, field: str = "") -> "FormRobot":
        self.workspace.go_to(address)
        assert self.window.isVisible()
        if field:
            self.workspace.go_to(address, FieldPath(field))
        self.settle()
        return self

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()

    @overload
    def widget(self, name: str) -> QWidget: ...
    @overload
    def widget(self, name: str, kind: type[W]) -> W: ...
    def widget(self, name: str, kind: type[Any] = QWidget) -> Any:
        """Return the widget of this name on the page that is shown."""
        assert self.window.isVisible()
        shown = [one for one in self.form.findChildren(kind, name) if one.isVisible()]
        assert len(shown) == 1, f"{len(shown)} widgets {name} in sight"
        return shown[0]

    def names(self) -> set[str]:
        """Return the names of all field editors in sight."""
        assert self.window.isVisible()
        found = (one for one in self.form.findChildren(QWidget) if one.isVisible())
        return {one.objectName() for one in found if one.objectName().startswith("field.")}

    def texts(self) -> str:
        """Return every text of labels in sight."""
        return "\n".join(
            one.text()
            for one in self.form.findChildren(QWidget)
            if one.isVisible() and hasattr(one, "text") and callable(one.text)
        )

    def value(self, address: str) -> Any:
        return find(self.session.ladder, address)

    # -- keyboard -----------------------------------------------------------------------------

    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def type(self, text: str) -> None:
        self.bot.keyClicks(self.focus(), text)

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.bot.keyClick(self.focus(), key, modifier)

    def click(self, widget: QWidget) -> None:
        self.bot.mouseClick(widget, Qt.MouseButton.LeftButton)

    # -- statement lists ----------------------------------------------------------------------

    def list(self, name: str) -> StatementView:
        return self.widget(f"field.{name}", StatementView)

    def click_row(
        self,
        view: QWidget,
        row: int,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        assert isinstance(view, StatementView)
        rect = view.visualRect(view.rows().index(row, 0))
        self.bot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, rect.center())

    def edit_row(self, view: StatementView, row: int) -> RowEditor:
        view.setFocus()
        view.go_to_row(row)
        self.key(KEY.Key_F2)
        editor = self.focus()
        assert isinstance(editor, RowEditor)
        return editor


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> None:
    apply_theme(qapp, "light")


@pytest.fixture
def ladder() -> Ladder:
    return rich_ladder()


@pytest.fixture
def make_robot(qtbot: QtBot) -> Iterator[Callable[[Ladder], FormRobot]]:
    yield lambda ladder: FormRobot(qtbot, ladder)
    QApplication.clipboard().clear()


@pytest.fixture
def robot(make_robot: Callable[[Ladder], FormRobot], ladder: Ladder) -> FormRobot:
    return make_robot(ladder)
