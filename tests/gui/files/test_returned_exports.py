"""Exports that come back to the window: their edits are changes to review."""

from io import BytesIO
from pathlib import Path

import openpyxl
import openpyxl.comments
import pytest
from pytestqt.qtbot import QtBot

from laddereditor.gui.window.main_window import MainWindow
from tests.gui.fakes import FakeDialogs
from tests.gui.window.helpers import session_of, trigger
from tests.reports.exporting.returned import exported


def edited_workbook(window: MainWindow, target: Path, text: str | None) -> None:
    """Export the open ladder, and edit the summary of a level in the workbook."""
    book = openpyxl.load_workbook(BytesIO(exported(session_of(window).ladder, "xlsx")))
    sheet = book["Levels"]
    (row,) = (row for row in sheet.iter_rows(min_row=4) if row[0].value == "summary")
    if text is not None:
        row[3].value = text
        row[3].comment = openpyxl.comments.Comment("Is this right?", "Dana")
    book.save(target)


def test_that_edits_of_a_workbook_are_changes_to_review(
    window: MainWindow, qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    target = tmp_path / "back.xlsx"
    edited_workbook(window, target, "A summary from a manager")
    before = session_of(window).ladder
    dialogs.answers |= {"pages_to_import": [target], "confirm": False}
    trigger(window, "file.import_page")
    changes = window.pages.changes()
    qtbot.waitUntil(changes.isVisible, timeout=20_000)
    (message,) = (what for name, what in dialogs.asked if name == "show_message")
    assert "“Is this right?” (Dana)" in message[1]
    assert session_of(window).ladder is before


def test_that_a_workbook_that_nobody_edited_says_so(
    window: MainWindow, qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    target = tmp_path / "back.xlsx"
    edited_workbook(window, target, None)
    dialogs.answers |= {"pages_to_import": [target]}
    with qtbot.waitSignal(window.workspace.notice, timeout=20_000) as notice:
        trigger(window, "file.import_page")
    assert notice.args is not None and "was edited in back.xlsx" in notice.args[0]


@pytest.mark.parametrize("shown", [True, False])
def test_that_a_deleted_column_is_a_change_to_review_if_wanted(
    window: MainWindow, qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path, shown: bool
) -> None:
    target = tmp_path / "back.xlsx"
    before = session_of(window).ladder
    book = openpyxl.load_workbook(BytesIO(exported(before, "xlsx")))
    family = next(one for one in book.worksheets if str(one["D2"].value).startswith("families/"))
    family.delete_cols(4)
    book.save(target)
    dialogs.answers |= {"pages_to_import": [target], "confirm": shown}
    if shown:
        trigger(window, "file.import_page")
        qtbot.waitUntil(window.pages.changes().isVisible, timeout=20_000)
    else:
        with qtbot.waitSignal(window.workspace.notice, timeout=20_000):
            trigger(window, "file.import_page")
    (question,) = (what for name, what in dialogs.asked if name == "confirm")
    assert "Deleted in back.xlsx" in question[1] and "• the column of " in question[1]
    assert session_of(window).ladder is before
