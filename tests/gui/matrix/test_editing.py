"""Editing in the cells by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QListView, QListWidget

from laddereditor.gui.sheet.cell_editors import ChoiceEditor, SkillEditor
from laddereditor.gui.text.cell_editor import CellEditor
from laddereditor.model.level import Experience
from laddereditor.model.statement import ExampledStatement
from tests.edits.samples import DATA_P3
from tests.gui.matrix.conftest import ALT, CTRL, DATA, KEY, SHIFT, MatrixRobot


def test_that_typing_replaces_a_text_and_enter_goes_down(robot: MatrixRobot) -> None:
    robot.go("factors", "P3", "scope").type("Everything").press(KEY.Key_Return)
    assert robot.profile().factors["scope"] == "Everything"
    assert robot.current == ("autonomy", "P3")
    assert robot.session.undo_label == "Change Scope of P3 Senior Data Engineer"
    robot.session.undo()
    assert not robot.session.undo_label
    assert robot.cell("factors", "P3", "scope").text == "Data products"


def test_that_f2_continues_from_the_text_that_is_there(robot: MatrixRobot) -> None:
    robot.go("factors", "P3", "scope").press(KEY.Key_F2).type(" and more").press(KEY.Key_Return)
    assert robot.profile().factors["scope"] == "Data products and more"


def test_that_typing_over_an_inherited_text_overrides_it(robot: MatrixRobot) -> None:
    robot.go("factors", "P3", "impact").press(KEY.Key_Return).type("!").press(KEY.Key_Tab)
    assert robot.profile().factors["impact"] == "Product!"
    assert robot.cell("factors", "P3", "impact").below == "Product"


def test_that_leaving_a_text_as_it_was_changes_nothing(robot: MatrixRobot) -> None:
    robot.go("factors", "P3", "impact").press(KEY.Key_F2, KEY.Key_Return)
    assert not robot.session.undo_label
    assert robot.current == ("experience", "P3")


def test_that_escape_gives_up_what_was_typed(robot: MatrixRobot) -> None:
    robot.go("factors", "P3", "scope").type("Oops").press(KEY.Key_Escape)
    assert robot.editor is None
    assert not robot.session.undo_label
    assert QApplication.focusWidget() is robot.sheet


def test_that_escape_gives_up_also_what_was_looked_at_already(robot: MatrixRobot) -> None:
    robot.go("factors", "P3", "scope").type("Oops")
    assert robot.editor is not None
    robot.sheet.commitData(robot.editor)
    robot.press(KEY.Key_Escape)
    assert not robot.session.undo_label


def test_that_tab_continues_to_the_right_and_round_to_the_next_row(robot: MatrixRobot) -> None:
    robot.go("summary", "P2").type("Moves data").press(KEY.Key_Tab)
    assert robot.current == ("summary", "P3")
    robot.press(KEY.Key_Tab)
    assert robot.current == ("scope", "P1")
    robot.press(KEY.Key_Backtab, mod=SHIFT)
    assert robot.current == ("summary", "P3")
    assert len(robot.sheet.selectedIndexes()) == 1


def test_that_shift_enter_goes_up(robot: MatrixRobot) -> None:
    robot.go("factors", "P3", "impact").type("x").press(KEY.Key_Return, mod=SHIFT)
    assert robot.current == ("autonomy", "P3")


def test_that_arrows_pass_over_headings(robot: MatrixRobot) -> None:
    robot.go("summary", "P3").press(KEY.Key_Down)
    assert robot.current == ("scope", "P3")
    robot.press(KEY.Key_Up)
    assert robot.current == ("summary", "P3")


def test_that_pages_never_end_on_a_heading(robot: MatrixRobot) -> None:
    for height in range(300, 460, 20):
        robot.window.resize(1000, height)
        robot.settle()
        robot.go("title", "P3")
        passed = []
        for _ in range(20):
            passed.append(robot.sheet.currentIndex().row())
            robot.press(KEY.Key_PageDown)
        assert robot.current == ("external_id", "P3")
        assert all(robot.model.row(row).cells for row in passed)
        for _ in range(20):
            robot.press(KEY.Key_PageUp)
        assert robot.current == ("title", "P3")


def test_that_alt_enter_begins_a_new_line(robot: MatrixRobot) -> None:
    robot.go("summary", "P3").type("One").press(KEY.Key_Return, mod=ALT).type("Two")
    assert isinstance(robot.editor, CellEditor)
    robot.press(KEY.Key_Return)
    assert robot.profile().summary == "One\nTwo"


def test_that_ctrl_enter_fills_all_selected_cells_as_one_step(robot: MatrixRobot) -> None:
    robot.go("factors", "P2", "scope").press(KEY.Key_Right, mod=SHIFT)
    robot.type("Same").press(KEY.Key_Return, mod=CTRL)
    assert robot.profile().factors["scope"] == "Same"
    assert robot.profile(f"{DATA}/P2").factors["scope"] == "Same"
    assert robot.session.undo_label == "Fill 2 cells of Data Engineer"


def test_that_years_are_typed_as_a_range_and_a_wrong_one_stays_in_its_cell(
    robot: MatrixRobot,
) -> None:
    robot.go("experience", "P3").type("soon").press(KEY.Key_Return)
    assert "Typical experience: “soon” does not fit" in robot.notice
    assert robot.editor is None
    assert robot.current == ("experience", "P3")
    row, column = robot.place("experience", "P3")
    assert robot.model.shown(row, column).runs[0].text == "soon"
    robot.press(KEY.Key_Escape).type("4-6").press(KEY.Key_Return)
    assert robot.profile().experience == Experience(min=4, max=6)


def test_that_the_empty_row_adds_one_statement_after_the_other(robot: MatrixRobot) -> None:
    robot.go("responsibilities", "P3", nth=-1).type("Plans").press(KEY.Key_Return)
    robot.type("Writes").press(KEY.Key_Return)
    assert robot.profile().responsibilities[-2:] == ("Plans", "Writes")
    assert robot.sheet.currentIndex().row() == robot.place("responsibilities", "P3", nth=-1)[0]
    assert robot.session.undo_label == "Add to Responsibilities of P3 Senior Data Engineer"


def test_that_a_new_statement_stays_in_the_row_it_was_typed_into(robot: MatrixRobot) -> None:
    robot.go("responsibilities", "P2", nth=2)
    row = robot.sheet.currentIndex().row()
    robot.type("Builds pipelines").press(KEY.Key_Tab)
    assert robot.sheet.currentIndex().row() == row
    assert robot.current == ("responsibilities", "P3")
    assert robot.model.index(row, 1).data() == "Builds pipelines"


def test_that_the_rows_are_aligned_again_when_the_matrix_is_opened_again(
    robot: MatrixRobot,
) -> None:
    robot.go("responsibilities", "P2", nth=2).type("Builds pipelines").press(KEY.Key_Tab)
    robot.view.hide()
    robot.view.show()
    assert robot.cell("responsibilities", "P2", nth=0).text == "Builds pipelines"
    row, column = robot.place("responsibilities", "P2", nth=0)
    assert robot.model.shown(row, column).mark == "×2"


def test_that_examples_are_edited_with_their_statement(robot: MatrixRobot) -> None:
    robot.go("responsibilities", "P3", nth=1)
    assert robot.current_text == "Reviews work\n– Design notes"
    robot.press(KEY.Key_F2).type(" of peers").press(KEY.Key_Return)
    assert robot.profile().responsibilities[1] == ExampledStatement(
        text="Reviews work", examples=("Design notes of peers",)
    )


def test_that_delete_empties_the_selection_as_one_step(robot: MatrixRobot) -> None:
    robot.go("responsibilities", "P3").press(KEY.Key_Down, mod=SHIFT).press(KEY.Key_Delete)
    assert robot.profile().responsibilities == ("Mends what breaks",)
    assert robot.session.undo_label == "Clear 2 cells of Data Engineer"


def test_that_delete_on_an_override_gives_the_levels_text_back(robot: MatrixRobot) -> None:
    robot.go("factors", "P3", "scope").press(KEY.Key_Delete)
    assert robot.cell("factors", "P3", "scope").state == "inherited"
    robot.press(KEY.Key_Delete)
    assert "cannot be emptied here" in robot.notice


def test_that_a_proficiency_is_chosen_by_typing(robot: MatrixRobot) -> None:
    robot.go("skills", "P3", "mentoring").type("e")
    assert isinstance(robot.editor, ChoiceEditor)
    robot.press(KEY.Key_Return)
    assert robot.cell("skills", "P3", "mentoring").text == "Expert"
    assert robot.current == ("mentorship", "P3")


def test_that_a_proficiency_is_chosen_from_the_list(robot: MatrixRobot) -> None:
    robot.go("skills", "P2", "mentoring").press(KEY.Key_Return)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    choices = popup.findChild(QListView)
    assert choices is not None
    choices.setFocus()
    robot.press(KEY.Key_Down, KEY.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert robot.editor is None
    assert robot.cell("skills", "P2", "mentoring").text == "Aware"


def test_that_a_skill_is_taken_off_by_delete(robot: MatrixRobot) -> None:
    robot.go("skills", "P3", "sql").press(KEY.Key_Delete)
    assert len(robot.profile().skills) == 2


def test_that_a_skill_is_added_by_the_first_letters_of_its_name(robot: MatrixRobot) -> None:
    robot.go("skills", "P3", nth=-1).type("pyt")
    assert isinstance(robot.editor, SkillEditor)
    robot.press(KEY.Key_Return)
    assert robot.profile().skills[-1] == "python"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not robot.window.findChildren(QListWidget, "skillSuggestions")
    assert robot.current == ("skills", "P3")


def test_that_enter_adds_the_profile_of_a_level_that_has_none(robot: MatrixRobot) -> None:
    robot.workspace.go_to("skills/sql")
    robot.go("summary", "P1").press(KEY.Key_Return)
    assert robot.profile(f"{DATA}/P1").level == "P1"
    assert robot.session.undo_label == "Add profile P1"
    assert robot.current == ("summary", "P1")
    assert robot.workspace.address == "skills/sql"
    robot.session.undo()
    assert robot.current == ("summary", "P1")
    assert robot.cell("summary", "P1").state == "absent"


def test_that_typing_where_no_profile_is_says_what_to_do(robot: MatrixRobot) -> None:
    robot.go("summary", "P1").type("x")
    assert robot.notice == "There is no profile at this level yet. Press Enter to add it."


def test_that_pay_ranges_are_changed_in_the_form(robot: MatrixRobot) -> None:
    wanted: list[tuple[str, str]] = []
    robot.view.go_wanted.connect(lambda *place: wanted.append(place))
    robot.go("pay/ranges", "P3").press(KEY.Key_Return)
    assert wanted == [(DATA_P3, "pay/ranges/0")]


def test_that_titles_from_patterns_say_where_they_are_changed(robot: MatrixRobot) -> None:
    robot.go("titles", "P3").type("x")
    assert robot.notice == "“Pipelines III” follows from the title patterns of P3; change it there."


def test_that_a_read_only_ladder_says_why_nothing_changes(robot: MatrixRobot) -> None:
    robot.workspace.set_read_only(robot.session, "Mara has the file open.")
    robot.settle()
    robot.go("summary", "P3")
    commands: tuple[Callable[[], object], ...] = (
        lambda: robot.type("x"),
        lambda: robot.press(KEY.Key_Delete),
    )
    for act in commands:
        robot.reported.clear()
        act()
        assert robot.reported == ["Mara has the file open."]
    robot.reported.clear()
    robot.clip("x").press(KEY.Key_V, mod=CTRL).press(KEY.Key_Return)
    assert robot.reported == ["Mara has the file open."] * 2
    assert robot.editor is None


def test_that_a_save_takes_what_is_being_typed(robot: MatrixRobot) -> None:
    robot.go("summary", "P3").type("Typed")
    robot.workspace.flush_requested.emit()
    assert robot.profile().summary == "Typed"


def test_that_the_focus_going_elsewhere_takes_what_is_being_typed(robot: MatrixRobot) -> None:
    robot.go("summary", "P3").type("Typed")
    robot.view.bar.chooser.setFocus()
    robot.settle()
    assert robot.profile().summary == "Typed"


def test_that_a_wrong_value_left_behind_is_on_the_clipboard(robot: MatrixRobot) -> None:
    robot.go("experience", "P3").type("soon")
    robot.view.bar.chooser.setFocus()
    robot.settle()
    assert QGuiApplication.clipboard().text() == "soon"
    assert "does not fit" in robot.notice
    assert robot.notice.endswith("What you typed is on the clipboard.")
    assert not robot.session.undo_label
    (kept,) = robot.workspace.refused_texts.of(robot.session)
    assert (kept.field, kept.text) == ("experience/min", "soon")
    robot.sheet.setFocus()
    robot.go("experience", "P3").type("3-5").press(KEY.Key_Return)
    assert robot.workspace.refused_texts.of(robot.session) == ()


def test_that_ctrl_z_in_a_cell_takes_back_letters_not_steps(robot: MatrixRobot) -> None:
    robot.go("summary", "P3").type("Step").press(KEY.Key_Return)
    robot.go("summary", "P3").press(KEY.Key_F2).type("s").press(KEY.Key_Z, mod=CTRL)
    assert isinstance(robot.editor, CellEditor)
    assert robot.editor.text() == "Step"
    robot.press(KEY.Key_Escape)
    assert robot.profile().summary == "Step"


def test_that_a_refused_text_is_seen_in_its_cell_until_it_is_corrected(robot: MatrixRobot) -> None:
    robot.go("experience", "P3").type("soon").press(KEY.Key_Return)
    robot.view.bar.chooser.setFocus()
    robot.settle()
    index = robot.go("experience", "P3").sheet.currentIndex()
    shown = robot.model.shown(index.row(), index.column())
    assert ("soon", "refused") in [(run.text, run.look) for run in shown.runs]
    assert shown.sign == "error"
    assert "“soon” is not in the file" in str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert "“soon” is not in the file" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    robot.sheet.setFocus()
    robot.press(KEY.Key_F2)
    assert isinstance(robot.editor, CellEditor)
    assert robot.editor.text() == "soon"
    robot.press(KEY.Key_A, mod=CTRL).type("2-4").press(KEY.Key_Return)
    assert robot.profile().experience == Experience(min=2, max=4)
    assert robot.model.shown(index.row(), index.column()).sign != "error"


@pytest.mark.parametrize("keys", [(KEY.Key_Delete,), (KEY.Key_F2, KEY.Key_Escape)])
def test_that_delete_and_escape_give_up_what_was_refused_and_not_the_value(
    robot: MatrixRobot, keys: tuple[Qt.Key, ...]
) -> None:
    before = robot.profile().experience
    robot.go("experience", "P3").type("soon")
    robot.view.bar.chooser.setFocus()
    robot.settle()
    robot.sheet.setFocus()
    robot.go("experience", "P3").press(*keys)
    assert robot.workspace.refused_texts.of(robot.session) == ()
    assert robot.profile().experience == before
    assert not robot.session.undo_label


def test_that_a_text_refused_in_all_selected_cells_is_kept_in_its_own(robot: MatrixRobot) -> None:
    robot.go("experience", "P2").press(KEY.Key_Right, mod=SHIFT).type("soon")
    robot.press(KEY.Key_Return, mod=CTRL)
    (kept,) = robot.workspace.refused_texts.of(robot.session)
    assert kept.text == "soon"
    assert QGuiApplication.clipboard().text() == "soon"


def test_that_delete_empties_the_other_selected_cells(robot: MatrixRobot) -> None:
    robot.go("experience", "P3").type("4-6").press(KEY.Key_Return)
    robot.go("experience", "P2").type("soon")
    robot.view.bar.chooser.setFocus()
    robot.settle()
    robot.sheet.setFocus()
    robot.go("experience", "P2").press(KEY.Key_Right, mod=SHIFT).press(KEY.Key_Delete)
    assert robot.workspace.refused_texts.of(robot.session) == ()
    assert robot.profile().experience is None
