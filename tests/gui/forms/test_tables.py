"""Tables of records: pay ranges, occupation codes, the history."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit

from laddereditor.edits.cells.reading import read_optional_day, read_optional_number
from laddereditor.gui.forms.tables.view import RecordTable
from laddereditor.model.base import evolve
from laddereditor.model.family import Occupation
from laddereditor.model.ladder import Ladder
from laddereditor.model.pay import Pay, PayRange
from tests.gui.forms.conftest import CTRL, KEY, P2, P3, FormRobot


@pytest.fixture
def ranges(robot: FormRobot) -> RecordTable:
    robot.go(P3)
    return watched(robot.widget("field.pay.ranges", RecordTable))


def watched(table: RecordTable) -> RecordTable:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(table.records, mode, table)
    return table


def cell(robot: FormRobot, table: RecordTable, row: int, column: str) -> None:
    names: list[str] = [spec.name for spec in table.records.specs]
    table.setFocus()
    table.setCurrentIndex(table.records.index(row, names.index(column)))
    robot.key(KEY.Key_F2)


def test_that_numbers_are_shown_with_groups_and_typed_without(
    robot: FormRobot, ranges: RecordTable
) -> None:
    assert ranges.records.index(0, 2).data() == "100,000"
    cell(robot, ranges, 0, "min")
    editor = robot.focus()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "100000"


def test_that_a_cell_is_taken_as_it_is_typed(robot: FormRobot, ranges: RecordTable) -> None:
    cell(robot, ranges, 0, "max")
    robot.key(KEY.Key_A, CTRL)
    robot.type("175000")
    assert robot.value(P3).pay.ranges[0].max == 175000
    robot.key(KEY.Key_Return)
    robot.session.undo()
    assert robot.value(P3).pay.ranges[0].max == 160000
    assert not robot.session.undo_label


def test_that_what_is_no_number_is_reported_and_not_taken(
    robot: FormRobot, ranges: RecordTable
) -> None:
    cell(robot, ranges, 0, "min")
    robot.key(KEY.Key_A, CTRL)
    robot.type("lots")
    assert robot.value(P3).pay.ranges[0].min == 100_000
    messages = [one.text() for one in robot.form.findChildren(QLabel) if one.isVisible()]
    assert any(text.startswith("Minimum: Not a number yet") for text in messages)


def test_that_the_last_row_adds_a_range(robot: FormRobot, ranges: RecordTable) -> None:
    cell(robot, ranges, 2, "market")
    robot.type("FR")
    assert robot.value(P3).pay.ranges[2] == PayRange(market="FR")
    assert ranges.records.rowCount() == 4
    robot.key(KEY.Key_Return)
    robot.session.undo()
    assert len(robot.value(P3).pay.ranges) == 2


def test_that_the_first_range_makes_the_pay(robot: FormRobot) -> None:
    robot.go(P2)
    table = watched(robot.widget("field.pay.ranges", RecordTable))
    cell(robot, table, 0, "market")
    robot.type("US")
    assert robot.value(P2).pay == Pay(ranges=(PayRange(market="US"),))


def test_that_cells_of_a_spreadsheet_are_pasted_as_one_step(
    robot: FormRobot, ranges: RecordTable
) -> None:
    QGuiApplication.clipboard().setText("UK\tGBP\t60,000\t70,000\t80,000\nFR\tEUR\t50000\t\t")
    ranges.setFocus()
    ranges.setCurrentIndex(ranges.records.index(1, 0))
    robot.key(KEY.Key_V, CTRL)
    found = robot.value(P3).pay.ranges
    assert (found[1].market, found[1].mid) == ("UK", 70000)
    assert (found[2].market, found[2].min, found[2].mid) == ("FR", 50000, None)
    robot.session.undo()
    assert len(robot.value(P3).pay.ranges) == 2


def test_that_delete_empties_cells_and_ctrl_delete_rows(
    robot: FormRobot, ranges: RecordTable
) -> None:
    ranges.setFocus()
    ranges.setCurrentIndex(ranges.records.index(0, 2))
    robot.key(KEY.Key_Delete)
    assert robot.value(P3).pay.ranges[0].min is None
    robot.key(KEY.Key_Delete, CTRL)
    assert [one.market for one in robot.value(P3).pay.ranges] == ["DE"]


def test_that_cells_are_copied_as_a_spreadsheet_takes_them(
    robot: FormRobot, ranges: RecordTable
) -> None:
    ranges.setFocus()
    ranges.selectRow(1)
    robot.key(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().startswith("DE\tEUR\t70000\t84000\t98000")
    assert QGuiApplication.clipboard().mimeData().html().count("<td") == len(ranges.records.specs)


def test_that_cutting_copies_and_empties_as_in_a_sheet(
    robot: FormRobot, ranges: RecordTable
) -> None:
    ranges.setFocus()
    ranges.setCurrentIndex(ranges.records.index(0, 2))
    before = robot.value(P3).pay.ranges[0].min
    robot.key(KEY.Key_X, CTRL)
    assert QGuiApplication.clipboard().text() == f"{before:g}"
    assert robot.value(P3).pay.ranges[0].min is None


def test_that_status_and_note_of_pay_are_edited(robot: FormRobot) -> None:
    robot.go(P2)
    status = robot.widget("field.pay.status", QComboBox)
    status.setFocus()
    robot.key(KEY.Key_Down)
    assert robot.value(P2).pay is None  # the list is open, and nothing is chosen yet
    QTest.keyClick(status.view(), KEY.Key_Down)
    QTest.keyClick(status.view(), KEY.Key_Return)
    robot.settle()
    assert robot.value(P2).pay == Pay(status="published")
    status.window().activateWindow()  # a desktop does so when the list of choices closes
    note = robot.widget("field.pay.note", QPlainTextEdit)
    note.setFocus()
    robot.bot.waitUntil(note.hasFocus)
    robot.type("Soon")
    assert robot.value(P2).pay == Pay(status="published", note="Soon")


def test_that_pay_that_became_empty_is_not_stored(robot: FormRobot) -> None:
    robot.go(P2)
    robot.widget("field.pay.note", QPlainTextEdit).setFocus()
    robot.type("x")
    robot.key(KEY.Key_Backspace)
    assert robot.value(P2).pay is None


def test_that_an_occupation_is_added_with_its_scheme(robot: FormRobot) -> None:
    robot.go("families/data")
    table = watched(robot.widget("field.occupations", RecordTable))
    cell(robot, table, 0, "code")
    robot.type("15-1243")
    assert robot.value("families/data").occupations == (
        Occupation(scheme="soc-2018", code="15-1243", title="Database Architects"),
    )


def test_that_an_occupation_is_confirmed_by_its_tick(robot: FormRobot) -> None:
    robot.go("families/models")
    table = watched(robot.widget("field.occupations", RecordTable))
    table.setFocus()
    table.setCurrentIndex(table.records.index(0, 3))
    robot.key(KEY.Key_Space)
    assert robot.value("families/models").occupations[0].inferred is False


def test_that_the_scheme_is_chosen_by_words(robot: FormRobot) -> None:
    robot.go("families/models")
    table = robot.widget("field.occupations", RecordTable)
    cell(robot, table, 0, "scheme")
    combo = robot.focus()
    assert isinstance(combo, QComboBox)
    assert [combo.itemText(place) for place in range(combo.count())] == ["SOC 2018", "O*NET-SOC"]
    robot.key(KEY.Key_Down)
    QTest.keyClick(combo.view(), KEY.Key_Down)
    QTest.keyClick(combo.view(), KEY.Key_Return)
    robot.settle()
    assert robot.value("families/models").occupations[0].scheme == "onet-soc"


def test_that_the_history_is_read_only(robot: FormRobot) -> None:
    robot.go("")
    table = watched(robot.widget("field.history", RecordTable))
    assert table.records.index(0, 3).data() == "Clearer levels."
    cell(robot, table, 0, "summary")
    robot.type("x")
    assert robot.value("").history[0].summary == "Clearer levels."


@pytest.mark.parametrize(
    ("text", "number"),
    [("3", 3), (" 2.5 ", 2.5), ("", None), ("130,000", 130000), ("1 300 000", 1300000)],
)
def test_that_numbers_are_read_as_people_write_them(text: str, number: float | None) -> None:
    assert read_optional_number(text) == number


@pytest.mark.parametrize("text", ["x", "1e3", "--1", "1,00", "٣", "."])
def test_that_other_texts_are_no_numbers(text: str) -> None:
    with pytest.raises(ValueError, match="number"):
        read_optional_number(text)


@pytest.mark.parametrize("text", ["2026-1-5", "20260105", "2026-02-30", "soon", "2026-01-05T10:00"])
def test_that_other_texts_are_no_dates(text: str) -> None:
    with pytest.raises(ValueError, match="date"):
        read_optional_day(text)


def test_that_a_date_is_read() -> None:
    assert read_optional_day(" 2026-01-05 ") == date(2026, 1, 5)
    assert read_optional_day("  ") is None


def test_that_pay_of_the_level_is_shown_and_becomes_the_profiles_own(
    make_robot: Callable[[Ladder], FormRobot], ladder: Ladder
) -> None:
    pay = Pay(note="Reviewed in May", ranges=(PayRange(market="DE", min=1000, max=2000),))
    levels = tuple(evolve(one, pay=pay if one.id == "P2" else None) for one in ladder.levels)
    robot = make_robot(evolve(ladder, levels=levels))
    robot.go(P2)
    table = watched(robot.widget("field.pay.ranges", RecordTable))
    assert table.records.index(0, 0).data() == "DE"
    assert "from level P2" in robot.texts()
    note = robot.widget("field.pay.note", QPlainTextEdit)
    note.setFocus()
    robot.key(KEY.Key_End, CTRL)
    robot.type("!")
    assert robot.value(P2).pay == Pay(note="Reviewed in May!", ranges=pay.ranges)
    robot.session.undo()
    assert robot.value(P2).pay is None


def test_that_escape_leaves_only_the_current_cell_selected(
    robot: FormRobot, ranges: RecordTable
) -> None:
    ranges.setFocus()
    ranges.setCurrentIndex(ranges.records.index(0, 1))
    robot.key(KEY.Key_A, CTRL)
    assert len(ranges.selectedIndexes()) > 1
    robot.key(KEY.Key_Escape)
    assert ranges.selectedIndexes() == [ranges.records.index(0, 1)]


def test_that_the_invitation_of_the_empty_row_is_one_text_where_it_is_current(
    robot: FormRobot, ranges: RecordTable
) -> None:
    last, column = ranges.records.rowCount() - 1, ranges.records.hint_column
    place = ranges.visualRect(ranges.records.index(last, column)).adjusted(3, 3, -3, -3)

    def letters() -> set[tuple[int, int]]:
        picture = ranges.viewport().grab(place).toImage()
        ground = picture.pixelColor(0, 0).lightness()
        every = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
        return {at for at in every if abs(picture.pixelColor(*at).lightness() - ground) > 60}

    ranges.setCurrentIndex(ranges.records.index(0, column))
    before = letters()
    ranges.setCurrentIndex(ranges.records.index(last, column))
    assert before
    assert len(before & letters()) >= 0.8 * len(before | letters())
