"""Export and Print: what is in front, for whom, dark on light."""

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QTextBrowser,
    QToolBar,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.edits.reading.conventions import PersonLocale
from laddereditor.gui.export.dialog import ExportChoice
from laddereditor.gui.export.paper import (
    PICTURES,
    PrintPreview,
    paper_document,
    paper_font,
    pdf_bytes,
)
from laddereditor.gui.export.quick_menu import AT_ONCE
from laddereditor.gui.look.icons import icon
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.gui.window.views import shown_views
from laddereditor.model.address import Address
from laddereditor.model.family import Profile
from laddereditor.model.pay import Pay, PayRange
from laddereditor.presentation.export.offers import ExportAnswer, ExportOffer
from laddereditor.presentation.export.subjects import (
    AnyExportAnswer,
    ExportRequest,
    LadderExportAnswer,
)
from laddereditor.reports.exporter import Audience, ExportScope
from laddereditor.reports.exporters import exporter_named
from laddereditor.reports.formats import formats_of
from tests.gui.fakes import FakeDialogs
from tests.gui.window.helpers import session_of, trigger

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FRONTS = {
    "form": ("view.form", "the page"),
    "matrix": ("view.matrix", "the matrix"),
    "compare": ("compare.track", "the comparison"),
    "changes": ("view.changes", "the changes"),
}


def go_to_profile(window: MainWindow) -> Address:
    family = session_of(window).ladder.families[0]
    address = Address(f"families/{family.id}/{family.profiles[0].level}")
    window.workspace.go_to(address)
    return address


def pay_somebody(window: MainWindow) -> None:
    session, address = session_of(window), go_to_profile(window)
    paid = Pay(ranges=(PayRange(market="Elbonia", currency="EUR", min=43210, max=54321),))
    session.apply(set_field(session.ladder, address, "pay", paid))


def bring_to_front(window: MainWindow, qtbot: QtBot, front: str) -> None:
    session, address = session_of(window), go_to_profile(window)
    profile = address.entity(session.ladder)
    assert isinstance(profile, Profile)
    summary = f"{profile.summary} Zebras."
    session.apply(set_field(session.ladder, address, "summary", summary))
    trigger(window, FRONTS[front][0])
    qtbot.waitUntil(lambda: bool(offers_in_front(window)))


def offers_in_front(window: MainWindow) -> Sequence[ExportOffer]:
    view: Any = shown_views(window.centre, window.views)[0]
    found: Sequence[ExportOffer] = view.offers()
    return found


def previews(window: MainWindow) -> list[PrintPreview]:
    return [one for one in window.findChildren(PrintPreview) if one.isVisible()]


@pytest.mark.parametrize("front", FRONTS)
def test_that_ctrl_p_prints_what_is_active_and_the_menu_says_what(
    window: MainWindow, qtbot: QtBot, front: str
) -> None:
    bring_to_front(window, qtbot, front)
    words = FRONTS[front][1]
    assert window.actions_by_id["file.print"].text().replace("&", "") == f"Print {words}…"
    qtbot.keyClick(window, KEY.Key_P, CTRL)
    [preview] = previews(window)
    assert preview.windowTitle().startswith(f"Print {words}: ")
    preview.reject()


def test_that_the_page_is_printed_while_the_keyboard_is_in_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    bring_to_front(window, qtbot, "compare")
    window.pages.show_dock("page")
    window.page.setFocus()
    qtbot.waitUntil(window.page.hasFocus)
    assert "the page" in window.actions_by_id["file.print"].text()
    assert offers_in_front(window)[0].kind == "the page"


def test_that_nothing_to_print_is_reported(window: MainWindow) -> None:
    reported: list[str] = []
    window.workspace.notice.connect(reported.append)
    window.pages.show_page("compare")
    trigger(window, "file.print")
    assert previews(window) == []
    assert "nothing to print" in reported[-1]


@pytest.mark.parametrize("front", FRONTS)
def test_that_what_is_printed_in_dark_colours_is_dark_on_light(
    window: MainWindow, qtbot: QtBot, front: str
) -> None:
    trigger(window, "view.dark")
    bring_to_front(window, qtbot, front)
    for offer in offers_in_front(window):
        inks, grounds = colours_of(paper_document(offer, pay=True))
        assert inks
        assert all(ink.lightness() < 140 for ink in inks)
        assert all(ground.lightness() > 180 for ground in grounds)
    trigger(window, "view.light")


def colours_of(document: QTextDocument) -> tuple[list[QColor], list[QColor]]:
    """Return the colours of all texts, and of what lies behind them."""
    inks, grounds = [], []
    block = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            form = pieces.fragment().charFormat()
            brush = form.foreground()
            assert brush.style() != Qt.BrushStyle.NoBrush, pieces.fragment().text()
            inks.append(brush.color())
            pieces += 1
        block = block.next()
    grounds = [QColor(one) for one in re.findall(r'bgcolor="(#\w{6})"', document.toHtml())]
    return inks, grounds


def test_that_what_is_printed_leaves_pay_out_unless_it_is_asked_for(
    window: MainWindow, qtbot: QtBot
) -> None:
    pay_somebody(window)
    trigger(window, "file.print")
    [preview] = previews(window)
    assert "43,210" not in preview._document.toPlainText()
    with_pay = preview.findChild(QCheckBox, "print.pay")
    assert with_pay.isVisible()
    qtbot.mouseClick(with_pay, Qt.MouseButton.LeftButton)
    assert "43,210" in preview._document.toPlainText()
    preview.reject()


def test_that_a_preview_of_what_has_no_pay_does_not_ask(window: MainWindow, qtbot: QtBot) -> None:
    go_to_profile(window)
    trigger(window, "file.print")
    [preview] = previews(window)
    assert preview.findChild(QCheckBox, "print.pay") is None
    preview.reject()


def test_that_a_table_for_spreadsheets_has_semicolons_where_numbers_have_a_decimal_comma(
    window: MainWindow, qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    window.workspace.locale = PersonLocale(".", "day", ",")
    bring_to_front(window, qtbot, "matrix")
    target = tmp_path / "matrix.csv"
    dialogs.answers |= {"export": wanted("csv", pay=False), "export_to_save": target}
    trigger(window, "file.export")
    qtbot.waitUntil(partial(is_written, target))
    assert target.read_text("utf-8-sig").splitlines()[0].startswith(";P1 ")


def test_that_a_pdf_is_laid_out_in_a_thread_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    bring_to_front(window, qtbot, "matrix")
    offer, written = offers_in_front(window)[0], list[bytes]()
    font = paper_font(offer)
    thread = Thread(target=lambda: written.append(pdf_bytes(offer, pay=False, font=font)))
    thread.start()
    thread.join()
    assert written[0].startswith(b"%PDF")


def test_that_the_zoom_of_the_preview_shows_all_of_its_text(
    window: MainWindow, qtbot: QtBot
) -> None:
    bring_to_front(window, qtbot, "compare")
    trigger(window, "file.print")
    [preview] = previews(window)
    [zoom] = preview.findChildren(QComboBox)
    edit = zoom.lineEdit()
    assert edit is not None
    room = edit.contentsRect()
    assert room.width() >= edit.fontMetrics().horizontalAdvance("1000.0%")
    assert room.height() >= edit.fontMetrics().height()
    preview.reject()


def test_that_the_preview_wears_the_pictures_of_the_program(
    window: MainWindow, qtbot: QtBot
) -> None:
    bring_to_front(window, qtbot, "compare")
    trigger(window, "file.print")
    [preview] = previews(window)
    ours = {icon(name).cacheKey() for name in PICTURES.values()}
    named = [one for one in preview.findChildren(QAction) if one.text() and not one.isSeparator()]
    assert len(named) == len(PICTURES)
    assert {one.icon().cacheKey() for one in named} == ours
    preview.reject()


def test_that_a_page_is_exported_by_keys_without_pay(
    window: MainWindow, qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    pay_somebody(window)
    for pay in (False, True):
        target = tmp_path / f"page-{pay}.html"
        dialogs.answers |= {"export": wanted("page", pay=pay), "export_to_save": target}
        qtbot.keyClick(window, KEY.Key_X, CTRL | SHIFT)
        qtbot.waitUntil(target.exists)
        assert ("43,210" in target.read_text("utf-8")) is pay
    proposal, kind = dialogs.asked[-1][1]
    assert proposal.suffix == ".html"
    assert kind == "One web page"


def wanted(name: str, *, pay: bool) -> Any:
    def answer(request: ExportRequest) -> AnyExportAnswer:
        if not request.front:
            audience: Audience = "hr" if pay else "everybody"
            scope = ExportScope(audience, at=(request.address,))
            return LadderExportAnswer(exporter_named(name), scope, "x")
        first = request.front[0]
        return ExportAnswer(first, {f.name: f for f in formats_of(first.shows)}[name], pay)

    return answer


def is_written(target: Path) -> bool:
    return target.exists() and target.stat().st_size > 0


@pytest.mark.parametrize("front", FRONTS)
def test_that_everything_in_front_is_exported_in_each_of_its_formats(
    window: MainWindow, qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path, front: str
) -> None:
    pay_somebody(window)
    bring_to_front(window, qtbot, front)
    for offer in offers_in_front(window):
        for one in formats_of(offer.shows):
            if not one.suffix:
                continue
            target = tmp_path / f"{offer.shows.__name__}-{one.name}{one.suffix}"
            dialogs.answers |= {
                "export": ExportAnswer(offer, one, pay=False),
                "export_to_save": target,
            }
            trigger(window, "file.export")
            qtbot.waitUntil(partial(is_written, target))
            data = target.read_bytes()
            assert data.startswith(b"%PDF") is (one.name == "pdf")
            assert b"43,210" not in data
            assert b"Elbonia" not in data


def test_that_the_dialog_says_what_is_exported_and_for_whom(
    window: MainWindow, qtbot: QtBot
) -> None:
    pay_somebody(window)
    bring_to_front(window, qtbot, "compare")
    choice = ExportChoice(request_in(window))
    qtbot.addWidget(choice)
    what, file, readers = (
        choice.findChild(QComboBox, f"export.{name}") for name in ("what", "format", "audience")
    )
    assert what.itemText(0).startswith("The comparison: ")
    assert any(what.itemText(n).startswith("The page: ") for n in range(what.count()))
    reported = choice.findChild(QLabel, "export.summary")
    assert reported.text().endswith("for everybody: what people are paid is left out.")
    readers.setCurrentIndex(1)
    file.setCurrentText("PDF")
    assert reported.text() == "PDF, for those who may see pay: it says what people are paid."
    answer = choice.answer()
    assert isinstance(answer, ExportAnswer)
    assert answer.pay and answer.format.name == "pdf"


def test_that_a_report_is_chosen_as_it_is_and_a_page_as_one_of_many_things(
    window: MainWindow, qtbot: QtBot
) -> None:
    pay_somebody(window)
    bring_to_front(window, qtbot, "compare")
    choice = ExportChoice(request_in(window))
    qtbot.addWidget(choice)
    choice.show()
    what, groups = (choice.findChild(QComboBox, f"export.{name}") for name in ("what", "as"))
    preview = choice.findChild(QTextBrowser, "export.preview")
    assert not groups.isVisible() and "Software Engineer P1" in preview.toPlainText()
    assert "43,210" not in preview.toPlainText()
    what.setCurrentIndex(next(n for n in range(what.count()) if "The page" in what.itemText(n)))
    assert groups.isVisible()
    answer = choice.answer()
    assert isinstance(answer, LadderExportAnswer) and answer.exporter.name == "docx"


def request_in(window: MainWindow) -> ExportRequest:
    return window.exporting._request(window.tree.selected_addresses())


def test_that_the_toolbar_has_export_with_its_word_beside_publish(window: MainWindow) -> None:
    [bar] = window.findChildren(QToolBar, "toolbar")
    words = [action.iconText() for action in bar.actions()]
    assert words[words.index("Publish") + 1] == "Export"


def test_that_a_pdf_begins_as_one_and_has_the_title(window: MainWindow, qtbot: QtBot) -> None:
    bring_to_front(window, qtbot, "form")
    assert pdf_bytes(offers_in_front(window)[0], pay=True).startswith(b"%PDF")


def test_that_the_dialog_opens_at_what_is_active(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from laddereditor.gui.window.window_dialogs import WindowDialogs

    bring_to_front(window, qtbot, "matrix")
    seen: list[str] = []

    def answered(dialog: QDialog) -> int:
        seen.append(dialog.findChild(QComboBox, "export.what").currentText())
        dialog.accept()
        return 1

    monkeypatch.setattr(QDialog, "exec", answered)
    answer = WindowDialogs(window).export(request_in(window))
    assert seen[0].startswith("The matrix: ")
    assert isinstance(answer, ExportAnswer)
    assert answer.offer.kind == "the matrix"


def test_that_each_profile_of_a_family_begins_on_a_sheet_of_its_own(window: MainWindow) -> None:
    family = session_of(window).ladder.families[0]
    window.workspace.go_to(Address(f"families/{family.id}"))
    written = pdf_bytes(offers_in_front(window)[0], pay=False)
    assert written.count(b"/Type /Page\n") == 1 + len(family.profiles)


def test_that_all_selected_profiles_are_printed_and_the_one_shown_is_offered_too(
    window: MainWindow, qtbot: QtBot
) -> None:
    go_to_profile(window)
    window.tree.focus_tree()
    tree = QApplication.focusWidget()
    assert tree is not None
    qtbot.keyClick(tree, KEY.Key_Down, SHIFT)
    several, one = offers_in_front(window)
    assert several.title == "Software Engineer P1, Software Engineer P2"
    assert len(several.report(True).pages) == 2
    assert one.title.startswith("Software Engineer P")
    assert len(one.report(True).pages) == 1


QUICK = {
    "form": ("file.shown_word", ".docx"),
    "matrix": ("file.shown_pdf", ".pdf"),
    "compare": ("file.shown_word", ".docx"),
    "changes": ("file.shown_pdf", ".pdf"),
}


@pytest.mark.parametrize("front", QUICK)
def test_that_what_is_shown_is_written_beside_the_ladder_at_once_without_pay(
    window: MainWindow, qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path, front: str
) -> None:
    pay_somebody(window)
    bring_to_front(window, qtbot, front)
    session_of(window).save(tmp_path / "ladder.yaml")
    if front == "changes":
        trigger(window, "view.changes")
    command, suffix = QUICK[front]
    said: list[str] = []
    window.workspace.notice.connect(said.append)
    dialogs.asked.clear()
    trigger(window, command)
    qtbot.waitUntil(lambda: any(f"{suffix} in" in one for one in said), timeout=20_000)
    [written] = tmp_path.glob(f"*{suffix}")
    assert str(tmp_path) in said[-1] and written.name in said[-1]
    assert dialogs.asked == []
    assert b"43,210" not in written.read_bytes()


def test_that_nothing_is_replaced_at_once(
    window: MainWindow, qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    go_to_profile(window)
    session = session_of(window)
    session.save(tmp_path / "ladder.yaml")
    mine = tmp_path / f"{session.ladder.name}.docx"
    mine.write_bytes(b"mine")
    dialogs.answers["export_to_save"] = None
    trigger(window, "file.ladder_word")
    assert dialogs.asked[-1] == ("export_to_save", (mine, "Word document"))
    assert mine.read_bytes() == b"mine"


def test_that_a_ladder_without_a_file_is_asked_for_one(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    session_of(window).path = None
    dialogs.answers["export_to_save"] = None
    trigger(window, "file.ladder_pdf")
    assert dialogs.asked[-1][0] == "export_to_save"


def test_that_the_export_button_opens_a_menu_whose_entries_export_at_once(
    window: MainWindow, qtbot: QtBot, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    session_of(window).save(tmp_path / "ladder.yaml")
    [bar] = window.findChildren(QToolBar, "toolbar")
    button = bar.widgetForAction(window.actions_by_id["file.export"])
    assert isinstance(button, QToolButton)
    assert button.popupMode() == QToolButton.ToolButtonPopupMode.InstantPopup
    entries = {one.objectName(): one for one in button.menu().actions()}
    assert {f"action.{one}" for one in AT_ONCE} <= set(entries)
    dialogs.asked.clear()
    entries["action.file.ladder_word"].trigger()
    qtbot.waitUntil(lambda: any(tmp_path.glob("*.docx")), timeout=20_000)
    assert dialogs.asked == []


def test_that_the_entries_say_what_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    bring_to_front(window, qtbot, "compare")
    words = window.actions_by_id["file.shown_word"].text().replace("&", "")
    assert words == "Save the comparison as Word"
