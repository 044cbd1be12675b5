"""The tree by keyboard and mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.fields import set_field
from laddereditor.edits.references import rename
from laddereditor.gui.tree.panel import TreePanel
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.presentation.tree.drops import drop_edit
from laddereditor.presentation.tree.nodes import TreeBuilder
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL
from tests.gui.tree.helpers import P2, current, find, ladder_of, rows, view_of


def test_that_families_levels_and_skills_are_in_their_groups(panel: TreePanel) -> None:
    shown = rows(view_of(panel))
    assert shown[:7] == [
        "Small ladder",
        "  Families",
        "    Engineering",
        "      Software Engineer",
        "        P1 · Junior Engineer",
        "        P2 · Software Engineer II",
        "    Design",
    ]
    assert "    Professional" in shown
    assert "      P1 · Entry" in shown
    assert "    Leadership" in shown


def test_that_selecting_a_row_shows_it_everywhere(panel: TreePanel, workspace: Workspace) -> None:
    view = view_of(panel)
    view.setCurrentIndex(find(view, "P2 · Software Engineer II"))
    assert workspace.address == P2


def test_that_going_somewhere_selects_and_opens_the_row(
    panel: TreePanel, workspace: Workspace
) -> None:
    workspace.go_to("skills/mentoring")
    view = view_of(panel)
    assert current(view) == "Mentoring"
    assert view.isExpanded(find(view, "Leadership"))
    assert panel.selected_addresses() == ["skills/mentoring"]


def test_that_arrow_keys_walk_the_tree(
    qtbot: QtBot, panel: TreePanel, workspace: Workspace
) -> None:
    workspace.go_to("families/software/P1")
    qtbot.keyClick(view_of(panel), Qt.Key.Key_Down)
    assert workspace.address == P2


def test_that_a_name_is_edited_in_place(
    qtbot: QtBot, panel: TreePanel, workspace: Workspace
) -> None:
    workspace.go_to("families/software")
    view = view_of(panel)
    panel.rename()
    editor = view.viewport().findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "Software Engineer"
    editor.setText("Software Crafter")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ladder_of(workspace).families[0].name == "Software Crafter")
    assert current(view) == "Software Crafter"
    assert workspace.session is not None
    workspace.session.undo()
    assert current(view) == "Software Engineer"


def test_that_the_selection_and_open_rows_survive_a_renamed_level(
    panel: TreePanel, workspace: Workspace
) -> None:
    workspace.go_to(P2)
    view = view_of(panel)
    assert workspace.session is not None
    workspace.session.apply(rename(workspace.session.ladder, Address("levels/P2"), "P7"))
    assert workspace.address == "levels/P7"
    assert current(view) == "P7 · Intermediate"
    assert find(view, "P7 · Software Engineer II").isValid()
    assert view.isExpanded(find(view, "Software Engineer"))
    workspace.session.undo()
    assert workspace.address == P2
    assert current(view) == "P2 · Software Engineer II"


def test_that_an_edit_elsewhere_keeps_open_rows_and_selection(
    panel: TreePanel, workspace: Workspace
) -> None:
    workspace.go_to("skills/python")
    view = view_of(panel)
    assert workspace.session is not None
    workspace.session.apply(set_field(workspace.session.ladder, P2, "title", "Engineer"))
    assert current(view) == "Python"
    assert find(view, "P2 · Engineer").isValid()
    assert view.isExpanded(find(view, "Families"))


def test_that_filtering_keeps_ancestors_and_clearing_it_restores_the_tree(
    qtbot: QtBot, panel: TreePanel
) -> None:
    view = view_of(panel)
    before = rows(view)
    field = panel.findChild(QLineEdit, "treeFilter")
    assert field is not None
    qtbot.keyClicks(field, "coach")
    assert rows(view) == ["Small ladder", "  Skills", "    Leadership", "      Mentoring"]
    assert view.isExpanded(find(view, "Leadership"))
    field.clear()
    assert rows(view) == before
    assert not view.isExpanded(find(view, "Skills"))


def test_that_filtering_ignores_case_and_accents_and_wants_every_word(panel: TreePanel) -> None:
    view = view_of(panel)
    field = panel.findChild(QLineEdit, "treeFilter")
    assert field is not None
    field.setText("P2 énginéer")
    assert "        P2 · Software Engineer II" in rows(view)
    assert not find(view, "P1 · Junior Engineer").isValid()


def test_that_added_entities_are_shown_and_selected(panel: TreePanel, workspace: Workspace) -> None:
    workspace.go_to("families/software")
    panel.add()
    assert workspace.address == "families/software/M1"
    assert current(view_of(panel)).startswith("M1")


def test_that_what_can_be_added_fits_the_row(panel: TreePanel, workspace: Workspace) -> None:
    workspace.go_to("skills/python")
    first = panel.add_menu().actions()[0].text()
    assert first == "Skill"
    workspace.go_to(P2)
    assert panel.add_menu().actions()[0].text() == "Profile"


def test_that_deleting_a_used_skill_asks_and_can_remove_its_uses(
    panel: TreePanel, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    dialogs.answers["choose"] = "remove"
    workspace.go_to("skills/mentoring")
    panel.delete()
    question = dialogs.asked[0][1]
    assert "Software Engineer › P2" in question[1]
    assert ladder_of(workspace).families[0].profiles[1].skills == (
        ladder_of(workspace).families[0].profiles[1].skills[0],
    )
    assert workspace.session is not None
    workspace.session.undo()
    assert len(ladder_of(workspace).skills) == 2


def test_that_deleting_can_put_another_in_its_place(
    panel: TreePanel, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    answers = iter(["replace", "python"])
    dialogs.answers["choose"] = lambda *_: next(answers)
    workspace.go_to("skills/mentoring")
    panel.delete()
    family = ladder_of(workspace).families[0]
    assert all("mentoring" not in str(use) for p in family.profiles for use in p.skills)


def test_that_cancelling_the_question_deletes_nothing(
    panel: TreePanel, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    dialogs.answers["choose"] = None
    before = ladder_of(workspace)
    workspace.go_to("skills/mentoring")
    panel.delete()
    assert ladder_of(workspace) is before


def test_that_a_family_with_profiles_is_deleted_without_a_question_but_said(
    qtbot: QtBot, panel: TreePanel, workspace: Workspace
) -> None:
    workspace.go_to("families/software")
    with qtbot.waitSignal(workspace.notice) as said:
        panel.delete()
    assert "2 profiles" in said.args[0]
    assert len(ladder_of(workspace).families) == 1


def test_that_alt_arrows_and_the_selection_move_together(
    panel: TreePanel, workspace: Workspace
) -> None:
    workspace.go_to(P2)
    panel.move_up()
    assert [p.level for p in ladder_of(workspace).families[0].profiles] == ["P2", "P1"]
    assert workspace.address == P2
    assert current(view_of(panel)) == "P2 · Software Engineer II"


def test_that_entries_are_copied_and_pasted(panel: TreePanel, workspace: Workspace) -> None:
    workspace.go_to("skills/python")
    panel.copy()
    panel.paste()
    assert len(ladder_of(workspace).skills) == 3
    assert len({skill.id for skill in ladder_of(workspace).skills}) == 3


def test_that_a_skill_dropped_on_another_category_gets_it(
    qtbot: QtBot, workspace: Workspace, panel: TreePanel
) -> None:
    view = view_of(panel)
    model = view.model()
    target = find(view, "Leadership")
    data = model.mimeData([find(view, "Python")])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, target)

    qtbot.waitUntil(lambda: ladder_of(workspace).skills[0].category == "Leadership")
    assert rows(view).count("      Python") == 1


def test_that_a_profile_can_move_to_another_family_but_not_onto_a_skill(
    panel: TreePanel, workspace: Workspace
) -> None:
    ladder = ladder_of(workspace)
    root = TreeBuilder().build(ladder)
    family = root.children[0].children[1].children[0]
    assert family.address == "families/design"
    edit = drop_edit(ladder, [P2], family, -1)
    assert edit.change(ladder).families[1].profiles[0].level == "P2"
    skills = next(node for node in root.children if node.key == "skills")
    with pytest.raises(EditRefused):
        drop_edit(ladder, [P2], skills, -1)


def test_that_dragging_with_the_mouse_reorders(panel: TreePanel, workspace: Workspace) -> None:
    ladder = ladder_of(workspace)
    factors = next(n for n in TreeBuilder().build(ladder).children if n.key == "factors")
    after = drop_edit(ladder, [Address("factors/autonomy")], factors, 0).change(ladder)
    assert [factor.id for factor in after.factors] == ["autonomy", "scope"]


def test_that_marks_show_findings_and_unsaved_changes(
    panel: TreePanel, workspace: Workspace
) -> None:
    view = view_of(panel)
    assert workspace.session is not None
    workspace.session.apply(set_field(workspace.session.ladder, P2, "title", "Senior"))
    spoken = find(view, "P2 · Senior").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("P2 Senior, profile")
    assert "unsaved" in spoken
    above = find(view, "Software Engineer").data(Qt.ItemDataRole.AccessibleTextRole)
    assert "unsaved" in above


def test_that_an_empty_group_says_what_to_do_and_enter_does_it(
    qtbot: QtBot, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    panel = TreePanel(workspace, dialogs)
    qtbot.addWidget(panel)
    workspace.open(Session(read_text("laddereditor: 1\nname: Empty\n")))
    panel.show()
    view = view_of(panel)
    hint = find(view, "No skills yet. Press Enter to add.")
    assert hint.isValid()
    view.setCurrentIndex(hint)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert len(ladder_of(workspace).skills) == 1


def test_that_each_ladder_keeps_its_own_open_rows(panel: TreePanel, workspace: Workspace) -> None:
    view = view_of(panel)
    workspace.go_to("skills/mentoring")
    first = workspace.session
    workspace.open(Session(read_text(SMALL.replace("Small ladder", "Other ladder"))))
    assert not view.isExpanded(find(view, "Leadership"))
    workspace.show_session(first)
    assert view.isExpanded(find(view, "Leadership"))
    assert current(view) == "Mentoring"


def test_that_the_context_menu_opens_at_a_row(
    qtbot: QtBot, panel: TreePanel, workspace: Workspace
) -> None:
    workspace.go_to(P2)
    texts = [action.text() for action in panel.context_menu().actions() if action.text()]
    assert "Add" in texts
    assert view_of(panel).indexAt(QPoint(5, 5)).isValid()
