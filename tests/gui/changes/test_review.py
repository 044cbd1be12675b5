"""A colleague's copy against mine: change by change, in groups, all of it."""

import pytest
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.changes.view import ChangesView
from laddereditor.gui.look.escaping import tip
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.gui.changes.helpers import (
    button,
    change_much,
    headlines,
    label,
    ladder_of,
    renewed,
    select,
    set_summary,
    text,
    texts,
)
from tests.gui.samples import SMALL


@pytest.fixture
def theirs(qapp: object) -> Ladder:
    other = Workspace()
    other.open(Session(read_text(SMALL)))
    change_much(other)
    return ladder_of(other)


def _session(workspace: Workspace) -> Session:
    assert workspace.session is not None
    return workspace.session


def test_that_one_change_of_theirs_is_taken_as_one_step(
    view: ChangesView, workspace: Workspace, theirs: Ladder
) -> None:
    view.review(theirs, "anna.yaml")
    assert label(view, "changesTitle") == "What anna.yaml would change"
    select(view, "Works alone on new things")
    assert text(view, "changeBefore") == "Works alone on known things."
    button(view, "changesTake").click()
    assert ladder_of(workspace).levels[1].summary == "Works alone on new things."
    assert len(headlines(view)) == 5
    _session(workspace).undo()
    renewed(view)
    assert len(headlines(view)) == 6
    assert _session(workspace).undo_label == ""


def test_that_all_of_a_group_is_taken_as_one_step(
    view: ChangesView, workspace: Workspace, theirs: Ladder
) -> None:
    view.review(theirs, "anna.yaml")
    model = view.tree.changes
    family = next(
        model.index(row, 0)
        for row in range(model.rowCount())
        if model.index(row, 0).data() == "Software Engineer"
    )
    flags = QItemSelectionModel.SelectionFlag
    view.tree.selectionModel().setCurrentIndex(family, flags.ClearAndSelect | flags.Rows)
    assert button(view, "changesTake").text() == "&Take these 3 changes"
    button(view, "changesTake").click()
    assert ladder_of(workspace).families[0] == theirs.families[0]
    assert list(texts(view)) == ["Levels", "Skills", "Product Designer"]
    _session(workspace).undo()
    assert not _session(workspace).undo_label


def test_that_all_is_taken_and_nothing_is_left(
    view: ChangesView, workspace: Workspace, theirs: Ladder
) -> None:
    view.review(theirs, "anna.yaml")
    button(view, "changesTakeAll").click()
    assert ladder_of(workspace) == theirs
    assert "says the same" in label(view, "changesEmpty")


def test_that_take_all_takes_only_what_the_filter_shows(
    view: ChangesView, workspace: Workspace, theirs: Ladder
) -> None:
    view.review(theirs, "anna.yaml")
    view.filters._words.setText("phone")
    assert button(view, "changesTakeAll").isHidden()
    view.filters._words.setText("software")
    assert button(view, "changesTakeAll").text() == "Take a&ll 3"
    button(view, "changesTakeAll").click()
    assert ladder_of(workspace).families[0] == theirs.families[0]
    assert ladder_of(workspace).levels == read_text(SMALL).ladder.levels


def test_that_another_open_ladder_is_followed(
    qtbot: QtBot, view: ChangesView, workspace: Workspace
) -> None:
    mine = _session(workspace)
    other = Session(read_text(SMALL.replace("Small ladder", "Other ladder")))
    workspace.open(other)
    workspace.show_session(mine)
    view.header.chooser.menu().aboutToShow.emit()
    act = next(a for a in view.header.chooser.menu().actions() if "Review what" in a.text())
    act.trigger()
    assert len(headlines(view)) == 1
    other.apply(set_field(other.ladder, Address("levels/P1"), "summary", "Begins."))
    qtbot.waitUntil(lambda: len(headlines(view)) == 2)


def test_that_any_two_ladders_are_only_read(view: ChangesView, theirs: Ladder) -> None:
    view.show_between(read_text(SMALL).ladder, theirs, "version 1.0.0", "version 2.0.0")
    assert label(view, "changesTitle") == "From version 1.0.0 to version 2.0.0"
    assert len(headlines(view)) == 6
    for name in ("changesUndo", "changesTake", "changesTakeAll"):
        assert button(view, name).isHidden()


def test_that_a_locked_ladder_is_not_changed(
    view: ChangesView, workspace: Workspace, theirs: Ladder
) -> None:
    workspace.set_read_only(_session(workspace), "Anna has it open.")
    view.review(theirs, "anna.yaml")
    assert not button(view, "changesTake").isEnabled()
    assert button(view, "changesTake").toolTip() == tip("Anna has it open.")


def test_that_each_ladder_keeps_what_it_is_compared_with(
    view: ChangesView, workspace: Workspace, theirs: Ladder
) -> None:
    mine = _session(workspace)
    view.review(theirs, "anna.yaml")
    workspace.open(Session(read_text(SMALL)))
    assert label(view, "changesTitle") == "Changed since the last save"
    assert not headlines(view)
    workspace.show_session(mine)
    assert label(view, "changesTitle") == "What anna.yaml would change"
    assert len(headlines(view)) == 6


def test_that_the_same_two_ladders_are_shown_again_for_another_question(
    view: ChangesView, workspace: Workspace
) -> None:
    set_summary(workspace, "Works alone on new things.")
    mine = ladder_of(workspace)
    renewed(view)
    _session(workspace).undo()
    view.review(mine, "anna.yaml")
    assert label(view, "changesTitle") == "What anna.yaml would change"
    assert button(view, "changesTake").isVisible()
