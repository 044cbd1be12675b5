"""Drag and drop inside the tree, and what a drop means."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from laddereditor.edits.edit import EditRefused
from laddereditor.gui.tree.panel import TreePanel
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.tree.drops import drop_edit
from laddereditor.presentation.tree.filtering import TreeFilter
from laddereditor.presentation.tree.nodes import TreeBuilder, TreeNode
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL
from tests.gui.tree.helpers import P2, current, drag, filter_of, find, ladder_of, view_of


@pytest.fixture
def open_panel(panel: TreePanel) -> TreePanel:
    panel.expand_all()
    return panel


def levels_of(ladder: Ladder, family: int) -> list[str]:
    return [profile.level for profile in ladder.families[family].profiles]


def test_that_dropping_between_rows_reorders(
    qtbot: QtBot, open_panel: TreePanel, workspace: Workspace
) -> None:
    view = view_of(open_panel)
    assert drag(view, ["Autonomy"], "Scope", "above")
    qtbot.waitUntil(lambda: ladder_of(workspace).factors[0].id == "autonomy")
    assert find(view, "Autonomy").row() == 0
    assert workspace.session is not None
    workspace.session.undo()
    assert find(view, "Autonomy").row() == 1


def test_that_a_profile_goes_to_another_family(
    qtbot: QtBot, open_panel: TreePanel, workspace: Workspace
) -> None:
    view = view_of(open_panel)
    assert drag(view, ["P2 · Software Engineer II"], "Product Designer")
    qtbot.waitUntil(lambda: levels_of(ladder_of(workspace), 1) == ["P2"])
    assert current(view) == "P2 · Product Designer II"
    assert workspace.address == "families/design/P2"
    assert view.isExpanded(find(view, "Product Designer"))


def test_that_several_profiles_go_together_in_one_step(
    qtbot: QtBot, open_panel: TreePanel, workspace: Workspace
) -> None:
    rows = ["P1 · Junior Engineer", "P2 · Software Engineer II"]
    assert drag(view_of(open_panel), rows, "Product Designer")
    qtbot.waitUntil(lambda: levels_of(ladder_of(workspace), 1) == ["P1", "P2"])
    assert workspace.session is not None
    workspace.session.undo()
    assert levels_of(ladder_of(workspace), 0) == ["P1", "P2"]
    assert not workspace.session.undo_label


def test_that_a_skill_goes_to_another_category(
    qtbot: QtBot, open_panel: TreePanel, workspace: Workspace
) -> None:
    assert drag(view_of(open_panel), ["Python"], "Mentoring", "above")
    qtbot.waitUntil(lambda: ladder_of(workspace).skills[0].category == "Leadership")
    assert [skill.id for skill in ladder_of(workspace).skills] == ["python", "mentoring"]


def test_that_a_family_goes_to_another_function(
    qtbot: QtBot, open_panel: TreePanel, workspace: Workspace
) -> None:
    assert drag(view_of(open_panel), ["Product Designer"], "Engineering")
    qtbot.waitUntil(lambda: ladder_of(workspace).families[1].function == "Engineering")
    assert not find(view_of(open_panel), "Design").isValid()


def test_that_a_level_goes_to_another_track_with_a_new_code_that_is_reported(
    qtbot: QtBot, open_panel: TreePanel, workspace: Workspace
) -> None:
    view = view_of(open_panel)
    with qtbot.waitSignal(workspace.notice) as said:
        assert drag(view, ["P2 · Intermediate"], "Management")
    assert "P2 is now M2" in said.args[0]
    assert current(view) == "M2 · Intermediate"
    assert levels_of(ladder_of(workspace), 0) == ["P1", "M2"]


@pytest.mark.parametrize(
    ("what", "where"),
    [
        ("P1 · Junior Engineer", "Python"),
        ("P1 · Junior Engineer", "Engineering"),
        ("Python", "Software Engineer"),
        ("Python", "Skills"),
        ("Software Engineer", "Levels"),
        ("Scope", "Competencies"),
        ("P1 · Entry", "Software Engineer"),
    ],
)
def test_that_what_has_no_place_there_shows_the_no_drop_cursor(
    open_panel: TreePanel, workspace: Workspace, what: str, where: str
) -> None:
    before = ladder_of(workspace)
    assert not drag(view_of(open_panel), [what], where)
    assert ladder_of(workspace) is before


def test_that_a_family_with_the_level_already_refuses(
    qtbot: QtBot, open_panel: TreePanel, workspace: Workspace
) -> None:
    view = view_of(open_panel)
    assert drag(view, ["P2 · Software Engineer II"], "Product Designer", copy=True)
    qtbot.waitUntil(lambda: levels_of(ladder_of(workspace), 1) == ["P2"])
    assert levels_of(ladder_of(workspace), 0) == ["P1", "P2"]
    assert not drag(view, ["P2 · Software Engineer II"], "Product Designer")


def test_that_a_ladder_that_cannot_be_changed_takes_no_drop(
    qtbot: QtBot, dialogs: FakeDialogs
) -> None:
    workspace = Workspace()
    panel = TreePanel(workspace, dialogs)
    qtbot.addWidget(panel)
    workspace.open(Session(read_text(SMALL.replace("laddereditor: 1", "laddereditor: 99"))))
    assert workspace.session is not None
    assert workspace.session.read_only
    panel.show()
    panel.expand_all()
    assert not drag(view_of(panel), ["Autonomy"], "Scope", "above")
    panel.rename()
    assert not view_of(panel).viewport().findChildren(QLineEdit)


def test_that_rows_of_another_ladder_are_copied(
    qtbot: QtBot, open_panel: TreePanel, workspace: Workspace
) -> None:
    view = view_of(open_panel)
    data = view.model().mimeData([find(view, "Python")])
    first = workspace.session
    workspace.open(Session(read_text("laddereditor: 1\nname: Other\nskills: [{id: x, name: X}]\n")))
    view.model().dropMimeData(data, Qt.DropAction.MoveAction, -1, 0, find(view, "No category"))
    qtbot.waitUntil(lambda: len(ladder_of(workspace).skills) == 2)
    assert ladder_of(workspace).skills[1].category == ""
    assert first is not None
    assert len(first.ladder.skills) == 2


def test_that_a_drop_among_filtered_rows_goes_before_the_row_that_is_seen() -> None:
    text = SMALL.replace("  - id: autonomy\n", "  - {id: middle, name: Middle}\n  - id: autonomy\n")
    ladder = read_text(text).ladder
    root, _ = TreeFilter("o").applied(TreeBuilder().build(ladder))
    factors = next(node for node in root.children if node.key == "factors")
    assert [node.label for node in factors.children] == ["Scope", "Autonomy"]
    after = drop_edit(ladder, [Address("factors/scope")], factors, 1).change(ladder)
    assert [factor.id for factor in after.factors] == ["middle", "scope", "autonomy"]


def node_of(ladder: Ladder, key: str) -> TreeNode:
    waiting = [TreeBuilder().build(ladder)]
    while waiting:
        node = waiting.pop()
        if node.key == key:
            return node
        waiting += node.children
    raise AssertionError(key)


def test_that_a_level_cannot_lose_its_track_by_a_drop() -> None:
    text = SMALL.replace("    track: management", "    grade: '1'")
    ladder = read_text(text).ladder
    with pytest.raises(EditRefused, match="track"):
        drop_edit(ladder, [Address("levels/P1")], node_of(ladder, "levels@"), -1)
    back = drop_edit(ladder, [Address("levels/M1")], node_of(ladder, "levels@management"), -1)
    assert back.change(ladder).levels[-1].track == "management"


def test_that_dropping_a_row_where_it_is_changes_nothing() -> None:
    ladder = read_text(SMALL).ladder
    family = node_of(ladder, "families/software")
    for row in (1, 2, -1):
        assert drop_edit(ladder, [P2], family, row).change(ladder) is ladder


def test_that_competencies_and_profiles_keep_apart_in_a_family() -> None:
    text = SMALL.replace(
        "    specialties: [Backend, Frontend]\n",
        "    competencies: [{id: a, name: A}, {id: b, name: B}]\n",
    )
    ladder = read_text(text).ladder
    family = node_of(ladder, "families/software")
    last = drop_edit(ladder, [Address("families/software/competencies/a")], family, 3).change(
        ladder
    )
    assert [own.id for own in last.families[0].competencies] == ["b", "a"]
    first = drop_edit(ladder, [Address("families/software/P2")], family, 2).change(ladder)
    assert [profile.level for profile in first.families[0].profiles] == ["P2", "P1"]


def test_that_a_filter_can_be_on_while_dragging(
    qtbot: QtBot, open_panel: TreePanel, workspace: Workspace
) -> None:
    filter_of(open_panel).setText("o")
    assert drag(view_of(open_panel), ["Autonomy"], "Scope", "above")
    qtbot.waitUntil(lambda: ladder_of(workspace).factors[0].id == "autonomy")


def test_that_a_drag_from_a_heading_selects_nothing_on_its_way(
    qtbot: QtBot, open_panel: TreePanel, workspace: Workspace
) -> None:
    view = view_of(open_panel)
    start, end = (view.visualRect(find(view, name)).center() for name in ("Families", "Skills"))
    before = ladder_of(workspace)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        place = start + (end - start) * step / 5
        QTest.mouseMove(view.viewport(), place)
        QApplication.sendEvent(view.viewport(), moved_to(place))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert open_panel.selected_addresses() == []
    assert current(view) == "Families"
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert ladder_of(workspace) is before


def moved_to(place: QPoint) -> QMouseEvent:
    """Return a move of the mouse with the left button held, which QTest cannot make."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    at = QPointF(place)
    return QMouseEvent(QEvent.Type.MouseMove, at, at, none, left, Qt.KeyboardModifier.NoModifier)
