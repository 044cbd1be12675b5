"""Taking a comparison away: clipboard, paper, web page."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication, QTextDocument, QTextTable
from PySide6.QtPrintSupport import QPrintPreviewDialog

from laddereditor.gui.compare.takeaway import printed
from tests.gui.compare.conftest import ALT, CTRL, KEY, CompareRobot
from tests.gui.compare.ladders import P2, P3
from tests.gui.fakes import FakeAsker


def test_that_the_clipboard_gets_a_table_for_word_and_for_excel(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.view.table.setFocus()
    robot.key(KEY.Key_C, CTRL | ALT)
    data = QGuiApplication.clipboard().mimeData()
    assert "<table" in data.html()
    lines = data.text().splitlines()
    assert any("Plans routes within one region\t" in line for line in lines)
    assert "Copied" in robot.notices[-1]


def test_that_differences_only_is_what_is_copied(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.view.bar.differences.setChecked(True)
    robot.view.copy()
    assert "Agrees delivery times with carriers" not in QGuiApplication.clipboard().text()


def test_that_ctrl_c_copies_the_text_of_the_cell(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.go("Plans routes beyond one region", 1)
    robot.key(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Plans routes beyond one region"


def test_that_a_page_is_saved_where_the_person_says(
    robot: CompareRobot, asker: FakeAsker, tmp_path: Path
) -> None:
    target = tmp_path / "steps.html"
    asker.answers["page_to_save"] = target
    robot.show(P2, P3)
    robot.view.save_html()
    assert "Plans routes" in target.read_text("utf-8")
    assert "steps.html" in robot.notices[-1]
    proposed = asker.asked[-1][1][0]
    assert proposed.suffix == ".html"


def test_that_a_page_that_cannot_be_written_is_told(
    robot: CompareRobot, asker: FakeAsker, tmp_path: Path
) -> None:
    asker.answers["page_to_save"] = tmp_path / "no such folder" / "steps.html"
    robot.show(P2, P3)
    robot.view.save_html()
    assert asker.asked[-1][0] == "tell"


def test_that_nothing_is_taken_away_while_nothing_is_compared(robot: CompareRobot) -> None:
    robot.view.copy()
    assert "nothing to take away" in robot.notices[-1]


def test_that_a_print_has_its_heads_on_every_page(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    comparison = robot.view.model.comparison
    assert comparison is not None
    document: QTextDocument = printed(comparison)
    tables = [f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable)]
    assert [table.format().headerRowCount() for table in tables] == [1]
    assert "Agrees delivery times with carriers" in document.toPlainText()


def test_that_printing_shows_a_preview(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.view.print_()
    robot.settle()
    dialog = robot.view.findChild(QPrintPreviewDialog, "comparePreview")
    assert dialog is not None
    assert dialog.isVisible()
    dialog.reject()
    robot.settle()
