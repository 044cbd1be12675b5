"""Sub-families in the tree: below their parents, with keys, titles and marks."""

import pytest
from PySide6.QtGui import QAction

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.structure import duplicate
from laddereditor.edits.sub_families import make_sub_family
from laddereditor.gui.tree.panel import TreePanel
from laddereditor.gui.tree.sub_families import SubFamilyActions
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.commands import BY_ID
from laddereditor.presentation.commands.situation import Situation
from laddereditor.presentation.tree.drops import drop_edit
from laddereditor.presentation.tree.filtering import TreeFilter
from laddereditor.presentation.tree.mark_index import MarkIndex
from laddereditor.presentation.tree.nodes import TreeBuilder, TreeNode
from laddereditor.presentation.tree.sub_families import no_fold, no_part, possible_parents
from laddereditor.rules.check import check
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document
from tests.edits.family_tree import changed, changed_family, family_tree
from tests.gui.fakes import FakeDialogs
from tests.gui.tree.helpers import current, find, select, view_of


def families(root: TreeNode) -> list[TreeNode]:
    (listed,) = [node for node in root.children if node.key == "families"]
    return [node for group in listed.children for node in group.children]


def outline(node: TreeNode) -> list[object]:
    below = [outline(child) for child in node.children]
    return [node.badge or node.label, *([below] if below else [])]


def test_that_sub_families_are_below_their_parents_profiles() -> None:
    root = TreeBuilder().build(family_tree())
    vision = ["Vision", [["P1"], ["P2"]]]
    learning = ["Machine Learning", [["P2"], vision]]
    assert [outline(node) for node in families(root)] == [
        ["Engineer", [["Care"], ["P1"], ["P2"], learning]]
    ]
    (engineer,) = families(root)
    assert (engineer.muted, engineer.children[3].muted) == (True, False)


def test_that_families_of_a_circle_and_those_without_their_parent_are_at_the_top() -> None:
    circle = changed_family(family_tree(), 0, parent="ml")
    tops = families(TreeBuilder().build(circle))
    assert [node.label for node in tops] == ["Engineer", "Machine Learning"]
    gone = changed_family(family_tree(), 1, parent="nobody")
    assert [node.label for node in families(TreeBuilder().build(gone))] == [
        "Engineer",
        "Machine Learning",
    ]


def test_that_profiles_are_found_by_the_codes_of_all_families_above() -> None:
    root = TreeBuilder().build(family_tree())
    shown, _ = TreeFilter("eng.ml.vis.p2").applied(root)
    assert shown is not None
    assert [node.key for node in profiles(shown)] == ["families/vision/P2"]


def profiles(node: TreeNode) -> list[TreeNode]:
    found = [node] if node.kind == "profile" else []
    return found + [each for child in node.children for each in profiles(child)]


def test_that_an_inherited_title_is_shown_and_follows_the_parent() -> None:
    builder, ladder = TreeBuilder(), family_tree()
    assert title(builder.build(ladder)) == "Model Builder"
    assert title(builder.build(changed(ladder, 1, title="Modeller"))) == "Modeller"
    assert title(builder.build(changed(ladder, 1, title=""))) == "Vision II"


def title(root: TreeNode) -> str:
    return next(node.label for node in profiles(root) if node.key == "families/vision/P2")


def test_that_an_edit_elsewhere_keeps_the_nodes() -> None:
    builder, ladder = TreeBuilder(), family_tree()
    before = families(builder.build(ladder))[0]
    other = families(builder.build(changed_family(ladder, 2, summary="Sees")))[0]
    assert before.children[:3] == other.children[:3]
    assert all(one is two for one, two in zip(before.children[:3], other.children[:3], strict=True))
    again = families(builder.build(changed_family(ladder, 2, summary="Sees")))[0]
    assert again.children[3].children[0] is before.children[3].children[0]


def test_that_marks_of_sub_families_are_summed_up() -> None:
    saved: Ladder = family_tree()
    now = changed(saved, 2, place=1, summary="TODO")
    root, marks = TreeBuilder().build(now), MarkIndex()
    marks.update(root, now, check(now), saved)
    vision, engineer = Address("families/vision"), Address("families/engineer")
    assert marks.of(vision.at("P2")).unsaved
    assert marks.of(vision.at("P2")).own.warnings == 1
    for above in (vision, engineer, Address("families")):
        assert marks.of(above).unsaved_below
        assert marks.of(above).below.warnings >= 1
    changes = marks.update(root, now, check(now), now)
    assert {vision, engineer} <= changes
    assert not marks.of(engineer).unsaved_below


VISION, ML = Address("families/vision"), Address("families/ml")


def opened(workspace: Workspace) -> Session:
    session = Session(new_document(family_tree()))
    workspace.open(session)
    return session


def test_that_a_family_is_dropped_on_another_and_into_a_job_function() -> None:
    ladder = changed_family(family_tree(), 2, parent="")
    root = TreeBuilder().build(ladder)
    (engineer, _) = families(root)
    learning = engineer.children[-1]
    made = drop_edit(ladder, [VISION], learning, -1).change(ladder)
    assert made == family_tree()
    group = next(node for node in root.children if node.key == "families").children[0]
    out = drop_edit(made, [VISION], group, -1)
    assert out.change(made) == ladder
    with pytest.raises(EditRefused, match="part of"):
        drop_edit(made, [Address("families/engineer")], learning, -1)


def test_that_the_commands_ask_for_a_family_that_fits(
    workspace: Workspace, dialogs: FakeDialogs
) -> None:
    session, actions = opened(workspace), SubFamilyActions(workspace, dialogs)
    before = session.ladder
    dialogs.answers["choose"] = "engineer"
    actions.move_under([VISION])
    assert session.ladder.families[2].parent == "engineer"
    assert session.undo_label == "Move family Vision under Engineer"
    dialogs.answers["choose"] = "ml"
    actions.make_sub_family([VISION])
    assert session.ladder.families[2].parent == "ml"
    actions.leave_parent([VISION])
    assert session.ladder.families[2].parent == ""
    for _ in range(3):
        session.undo()
    assert session.ladder == before
    actions.fold_back([VISION])
    assert len(session.ladder.families) == 2
    assert possible_parents(before, [ML]) == [("engineer", "Engineer")]


def test_that_what_is_no_family_is_refused_in_words(
    workspace: Workspace, dialogs: FakeDialogs
) -> None:
    notices: list[str] = []
    session, actions = opened(workspace), SubFamilyActions(workspace, dialogs)
    workspace.notice.connect(notices.append)
    before = session.ladder
    actions.move_under([])
    actions.make_sub_family([VISION.at("P2")])
    actions.leave_parent([Address("families/engineer")])
    assert session.ladder is before
    assert "Select a family" in notices[0]
    assert "is not a family" in notices[1]
    assert "no parent" in notices[2]


def test_that_a_family_that_moves_below_a_closed_one_stays_selected_and_in_view(
    panel: TreePanel, workspace: Workspace
) -> None:
    view, session = view_of(panel), workspace.session
    assert session is not None
    session.apply(duplicate(session.ladder, [Address("families/software")]))
    family = session.ladder.families[1]
    select(view, family.name)
    workspace.apply(
        make_sub_family(
            session.ladder, Address("families").entry(family.id), Address("families/software")
        )
    )
    assert current(view) == family.name
    assert view.isExpanded(find(view, "Software Engineer"))
    assert view.visualRect(view.currentIndex()).isValid()
    assert [one.data() for one in view.selectionModel().selectedRows()] == [family.name]
    session.undo()
    assert current(view) == family.name


def entry(panel: TreePanel, name: str) -> QAction:
    (found,) = [one for one in panel.context_menu().actions() if one.objectName() == name]
    return found


def test_that_what_needs_a_parent_cannot_be_chosen_without_one_and_says_why(
    panel: TreePanel, workspace: Workspace
) -> None:
    opened(workspace)
    for key, usable in (("Engineer", False), ("Machine Learning", True)):
        select(view_of(panel), key)
        for command in ("edit.leave_parent", "edit.fold_back"):
            assert entry(panel, command).isEnabled() is usable
        assert entry(panel, "edit.move_under").isEnabled()
    select(view_of(panel), "Engineer")
    assert "Engineer is not a sub-family" in entry(panel, "edit.fold_back").toolTip()
    assert panel.context_menu().toolTipsVisible()


def test_that_the_menus_say_why_a_command_for_sub_families_cannot_be_used() -> None:
    ladder = family_tree()
    own, part, level = (Address(one) for one in ("families/engineer", "families/ml", "levels/P1"))
    assert no_part(ladder, [part]) == no_fold(ladder, [part]) == ""
    assert "has no parent" in no_part(ladder, [own])
    assert "not a family" in no_fold(ladder, [level])
    assert "Select one" in no_part(ladder, [own, part])
    assert "Nothing is selected" in no_part(ladder, [])
    gone = changed_family(ladder, 1, parent="nobody")
    assert no_part(gone, [part]) == ""
    assert "no parent that it could be folded into" in no_fold(gone, [part])
    command = BY_ID["edit.fold_back"]
    barred = Situation(has_ladder=True, can_edit=True, selected=1, no_fold="No parent.")
    assert not command.enabled(barred) and command.tip_in(barred) == "No parent."
    assert command.tip_in(Situation(has_ladder=True, can_edit=True, selected=1)) == command.tip
