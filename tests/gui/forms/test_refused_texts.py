"""A text that cannot be taken: in sight, marked, a problem, and never half in the ladder."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from laddereditor.edits.deleting import delete
from laddereditor.edits.reading.conventions import PersonLocale
from laddereditor.edits.references import rename
from laddereditor.gui.forms.tables.view import RecordTable
from laddereditor.model.address import Address
from laddereditor.model.level import Experience
from tests.gui.forms.conftest import CTRL, KEY, P2, P3, FormRobot
from tests.gui.forms.test_tables import cell


def replace_text(robot: FormRobot, text: str) -> None:
    robot.key(KEY.Key_A, CTRL)
    write(robot, text)


def write(robot: FormRobot, text: str) -> None:
    """Type a text, signs that are on no ASCII keyboard too."""
    for sign in text:
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign)
        QApplication.sendEvent(robot.focus(), press)


def kept(robot: FormRobot) -> list[tuple[str, str, str]]:
    return [
        (one.address, one.field, one.text)
        for one in robot.workspace.refused_texts.of(robot.session)
    ]


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("en", "2,5", 2.5),
        ("de", "2,5", 2.5),
        ("en", "2,5x", None),
        ("en", "60.000", None),
        ("de", "60,000", None),
        ("en", "2..", None),
    ],
)
def test_that_a_number_is_in_the_ladder_whole_or_not_at_all_at_every_key(
    robot: FormRobot, language: str, text: str, read: float | None
) -> None:
    robot.go("").widget("field.language").setFocus()
    replace_text(robot, language)
    robot.go("levels/P3", "experience/min")
    robot.key(KEY.Key_A, CTRL)
    for end in range(1, len(text) + 1):
        write(robot, text[end - 1])
        min_now = robot.value("levels/P3").experience.min
        refused = bool(kept(robot))
        assert min_now == 4 if refused else min_now == float(text[:end].replace(",", "."))
    assert robot.value("levels/P3").experience.min == (4 if read is None else read)
    assert bool(kept(robot)) == (read is None)


def test_that_a_refused_text_leaves_no_trace_in_the_history(robot: FormRobot) -> None:
    robot.go("levels/P3", "experience/min")
    replace_text(robot, "2..")
    assert not robot.session.is_modified
    assert not robot.session.undo_label


def test_that_a_range_typed_into_one_end_sets_both(robot: FormRobot) -> None:
    robot.go("levels/P3", "experience/min")
    replace_text(robot, "2–5 yrs")
    assert robot.value("levels/P3").experience == Experience(min=2, max=5)
    robot.widget("field.name").setFocus()
    assert robot.widget("field.experience.min", QLineEdit).text() == "2"
    assert robot.widget("field.experience.max", QLineEdit).text() == "5"
    robot.session.undo()
    assert robot.value("levels/P3").experience == Experience(min=4, max=6)


@pytest.mark.parametrize(
    ("address", "field", "text"),
    [
        ("levels/P3", "id", "P3A"),
        ("levels/P3", "id", "P2"),
        ("skills/sql", "id", "Py thon"),
        ("", "effective", "2026-13-45"),
        ("levels/P3", "experience/max", "many"),
    ],
)
def test_that_a_refused_text_stays_with_its_record(
    robot: FormRobot, address: str, field: str, text: str
) -> None:
    robot.go(address, field)
    replace_text(robot, text)
    before = robot.session.ladder
    robot.go("families/models")
    assert kept(robot) == [(address, field, text)]
    robot.go("levels/P2" if address else P2)
    robot.go(address)
    editor = robot.widget(f"field.{field.replace('/', '.')}", QLineEdit)
    assert editor.text() == text
    assert editor.property("refused")
    assert robot.session.ladder is before
    editor.setFocus()
    robot.key(KEY.Key_Escape)
    assert kept(robot) == []
    assert editor.text() != text
    assert not editor.property("refused")


def test_that_a_refused_text_follows_its_record_and_goes_with_it(robot: FormRobot) -> None:
    robot.go("levels/P3", "experience/min")
    replace_text(robot, "some")
    robot.workspace.attempt(rename, Address("levels/P3"), "P9")
    assert kept(robot) == [("levels/P9", "experience/min", "some")]
    robot.workspace.attempt(delete, [Address("levels/P9")])
    assert kept(robot) == []


def test_that_a_corrected_text_is_kept_no_longer(robot: FormRobot) -> None:
    robot.go("", "effective")
    replace_text(robot, "2026-13-45")
    assert kept(robot)
    replace_text(robot, "1.12.2027")
    assert kept(robot) == []
    assert robot.value("").effective == date(2027, 12, 1)


def test_that_an_id_typed_again_after_a_refusal_is_taken(robot: FormRobot) -> None:
    robot.go("levels/P3", "id")
    replace_text(robot, "P3A")
    robot.key(KEY.Key_Return)
    assert kept(robot)
    replace_text(robot, "P9")
    robot.workspace.attempt(rename, Address("skills/sql"), "snake")  # shows the form anew
    robot.key(KEY.Key_Return)
    assert robot.value("levels/P9")
    assert kept(robot) == []


# -- tables -----------------------------------------------------------------------------------


@pytest.fixture
def ranges(robot: FormRobot) -> RecordTable:
    return robot.go(P3).widget("field.pay.ranges", RecordTable)


def test_that_a_refused_amount_stays_in_its_cell(robot: FormRobot, ranges: RecordTable) -> None:
    cell(robot, ranges, 1, "min")
    replace_text(robot, "60.00x")
    robot.key(KEY.Key_Return)
    assert robot.value(P3).pay.ranges[1].min == 70_000
    robot.settle()
    robot.go(P2).go(P3)
    names: list[str] = [spec.name for spec in ranges.records.specs]
    assert ranges.records.index(1, names.index("min")).data() == "60.00x"
    assert kept(robot) == [(P3, "pay/ranges/1/min", "60.00x")]
    ranges.setFocus()
    ranges.setCurrentIndex(ranges.records.index(0, 0))
    robot.key(KEY.Key_Delete, CTRL)
    assert kept(robot) == [(P3, "pay/ranges/0/min", "60.00x")]
    cell(robot, ranges, 0, "min")
    robot.key(KEY.Key_Escape)
    assert kept(robot) == []
    assert ranges.records.index(0, names.index("min")).data() == "70,000"


def test_that_a_refused_amount_in_the_last_row_adds_no_range(
    robot: FormRobot, ranges: RecordTable
) -> None:
    cell(robot, ranges, 2, "min")
    robot.type("60.000x")
    assert len(robot.value(P3).pay.ranges) == 2
    assert kept(robot) == [(P3, "pay/ranges/2/min", "60.000x")]


def test_that_a_currency_typed_with_an_amount_is_taken_with_it(
    robot: FormRobot, ranges: RecordTable
) -> None:
    cell(robot, ranges, 2, "min")
    write(robot, "€60 000")
    assert robot.value(P3).pay.ranges[2].min == 60000
    assert robot.value(P3).pay.ranges[2].currency == "EUR"


@pytest.mark.parametrize(
    ("language", "block", "amounts"),
    [
        ("de", "45.000\t50.000\t55.000", (45000, 50000, 55000)),
        ("en", "45.000\t50.000\t55.000", None),
        ("en", "45,000\t50,000\t55,000\r\n", (45000, 50000, 55000)),
        ("en", "45k\t50k\t55k", (45000, 50000, 55000)),
        ("en", "45 000\t50\u00a0000\t55\u202f000", (45000, 50000, 55000)),
        ("en", "45000\tabout 50\t55000", None),
        ("en", "45000\t50000\t55000\tSurvey\t2026-01-01\ttoo much", None),
        ("en", '45000\t50000\t55000\t"Survey\r\n2025"\r\n', (45000, 50000, 55000)),
    ],
)
def test_that_a_block_of_amounts_is_read_or_refused_as_a_whole(
    robot: FormRobot,
    language: str,
    block: str,
    amounts: tuple[int, int, int] | None,
) -> None:
    robot.go("").widget("field.language").setFocus()
    replace_text(robot, language)
    ranges = robot.go(P3).widget("field.pay.ranges", RecordTable)
    before = robot.value(P3).pay.ranges
    QGuiApplication.clipboard().setText(block)
    ranges.setFocus()
    ranges.setCurrentIndex(ranges.records.index(0, 2))
    robot.key(KEY.Key_V, CTRL)
    now = robot.value(P3).pay.ranges
    if amounts is None:
        assert now == before
        assert "Nothing was pasted" in robot.texts()
    else:
        assert (now[0].min, now[0].mid, now[0].max) == amounts
    if "Survey" in block and amounts:
        assert now[0].source == "Survey 2025"


@pytest.mark.parametrize(
    ("block", "amounts"),
    [
        ("45.000\t50.000\t55.000", (45000, 50000, 55000)),
        ("45,000\t50,000\t55,000", None),
    ],
)
def test_that_a_block_is_read_as_the_system_of_the_person_writes(
    robot: FormRobot, block: str, amounts: tuple[int, int, int] | None
) -> None:
    robot.workspace.locale = PersonLocale(".", "day")
    robot.go("").widget("field.language").setFocus()
    replace_text(robot, "de-CH")  # where both marks are usual
    ranges = robot.go(P3).widget("field.pay.ranges", RecordTable)
    before = robot.value(P3).pay.ranges
    QGuiApplication.clipboard().setText(block)
    ranges.setFocus()
    ranges.setCurrentIndex(ranges.records.index(0, 2))
    robot.key(KEY.Key_V, CTRL)
    now = robot.value(P3).pay.ranges
    if amounts is None:
        assert now == before
    else:
        assert (now[0].min, now[0].mid, now[0].max) == amounts


def test_that_a_skill_under_way_is_reported_and_stays_with_its_record(robot: FormRobot) -> None:
    robot.go(P3)
    robot.widget("field.skills.add").setFocus()
    robot.type("Half a sk")
    robot.form.flush()
    assert kept(robot) == [(P3, "skills/add", "Half a sk")]
    robot.go(P2)
    assert kept(robot) == [(P3, "skills/add", "Half a sk")]
    robot.go(P3, "skills/add")
    assert robot.focus().objectName() == "field.skills.add"
    assert robot.widget("field.skills.add", QLineEdit).text() == "Half a sk"
    robot.key(KEY.Key_Escape)
    robot.key(KEY.Key_Escape)
    assert kept(robot) == []
