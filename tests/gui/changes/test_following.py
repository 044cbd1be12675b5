"""The list follows typing: selection, open groups and what is in sight stay."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.fields import set_field
from laddereditor.gui.changes.view import ChangesView
from laddereditor.gui.jobs.jobs import ThreadJobs
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.presentation.changes import comparing
from laddereditor.presentation.changes.change_edits import undo_edit
from laddereditor.session.jobs import JobProgress
from tests.gui.changes.helpers import (
    P1,
    change_much,
    headlines,
    label,
    ladder_of,
    renewed,
    select,
    set_summary,
    text,
)
from tests.gui.fakes import FakeDialogs


def test_that_the_selected_change_stays_selected_while_one_types_in_it(
    view: ChangesView, workspace: Workspace
) -> None:
    change_much(workspace)
    renewed(view)
    select(view, "Works alone")
    key = view.tree.current_key
    for words in ("Works alone on n", "Works alo", "Something else entirely"):
        set_summary(workspace, words)
        renewed(view)
        assert view.tree.current_key == key
        assert text(view, "changeAfter") == words


def test_that_a_reworded_statement_stays_selected_when_others_come_before_it(
    view: ChangesView, workspace: Workspace
) -> None:
    from laddereditor.edits.lists import insert_items, set_item

    workspace.attempt(set_item, P1, "responsibilities", 0, "Fixes defects in any service")
    renewed(view)
    select(view, "any service")
    workspace.attempt(insert_items, P1, "responsibilities", 0, ("Answers the phone",))
    renewed(view)
    assert text(view, "changeAfter") == "Fixes defects in any service"


def test_that_closed_groups_stay_closed(view: ChangesView, workspace: Workspace) -> None:
    change_much(workspace)
    renewed(view)
    levels = view.tree.changes.index(0, 0)
    view.tree.collapse(levels)
    set_summary(workspace, "Begins here.", "levels/P1")
    renewed(view)
    assert not view.tree.isExpanded(view.tree.changes.index(0, 0))
    assert view.tree.isExpanded(view.tree.changes.index(1, 0))


def test_that_the_next_change_is_selected_when_one_is_undone(
    view: ChangesView, workspace: Workspace
) -> None:
    change_much(workspace)
    renewed(view)
    select(view, "Answers the phone")
    view.undo_chosen()
    assert view.tree.current_key in view.tree.changes.shown.rows
    assert "any service" in view.tree.chosen()[0].label
    for _ in range(5):
        assert view.tree.chosen()
        view.undo_chosen()
    assert not workspace.session or ladder_of(workspace) == workspace.session.saved_ladder
    assert "Nothing has changed" in label(view, "changesEmpty")


def test_that_steps_go_through_all_changes_and_around_the_end(
    view: ChangesView, workspace: Workspace
) -> None:
    change_much(workspace)
    renewed(view)
    order = list(view.tree.changes.leaf_keys())
    seen = [view.tree.current_key]
    for _ in order:
        view.step(+1)
        seen.append(view.tree.current_key)
    assert seen == [*order, order[0]]
    view.step(-1)
    assert view.tree.current_key == order[-1]


def test_that_a_save_empties_the_list(
    view: ChangesView, workspace: Workspace, tmp_path: Any
) -> None:
    change_much(workspace)
    renewed(view)
    assert workspace.session is not None
    workspace.session.save(tmp_path / "small.yaml")
    renewed(view)
    assert "Nothing has changed" in label(view, "changesEmpty")


def test_that_nothing_is_compared_while_the_view_is_hidden(
    view: ChangesView, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.hide()
    asked: list[object] = []
    monkeypatch.setattr(comparing, "diff", lambda *_: asked.append(1) or ())
    change_much(workspace)
    renewed(view)
    assert not asked
    monkeypatch.undo()
    view.show()
    assert len(headlines(view)) == 6


@dataclass
class _Later:
    """Jobs that are done when a test says so."""

    waiting: list[Callable[[], object]] = field(default_factory=list)
    cancelled: list[int] = field(default_factory=list)

    def run(
        self,
        work: Callable[[JobProgress], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
        progress: Callable[[float], None] = lambda _: None,
    ) -> Any:
        number = len(self.waiting)
        result = work(JobProgress(progress))
        self.waiting.append(lambda: number in self.cancelled or done(result))
        jobs = self

        class Job:
            def cancel(self) -> None:
                jobs.cancelled.append(number)

        return Job()


@pytest.fixture
def slow(
    qtbot: QtBot, workspace: Workspace, dialogs: FakeDialogs, monkeypatch: pytest.MonkeyPatch
) -> tuple[ChangesView, _Later]:
    monkeypatch.setattr(comparing, "is_quick", lambda *_: False)
    jobs = _Later()
    view = ChangesView(workspace, dialogs, jobs)
    qtbot.addWidget(view)
    view.show()
    return view, jobs


def test_that_a_result_of_an_older_state_is_dropped(
    slow: tuple[ChangesView, _Later], workspace: Workspace
) -> None:
    view, jobs = slow
    jobs.waiting.pop()()
    set_summary(workspace, "First.")
    renewed(view)
    assert label(view, "changesTotals") == "Comparing…"
    set_summary(workspace, "Second.")
    renewed(view)
    first, second = jobs.waiting
    second()
    first()
    assert text(view, "changeAfter") == "Second."
    assert label(view, "changesTotals").startswith("1 change: ")


def test_that_undo_waits_for_nothing(
    slow: tuple[ChangesView, _Later], workspace: Workspace
) -> None:
    view, jobs = slow
    jobs.waiting.pop()()
    set_summary(workspace, "First.")
    renewed(view)
    jobs.waiting.pop()()
    workspace.attempt(set_field, Address("skills/python"), "description", "A language.")
    view.undo_chosen()
    assert ladder_of(workspace).levels[1].summary == "Works alone on known things."
    assert ladder_of(workspace).skills[0].description == "A language."


def test_that_threads_bring_the_changes_back(
    qtbot: QtBot, workspace: Workspace, dialogs: FakeDialogs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comparing, "is_quick", lambda *_: False)
    jobs = ThreadJobs()
    view = ChangesView(workspace, dialogs, jobs)
    qtbot.addWidget(view)
    view.show()
    for words in ("One.", "Two.", "Three."):
        set_summary(workspace, words)
        renewed(view)
    qtbot.waitUntil(lambda: len(headlines(view)) == 1)
    assert text(view, "changeAfter") == "Three."
    jobs.wait()


def test_that_what_is_typed_but_not_taken_yet_is_taken_before_an_undo(
    view: ChangesView, workspace: Workspace
) -> None:
    set_summary(workspace, "First.")
    renewed(view)

    def settle() -> None:
        workspace.attempt(set_field, Address("skills/python"), "description", "Typed just now.")

    workspace.flush_requested.connect(settle)
    view.undo_chosen()
    assert ladder_of(workspace).levels[1].summary == "Works alone on known things."
    assert ladder_of(workspace).skills[0].description == "Typed just now."
    assert len(headlines(view)) == 1


def test_that_an_undo_is_refused_for_another_ladder_than_was_compared(
    workspace: Workspace,
) -> None:
    old = ladder_of(workspace)
    set_summary(workspace, "First.")
    found = comparing.compare_ladders(old, ladder_of(workspace))
    edit = undo_edit(found, found.rows)
    set_summary(workspace, "Second.")
    with pytest.raises(EditRefused, match="has changed since"):
        edit.change(ladder_of(workspace))
