"""Commands: actions, menus, keys, palette and sheet all follow the one table."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QListWidget, QMenu, QTableWidget
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.commands.command_keys import native_keys
from laddereditor.gui.commands.palette import CommandPalette
from laddereditor.gui.commands.shortcut_sheet import ShortcutSheet
from laddereditor.gui.look.escaping import plain
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from laddereditor.presentation.commands import COMMANDS
from laddereditor.presentation.commands.situation import Situation
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL
from tests.gui.window.helpers import session_of, trigger, type_summary

_SIDES = ("page", "source", "problems")


def _keys(action: QAction) -> set[str]:
    return {key.toString() for key in action.shortcuts()}


def test_that_a_command_has_its_action_tip_and_keys(window: MainWindow) -> None:
    for command in COMMANDS:
        action = window.findChild(QAction, f"action.{command.id}")
        assert action is not None, command.id
        assert action.text()
        assert command.tip
        assert action.statusTip() == command.tip_in(window.actions_by_id.now)
        keys = {QKeySequence(key).toString() for key in command.shortcut.split("; ") if key}
        assert _keys(action) == keys


def test_that_every_command_is_in_its_menu(window: MainWindow) -> None:
    shown = {
        action.objectName()
        for menu in window.menuBar().findChildren(QMenu)
        for action in menu.actions()
        if action.objectName()
    }
    assert {f"action.{command.id}" for command in COMMANDS} == shown


def test_that_no_two_commands_of_the_window_share_a_key(window: MainWindow) -> None:
    taken: dict[str, str] = {}
    for command in COMMANDS:
        if command.scope in ("compare", "matrix"):  # a sheet in focus takes its keys first
            continue
        for key in _keys(window.actions_by_id[command.id]):
            # "+" is typed with Shift on many keyboards: both are one key there.
            assert taken.setdefault(key.replace("Shift++", "+"), command.id) == command.id


def test_that_no_two_entries_of_a_menu_share_a_letter() -> None:
    taken: set[tuple[str, str]] = set()
    for command in COMMANDS:
        if "&" in command.text:
            letter = (
                f"{command.menu}/{command.submenu}",
                command.text[command.text.index("&") + 1].casefold(),
            )
            assert letter not in taken, command.id
            taken.add(letter)


def test_that_names_with_an_ampersand_are_shown_whole(window: MainWindow) -> None:
    session = session_of(window)
    session.apply(set_field(session.ladder, Address("families/design"), "name", "R&D"))
    session.apply(set_field(session.ladder, Address("families/design"), "summary", "Other words."))
    text = window.actions_by_id["edit.undo"].text()
    assert text.startswith("&Undo ")
    assert "R&D" in plain(text)


def test_that_undo_and_redo_work_by_keyboard_while_a_field_has_the_focus(
    qtbot: QtBot, window: MainWindow
) -> None:
    field = type_summary(qtbot, window, "Other words")
    assert field.hasFocus()
    undo = window.actions_by_id["edit.undo"]
    assert "Summary" in undo.text()
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session_of(window).ladder.levels[1].summary == "Works alone on known things."
    assert field.toPlainText() == "Works alone on known things."
    assert field.hasFocus()
    assert not undo.isEnabled()
    assert undo.text() == "&Undo"
    assert "Summary" in window.actions_by_id["edit.redo"].text()
    shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(field, Qt.Key.Key_Z, shift)
    assert field.toPlainText() == "Other words"


def test_that_undo_is_the_ladders_also_from_a_field_that_is_no_form(
    qtbot: QtBot, window: MainWindow
) -> None:
    type_summary(qtbot, window, "Other words")
    field = window.tree.findChild(QLineEdit, "treeFilter")
    assert field is not None
    field.setFocus()
    qtbot.keyClicks(field, "p1")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "p1"
    assert session_of(window).ladder.levels[1].summary == "Works alone on known things."


def test_that_the_palette_runs_what_is_found_by_typing_and_keys(
    qtbot: QtBot, window: MainWindow
) -> None:
    trigger(window, "help.palette")
    palette = window.findChild(CommandPalette)
    assert palette is not None
    field, found = palette.findChild(QLineEdit), palette.findChild(QListWidget)
    assert field is not None
    assert found is not None
    assert found.count() > 20
    qtbot.keyClicks(field, "dark col")
    assert [found.item(row).text() for row in range(found.count())] == ["View: Use dark colours"]
    field.clear()
    qtbot.keyClicks(field, "go to")
    assert found.item(0).text() == "View: Go to the tree"  # begins with what was typed
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert found.currentRow() == 1
    qtbot.keyClicks(field, " nothing like it")
    assert found.count() == 0
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert palette.isVisible()
    field.setText("text larger")
    before = window.font().pointSizeF()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.font().pointSizeF() > before
    trigger(window, "view.zoom_reset")


def test_that_the_palette_offers_only_what_can_be_done(qtbot: QtBot, window: MainWindow) -> None:
    trigger(window, "help.palette")
    palette = window.findChild(CommandPalette)
    assert palette is not None
    found = palette.findChild(QListWidget)
    assert found is not None
    shown = [found.item(row).text() for row in range(found.count())]
    assert "File: Save" in shown
    assert "Edit: Undo" not in shown
    palette.close()


def test_that_the_sheet_lists_every_shortcut(window: MainWindow) -> None:
    trigger(window, "help.shortcuts")
    sheet = window.findChild(ShortcutSheet)
    assert sheet is not None
    table = sheet.findChild(QTableWidget)
    assert table is not None
    shown = {
        (table.item(row, 1).text(), table.item(row, 2).text()) for row in range(table.rowCount())
    }
    for command in COMMANDS:
        if command.shortcut:
            assert (plain(command.text), native_keys(command.shortcut)) in shown
    sheet.close()


@pytest.mark.parametrize("side", _SIDES)
def test_that_a_view_at_the_side_is_shown_and_hidden(window: MainWindow, side: str) -> None:
    action, dock = window.actions_by_id[f"panel.{side}"], window.docks[side]
    dock.hide()
    assert not action.isChecked()
    action.trigger()
    assert not dock.isHidden()
    assert action.isChecked()
    action.trigger()
    assert dock.isHidden()
    assert not action.isChecked()


def test_that_of_two_views_in_one_place_the_one_asked_for_is_active(
    window: MainWindow,
) -> None:
    window.pages.show_dock("page")
    trigger(window, "view.source")
    assert window.source.editor.isVisible()
    assert not window.actions_by_id["panel.page"].isChecked()
    trigger(window, "view.page")
    assert window.page.isVisible()


def test_that_one_scheme_is_marked_as_chosen(window: MainWindow) -> None:
    def marked() -> list[str]:
        names = ("system", "light", "dark")
        return [name for name in names if window.actions_by_id[f"view.{name}"].isChecked()]

    assert marked() == ["system"]
    trigger(window, "view.dark")
    assert marked() == ["dark"]
    trigger(window, "view.dark")
    assert marked() == ["dark"]
    trigger(window, "view.light")
    assert marked() == ["light"]


def test_that_nothing_can_be_edited_in_a_ladder_that_is_read_only(
    window: MainWindow, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    newer = tmp_path / "newer.yaml"
    newer.write_text(SMALL.replace("laddereditor: 1", "laddereditor: 2"), "utf-8")
    window.opening.open_files([newer])
    window.workspace.go_to("skills/python")
    before = session_of(window).ladder
    for command in COMMANDS:
        if command.enabled(Situation(has_ladder=True, can_edit=True, selected=1)) and not (
            command.enabled(Situation(has_ladder=True))
        ):
            assert not window.actions_by_id[command.id].isEnabled(), command.id
    window.tree.delete()
    window.tree.move_down()
    assert session_of(window).ladder is before
    assert newer.read_text("utf-8") == SMALL.replace("laddereditor: 1", "laddereditor: 2")


def test_that_gaps_are_walked_over_from_the_menu_while_the_matrix_is_active(
    window: MainWindow,
) -> None:
    def can_step() -> bool:
        return window.actions_by_id["go.next_gap"].isEnabled()

    assert not can_step()
    sheet = window.pages.matrix().sheet
    assert can_step()
    sheet.go_to(0, 1)
    trigger(window, "go.next_gap")
    assert sheet.hasFocus()
    cell = sheet.cells.cell(sheet.currentIndex())
    assert cell is not None
    assert cell.state == "gap"
    window.pages.show_form()
    assert not can_step()
