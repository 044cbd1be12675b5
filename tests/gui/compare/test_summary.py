"""The summary above a comparison: its sentence, its quotes, copied and printed."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QToolButton

from laddereditor.gui.compare.summary import SummaryPanel
from tests.gui.compare.conftest import CTRL, KEY, SHIFT, CompareRobot
from tests.gui.compare.ladders import P2, P3


@pytest.fixture
def panel(robot: CompareRobot) -> SummaryPanel:
    robot.show(P2, P3)
    robot.view.table.setFocus()
    robot.view.summary.refresh()
    return robot.view.summary


def test_that_the_sentence_is_above_the_table_and_the_quotes_wait(panel: SummaryPanel) -> None:
    assert panel.isVisible()
    assert panel.sentence.text().startswith("P3 asks for ")
    assert not panel.text.isVisible()


def test_that_ctrl_e_shows_the_quotes_and_hides_them(
    panel: SummaryPanel, robot: CompareRobot
) -> None:
    robot.key(KEY.Key_E, CTRL)
    assert robot.focus() is panel.text
    assert "P3 asks for this, and P2 does not" in panel.text.toPlainText()
    assert "Plans routes beyond one region" in panel.text.toPlainText()
    robot.key(KEY.Key_E, CTRL)
    assert not panel.text.isVisible()


def test_that_the_summary_follows_what_is_typed(panel: SummaryPanel, robot: CompareRobot) -> None:
    panel.open.click()
    robot.go("Plans routes beyond one region", 1)
    robot.key(KEY.Key_F2)
    robot.type("Plans routes for the whole country")
    robot.key(KEY.Key_Return)
    robot.bot.waitUntil(lambda: "whole country" in panel.text.toPlainText())


def test_that_the_summary_is_about_the_current_column(robot: CompareRobot) -> None:
    robot.show("levels/P2", P2, P3)
    robot.view.table.choose(robot.view.model.index(0, 2))
    robot.view.summary.refresh()
    assert robot.view.summary.sentence.text().startswith("P3 ")
    robot.view.table.choose(robot.view.model.index(0, 1))
    robot.bot.waitUntil(lambda: robot.view.summary.sentence.text().startswith("P2 of "))


def test_that_a_single_column_has_no_summary(panel: SummaryPanel, robot: CompareRobot) -> None:
    robot.show(P2)
    panel.refresh()
    assert not panel.isVisible()
    robot.view.copy_summary()
    assert "nothing to sum up" in robot.notices[-1]
    robot.view.toggle_summary()
    assert not panel.open.isChecked()
    robot.view.export.print_talk()
    assert not robot.window.findChildren(QPrintPreviewDialog)


def test_that_the_summary_is_copied_as_text_and_for_word(
    panel: SummaryPanel, robot: CompareRobot
) -> None:
    robot.key(KEY.Key_F, CTRL | SHIFT)
    data = QGuiApplication.clipboard().mimeData()
    for copied in (data.text(), data.html()):
        assert "Chooses carriers for the coming year" in copied
    assert "copied" in robot.notices[-1]


def test_that_the_sheet_for_a_talk_is_shown_before_it_is_printed(
    panel: SummaryPanel, robot: CompareRobot
) -> None:
    button = panel.findChild(QToolButton, "compareSummary.compare.talk")
    assert button
    button.click()
    (preview,) = robot.window.findChildren(QPrintPreviewDialog)
    text = preview._document.toPlainText()  # type: ignore[attr-defined]
    preview.close()
    assert "What P3 asks" in text and "Evidence" in text and "Agreed step" in text
    assert "Plans routes beyond one region" in text


def test_that_export_offers_the_summary_and_the_sheet_for_a_talk(
    panel: SummaryPanel, robot: CompareRobot
) -> None:
    assert [offer.kind for offer in robot.view.offers()] == [
        "the comparison",
        "the summary",
        "the sheet for a talk",
    ]
