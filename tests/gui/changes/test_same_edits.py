"""The same edit of several levels: listed once, taken together or one by one."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laddereditor.edits.lists import set_item
from laddereditor.gui.changes.view import ChangesView
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.session.jobs import InlineJobs
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.finding import find
from tests.gui.changes.helpers import button, label, ladder_of, renewed, text, texts
from tests.gui.fakes import FakeDialogs

OVEN = "Cleans the oven after the last batch"
NOW = "Cleans the oven and the mixer after the last batch"
PROFILES = "\n".join(
    f"      - {{level: P{n}, responsibilities: [{OVEN}, {own}]}}"
    for n, own in enumerate(("Weighs flour", "Shapes loaves", "Plans the shift"), 1)
)
BAKERY = f"""\
laddereditor: 1
id: bakery
name: Bakery
tracks: [{{id: p, code: P, name: Professional}}]
levels:
  - {{id: P1, name: One, track: p}}
  - {{id: P2, name: Two, track: p}}
  - {{id: P3, name: Three, track: p}}
families:
  - id: baker
    name: Baker
    profiles:
{PROFILES}
"""
LEVELS = [Address(f"families/baker/P{n}") for n in (1, 2, 3)]


@pytest.fixture
def workspace(qapp: object) -> Workspace:
    workspace = Workspace()
    workspace.open(Session(read_text(BAKERY)))
    return workspace


@pytest.fixture
def theirs(qapp: object) -> Ladder:
    other = Workspace()
    other.open(Session(read_text(BAKERY)))
    for place in LEVELS:
        assert other.attempt(set_item, place, "responsibilities", 0, NOW)
    assert other.attempt(set_item, LEVELS[1], "responsibilities", 1, "Shapes loaves and rolls")
    return ladder_of(other)


@pytest.fixture
def view(
    qtbot: QtBot, workspace: Workspace, dialogs: FakeDialogs, theirs: Ladder
) -> Iterator[ChangesView]:
    view = ChangesView(workspace, dialogs, InlineJobs())
    qtbot.addWidget(view)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(view.tree.changes, mode, view)
    view.resize(900, 600)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.review(theirs, "anna.yaml")
    yield view


def firsts(workspace: Workspace) -> list[str]:
    """Return the first responsibility of each level."""
    ladder = ladder_of(workspace)
    return [str(find(ladder, place).responsibilities[0]) for place in LEVELS]


def edit_of(view: ChangesView) -> QModelIndex:
    (key,) = view.tree.changes.edits()
    return view.tree.changes.index_of(key)


def choose(view: ChangesView, index: QModelIndex) -> None:
    view.tree.go_to_key(view.tree.changes.key(index))


REWORDED = f"Responsibility reworded: {NOW}"


def test_that_the_same_edit_is_listed_once_and_its_levels_below_it(view: ChangesView) -> None:
    assert texts(view) == {
        "Baker": {
            "P1, P2, P3": {REWORDED: {"P1": {}, "P2": {}, "P3": {}}},
            "P2": {"Responsibility reworded: Shapes loaves and rolls": {}},
        }
    }
    assert not view.tree.isExpanded(edit_of(view))
    assert view.tree.isExpanded(edit_of(view).parent())


def test_that_the_row_says_what_it_is_for_all_of_its_levels(view: ChangesView) -> None:
    choose(view, edit_of(view))
    assert label(view, "changePlace") == "Baker › P1, P2, P3"
    assert label(view, "changeTitle") == "Responsibility reworded"
    assert (text(view, "changeBefore"), text(view, "changeAfter")) == (OVEN, NOW)
    more = "The same edit in 3 places. Open its row to take it in one of them alone."
    assert label(view, "changeMore") == more
    words = edit_of(view).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith(f"{REWORDED}. 3 ")


def test_that_all_levels_are_taken_by_the_row_as_one_step(
    view: ChangesView, workspace: Workspace
) -> None:
    choose(view, edit_of(view))
    assert button(view, "changesTake").text() == "&Take these 3 changes"
    button(view, "changesTake").click()
    assert firsts(workspace) == [NOW] * 3
    assert workspace.session is not None
    workspace.session.undo()
    assert firsts(workspace) == [OVEN] * 3
    assert not workspace.session.undo_label


def test_that_one_level_is_taken_alone_by_keys(
    qtbot: QtBot, view: ChangesView, workspace: Workspace
) -> None:
    choose(view, edit_of(view))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Insert):
        qtbot.keyClick(view.tree, key)
    assert firsts(workspace) == [OVEN, NOW, OVEN]
    assert list(texts(view)["Baker"]) == ["P1, P3", "P2"]  # type: ignore[call-overload]
    assert view.tree.current_key == view.tree.changes.key(edit_of(view)), "it stays at the edit"


def test_that_a_walk_stops_once_at_the_same_edit(view: ChangesView) -> None:
    choose(view, edit_of(view))
    view.step(+1)
    assert "Shapes loaves" in str(view.tree.currentIndex().data())
    view.step(-1)
    assert view.tree.current_key == view.tree.changes.key(edit_of(view))
    choose(view, view.tree.changes.index(1, 0, edit_of(view)))
    view.step(+1)
    assert "Shapes loaves" in str(view.tree.currentIndex().data())


def test_that_a_walk_from_a_family_starts_at_the_edit(view: ChangesView) -> None:
    choose(view, view.tree.changes.index(0, 0))
    view.step(+1)
    assert view.tree.current_key == view.tree.changes.key(edit_of(view))


def test_that_selecting_a_level_does_not_select_what_is_listed_elsewhere(
    view: ChangesView,
) -> None:
    family = view.tree.changes.index(0, 0)
    choose(view, view.tree.changes.index(1, 0, family))
    assert [row.label for row in view.tree.chosen()] == [
        "Responsibility reworded: Shapes loaves and rolls"
    ]


def test_that_enter_goes_to_the_first_of_its_levels(qtbot: QtBot, view: ChangesView) -> None:
    choose(view, edit_of(view))
    assert button(view, "changesGo").isEnabled()
    gone: list[tuple[Address, FieldPath]] = []
    view.go_wanted.connect(lambda *place: gone.append(place))
    qtbot.keyClick(view.tree, Qt.Key.Key_Return)
    assert gone == [(LEVELS[0], FieldPath("responsibilities/0"))]


def test_that_the_same_edit_is_copied_as_one_line(view: ChangesView) -> None:
    view.tree.selectAll()
    view.tree.copy()
    assert QApplication.clipboard().text().splitlines() == [
        f"Baker › P1, P2, P3: {REWORDED}",
        "Baker: Responsibility reworded: Shapes loaves and rolls",
    ]


def test_that_levels_join_and_leave_the_edit_while_somebody_types(
    view: ChangesView, workspace: Workspace
) -> None:
    view.show_saved()
    for place in LEVELS[:2]:
        assert workspace.attempt(set_item, place, "responsibilities", 0, NOW)
    renewed(view)
    assert texts(view) == {"Baker": {"P1, P2": {REWORDED: {"P1": {}, "P2": {}}}}}
    choose(view, edit_of(view))
    view.tree.expand(edit_of(view))
    assert workspace.attempt(set_item, LEVELS[2], "responsibilities", 0, NOW)
    renewed(view)
    assert list(texts(view)["Baker"]) == ["P1, P2, P3"]  # type: ignore[call-overload]
    assert view.tree.current_key == view.tree.changes.key(edit_of(view))
    assert label(view, "changeMore").endswith("to undo it in one of them alone.")
    assert workspace.attempt(set_item, LEVELS[0], "responsibilities", 0, "Sweeps")
    renewed(view)
    assert list(texts(view)["Baker"])[1:] == ["P2, P3"]  # type: ignore[call-overload]
