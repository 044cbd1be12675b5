"""Folders in the window: a ladder that is spread over several files."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from laddereditor.storage.files.document import read_bytes
from tests.gui.fakes import FakeDialogs
from tests.gui.window.helpers import trigger, type_summary
from tests.storage.folder.splitting import contents, put
from tests.storage.folder.test_folders import FILES, HEAD


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put(tmp_path / "technology", FILES)


@pytest.fixture
def opened(window: MainWindow, dialogs: FakeDialogs, folder: Path) -> MainWindow:
    """A window in which the folder was opened by the menu."""
    dialogs.answers["folder_to_open"] = [folder]
    trigger(window, "file.open_folder")
    assert window.windowTitle() == "technology[*] — Ladder Editor"
    return window


def test_that_an_edit_in_the_window_changes_only_its_file(
    qtbot: QtBot, opened: MainWindow, folder: Path
) -> None:
    type_summary(qtbot, opened, "Works alone")
    trigger(opened, "file.save")
    now = contents(folder)
    assert [name for name in FILES if now[name] != FILES[name]] == ["levels.yaml"]
    assert b"summary: Works alone" in now["levels.yaml"]


def test_that_an_earlier_save_of_a_folder_goes_back_into_its_files(
    qtbot: QtBot, opened: MainWindow, folder: Path
) -> None:
    kept: list[tuple[Path, bytes]] = []
    opened.saving.keep_former = lambda path, data: kept.append((path, data)) or ""
    type_summary(qtbot, opened, "Works alone")
    trigger(opened, "file.save")
    ((path, data),) = kept
    assert path == folder
    session = opened.workspace.session
    assert session is not None
    session.load(read_bytes(data), "Restore")
    session.save(overwrite=True)
    assert contents(folder) == FILES


def test_that_the_source_names_the_file(opened: MainWindow) -> None:
    opened.workspace.go_to(Address("families/miller"))
    trigger(opened, "view.source")
    opened.source.draw()
    words = [label.text() for label in opened.source.findChildren(QLabel)]
    assert "technology/families/miller.yaml, lines 4–5" in words


def test_that_the_folder_is_among_the_recent_ones_and_opens_once(
    opened: MainWindow, folder: Path
) -> None:
    count = len(opened.workspace.sessions)
    opened.opening.open_files([folder])
    assert len(opened.workspace.sessions) == count
    assert folder in opened.settings.paths("recent")


def test_that_a_folder_with_one_file_opens_as_that_file(window: MainWindow, tmp_path: Path) -> None:
    folder = put(tmp_path / "single", {"only.yaml": f"{HEAD}name: Only\n".encode()})
    for _ in range(2):
        window.opening.open_files([folder])
        assert window.windowTitle() == "only.yaml[*] — Ladder Editor"
    assert len(window.workspace.sessions) == 2


def test_that_saving_under_another_name_proposes_one_file_beside_it(
    opened: MainWindow, dialogs: FakeDialogs, folder: Path
) -> None:
    asked: list[Path] = []
    target = folder.parent / "one.yaml"
    dialogs.answers["file_to_save"] = lambda proposal: asked.append(proposal) or target
    trigger(opened, "file.save_as")
    assert asked == [folder.parent / "technology.yaml"]
    assert "# who bakes" in target.read_text("utf-8")
    assert opened.windowTitle() == "one.yaml[*] — Ladder Editor"
    assert contents(folder) == FILES


def test_that_a_folder_with_faults_lists_them_with_their_files(
    window: MainWindow, dialogs: FakeDialogs, folder: Path
) -> None:
    put(folder, {"more.yaml": f"{HEAD}levels:\n- id: P2\n".encode()})
    dialogs.answers["unreadable"] = "close"
    window.opening.open_files([folder])
    (fault,) = dialogs.asked[-1][1][1]
    assert fault.place.file == "more.yaml"
