"""Each save keeps the state before it, and any of them can be brought back."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox, QTreeWidget
from pytestqt.qtbot import QtBot

from laddereditor.gui.sharing.backups_dialog import BackupsDialog
from laddereditor.presentation.dialogs.protocol import EarlierSave
from laddereditor.presentation.sharing.run_context import RunContext
from laddereditor.storage.files.backups import list_backups
from tests.gui.samples import SMALL
from tests.gui.sharing.conftest import Open, Robot


def save(robot: Robot, name: str) -> None:
    robot.edit(name)
    robot.save()


def restore(robot: Robot, row: int | None) -> list[str]:
    """Choose a row in the list; return what was said to differ."""
    said: list[str] = []

    def choose(_name: str, saves: list[EarlierSave], describe: Callable[..., None]) -> int | None:
        for number in range(len(saves)):
            describe(number, said.append)
        return row

    robot.dialogs.answers["earlier_save"] = choose
    robot.window.actions_by_id["file.backups"].trigger()
    return said


def test_that_every_save_keeps_the_state_before_it(robot: Robot, context: RunContext) -> None:
    save(robot, "First")
    save(robot, "Second")
    assert context.backups is not None
    texts = [one.path.read_text("utf-8") for one in list_backups(context.backups, robot.path)]
    assert texts == [SMALL.replace("Small ladder", "First"), SMALL]


def test_that_an_earlier_save_comes_back_as_one_step_and_waits_to_be_saved(robot: Robot) -> None:
    save(robot, "First")
    save(robot, "Second")
    said = restore(robot, 1)
    assert said == ["the ladder's own page changed"] * 2
    assert robot.session.ladder.name == "Small ladder"
    assert robot.session.is_modified
    assert robot.session.undo_label.startswith("Restore the save of today")
    assert "name: Second" in robot.written()
    robot.session.undo()
    assert robot.session.ladder.name == "Second"
    assert not robot.session.is_modified


def test_that_nothing_happens_when_no_save_is_chosen(robot: Robot) -> None:
    save(robot, "First")
    restore(robot, None)
    assert robot.session.ladder.name == "First"


def test_that_what_a_save_as_replaces_is_kept_too(robot: Robot, context: RunContext) -> None:
    other = robot.path.with_name("other.yaml")
    other.write_text("laddereditor: 1\nid: o\nname: Other\n", "utf-8")
    robot.dialogs.answers["file_to_save"] = other
    robot.save_as()
    assert context.backups is not None
    assert len(list_backups(context.backups, other)) == 1


def test_that_a_damaged_backup_is_reported(robot: Robot, context: RunContext) -> None:
    save(robot, "First")
    assert context.backups is not None
    list_backups(context.backups, robot.path)[0].path.write_text("torn", "utf-8")
    said = restore(robot, 0)
    assert "damaged" in said[0]
    assert robot.dialogs.asked[-1][0] == "show_message"
    assert robot.session.ladder.name == "First"


def test_that_a_state_folder_that_cannot_be_written_does_not_prevent_saving(
    robot: Robot, context: RunContext
) -> None:
    assert context.backups is not None
    context.backups.rmdir()
    context.backups.write_text("no folder", "utf-8")
    said: list[str] = []
    robot.window.workspace.notice.connect(said.append)
    save(robot, "First")
    assert "name: First" in robot.written()
    assert "was not kept as a backup" in said[0]


def test_that_without_earlier_saves_that_is_said(robot: Robot) -> None:
    robot.window.actions_by_id["file.backups"].trigger()
    assert robot.dialogs.asked[-1][1][0] == "Nothing to restore"


def test_that_a_window_of_scripts_keeps_nothing(open_robot: Open, context: RunContext) -> None:
    robot = open_robot(start=False)
    save(robot, "First")
    assert context.backups is not None
    assert not list(context.backups.iterdir())


def test_that_the_dialog_fills_in_what_differs_and_returns_the_row(qtbot: QtBot) -> None:
    waiting: list[Callable[[str], None]] = []
    rows = [EarlierSave("today 14:03", "14 KB"), EarlierSave("Tuesday 10:00", "13 KB")]
    dialog = BackupsDialog("small.yaml", rows, lambda _row, tell: waiting.append(tell))
    qtbot.addWidget(dialog)
    dialog.show()
    view = dialog.findChild(QTreeWidget, "backupsList")
    assert view.topLevelItem(1).text(2) == "comparing…"
    waiting[1]("1 skill added")
    assert view.topLevelItem(1).text(2) == "1 skill added"
    second = view.topLevelItem(1)
    assert second is not None
    view.setCurrentItem(second)
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
    assert dialog.answer() == 1
    waiting[0]("too late")
    assert view.topLevelItem(0).text(2) == "comparing…"
