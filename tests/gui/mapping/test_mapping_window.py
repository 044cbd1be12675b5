"""Spreadsheets come into the window, and their ladders out of the mapping page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from laddereditor.exchange.tables import Pin
from laddereditor.gui.app import open_window
from laddereditor.gui.dialogs.file_dialogs import UnreadableDialog
from laddereditor.gui.mapping.view import MappingView
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.session.jobs import InlineJobs
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.reading.reader import read_ladder
from tests.gui.fakes import FakeDialogs
from tests.gui.mapping.books import write_book
from tests.gui.window.helpers import session_of, trigger


@pytest.fixture
def empty(qtbot: QtBot, dialogs: FakeDialogs) -> Iterator[MainWindow]:
    """A window without a ladder, whose jobs are done at once."""
    window = open_window([], dialogs=dialogs, jobs=InlineJobs())
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    dialogs.answers["save_changes"] = "discard"
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_book(tmp_path)


def mapping_of(window: MainWindow) -> MappingView:
    view = window.centre.made["mapping"]
    assert isinstance(view, MappingView)
    return view


def is_mapping(window: MainWindow) -> bool:
    return window.centre.current == "mapping"


def test_that_import_shows_what_a_workbook_is_taken_for(
    empty: MainWindow, dialogs: FakeDialogs, book: Path
) -> None:
    dialogs.answers["pages_to_import"] = [book]
    trigger(empty, "file.import_page")
    assert is_mapping(empty)
    assert mapping_of(empty).isVisible()
    assert not empty.workspace.sessions
    assert QApplication.focusWidget() is mapping_of(empty).parts.sheet


def test_that_opening_a_workbook_maps_it(empty: MainWindow, book: Path) -> None:
    empty.opening.open_files([book])
    assert is_mapping(empty)


def test_that_dropping_a_workbook_on_the_window_maps_it(
    qtbot: QtBot, empty: MainWindow, book: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(book))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    enter = QDragEnterEvent(QPoint(9, 9), copy, data, left, none.NoModifier)
    QApplication.sendEvent(empty, enter)
    drop = QDropEvent(QPointF(9, 9), copy, data, left, none.NoModifier)
    QApplication.sendEvent(empty, drop)
    qtbot.waitUntil(lambda: is_mapping(empty))


def test_that_the_ladder_opens_as_a_new_one(empty: MainWindow, book: Path) -> None:
    empty.opening.open_files([book])
    mapping_of(empty).open_ladder()
    ladder = session_of(empty).ladder
    assert [family.name for family in ladder.families] == ["Backend", "Frontend"]
    assert empty.centre.current == "form"
    assert session_of(empty).is_modified


def test_that_cancel_leads_back_to_the_welcome_page(empty: MainWindow, book: Path) -> None:
    empty.opening.open_files([book])
    mapping_of(empty).cancel()
    assert empty.centre.current == "welcome"
    assert not empty.workspace.sessions


def test_that_a_file_that_is_no_workbook_is_refused_with_a_sentence(
    empty: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 and nothing else")
    empty.opening.open_files([path])
    ((name, (title, text, _)),) = dialogs.asked
    assert (name, title) == ("show_message", "Nothing was imported")
    assert text.startswith("broken.xlsx ")
    assert empty.centre.current == "welcome"


def test_that_undo_is_about_the_mapping_while_it_is_shown(
    qtbot: QtBot, empty: MainWindow, book: Path
) -> None:
    empty.opening.open_files([book])
    view = mapping_of(empty)
    assert not empty.actions_by_id["edit.undo"].isEnabled()
    view.decide([Pin("take", "no", "Frontend")])
    assert empty.actions_by_id["edit.undo"].text() == "&Undo Frontend: left out"
    qtbot.keyClick(view.parts.sheet, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert view.work is not None
    assert len(view.work.now.pins) == 0
    trigger(empty, "edit.redo")
    assert list(view.work.now.pins) == [Pin("take", "no", "Frontend")]


def test_that_what_a_workbook_adds_to_the_open_ladder_is_reviewed_first(
    qtbot: QtBot, window: MainWindow, book: Path
) -> None:
    before = session_of(window).ladder
    window.opening.open_files([book])
    qtbot.waitUntil(lambda: is_mapping(window))
    assert not any(window.docks[name].isVisible() for name in window.docks)
    mapping_of(window).add_to_ladder()
    assert window.centre.current == "changes"
    assert session_of(window).ladder is before


def test_that_the_import_ends_when_all_that_it_adds_is_taken(
    qtbot: QtBot, window: MainWindow, book: Path
) -> None:
    window.opening.open_files([book])
    qtbot.waitUntil(lambda: is_mapping(window))
    view = mapping_of(window)
    assert view.parts.buttons.cancel.text() == "Cancel"
    view.add_to_ladder()
    assert view.parts.buttons.cancel.text() == "Close"
    changes = window.pages.changes()
    qtbot.waitUntil(lambda: len(changes.tree.changes.shown.rows) > 0)
    assert view.work is not None
    button = changes.findChild(QPushButton, "changesTakeAll")
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: view.work is None)
    assert window.centre.current == "changes"
    assert "Backend" in [family.name for family in session_of(window).ladder.families]


def test_that_going_to_the_form_leaves_the_import_open(
    qtbot: QtBot, window: MainWindow, book: Path
) -> None:
    window.opening.open_files([book])
    qtbot.waitUntil(lambda: is_mapping(window))
    trigger(window, "view.form")
    assert window.centre.current == "form"
    trigger(window, "view.mapping")
    assert is_mapping(window)
    mapping_of(window).cancel()
    assert window.centre.current == "form"
    assert not window.actions_by_id["view.mapping"].isEnabled()


def test_that_tab_goes_through_the_page_from_above_to_below(
    qtbot: QtBot, empty: MainWindow, book: Path
) -> None:
    empty.opening.open_files([book])
    parts = mapping_of(empty).parts
    reached: list[object] = [parts.readings.name_button]
    parts.readings.name_button.setFocus()
    for _ in range(12):
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    wanted = [parts.readings.buttons[0], parts.sheets, parts.sheet, parts.tree, parts.buttons.save]
    places = [reached.index(one) for one in wanted]
    assert places == sorted(places)


# -- documents and data that are opened -----------------------------------------------------------


def test_that_opening_a_document_maps_it(empty: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "bakery.md"
    path.write_text("# Baker\n\n## Junior Baker\n\n### Dough\n\n- Mixes doughs\n", "utf-8")
    empty.opening.open_files([path])
    assert is_mapping(empty)


def test_that_data_of_another_layout_that_are_opened_can_be_imported(
    empty: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    path = tmp_path / "garden.yaml"
    path.write_text("levels:\n  - name: Junior\n    craft: [Waters beds, Knows plants]\n", "utf-8")
    dialogs.answers["unreadable"] = "import"
    empty.opening.open_files([path])
    assert is_mapping(empty)


@pytest.mark.parametrize(
    ("text", "is_offered"),
    [
        ("levels: [{name: Junior, craft: [Waters beds]}]", True),
        ("- {name: Junior, craft: [Waters beds]}", True),
        ("services: {web: {image: x}}", False),
        ("laddereditro: 1\nlevels: []", False),
        ("levels: [", False),
        ("", False),
    ],
)
def test_that_the_import_is_offered_for_data_that_can_be_a_ladder(
    qtbot: QtBot, text: str, is_offered: bool
) -> None:
    with pytest.raises(UnreadableLadder) as caught:
        read_ladder(text)
    dialog = UnreadableDialog(Path("garden.yaml"), caught.value.faults)
    qtbot.addWidget(dialog)
    button = dialog.findChild(QPushButton, "unreadableImport")
    assert (button is not None) == is_offered
    if button is not None:
        button.click()
        assert dialog.answer == "import"


def test_that_the_account_of_an_import_is_printed_and_exported_without_a_ladder(
    empty: MainWindow, dialogs: FakeDialogs, book: Path, tmp_path: Path
) -> None:
    dialogs.answers["pages_to_import"] = [book]
    trigger(empty, "file.import_page")
    (offer,) = mapping_of(empty).offers()
    listing = offer.report(False)
    accounts = mapping_of(empty).work
    assert accounts is not None
    assert [row[1] for row in listing.rows] == [one.cell for one in accounts.now.result.cells]
    assert {row[3] for row in listing.rows} >= {"taken", "left out"}
    assert all(row[4] for row in listing.rows if row[3] != "taken")
