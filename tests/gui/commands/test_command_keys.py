"""No desktop takes a key of the command table away, and every entry says what it does."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QToolBar, QToolButton
from pytestqt.qtbot import QtBot

from laddereditor.gui.look.escaping import plain
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.presentation.commands import COMMANDS, Command
from tests.gui.window.helpers import trigger

# Keys that desktops keep for themselves: GNOME, KDE Plasma, IBus, Windows.
_DESKTOP = {
    *("Alt+Tab", "Alt+Shift+Tab", "Alt+Esc", "Alt+Space", "Alt+F1", "Alt+F2", "Alt+F3", "Alt+F4"),
    *("Alt+F5", "Alt+F6", "Alt+F7", "Alt+F8", "Alt+F9", "Alt+F10", "Ctrl+Esc", "Ctrl+Shift+Esc"),
    *(f"Ctrl+F{number}" for number in range(1, 13)),
    *("Ctrl+Shift+U", "Ctrl+Shift+E", "Ctrl+.", "Ctrl+;", "Ctrl+Space", "Shift+Space"),
}
# On macOS the portable Ctrl is Command.
_MACOS = {
    *("Ctrl+H", "Ctrl+M", "Ctrl+Space", "Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+`", "Ctrl+Shift+Q"),
    *("Ctrl+Shift+3", "Ctrl+Shift+4", "Ctrl+Shift+5", "F11"),
}
_VERBS = {
    *(
        "Add",
        "Align",
        "Change",
        "Close",
        "Collapse",
        "Compare",
        "Copy",
        "Create",
        "Cut",
        "Delete",
        "Duplicate",
        "Edit",
    ),
    *("Expand", "Export", "Find", "Fold", "Follow", "Go", "Import", "Make", "Merge", "Open"),
    *(
        "Separate",
        "Paste",
        "Print",
        "Publish",
        "Quit",
        "Redo",
        "Rename",
        "Report",
        "Reset",
        "Restore",
    ),
    *("Move", "Remove", "Replace", "Unfold"),
    *("Review", "Save", "Show", "Take", "Undo", "Use", "Write"),
}
_SET_PHRASES = {"About Ladder Editor"}  # as everywhere


def keys_of(command: Command) -> list[str]:
    return [QKeySequence(key).toString() for key in command.shortcut.split("; ") if key]


ALL_KEYS = [(command.id, key) for command in COMMANDS for key in keys_of(command)]


@pytest.mark.parametrize(("name", "key"), ALL_KEYS)
def test_that_no_desktop_takes_a_key(name: str, key: str) -> None:
    taken = {QKeySequence(each).toString() for each in _DESKTOP}
    assert key not in taken, name
    # Desktops move between workspaces by Ctrl+Alt; on Windows it is AltGr, which types letters.
    assert "Ctrl+Alt" not in key, name
    assert "Meta" not in key, name


@pytest.mark.parametrize("command", [c for c in COMMANDS if c.shortcut], ids=lambda c: c.id)
def test_that_macos_leaves_a_key_of_each_command(command: Command) -> None:
    taken = {QKeySequence(each).toString() for each in _MACOS}
    assert set(keys_of(command)) - taken


@pytest.mark.parametrize("scope", ["window", "tree", "compare", "matrix"])
def test_that_a_key_means_one_thing_in_a_view(scope: str) -> None:
    keys = [key for one in COMMANDS if one.scope == scope for key in keys_of(one)]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("scope", ["tree", "compare", "matrix"])
def test_that_a_view_takes_no_key_of_the_window(scope: str) -> None:
    ours, windows = (
        {key for one in COMMANDS if one.scope == each for key in keys_of(one)}
        for each in (scope, "window")
    )
    stepping = {"F7", "Shift+F7"}  # to the next and the previous one of what is in front
    assert ours & windows <= stepping


@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit])
def test_that_no_text_field_takes_a_key_of_the_window(
    qtbot: QtBot, field: type[QLineEdit | QPlainTextEdit]
) -> None:
    shared = {"edit.undo", "edit.redo"}  # the window takes these away from all fields
    editor = field()
    qtbot.addWidget(editor)
    for command in COMMANDS:
        if command.scope != "window" or command.id in shared:
            continue
        for key in command.shortcut.split("; "):
            if key:
                pressed = QKeySequence(key)[0]  # type: ignore[index]
                event = QKeyEvent(
                    QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers()
                )
                event.ignore()
                QApplication.sendEvent(editor, event)
                assert not event.isAccepted(), (command.id, key)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.id)
def test_that_every_entry_says_what_it_does(command: Command) -> None:
    words = plain(command.text)
    assert words.split()[0] in _VERBS or words in _SET_PHRASES


@pytest.mark.parametrize("name", ["page", "source", "problems", "versions", "tree"])
def test_that_the_key_of_a_side_goes_there_and_never_hides_it(
    qtbot: QtBot, window: MainWindow, name: str
) -> None:
    (key,) = window.actions_by_id[f"view.{name}"].shortcuts()
    pressed = key[0]  # type: ignore[index]
    window.docks[name].hide()
    for _ in range(3):
        qtbot.keyClick(window, pressed.key(), pressed.keyboardModifiers())
        assert window.docks.is_in_sight(name)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert window.docks[name].isAncestorOf(focus)


def test_that_the_main_buttons_have_their_word(window: MainWindow) -> None:
    bar = window.findChild(QToolBar, "toolbar")
    assert bar is not None
    buttons = [bar.widgetForAction(action) for action in bar.actions()]
    words = {
        button.text()
        for button in buttons
        if isinstance(button, QToolButton)
        and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    }
    assert {"Open", "Save", "Publish", "Add", "Compare"} <= words
    assert window.actions_by_id["panel.source"] not in bar.actions()


def test_that_a_panel_is_hidden_by_its_button_on_the_toolbar(window: MainWindow) -> None:
    trigger(window, "view.problems")
    trigger(window, "panel.problems")
    assert window.docks["problems"].isHidden()
