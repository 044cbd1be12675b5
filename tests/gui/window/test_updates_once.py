"""One act of a person updates each part of the window once, and only the parts it concerns."""

from collections import Counter
from collections.abc import Callable, Iterator
from inspect import signature
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.app import open_window
from laddereditor.gui.panes.docks import Docks
from laddereditor.gui.problems.panel import ProblemsPanel
from laddereditor.gui.sharing.session_registry import SessionRegistry
from laddereditor.gui.tree.presenter import TreePresenter
from laddereditor.gui.window.ladder_tabs import LadderTabs
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.gui.window.status import StatusBar
from laddereditor.gui.window.window_state import WindowState
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.sharing.run_context import RunContext
from laddereditor.storage.files.program import this_program
from tests.gui.fakes import FakeDialogs
from tests.gui.window.helpers import field_of, session_of

PARTS: dict[str, tuple[type, str]] = {
    "window": (WindowState, "follow_edit"),
    "tabs": (LadderTabs, "refresh"),
    "tree": (TreePresenter, "take"),
    "problems": (ProblemsPanel, "refresh"),
    "status": (StatusBar, "refresh"),
    "registry": (SessionRegistry, "compare"),
}


@pytest.fixture
def updates(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Counts how often each part is updated."""
    counted: Counter[str] = Counter()

    def spy(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        takes = 1 if list(signature(real).parameters) == ["self"] else None

        def run(*args: Any) -> Any:
            counted[name] += 1
            return real(*args[:takes])

        return run

    for name, (owner, method) in PARTS.items():
        monkeypatch.setattr(owner, method, spy(name, getattr(owner, method)))
    return counted


@pytest.fixture
def window(
    qtbot: QtBot, updates: Counter[str], path: Path, other: Path, dialogs: FakeDialogs
) -> Iterator[MainWindow]:
    """A window with two ladders, the first in front, and sharing."""
    window = open_window([path, other], dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    dialogs.answers["save_changes"] = "discard"
    window.sharing.start(RunContext(this_program(), None, None))
    window.workspace.show_session(window.workspace.sessions[0])
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window


def settle(updates: Counter[str]) -> None:
    QApplication.processEvents()
    updates.clear()


def test_that_one_key_updates_each_part_once(
    qtbot: QtBot, window: MainWindow, updates: Counter[str]
) -> None:
    field = field_of(window)
    field.setFocus()
    settle(updates)
    qtbot.keyClicks(field, "x")
    assert window.isWindowModified()
    assert updates == dict.fromkeys(PARTS, 1)
    settle(updates)
    qtbot.keyClicks(field, "y")  # the tabs show the mark already
    assert updates == {name: 1 for name in PARTS if name not in ("tabs", "registry")}


def test_that_undoing_the_only_change_updates_each_part_once(
    qtbot: QtBot, window: MainWindow, updates: Counter[str]
) -> None:
    field = field_of(window)
    field.setFocus()
    qtbot.keyClicks(field, "x")
    settle(updates)
    window.actions_by_id["edit.undo"].trigger()
    assert not window.isWindowModified()
    assert updates == dict.fromkeys(PARTS, 1)


def test_that_a_change_of_another_ladder_marks_its_tab_and_nothing_else(
    window: MainWindow, updates: Counter[str]
) -> None:
    settle(updates)
    behind = window.workspace.sessions[1]
    behind.apply(set_field(behind.ladder, Address(), "description", "Other words."))
    assert updates == {"tabs": 1, "registry": 1}


def test_that_a_ladder_that_becomes_read_only_is_reported_once(window: MainWindow) -> None:
    reported: list[object] = []
    window.workspace.marks_changed.connect(reported.append)
    session = session_of(window)
    window.workspace.set_read_only(session, "because of the test")
    window.workspace.set_read_only(session, "because of the test")
    assert reported == [session]
    assert window.windowTitle().endswith("(read-only)")


def test_that_going_to_an_entity_from_the_welcome_page_updates_the_window_once(
    window: MainWindow, updates: Counter[str]
) -> None:
    window.pages.show_welcome()
    settle(updates)
    window.workspace.go_to(Address("levels/P2"), FieldPath("summary"))
    assert window.centre.current == "form"
    assert updates["window"] == 1


def test_that_going_to_a_ladder_from_the_welcome_page_updates_the_window_once(
    window: MainWindow, updates: Counter[str]
) -> None:
    window.pages.show_welcome()
    settle(updates)
    window.workspace.show_session(window.workspace.sessions[1])
    assert window.centre.current == "form"
    assert updates["window"] == 1


def test_that_going_to_a_dock_from_the_welcome_page_updates_the_window_once(
    window: MainWindow, updates: Counter[str]
) -> None:
    window.pages.show_welcome()
    settle(updates)
    window.pages.show_dock("source")
    assert window.docks.is_in_sight("source")
    assert updates["window"] == 1


def test_that_going_to_another_entity_updates_only_the_commands(
    window: MainWindow, updates: Counter[str]
) -> None:
    window.workspace.go_to(Address("levels/P1"))
    settle(updates)
    assert not window.actions_by_id["go.forward"].isEnabled()
    window.workspace.go_back()
    assert window.actions_by_id["go.forward"].isEnabled()
    assert updates["window"] == 0


def test_that_typing_decides_on_no_page_and_no_docks(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = field_of(window)
    field.setFocus()
    QApplication.processEvents()
    decided: list[object] = []
    monkeypatch.setattr(Docks, "arrange", lambda _self, room: decided.append(room))
    qtbot.keyClicks(field, "x")
    assert window.isWindowModified()
    assert decided == []
