"""Many conflicts of a merge are resolved at once by one side, after asking."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from laddereditor.gui.changes.view import ChangesView
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import read_text
from tests.gui.changes.helpers import button, label, ladder_of
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL

# Three texts differ, and one skill is theirs only.
THEIRS = read_text(
    SMALL.replace("summary: Learns the trade.", "summary: Begins.")
    .replace("name: Autonomy", "name: Freedom")
    .replace("name: Software Engineer", "name: Developer")
    .replace("skills:\n", "skills:\n  - {id: weaving, name: Weaving}\n", 1)
).ladder


@pytest.fixture
def done(view: ChangesView, workspace: Workspace) -> list[Ladder]:
    """A merge without a base."""
    found: list[Ladder] = []
    view.resolve_merge(None, THEIRS, "anna.yaml", found.append)
    return found


def entries(view: ChangesView) -> dict[str, Callable[[], None]]:
    """Return what the button offers to resolve at once."""
    resolve = view.findChild(QToolButton, "mergeSettle")
    assert resolve is not None and resolve.isVisible()
    menu = resolve.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return {each.text(): each.trigger for each in menu.actions() if each.text()}


def open_count(view: ChangesView) -> int:
    state = view.comparisons.state
    assert state is not None
    return state.open


@pytest.mark.parametrize("entry", ["Keep all of &mine…", "Take all of &theirs…"])
def test_that_all_open_conflicts_are_resolved_by_one_side(
    view: ChangesView, workspace: Workspace, dialogs: FakeDialogs, done: list[Ladder], entry: str
) -> None:
    count = open_count(view)
    assert count > 2
    dialogs.answers["confirm"] = True
    entries(view)[entry]()
    _, text, action = dialogs.asked[-1][1]
    assert f"{count} places" in text and "anna.yaml" in text
    assert action.endswith(f"in {count} places")
    assert open_count(view) == 0
    button(view, "mergeFinish").click()
    assert done == [ladder_of(workspace) if "mine" in entry else THEIRS]


def test_that_nothing_is_resolved_without_a_yes(
    view: ChangesView, dialogs: FakeDialogs, done: list[Ladder]
) -> None:
    count = open_count(view)
    dialogs.answers["confirm"] = False
    entries(view)["Take all of &theirs…"]()
    assert open_count(view) == count
    assert not done


def test_that_the_question_counts_what_is_taken_out_or_stays_out(
    view: ChangesView, dialogs: FakeDialogs, done: list[Ladder]
) -> None:
    dialogs.answers["confirm"] = False
    entries(view)["Keep all of &mine…"]()
    assert (
        "In 1 place of these, something that only they have stays out." in dialogs.asked[-1][1][1]
    )


def test_that_the_question_counts_what_only_mine_has(
    view: ChangesView, dialogs: FakeDialogs
) -> None:
    theirs = read_text(SMALL[: SMALL.index("skills:")]).ladder
    view.resolve_merge(None, theirs, "anna.yaml", lambda _: None)
    state = view.comparisons.state
    assert state is not None
    gone = sum(row.conflict.theirs is None for row in state.rows)
    assert gone
    dialogs.answers["confirm"] = False
    entries(view)["Take all of &theirs…"]()
    assert "something that only you have is taken out." in dialogs.asked[-1][1][1]
    assert f" In {gone} place" in dialogs.asked[-1][1][1]


def test_that_what_was_resolved_or_is_being_written_stays_as_it_is(
    qtbot: QtBot, view: ChangesView, dialogs: FakeDialogs, done: list[Ladder]
) -> None:
    count = open_count(view)
    first = view.tree.current_key
    button(view, "conflictKeepMine").click()
    written = view.tree.current_key
    field = view.findChild(QPlainTextEdit, "conflictResult")
    assert field is not None
    field.selectAll()
    qtbot.keyClicks(field, "Half a sent")
    dialogs.answers["confirm"] = True
    entries(view)["Take all of &theirs…"]()
    assert dialogs.asked[-1][1][2] == f"Take theirs in {count - 2} places"
    assert "1 place where you began to write stays open." in dialogs.asked[-1][1][1]
    state = view.comparisons.state
    assert state is not None
    kept = state.row(first)
    assert kept is not None and kept.value == kept.conflict.ours
    assert [row.key for row in state.rows if not row.resolved] == [written]
    assert view.tree.current_key == written
    assert field.toPlainText() == "Half a sent"


def test_that_only_the_selected_conflicts_are_resolved(
    view: ChangesView, dialogs: FakeDialogs, done: list[Ladder]
) -> None:
    count = open_count(view)
    model = view.tree.changes
    group = model.index(0, 0)
    flags = QItemSelectionModel.SelectionFlag
    for row in (0, 1):
        way = (flags.ClearAndSelect if row == 0 else flags.Select) | flags.Rows
        view.tree.selectionModel().select(model.index(row, 0, group), way)
    dialogs.answers["confirm"] = True
    entries(view)["Take theirs in the 2 selected…"]()
    assert "in 2 places" in dialogs.asked[-1][1][1]
    assert open_count(view) == count - 2


def test_that_many_resolved_conflicts_are_worked_out_at_once(
    view: ChangesView,
    dialogs: FakeDialogs,
    done: list[Ladder],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from laddereditor.compare.merge import merging

    rounds: list[int] = []
    work = merging._merged
    monkeypatch.setattr(merging, "_merged", lambda one: rounds.append(1) or work(one))
    dialogs.answers["confirm"] = True
    entries(view)["Take all of &theirs…"]()
    assert open_count(view) == 0
    assert len(rounds) <= 3


def test_that_the_button_goes_when_nothing_is_open(
    view: ChangesView, dialogs: FakeDialogs, done: list[Ladder]
) -> None:
    dialogs.answers["confirm"] = True
    entries(view)["Keep all of &mine…"]()
    resolve = view.findChild(QToolButton, "mergeSettle")
    assert resolve is not None and resolve.isHidden()
    assert label(view, "mergeWords").startswith("All ")


def test_that_the_list_offers_the_same(
    view: ChangesView, done: list[Ladder], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[list[str]] = []
    monkeypatch.setattr(
        QMenu, "popup", lambda menu, *_: shown.append([act.text() for act in menu.actions()])
    )
    view.tree.customContextMenuRequested.emit(
        view.tree.visualRect(view.tree.currentIndex()).center()
    )
    assert {"Keep all of &mine…", "Take all of &theirs…"} <= set(shown[0])
