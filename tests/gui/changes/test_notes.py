"""The change note: copied, saved as a page, saved as Markdown."""

import os
import stat
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QTextBrowser
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.changes.view import ChangesView
from laddereditor.gui.export.preview_dialog import PreviewChoice
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.model.pay import Pay, PayRange
from laddereditor.presentation.changes.basis import review_of_open
from laddereditor.presentation.export.offers import PreviewAnswer, PreviewRequest
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.gui.changes.helpers import change_much, renewed
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL

ROLES = ("in front", "compared with", "open besides")
OTHER = SMALL.replace("Small ladder", "Other ladder")


def test_that_the_note_is_copied_as_a_table_for_word(
    view: ChangesView, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    change_much(workspace)
    renewed(view)
    dialogs.answers["preview"] = PreviewAnswer("copy")
    view.export_note()
    data = QGuiApplication.clipboard().mimeData()
    assert "<table" in data.html()
    assert "Answers the phone" in data.html()
    assert "Answers the phone" in data.text()


def with_pay(workspace: Workspace) -> None:
    assert workspace.session
    family = workspace.session.ladder.families[0]
    place = Address(f"families/{family.id}/{family.profiles[0].level}")
    paid = Pay(ranges=(PayRange(market="Elbonia", currency="EUR", min=43210, max=54321),))
    workspace.attempt(set_field, place, "pay", paid)


@pytest.mark.parametrize("pay", [False, True])
def test_that_pay_is_in_the_note_only_if_it_is_asked_for(
    pay: bool, view: ChangesView, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    with_pay(workspace)
    change_much(workspace)
    renewed(view)
    dialogs.answers["preview"] = PreviewAnswer("copy", pay=pay)
    view.export_note()
    data = QGuiApplication.clipboard().mimeData()
    assert ("Elbonia" in data.html(), "Elbonia" in data.text()) == (pay, pay)


def offered(view: ChangesView, dialogs: FakeDialogs) -> PreviewRequest:
    dialogs.answers["preview"] = None
    view.export_note()
    request = dialogs.asked[-1][1][0]
    assert isinstance(request, PreviewRequest)
    return request


@pytest.fixture
def choice(
    view: ChangesView, workspace: Workspace, dialogs: FakeDialogs, qtbot: QtBot
) -> Iterator[PreviewChoice]:
    with_pay(workspace)
    change_much(workspace)
    renewed(view)
    shown = PreviewChoice(offered(view, dialogs))
    qtbot.addWidget(shown)
    shown.show()
    yield shown


def preview(choice: PreviewChoice) -> str:
    found = choice.findChild(QTextBrowser, "preview.text")
    assert found
    return found.toPlainText()


def test_that_the_preview_shows_what_leaves_the_program(
    choice: PreviewChoice, qtbot: QtBot
) -> None:
    assert "Answers the phone" in preview(choice)
    assert "Elbonia" not in preview(choice)
    box = choice.findChild(QCheckBox, "preview.pay")
    assert box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert "Elbonia" in preview(choice)
    assert choice.answer("copy") == PreviewAnswer("copy", pay=True)


def test_that_a_note_can_be_for_one_family_alone(
    choice: PreviewChoice, view: ChangesView, dialogs: FakeDialogs
) -> None:
    whom = choice.findChild(QComboBox, "preview.choice")
    assert whom
    family = whom.itemText(1)
    others = [whom.itemText(place) for place in range(2, whom.count())]
    whom.setCurrentIndex(1)
    lines = preview(choice).splitlines()
    assert family in lines
    assert others and not [other for other in others if other in lines]
    answer = choice.answer("copy")
    assert answer == PreviewAnswer("copy", chosen=1)
    dialogs.answers["preview"] = answer
    view.export_note()
    assert family in QGuiApplication.clipboard().mimeData().text()


def test_that_a_cancelled_note_leaves_the_clipboard_alone(
    view: ChangesView, workspace: Workspace, dialogs: FakeDialogs
) -> None:
    change_much(workspace)
    renewed(view)
    QGuiApplication.clipboard().setText("mine")
    offered(view, dialogs)
    assert QGuiApplication.clipboard().text() == "mine"


def test_that_the_note_is_saved_as_a_page_and_as_markdown(
    view: ChangesView, workspace: Workspace, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    change_much(workspace)
    reported: list[str] = []
    workspace.notice.connect(reported.append)
    dialogs.answers |= {
        "preview": PreviewAnswer("save", "html"),
        "export_to_save": lambda proposal, _: tmp_path / proposal.name,
    }
    view.export_note()
    dialogs.answers["preview"] = PreviewAnswer("save", "md")
    view.export_note()
    page, text = (next(tmp_path.glob(f"*.{ending}")) for ending in ("html", "md"))
    assert "Answers the phone" in page.read_text("utf-8")
    assert text.read_text("utf-8").startswith("# What changed in Small ladder")
    assert reported == [f"Saved as {page.name}.", f"Saved as {text.name}."]


def test_that_a_note_that_cannot_be_written_is_reported(
    view: ChangesView, workspace: Workspace, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    change_much(workspace)
    dialogs.answers |= {"preview": PreviewAnswer("save", "html"), "export_to_save": tmp_path}
    view.export_note()
    assert dialogs.asked[-1][0] == "show_message"
    assert "could not be saved: it is a folder" in dialogs.asked[-1][1][1]


@pytest.mark.skipif(os.name == "nt", reason="no modes of this kind")
def test_that_a_note_is_no_more_open_than_the_ladder(
    view: ChangesView, workspace: Workspace, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    private = tmp_path / "private.yaml"
    assert workspace.session
    workspace.session.save(private)
    private.chmod(0o600)
    change_much(workspace)
    note = tmp_path / "note.html"
    dialogs.answers |= {"preview": PreviewAnswer("save", "html"), "export_to_save": note}
    view.export_note()
    assert stat.S_IMODE(note.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="no modes of this kind")
@pytest.mark.parametrize(("private_one", "way"), list(product(ROLES, ["open", "file"])))
def test_that_a_note_has_the_rights_of_the_ladders_in_it_and_of_no_others(
    private_one: str, way: str, view: ChangesView, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    workspace = view.comparisons.workspace
    front, other, besides = workspace.session, Session(read_text(OTHER)), Session(read_text(SMALL))
    assert front
    for name, session in zip(ROLES, (front, other, besides), strict=True):
        session.save(tmp_path / f"{name}.yaml")
        (tmp_path / f"{name}.yaml").chmod(0o600 if name == private_one else 0o644)
    workspace.open(besides)
    if way == "open":
        workspace.open(other)
    workspace.show_session(front)
    if way == "open":
        view._choose(review_of_open(other))
    else:
        dialogs.answers["ladder_to_choose"] = tmp_path / "compared with.yaml"
        view.ask_review()
    renewed(view)
    note = tmp_path / "note.html"
    dialogs.answers |= {"preview": PreviewAnswer("save", "html"), "export_to_save": note}
    view.export_note()
    shared = 0o666 & ~_mask()
    assert stat.S_IMODE(note.stat().st_mode) == (
        shared & 0o644 if private_one == "open besides" else 0o600
    )


def _mask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def test_that_there_is_no_note_about_nothing(view: ChangesView, workspace: Workspace) -> None:
    reported: list[str] = []
    workspace.notice.connect(reported.append)
    view.export_note()
    assert reported == ["There are no changes to write a note about."]
