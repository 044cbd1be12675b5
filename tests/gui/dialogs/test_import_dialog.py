"""The dialog that asks what imported pages are about and where they go."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QListWidget, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from laddereditor.gui.dialogs.import_dialog import ImportReviewDialog
from laddereditor.gui.dialogs.parts_dialog import PartsDialog
from laddereditor.gui.focus.row_focus import RowFocusDelegate
from laddereditor.gui.text.line import LineEditor
from laddereditor.presentation.dialogs.protocol import (
    ImportJudgement,
    ImportReview,
    PageChoice,
    PageReview,
)
from tests.edits.samples import sample


def _judge(choices: Sequence[PageChoice], alone: bool) -> ImportJudgement:
    here = ("Baker P2",) if choices[0].family == "Baker" else ()
    differing = () if alone else ("Level P2 › Name: “Skilled” in place of “Journey”",)
    return ImportJudgement(
        ("replaces P2 of Baker",), here, differing, is_complete=bool(choices[0].family)
    )


def _dialog(qtbot: QtBot, family: str) -> ImportReviewDialog:
    page = PageReview("b.txt", PageChoice(family, "P2"), ("Baker", "Nurse"), ("P2", "P3"))
    dialog = ImportReviewDialog(ImportReview("b.txt", (page,), "bakery.yaml", _judge))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _option(dialog: ImportReviewDialog, answer: str) -> QRadioButton:
    option = dialog.findChild(QRadioButton, f"import.{answer}")
    assert option is not None
    return option


def _go(dialog: ImportReviewDialog) -> QPushButton:
    (buttons,) = dialog.findChildren(QDialogButtonBox)
    return buttons.button(QDialogButtonBox.StandardButton.Ok)


def _write(dialog: ImportReviewDialog, name: str) -> None:
    family = dialog.findChildren(LineEditor)[0]
    family.setText(name)
    family.editingFinished.emit()


def test_that_a_page_without_a_family_cannot_be_taken_before_it_has_one(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "")
    go = _go(dialog)
    assert not go.isEnabled()
    _write(dialog, "Nurse")
    assert go.isEnabled()
    assert dialog.answer().choices == (PageChoice("Nurse", "P2"),)
    assert dialog.answer().answer == "into"


def test_that_the_choices_follow_what_is_there_and_a_choice_made_stays(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "Nurse")
    assert not _option(dialog, "join").isVisible()
    _write(dialog, "Baker")
    assert _option(dialog, "join").isVisible()
    assert dialog.answer().answer == "join"
    _option(dialog, "into").setChecked(True)
    assert dialog.answer().answer == "into"
    _write(dialog, "Nurse")
    assert not _option(dialog, "join").isVisible()


def test_that_what_is_ticked_is_answered(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "Baker")
    (view,) = dialog.findChildren(QListWidget)
    view.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialog.answer().taken == (0,)
    _option(dialog, "new").setChecked(True)
    assert not view.isVisible()
    assert dialog.answer().taken == ()


def test_that_enter_behind_a_name_that_changes_all_asks_again(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "Nurse")
    family = dialog.findChildren(LineEditor)[0]
    family.setText("Baker")
    _go(dialog).click()
    assert dialog.isVisible()
    _go(dialog).click()
    assert not dialog.isVisible()


def test_that_the_page_whose_family_is_missing_is_in_view_in_large_type(
    qtbot: QtBot, qapp: QApplication
) -> None:
    font = qapp.font()
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * 1.8)
    qapp.setFont(larger)
    try:
        pages = tuple(
            PageReview(f"{at}.txt", PageChoice("Baker" if at < 11 else "", f"P{at}"))
            for at in range(12)
        )
        judged = ImportJudgement(("adds a family",) * 12)
        dialog = ImportReviewDialog(ImportReview("pages", pages, "b.yaml", lambda *_: judged))
        qtbot.addWidget(dialog)
        dialog.show()
        focused = dialog.findChildren(LineEditor)[22]
        assert focused.text() == ""
        qtbot.waitUntil(lambda: focused.visibleRegion().boundingRect() == focused.rect())
    finally:
        qapp.setFont(font)


def test_that_boxes_to_tick_are_seen_in_dark_colours(qtbot: QtBot) -> None:
    dialog, parts = _dialog(qtbot, "Baker"), PartsDialog(sample())
    qtbot.addWidget(parts)
    (listed,) = dialog.findChildren(QListWidget)
    assert isinstance(listed.itemDelegate(), RowFocusDelegate)
    assert isinstance(parts.tree.itemDelegate(), RowFocusDelegate)
