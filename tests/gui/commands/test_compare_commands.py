"""The commands of Compare stand in the window's menus, and act on what Compare shows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from laddereditor.gui.compare.view import CompareView
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from laddereditor.presentation.commands import COMMANDS
from tests.gui.window.helpers import trigger

OWN = [command.id for command in COMMANDS if command.scope == "compare"]


@pytest.fixture
def compare(window: MainWindow) -> CompareView:
    view = window.pages.compare()
    view.levels.compare_addresses([Address("levels/P1"), Address("levels/P2")])
    return view


def heads(view: CompareView) -> list[str]:
    return [str(subject.address) for subject in view.compare_columns.subjects]


def usable(window: MainWindow) -> list[str]:
    return [name for name in OWN if window.actions_by_id[name].isEnabled()]


def test_that_they_can_be_used_while_compare_is_active(
    window: MainWindow, compare: CompareView
) -> None:
    assert usable(window) == OWN
    window.pages.show_form()
    assert usable(window) == []
    window.pages.show_page("compare")
    compare.cell.remove_column()
    assert "compare.move_left" not in usable(window)
    trigger(window, "compare.clear")
    assert usable(window) == []


def test_that_the_menu_acts_on_the_current_column(window: MainWindow, compare: CompareView) -> None:
    compare.table.setCurrentIndex(compare.model.index(0, 1))
    trigger(window, "compare.move_left")
    assert heads(compare) == ["levels/P2", "levels/P1"]
    trigger(window, "compare.baseline")
    assert compare.compare_columns.baseline == 0


def test_that_a_column_has_the_words_and_keys_of_the_table(compare: CompareView) -> None:
    menu = compare.cell.column_menu(1)
    shown = {entry.objectName(): entry.text() for entry in menu.actions() if entry.text()}
    assert shown["compare.remove_column"] == "Re&move the column\tCtrl+Shift+Del"
    assert set(shown) <= {command.id for command in COMMANDS}
    menu.deleteLater()


def test_that_differences_only_is_ticked_in_the_menu_as_on_its_button(
    window: MainWindow, compare: CompareView
) -> None:
    action = window.actions_by_id["compare.differences"]
    compare.bar.differences.click()
    assert action.isChecked()
    action.trigger()
    assert not compare.bar.differences.isChecked()
    assert not action.isChecked()


def test_that_a_key_of_compare_goes_before_that_of_the_window(
    qtbot: QtBot, window: MainWindow, compare: CompareView
) -> None:
    compare.table.setFocus()
    compare.table.setCurrentIndex(compare.model.index(0, 0))
    qtbot.keyClick(compare.table, Qt.Key.Key_F7)  # the next difference, not the next change
    assert window.centre.current == "compare"
    row = compare.model.lines[compare.table.currentIndex().row()].row
    assert row is not None
    assert row.differs


def test_that_the_print_button_of_compare_prints_the_comparison(
    window: MainWindow, compare: CompareView, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []
    monkeypatch.setattr(
        "laddereditor.gui.export.exporting.show_preview",
        lambda offers, *_: printed.append(offers[0].title),
    )
    button = compare.bar.findChild(QToolButton, "compareBar.file.print")
    assert button is not None
    window.page.setFocus()  # and would be printed
    button.click()
    assert len(printed) == 1
    assert "P1" in printed[0]
    assert window.actions_by_id["file.print"].text() == "Prin&t the comparison…"


def test_that_no_two_entries_of_the_compare_menu_share_a_letter(window: MainWindow) -> None:
    menu = window.menuBar().findChild(QMenu, "menu.compare")
    assert menu is not None
    texts = [entry.text() for entry in menu.actions() if "&" in entry.text()]
    letters = [text[text.index("&") + 1].casefold() for text in texts]
    assert len(set(letters)) == len(letters)


def test_that_a_column_that_is_not_the_current_one_is_acted_on_by_its_own_menu(
    compare: CompareView,
) -> None:
    compare.table.setCurrentIndex(compare.model.index(0, 1))
    menu = compare.cell.column_menu(0)
    (remove,) = (one for one in menu.actions() if one.objectName() == "compare.remove_column")
    remove.trigger()
    assert heads(compare) == ["levels/P2"]
    menu.deleteLater()
