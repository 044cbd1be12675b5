"""Copying and pasting blocks of cells."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.edits.samples import DATA_P3, accepted
from tests.gui.matrix.conftest import CTRL, DATA, KEY, SHIFT, MatrixRobot


def test_that_a_selection_is_copied_as_text_and_as_a_table(robot: MatrixRobot) -> None:
    robot.go("responsibilities", "P2").press(KEY.Key_Down, KEY.Key_Right, mod=SHIFT)
    robot.press(KEY.Key_C, mod=CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == '\tBuilds pipelines\n\t"Reviews work\n– Design notes"\n'
    assert data.html().count("<tr>") == 2
    assert 'Reviews work<br style="mso-data-placement:same-cell">– Design notes' in data.html()


def test_that_texts_from_a_file_are_no_markup_in_the_copied_table(robot: MatrixRobot) -> None:
    robot.go("summary", "P3").type("<b>&").press(KEY.Key_Return)
    robot.go("summary", "P3").press(KEY.Key_C, mod=CTRL)
    assert "&lt;b&gt;&amp;" in QGuiApplication.clipboard().mimeData().html()
    assert QGuiApplication.clipboard().text() == "<b>&"


def test_that_a_copy_can_have_its_headings(robot: MatrixRobot) -> None:
    robot.go("factors", "P2", "scope").press(KEY.Key_Right, mod=SHIFT)
    robot.sheet.copy(heads=True)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines == [
        "Data Engineer\tP2 Developing Data Engineer\tP3 Senior Data Engineer",
        "Scope\t\tData products",
    ]


def test_that_a_block_from_a_spreadsheet_is_one_step_and_is_reported(robot: MatrixRobot) -> None:
    before = robot.session.document.text
    robot.clip('One\tTwo\r\n"Three\r\nlines"\tFour\r\n')
    robot.go("factors", "P2", "scope").press(KEY.Key_V, mod=CTRL)
    assert robot.profile().factors["autonomy"] == "Four"
    assert robot.profile(f"{DATA}/P2").factors == {"scope": "One", "autonomy": "Three\nlines"}
    assert robot.session.undo_label == "Paste 4 cells of Data Engineer"
    assert robot.notice == "Pasted: 4 cells changed."
    assert robot.current == ("scope", "P2")
    robot.session.undo()
    assert robot.session.document.text == before


def test_that_a_wrong_value_refuses_the_whole_paste_and_names_its_cell(robot: MatrixRobot) -> None:
    robot.clip("All\n3-May")
    robot.go("factors", "P3", "impact").press(KEY.Key_V, mod=CTRL)
    assert "Data Engineer › P3 › Typical experience: “3-May” does not fit" in robot.notice
    assert robot.dialogs.asked == []
    assert not robot.session.undo_label


def test_that_a_block_that_does_not_fit_says_so(robot: MatrixRobot) -> None:
    robot.clip("a\tb\tc")
    robot.go("summary", "P2").press(KEY.Key_V, mod=CTRL)
    assert "3 cells wide, but only 2 levels are here from P2 on" in robot.notice


def test_that_cutting_copies_and_empties(robot: MatrixRobot) -> None:
    robot.go("responsibilities", "P3").press(KEY.Key_X, mod=CTRL)
    assert QGuiApplication.clipboard().text() == "Builds pipelines"
    assert len(robot.profile().responsibilities) == 2
    assert "data/P3/responsibilities/1" in accepted(robot.session.ladder)


@pytest.mark.parametrize("mod", [Qt.KeyboardModifier.NoModifier, CTRL])
def test_that_delete_after_an_arrow_empties_the_cell_with_the_keyboard(
    robot: MatrixRobot, mod: Qt.KeyboardModifier
) -> None:
    robot.go("responsibilities", "P3").press(KEY.Key_Down, mod=mod)
    (chosen,) = robot.sheet.selectedIndexes()
    assert chosen == robot.sheet.currentIndex()
    robot.press(KEY.Key_Delete)
    assert str(robot.profile().responsibilities[0]) == "Builds pipelines"
    assert len(robot.profile().responsibilities) == 2


def test_that_pasting_what_is_there_changes_nothing(robot: MatrixRobot) -> None:
    robot.go("title", "P2").press(KEY.Key_A, mod=CTRL).press(KEY.Key_C, mod=CTRL)
    robot.go("title", "P1").press(KEY.Key_V, mod=CTRL)
    assert robot.notice == "The cells hold just this already."
    assert not robot.session.undo_label


def test_that_an_empty_clipboard_is_reported(robot: MatrixRobot) -> None:
    QGuiApplication.clipboard().clear()
    robot.go("summary", "P3").press(KEY.Key_V, mod=CTRL)
    assert robot.notice == "The clipboard holds no text to paste here."


def test_that_the_menu_offers_what_can_be_done_with_the_cell(robot: MatrixRobot) -> None:
    def enabled() -> dict[str, bool]:
        menu = robot.sheet.menu()
        words = [one.text().split("\t")[0].replace("&", "") for one in menu.actions()]
        found = dict(zip(words, (one.isEnabled() for one in menu.actions()), strict=True))
        menu.deleteLater()
        return found

    assert enabled()["Add profile for P1"]
    robot.go("factors", "P3", "scope")
    assert enabled()["Make it the same as the level"]
    robot.sheet.give_back()
    assert robot.cell("factors", "P3", "scope").text == "Projects"
    assert robot.session.undo_label == "Inherit Scope of P3 Senior Data Engineer"
    assert not enabled()["Make it the same as the level"]
    robot.workspace.set_read_only(robot.session, "Mara has the file open.")
    assert not any(enabled()[name] for name in ("Edit", "Cut", "Paste", "Clear"))
    assert enabled()["Copy"]


def test_that_a_cells_field_can_be_shown_in_the_form(robot: MatrixRobot) -> None:
    wanted: list[tuple[str, str]] = []
    robot.view.go_wanted.connect(lambda *place: wanted.append(place))
    robot.go("responsibilities", "P3", nth=2).sheet.show_in_form()
    robot.go("responsibilities", "P3", nth=-1).sheet.show_in_form()
    assert wanted == [(DATA_P3, "responsibilities/2"), (DATA_P3, "responsibilities")]
