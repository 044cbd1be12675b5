"""Files that do not open as they are: an expanded copy, an older format."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from laddereditor.gui.dialogs.file_dialogs import UnreadableDialog
from laddereditor.storage.reading.faults import Fault
from tests.gui.sharing.conftest import Open

ANCHORED = """\
laddereditor: 1
id: small
name: Anchored
competencies:
  - {id: a, name: &said Says so}
  - {id: b, name: *said}
"""


def test_that_a_file_with_anchors_opens_as_an_expanded_copy(open_robot: Open, path: Path) -> None:
    path.write_text(ANCHORED, "utf-8")
    robot = open_robot(files=[])
    robot.dialogs.answers["unreadable"] = "expand"
    robot.window.opening.open_files([path])
    (_, (_, faults)) = robot.dialogs.asked[0]
    assert any(fault.can_expand for fault in faults)
    assert robot.session.path is None
    assert robot.session.is_modified
    assert [each.name for each in robot.session.ladder.competencies] == ["Says so", "Says so"]
    robot.wait_for("This is a copy of small.yaml with everything written out")
    assert path.read_text("utf-8") == ANCHORED


def test_that_the_copy_is_offered_only_where_it_helps(qtbot: QtBot, path: Path) -> None:
    for fault, offered in ((Fault("x", can_expand=True), True), (Fault("x"), False)):
        dialog = UnreadableDialog(path, (fault,))
        qtbot.addWidget(dialog)
        button = dialog.findChild(QPushButton, "unreadableExpand")
        assert (button is not None) is offered
        assert dialog.answer == "close"
        if button is not None:
            button.click()
            assert str(dialog.answer) == "expand"


def test_that_trying_again_opens_what_was_corrected(open_robot: Open, path: Path) -> None:
    good = path.read_text("utf-8")
    path.write_text(ANCHORED, "utf-8")
    robot = open_robot(files=[])

    def mend(*_: object) -> str:
        path.write_text(good, "utf-8")
        return "again"

    robot.dialogs.answers["unreadable"] = mend
    robot.window.opening.open_files([path])
    assert robot.session.path == path


def test_that_an_older_format_is_mentioned_in_the_bar(open_robot: Open, path: Path) -> None:
    path.write_text("laddereditor: 0\nid: small\nname: Old\n", "utf-8")
    robot = open_robot()
    robot.wait_for("This file is in an older format (0)")
    assert "laddereditor: 0" in robot.written()
    robot.save()
    assert "laddereditor: 1" in robot.written()
