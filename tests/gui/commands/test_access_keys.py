"""An access key (Alt and a letter) means one thing, whatever is in sight."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.edits.lists import insert_items, set_item
from laddereditor.edits.structure import delete
from laddereditor.gui.changes.view import ChangesView
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.gui.window.window_dialogs import WindowDialogs
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import read_text
from tests.gui.dialogs.test_questions import QUESTIONS, large_dialogs, while_open
from tests.gui.samples import SMALL
from tests.gui.window.helpers import trigger

P1 = Address("families/software/P1")
_PAGES = ("view.page", "view.source", "view.matrix", "view.changes", "view.versions")


def key_of(words: str) -> str:
    return QKeySequence.mnemonic(words).toString()


def in_sight(window: MainWindow) -> list[tuple[str, str]]:
    """Return the access keys of all that is in sight, with the words that have them."""
    words = [each.text() for each in window.menuBar().actions()]
    words += (each.text() for each in window.findChildren(QAbstractButton) if each.isVisible())
    words += (each.text() for each in window.findChildren(QLabel) if each.buddy())
    return [(key, each) for each in words if (key := key_of(each))]


def doubled(keys: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return what has an access key that something else has too."""
    count = Counter(key for key, _ in keys)
    return sorted(each for each in keys if count[each[0]] > 1)


def test_that_each_menu_has_a_key_of_its_own(window: MainWindow) -> None:
    keys = [key_of(each.text()) for each in window.menuBar().actions()]
    assert all(keys)
    assert len(set(keys)) == len(keys)


def test_that_the_entries_of_each_menu_have_keys_of_their_own(window: MainWindow) -> None:
    menus = [one for one in window.menuBar().findChildren(QMenu) if one.actions()]
    assert len(menus) > 5
    for menu in menus:
        keys = [(key, act.text()) for act in menu.actions() if (key := key_of(act.text()))]
        assert not doubled(keys), menu.title()


@pytest.mark.parametrize("page", _PAGES)
def test_that_no_key_means_two_things_on_a_page(window: MainWindow, page: str) -> None:
    trigger(window, "view.versions")
    trigger(window, page)
    assert not doubled(in_sight(window))


# -- Changes, in all that it can be ---------------------------------------------------------------


def theirs(ladder: Ladder) -> Ladder:
    ladder = set_field(ladder, Address("levels/P2"), "summary", "Works with one other.").change(
        ladder
    )
    mended = "Mends defects in one service"
    ladder = set_item(ladder, P1, "responsibilities", 0, mended).change(ladder)
    more = ("Speaks to customers",)
    ladder = insert_items(ladder, P1, "responsibilities", 2, more).change(ladder)
    return delete(ladder, [Address("families/design")], uses="remove").change(ladder)


def every_row(view: ChangesView) -> Iterator[str]:
    """Select one row after the other."""
    for key in list(view.tree.changes.leaf_keys()):
        view.tree.go_to_key(key)
        yield key


@pytest.fixture
def changes(window: MainWindow) -> ChangesView:
    trigger(window, "view.versions")
    trigger(window, "view.changes")
    view = window.centre.page("changes")
    assert isinstance(view, ChangesView)
    return view


def test_that_no_key_means_two_things_in_a_merge(window: MainWindow, changes: ChangesView) -> None:
    base = read_text(SMALL).ladder
    window.workspace.attempt(
        set_field, Address("levels/P2"), "summary", "Works alone on new things."
    )
    window.workspace.attempt(set_item, P1, "responsibilities", 0, "Fixes defects in every service")
    window.workspace.attempt(
        set_field, Address("families/design"), "summary", "Shapes what people see."
    )
    changes.resolve_merge(base, theirs(base), "anna.yaml", lambda _: None)
    titles = set()
    for _ in every_row(changes):
        assert not doubled(in_sight(window))
        titles |= {words for _, words in in_sight(window)}
    assert {"Fi&nish merge", "&Resolve the rest", "&Keep mine", "Take &it out"} <= titles
    changes.tree.go_to_key(next(iter(changes.tree.changes.shown.rows)))
    changes.merge.leave_out()
    for _ in every_row(changes):
        assert not doubled(in_sight(window))


@pytest.mark.parametrize("mode", ["since", "review", "between"])
def test_that_no_key_means_two_things_among_changes(
    window: MainWindow, changes: ChangesView, mode: str
) -> None:
    base = read_text(SMALL).ladder
    if mode == "since":
        changes.show_since(theirs(base), "anna.yaml")
    elif mode == "review":
        changes.review(theirs(base), "anna.yaml")
    else:
        changes.show_between(base, theirs(base), "one", "two")
    assert len(list(every_row(changes))) > 2
    assert not doubled(in_sight(window))


def test_that_a_merge_is_finished_by_another_key_than_the_file_menu_has(
    window: MainWindow, changes: ChangesView
) -> None:
    done: list[Ladder] = []
    base = read_text(SMALL).ladder
    other = set_field(base, Address("levels/P2"), "summary", "Works.").change(base)
    changes.resolve_merge(base, other, "anna.yaml", done.append)
    finish = changes.findChild(QPushButton, "mergeFinish")
    assert finish is not None
    assert finish.shortcut().toString() == "Alt+N"
    assert key_of(window.menuBar().actions()[0].text()) == "Alt+F"


# -- dialogs --------------------------------------------------------------------------------------


def _keys_of(dialog: QDialog) -> list[tuple[str, str]]:
    """Return the access keys of a dialog, with the words that have them."""
    words = [each.text() for each in dialog.findChildren(QAbstractButton)]
    words += [each.text() for each in dialog.findChildren(QLabel) if each.buddy()]
    return [(key, each) for each in words if (key := key_of(each))]


def test_that_no_key_means_two_things_in_a_dialog(qtbot: QtBot) -> None:
    for dialog in large_dialogs():
        qtbot.addWidget(dialog)
        assert not doubled(_keys_of(dialog)), dialog.objectName()


@pytest.mark.parametrize("name", QUESTIONS)
def test_that_no_key_means_two_things_in_a_question(window: MainWindow, name: str) -> None:
    found: list[list[tuple[str, str]]] = []
    while_open(
        lambda: QUESTIONS[name](WindowDialogs(window)),
        lambda dialog: found.append(_keys_of(dialog)),
    )
    assert found
    assert not doubled(found[0])
