"""Several ladders, files from everywhere, the welcome page, and the next start."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.edits.references import rename
from laddereditor.edits.structure import delete
from laddereditor.gui.app import open_window
from laddereditor.gui.program.remembering import restore_geometry
from laddereditor.gui.settings.settings import RECENT_LIMIT, Settings
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL
from tests.gui.window.helpers import field_of, session_of, trigger, type_summary

P2 = Address("families/software/P2")


def _tabs(window: MainWindow) -> QTabBar:
    tabs = window.findChild(QTabBar, "ladderTabs")
    assert tabs is not None
    return tabs


def _link(window: MainWindow, words: str) -> QPushButton:
    links = window.welcoming.page.findChildren(QPushButton)
    return next(link for link in links if link.accessibleName() == words)


# -- several ladders --------------------------------------------------------------------------


def test_that_the_title_and_the_question_name_the_folder_of_ladders_of_one_name(
    qtbot: QtBot, window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    twin = tmp_path / "drafts" / "small.yaml"
    twin.parent.mkdir()
    twin.write_text(SMALL, encoding="utf-8")
    window.opening.open_files([twin])
    assert window.windowTitle() == "small.yaml — drafts[*] — Ladder Editor"
    type_summary(qtbot, window, "Mine")
    dialogs.answers["save_changes"] = "cancel"
    trigger(window, "file.close")
    assert dialogs.asked[-1] == ("save_changes", (["small.yaml — drafts"],))
    window.workspace.close(window.workspace.sessions[0])
    assert window.windowTitle() == "small.yaml[*] — Ladder Editor"


def test_that_each_ladder_keeps_its_own_place_and_marks_its_changes(
    qtbot: QtBot, window: MainWindow, other: Path
) -> None:
    assert not _tabs(window).isVisible()
    type_summary(qtbot, window, "Mine")
    window.opening.open_files([other])
    window.workspace.go_to("skills/python")
    tabs = _tabs(window)
    assert tabs.isVisible()
    assert [tabs.tabText(place) for place in (0, 1)] == ["small.yaml •", "other.yaml"]
    tabs.setCurrentIndex(0)
    assert window.workspace.address == "levels/P2"
    assert field_of(window).toPlainText() == "Mine"
    trigger(window, "go.next_ladder")
    assert window.workspace.address == "skills/python"
    trigger(window, "go.next_ladder")  # around the end
    assert window.workspace.address == "levels/P2"
    close = tabs.tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert close.accessibleName() == "Close other.yaml"
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not tabs.isVisible()
    assert window.windowTitle().startswith("small.yaml")


def test_that_a_ladder_changed_meanwhile_shows_what_is_left_of_its_place(
    window: MainWindow, other: Path
) -> None:
    window.workspace.go_to("skills/python")
    first = session_of(window)
    window.opening.open_files([other])
    first.apply(delete(first.ladder, [Address("skills/python")], uses="remove"))
    trigger(window, "go.previous_ladder")
    assert window.workspace.address == ""


def test_that_a_file_is_known_by_whatever_way_it_is_reached(
    window: MainWindow, path: Path, tmp_path: Path
) -> None:
    around = tmp_path / ".." / tmp_path.name / path.name
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    window.opening.open_files([around, link, path])
    assert len(window.workspace.sessions) == 1


def test_that_a_brace_or_ampersand_in_a_name_is_shown(window: MainWindow, tmp_path: Path) -> None:
    odd = tmp_path / "R&D [*] <b>.yaml"
    odd.write_text(SMALL, "utf-8")
    window.opening.open_files([odd])
    assert window.windowTitle() == "R&D [*][*] <b>.yaml[*] — Ladder Editor"
    assert _tabs(window).tabText(1) == "R&&D [*] <b>.yaml"
    assert "&lt;b&gt;" in _tabs(window).tabToolTip(1)


# -- going ------------------------------------------------------------------------------------


def test_that_going_back_follows_renames_and_never_stands_still(window: MainWindow) -> None:
    window.workspace.go_to("levels/P1")
    window.workspace.go_to("levels/P2")
    session = session_of(window)
    session.apply(rename(session.ladder, Address("levels/P2"), "P7"))
    assert window.workspace.address == "levels/P7"
    trigger(window, "go.back")
    assert window.workspace.address == "levels/P1"
    trigger(window, "go.forward")
    assert window.workspace.address == "levels/P7"
    assert not window.actions_by_id["go.forward"].isEnabled()


def test_that_going_elsewhere_forgets_the_way_forward(window: MainWindow) -> None:
    assert not window.actions_by_id["go.back"].isEnabled()
    window.workspace.go_to("levels/P1")
    window.workspace.go_to("levels/P2")
    trigger(window, "go.back")
    window.workspace.go_to("skills/python")
    assert not window.actions_by_id["go.forward"].isEnabled()
    trigger(window, "go.back")
    assert window.workspace.address == "levels/P1"


# -- recent files and the welcome page --------------------------------------------------------


def test_that_recent_files_are_listed_newest_first_and_opened(
    window: MainWindow, path: Path, other: Path
) -> None:
    window.opening.open_files([other])
    trigger(window, "file.save")
    window.recent_menu.aboutToShow.emit()
    assert [entry.text() for entry in window.recent_menu.actions()] == ["other.yaml"]
    trigger(window, "file.close")
    window.recent_menu.actions()[0].trigger()
    assert session_of(window).path == other


def test_that_only_so_many_recent_files_are_kept(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    for number in range(RECENT_LIMIT + 5):
        settings.add_recent(tmp_path / f"{number}.yaml")
    settings.add_recent(tmp_path / "10.yaml")
    recent = settings.paths("recent")
    assert len(recent) == RECENT_LIMIT
    assert [path.name for path in recent[:2]] == ["10.yaml", "16.yaml"]


def test_that_damaged_settings_do_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    store = QSettings(str(file), QSettings.Format.IniFormat)
    for key in ("recent", "zoom", "scheme", "geometry"):
        store.setValue(key, "{{nonsense")
    store.sync()
    settings = Settings(file)
    assert (settings.paths("recent"), settings.zoom, settings.scheme) == ([], 0, "system")
    assert settings.bytes("geometry").isEmpty()


def test_that_the_welcome_page_works_by_keyboard(
    qtbot: QtBot, dialogs: FakeDialogs, path: Path
) -> None:
    settings = Settings.forgetful()
    settings.add_recent(path)
    window = open_window([], dialogs=dialogs, settings=settings)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    first = _link(window, "Open")
    first.setFocus()
    walked = []
    while (link := QApplication.focusWidget()) not in walked and isinstance(link, QPushButton):
        walked.append(link)
        qtbot.keyClick(link, Qt.Key.Key_Tab)
    assert {link.accessibleName() for link in walked} >= {
        "Open",
        "Create a new ladder",
        "From Excel or Word…",
        "Import page from clipboard",
        "small.yaml",
        "People ladder",
        "Technology ladder",
    }
    qtbot.keyClick(_link(window, "small.yaml"), Qt.Key.Key_Space)
    assert session_of(window).path == path


def test_that_the_welcome_page_is_left_by_going_to_a_ladder(window: MainWindow, path: Path) -> None:
    def welcomed() -> bool:
        trigger(window, "help.welcome")
        return window.welcoming.page.isVisible()

    assert welcomed()
    assert not window.docks["tree"].isVisible()
    window.opening.open_files([path])
    assert not window.welcoming.page.isVisible()
    assert window.docks["tree"].isVisible()
    assert welcomed()
    _link(window, "Back to the ladder").click()
    assert not window.welcoming.page.isVisible()
    assert welcomed()
    trigger(window, "view.tree")
    assert not window.welcoming.page.isVisible()
    assert welcomed()
    window.workspace.go_to(P2)
    assert not window.welcoming.page.isVisible()


@pytest.mark.parametrize("width", [1000, 1280])
def test_that_nothing_on_the_welcome_page_is_cut_off(
    qtbot: QtBot, dialogs: FakeDialogs, width: int
) -> None:
    window = open_window([], dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    window.resize(width, 700)
    window.show()
    QApplication.processEvents()
    for link in window.welcoming.page.findChildren(QPushButton):
        assert link.width() >= link.layout().sizeHint().width()
        for label in link.findChildren(QWidget):
            assert label.width() >= label.sizeHint().width()
    assert window.welcoming.page.horizontalScrollBar().maximum() == 0


# -- files dragged onto the window ------------------------------------------------------------


def _dragged(paths: list[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))
    return data


@pytest.mark.parametrize("onto_a_field", [False, True])
def test_that_a_file_dropped_anywhere_is_opened(
    qtbot: QtBot, window: MainWindow, other: Path, onto_a_field: bool
) -> None:
    field = field_of(window)
    target: QWidget = field.viewport() if onto_a_field else window
    data, action = _dragged([other]), Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, button, keys)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), action, data, button, keys))
    qtbot.waitUntil(lambda: session_of(window).path == other)
    assert window.workspace.sessions[0].ladder.levels[1].summary == "Works alone on known things."


def test_that_other_things_are_not_taken_by_the_window(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("just words")
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


# -- samples, copies, the next start ----------------------------------------------------------


def test_that_a_sample_is_saved_to_a_place_of_its_own(
    window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    window.samples_menu.aboutToShow.emit()
    window.samples_menu.actions()[0].trigger()
    dialogs.answers["file_to_save"] = tmp_path / "mine.yaml"
    trigger(window, "file.save")
    assert (tmp_path / "mine.yaml").is_file()
    assert session_of(window).path == tmp_path / "mine.yaml"


def test_that_a_broken_file_can_be_left(
    window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("laddereditor: 1\nfamilies: none\n", "utf-8")
    dialogs.answers["unreadable"] = "close"
    window.opening.open_files([broken, tmp_path / "nowhere.yaml"])
    assert [name for name, _ in dialogs.asked] == ["unreadable", "unreadable"]
    assert len(window.workspace.sessions) == 1
    assert window.settings.paths("recent") == []


def test_that_looks_are_remembered(qtbot: QtBot, tmp_path: Path, dialogs: FakeDialogs) -> None:
    settings = Settings(tmp_path / "settings.ini")
    first = open_window([], settings=settings, dialogs=dialogs)
    qtbot.addWidget(first)
    first.show()
    trigger(first, "view.dark")
    trigger(first, "view.zoom_in")
    first.resize(780, 640)
    dark, size = QApplication.palette().window().color(), QApplication.font().pointSizeF()
    assert first.close()
    settings.wait()
    again = Settings(tmp_path / "settings.ini")
    second = open_window([], settings=again, dialogs=dialogs)
    qtbot.addWidget(second, before_close_func=lambda w: w.shut_down())
    restore_geometry(second)
    assert QApplication.palette().window().color() == dark
    assert QApplication.font().pointSizeF() == size
    restored = second.size()
    second.resize(1, 1)  # as small as it gets: a wide font may need more than was remembered
    assert restored == QSize(780, 640).expandedTo(second.size())
    assert second.actions_by_id["view.dark"].isChecked()
    trigger(second, "view.zoom_reset")
    trigger(second, "view.light")


@pytest.mark.skipif(os.name == "nt", reason="no pipes of this kind")
def test_that_settings_that_are_no_file_are_reported_and_delay_nobody(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    os.mkfifo(file)
    settings = Settings(file)
    settings.set_text("layout", "wide")
    settings.wait()
    assert settings.text("layout") == "wide"
    assert settings.left_out() == [
        f"The settings are neither read nor kept: of {file}, it is a pipe, not a file."
    ]
