"""The tree shows only entries of a status, or with a mark."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from laddereditor.edits.comments.changing import add_comment
from laddereditor.edits.fields import set_field
from laddereditor.gui.tree.panel import TreePanel
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.tree.showing import tree_choices
from tests.gui.tree.helpers import P2, filter_of, rows, view_of

# The offscreen platform says this of every popup.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

P1 = Address("families/software/P1")
FAMILY = Address("families/software")
KEY = Qt.Key


@pytest.fixture
def reviewed(panel: TreePanel, workspace: Workspace) -> TreePanel:
    workspace.attempt(set_field, P2, "status", "in-review")
    return panel


def choose(panel: TreePanel, words: str) -> None:
    """Choose from the menu by keys, as from View."""
    panel.choose_shown()
    menu = panel.findChild(QToolButton, "treeShow").menu()
    for action in menu.actions():
        QTest.keyClick(menu, KEY.Key_Down)
        if menu.activeAction().text() == words:
            break
        assert action is not menu.actions()[-1], words
    QTest.keyClick(menu, KEY.Key_Return)


def leaves(panel: TreePanel) -> list[str]:
    """Return the labels of rows that have nothing below."""
    found = rows(view_of(panel))
    depths = [len(label) - len(label.lstrip()) for label in found]
    below = [*depths[1:], 0]
    return [
        one.strip() for one, own, next_ in zip(found, depths, below, strict=True) if next_ <= own
    ]


def test_that_only_entries_of_a_status_are_shown(reviewed: TreePanel) -> None:
    whole = rows(view_of(reviewed))
    choose(reviewed, "In review")
    assert len(leaves(reviewed)) == 1
    choose(reviewed, "Everything")
    assert rows(view_of(reviewed)) == whole


def test_that_a_line_says_what_is_left_out_and_brings_it_back(
    reviewed: TreePanel, qtbot: QtBot
) -> None:
    whole = rows(view_of(reviewed))
    choose(reviewed, "In review")
    line = reviewed.findChild(QToolButton, "treeEverything")
    assert line.isVisible()
    assert line.text() == "Only: In review. Show everything"
    qtbot.keyClick(line, KEY.Key_Space)
    assert rows(view_of(reviewed)) == whole
    assert not line.isVisible()


def test_that_words_and_a_status_both_count(reviewed: TreePanel, qtbot: QtBot) -> None:
    choose(reviewed, "In review")
    qtbot.keyClicks(filter_of(reviewed), "no such words")
    assert leaves(reviewed) == ["Nothing fits. Press Enter to see everything."]


def test_that_a_status_that_is_set_brings_its_row(
    reviewed: TreePanel, workspace: Workspace
) -> None:
    choose(reviewed, "In review")
    workspace.attempt(set_field, P1, "status", "in-review")
    assert len(leaves(reviewed)) == 2
    workspace.session.undo()
    assert len(leaves(reviewed)) == 1


def test_that_what_is_due_is_shown_with_the_day_of_its_family(
    panel: TreePanel, workspace: Workspace
) -> None:
    workspace.attempt(set_field, FAMILY, "review_by", date(2020, 1, 1))
    workspace.attempt(set_field, P2, "review_by", date(9999, 1, 1))
    choose(panel, "Due for review")
    found = rows(view_of(panel))
    assert any("Software" in one for one in found)
    assert len(leaves(panel)) == len(workspace.session.ladder.families[0].profiles) - 1


@pytest.mark.parametrize("words", ["With open comments", "Not saved yet"])
def test_that_marked_entries_come_and_go_with_their_mark(
    panel: TreePanel, workspace: Workspace, words: str
) -> None:
    choose(panel, words)
    before = leaves(panel)
    day = date(2026, 11, 27)
    workspace.attempt(add_comment, P2, FieldPath("summary"), "Why?", "Ines", day)
    if words == "Not saved yet":
        workspace.attempt(set_field, P2, "summary", "Another one")
    assert leaves(panel) != before
    workspace.session.undo()
    if words == "With open comments":
        assert leaves(panel) == before


def test_that_what_is_gone_to_is_seen(reviewed: TreePanel, workspace: Workspace) -> None:
    choose(reviewed, "In review")
    workspace.go_to(P1)
    assert not reviewed.findChild(QToolButton, "treeEverything").isVisible()
    assert view_of(reviewed).currentIndex().isValid()


def test_that_choices_have_words_of_their_own() -> None:
    words = [each for _, each in tree_choices()]
    assert len(set(words)) == len(words)
