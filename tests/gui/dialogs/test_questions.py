"""Every dialog fits a small screen, and its buttons say what they do."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from laddereditor.edits.structure import delete
from laddereditor.gui.dialogs.file_dialogs import (
    NewLadderDialog,
    UnreadableDialog,
)
from laddereditor.gui.dialogs.import_dialog import ImportReviewDialog
from laddereditor.gui.dialogs.questions import LongText
from laddereditor.gui.look.escaping import plain
from laddereditor.gui.look.screen_fit import moved_into
from laddereditor.gui.sharing.backups_dialog import BackupsDialog
from laddereditor.gui.sharing.recoveries_dialog import RecoveriesDialog
from laddereditor.gui.versions.publish_dialog import PublishDialog
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.gui.window.window_dialogs import WindowDialogs
from laddereditor.model.address import Address
from laddereditor.presentation.dialogs.protocol import (
    EarlierSave,
    ImportJudgement,
    ImportReview,
    PageChoice,
    PageReview,
    PublishAdvice,
    PublishOffer,
    RecoverableWork,
    Template,
)
from laddereditor.presentation.tree.deleting import decided_uses
from laddereditor.storage.reading.faults import Fault
from tests.gui.window.helpers import session_of

LONG = "A name that somebody made as long as a whole sentence in a contract would be"
MANY = tuple(f"{LONG} {number}" for number in range(60))
ROOM = (900, 540)  # what a screen of 1440 × 900 at 150 % leaves below its bars


Act = Callable[[QDialog], object]


def while_open(ask: Callable[[], object], *commands: Act) -> object:
    """Ask, and act on each dialog that comes; what fails in it is told after it was closed."""
    failed: list[BaseException] = []
    waiting, seen = list(commands), list[QDialog]()
    timer = QTimer(interval=5)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or dialog in seen:
            return
        if not dialog.isActiveWindow():
            dialog.activateWindow()
            return
        seen.append(dialog)
        try:
            waiting.pop(0)(dialog)
        except BaseException as error:
            failed.append(error)
        finally:
            if failed or (not waiting and dialog.isVisible()):
                dialog.reject()

    timer.timeout.connect(look)
    timer.start()
    answer = ask()
    timer.stop()
    if failed:
        raise failed[0]
    assert not waiting
    return answer


def button(dialog: QDialog, words: str) -> QPushButton:
    (found,) = [
        each
        for each in dialog.findChildren(QPushButton)
        if plain(each.text()) == words and each.isVisible()
    ]
    return found


def words_of(dialog: QDialog) -> list[str]:
    return [plain(b.text()) for b in dialog.findChildren(QPushButton) if b.isVisible()]


@pytest.fixture
def host(qtbot: QtBot, window: MainWindow) -> MainWindow:
    return window


# -- small screens --------------------------------------------------------------------------------


def large_dialogs() -> Iterator[QDialog]:
    yield NewLadderDialog([Template(LONG, LONG, LONG) for _ in range(30)])
    page = PageReview(LONG, PageChoice(LONG, LONG), *(MANY,) * 5)
    judgement = ImportJudgement(MANY, MANY, MANY)
    yield ImportReviewDialog(ImportReview(LONG, (page,), LONG))
    yield ImportReviewDialog(ImportReview(LONG, (page,) * 30, LONG, lambda _, __: judgement))
    yield UnreadableDialog(Path(f"{LONG}.yaml"), tuple(map(Fault, MANY)))
    yield BackupsDialog(LONG, [EarlierSave(LONG, LONG)] * 30, lambda row, reported: reported(LONG))
    yield RecoveriesDialog([RecoverableWork(LONG, LONG, LONG, LONG)] * 30)
    numbers = (("major", "2.0.0"), ("minor", "1.1.0"), ("patch", "1.0.1"))
    yield PublishDialog(
        PublishOffer(LONG, "1.0.0", numbers, LONG),
        lambda reported: reported(PublishAdvice("2.0.0", LONG, MANY, LONG)),
        print,
    )


@pytest.mark.parametrize("number", range(7))
def test_that_a_large_dialog_has_room_on_a_small_screen(qtbot: QtBot, number: int) -> None:
    dialog = list(large_dialogs())[number]
    qtbot.addWidget(dialog)
    dialog.show()
    needed = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    assert needed.width() <= ROOM[0]
    assert needed.height() <= ROOM[1]


QUESTIONS: dict[str, Callable[[WindowDialogs], object]] = {
    "save_changes": lambda dialogs: dialogs.save_changes(list(MANY)),
    "a few choices": lambda dialogs: dialogs.choose(
        LONG, "\n".join(MANY), [(one, one) for one in MANY[:5]], "Delete"
    ),
    "many choices": lambda dialogs: dialogs.choose(
        LONG, "\n".join(MANY), [(one, one) for one in MANY], "Delete"
    ),
    "line": lambda dialogs: dialogs.line(LONG, "\n".join(MANY), LONG, action="Change"),
    "paragraph": lambda dialogs: dialogs.paragraph(LONG, LONG, "\n".join(MANY), action="Read it"),
    "show_message": lambda dialogs: dialogs.show_message(LONG, "\n".join(MANY), "\n".join(MANY)),
    "confirm": lambda dialogs: dialogs.confirm(LONG, "\n".join(MANY), "Discard"),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_that_a_question_of_any_length_stays_on_the_screen(
    qtbot: QtBot, host: MainWindow, name: str
) -> None:
    def look(dialog: QDialog) -> None:
        free = dialog.screen().availableGeometry()
        assert free.contains(dialog.frameGeometry())
        needed = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
        assert needed.height() <= ROOM[1]
        assert needed.width() <= ROOM[0]
        for each in dialog.findChildren(QPushButton):
            if each.isVisible():
                assert dialog.rect().contains(
                    QRect(each.mapTo(dialog, each.rect().topLeft()), each.size())
                )

    while_open(lambda: QUESTIONS[name](WindowDialogs(host)), look)


TEXTS = [
    "The disk is full.",
    "The file could not be written: Permission denied.\n\nYour changes are still here.",
    *(f"{'a word of some length ' * count}\n\nAnd a second paragraph." for count in range(2, 9)),
]


@pytest.mark.parametrize("text", TEXTS)
def test_that_words_that_fit_have_no_scroll_bar(qtbot: QtBot, host: MainWindow, text: str) -> None:
    def look(dialog: QDialog) -> None:
        words = dialog.findChild(LongText)
        assert words is not None
        assert not words.verticalScrollBar().isVisible()
        assert words.focusPolicy() == Qt.FocusPolicy.NoFocus
        label = words.findChild(QLabel)
        assert label is not None
        assert label.heightForWidth(label.width()) <= words.viewport().height()

    dialogs = WindowDialogs(host)
    while_open(lambda: dialogs.show_message("Told", text), look)
    while_open(lambda: dialogs.choose("Which?", text, [("a", "One")] * 8, "Take"), look)
    while_open(lambda: dialogs.paragraph("Told", text, "", "Take"), look)


def test_that_words_that_do_not_fit_can_be_scrolled_by_keys(qtbot: QtBot, host: MainWindow) -> None:
    def look(dialog: QDialog) -> None:
        words = dialog.findChild(LongText)
        assert words is not None
        assert words.verticalScrollBar().isVisible()
        words.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(words, Qt.Key.Key_PageDown)
        assert words.verticalScrollBar().value() > 0

    while_open(lambda: WindowDialogs(host).show_message("Told", "\n".join(MANY)), look)


def test_that_a_long_choice_is_read_in_whole(qtbot: QtBot, host: MainWindow) -> None:
    choices = [("a", " ".join([LONG] * 6)), ("b", "Short")]

    def look(dialog: QDialog) -> None:
        found = dialog.findChild(QListWidget)
        assert found is not None
        assert dialog.width() <= ROOM[0]
        row = found.visualItemRect(found.item(0))
        assert row.width() <= found.viewport().width()
        assert row.height() > 2 * found.fontMetrics().height()  # wrapped, not cut off

    while_open(lambda: WindowDialogs(host).choose("Which?", "", choices, "Take"), look)


def test_that_a_window_is_moved_back_onto_the_screen() -> None:
    free = QRect(0, 24, 1000, 700)
    assert moved_into(QRect(900, 600, 300, 200), free).toTuple() == (700, 524)
    assert moved_into(QRect(-40, 0, 300, 200), free).toTuple() == (0, 24)
    assert moved_into(QRect(10, 30, 3000, 2000), free).toTuple() == (0, 24)


# -- what the buttons say -------------------------------------------------------------------------


def test_that_unsaved_changes_are_discarded_by_a_button_that_says_so(
    qtbot: QtBot, host: MainWindow
) -> None:
    dialogs = WindowDialogs(host)

    def discard(dialog: QDialog) -> None:
        assert set(words_of(dialog)) == {"Save", "Discard the changes", "Cancel"}
        qtbot.mouseClick(button(dialog, "Discard the changes"), Qt.MouseButton.LeftButton)

    assert while_open(lambda: dialogs.save_changes(["one"]), discard) == "discard"
    alt = Qt.KeyboardModifier.AltModifier

    def by_letter(letter: Qt.Key, dialog: QDialog) -> None:
        qtbot.keyClick(dialog, letter, alt)
        qtbot.waitUntil(lambda: not dialog.isVisible())  # a button shows that it was pressed

    for letter, answer in ((Qt.Key.Key_S, "save"), (Qt.Key.Key_D, "discard")):
        assert (
            while_open(lambda: dialogs.save_changes(["one"]), partial(by_letter, letter)) == answer
        )
    enter = lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return)  # noqa: E731
    assert while_open(lambda: dialogs.save_changes(["one"]), enter) == "save"
    escape = lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape)  # noqa: E731
    assert while_open(lambda: dialogs.save_changes(["one"]), escape) == "cancel"


def test_that_enter_does_not_do_what_cannot_be_undone(qtbot: QtBot, host: MainWindow) -> None:
    dialogs = WindowDialogs(host)
    enter = lambda dialog: qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)  # noqa: E731
    ask = partial(dialogs.confirm, "Sure?", "Words", "Discard")
    assert while_open(partial(ask, final=True), enter) is False
    assert while_open(partial(ask, final=False), enter) is True

    def by_tab(dialog: QDialog) -> None:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Backtab)
        assert dialog.focusWidget() is button(dialog, "Discard")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)

    assert while_open(partial(ask, final=True), by_tab) is True


def test_that_a_choice_begins_with_what_holds_now(qtbot: QtBot, host: MainWindow) -> None:
    choices = [("a", "One"), ("b", "Two"), ("", "As before")]
    enter = lambda dialog: qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)  # noqa: E731
    dialogs = WindowDialogs(host)
    assert while_open(lambda: dialogs.choose("Which?", "", choices, "Take", "b"), enter) == "b"
    assert while_open(lambda: dialogs.choose("Which?", "", choices, "Take", ""), enter) == ""
    assert while_open(lambda: dialogs.choose("Which?", "", choices, "Take"), enter) == "a"


def test_that_rows_of_a_list_leave_room_around_their_text(qtbot: QtBot) -> None:
    dialog = RecoveriesDialog([RecoverableWork("one", "", "today", "2 profiles changed")] * 2)
    qtbot.addWidget(dialog)
    dialog.show()
    rows = dialog.findChild(QTreeWidget)
    assert rows is not None
    assert rows.visualRect(rows.model().index(0, 0)).height() >= rows.fontMetrics().height() + 6


def test_that_the_button_says_what_the_chosen_one_of_a_few_does(
    qtbot: QtBot, host: MainWindow
) -> None:
    choices = [("a", "Take the one"), ("b", "Take the other")]

    def second(dialog: QDialog) -> None:
        assert "First" in words_of(dialog)
        focus = dialog.focusWidget()
        assert isinstance(focus, QRadioButton)
        qtbot.keyClick(focus, Qt.Key.Key_Down)
        qtbot.mouseClick(button(dialog, "Second"), Qt.MouseButton.LeftButton)

    words = {"a": "First", "b": "Second"}
    dialogs = WindowDialogs(host)
    assert while_open(lambda: dialogs.choose("Which?", "", choices, words), second) == "b"


# -- many choices ---------------------------------------------------------------------------------


def test_that_another_skill_is_put_in_place_of_a_deleted_one_by_typing_a_part_of_its_name(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.opening.open_sample("technology.yaml")
    session = session_of(window)
    gone, other = session.ladder.skills[0], session.ladder.skills[7]
    dialogs = WindowDialogs(window)

    def replace(dialog: QDialog) -> None:
        for option in dialog.findChildren(QRadioButton):
            if option.text().startswith("Put another"):
                option.click()
        qtbot.mouseClick(button(dialog, "Choose"), Qt.MouseButton.LeftButton)

    def find(dialog: QDialog) -> None:
        field, found = dialog.findChild(QLineEdit), dialog.findChild(QListWidget)
        assert field is not None
        assert found is not None
        assert dialog.focusWidget() is field
        assert dialog.height() <= ROOM[1]
        assert found.count() == len(session.ladder.skills) - 1
        qtbot.keyClicks(field, other.name[:-1].lower())
        assert found.count() < 5
        qtbot.keyClick(field, Qt.Key.Key_Return)

    address = f"skills/{gone.id}"
    ask = lambda: decided_uses(session.ladder, [Address(address)], dialogs)  # noqa: E731
    answer = while_open(ask, replace, find)
    assert answer == other.id
    after = delete(session.ladder, [Address(address)], uses=str(answer)).change(session.ladder)
    assert all(skill.id != gone.id for skill in after.skills)


def test_that_nothing_can_be_taken_while_nothing_fits(qtbot: QtBot, host: MainWindow) -> None:
    choices = [(str(number), f"Entry {number}") for number in range(40)]

    def type_nonsense(dialog: QDialog) -> None:
        field = dialog.findChild(QLineEdit)
        assert field is not None
        qtbot.keyClicks(field, "zzz")
        assert not button(dialog, "Delete").isEnabled()
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert dialog.isVisible()
        field.clear()
        qtbot.keyClicks(field, "entry 7")
        qtbot.keyClick(field, Qt.Key.Key_Return)

    dialogs = WindowDialogs(host)
    assert while_open(lambda: dialogs.choose("Q", "", choices, "Delete"), type_nonsense) == "7"


def test_that_no_dialog_shows_stock_icons_on_its_buttons(qtbot: QtBot, host: MainWindow) -> None:
    def look(dialog: QDialog) -> None:
        assert all(each.icon().isNull() for each in dialog.findChildren(QPushButton))

    while_open(lambda: WindowDialogs(host).save_changes(["one"]), look)
    for dialog in large_dialogs():
        qtbot.addWidget(dialog)
        dialog.show()
        look(dialog)


def test_that_a_question_is_over_its_window(qtbot: QtBot, host: MainWindow) -> None:
    parents: list[QWidget | None] = []
    while_open(
        lambda: WindowDialogs(host).show_message("Told", "Words"),
        lambda dialog: parents.append(dialog.parentWidget()),
    )
    assert parents == [host]
