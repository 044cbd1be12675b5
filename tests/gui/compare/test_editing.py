"""Cells are edited in place, each in its own ladder, with undo."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QDropEvent, QFocusEvent
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit

from laddereditor.edits.lists import insert_items, remove_items
from laddereditor.gui.compare.dragging import cell_data
from laddereditor.gui.sheet.cell_editors import ChoiceEditor
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.statement import ExampledStatement
from tests.gui.compare.conftest import CTRL, KEY, SHIFT, CompareRobot
from tests.gui.compare.ladders import P2, P3
from tests.gui.fakes import FakeDialogs


@pytest.fixture
def pair(robot: CompareRobot) -> Iterator[CompareRobot]:
    yield robot.show(P2, P3)
    menu = QApplication.activePopupWidget()
    if isinstance(menu, QMenu):
        menu.close()


def test_that_f2_edits_a_statement_as_one_undo_step(pair: CompareRobot) -> None:
    pair.go("Agrees delivery times with carriers", 1)
    pair.key(KEY.Key_F2)
    pair.type("Agrees delivery times with all carriers")
    pair.key(KEY.Key_Return)
    assert pair.value(f"{P3}/responsibilities/1") == "Agrees delivery times with all carriers"
    assert "Agrees delivery times with all carriers" in pair.texts(1)
    assert pair.focus() is pair.view.table
    assert "Responsibilities" in pair.session.undo_label
    pair.session.undo()
    assert pair.value(f"{P3}/responsibilities/1") == "Agrees delivery times with carriers"


def test_that_enter_goes_to_the_cell_below_as_in_the_matrix(pair: CompareRobot) -> None:
    pair.go("Agrees delivery times with carriers", 1)
    pair.key(KEY.Key_F2)
    pair.key(KEY.Key_Return)
    assert pair.current() == "Chooses carriers for the coming year"
    pair.key(KEY.Key_F2)
    pair.key(KEY.Key_Return, SHIFT)
    assert pair.current() == "Agrees delivery times with carriers"
    assert not pair.session.is_modified


def test_that_a_double_click_edits(pair: CompareRobot) -> None:
    index = pair.go("Agrees delivery times with carriers", 1)
    table = pair.view.table
    pair.bot.mouseDClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center()
    )
    assert isinstance(pair.focus(), QPlainTextEdit)


def test_that_escape_leaves_everything_as_it_was(pair: CompareRobot) -> None:
    pair.go("Agrees delivery times with carriers", 1)
    pair.key(KEY.Key_F2)
    pair.type("Something else")
    pair.key(KEY.Key_Escape)
    assert pair.value(f"{P3}/responsibilities/1") == "Agrees delivery times with carriers"
    assert not pair.session.is_modified
    assert pair.focus() is pair.view.table


def test_that_a_statement_that_is_emptied_goes_as_by_delete(pair: CompareRobot) -> None:
    pair.go("Agrees delivery times with carriers", 1)
    pair.key(KEY.Key_F2)
    pair.type(" ")
    pair.key(KEY.Key_Return)
    assert len(pair.value(f"{P3}/responsibilities")) == 2
    assert pair.session.undo_label.startswith("Remove from Responsibilities")


def test_that_an_inherited_text_that_is_emptied_stays_and_that_is_reported(
    pair: CompareRobot,
) -> None:
    pair.go("Reviewed weekly", 0)
    pair.key(KEY.Key_F2)
    pair.type(" ")
    pair.key(KEY.Key_Return)
    assert not pair.session.is_modified
    assert "comes from the level" in pair.notices[-1]


def test_that_a_statement_keeps_its_examples(pair: CompareRobot) -> None:
    pair.go("Reports delays to the people who wait", 0)
    pair.key(KEY.Key_F2)
    pair.type("Reports every delay")
    pair.key(KEY.Key_Return)
    held = pair.value(f"{P2}/responsibilities/2")
    assert isinstance(held, ExampledStatement)
    assert held.examples == ("Calls before the truck is late",)


def test_that_leaving_the_editor_takes_what_was_typed(pair: CompareRobot) -> None:
    pair.go("Agrees delivery times with carriers", 1)
    pair.key(KEY.Key_F2)
    pair.type("Agrees times")
    pair.view.bar.add.setFocus()
    pair.settle()
    assert pair.value(f"{P3}/responsibilities/1") == "Agrees times"


def test_that_going_to_another_window_leaves_the_editor_open(pair: CompareRobot) -> None:
    pair.go("Agrees delivery times with carriers", 1)
    pair.key(KEY.Key_F2)
    pair.type("Agrees times")
    editor = pair.focus()
    reason = Qt.FocusReason.ActiveWindowFocusReason
    QApplication.sendEvent(editor, QFocusEvent(QFocusEvent.Type.FocusOut, reason))
    assert editor.isVisible()
    assert pair.value(f"{P3}/responsibilities/1") == "Agrees delivery times with carriers"


def test_that_folding_takes_what_is_being_typed(pair: CompareRobot) -> None:
    pair.go("Agrees delivery times with carriers", 1)
    pair.key(KEY.Key_F2)
    pair.type("Agrees times")
    pair.view.presenter.fold_all(True)
    assert pair.value(f"{P3}/responsibilities/1") == "Agrees times"
    assert pair.view.table.open_editor is None
    assert all(line.is_heading or line.alone for line in pair.view.model.lines)


def test_that_differences_only_takes_what_is_being_typed(pair: CompareRobot) -> None:
    pair.go("Agrees delivery times with carriers", 1)
    pair.key(KEY.Key_F2)
    pair.type("Agrees times")
    pair.view.bar.differences.click()
    assert pair.value(f"{P3}/responsibilities/1") == "Agrees times"
    assert "Agrees times" in pair.texts(1)


def test_that_a_save_takes_what_is_being_typed(pair: CompareRobot) -> None:
    pair.go("Agrees delivery times with carriers", 1)
    pair.key(KEY.Key_F2)
    pair.type("Agrees times")
    pair.workspace.flush_requested.emit()
    assert pair.value(f"{P3}/responsibilities/1") == "Agrees times"


def test_that_an_empty_place_takes_a_statement_at_the_matching_place(pair: CompareRobot) -> None:
    index = pair.index("Reports delays to the people who wait", 0)
    pair.view.table.setFocus()
    pair.view.table.choose(index.siblingAtColumn(1))
    pair.key(KEY.Key_Return)
    pair.type("Reports delays to everybody")
    pair.key(KEY.Key_Return)
    held = pair.value(f"{P3}/responsibilities")
    assert isinstance(held, tuple)
    assert "Reports delays to everybody" in held
    assert held.index("Reports delays to everybody") > held.index(
        "Agrees delivery times with carriers"
    )


def test_that_editing_an_inherited_factor_overrides_it_and_can_be_given_back(
    pair: CompareRobot,
) -> None:
    pair.go("Reviewed weekly", 0)
    pair.key(KEY.Key_F2)
    pair.type("Reviewed now and then")
    pair.key(KEY.Key_Return)
    assert pair.value(f"{P2}/factors/autonomy") == "Reviewed now and then"
    assert pair.value("levels/P2/factors/autonomy") == "Reviewed weekly"
    pair.go("Reviewed now and then", 0)
    pair.key(KEY.Key_G, CTRL | SHIFT)
    assert "Reviewed weekly" in pair.texts(0)
    assert "autonomy" not in pair.session.ladder.families[0].profiles[1].factors


def test_that_editing_an_inherited_expectation_keeps_the_others(pair: CompareRobot) -> None:
    pair.go("Explains choices to other teams", 1)
    pair.key(KEY.Key_F2)
    pair.type("Explains choices to customers")
    pair.key(KEY.Key_Return)
    assert pair.value(f"{P3}/expectations/communication") == (
        "Explains choices to customers",
        "Writes notes others can use",
    )


def test_that_years_are_edited_as_text_and_nonsense_is_refused(pair: CompareRobot) -> None:
    pair.go("2–4 years", 0)
    pair.key(KEY.Key_F2)
    pair.type("3-5")
    pair.key(KEY.Key_Return)
    assert "3–5 years" in pair.texts(0)
    pair.go("3–5 years", 0)
    pair.key(KEY.Key_F2)
    pair.type("some")
    pair.key(KEY.Key_Return)
    assert "3–5 years" in pair.texts(0)
    assert pair.notices


def test_that_delete_removes_a_statement(pair: CompareRobot) -> None:
    pair.go("Chooses carriers for the coming year", 1)
    pair.key(KEY.Key_Delete)
    held = pair.value(f"{P3}/responsibilities")
    assert isinstance(held, tuple)
    assert len(held) == 2
    pair.session.undo()
    assert "Chooses carriers for the coming year" in pair.texts(1)


def test_that_delete_on_what_is_inherited_is_refused_in_words(pair: CompareRobot) -> None:
    pair.go("Reviewed weekly", 0)
    pair.key(KEY.Key_Delete)
    assert not pair.session.is_modified
    assert "comes from the level" in pair.notices[-1]


def test_that_a_statement_is_copied_to_the_next_column_by_key(pair: CompareRobot) -> None:
    pair.go("Reports delays to the people who wait", 0)
    pair.key(KEY.Key_R, CTRL)
    held = pair.value(f"{P3}/responsibilities")
    assert isinstance(held, tuple)
    copied = [item for item in held if isinstance(item, ExampledStatement)]
    assert copied[0].text == "Reports delays to the people who wait"
    assert copied[0].examples == ("Calls before the truck is late",)
    assert pair.view.table.currentIndex().column() == 1
    pair.session.undo()
    assert pair.value(f"{P3}/responsibilities") != held


def test_that_a_skill_is_copied_with_its_proficiency(pair: CompareRobot) -> None:
    pair.go("Mentoring", 1)
    pair.key(KEY.Key_L, CTRL)
    assert "mentoring" in [str(use) for use in pair.session.ladder.families[0].profiles[1].skills]


def test_that_a_cell_dropped_on_another_column_is_copied_there(pair: CompareRobot) -> None:
    index = pair.go("Chooses carriers for the coming year", 1)
    table = pair.view.table
    data = cell_data(index.row(), 1, "Chooses carriers for the coming year")
    place = QPointF(table.columnViewportPosition(0) + 20, 10)

    class FromTheTable(QDropEvent):
        def source(self) -> QObject:
            return table

    event = FromTheTable(
        place,
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    table.dropEvent(event)
    pair.settle()
    assert "Chooses carriers for the coming year" in pair.texts(0)


def test_that_a_proficiency_is_chosen_from_a_list(pair: CompareRobot) -> None:
    row = pair.view.model.find(0, FieldPath("skills/0"))
    pair.view.table.setFocus()
    pair.view.table.choose(pair.view.model.index(row, 0))
    pair.key(KEY.Key_Return)
    choice = pair.view.table.open_editor
    assert isinstance(choice, ChoiceEditor)
    words = [choice.itemText(n) for n in range(choice.count())]
    assert words == ["Not asked for", "Working", "Advanced", "Any proficiency"]
    assert choice.currentText() == "Working"
    assert QApplication.activePopupWidget() is not None
    pair.bot.keyClick(choice.view(), KEY.Key_Down)
    pair.bot.keyClick(choice.view(), KEY.Key_Return)
    pair.settle()
    assert "Planning (Advanced)" in pair.texts(0)


def test_that_titles_from_patterns_are_not_edited(pair: CompareRobot) -> None:
    pair.go("Logistics II", 0)
    pair.key(KEY.Key_F2)
    assert pair.focus() is pair.view.table
    assert "patterns" in pair.notices[-1]


def test_that_a_ladder_handed_in_can_only_be_read_and_a_copy_replaces_nothing_without_asking(
    robot: CompareRobot, dialogs: FakeDialogs
) -> None:
    from laddereditor.compare.sheet.subject import subject_at
    from laddereditor.storage.files.document import read_text
    from tests.gui.compare.ladders import OTHER

    older = subject_at(read_text(OTHER).ladder, Address(P3), "version 1.0.0")
    robot.view.levels.show_columns([robot.subject(P3), older])
    robot.settle()
    robot.go("Chooses carriers for two years", 1)
    robot.key(KEY.Key_F2)
    assert robot.focus() is robot.view.table
    assert "can only be read" in robot.notices[-1]
    robot.key(KEY.Key_Delete)
    assert "can only be read" in robot.notices[-1]
    dialogs.answers["confirm"] = False
    robot.key(KEY.Key_L, CTRL)
    assert "Replace it by “Chooses carriers for two years”?" in dialogs.asked[-1][1][1]
    assert "Chooses carriers for the coming year" in robot.texts(0)
    dialogs.answers["confirm"] = True
    robot.key(KEY.Key_L, CTRL)
    assert "Chooses carriers for two years" in robot.texts(0)


def test_that_what_only_one_level_has_is_copied_to_the_end_of_the_other_list(
    robot: CompareRobot,
) -> None:
    robot.show(P2, P3)
    robot.go("Chooses carriers for the coming year", 1)
    robot.key(KEY.Key_L, CTRL)
    held = list(robot.value(P2).responsibilities)
    assert held[-1] == "Chooses carriers for the coming year"
    assert len(held) == 4


def test_that_an_edit_in_another_ladder_brings_that_ladder_to_the_front(
    robot: CompareRobot,
) -> None:
    other = robot.open_other()
    robot.view.levels.show_columns([robot.subject(P3), robot.subject(P3, other)])
    robot.settle()
    robot.go("Chooses carriers for two years", 1)
    robot.key(KEY.Key_F2)
    robot.type("Chooses carriers for three years")
    robot.key(KEY.Key_Return)
    assert robot.workspace.session is other
    assert other.undo_label
    assert not robot.session.is_modified


def test_that_a_change_elsewhere_does_not_lose_what_is_being_typed(pair: CompareRobot) -> None:
    pair.go("Agrees delivery times with carriers", 1)
    pair.key(KEY.Key_F2)
    pair.type("Agrees times")
    edit = insert_items(
        pair.session.ladder, Address(P3), "responsibilities", 0, ["Comes first now"]
    )
    pair.session.apply(edit)
    pair.key(KEY.Key_Return)
    held = pair.value(f"{P3}/responsibilities")
    assert isinstance(held, tuple)
    assert held[0] == "Comes first now"
    assert held[2] == "Agrees times"
    assert len(held) == 4


def test_that_a_statement_deleted_meanwhile_does_not_swallow_what_was_typed(
    pair: CompareRobot,
) -> None:
    pair.go("Agrees delivery times with carriers", 1)
    pair.key(KEY.Key_F2)
    pair.type("Agrees times")
    pair.session.apply(remove_items(pair.session.ladder, Address(P3), "responsibilities", [1]))
    pair.key(KEY.Key_Return)
    held = pair.value(f"{P3}/responsibilities")
    assert isinstance(held, tuple)
    assert "Agrees times" in held
    assert "Chooses carriers for the coming year" in held


def test_that_ctrl_enter_goes_to_the_field_in_the_form(pair: CompareRobot) -> None:
    wanted: list[tuple[str, str]] = []
    pair.view.go_wanted.connect(lambda address, field: wanted.append((address, field)))
    pair.go("Agrees delivery times with carriers", 1)
    pair.key(KEY.Key_Return, CTRL)
    assert wanted == [(P3, "responsibilities/1")]


def test_that_what_a_cell_refuses_is_kept_and_reported(pair: CompareRobot) -> None:
    pair.go("4–7 years", 1)
    pair.key(KEY.Key_F2)
    pair.type("soon")
    pair.key(KEY.Key_Return)
    assert QApplication.clipboard().text() == "soon"
    (kept,) = pair.workspace.refused_texts.of(pair.session)
    assert (kept.address, kept.field, kept.text) == (P3, "experience/min", "soon")
    pair.go("4–7 years", 1)
    pair.key(KEY.Key_F2)
    pair.type("2,5-5")
    pair.key(KEY.Key_Return)
    assert pair.value(P3).experience.min == 2.5
    assert pair.workspace.refused_texts.of(pair.session) == ()


def test_that_a_refused_text_is_seen_in_its_cell_until_it_is_corrected(pair: CompareRobot) -> None:
    index = pair.go("4–7 years", 1)
    pair.key(KEY.Key_F2)
    pair.type("soon")
    pair.key(KEY.Key_Return)
    shown = pair.view.model.shown(index.row(), 1)
    assert ("soon", "refused") in [(run.text, run.look) for run in shown.runs]
    assert "“soon” is not in the file" in pair.accessible_text(index)
    assert pair.view.model.shown(index.row(), 0).sign == ""
    pair.go("4–7 years", 1)
    pair.key(KEY.Key_F2)
    editor = pair.focus()
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == "soon"
    pair.key(KEY.Key_Return)  # as it was: still refused, nothing told anew
    assert [one.text for one in pair.workspace.refused_texts.of(pair.session)] == ["soon"]
    pair.go("4–7 years", 1)
    pair.key(KEY.Key_Delete)
    assert pair.workspace.refused_texts.of(pair.session) == ()
    assert pair.view.model.shown(index.row(), 1).sign == ""
    assert "4–7 years" in pair.texts(1)
    assert not pair.session.is_modified
