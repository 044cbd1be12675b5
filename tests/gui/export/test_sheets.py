"""Sheets about profiles: seen in a dialog, then copied, saved or printed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QTextBrowser
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.export.paper import PrintPreview
from laddereditor.gui.export.preview_dialog import PreviewChoice
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from laddereditor.model.pay import Pay, PayRange
from laddereditor.presentation.export.offers import PreviewAnswer, PreviewRequest
from laddereditor.reports.worksheets.kinds import SHEET_KINDS
from tests.gui.fakes import FakeDialogs
from tests.gui.window.helpers import session_of, trigger

NAMES = [one.id for one in SHEET_KINDS]


def profile_in(window: MainWindow) -> Address:
    family = session_of(window).ladder.families[0]
    return Address(f"families/{family.id}/{family.profiles[0].level}")


def request_in(window: MainWindow, dialogs: FakeDialogs) -> PreviewRequest:
    dialogs.answers["preview"] = None
    trigger(window, "file.sheets")
    request = dialogs.asked[-1][1][0]
    assert isinstance(request, PreviewRequest)
    return request


@pytest.fixture
def choice(window: MainWindow, dialogs: FakeDialogs, qtbot: QtBot) -> Iterator[PreviewChoice]:
    session, place = session_of(window), profile_in(window)
    paid = Pay(status="published", ranges=(PayRange(market="Elbonia", currency="EUR", min=43210),))
    session.apply(set_field(session.ladder, place, "pay", paid))
    window.workspace.go_to(place)
    shown = PreviewChoice(request_in(window, dialogs))
    qtbot.addWidget(shown)
    shown.show()
    yield shown


def part(choice: PreviewChoice, kind: type, name: str) -> QComboBox | QCheckBox | QTextBrowser:
    found = choice.findChild(kind, f"preview.{name}")
    assert isinstance(found, QComboBox | QCheckBox | QTextBrowser)
    return found


def shown_text(choice: PreviewChoice) -> str:
    text = part(choice, QTextBrowser, "text")
    assert isinstance(text, QTextBrowser)
    return text.toPlainText()


def test_that_the_sheets_are_chosen_and_pay_is_left_out_at_first(
    choice: PreviewChoice, qtbot: QtBot
) -> None:
    box, pay = part(choice, QComboBox, "choice"), part(choice, QCheckBox, "pay")
    assert isinstance(box, QComboBox)
    assert [box.itemText(n).split(" – ")[0] for n in range(box.count())] == [
        one.title for one in SHEET_KINDS
    ]
    assert "Reports to" in shown_text(choice)
    assert "Elbonia" not in shown_text(choice)
    qtbot.keyClick(pay, Qt.Key.Key_Space)
    assert "Elbonia" in shown_text(choice)
    assert choice.answer("print") == PreviewAnswer("print", pay=True)
    box.setCurrentIndex(NAMES.index("goals"))
    assert "By when" in shown_text(choice)
    assert not pay.isEnabled()
    answer = choice.answer("save")
    assert answer == PreviewAnswer("save", "html", pay=False, chosen=NAMES.index("goals"))


def test_that_a_sheet_is_copied_as_a_table(window: MainWindow, dialogs: FakeDialogs) -> None:
    window.workspace.go_to(profile_in(window))
    dialogs.answers["preview"] = PreviewAnswer("copy", chosen=NAMES.index("review"))
    trigger(window, "file.sheets")
    data = QGuiApplication.clipboard().mimeData()
    assert "<table" in data.html()
    assert "☐" in data.text()


def test_that_a_sheet_is_saved_for_a_spreadsheet(
    window: MainWindow, dialogs: FakeDialogs, tmp_path: Path, qtbot: QtBot
) -> None:
    window.workspace.go_to(profile_in(window))
    file = tmp_path / "goals.csv"
    dialogs.answers |= {
        "preview": PreviewAnswer("save", "csv", chosen=NAMES.index("goals")),
        "export_to_save": file,
    }
    trigger(window, "file.sheets")
    qtbot.waitUntil(file.exists)
    assert "Measure" in file.read_text("utf-8-sig")


def test_that_a_sheet_is_printed_after_a_preview(window: MainWindow, dialogs: FakeDialogs) -> None:
    window.workspace.go_to(profile_in(window))
    dialogs.answers["preview"] = PreviewAnswer("print", chosen=NAMES.index("interview"))
    trigger(window, "file.sheets")
    shown = window.findChild(PrintPreview)
    assert shown
    assert shown.windowTitle().startswith("Print the sheet: Interview sheet – ")
    shown.reject()


def test_that_sheets_need_a_profile_or_a_level(window: MainWindow, dialogs: FakeDialogs) -> None:
    said: list[str] = []
    window.workspace.notice.connect(said.append)
    window.workspace.go_to(Address(""))
    dialogs.asked.clear()
    trigger(window, "file.sheets")
    assert said == [
        "Select profiles, levels or a family in the tree first: the sheets are about them."
    ]
    assert not dialogs.asked
