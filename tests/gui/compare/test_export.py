"""Taking a comparison away: clipboard, paper, web page."""

import os
import stat
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication, QTextDocument, QTextTable
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget

from laddereditor.compare.sheet.subject import subject_at
from laddereditor.compare.sheet.table import Comparison
from laddereditor.edits.fields import set_at
from laddereditor.gui.export.paper import paper_document, show_preview
from laddereditor.gui.export.saving import save_answer
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.pay import Pay, PayRange
from laddereditor.presentation.export.offers import ExportAnswer
from laddereditor.reports.formats import format_of
from laddereditor.session.session import Session
from laddereditor.storage.files.atomic import make_like
from laddereditor.storage.files.document import read_text
from tests.gui.compare.conftest import CTRL, KEY, CompareRobot
from tests.gui.compare.ladders import OPERATIONS, P2, P3
from tests.gui.fakes import FakeDialogs


def test_that_the_clipboard_gets_a_table_for_word_and_for_excel(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.view.table.setFocus()
    robot.key(KEY.Key_T, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert "<table" in data.html()
    lines = data.text().splitlines()
    assert any("Plans routes within one region\t" in line for line in lines)
    assert "Copied" in robot.notices[-1]


def test_that_differences_only_is_what_is_copied(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.view.bar.differences.setChecked(True)
    robot.view.export.copy()
    assert "Agrees delivery times with carriers" not in QGuiApplication.clipboard().text()


def with_pay(robot: CompareRobot) -> None:
    robot.workspace.attempt(set_at, Address(P2), FieldPath("pay"), PAY)
    robot.show(P2, P3)


PAY = Pay(ranges=(PayRange(market="Zone A", currency="EUR", min=41500, max=52500),))


@pytest.mark.parametrize("reader", ["everybody", "pay", None])
def test_that_pay_is_copied_only_for_those_who_may_see_it(
    robot: CompareRobot, dialogs: FakeDialogs, reader: str | None
) -> None:
    with_pay(robot)
    QGuiApplication.clipboard().setText("before")
    dialogs.answers["choose"] = reader
    robot.view.table.setFocus()
    robot.key(KEY.Key_T, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    copied = data.text() + data.html()
    assert ("Zone A" in copied) == (reader == "pay")
    assert ("Plans routes within one region" in copied) == (reader is not None)
    if reader is None:
        assert copied == "before"
    else:
        assert ("without pay" in robot.notices[-1]) == (reader == "everybody")


def test_that_nothing_is_asked_where_there_is_no_pay(
    robot: CompareRobot, dialogs: FakeDialogs
) -> None:
    robot.show(P2, P3)
    robot.view.export.copy()
    assert not dialogs.asked


def test_that_ctrl_c_copies_the_text_of_the_cell(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.go("Plans routes beyond one region", 1)
    robot.key(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Plans routes beyond one region"


def test_that_a_page_is_saved_where_the_person_says(
    robot: CompareRobot, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    target = tmp_path / "steps.html"
    dialogs.answers["export_to_save"] = target
    robot.show(P2, P3)
    _save_page(robot, dialogs)
    assert "Plans routes" in target.read_text("utf-8")
    assert "steps.html" in robot.notices[-1]
    proposed = dialogs.asked[-1][1][0]
    assert proposed.suffix == ".html"


def test_that_a_page_that_cannot_be_written_is_reported(
    robot: CompareRobot, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    dialogs.answers["export_to_save"] = tmp_path / "no such folder" / "steps.html"
    robot.show(P2, P3)
    _save_page(robot, dialogs)
    assert dialogs.asked[-1][0] == "show_message"


@pytest.mark.skipif(os.name == "nt", reason="no modes of this kind")
@pytest.mark.parametrize("way", ["page", "print"])
@pytest.mark.parametrize("private_one", ["first", "second", "besides"])
def test_that_what_is_taken_away_has_the_rights_of_the_ladders_in_it_and_of_no_others(
    way: str, private_one: str, robot: CompareRobot, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    first, second, besides = robot.session, robot.open_other(), Session(read_text(OPERATIONS))
    robot.workspace.open(besides)
    for name, session in {"first": first, "second": second, "besides": besides}.items():
        session.save(tmp_path / f"{name}.yaml")
        (tmp_path / f"{name}.yaml").chmod(0o600 if name == private_one else 0o644)
    robot.view.levels.show_columns([robot.subject(P2), robot.subject(P2, second)])
    robot.settle()
    target = tmp_path / "result"
    if way == "page":
        dialogs.answers["export_to_save"] = target
        _save_page(robot, dialogs)
    else:
        _print_into(target, robot, dialogs)
        assert target.read_bytes().startswith(b"%PDF")
    public = private_one == "besides"
    assert stat.S_IMODE(target.stat().st_mode) & 0o077 == (0o044 if public else 0) & ~_mask()


def _save_page(robot: CompareRobot, dialogs: FakeDialogs) -> None:
    offer, *_ = robot.view.offers()
    answer = ExportAnswer(offer, format_of(Comparison, "html"), pay=True)
    save_answer(robot.workspace, dialogs, answer, robot.view)


def _print_into(target: Path, robot: CompareRobot, dialogs: FakeDialogs) -> None:
    """Print from the preview into a file, without the platform's dialog."""
    dialog = show_preview(robot.view.offers(), dialogs, robot.view)
    assert dialog is not None
    robot.settle()
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    preview = dialog.findChild(QPrintPreviewWidget)
    preview.updatePreview()
    robot.settle()
    assert not target.is_file()  # it is shown, not printed
    preview.print_()
    dialog.reject()
    robot.settle()


def _mask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


@pytest.mark.skipif(os.name == "nt", reason="no modes of this kind")
def test_that_a_file_that_is_printed_over_keeps_its_rights(
    robot: CompareRobot, tmp_path: Path
) -> None:
    target = tmp_path / "old.pdf"
    target.touch(0o640)
    target.chmod(0o640)
    make_like(target, [])
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_that_a_print_into_a_file_that_cannot_be_written_is_reported(
    robot: CompareRobot, dialogs: FakeDialogs, tmp_path: Path, qtlog: Any
) -> None:
    robot.show(P2, P3)
    with qtlog.disabled():  # Qt warns of it at the terminal
        _print_into(tmp_path, robot, dialogs)
    assert dialogs.asked[-1][0] == "show_message"
    assert f"{tmp_path} could not be written." in dialogs.asked[-1][1][1]


@pytest.mark.skipif(os.name == "nt", reason="no modes of this kind")
def test_that_a_published_version_is_taken_away_no_more_open_than_its_ladder(
    robot: CompareRobot, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    besides = robot.open_other()
    besides.save(tmp_path / "besides.yaml")
    robot.session.save(tmp_path / "private.yaml")
    (tmp_path / "private.yaml").chmod(0o600)
    then = read_text(OPERATIONS).ladder
    columns = [
        subject_at(then, Address(P2), "version 1.0.0"),
        subject_at(then, Address(P3), "version 1.0.0"),
    ]
    robot.view.levels.show_columns(columns)
    robot.settle()
    robot.workspace.close(robot.session)
    dialogs.answers["export_to_save"] = tmp_path / "page.html"
    _save_page(robot, dialogs)
    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == 0o600


def test_that_nothing_is_taken_away_while_nothing_is_compared(robot: CompareRobot) -> None:
    robot.view.export.copy()
    assert "nothing to take away" in robot.notices[-1]


def test_that_a_print_has_its_heads_on_every_page(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    document: QTextDocument = paper_document(robot.view.offers()[0], pay=True)
    tables = [f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable)]
    assert [table.format().headerRowCount() for table in tables] == [1]
    assert "Agrees delivery times with carriers" in document.toPlainText()


def test_that_printing_shows_a_preview(robot: CompareRobot, dialogs: FakeDialogs) -> None:
    robot.show(P2, P3)
    dialog = show_preview(robot.view.offers(), dialogs, robot.view)
    assert dialog is not None
    robot.settle()
    assert dialog.isVisible()
    dialog.reject()
    robot.settle()


def test_that_a_copied_cell_is_text_for_spreadsheets(robot: CompareRobot) -> None:
    robot.show(P2, P3)
    robot.go("2–4 years", 0)
    robot.key(KEY.Key_C, CTRL)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "2–4 years"
    assert "mso-number-format:'\\@'" in data.html()
