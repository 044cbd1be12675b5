"""Findings under their fields; focus is kept; read-only ladders."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.forms.block import FormBlock
from laddereditor.gui.forms.findings import FindingsStrip
from laddereditor.gui.forms.labels import LinkButton, PlainLabel
from laddereditor.gui.look.theme import apply_theme
from laddereditor.model.address import FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.forms.statement_edits import StatementPosition
from laddereditor.rules.check import check
from laddereditor.rules.finding import Finding, Fix, Severity
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document
from tests.finding import entity_at
from tests.gui.forms.conftest import KEY, P2, P3, FormRobot
from tests.gui.forms.ladders import rich_ladder


def strip(robot: FormRobot, name: str) -> FindingsStrip:
    """Return the findings of the block that an editor stands in."""
    block: QWidget | None = robot.widget(name)
    while block is not None and not isinstance(block, FormBlock):
        block = block.parentWidget()
    assert block is not None
    return block.strip or FindingsStrip(robot.form.form_editor, FieldPath(), robot.form)


def report(robot: FormRobot, *findings: Finding) -> None:
    """Let the session find just these."""
    found = check(robot.session.ladder)
    part = replace(found.cache.blocks[""], findings=findings)
    cache = replace(found.cache, blocks={"": part})
    robot.session._timeline.findings.report = replace(found, findings=findings, cache=cache)
    robot.session._timeline.notify(robot.session.ladder, "checked")


def finding(field: str, message: str = "Wrong.", **more: object) -> Finding:
    severity = more.pop("severity", Severity.WARNING)
    return Finding("test", severity, P3, FieldPath(field), message, **more)  # type: ignore[arg-type]


def test_that_a_finding_is_under_its_field(robot: FormRobot) -> None:
    robot.go(P3)
    report(robot, finding("summary", "Too <b>short</b>."))
    shown = strip(robot, "field.summary")
    assert shown.isVisible()
    words = [one.text() for one in shown.findChildren(PlainLabel) if one.isVisible()]
    assert words == ["Too <b>short</b>."]
    report(robot)
    assert not shown.isVisible()


@pytest.mark.parametrize(
    ("field", "editor"),
    [
        ("factors/scope", "field.factors.scope"),
        ("factors", "field.factors"),
        ("expectations/teamwork/0", "field.expectations.teamwork"),
        ("skills/2", "field.skills"),
        ("pay/ranges/0/min", "field.pay.ranges"),
        ("responsibilities/1", "field.responsibilities"),
        ("experience/min", "field.experience"),
    ],
)
def test_that_a_finding_is_in_the_innermost_block(
    robot: FormRobot, field: str, editor: str
) -> None:
    robot.go(P3)
    report(robot, finding(field))
    assert [one.field for one in strip(robot, editor).shown] == [field]


def test_that_a_finding_without_a_field_is_at_the_top(robot: FormRobot) -> None:
    robot.go(P3)
    report(robot, finding("", "Nobody uses this."), finding("odd-key", "Unknown."))
    page = robot.form._page
    assert page
    assert [one.message for one in page.strip.shown] == ["Nobody uses this.", "Unknown."]


def test_that_the_most_severe_come_first_and_many_are_counted(robot: FormRobot) -> None:
    robot.go(P3)
    many = [finding("summary", f"No. {number}") for number in range(8)]
    report(robot, *many, finding("summary", "Worst", severity=Severity.ERROR))
    shown = strip(robot, "field.summary")
    words = [one.text() for one in shown.findChildren(PlainLabel) if one.isVisible()]
    assert "Worst" in words
    assert "and 4 more, listed under Problems" in words


def test_that_rows_are_marked(robot: FormRobot) -> None:
    robot.go(P3)
    report(robot, finding("responsibilities/2", severity=Severity.ERROR))
    assert robot.list("responsibilities").statements.marks == {StatementPosition(2): "error"}


def test_that_a_finding_about_a_row_leads_to_it(robot: FormRobot) -> None:
    robot.go(P3)
    report(robot, finding("responsibilities/0"), finding("responsibilities"))
    links = [
        one
        for one in strip(robot, "field.responsibilities").findChildren(LinkButton)
        if one.isVisible()
    ]
    assert [one.text() for one in links] == ["Show"]
    robot.click(links[0])
    focused = robot.focus()
    assert isinstance(focused, QPlainTextEdit)
    assert focused.toPlainText() == "Leads one model from data to release"


def test_that_a_fix_is_one_click(robot: FormRobot) -> None:
    robot.go(P3)

    def mend(ladder: Ladder) -> object:
        return set_field(ladder, P3, "summary", "Mended")

    report(robot, finding("summary", fixes=(Fix("Mend it", mend),)))  # type: ignore[arg-type]
    links = [
        one for one in strip(robot, "field.summary").findChildren(LinkButton) if one.isVisible()
    ]
    assert [one.text() for one in links] == ["Mend it"]
    robot.click(links[0])
    assert robot.value(P3).summary == "Mended"


def test_that_findings_come_and_go_while_typing_and_the_focus_stays(robot: FormRobot) -> None:
    robot.go("skills/mentoring")
    robot.session.start_check()
    editor = robot.widget("field.name", QLineEdit)
    editor.setFocus()
    editor.selectAll()
    robot.key(KEY.Key_Delete)
    assert strip(robot, "field.name").isVisible()
    assert editor.hasFocus()
    robot.type("Mentoring")
    assert not strip(robot, "field.name").isVisible()
    assert editor.hasFocus()
    assert editor.text() == "Mentoring"


def test_that_a_change_elsewhere_leaves_focus_and_caret(robot: FormRobot) -> None:
    robot.go(P3)
    editor = robot.widget("field.summary", QPlainTextEdit)
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(5)
    editor.setTextCursor(cursor)
    robot.workspace.apply(set_field(robot.session.ladder, P3, "flsa", "nonexempt"))
    assert editor.hasFocus()
    assert editor.textCursor().position() == 5


# -- going to a field -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "focused"),
    [
        ("summary", "field.summary"),
        ("factors/scope", "field.factors.scope"),
        ("skills/2", "field.skills"),
        ("experience/max", "field.experience.max"),
        ("pay/note", "field.pay.note"),
        ("pay/ranges/1/min", "field.pay.ranges"),
        ("flsa", "field.flsa"),
        ("notes", "field.notes"),
    ],
)
def test_that_a_field_is_navigated_to(robot: FormRobot, path: str, focused: str) -> None:
    robot.go("levels/P3").go(P3, path)
    assert robot.focus().objectName() == focused
    page = robot.form._page
    assert page
    top = robot.focus().mapTo(page.viewport(), robot.focus().rect().topLeft()).y()
    assert -40 <= top < page.viewport().height()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("responsibilities/0", "Leads one model from data to release"),
        ("responsibilities/1/examples/0", "A review that ends in a shared checklist"),
        ("expectations/teamwork/0", "Brings two teams to one plan"),
        ("titles/0", "Model owner"),
    ],
)
def test_that_a_row_is_navigated_to(robot: FormRobot, path: str, text: str) -> None:
    robot.go(P3, path)
    focused = robot.focus()
    assert isinstance(focused, QPlainTextEdit)
    assert focused.toPlainText() == text


def test_that_a_field_that_is_not_there_does_no_harm(robot: FormRobot) -> None:
    robot.go(P3, "nonsense/3").go(P3, "responsibilities/99").go(P3, "factors/none")
    robot.go(P3, "skills/99").go(P3, "pay/ranges/99/min")


# -- read-only --------------------------------------------------------------------------------


@pytest.fixture
def closed(robot: FormRobot) -> FormRobot:
    document = replace(robot.session.document, read_only="This file is of a newer format.")
    robot.workspace.open(Session(document))
    return robot.go(P3)


def test_that_a_closed_ladder_says_why(closed: FormRobot) -> None:
    bar = closed.widget("readOnlyBar")
    assert "newer format" in "".join(one.text() for one in bar.findChildren(PlainLabel))


def test_that_nothing_of_a_closed_ladder_can_be_typed_in(closed: FormRobot) -> None:
    for address in ("", "levels/P3", "skills/mentoring", "families/models", P3):
        closed.go(address)
        for line in closed.form.findChildren(QLineEdit):
            assert line.isReadOnly() or not line.isVisible(), line.objectName()
        for text in closed.form.findChildren(QPlainTextEdit):
            assert text.isReadOnly() or not text.isVisible(), text.objectName()


def test_that_lists_of_a_closed_ladder_are_not_edited(closed: FormRobot) -> None:
    view = closed.list("responsibilities")
    assert view.statements.row(view.statements.rowCount() - 1).kind != "adder"
    closed.click_row(view, 0)
    closed.key(KEY.Key_Delete)
    assert len(closed.value(P3).responsibilities) == 12
    assert not closed.session.undo_label


# -- several ladders ---


def test_that_what_is_typed_stays_with_its_ladder(robot: FormRobot) -> None:
    robot.go("skills/mentoring")
    robot.widget("field.id").setFocus()
    robot.widget("field.id", QLineEdit).selectAll()
    robot.type("coaching")
    first, other = robot.session, Session(new_document(rich_ladder()))
    robot.workspace.open(other)
    robot.settle()
    assert entity_at(first.ladder, "skills/coaching")
    assert not other.undo_label
    robot.go("skills/mentoring")
    assert robot.widget("field.id", QLineEdit).text() == "mentoring"


def test_that_flush_takes_an_id_without_enter(robot: FormRobot) -> None:
    robot.go("skills/mentoring")
    robot.widget("field.id").setFocus()
    robot.widget("field.id", QLineEdit).selectAll()
    robot.type("coaching")
    robot.form.flush()
    assert robot.workspace.address == "skills/coaching"


def test_that_each_ladder_shows_its_own_place_again(robot: FormRobot) -> None:
    robot.go(P3)
    other = Session(new_document(rich_ladder()))
    robot.workspace.open(other)
    assert robot.widget("formTitle", PlainLabel).text() == "Sample ladder"
    robot.workspace.show_session(robot.session)
    assert robot.widget("formTitle", PlainLabel).text().startswith("P3")


# -- life -------------------------------------------------------------------------------------


def test_that_closing_the_session_empties_nothing_and_harms_nothing(robot: FormRobot) -> None:
    robot.go(P3)
    robot.workspace.close(robot.session)
    assert not robot.form.isEnabled()


def test_that_a_form_that_is_gone_leaves_nothing_behind(
    make_robot: Callable[[Ladder], FormRobot], ladder: Ladder
) -> None:
    robot = make_robot(ladder)
    robot.go(P3).go("levels/P3")
    before = {id(one) for one in QApplication.allWidgets()}
    robot.form.setParent(None)
    robot.form.deleteLater()
    robot.window.setCentralWidget(QWidget())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    robot.settle()
    robot.workspace.go_to(P2)
    left = [one for one in QApplication.allWidgets() if id(one) in before]
    names = [one.objectName() for one in left if one.objectName().startswith("field.")]
    assert names == []


def test_that_the_theme_can_change_while_the_form_is_shown(robot: FormRobot) -> None:
    robot.go(P3)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    apply_theme(app, "dark")
    robot.settle()
    title = robot.widget("formTitle", PlainLabel)
    assert title.palette().color(title.foregroundRole()).lightness() > 150
    assert robot.window.testAttribute(Qt.WidgetAttribute.WA_WState_Visible)


def test_that_larger_text_reaches_labels_texts_and_lists(robot: FormRobot) -> None:
    robot.go(P3)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    label = robot.widget("formTitle", PlainLabel)
    widgets = [robot.widget(f"field.{name}") for name in ("summary", "responsibilities", "skills")]
    before = [label.font().pointSizeF(), *(one.height() for one in widgets)]
    font = app.font()
    larger = app.font()
    larger.setPointSizeF(font.pointSizeF() * 1.5)
    try:
        app.setFont(larger)
        apply_theme(app, "light")
        robot.settle()
        after = [label.font().pointSizeF(), *(one.height() for one in widgets)]
    finally:
        app.setFont(font)
        apply_theme(app, "light")
    assert all(new > old for new, old in zip(after, before, strict=True))


def test_that_a_narrow_form_cuts_nothing_off(robot: FormRobot) -> None:
    # A hundred letters of prose, in any font.
    narrow = robot.window.fontMetrics().horizontalAdvance("plain word") * 10
    robot.window.resize(narrow, 800)
    for address in ("", "levels/P3", "families/models", P3):
        robot.go(address)
        page = robot.form._page
        assert page
        holder = page.widget()
        assert holder is not None
        assert holder.width() <= page.viewport().width(), address
    assert robot.window.width() == narrow


def test_that_a_late_change_of_height_keeps_what_was_navigated_to_in_sight(
    robot: FormRobot,
) -> None:
    skills = _gone_to_skills(robot)
    _make_summary_higher(robot, 300)
    assert _is_in_sight(robot, skills)


def test_that_the_page_stays_where_the_person_scrolled(robot: FormRobot, qtbot: QtBot) -> None:
    skills = _gone_to_skills(robot)
    page = robot.form._page
    assert page
    qtbot.mouseClick(page.verticalScrollBar(), Qt.MouseButton.LeftButton)
    page.verticalScrollBar().setValue(0)
    _make_summary_higher(robot, 300)
    assert page.verticalScrollBar().value() == 0
    assert not _is_in_sight(robot, skills)


def _gone_to_skills(robot: FormRobot) -> QListView:
    focused = robot.go(P3, "skills/2").focus()
    assert isinstance(focused, QListView)
    return focused


def _make_summary_higher(robot: FormRobot, more: int) -> None:
    summary = robot.widget("field.summary")
    summary.setFixedHeight(summary.height() + more)
    robot.settle()


def _is_in_sight(robot: FormRobot, rows: QListView) -> bool:
    page = robot.form._page
    assert page
    top = rows.mapTo(page.viewport(), rows.visualRect(rows.currentIndex()).topLeft()).y()
    return 0 <= top < page.viewport().height()
