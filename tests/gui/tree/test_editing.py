"""Names, ids and levels changed in the tree; adding, deleting and moving by keys."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTreeView
from pytestqt.qtbot import QtBot

from laddereditor.gui.tree.panel import TreePanel
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL
from tests.gui.tree.helpers import P2, current, editor_of, find, ladder_of, rows, select, view_of


@pytest.fixture
def view(panel: TreePanel) -> QTreeView:
    panel.expand_all()
    return view_of(panel)


def typed(qtbot: QtBot, view: QTreeView, text: str) -> None:
    editor = editor_of(view)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not view.viewport().findChildren(QLineEdit))


def test_that_f2_edits_the_name(qtbot: QtBot, view: QTreeView, workspace: Workspace) -> None:
    select(view, "Mentoring")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    typed(qtbot, view, "Coaching")
    qtbot.waitUntil(lambda: ladder_of(workspace).skills[1].name == "Coaching")
    assert ladder_of(workspace).skills[1].id == "mentoring"
    assert current(view) == "Coaching"
    assert workspace.session is not None
    assert workspace.session.undo_label == "Rename skill Mentoring"


def test_that_f2_puts_the_caret_at_the_end_of_the_name(
    qtbot: QtBot, view: QTreeView, workspace: Workspace
) -> None:
    select(view, "Mentoring")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    qtbot.keyClicks(editor_of(view), " of others")
    qtbot.keyClick(editor_of(view), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ladder_of(workspace).skills[1].name == "Mentoring of others")


def test_that_escape_leaves_the_current_row_alone_selected(qtbot: QtBot, view: QTreeView) -> None:
    select(view, "Mentoring")
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert len(view.selectedIndexes()) == 2
    here = current(view)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert len(view.selectedIndexes()) == 1
    assert current(view) == here


def test_that_a_second_slow_click_edits_the_name(qtbot: QtBot, view: QTreeView) -> None:
    select(view, "Mentoring")
    place = view.visualRect(find(view, "Mentoring")).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: bool(view.viewport().findChildren(QLineEdit)))
    assert editor_of(view).text() == "Mentoring"


def test_that_escape_leaves_the_name(qtbot: QtBot, view: QTreeView, workspace: Workspace) -> None:
    before = ladder_of(workspace)
    select(view, "Mentoring")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    qtbot.keyClicks(editor_of(view), "Other")
    qtbot.keyClick(editor_of(view), Qt.Key.Key_Escape)
    qtbot.wait(20)
    assert ladder_of(workspace) is before


def test_that_a_profile_gets_a_title_and_an_empty_one_is_derived_again(
    qtbot: QtBot, view: QTreeView, workspace: Workspace
) -> None:
    select(view, "P2 · Software Engineer II")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    assert editor_of(view).text() == ""
    assert editor_of(view).placeholderText() == "Software Engineer II"
    typed(qtbot, view, "Maker")
    qtbot.waitUntil(lambda: current(view) == "P2 · Maker")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor_of(view).clear()
    qtbot.keyClick(editor_of(view), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: current(view) == "P2 · Software Engineer II")


def test_that_an_emptied_name_is_not_taken(
    qtbot: QtBot, view: QTreeView, workspace: Workspace
) -> None:
    select(view, "Mentoring")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor_of(view).clear()
    qtbot.keyClick(editor_of(view), Qt.Key.Key_Return)
    qtbot.wait(20)
    assert ladder_of(workspace).skills[1].name == "Mentoring"


@pytest.mark.parametrize(
    ("old", "new"), [("Languages", "Programming"), ("Engineering", "R&D / IT")]
)
def test_that_a_group_is_renamed_and_stays_open_and_selected(
    qtbot: QtBot, view: QTreeView, old: str, new: str
) -> None:
    select(view, old)
    qtbot.keyClick(view, Qt.Key.Key_F2)
    typed(qtbot, view, new)
    qtbot.waitUntil(lambda: current(view) == new)
    assert view.isExpanded(find(view, new))
    assert not find(view, old).isValid()


def test_that_a_category_renamed_to_another_joins_it(
    qtbot: QtBot, view: QTreeView, workspace: Workspace
) -> None:
    select(view, "Languages")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    typed(qtbot, view, "Leadership")
    qtbot.waitUntil(lambda: ladder_of(workspace).skills[0].category == "Leadership")
    assert not find(view, "Languages").isValid()
    assert view.model().rowCount(find(view, "Leadership")) == 2


def test_that_a_save_takes_the_name_that_is_being_typed(
    qtbot: QtBot, view: QTreeView, workspace: Workspace
) -> None:
    select(view, "Mentoring")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor_of(view).setText("Coaching")
    save = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier
    )
    QApplication.sendEvent(editor_of(view), save)
    assert ladder_of(workspace).skills[1].name == "Coaching"


def test_that_a_group_of_levels_has_its_tracks_name(
    qtbot: QtBot, view: QTreeView, workspace: Workspace
) -> None:
    select(view, "Management")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    typed(qtbot, view, "Leading")
    qtbot.waitUntil(lambda: ladder_of(workspace).tracks[1].name == "Leading")
    assert rows(view).count("    Leading") == 2


def test_that_groups_without_a_name_and_lists_are_not_edited(
    qtbot: QtBot, panel: TreePanel, workspace: Workspace
) -> None:
    view = view_of(panel)
    for label in ("Skills", "Families"):
        select(view, label)
        panel.rename()
        assert not view.viewport().findChildren(QLineEdit)


def test_that_a_code_is_changed_with_everything_that_refers_to_it(
    panel: TreePanel, view: QTreeView, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    dialogs.answers["line"] = lambda title, label, value: f"{value}9" if value == "P2" else None
    select(view, "P2 · Intermediate")
    panel.change_id()
    assert ladder_of(workspace).families[0].profiles[1].level == "P29"
    assert current(view) == "P29 · Intermediate"


def test_that_an_id_that_is_taken_is_refused_in_words(
    qtbot: QtBot, panel: TreePanel, view: QTreeView, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    dialogs.answers["line"] = "python"
    select(view, "Mentoring")
    with qtbot.waitSignal(workspace.notice) as said:
        panel.change_id()
    assert "already" in said.args[0]


def test_that_a_profile_is_given_another_level_from_those_that_are_free(
    panel: TreePanel, view: QTreeView, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    dialogs.answers["choose"] = "M1"
    select(view, "P2 · Software Engineer II")
    panel.change_id()
    assert dialogs.asked[0][1][2] == [("M1", "M1 Team lead")]
    assert workspace.address == "families/software/M1"
    assert current(view).startswith("M1")


def test_that_what_is_added_can_be_named_at_once(
    qtbot: QtBot, panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    select(view, "Leadership")
    panel.add()
    assert editor_of(view).text() == "New skill"
    typed(qtbot, view, "Delegating")
    qtbot.waitUntil(lambda: ladder_of(workspace).skills[2].name == "Delegating")
    assert ladder_of(workspace).skills[2].category == "Leadership"


@pytest.mark.parametrize(
    ("row", "first"),
    [
        ("Small ladder", "Family"),
        ("Families", "Family"),
        ("Design", "Family"),
        ("P2 · Software Engineer II", "Profile"),
        ("Professional", "Level"),
        ("P1 · Entry", "Level"),
        ("Scope", "Leveling factor"),
        ("Communication", "Competency"),
        ("Working", "Proficiency"),
    ],
)
def test_that_the_add_menu_begins_with_what_belongs_there(
    panel: TreePanel, view: QTreeView, row: str, first: str
) -> None:
    select(view, row)
    assert panel.add_menu().actions()[0].text() == first


def test_that_everything_can_be_added_anywhere(panel: TreePanel, view: QTreeView) -> None:
    select(view, "Scope")
    for action in panel.add_menu().actions():
        assert action.isSeparator() or not action.icon().isNull()
    words = [action.text() for action in panel.add_menu().actions() if action.text()]
    assert len(words) == 7


def test_that_a_level_is_added_to_the_group_that_is_selected(
    panel: TreePanel, view: QTreeView, workspace: Workspace
) -> None:
    select(view, "Management")
    panel.add()
    added = ladder_of(workspace).levels[-1]
    assert (added.id, added.track) == ("M2", "management")


def test_that_delete_deletes_what_is_selected(
    qtbot: QtBot, view: QTreeView, workspace: Workspace
) -> None:
    select(view, "P1 · Junior Engineer", "P2 · Software Engineer II")
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert ladder_of(workspace).families[0].profiles == ()
    assert workspace.session is not None
    assert workspace.session.undo_label == "Delete 2 profiles"
    workspace.session.undo()
    assert view.isExpanded(find(view, "Software Engineer"))


def test_that_the_question_counts_uses_and_offers_what_can_be_done(
    panel: TreePanel, view: QTreeView, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    dialogs.answers["choose"] = "keep"
    select(view, "Python")
    panel.delete()
    title, text, choices = dialogs.asked[0][1]
    assert title == "Delete Python?"
    assert "used in 2 places" in text
    assert "Software Engineer › P1" in text
    assert [value for value, _ in choices] == ["remove", "replace", "keep"]
    assert "python" not in [skill.id for skill in ladder_of(workspace).skills]
    assert ladder_of(workspace).families[0].profiles[0].skills == ("python",)


def test_that_deleting_a_level_says_that_its_profiles_go_too(
    panel: TreePanel, view: QTreeView, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    dialogs.answers["choose"] = "remove"
    select(view, "P1 · Entry")
    panel.delete()
    assert ("remove", "Delete the profiles at this level too") in dialogs.asked[0][1][2]
    assert [p.level for p in ladder_of(workspace).families[0].profiles] == ["P2"]


def test_that_the_last_of_a_kind_has_nothing_to_be_replaced_by(
    panel: TreePanel, view: QTreeView, dialogs: FakeDialogs
) -> None:
    dialogs.answers["choose"] = None
    select(view, "Communication")
    panel.delete()
    assert [value for value, _ in dialogs.asked[0][1][2]] == ["remove", "keep"]


def test_that_what_nobody_uses_is_deleted_without_a_question(
    qtbot: QtBot, panel: TreePanel, view: QTreeView, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    select(view, "Expert")
    with qtbot.waitSignal(workspace.notice) as said:
        panel.delete()
    assert said.args[0] == "Deleted proficiency Expert. Undo brings it back."
    assert not dialogs.asked


def test_that_uses_inside_what_is_deleted_are_not_asked_about(
    panel: TreePanel, view: QTreeView, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    select(view, "Software Engineer", "Mentoring")
    panel.delete()
    assert not dialogs.asked
    assert len(ladder_of(workspace).skills) == 1


def test_that_deleting_the_last_of_a_group_stays_in_the_tree(
    panel: TreePanel, view: QTreeView, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    dialogs.answers["choose"] = "remove"
    select(view, "Mentoring")
    panel.delete()
    assert current(view) == "Python"
    panel.delete()
    assert find(view, "No skills yet. Press Enter to add.").isValid()
    assert view.currentIndex().isValid()


def test_that_alt_and_arrows_move_several_rows(
    qtbot: QtBot, view: QTreeView, workspace: Workspace
) -> None:
    select(view, "Autonomy")
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [factor.id for factor in ladder_of(workspace).factors] == ["autonomy", "scope"]
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [factor.id for factor in ladder_of(workspace).factors] == ["scope", "autonomy"]
    assert current(view) == "Autonomy"


def test_that_a_double_click_on_a_hint_adds(qtbot: QtBot, dialogs: FakeDialogs) -> None:
    workspace = Workspace()
    panel = TreePanel(workspace, dialogs)
    qtbot.addWidget(panel)
    workspace.open(Session(read_text("laddereditor: 1\nname: Empty\n")))
    panel.show()
    panel.expand_all()
    view = view_of(panel)
    place = view.visualRect(find(view, "No levels yet. Press Enter to add.")).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(ladder_of(workspace).levels) == 1
    assert workspace.address.startswith("levels/")


def test_that_a_read_only_ladder_says_why_it_stays_as_it_is(
    qtbot: QtBot, dialogs: FakeDialogs
) -> None:
    workspace = Workspace()
    panel = TreePanel(workspace, dialogs)
    qtbot.addWidget(panel)
    workspace.open(Session(read_text(SMALL.replace("laddereditor: 1", "laddereditor: 99"))))
    workspace.go_to(P2)
    with qtbot.waitSignal(workspace.notice):
        panel.delete()
    with qtbot.waitSignal(workspace.notice):
        panel.move_up()
    copies = [a for a in panel.context_menu().actions() if a.text().startswith("&Copy")]
    assert copies[0].isEnabled()
