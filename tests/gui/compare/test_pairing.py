"""Pairs are corrected by hand: aligned, parted, taken back, undone, kept, and kept with texts."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication

from laddereditor.align.corrections import PairCorrections
from laddereditor.edits.lists import set_item
from laddereditor.gui.sheet.align_list import AlignList
from laddereditor.gui.sheet.corrected_list import CorrectedList
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.commands import BY_ID
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from laddereditor.storage.files.pair_corrections import read_corrections, write_corrections
from laddereditor.storage.files.state_folder import OVERRIDE
from tests.gui.compare.conftest import KEY, SHIFT, CompareRobot
from tests.gui.compare.ladders import OPERATIONS, P1, P2, P3

REPORTS = "Reports delays to the people who wait"
CHOOSES = "Chooses carriers for the coming year"
WITHIN, BEYOND = "Plans routes within one region", "Plans routes beyond one region"
AGREES = "Agrees delivery times with carriers"


def beside(robot: CompareRobot, text: str, column: int = 0) -> list[Any]:
    """Return the texts of a row whose cells belong together, by the text of one of them."""
    for line in robot.view.model.lines:
        if line.row and line.row.is_match and line.row.cells[column].text == text:
            return [cell.text for cell in line.row.cells]
    return []


def chooser(robot: CompareRobot) -> AlignList:
    (found,) = robot.view.findChildren(AlignList)
    return found


def select(robot: CompareRobot, *cells: tuple[str, int]) -> None:
    robot.go(*cells[0])
    for text, column in cells[1:]:
        robot.view.table.selectionModel().setCurrentIndex(
            robot.index(text, column), QItemSelectionModel.SelectionFlag.Select
        )


def reword(robot: CompareRobot, place: int, text: str) -> None:
    """Reword a responsibility of P2, as another view does."""
    field = FieldPath("responsibilities")
    assert robot.workspace.attempt(set_item, Address(P2), field, place, text)


def kept() -> PairCorrections:
    return read_corrections("operations")


def undo(robot: CompareRobot) -> None:
    if not robot.workspace.corrected_pairs.undo(robot.session):
        robot.session.undo()
    robot.settle()


def redo(robot: CompareRobot) -> None:
    if not robot.workspace.corrected_pairs.redo(robot.session):
        robot.session.redo()
    robot.settle()


# -- aligning and parting ---------------------------------------------------------------------


def test_that_a_statement_is_aligned_by_keys_with_one_that_is_found_by_typing(
    robot: CompareRobot,
) -> None:
    robot.show(P2, P3)
    robot.go(REPORTS, 0)
    robot.key(KEY.Key_F4)
    offered = chooser(robot).finder.list
    assert [offered.item(n).text() for n in range(offered.count())] == [
        f"P3   ·   {text}" for text in (BEYOND, AGREES, CHOOSES)
    ]
    robot.bot.keyClicks(robot.focus(), "year")
    robot.key(KEY.Key_Return)
    assert beside(robot, REPORTS) == [REPORTS, CHOOSES]
    assert robot.current() == REPORTS
    assert kept() == PairCorrections().aligned(REPORTS, CHOOSES)
    assert robot.notices[-1].startswith("Aligned by hand")
    assert "aligned by hand" in robot.accessible_text(robot.index(CHOOSES, 1))
    assert not robot.session.is_modified


def test_that_escape_in_the_list_changes_nothing(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.go(REPORTS, 0)
    robot.key(KEY.Key_F4)
    robot.key(KEY.Key_Escape)
    assert not beside(robot, REPORTS)
    assert not kept()


def test_that_two_selected_statements_are_aligned_at_once(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    select(robot, (REPORTS, 0), (CHOOSES, 1))
    entries = {entry.name: entry for entry in robot.view.pairs.entries()}
    assert entries["compare.align"].words == "&Align these two"
    robot.key(KEY.Key_F4)
    assert beside(robot, REPORTS) == [REPORTS, CHOOSES]


def test_that_a_pair_is_parted_by_a_key(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    assert beside(robot, WITHIN) == [WITHIN, BEYOND]
    robot.go(BEYOND, 1)
    robot.key(KEY.Key_F4, SHIFT)
    assert BEYOND not in beside(robot, WITHIN)
    assert robot.current() == BEYOND
    assert kept() == PairCorrections().parted(WITHIN, BEYOND)


def test_that_equal_texts_have_nothing_to_part(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.go(AGREES, 0)
    robot.key(KEY.Key_F4, SHIFT)
    assert robot.notices[-1].startswith("There is nothing to part")
    assert not kept()


def test_that_what_is_no_statement_says_what_to_choose(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.go("One region", 0)
    for key, modifier in ((KEY.Key_F4, Qt.KeyboardModifier.NoModifier), (KEY.Key_F4, SHIFT)):
        robot.key(key, modifier)
        assert robot.notices[-1].startswith("Choose a statement first")


def test_that_a_new_pair_takes_the_place_of_an_earlier_one(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    select(robot, (REPORTS, 0), (CHOOSES, 1))
    robot.key(KEY.Key_F4)
    select(robot, (REPORTS, 0), (BEYOND, 1))
    robot.key(KEY.Key_F4)
    assert beside(robot, REPORTS) == [REPORTS, BEYOND]
    assert kept() == PairCorrections().aligned(REPORTS, BEYOND)


def test_that_a_pair_holds_though_earlier_ones_with_a_third_level_forbid_it(
    robot: CompareRobot,
) -> None:
    books = "Books transport for known routes"
    robot.show(P1, P2, P3)
    chain = ((books, 0), (AGREES, 1)), ((REPORTS, 1), (CHOOSES, 2)), ((books, 0), (CHOOSES, 2))
    for pair in chain:
        select(robot, *pair)
        robot.key(KEY.Key_F4)
    assert beside(robot, books)[2] == CHOOSES


def test_that_a_pair_holds_in_the_whole_track_and_in_two_columns(robot: CompareRobot) -> None:
    robot.show(P1, P2, P3)
    select(robot, (REPORTS, 1), (CHOOSES, 2))
    robot.key(KEY.Key_F4)
    assert beside(robot, REPORTS, 1)[1:] == [REPORTS, CHOOSES]
    robot.show(P2, P3)
    assert beside(robot, REPORTS) == [REPORTS, CHOOSES]
    robot.view.steps.refresh()
    sizes = {button.step.codes: button.step.counts.new for button in robot.view.steps.strip.buttons}
    assert sizes["P2", "P3"] == 1  # the skill alone


# -- taking back ------------------------------------------------------------------------------


def test_that_undo_and_redo_go_through_corrections_and_edits_in_their_order(
    robot: CompareRobot,
) -> None:
    robot.show(P2, P3)
    reword(robot, 1, "Rings carriers")
    select(robot, (REPORTS, 0), (CHOOSES, 1))
    robot.key(KEY.Key_F4)
    assert robot.workspace.situation().undo == "Align two statements"
    reword(robot, 0, "Plans routes")
    undo(robot)
    assert WITHIN in robot.texts(0)
    assert beside(robot, REPORTS)
    undo(robot)
    assert not beside(robot, REPORTS)
    assert not kept()
    assert robot.workspace.situation().redo == "Align two statements"
    undo(robot)
    assert AGREES in robot.texts(0)
    redo(robot)
    assert not beside(robot, REPORTS)
    redo(robot)
    assert beside(robot, REPORTS)
    assert kept()
    redo(robot)
    assert "Plans routes" in robot.texts(0)


def test_that_an_edit_after_an_undone_correction_forgets_it(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    select(robot, (REPORTS, 0), (CHOOSES, 1))
    robot.key(KEY.Key_F4)
    undo(robot)
    reword(robot, 1, "Rings carriers")
    undo(robot)
    redo(robot)
    assert not beside(robot, REPORTS)


def test_that_a_correction_is_taken_back_at_its_cell(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.go(BEYOND, 1)
    robot.key(KEY.Key_F4, SHIFT)
    robot.go(WITHIN, 0)
    entries = {entry.name: entry for entry in robot.view.pairs.entries()}
    assert entries["compare.take_back"].enabled
    assert not entries["compare.part"].enabled
    robot.view.pairs.take_back()
    assert beside(robot, WITHIN) == [WITHIN, BEYOND]
    assert not kept()
    robot.view.pairs.take_back()
    assert robot.notices[-1] == "Nothing was corrected by hand here."


def test_that_all_corrections_are_listed_and_taken_back(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.go(BEYOND, 1)
    robot.key(KEY.Key_F4, SHIFT)
    select(robot, (REPORTS, 0), (CHOOSES, 1))
    robot.key(KEY.Key_F4)
    robot.view.pairs.show_all()
    (listed,) = robot.view.findChildren(CorrectedList)
    words = [listed.list.item(n).text() for n in range(listed.list.count())]
    assert words == [
        f"Aligned: “{CHOOSES}” with “{REPORTS}”",
        f"Parted: “{BEYOND}” from “{WITHIN}”",
    ]
    robot.bot.keyClick(listed.list, KEY.Key_Delete)
    assert kept() == PairCorrections().parted(WITHIN, BEYOND)
    listed.all.click()
    assert not kept()
    assert not listed.all.isEnabled()
    listed.reject()
    undo(robot)
    assert kept() == PairCorrections().parted(WITHIN, BEYOND)


# -- keeping ----------------------------------------------------------------------------------


def test_that_corrections_of_another_time_hold_as_soon_as_the_ladder_is_compared(
    robot: CompareRobot,
) -> None:
    write_corrections("colleague", PairCorrections().aligned(REPORTS, CHOOSES))
    robot.show(P2, P3)
    assert not beside(robot, REPORTS)
    other = Session(read_text(OPERATIONS.replace("id: operations", "id: colleague")))
    robot.workspace.open(other)
    robot.show(P2, P3)
    assert beside(robot, REPORTS) == [REPORTS, CHOOSES]


def test_that_what_another_window_corrected_holds_when_the_person_comes_back(
    robot: CompareRobot,
) -> None:
    robot.show(P2, P3)
    write_corrections("operations", PairCorrections().aligned(REPORTS, CHOOSES))
    assert not beside(robot, REPORTS)
    QApplication.sendEvent(robot.view, QEvent(QEvent.Type.ActivationChange))
    robot.settle()
    assert beside(robot, REPORTS) == [REPORTS, CHOOSES]


def test_that_two_ladders_both_keep_a_pair_between_them(robot: CompareRobot) -> None:
    other = Session(read_text(OPERATIONS.replace("id: operations", "id: colleague")))
    robot.workspace.open(other)
    robot.workspace.show_session(robot.session)
    robot.view.levels.show_columns([robot.subject(P2), robot.subject(P3, other)])
    robot.settle()
    select(robot, (REPORTS, 0), (CHOOSES, 1))
    robot.key(KEY.Key_F4)
    assert beside(robot, REPORTS) == [REPORTS, CHOOSES]
    assert kept() == read_corrections("colleague") == PairCorrections().aligned(REPORTS, CHOOSES)


def test_that_a_ladder_that_can_only_be_read_is_corrected_too(robot: CompareRobot) -> None:
    robot.session.set_read_only("It is open elsewhere.")
    robot.show(P2, P3)
    select(robot, (REPORTS, 0), (CHOOSES, 1))
    robot.key(KEY.Key_F4)
    assert beside(robot, REPORTS) == [REPORTS, CHOOSES]
    undo(robot)
    assert not beside(robot, REPORTS)


def test_that_a_correction_that_cannot_be_kept_holds_and_says_so(
    robot: CompareRobot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    robot.show(P2, P3)
    monkeypatch.setenv(OVERRIDE, str(tmp_path / "file"))
    select(robot, (REPORTS, 0), (CHOOSES, 1))
    robot.key(KEY.Key_F4)
    assert beside(robot, REPORTS) == [REPORTS, CHOOSES]
    assert any("cannot keep them" in words for words in robot.notices)
    monkeypatch.setenv(OVERRIDE, str(tmp_path / "state"))
    robot.go(BEYOND, 1)
    robot.key(KEY.Key_F4, SHIFT)
    assert kept() == PairCorrections().aligned(REPORTS, CHOOSES).parted(WITHIN, BEYOND)


def test_that_a_correction_follows_a_text_that_is_reworded(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    select(robot, (REPORTS, 0), (CHOOSES, 1))
    robot.key(KEY.Key_F4)
    robot.go(CHOOSES, 1)
    robot.key(KEY.Key_F2)
    robot.type("Bargains for five years")
    robot.key(KEY.Key_Return)
    assert beside(robot, REPORTS) == [REPORTS, "Bargains for five years"]
    assert kept() == PairCorrections().aligned(REPORTS, "Bargains for five years")
    undo(robot)
    assert beside(robot, REPORTS) == [REPORTS, CHOOSES]
    assert kept() == PairCorrections().aligned(REPORTS, CHOOSES)


def test_that_a_correction_follows_the_id_of_the_ladder(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    select(robot, (REPORTS, 0), (CHOOSES, 1))
    robot.key(KEY.Key_F4)
    robot.session.apply(_renamed(robot.session, "logistics-ladder"))
    robot.settle()
    assert beside(robot, REPORTS) == [REPORTS, CHOOSES]
    assert read_corrections("logistics-ladder") == PairCorrections().aligned(REPORTS, CHOOSES)


def _renamed(session: Session, new: str) -> Any:
    from laddereditor.edits.edit import Edit
    from laddereditor.model.base import evolve

    return Edit("Rename", lambda ladder: evolve(ladder, id=new))


def test_that_the_commands_are_in_the_menu_of_a_cell_with_their_keys(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.go(REPORTS, 0)
    menu = robot.view.table.menu()
    actions = {action.objectName(): action for action in menu.actions()}
    assert actions["compare.align"].isEnabled()
    assert "F4" in actions["compare.align"].text()
    assert not actions["compare.part"].isEnabled()
    assert BY_ID["compare.part"].shortcut == "Shift+F4"
    menu.deleteLater()
    QApplication.processEvents()


def test_that_a_reworded_cell_says_why_it_is_in_its_row(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    index = robot.index(BEYOND, 1)
    tip = str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert "Paired by similarity" in tip
    assert "words in common: plans, routes" in tip
    assert "paired by similarity" in robot.accessible_text(index)
    select(robot, (REPORTS, 0), (CHOOSES, 1))
    robot.key(KEY.Key_F4)
    assert "Aligned by hand." in str(robot.index(CHOOSES, 1).data(Qt.ItemDataRole.ToolTipRole))
