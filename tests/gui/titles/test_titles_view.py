"""The view of job titles, driven as a person does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from laddereditor.gui.titles.view import TitlesView
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document, read_text
from tests.compare.test_titles import BAKERY
from tests.gui.fakes import FakeDialogs

# What the offscreen platform says of every popup.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY = Qt.Key
SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
CTRL = Qt.KeyboardModifier.ControlModifier
LIST = (
    "Name,Title,Team\nAnna,Sr. Rye Baker,Bread\nBob,Bread Baker,\nCid,Nurse,\n"
    "Dora,Senior Loaf Artist,\nEva,Oven Hand,\n"
)


class Robot:
    """Opens a list and answers questions."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.workspace, self.dialogs = Workspace(), FakeDialogs()
        self.session = Session(new_document(read_text(BAKERY).ladder))
        self.workspace.open(self.session)
        self.notices: list[str] = []
        self.workspace.notice.connect(self.notices.append)
        self.view = TitlesView(self.workspace, self.dialogs)
        qtbot.addWidget(self.view)
        self.path = folder / "titles.csv"
        self.path.write_text(LIST, "utf-8")
        self.dialogs.answers["list_of_titles"] = self.path
        self.view.resize(1000, 600)
        self.view.show()
        qtbot.waitExposed(self.view)
        QAbstractItemModelTester(
            self.view.sheet.titles_model, QAbstractItemModelTester.FailureReportingMode.Fatal
        )

    def open(self) -> None:
        self.view.bar.open_button.click()

    def texts(self, column: int) -> list[str]:
        page = self.view.sheet.page
        return [page.text(row, column) for row in range(len(page.rows))]

    def answers(self) -> list[str]:
        page = self.view.sheet.page
        return [page.side(row).words for row in range(len(page.rows))]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        held = modifier or Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.view.sheet, key, held)

    def go_to(self, row: int) -> None:
        self.view.sheet.go_to_row(row)

    def menu(self) -> QMenu:
        """Return the menu that is open over the sheet."""
        menus = [one for one in self.view.sheet.findChildren(QMenu) if one.isVisible()]
        assert len(menus) == 1
        return menus[0]


@pytest.fixture
def robot(qtbot: QtBot, tmp_path: Path) -> Iterator[Robot]:
    yield Robot(qtbot, tmp_path)


def test_that_a_list_is_opened_with_its_answers(robot: Robot) -> None:
    robot.open()
    assert robot.view.sheet.page.columns == ("Title", "Department", "Profile", "Why")
    assert robot.texts(0)[:2] == ["Sr. Rye Baker", "Bread Baker"]
    assert robot.answers() == ["Match", "Review", "No profile", "No profile", "Match"]
    assert robot.texts(2)[0] == "Bread Baker › P3"
    assert robot.texts(2)[1] == "Bread Baker › P1 or Bread Baker › P2 or Bread Baker › P3?"
    assert "1 for review" in robot.view.bar.words.words
    assert robot.path.read_text("utf-8") == LIST
    assert not robot.session.is_modified


def test_that_a_candidate_is_chosen_by_keyboard(robot: Robot) -> None:
    robot.open()
    robot.go_to(1)
    robot.press(KEY.Key_Return)
    menu = robot.menu()
    assert menu.activeAction() is menu.actions()[0]
    QTest.keyClick(menu, KEY.Key_Down)
    QTest.keyClick(menu, KEY.Key_Return)
    assert robot.view.work and robot.view.work.decisions == {1: "bread/P2"}
    assert robot.answers()[1] == "Match ✓"
    assert robot.view.sheet.currentIndex().row() == 2  # the next row


def test_that_answers_are_confirmed_and_taken_back_by_keyboard(robot: Robot) -> None:
    robot.open()
    robot.go_to(0)
    robot.press(KEY.Key_Return, CTRL)
    robot.press(KEY.Key_Return, CTRL)  # a row for review
    assert robot.notices == ["Choose a profile first: press Enter."]
    robot.go_to(2)
    robot.press(KEY.Key_Return, CTRL)
    assert robot.view.work and robot.view.work.decisions == {0: "bread/P3", 2: ""}
    robot.go_to(0)
    robot.press(KEY.Key_Delete)
    assert robot.view.work.decisions == {2: ""}


def test_that_all_matches_are_confirmed_at_once(robot: Robot) -> None:
    robot.open()
    robot.view.bar.confirm_all.click()
    assert robot.view.work and robot.view.work.decisions == {0: "bread/P3", 4: "bread/P1"}
    assert not robot.view.bar.confirm_all.isEnabled()


def test_that_rows_are_filtered_by_answer(robot: Robot) -> None:
    robot.open()
    shown = robot.view.bar.shown
    assert [shown.itemText(at) for at in range(shown.count())] == [
        "All titles (5)",
        "Matches (2)",
        "For review (1)",
        "Without a profile (2)",
        "Confirmed (0)",
    ]
    shown.put("none")
    shown.chosen.emit("none")
    assert robot.texts(0) == ["Nurse", "Senior Loaf Artist"]
    robot.go_to(0)
    robot.press(KEY.Key_Return, CTRL)
    assert robot.answers() == ["No profile ✓", "No profile"]
    shown.put("review")
    shown.chosen.emit("review")
    robot.go_to(0)
    robot.dialogs.answers["choose"] = "pastry/P2"
    robot.view.sheet.other_wanted.emit(robot.view.sheet.selected_rows())
    assert robot.texts(0) == []
    assert robot.view.work and robot.view.work.decisions[1] == "pastry/P2"


def test_that_a_very_long_list_is_shown_in_part(
    robot: Robot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("gui.titles.view", "presentation.titles.work"):
        monkeypatch.setattr(f"laddereditor.{module}.MAX_SHOWN", 2)
    robot.open()
    assert robot.texts(0) == ["Sr. Rye Baker", "Bread Baker"]
    assert "the first 2 are shown" in robot.view.bar.words.words
    robot.view.bar.shown.put("none")
    robot.view.bar.shown.chosen.emit("none")
    assert robot.texts(0) == ["Nurse", "Senior Loaf Artist"]
    robot.view.bar.confirm_all.click()
    assert robot.view.work and set(robot.view.work.decisions) == {0, 4}


class HeldJobs:
    """Work that is never done, until it is cancelled."""

    cancelled = False

    def run(self, *_: object) -> "HeldJobs":
        return self

    def cancel(self) -> None:
        self.cancelled = True


def test_that_finding_profiles_shows_progress_and_can_be_cancelled(robot: Robot) -> None:
    jobs = HeldJobs()
    robot.workspace.computing = jobs
    robot.open()
    bar = robot.view.bar
    assert bar.progress.isVisible()
    bar.show_progress(0.5)
    assert bar.progress.value() == 50
    bar.cancel.click()
    assert jobs.cancelled
    assert not bar.progress.isVisible()
    assert bar.open_button.hasFocus()
    assert robot.notices == ["Finding profiles was cancelled."]


def test_that_the_list_is_saved_and_continued(robot: Robot) -> None:
    robot.open()
    robot.view.bar.confirm_all.click()
    out = robot.path.with_name("out.csv")
    robot.dialogs.answers["export_to_save"] = out
    robot.view.bar.save.click()
    asked = dict(robot.dialogs.asked)["export_to_save"]
    assert asked[0].name == "titles with profiles.csv"
    lines = out.read_text("utf-8").splitlines()
    assert lines[0] == "Name,Title,Team,answer,profile,candidates,evidence,confirmed"
    assert lines[1].startswith("Anna,Sr. Rye Baker,Bread,match,bread/P3,,")
    assert robot.notices == ["Saved as out.csv."]
    robot.dialogs.answers["list_of_titles"] = out
    robot.open()  # nothing is asked: all is saved
    assert robot.answers() == ["Match ✓", "Review", "No profile", "No profile", "Match ✓"]


def test_that_decisions_are_not_lost_without_a_question(robot: Robot) -> None:
    robot.open()
    robot.view.bar.confirm_all.click()
    robot.dialogs.answers["confirm"] = False
    robot.open()
    assert robot.view.work and robot.view.work.decisions
    assert [name for name, _ in robot.dialogs.asked].count("list_of_titles") == 1
    may_close = robot.workspace.may_close
    assert not all(asked([robot.session]) for asked in may_close)
    robot.dialogs.answers["confirm"] = True
    assert all(asked([robot.session]) for asked in may_close)
    robot.open()
    assert not robot.view.work.decisions


def test_that_confirmed_titles_are_added_to_the_ladder_as_one_step(robot: Robot) -> None:
    robot.open()
    assert not robot.view.bar.learn.isEnabled()
    robot.view.sheet.decided.emit((3,), "bread/P3")
    robot.dialogs.answers["confirm"] = lambda title, words, action, final=False: (
        "Loaf Artist: another name of Bread Baker" in words
    )
    robot.view.bar.learn.click()
    assert "Loaf Artist" in robot.session.ladder.families[0].aliases
    assert not any("Dora" in text for text in robot.session.ladder.families[0].aliases)
    assert robot.view.bar.again.isVisible()
    robot.view.bar.again.click()
    assert not robot.view.bar.again.isVisible()
    assert robot.view.work and robot.view.work.matched[3].proposal.profile == "bread/P3"
    assert robot.view.work.decisions == {3: "bread/P3"}
    robot.session.undo()
    assert robot.session.ladder.families[0].aliases == ("Dough Maker",)


def test_that_nothing_to_add_is_said(robot: Robot) -> None:
    robot.open()
    robot.view.bar.confirm_all.click()
    robot.view.bar.learn.click()
    assert robot.notices == ["The ladder finds all confirmed titles by itself already."]


def test_that_an_unknown_column_is_asked_for(robot: Robot) -> None:
    robot.path.write_text("A,B\nx,Sr. Thing\ny,Thing\n", "utf-8")
    robot.dialogs.answers["choose"] = "2"
    robot.open()
    assert robot.texts(0) == ["A"] or robot.texts(0) == ["Sr. Thing", "Thing"]
    assert robot.dialogs.asked[-1][1][2] == [("1", "1 (A)"), ("2", "2 (B)")]


def test_that_a_bad_file_is_refused_in_words(robot: Robot) -> None:
    robot.path.write_bytes(b"PK\x03\x04 a workbook")
    robot.dialogs.answers["show_message"] = None
    robot.open()
    assert "workbook" in robot.dialogs.asked[-1][1][1]
    assert robot.view.work is None


def test_that_cells_are_copied_for_a_spreadsheet(robot: Robot) -> None:
    robot.open()
    sheet = robot.view.sheet
    first, last = sheet.titles_model.index(2, 0), sheet.titles_model.index(3, 2)
    sheet.selectionModel().select(QItemSelection(first, last), SELECT)
    robot.press(KEY.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Nurse\t\t\nSenior Loaf Artist\t\t\n"


def test_that_each_ladder_has_a_list_of_its_own(robot: Robot) -> None:
    robot.open()
    other = Session(new_document(read_text(BAKERY).ladder))
    robot.workspace.open(other)
    assert robot.view.work is None
    assert robot.view.sheet.titles_model.rowCount() == 0
    robot.workspace.show_session(robot.session)
    assert robot.view.work is not None
    robot.workspace.close(robot.session)
    assert robot.view.work is None


def test_that_cells_and_heads_are_read_aloud(robot: Robot) -> None:
    robot.open()
    page = robot.view.sheet.page
    assert page.accessible_text(0, 0) == "Title: Sr. Rye Baker; Match"
    assert page.accessible_text(2, 1) == "Department: nothing; No profile"
    assert "Line 2 of titles.csv" in page.tip(0, 0)
    for button in (robot.view.bar.open_button, robot.view.bar.save, robot.view.bar.shown):
        assert button.accessibleName()


def test_that_the_command_goes_to_the_view(window: MainWindow, qtbot: QtBot) -> None:
    window.findChild(QAction, "action.view.titles").trigger()
    view = window.centre.page("titles")
    assert window.centre.current == "titles"
    assert isinstance(view, TitlesView)
    assert view.bar.open_button.hasFocus()


def test_that_the_titles_that_a_filter_shows_are_printed_and_exported(robot: Robot) -> None:
    assert robot.view.offers() == ()
    robot.open()
    (offer,) = robot.view.offers()
    listing = offer.report(False)
    assert listing.heads == ("Answer", "Title", "Department", "Profile", "Why")
    assert [row[0] for row in listing.rows] == robot.answers()
    assert robot.path in offer.files
    robot.view.bar.shown.put("review")
    robot.view.bar.shown.chosen.emit("review")
    (offer,) = robot.view.offers()
    assert [row[1] for row in offer.report(False).rows] == robot.texts(0) == ["Bread Baker"]
    assert offer.words == "The titles: Titles of titles.csv"
