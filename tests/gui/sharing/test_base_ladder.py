"""Ladders built from others: taking parts, what is ours, and what changed in the base."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.edits.taking import new_from
from laddereditor.gui.changes.view import ChangesView
from laddereditor.gui.dialogs.parts_dialog import PartsDialog
from laddereditor.gui.files.opening import Opening
from laddereditor.gui.sharing.base_ladder import BaseLadders
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import TakenParts
from laddereditor.presentation.files.parts_to_take import offered_parts, statements_of
from laddereditor.session.session import Session
from laddereditor.storage.files.document import Document, new_document
from laddereditor.storage.files.kept_bases import read_kept_base
from laddereditor.storage.versions.base_versions import read_base
from tests.edits.family_tree import VISION_P2, family_tree
from tests.edits.samples import DATA_P3, sample
from tests.gui.fakes import FakeDialogs

DATA = Address("families/data")


class Robot:
    """A workspace with the commands for bases, a base in a file, and what was shown."""

    def __init__(self, folder: Path, dialogs: FakeDialogs) -> None:
        self.path, self.dialogs, self.workspace = folder / "base.yaml", dialogs, Workspace()
        self.write(evolve(sample(), version="2.0.0"))
        self.notices: list[str] = []
        self.shown: list[tuple[str, Any]] = []
        self.workspace.notice.connect(self.notices.append)
        opening = SimpleNamespace(folder=folder, create_from=self._create)
        changes = SimpleNamespace(
            show_since=lambda *what: self.shown.append(("since", what)),
            resolve_merge=lambda *what: self.shown.append(("merge", what)),
        )
        self.bases = BaseLadders(
            self.workspace,
            lambda: dialogs,
            cast("Opening", opening),
            cast("Callable[[], ChangesView]", lambda: changes),
        )
        dialogs.answers["ladder_to_choose"] = self.path

    def write(self, ladder: Ladder) -> None:
        self.path.write_text(new_document(ladder).text, "utf-8")

    def _create(self, document: Document) -> None:
        self.workspace.open(Session(document))

    @property
    def ladder(self) -> Ladder:
        assert self.workspace.session is not None
        return self.workspace.session.ladder

    def started(self) -> "Robot":
        self.dialogs.answers["parts_to_take"] = TakenParts((DATA,), "Our ladder")
        self.bases.start()
        return self


@pytest.fixture
def robot(qapp: object, tmp_path: Path, dialogs: FakeDialogs) -> Robot:
    return Robot(tmp_path, dialogs)


def test_that_a_ladder_is_started_with_the_chosen_parts(robot: Robot) -> None:
    ladder = robot.started().ladder
    assert (ladder.name, [one.id for one in ladder.families]) == ("Our ladder", ["data"])
    assert ladder.based_on is not None
    assert (ladder.based_on.ladder, ladder.based_on.version) == ("tech", "2.0.0")


def test_that_a_person_who_changes_their_mind_starts_nothing(robot: Robot) -> None:
    robot.dialogs.answers["parts_to_take"] = None
    robot.bases.start()
    robot.dialogs.answers["parts_to_take"] = TakenParts((), "Nothing")
    robot.bases.start()
    assert robot.workspace.session is None
    assert "Nothing is chosen" in robot.notices[0]


def test_that_what_is_ours_is_shown_against_the_version_taken(robot: Robot) -> None:
    session = robot.started().workspace.session
    assert session is not None
    session.apply(set_field(robot.ladder, DATA_P3, "summary", "Ours"))
    robot.bases.show_ours()
    ((kind, (old, name)),) = robot.shown
    assert (kind, name) == ("since", "Technology, version 2.0.0")
    assert [one for one, _ in robot.dialogs.asked].count("ladder_to_choose") == 1
    assert old == new_from(
        read_base(robot.path).newest, [DATA], "Our ladder", read_base(robot.path).digest
    )


def test_that_a_ladder_without_a_base_says_so(robot: Robot) -> None:
    robot.workspace.open(Session(new_document(sample())))
    robot.bases.review()
    assert "not based on another" in robot.notices[0]


def test_that_another_ladder_is_refused_in_words(robot: Robot) -> None:
    robot.started()
    robot.write(evolve(sample(), id="other"))
    robot.bases.review()
    assert "is based on" in robot.notices[-1]
    assert not robot.shown


def test_that_a_base_that_was_written_over_is_reviewed_by_the_kept_copy(robot: Robot) -> None:
    robot.started()
    newer = set_field(sample(), DATA_P3, "title", "Lead").change(sample())
    robot.write(evolve(newer, version="3.0.0"))
    robot.bases.review()
    ((kind, (before, theirs, *_)),) = robot.shown
    assert (kind, before) == ("merge", robot.ladder)
    assert theirs.families[0].profiles[1].title == "Lead"


def test_that_the_person_chooses_the_version_taken_if_no_copy_is_there(
    robot: Robot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    robot.started()
    mailed = tmp_path / "mailed.yaml"
    robot.path.rename(mailed)
    robot.write(evolve(sample(), version="3.0.0"))
    monkeypatch.setenv("LADDEREDITOR_STATE", str(tmp_path / "another computer"))
    robot.dialogs.answers["confirm"] = False
    robot.bases.review()
    assert robot.dialogs.asked[-1][1][0] == "There is no copy of version 2.0.0"
    assert not robot.shown
    robot.dialogs.answers["confirm"] = True
    robot.dialogs.answers["ladder_to_choose"] = lambda _, title: (
        mailed if "version" in title else robot.path
    )
    robot.bases.review()
    assert robot.notices[-1] == "Nothing that this ladder took changed in version 3.0.0."
    robot.bases.show_ours()  # the chosen file was kept
    assert robot.shown[-1][0] == "since"
    assert len(list((tmp_path / "another computer" / "bases").iterdir())) == 1


def test_that_a_chosen_file_of_another_time_is_used_with_a_warning_and_not_kept(
    robot: Robot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    robot.started()
    robot.write(evolve(sample(), version="3.0.0"))
    monkeypatch.setenv("LADDEREDITOR_STATE", str(tmp_path / "another computer"))
    robot.dialogs.answers["confirm"] = True
    robot.bases.review()
    assert "not the same as when it was taken" in robot.notices[0]
    assert not (tmp_path / "another computer" / "bases").exists()


def test_that_a_copy_that_cannot_be_kept_is_a_notice(
    robot: Robot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("LADDEREDITOR_STATE", str(tmp_path / "file" / "below"))
    robot.started()
    assert "could not keep a copy of the base" in robot.notices[0]
    assert robot.ladder.name == "Our ladder"


def test_that_a_base_that_did_not_change_offers_nothing(robot: Robot) -> None:
    robot.started().bases.review()
    assert robot.notices[-1] == "Nothing that this ladder took changed in version 2.0.0."


# -- the dialog -----------------------------------------------------------------------------------


def test_that_the_dialog_returns_what_is_ticked_once(qtbot: QtBot) -> None:
    dialog = PartsDialog(family_tree())
    qtbot.addWidget(dialog)
    create = dialog.findChildren(QDialogButtonBox)[0].button(QDialogButtonBox.StandardButton.Ok)
    assert not create.isEnabled()
    engineer = dialog.tree.topLevelItem(0).child(0).child(0)
    learning = engineer.child(3)
    learning.setCheckState(0, Qt.CheckState.Checked)
    assert create.isEnabled()
    assert dialog.answer().addresses == (Address("families/ml"), Address("families/vision"))
    learning.setCheckState(0, Qt.CheckState.Unchecked)
    profile = learning.child(1).child(1)
    profile.setExpanded(True)
    assert [profile.child(n).text(0) for n in range(profile.childCount())] == [
        "Responsibilities: Reads images"
    ]
    profile.child(0).setCheckState(0, Qt.CheckState.Checked)
    statement = VISION_P2.at("responsibilities/0")
    assert dialog.answer() == TakenParts((statement,), "New ladder")
    profile.setCheckState(0, Qt.CheckState.Checked)
    assert dialog.answer() == TakenParts((VISION_P2,), "New ladder")
    profile.child(0).setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.answer().addresses == ()


def test_that_statements_have_their_places() -> None:
    found = dict(statements_of(sample(), DATA_P3))
    assert found[DATA_P3.at("responsibilities/1")] == "Responsibilities: Reviews work"
    assert found[DATA_P3.at("expectations/delivery/0")] == "Expectations: Ships data"
    assert not dict(statements_of(sample(), DATA))
    assert [node.key for node in offered_parts(sample())] == ["families", "levels", "skills"]


def test_that_the_merge_ends_in_one_step_with_the_newer_version(robot: Robot) -> None:
    session = robot.started().workspace.session
    assert session is not None
    first = robot.ladder
    newer = set_field(sample(), DATA_P3, "title", "Lead").change(sample())
    robot.write(evolve(newer, version="3.0.0"))
    robot.bases.review()
    ((kind, (base, theirs, name, finish, _)),) = robot.shown
    assert (kind, name) == ("merge", "base.yaml")
    assert base == first
    finish(theirs)
    assert robot.ladder.families[0].profiles[1].title == "Lead"
    assert robot.ladder.based_on is not None
    assert robot.ladder.based_on.version == "3.0.0"
    session.undo()
    assert robot.ladder == first
    assert robot.ladder.based_on is not None
    assert read_kept_base(robot.ladder.based_on) is not None
