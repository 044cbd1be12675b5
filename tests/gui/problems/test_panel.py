"""The Problems view in the window: filters, groups, jumps, fixes, accepting."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QTreeView,
)
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.app import open_window
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address, FieldPath
from laddereditor.rules.finding import Finding
from laddereditor.session.session import Session
from laddereditor.storage.files.document import read_text
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL

_WRONG = (
    SMALL.replace("Learns the trade.", "TBD")
    .replace("Works alone on known things.", "TBD")
    .replace("Shapes what people use.", "TBD")
)
_MODE = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def window(qtbot: QtBot, dialogs: FakeDialogs) -> Iterator[MainWindow]:
    window = open_window([], dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    dialogs.answers["save_changes"] = "discard"
    QAbstractItemModelTester(view_of(window).model(), _MODE, window)
    window.opening.start(Session(read_text(_WRONG)))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.pages.show_dock("problems")
    yield window


def view_of(window: MainWindow) -> QTreeView:
    view = window.problems.findChild(QTreeView, "problemsView")
    assert view is not None
    return view


def shown(window: MainWindow, parent: QModelIndex | None = None) -> list[str]:
    model, above = view_of(window).model(), parent or QModelIndex()
    return [model.index(row, 1, above).data() for row in range(model.rowCount(above))]


def groups(window: MainWindow) -> list[str]:
    model = view_of(window).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def row_of(window: MainWindow, where: str) -> QModelIndex:
    return (
        view_of(window)
        .model()
        .index(next(row for row, text in enumerate(shown(window)) if where in text), 0)
    )


def placeholders(window: MainWindow) -> list[Finding]:
    session = window.workspace.session
    assert session is not None
    assert session.report is not None
    return [found for found in session.report.findings if "TBD" in found.message]


def only_placeholders(qtbot: QtBot, window: MainWindow) -> None:
    field = window.problems.findChild(QLineEdit, "problemsFilter")
    assert field is not None
    qtbot.keyClicks(field, "placeholder")


def group_by(window: MainWindow, words: str) -> None:
    box = window.problems.findChild(QComboBox, "problemsGrouping")
    assert box is not None
    box.setCurrentText(words)


def edit(window: MainWindow, address: str, text: str) -> None:
    session = window.workspace.session
    assert session is not None
    session.apply(set_field(session.ladder, Address(address), "summary", text))


def menu_action(window: MainWindow, finding: Finding, words: str) -> QAction:
    menu = window.problems.menu_for(finding)
    return next(action for action in menu.actions() if action.text().startswith(words))


def test_that_findings_come_and_go_while_one_types(qtbot: QtBot, window: MainWindow) -> None:
    only_placeholders(qtbot, window)
    assert len(shown(window)) == 3
    window.workspace.go_to("levels/P1", FieldPath("summary"))
    field = window.form.findChild(QPlainTextEdit, "field.summary")
    assert field is not None
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Learns")
    assert len(shown(window)) == 2
    assert field.hasFocus()
    field.selectAll()
    qtbot.keyClicks(field, "TBD")
    assert len(shown(window)) == 3


def test_that_severities_are_switched_and_counted(qtbot: QtBot, window: MainWindow) -> None:
    button = window.problems.findChild(QToolButton, "problems.warning")
    assert button is not None
    total = len(shown(window))
    warnings = int(button.text().split()[-1])
    assert warnings >= 3
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(shown(window)) == total - warnings
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(shown(window)) == total


def test_that_groups_are_open_and_a_closed_one_stays_closed(
    qtbot: QtBot, window: MainWindow
) -> None:
    only_placeholders(qtbot, window)
    group_by(window, "By place")
    view, model = view_of(window), view_of(window).model()
    assert len(groups(window)) == 3
    assert all(view.isExpanded(model.index(row, 0)) for row in range(3))
    view.collapse(model.index(1, 0))
    edit(window, "levels/P1", "Learns.")
    assert [view.isExpanded(model.index(row, 0)) for row in range(2)] == [False, True]
    edit(window, "levels/P1", "TBD")
    assert [view.isExpanded(model.index(row, 0)) for row in range(3)] == [True, False, True]
    group_by(window, "By rule")
    assert [text.rpartition(" ")[2] for text in groups(window)] == ["(3)"]


@pytest.mark.parametrize("by", ["double-click", "enter"])
def test_that_a_row_leads_to_its_field(qtbot: QtBot, window: MainWindow, by: str) -> None:
    only_placeholders(qtbot, window)
    view, index = view_of(window), row_of(window, "P2 Intermediate")
    if by == "enter":
        view.setCurrentIndex(index)
        view.setFocus()
        qtbot.keyClick(view, Qt.Key.Key_Return)
    else:
        place = view.visualRect(index).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.workspace.address == "levels/P2"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "field.summary"


def test_that_f8_walks_the_findings_in_both_directions(qtbot: QtBot, window: MainWindow) -> None:
    only_placeholders(qtbot, window)
    places = [found.address for found in placeholders(window)]
    walked = []
    for _ in range(4):
        qtbot.keyClick(window, Qt.Key.Key_F8)
        walked.append(window.workspace.address)
    assert walked == [*places, places[0]]
    qtbot.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert window.workspace.address == places[-1]


def test_that_f8_after_fixing_one_goes_to_the_very_next(qtbot: QtBot, window: MainWindow) -> None:
    only_placeholders(qtbot, window)
    places = [found.address for found in placeholders(window)]
    qtbot.keyClick(window, Qt.Key.Key_F8)
    edit(window, places[0], "Mended.")
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.workspace.address == places[1]
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.workspace.address == places[2]
    edit(window, places[2], "Mended.")
    qtbot.keyClick(window, Qt.Key.Key_F8)
    assert window.workspace.address == places[1]  # around the end


def test_that_the_selected_row_stays_when_others_come_and_go(
    qtbot: QtBot, window: MainWindow
) -> None:
    edit(window, "levels/P1", "Learns.")
    only_placeholders(qtbot, window)
    view = view_of(window)
    index = row_of(window, "P2 Intermediate")
    view.setCurrentIndex(index)
    edit(window, "levels/P1", "TBD")
    edit(window, "families/design", "Mended.")
    assert "P2 Intermediate" in view.currentIndex().siblingAtColumn(1).data()
    assert view.selectionModel().isSelected(view.currentIndex())


def test_that_the_focus_stays_in_the_view_when_its_last_row_goes(
    qtbot: QtBot, window: MainWindow
) -> None:
    only_placeholders(qtbot, window)
    view = view_of(window)
    view.setFocus()
    for found in placeholders(window):
        edit(window, found.address, "Mended.")
    assert shown(window) == []
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLabel)
    assert focused.text() == "No problem fits the filter."
    edit(window, "levels/P1", "TBD")
    assert view.hasFocus()


def test_that_a_finding_is_accepted_with_a_reason_as_one_step(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    dialogs.answers["line"] = "Agreed in May"
    session = window.workspace.session
    assert session is not None
    before = placeholders(window)
    found = before[0]
    menu_action(window, found, "Accept").trigger()
    assert len(placeholders(window)) == len(before) - 1
    assert "reason: Agreed in May" in session.document.text
    accepted = session.ladder.checks.accepted[0]
    assert (accepted.rule, accepted.reason) == (found.rule, "Agreed in May")
    assert read_text(session.document.text).ladder == session.ladder
    session.undo()
    assert session.document.text == _WRONG
    assert placeholders(window) == before


def test_that_accepting_can_be_cancelled(window: MainWindow, dialogs: FakeDialogs) -> None:
    dialogs.answers["line"] = None
    session = window.workspace.session
    assert session is not None
    menu_action(window, placeholders(window)[0], "Accept").trigger()
    assert not session.is_modified


def test_that_a_fix_corrects_one_and_fix_all_every_one_of_a_kind(
    window: MainWindow, dialogs: FakeDialogs
) -> None:
    text = SMALL.replace("skills: [python]", "skills: [pythn]").replace(
        "          - mentoring\n", "          - mentorin\n"
    )
    window.opening.start(Session(read_text(text)))
    session = window.workspace.session
    assert session is not None

    def unknown() -> list[Finding]:
        assert session is not None
        assert session.report is not None
        found = session.report.findings
        return [one for one in found if '"pythn"' in one.message or '"mentorin"' in one.message]

    both = unknown()
    assert [one.rule for one in both] == ["unknown-skill"] * 2
    menu_action(window, both[0], both[0].fixes[0].label).trigger()
    assert len(unknown()) == len(both) - 1
    session.undo()
    dialogs.answers["confirm"] = False
    menu_action(window, both[0], "Fix all").trigger()
    assert unknown() == both
    question = dialogs.asked[-1][1][1]
    assert all(one.fixes[0].label in question for one in both)
    dialogs.answers["confirm"] = True
    menu_action(window, both[0], "Fix all").trigger()
    assert unknown() == []
    assert session.undo_label.startswith("Fix all")
    assert session.ladder.families == read_text(SMALL).ladder.families
    session.undo()
    assert session.document.text == text


def test_that_a_finding_is_copied_as_text(qtbot: QtBot, window: MainWindow) -> None:
    only_placeholders(qtbot, window)
    view = view_of(window)
    view.setCurrentIndex(row_of(window, "P1 Entry"))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert "P1 Entry" in copied
    assert "TBD" in copied


def test_that_nothing_is_offered_where_nothing_can_be_changed(window: MainWindow) -> None:
    window.opening.start(Session(read_text(_WRONG.replace("laddereditor: 1", "laddereditor: 2"))))
    assert not menu_action(window, placeholders(window)[0], "Accept").isEnabled()


def test_that_the_problems_that_the_filters_leave_are_printed_and_exported(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: view_of(window).model().rowCount() > 0)
    (offer,) = window.problems.offers()
    rows = offer.report(False).rows
    assert [row[2] for row in rows] == shown(window)
    assert {row[0] for row in rows} <= {"Error", "Warning", "Info"}
    field = window.problems.findChild(QLineEdit, "problemsFilter")
    assert isinstance(field, QLineEdit)
    field.setText("nothing fits this")
    qtbot.waitUntil(lambda: window.problems.offers() == ())
