"""Finding what is most alike in the picker of Compare."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QTabBar
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.compare.nearest_finder import NearestFinder
from laddereditor.gui.compare.picker import Picker
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.compare.ferry_ladder import FERRIES
from tests.gui.compare.conftest import KEY, CompareRobot
from tests.gui.held_jobs import HeldJobs

DECKHAND = Address("families/deckhand/G2")


@pytest.fixture
def ferries(robot: CompareRobot) -> CompareRobot:
    robot.workspace.open(Session(read_text(FERRIES)))
    return robot


class PickerRobot:
    """A picker, and what a person does in it."""

    def __init__(self, bot: QtBot, picker: Picker | None) -> None:
        assert picker is not None
        self.bot, self.picker = bot, picker
        (self.list,) = picker.findChildren(QListWidget, "comparePickerList")
        (self.field,) = picker.findChildren(QLineEdit, "comparePickerField")
        (self.tabs,) = picker.findChildren(QTabBar, "comparePickerTabs")

    def rows(self) -> list[str]:
        return [self.list.item(row).text() for row in range(self.list.count())]

    def current(self) -> str:
        return self.list.currentItem().text().partition("\n")[0]

    def press(self, key: Qt.Key) -> None:
        self.bot.keyClick(self.field, key)


def most_alike(robot: CompareRobot, address: str = DECKHAND) -> PickerRobot:
    return PickerRobot(robot.bot, robot.view.show_alike(Address(address)))


def test_that_the_most_alike_are_listed_with_counts_under_headings(ferries: CompareRobot) -> None:
    found = most_alike(ferries)
    assert found.picker.windowTitle() == "Most alike to Deckhand G2"
    assert [row.partition("\n")[0] for row in found.rows()] == [
        "In the same family",
        "Deckhand  G3   ·   Leading Deckhand",
        "Deckhand  G1   ·   Trainee Deckhand",
        "In other families",
        "Mooring Crew  G2   ·   Line Handler",
        "Mooring Crew  G1   ·   Junior Line Handler",
    ]
    assert found.rows()[4].endswith("\nIdentical: 6 responsibilities and 2 skills")
    spoken = found.list.item(4).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Mooring Crew G2, Line Handler, Identical: 6 responsibilities and 2 skills"


def test_that_arrows_pass_over_headings_and_enter_compares(ferries: CompareRobot) -> None:
    found = most_alike(ferries)
    assert found.current() == "Deckhand  G3   ·   Leading Deckhand"
    for _ in range(2):
        found.press(KEY.Key_Down)
    assert found.current() == "Mooring Crew  G2   ·   Line Handler"
    found.press(KEY.Key_Return)
    addresses = [one.address for one in ferries.view.compare_columns.subjects]
    assert addresses == [DECKHAND, "families/mooring-crew/G2"]


def test_that_what_is_alike_to_a_column_becomes_one_more_column(ferries: CompareRobot) -> None:
    ferries.show("families/galley/G1", "families/galley/G2")
    table = ferries.view.table
    table.setFocus()
    table.choose(table.model().index(0, 1))
    found = most_alike(ferries)
    assert found.picker.windowTitle() == "Most alike to Galley G2"
    found.field.setText("canteen")
    assert [row.partition("\n")[0] for row in found.rows()] == [
        "In other families",
        "Harbour Canteen  G2   ·   Canteen Cook",
    ]
    found.press(KEY.Key_Return)
    addresses = [one.address for one in ferries.view.compare_columns.subjects]
    assert addresses[2] == "families/harbour-canteen/G2"


def test_that_the_picker_of_a_column_has_both_ways(ferries: CompareRobot) -> None:
    ferries.show("families/galley/G1", "families/galley/G2")
    found = PickerRobot(ferries.bot, ferries.view.pick())
    assert [found.tabs.tabText(n) for n in (0, 1)] == ["By &name", "Most alike to Galley G1"]
    assert len(found.rows()) > 20
    found.tabs.setFocus()
    ferries.bot.keyClick(found.tabs, KEY.Key_Right)
    assert found.rows()[0] == "In the same family"
    ferries.bot.keyClick(found.tabs, KEY.Key_Left)
    assert len(found.rows()) > 20


def test_that_a_picker_about_nothing_has_no_second_tab(ferries: CompareRobot) -> None:
    ferries.workspace.go_to("families/galley")
    found = PickerRobot(ferries.bot, ferries.view.pick())
    assert found.tabs.count() == 1
    assert not found.tabs.isVisible()


def test_that_a_family_is_refused_in_words(ferries: CompareRobot) -> None:
    assert ferries.view.show_alike(Address("families/galley")) is None
    assert ferries.notices[-1] == "Choose a profile or a level to find what is most alike."


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("families/apprentices/G1", "It asks for nothing of its own yet"),
        ("families/payroll/G2", "Nothing else asks for much of the same."),
    ],
)
def test_that_an_empty_list_says_why(ferries: CompareRobot, address: str, why: str) -> None:
    found = most_alike(ferries, address)
    assert found.rows() == []
    assert any(
        one.isVisible() and one.text().startswith(why) for one in found.picker.findChildren(QLabel)
    )


def test_that_nothing_waits_for_the_search_and_closing_cancels_it(ferries: CompareRobot) -> None:
    held = HeldJobs()
    ferries.workspace.computing = held
    held.hold()
    found = most_alike(ferries)
    assert found.rows() == []
    (job,) = held.waiting
    found.picker.reject()
    assert job.cancelled
    held.go_on()


def test_that_a_result_that_comes_late_is_shown(ferries: CompareRobot) -> None:
    held = HeldJobs()
    ferries.workspace.computing = held
    held.hold()
    found = most_alike(ferries)
    held.go_on()
    assert found.rows()[0] == "In the same family"


def test_that_an_edit_is_followed(ferries: CompareRobot) -> None:
    most_alike(ferries).picker.reject()
    session = ferries.workspace.session
    assert session is not None
    place = Address("families/mooring-crew/G2")
    ferries.workspace.apply(set_field(session.ladder, place, "summary", "Sings shanties"))
    found = most_alike(ferries)
    shared = "6 of 6 responsibilities and 2 of 2 skills in common; it has 1 more"
    assert found.rows()[4].endswith(f"\n{shared}")


def test_that_the_index_of_a_closed_ladder_is_dropped(ferries: CompareRobot) -> None:
    most_alike(ferries).picker.reject()
    session = ferries.workspace.session
    assert session is not None
    indexes = ferries.view.findChild(NearestFinder)._indexes
    assert len(indexes) == 1
    ferries.workspace.close(session)
    assert indexes == {}


def test_that_the_menu_of_the_tree_offers_it_for_the_selected_profile(window: MainWindow) -> None:
    window.opening.open_sample("technology.yaml")
    window.workspace.go_to("families/ux-designer/P3")
    entries = {one.text(): one for one in window.tree.context_menu().actions()}
    entries["Find what is most al&ike…"].trigger()
    (picker,) = window.findChildren(Picker)
    assert picker.windowTitle() == "Most alike to UX Designer P3"
    picker.reject()
