"""What the matrix shows, says and keeps while the ladder changes."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from laddereditor.compare.sheet.matrix import matrix
from laddereditor.edits.adding import add
from laddereditor.edits.deleting import delete
from laddereditor.edits.fields import set_field
from laddereditor.edits.lists import insert_items, remove_items
from laddereditor.gui.look.theme import apply_theme
from laddereditor.gui.matrix.view import MatrixView
from laddereditor.gui.text.cell_editor import CellEditor
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.matrix.found import findings_of
from laddereditor.rules.check import check
from laddereditor.rules.finding import Finding, Severity
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document
from tests.edits.samples import DATA_P3, sample
from tests.gui.matrix.conftest import DATA, KEY, MatrixRobot


def _levels(robot: MatrixRobot) -> list[str]:
    return [column.level for column in robot.model.matrix.columns]


def _said(robot: MatrixRobot, section: str, level: str, key: str = "", nth: int = 0) -> str:
    row, column = robot.place(section, level, key, nth)
    index = robot.model.index(row, column)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


# -- which family -------------------------------------------------------------------------------


def test_that_the_family_of_what_is_selected_is_shown(robot: MatrixRobot) -> None:
    robot.workspace.go_to("families/web/P1")
    assert robot.model.matrix.title == "Web Engineer"
    robot.workspace.go_to("skills/sql")
    assert robot.model.matrix.title == "Web Engineer"
    robot.workspace.go_to("levels/P2")
    assert robot.model.matrix.title == "Levels"
    assert robot.view.bar.chooser.currentText() == "Generic levels"


def test_that_a_family_can_be_chosen_without_leaving_what_is_selected(robot: MatrixRobot) -> None:
    robot.view.bar.chooser.setCurrentIndex(2)
    robot.view.bar.chooser.activated.emit(2)
    assert robot.model.matrix.title == "Web Engineer"
    assert robot.workspace.address == DATA
    assert QApplication.focusWidget() is robot.sheet


def test_that_all_tracks_can_be_shown(robot: MatrixRobot) -> None:
    robot.go("summary", "P3")
    robot.view.bar.all_tracks.click()
    assert _levels(robot) == ["P1", "P2", "P3", "M1", "M2"]
    assert robot.current == ("summary", "P3")


def test_that_statements_can_be_kept_apart(robot: MatrixRobot) -> None:
    robot.workspace.attempt(set_field, Address(f"{DATA}/P2"), "responsibilities", ("Sells", "Buys"))
    together = robot.model.rowCount()
    robot.view.bar.apart.click()
    assert robot.model.rowCount() > together


def test_that_another_family_comes_up_when_the_shown_one_is_deleted(robot: MatrixRobot) -> None:
    robot.workspace.apply(delete(robot.session.ladder, [DATA]))
    assert robot.model.matrix.title == "Web Engineer"


def test_that_a_ladder_without_levels_and_no_ladder_say_so(
    robots: Callable[[Ladder], MatrixRobot],
) -> None:
    robot = robots(Ladder(laddereditor=1))
    assert "no levels yet" in robot.view._empty.text()
    assert robot.view._empty.isVisible()
    robot.workspace.close(robot.session)
    assert robot.view._empty.text() == "No ladder is open."


def test_that_nothing_is_made_before_the_view_is_seen(qapp: QApplication) -> None:
    workspace = Workspace()
    view = MatrixView(workspace)
    workspace.open(Session(new_document(sample())))
    assert view.sheet.cells.rowCount() == 0
    view.deleteLater()


# -- what is said -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (
            ("factors", "P3", "scope"),
            "P3, Scope: own, in place of what it would inherit: Data products",
        ),
        (("factors", "P3", "impact"), "P3, Impact: inherited from level P3: Product"),
        (("summary", "P2"), "P2, Summary: gap, P3 says something here"),
        (("summary", "P1"), "P1, Summary: no profile at this level, Enter adds one"),
        (
            ("responsibilities", "P3", "", 1),
            "P3, What you'd do: own: Reviews work; – Design notes",
        ),
        (("responsibilities", "P3", "", -1), "P3, What you'd do, empty row: type to add"),
        (("skills", "P2", "mentoring"), "P2, Mentoring: not asked for"),
        (("skills", "P3", "mentoring"), "P3, Mentoring: own: Working"),
        (("expectations", "P3", "communication"), "P3, Communication: inherited from level P3"),
    ],
)
def test_that_a_cell_reads_aloud_its_level_field_state_and_text(
    robot: MatrixRobot, place: tuple[str, ...], words: str
) -> None:
    assert _said(robot, *place).startswith(words)  # type: ignore[arg-type]


def test_that_findings_are_in_the_cell_they_are_about(robot: MatrixRobot) -> None:
    robot.workspace.attempt(set_field, DATA_P3, "responsibilities", ("Builds", "TODO"))
    robot.session.start_check()
    assert robot.session.report is not None
    found = [one for one in robot.session.report.findings if one.field == "responsibilities/1"]
    assert found
    assert found[0].message in _said(robot, "responsibilities", "P3", "", 1)
    row, column = robot.place("responsibilities", "P3", "", 1)
    tip = str(robot.model.index(row, column).data(Qt.ItemDataRole.ToolTipRole))
    assert escape(found[0].message) in tip
    robot.go("responsibilities", "P3", "", 1)
    assert found[0].message in robot.view._details.accessibleName()


def test_that_a_finding_inside_a_value_is_in_the_cell_of_the_value() -> None:
    ladder = sample()
    table = matrix(ladder, DATA)
    fields = ("responsibilities/1/examples/0", "experience/max", "responsibilities", "", "made-up")
    findings = tuple(
        Finding("x", Severity.INFO, DATA_P3, FieldPath(field), field) for field in fields
    )
    others = (
        Finding("x", Severity.INFO, Address("families/web/P1"), FieldPath("summary"), "elsewhere"),
    )
    report = replace(check(ladder), findings=(*findings, *others))
    found = findings_of(report, table)
    assert {place: [one.message for one in reported] for place, reported in found.items()} == {
        (DATA_P3, "responsibilities/1"): ["responsibilities/1/examples/0"],
        (DATA_P3, "experience"): ["experience/max"],
        (DATA_P3, "responsibilities"): ["responsibilities"],
    }
    assert findings_of(None, table) == {}


def test_that_the_line_below_tells_where_a_text_is_from(robot: MatrixRobot) -> None:
    robot.go("factors", "P3", "impact")
    assert robot.view._details.accessibleName() == "P3  ·  Impact  ·  inherited from level P3"
    robot.go("factors", "P3", "scope")
    words = "in place of what it would inherit: “Projects”"
    assert robot.view._details.accessibleName().endswith(words)


def test_that_gaps_are_counted(robot: MatrixRobot) -> None:
    assert robot.view.bar._gaps.text() == f"{robot.model.matrix.gaps} gaps"


# -- while the ladder changes -------------------------------------------------------------------


def test_that_edits_undo_and_redo_are_followed(robot: MatrixRobot) -> None:
    robot.workspace.attempt(set_field, DATA_P3, "summary", "Elsewhere")
    assert robot.cell("summary", "P3").text == "Elsewhere"
    robot.session.undo()
    assert robot.cell("summary", "P3").text == "Works alone"
    robot.session.redo()
    assert robot.cell("summary", "P3").text == "Elsewhere"


def test_that_the_current_cell_and_what_is_in_sight_stay_when_rows_come_and_go(
    robot: MatrixRobot,
) -> None:
    robot.window.resize(1000, 400)
    robot.settle()
    robot.go("skills", "P3", "sql")
    place = robot.sheet.visualRect(robot.sheet.currentIndex()).top()
    robot.workspace.attempt(insert_items, DATA_P3, "qualifications", 0, ["Below"])
    robot.settle()
    assert robot.current == ("sql", "P3")
    assert robot.sheet.visualRect(robot.sheet.currentIndex()).top() == place
    robot.workspace.attempt(insert_items, DATA_P3, "responsibilities", 0, ["Above", "Above too"])
    assert robot.current == ("sql", "P3")


def test_that_the_current_cell_stays_when_a_level_comes(robot: MatrixRobot) -> None:
    robot.go("factors", "P3", "impact")
    edit = add(
        robot.session.ladder, Address("tracks/professional"), "level", values={"name": "New"}
    )
    robot.workspace.apply(edit)
    robot.workspace.go_to(DATA)
    assert _levels(robot) == ["P1", "P2", "P3", "P4"]


def test_that_what_is_being_typed_stays_while_something_else_changes(robot: MatrixRobot) -> None:
    robot.go("summary", "P3").type("Half a sen")
    robot.workspace.attempt(set_field, DATA_P3, "title", "Elsewhere")
    robot.settle()
    assert isinstance(robot.editor, CellEditor)
    robot.type("tence").press(KEY.Key_Return)
    assert robot.profile().summary == "Half a sentence"


def test_that_typing_never_goes_into_a_cell_that_has_changed_meanwhile(robot: MatrixRobot) -> None:
    robot.go("responsibilities", "P3", nth=1).type("My words")
    robot.workspace.attempt(remove_items, DATA_P3, "responsibilities", [0])
    robot.press(KEY.Key_Return)
    assert robot.session.undo_label == "Remove from Responsibilities of P3 Senior Data Engineer"
    assert "on the clipboard" in robot.notice
    assert QGuiApplication.clipboard().text() == "My words"


def test_that_typing_in_a_row_that_goes_is_kept_on_the_clipboard(robot: MatrixRobot) -> None:
    robot.go("responsibilities", "P3", nth=2).type("My words")
    robot.workspace.attempt(remove_items, DATA_P3, "responsibilities", [0, 1])
    robot.settle()
    assert QGuiApplication.clipboard().text() == "My words"
    assert "on the clipboard" in robot.notice


def test_that_typing_is_kept_on_the_clipboard_when_the_table_becomes_another(
    robot: MatrixRobot,
) -> None:
    robot.go("summary", "P3").type("My words")
    robot.workspace.apply(add(robot.session.ladder, DATA, "profile", values={"level": "P1"}))
    robot.settle()
    assert robot.editor is None
    assert QGuiApplication.clipboard().text() == "My words"


def test_that_a_changed_title_shows_in_the_head_and_keeps_the_place(robot: MatrixRobot) -> None:
    robot.go("title", "P3").type("Captain").press(KEY.Key_Return)
    head = robot.model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
    assert head == "P3 Captain"
    assert robot.current == ("summary", "P3")


# -- sizes and looks ----------------------------------------------------------------------------


def test_that_rows_are_as_high_as_their_longest_text(robot: MatrixRobot) -> None:
    row, column = robot.place("summary", "P3")
    before = robot.sheet.rowHeight(row)
    long = "Donaudampfschifffahrtsgesellschaft " * 12
    robot.workspace.attempt(set_field, DATA_P3, "summary", long.strip())
    robot.settle()
    needed = robot.sheet.pen.height(robot.model.shown(row, column), robot.sheet.columnWidth(column))
    assert robot.sheet.rowHeight(row) >= needed > before
    robot.session.undo()
    robot.settle()
    assert robot.sheet.rowHeight(row) == before


def test_that_every_row_is_measured_in_the_end(robot: MatrixRobot) -> None:
    _change_all_rows(robot)
    for _ in range(50):
        QApplication.processEvents()
    assert robot.sheet.sizes.is_measured
    for row in range(robot.model.rowCount()):
        needed = max(
            robot.sheet.pen.height(robot.model.shown(row, column), robot.sheet.columnWidth(column))
            for column in range(robot.model.columnCount())
        )
        assert robot.sheet.rowHeight(row) >= needed


def test_that_what_is_in_sight_stays_while_rows_above_it_are_measured(robot: MatrixRobot) -> None:
    robot.window.resize(1000, 300)
    robot.settle()
    for row in range(robot.model.rowCount()):
        robot.sheet.setRowHeight(row, 90)
    bar = robot.sheet.verticalScrollBar()
    bar.setValue(90 * 6 + 20)
    robot.settle()
    top = robot.sheet.rowAt(0)
    place = robot.sheet.rowViewportPosition(top)
    _change_all_rows(robot)
    for _ in range(50):
        QApplication.processEvents()
    assert robot.sheet.rowHeight(0) < 90
    assert top > 3
    assert robot.sheet.rowViewportPosition(top) == place


def _change_all_rows(robot: MatrixRobot) -> None:
    """Let the model report that every row may have another height."""
    model = robot.model
    model.dataChanged.emit(
        model.index(0, 0), model.index(model.rowCount() - 1, model.columnCount() - 1)
    )


def _head(robot: MatrixRobot, row: int) -> str:
    return "".join(run.text for run in robot.sheet.row_heads.drawn(row).runs)


def test_that_the_row_on_top_says_what_it_is_about_when_its_heading_is_out_of_sight(
    robot: MatrixRobot,
) -> None:
    robot.window.resize(1000, 300)
    robot.settle()
    row, _ = robot.place("responsibilities", "P3", nth=1)
    assert _head(robot, row) == ""
    bar = robot.sheet.verticalScrollBar()
    bar.setValue(robot.sheet.row_heads.sectionPosition(row) + 2)
    assert _head(robot, row) == "What you'd do"
    assert _head(robot, row - 2) == "What you'd do"


def test_that_arrows_bring_all_headings_above_a_cell_into_sight(robot: MatrixRobot) -> None:
    robot.window.resize(1000, 300)
    robot.settle()
    first, _ = robot.place("skills", "P3")
    robot.go("skills", "P3", nth=1)
    robot.sheet.verticalScrollBar().setValue(robot.sheet.row_heads.sectionPosition(first) + 1)
    robot.press(KEY.Key_Up)
    assert robot.sheet.currentIndex().row() == first
    assert [robot.model.row(row).kind for row in (first - 2, first - 1)] == ["heading", "group"]
    assert robot.sheet.rowViewportPosition(first - 2) >= 0


def test_that_levels_without_a_profile_take_little_room(robot: MatrixRobot) -> None:
    widths = [robot.sheet.columnWidth(column) for column in range(3)]
    assert widths[0] < widths[1] == widths[2]


def _colors(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 7)
        for y in range(0, image.height(), 7)
    }


def test_that_the_matrix_follows_the_theme(robot: MatrixRobot, qapp: QApplication) -> None:
    dark = apply_theme(qapp, "dark")
    robot.view.refresh()
    robot.settle()
    assert dark.color("base").name() in _colors(robot.sheet.grab().toImage())
    light = apply_theme(qapp, "light")
    robot.view.refresh()
    robot.settle()
    found = _colors(robot.sheet.grab().toImage())
    assert light.color("base").name() in found
    assert light.color("warning_bg").name() in found
    assert dark.color("base").name() not in found
