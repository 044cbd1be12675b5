"""What an edit does to the comments and layout of the file is asked first or told at once."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.fields import set_field
from laddereditor.edits.structure import delete
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from laddereditor.storage.files.document import new_document, read_text
from laddereditor.storage.text.records import VerificationFailed
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL
from tests.gui.window.helpers import session_of, trigger


@pytest.fixture
def commented(window: MainWindow, path: Path) -> Iterator[Path]:
    """A window over a file with a comment above its first level."""
    text = SMALL.replace("levels:\n", "levels:\n  # agreed in May\n", 1)
    session_of(window).load(read_text(text), "Load")
    yield path


@pytest.fixture
def unwritable(monkeypatch: pytest.MonkeyPatch) -> None:
    """No edit can be spliced into the text."""

    def refuse(*_: object, **__: object) -> None:
        raise VerificationFailed("levels")

    for name in ("edit_lines", "edit_record"):
        monkeypatch.setattr(f"laddereditor.storage.text.update.{name}", refuse)


def reported(window: MainWindow) -> list[str]:
    return [notice.text for notice in window.sharing.notices.in_sight()]


def test_that_comments_that_went_with_an_edit_are_reported_until_it_is_undone(
    qtbot: QtBot, window: MainWindow, commented: Path
) -> None:
    ladder = session_of(window).ladder
    first = f"levels/{ladder.levels[0].id}"
    assert window.workspace.attempt(delete, [Address(first)], uses="remove")
    assert any("# agreed in May" in text and "Undo" in text for text in reported(window))
    trigger(window, "edit.undo")
    assert reported(window) == []
    assert "# agreed in May" in session_of(window).document.text


def test_that_an_edit_that_takes_no_comment_says_nothing(
    window: MainWindow, commented: Path
) -> None:
    window.workspace.attempt(set_field, Address(), "name", "Other")
    assert reported(window) == []


def test_that_a_file_is_reformatted_only_after_asking(
    window: MainWindow, commented: Path, dialogs: FakeDialogs, unwritable: None
) -> None:
    session = session_of(window)
    before = session.document
    place = f"levels/{session.ladder.levels[0].id}"
    dialogs.answers["confirm"] = False
    assert not window.workspace.attempt(set_field, Address(place), "name", "Other")
    assert session.document is before
    assert "keeps its layout" in window.statusBar().currentMessage()
    _, text, action = dialogs.asked[-1][1]
    assert "small.yaml" in text and "comment" in text and action == "Reformat"

    dialogs.answers["confirm"] = True
    assert window.workspace.attempt(set_field, Address(place), "name", "Other")
    assert session.document.reformatted
    assert any("reformatted" in text for text in reported(window))
    trigger(window, "edit.undo")
    assert session.document.text == before.text


def test_that_typing_asks_once(
    window: MainWindow, commented: Path, dialogs: FakeDialogs, unwritable: None
) -> None:
    session = session_of(window)
    place = f"levels/{session.ladder.levels[0].id}"
    dialogs.answers["confirm"] = True
    for text in ("O", "Ot", "Oth"):
        assert window.workspace.attempt(set_field, Address(place), "name", text, typing=True)
    assert [name for name, _ in dialogs.asked].count("confirm") == 1


def test_that_a_file_in_the_layout_of_the_program_is_not_asked_about(
    window: MainWindow, dialogs: FakeDialogs, unwritable: None
) -> None:
    session = session_of(window)
    session.load(new_document(session.ladder), "Load")
    place = f"levels/{session.ladder.levels[0].id}"
    assert window.workspace.attempt(set_field, Address(place), "name", "Other")
    assert dialogs.asked == []


def test_that_restoring_a_version_and_publishing_ask_too(window: MainWindow) -> None:
    session = session_of(window)
    anew = replace(session.document, reformatted=True)
    session.may_reformat = lambda _label, _document: False
    with pytest.raises(EditRefused, match="keeps its layout"):
        session.require_layout("Publish", anew)
    session.require_layout("Publish", session.document)
