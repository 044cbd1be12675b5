"""Two people save into one file: both changes are kept, or a person decides."""

import pytest
from PySide6.QtWidgets import QPushButton

from laddereditor.edits.fields import set_field
from laddereditor.model.address import Address
from laddereditor.storage.files.document import read_text
from laddereditor.storage.text.records import VerificationFailed
from tests.gui.samples import SMALL
from tests.gui.sharing.conftest import Open, Robot
from tests.gui.sharing.test_disk import save_as_others_do

THEIRS = SMALL.replace("\nname: Small ladder", "\n# seen by Ada\nname: Small ladder").replace(
    "name: Software Engineer", "name: Software Developer"
)


def _described(robot: Robot, text: str) -> None:
    robot.window.workspace.apply(set_field(robot.session.ladder, Address(), "description", text))


def test_that_changes_of_both_are_merged_and_saved_with_their_comments(robot: Robot) -> None:
    assert THEIRS.count("# seen by Ada") == 1
    _described(robot, "Mine")
    save_as_others_do(robot.path, THEIRS)
    robot.wait_for("Somebody else changed small.yaml")
    robot.press("merge")
    ladder = robot.session.ladder
    assert (ladder.description, ladder.families[0].name) == ("Mine", "Software Developer")
    assert robot.session.is_modified
    assert robot.written() == THEIRS
    assert "Save to keep both" in robot.texts()[0]
    robot.save()
    assert "# seen by Ada" in robot.written()
    assert read_text(robot.written()).ladder == ladder


def test_that_a_merge_is_one_step_to_undo(robot: Robot) -> None:
    _described(robot, "Mine")
    mine = robot.session.ladder
    save_as_others_do(robot.path, THEIRS)
    robot.wait_for("Somebody else changed small.yaml")
    robot.press("merge")
    robot.press("undo")
    assert robot.session.ladder is mine
    assert robot.session.is_modified


def test_that_a_save_offers_to_merge_and_then_writes_both(open_robot: Open) -> None:
    robot = open_robot(start=False)
    _described(robot, "Mine")
    save_as_others_do(robot.path, THEIRS)
    robot.dialogs.answers["choose"] = "merge"
    robot.save()
    assert not robot.session.is_modified
    ladder = read_text(robot.written()).ladder
    assert (ladder.description, ladder.families[0].name) == ("Mine", "Software Developer")


def test_that_what_both_changed_differently_is_shown_and_nothing_written(robot: Robot) -> None:
    robot.edit("Mine")
    mine, theirs = robot.session.ladder, SMALL.replace("name: Small ladder", "name: Ada's ladder")
    save_as_others_do(robot.path, theirs)
    robot.wait_for("Somebody else changed small.yaml")
    robot.press("merge")
    assert robot.window.centre.current == "changes"
    assert "changed 1 place of small.yaml differently" in robot.texts()[0]
    assert robot.session.ladder is mine
    assert robot.written() == theirs


def test_that_a_resolved_merge_is_taken_and_can_be_saved(robot: Robot) -> None:
    robot.edit("Mine")
    save_as_others_do(robot.path, SMALL.replace("name: Small ladder", "name: Ada's ladder"))
    robot.wait_for("Somebody else changed small.yaml")
    robot.press("merge")
    view = robot.window.centre.page("changes")
    robot.bot.waitUntil(lambda: any(b.isVisible() for b in _named(view, "conflictTakeTheirs")))
    _named(view, "conflictTakeTheirs")[0].click()
    finish = _named(view, "mergeFinish")[0]
    robot.bot.waitUntil(finish.isEnabled)
    finish.click()
    assert robot.session.ladder.name == "Ada's ladder"
    assert not robot.session.is_modified
    robot.save()


def _named(view: object, name: str) -> list[QPushButton]:
    return view.findChildren(QPushButton, name)  # type: ignore[attr-defined,no-any-return]


def test_that_own_comments_are_carried_into_what_somebody_else_saved(robot: Robot) -> None:
    """The comments are of a copy that was merged and not saved yet."""
    session = robot.session
    text = session.document.text
    noted = text.replace("name: Entry", "name: Entry  # or Starter?").replace(
        "summary: Learns the trade.", "summary: Learns the trade.  # agreed in May"
    )
    session.take_merged_copy(
        read_text(text), read_text(noted), session.ladder, "Merge with ada.yaml", "ada.yaml"
    )
    assert session.document.text == noted
    save_as_others_do(robot.path, text.replace("name: Entry", "name: Starter"))
    robot.wait_for("Somebody else changed small.yaml")
    robot.press("merge")
    assert "summary: Learns the trade.  # agreed in May" in session.document.text
    assert session.ladder.levels[0].name == "Starter"
    robot.wait_for("comment in your text of small.yaml could not be carried over: “# or Starter?”")


def test_that_what_somebody_else_saved_is_reformatted_only_after_asking(
    robot: Robot, monkeypatch: pytest.MonkeyPatch
) -> None:
    robot.edit("Mine")
    mine = robot.session.document
    save_as_others_do(robot.path, THEIRS)
    robot.wait_for("Somebody else changed small.yaml")

    def refuse(*_: object) -> None:
        raise VerificationFailed("name")

    monkeypatch.setattr("laddereditor.storage.text.update.edit_head", refuse)
    robot.dialogs.answers["confirm"] = False
    robot.press("merge")
    assert robot.dialogs.asked[-1][1][0] == "Reformat the file?"
    assert robot.session.document is mine
    assert robot.session.is_modified
    assert "keeps its layout" in robot.window.statusBar().currentMessage()
    robot.wait_for("Somebody else changed small.yaml")  # it can still be chosen otherwise
