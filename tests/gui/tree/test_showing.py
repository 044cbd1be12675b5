"""What the tree shows: filter, marks, open rows, several ladders, its menu."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QTreeView
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.edits.structure import delete, set_group
from laddereditor.gui.look.theme import apply_theme
from laddereditor.gui.tree.panel import TreePanel
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.presentation.settings.color_scheme import SchemeChoice
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.gui.samples import SMALL
from tests.gui.tree.helpers import (
    P2,
    current,
    filter_of,
    find,
    ladder_of,
    rows,
    select,
    view_of,
)


@pytest.fixture
def view(panel: TreePanel) -> QTreeView:
    return view_of(panel)


def session_of(workspace: Workspace) -> Session:
    assert workspace.session is not None
    return workspace.session


def test_that_a_first_look_opens_groups_but_not_families(panel: TreePanel, view: QTreeView) -> None:
    assert view.isExpanded(find(view, "Families"))
    assert view.isExpanded(find(view, "Engineering"))
    assert view.isExpanded(find(view, "Levels"))
    assert not view.isExpanded(find(view, "Software Engineer"))
    assert not view.isExpanded(find(view, "Skills"))


def test_that_names_for_screen_readers_are_there(panel: TreePanel, view: QTreeView) -> None:
    assert view.accessibleName() == "Ladder"
    assert filter_of(panel).accessibleName()
    assert filter_of(panel).isClearButtonEnabled()
    assert view.uniformRowHeights()


def test_that_a_group_shows_the_ladder_and_stays_selected(
    panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    workspace.go_to(P2)
    select(view, "Skills")
    assert workspace.address == ""
    assert current(view) == "Skills"
    assert panel.selected_addresses() == []


def test_that_several_rows_are_selected_from_the_top(panel: TreePanel, view: QTreeView) -> None:
    panel.expand_all()
    select(view, "Mentoring", "Python", "Scope")
    assert panel.selected_addresses() == ["skills/python", "skills/mentoring", "factors/scope"]


def test_that_typing_a_code_finds_a_row(qtbot: QtBot, panel: TreePanel, view: QTreeView) -> None:
    panel.expand_all()
    select(view, "Families")
    qtbot.keyClicks(view, "P2")
    assert current(view) == "P2 · Software Engineer II"


def test_that_enter_goes_to_the_form(qtbot: QtBot, panel: TreePanel, workspace: Workspace) -> None:
    workspace.go_to(P2)
    with qtbot.waitSignal(panel.form_wanted):
        qtbot.keyClick(view_of(panel), Qt.Key.Key_Return)


def test_that_down_goes_from_the_filter_to_what_it_found(
    qtbot: QtBot, panel: TreePanel, view: QTreeView
) -> None:
    filter_of(panel).setText("coach")
    qtbot.keyClick(filter_of(panel), Qt.Key.Key_Down)
    assert current(view) == "Mentoring"


def test_that_escape_clears_the_filter_and_keeps_what_is_selected(
    qtbot: QtBot, panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    workspace.go_to(P2)
    qtbot.keyClicks(filter_of(panel), "coach")
    assert workspace.address == P2
    qtbot.keyClick(filter_of(panel), Qt.Key.Key_Escape)
    assert filter_of(panel).text() == ""
    assert current(view) == "P2 · Software Engineer II"


def test_that_a_filter_that_fits_nothing_is_left_by_enter(
    qtbot: QtBot, panel: TreePanel, view: QTreeView
) -> None:
    filter_of(panel).setText("zzz")
    assert rows(view)[1:] == ["  Nothing fits. Press Enter to see everything."]
    qtbot.keyClick(filter_of(panel), Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert filter_of(panel).text() == ""


def test_that_going_to_what_is_filtered_out_shows_it(
    panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    filter_of(panel).setText("coach")
    workspace.go_to(P2)
    assert current(view) == "P2 · Software Engineer II"


def test_that_a_row_that_no_longer_fits_goes_but_is_still_shown_elsewhere(
    panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    workspace.go_to("skills/python")
    filter_of(panel).setText("python")
    session = session_of(workspace)
    session.apply(set_field(session.ladder, Address("skills/python"), "name", "Py"))
    session.apply(set_field(session.ladder, Address("skills/mentoring"), "name", "Python people"))
    assert workspace.address == "skills/python"
    assert "    Leadership" in rows(view)


def test_that_undo_brings_a_family_back_open_and_selected(
    panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    workspace.go_to(P2)
    session = session_of(workspace)
    session.apply(delete(session.ladder, [Address("families/software")]))
    assert current(view) == "Product Designer"
    session.undo()
    assert view.isExpanded(find(view, "Software Engineer"))
    assert current(view) == "P2 · Software Engineer II"


def test_that_a_row_that_moves_to_another_group_stays_selected_and_in_sight(
    panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    workspace.go_to("skills/python")
    session = session_of(workspace)
    session.apply(set_group(session.ladder, "skill", [Address("skills/python")], "Leadership"))
    assert current(view) == "Python"
    assert workspace.address == "skills/python"


def test_that_a_group_that_is_gone_leaves_its_list_selected(
    panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    panel.expand_all()
    select(view, "Languages")
    session = session_of(workspace)
    session.apply(set_group(session.ladder, "skill", [Address("skills/python")], "Leadership"))
    assert current(view) == "Skills"


def test_that_marks_are_said_and_drawn(
    panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    session = session_of(workspace)
    before = panel.grab().toImage()
    session.apply(set_field(session.ladder, Address("families/design"), "name", ""))
    index = find(view, "design")
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("design, family, ")
    assert "unsaved" in spoken
    assert "Unsaved" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert panel.grab().toImage() != before


def test_that_a_save_takes_the_dots_away(
    panel: TreePanel, view: QTreeView, workspace: Workspace, tmp_path: Path
) -> None:
    session = session_of(workspace)
    session.apply(set_field(session.ladder, P2, "title", "Maker"))
    session.save(tmp_path / "small.yaml")
    spoken = find(view, "P2 · Maker").data(Qt.ItemDataRole.AccessibleTextRole)
    assert "unsaved" not in spoken


def test_that_each_ladder_keeps_selection_and_scroll(
    qtbot: QtBot, panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    panel.resize(260, 200)
    panel.expand_all()
    QApplication.processEvents()
    select(view, "Communication")
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    scrolled = view.verticalScrollBar().value()
    first = session_of(workspace)
    workspace.open(Session(read_text(SMALL.replace("Small", "Other"))))
    assert current(view) == "Other ladder"
    workspace.show_session(first)
    assert current(view) == "Communication"
    assert view.verticalScrollBar().value() == scrolled > 0


def test_that_open_rows_and_selection_survive_a_restart(
    panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    workspace.go_to("skills/mentoring")
    kept = json.loads(json.dumps(panel.state()))
    panel.collapse_all()
    assert not view.isExpanded(find(view, "Families"))
    panel.restore_state(kept)
    assert view.isExpanded(find(view, "Leadership"))
    assert view.isExpanded(find(view, "Families"))
    for nonsense in (None, 3, {"expanded": 5, "selected": [1], "current": [], "scroll": "x"}):
        panel.restore_state(nonsense)
        assert view.model().rowCount() == 1


def test_that_closing_the_last_ladder_empties_the_tree(
    panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    workspace.close(session_of(workspace))
    assert view.model().rowCount() == 0
    assert not filter_of(panel).isEnabled()
    panel.add()
    panel.rename()
    panel.delete()
    panel.expand_all()
    panel.focus_tree()


def menu_words(panel: TreePanel) -> list[str]:
    """Return the words of the menu, without shortcuts."""
    texts = [action.text().partition("\t")[0] for action in panel.context_menu().actions()]
    return [text for text in texts if text]


@pytest.mark.parametrize(
    ("row", "there", "missing"),
    [
        ("P2 · Software Engineer II", "Change level…", "Expand all below"),
        ("P1 · Entry", "Change code…", "Expand all below"),
        ("Software Engineer", "Change id…", "Add…"),
        ("Software Engineer", "&Move under another family…", "Rename title"),
        ("Languages", "Rename", "&Delete"),
        ("Skills", "Expand all below", "Rename"),
    ],
)
def test_that_the_menu_offers_what_fits_the_row(
    panel: TreePanel, view: QTreeView, row: str, there: str, missing: str
) -> None:
    panel.expand_all()
    select(view, row)
    assert there in menu_words(panel)
    assert missing not in menu_words(panel)


def test_that_the_menu_shows_shortcuts_and_acts(
    panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    workspace.go_to("factors/scope")
    menu = panel.context_menu()
    (down,) = [a for a in menu.actions() if a.text().startswith("Move do")]
    assert down.text().endswith("\tAlt+Down")
    down.trigger()
    assert [factor.id for factor in ladder_of(workspace).factors] == ["autonomy", "scope"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_that_the_menu_key_opens_the_menu_at_the_row(
    qtbot: QtBot, panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    workspace.go_to(P2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(view.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    row = view.visualRect(view.currentIndex())
    assert menu.y() >= view.viewport().mapToGlobal(row.topLeft()).y()
    menu.close()


def test_that_a_right_click_selects_the_row_it_is_about(
    qtbot: QtBot, panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    place = view.visualRect(find(view, "Product Designer")).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert workspace.address == "families/design"


@pytest.fixture
def own_looks(qapp: QApplication) -> Iterator[QApplication]:
    palette, sheet = QPalette(qapp.palette()), qapp.styleSheet()
    yield qapp
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)


@pytest.mark.parametrize(("scheme", "is_dark"), [("dark", True), ("light", False)])
def test_that_the_tree_is_drawn_in_the_colours_in_force(
    own_looks: QApplication, panel: TreePanel, scheme: SchemeChoice, is_dark: bool
) -> None:
    apply_theme(own_looks, scheme)
    panel.refresh()
    image = panel.grab().toImage()
    assert (image.pixelColor(150, image.height() - 5).lightness() < 100) == is_dark
