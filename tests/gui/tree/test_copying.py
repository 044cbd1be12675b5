"""The clipboard, between ladders and to other programs."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTreeView
from pytestqt.qtbot import QtBot

from laddereditor.gui.tree.model import MIME
from laddereditor.gui.tree.panel import TreePanel
from laddereditor.gui.tree.transfer import from_mime_data
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.gui.samples import SMALL
from tests.gui.tree.helpers import P2, current, ladder_of, select, view_of


@pytest.fixture
def view(panel: TreePanel) -> QTreeView:
    panel.expand_all()
    return view_of(panel)


def clipboard() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def test_that_a_profile_is_copied_as_the_page_that_readers_see(
    panel: TreePanel, view: QTreeView
) -> None:
    select(view, "P2 · Software Engineer II")
    panel.copy()
    lines = clipboard().text().splitlines()
    assert lines[:2] == ["P2 Intermediate", "Software Engineer II"]
    assert "• Leads one feature from idea to release" in lines
    assert "• Python (Working)" in lines
    assert "Autonomy: Reviewed" in lines
    assert "<h1" in clipboard().html()
    assert clipboard().hasFormat(MIME)


def test_that_several_skills_are_copied_as_rows_of_a_spreadsheet(
    panel: TreePanel, view: QTreeView
) -> None:
    select(view, "Scope", "Autonomy")
    panel.copy()
    assert clipboard().text() == "Scope\tHow much of the work the person answers for\nAutonomy"


def test_that_keys_copy_cut_and_paste(qtbot: QtBot, view: QTreeView, workspace: Workspace) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    select(view, "P2 · Software Engineer II")
    qtbot.keyClick(view, Qt.Key.Key_X, control)
    assert len(ladder_of(workspace).families[0].profiles) == 1
    select(view, "Product Designer")
    qtbot.keyClick(view, Qt.Key.Key_V, control)
    assert current(view) == "P2 · Product Designer II"
    qtbot.keyClick(view, Qt.Key.Key_C, control)
    assert clipboard().text().startswith("P2 Intermediate\nProduct Designer II")


def test_that_what_is_pasted_into_another_ladder_brings_what_it_needs(
    qtbot: QtBot, panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    select(view, "Software Engineer")
    panel.copy()
    workspace.open(Session(read_text("laddereditor: 1\nname: Other\n")))
    with qtbot.waitSignal(workspace.notice) as said:
        panel.paste()
    assert "came along: " in said.args[0]
    other = ladder_of(workspace)
    assert [family.id for family in other.families] == ["software"]
    assert {level.id for level in other.levels} == {"P1", "P2"}
    assert {skill.id for skill in other.skills} == {"python", "mentoring"}


def test_that_a_skill_pasted_on_a_category_joins_it(
    panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    select(view, "Python")
    panel.copy()
    select(view, "Leadership")
    panel.paste()
    assert ladder_of(workspace).skills[2].category == "Leadership"


def test_that_other_text_on_the_clipboard_is_refused_in_words(
    qtbot: QtBot, panel: TreePanel, workspace: Workspace
) -> None:
    QGuiApplication.clipboard().setText("some text")
    before = ladder_of(workspace)
    with qtbot.waitSignal(workspace.notice) as said:
        panel.paste()
    assert "Nothing to paste" in said.args[0]
    assert ladder_of(workspace) is before


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"session": 1}', "\xff", "null"])
def test_that_broken_data_on_the_clipboard_are_nothing(text: str) -> None:
    data = QMimeData()
    data.setData(MIME, text.encode("latin-1"))
    assert from_mime_data(data) is None


def test_that_nothing_selected_copies_nothing(panel: TreePanel, view: QTreeView) -> None:
    QGuiApplication.clipboard().setText("before")
    select(view, "Skills")
    panel.copy()
    panel.cut()
    assert clipboard().text() == "before"


def test_that_duplicating_selects_the_copy(
    panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    select(view, "Mentoring")
    panel.duplicate()
    assert current(view) == "Mentoring copy"
    assert workspace.address == "skills/mentoring-copy"


def test_that_a_whole_family_is_copied_with_the_pages_of_its_profiles(
    panel: TreePanel, view: QTreeView
) -> None:
    select(view, "Software Engineer")
    panel.copy()
    text = clipboard().text()
    assert text.startswith("Software Engineer\nEngineering")
    assert "P1 Entry\nJunior Engineer" in text
    assert text.isprintable() or "\n" in text


def test_that_the_same_profile_pasted_again_takes_the_next_level(
    panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    workspace.go_to("families/software/P1")
    panel.copy()
    workspace.open(Session(read_text(SMALL)))
    workspace.go_to(P2)
    panel.delete()
    workspace.go_to("families/software/P1")
    panel.paste()
    assert [p.level for p in ladder_of(workspace).families[0].profiles] == ["P1", "P2"]
