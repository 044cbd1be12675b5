"""The places of the window where text is edited, each with what a test does there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.compare.diff.changes.change import Conflict
from laddereditor.edits.fields import set_at
from laddereditor.gui.changes.conflict_panel import ConflictPanel
from laddereditor.gui.forms.tables.view import RecordTable
from laddereditor.gui.text.editor import TextEditor
from laddereditor.gui.text.line import LineEditor
from laddereditor.gui.tree.panel import TreePanel
from laddereditor.gui.versions.publish_dialog import PublishDialog
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.changes.merge_session import ConflictRow
from laddereditor.presentation.dialogs.protocol import PublishOffer
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.edits.samples import DATA_P3, sample
from tests.finding import find
from tests.gui.compare.conftest import CompareRobot
from tests.gui.compare.ladders import P2 as COMPARE_P2
from tests.gui.compare.ladders import P3 as COMPARE_P3
from tests.gui.fakes import FakeDialogs
from tests.gui.forms.conftest import P3
from tests.gui.matrix.conftest import MatrixRobot
from tests.gui.samples import SMALL
from tests.gui.text.form_robots import rich_robot
from tests.gui.tree.helpers import view_of

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Place:
    """One place with a text in it: how one gets there, and what it then holds.

    `select` selects the entry, or is None where the caret is in the text at once; `replaces` says
    whether typing on the selected entry takes the place of its text.
    """

    put: Callable[[str], None]
    edit: Callable[[], None]
    value: Callable[[], str]
    end: Callable[[], None]
    select: Callable[[], None] | None = None
    replaces: bool = True
    keeps: bool = True  # whether Escape brings back a text, or empties the line
    escapes: int = 1  # how often Escape is pressed until what was typed is taken back
    lines: bool = True
    session: Session | None = None
    flush: Callable[[], None] = lambda: None  # what a save and an autosave ask of the view
    repaint: Callable[[], None] = lambda: None
    held: object = None  # what must live as long as the place


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)
    settle()


def type_in(text: str) -> None:
    for letter in text:
        QTest.keyClicks(focused(), letter)
    settle()


def compose(text: str) -> None:
    """Show a sign as input methods do before it is there: underlined, the caret behind it."""
    kinds, look = QInputMethodEvent.AttributeType, QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    reported = [
        QInputMethodEvent.Attribute(kinds.TextFormat, 0, len(text), look),
        QInputMethodEvent.Attribute(kinds.Cursor, len(text), 1, None),
    ]
    QApplication.sendEvent(focused(), QInputMethodEvent(text, reported))
    settle()


def commit(text: str) -> None:
    """Give a sign as a dead key or an input method does once it is there."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(focused(), event)
    settle()


def paste(text: str) -> None:
    QApplication.clipboard().setText(text)
    press(KEY.Key_V, CTRL)


def to_the_end() -> None:
    press(KEY.Key_End, CTRL)
    press(KEY.Key_End)


def _ladder_place(
    session: Session, address: str, path: str, look: Callable[[Any], str] = str
) -> tuple[Callable[[str], None], Callable[[], str]]:
    def put(text: str) -> None:
        session.apply(set_at(session.ladder, Address(address), path, text))
        session.end_typing()
        settle()

    return put, lambda: look(find(session.ladder, f"{address}/{path}"))


def _in_form(qtbot: QtBot, address: str, field: str, *, lines: bool) -> Place:
    robot = rich_robot(qtbot)
    robot.go(address)
    put, value = _ladder_place(robot.session, address, field)
    name = field.replace("/", ".")

    def edit() -> None:
        robot.widget(f"field.{name}").setFocus()
        to_the_end()

    return Place(
        put,
        edit,
        value,
        lambda: None,
        lines=lines,
        session=robot.session,
        flush=robot.form.flush,
        repaint=robot.form.repaint,
    )


def summary(qtbot: QtBot) -> Place:
    return _in_form(qtbot, P3, "summary", lines=True)


def name(qtbot: QtBot) -> Place:
    return _in_form(qtbot, "families/models", "name", lines=False)


def notes(qtbot: QtBot) -> Place:
    return _in_form(qtbot, P3, "notes", lines=True)


def factor(qtbot: QtBot) -> Place:
    return _in_form(qtbot, P3, "factors/scope", lines=True)


def group(qtbot: QtBot) -> Place:
    """A job function, which is taken when the line is left."""
    place = _in_form(qtbot, "families/models", "function", lines=False)

    def leave() -> None:
        focused().clearFocus()  # Tab would take what is suggested
        settle()

    return replace(place, end=leave, escapes=2)


def skill_line(qtbot: QtBot) -> Place:
    """The line that adds a skill; Enter and Tab do more than to take its text."""
    robot = rich_robot(qtbot)
    robot.go(P3)
    editor = robot.widget("field.skills.add", LineEditor)

    def edit() -> None:
        editor.setFocus()
        to_the_end()

    return Place(
        editor.put,
        edit,
        editor.text,
        lambda: None,
        lines=False,
        escapes=2,
        keeps=False,
        held=robot,
    )


def statement(qtbot: QtBot) -> Place:
    robot = rich_robot(qtbot)
    robot.go(P3)
    view = robot.list("responsibilities")

    def put(text: str) -> None:
        held = robot.value(P3).responsibilities
        robot.session.apply(set_at(robot.session.ladder, P3, "responsibilities", (text, *held[1:])))
        robot.session.end_typing()
        settle()

    def select() -> None:
        view.setFocus()
        view.go_to_row(0)

    def edit() -> None:
        select()
        press(KEY.Key_F2)

    def value() -> str:
        return str(robot.value(P3).responsibilities[0])

    return Place(
        put,
        edit,
        value,
        lambda: press(KEY.Key_Tab),
        select,
        replaces=False,
        lines=False,
        session=robot.session,
        flush=robot.form.flush,
        repaint=view.viewport().repaint,
    )


def pay(qtbot: QtBot) -> Place:
    return _in_table(qtbot, P3, "pay.ranges", "market")


def occupation(qtbot: QtBot) -> Place:
    return _in_table(qtbot, "families/models", "occupations", "title")


def _in_table(qtbot: QtBot, address: str, field: str, column: str) -> Place:
    robot = rich_robot(qtbot)
    robot.go(address)
    table = robot.widget(f"field.{field}", RecordTable)
    place = [str(spec.name) for spec in table.records.specs].index(column)

    def put(text: str) -> None:
        table.records.put(0, place, text)
        robot.session.end_typing()
        settle()

    def select() -> None:
        table.setFocus()
        table.setCurrentIndex(table.records.index(0, place))

    def edit() -> None:
        select()
        press(KEY.Key_F2)
        to_the_end()

    return Place(
        put,
        edit,
        lambda: str(find(robot.session.ladder, f"{address}/{field.replace('.', '/')}/0/{column}")),
        lambda: press(KEY.Key_Return),
        select,
        lines=False,
        session=robot.session,
        flush=robot.form.flush,
        repaint=table.viewport().repaint,
    )


def matrix(qtbot: QtBot) -> Place:
    robot = MatrixRobot(qtbot, sample())
    put, value = _ladder_place(robot.session, DATA_P3, "summary")

    def select() -> None:
        robot.sheet.setFocus()
        robot.go("summary", "P3")

    def edit() -> None:
        select()
        press(KEY.Key_F2)

    return Place(
        put,
        edit,
        value,
        lambda: press(KEY.Key_Return),
        select,
        session=robot.session,
        repaint=robot.sheet.viewport().repaint,
    )


def compare(qtbot: QtBot) -> Place:
    robot = CompareRobot(qtbot, FakeDialogs())
    robot.show(COMPARE_P2, COMPARE_P3)
    _, value = _ladder_place(robot.session, COMPARE_P3, "responsibilities/1")
    table = robot.view.table

    def put_statement(text: str) -> None:
        held = robot.value(f"{COMPARE_P3}/responsibilities")
        new = (held[0], text, *held[2:])
        robot.session.apply(
            set_at(robot.session.ladder, Address(COMPARE_P3), "responsibilities", new)
        )
        robot.session.end_typing()
        settle()

    def select() -> None:
        row = robot.view.model.find(1, FieldPath("responsibilities/1"))
        table.setFocus()
        table.choose(robot.view.model.index(row, 1))

    def edit() -> None:
        select()
        press(KEY.Key_F2)

    return Place(
        put_statement,
        edit,
        value,
        lambda: press(KEY.Key_Return),
        select,
        session=robot.session,
        repaint=table.viewport().repaint,
    )


def tree(qtbot: QtBot) -> Place:
    workspace = Workspace()
    panel = TreePanel(workspace, FakeDialogs())
    qtbot.addWidget(panel)
    session = Session(read_text(SMALL))
    workspace.open(session)
    panel.resize(320, 600)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is panel)
    address = "families/software"
    put, value = _ladder_place(session, address, "name")

    def edit() -> None:
        workspace.go_to(address)
        view_of(panel).setFocus()
        settle()
        press(KEY.Key_F2)
        to_the_end()

    return Place(
        put, edit, value, lambda: press(KEY.Key_Return), lines=False, session=session, held=panel
    )


def _bare(qtbot: QtBot, editor: TextEditor | LineEditor) -> Place:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(editor)
    column.addWidget(QPushButton("Beside"))  # where Tab goes
    return _within(qtbot, window, editor)


def _within(qtbot: QtBot, window: QWidget, editor: TextEditor | LineEditor) -> Place:
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)

    def edit() -> None:
        editor.setFocus()
        to_the_end()

    return Place(
        editor.put,
        edit,
        editor.text,
        lambda: None,
        lines=isinstance(editor, TextEditor),
        repaint=editor.repaint,
        held=window,
    )


def dialog_text(qtbot: QtBot) -> Place:
    return _bare(qtbot, TextEditor(own_undo=True))


def dialog_line(qtbot: QtBot) -> Place:
    return _bare(qtbot, LineEditor())


def conflict(qtbot: QtBot) -> Place:
    """The result of a conflict in Changes."""
    window = QWidget()
    panel = ConflictPanel(window)
    QVBoxLayout(window).addWidget(panel)
    both = Conflict(Address(P3), FieldPath("summary"), "Before", "Mine", "Theirs")
    panel.show_conflict(ConflictRow("1", both, "P3", resolved=False), ("", "", ""), "Copy", None)
    editor = panel.findChild(TextEditor, "conflictResult")
    assert editor is not None
    return _within(qtbot, window, editor)


def publication(qtbot: QtBot) -> Place:
    """What is new, in the dialog that publishes."""
    offer = PublishOffer("Ladder", "1.0.0", (("major", "2.0.0"),), "")
    dialog = PublishDialog(offer, lambda _reported: None, print)
    editor = dialog.findChild(TextEditor, "publish.summary")
    assert editor is not None
    return _within(qtbot, dialog, editor)


PLACES: dict[str, Callable[[QtBot], Place]] = {
    "summary": summary,
    "name": name,
    "notes": notes,
    "factor": factor,
    "group": group,
    "skill line": skill_line,
    "statement": statement,
    "pay": pay,
    "occupation": occupation,
    "matrix": matrix,
    "compare": compare,
    "tree": tree,
    "dialog text": dialog_text,
    "dialog line": dialog_line,
    "conflict": conflict,
    "publication": publication,
}
