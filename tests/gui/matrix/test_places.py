"""Where the matrix takes a person: to where they come from, to gaps, to what was pasted."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from laddereditor.gui.look.theme import apply_theme
from laddereditor.gui.matrix.view import MatrixView
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document, read_bytes
from tests.edits.samples import DATA_P3, sample
from tests.gui.matrix.conftest import CTRL, DATA, KEY, NONE, SHIFT, MatrixRobot

SAMPLE = Path(__file__).parents[3] / "ladders" / "technology.yaml"

Show = Callable[[Workspace, str], MatrixView]


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Iterator[Show]:
    apply_theme(qapp, "light")
    made: list[MatrixView] = []

    def make(workspace: Workspace, field: str) -> MatrixView:
        view = MatrixView(workspace, field_in_use=lambda: field)
        view.resize(900, 300)
        qtbot.addWidget(view)
        made.append(view)
        view.show()
        return view

    yield make
    for view in made:
        view.hide()


def _at(view: MatrixView) -> tuple[str, str]:
    index = view.sheet.currentIndex()
    row = view.sheet.cells.row(index.row())
    return row.key or row.section, view.sheet.cells.column(index.column()).level


def _workspace() -> Workspace:
    workspace = Workspace()
    workspace.open(Session(new_document(sample())))
    return workspace


def test_that_the_matrix_opens_at_the_level_and_the_field_one_comes_from(show: Show) -> None:
    workspace = _workspace()
    workspace.go_to(DATA_P3)
    view = show(workspace, "skills")
    assert _at(view)[1] == "P3"
    row = view.sheet.currentIndex().row()
    assert view.sheet.cells.row(row).section == "skills"
    assert view.sheet.viewport().rect().intersects(view.sheet.visualRect(view.sheet.currentIndex()))


def test_that_it_stays_where_a_person_left_it_if_nothing_else_was_chosen_meanwhile(
    show: Show,
) -> None:
    workspace = _workspace()
    workspace.go_to(DATA_P3)
    view = show(workspace, "summary")
    view.sheet.go_to(view.sheet.currentIndex().row() + 2, 1)
    left = _at(view)
    view.hide()
    view.show()
    assert _at(view) == left
    view.hide()
    workspace.go_to(f"{DATA}/P2")
    view.show()
    assert _at(view) == ("summary", "P2")


def test_that_another_level_chosen_in_the_tree_is_shown_at_the_same_row(
    robot: MatrixRobot,
) -> None:
    robot.go("factors", "P3", "impact")
    robot.view.bar.chooser.setFocus()
    robot.workspace.go_to(f"{DATA}/P2")
    assert robot.current == ("impact", "P2")


def test_that_an_edit_in_the_matrix_never_moves_the_current_cell(robot: MatrixRobot) -> None:
    robot.workspace.go_to(f"{DATA}/P2")
    robot.sheet.setFocus()
    robot.go("factors", "P3", "scope").type("Wider").press(KEY.Key_Return)
    assert robot.current == ("autonomy", "P3")


# -- gaps ---------------------------------------------------------------------------------------


def _is_gap(robot: MatrixRobot) -> bool:
    cell = robot.model.cell(robot.sheet.currentIndex())
    return cell is not None and cell.state == "gap" and bool(cell.note)


def test_that_f7_walks_over_all_gaps_and_back(robot: MatrixRobot) -> None:
    robot.go("title", "P1")
    walked = []
    for _ in range(robot.model.matrix.gaps):
        robot.press(KEY.Key_F7)
        assert _is_gap(robot)
        walked.append(robot.sheet.currentIndex().row())
    assert len(set(walked)) == robot.model.matrix.gaps
    robot.press(KEY.Key_F7)
    assert robot.notice == "There is no gap further down."
    robot.press(KEY.Key_F7, mod=SHIFT)
    assert _is_gap(robot)
    assert robot.sheet.currentIndex().row() == walked[-2]


def test_that_the_number_of_gaps_is_a_link_to_the_first(robot: MatrixRobot) -> None:
    robot.go("notes", "P3")
    link = robot.view.bar.findChild(QToolButton, "matrixGaps")
    assert link is not None
    assert link.text() == f"{robot.model.matrix.gaps} gaps"
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    assert robot.current == ("summary", "P2")
    assert _is_gap(robot)
    assert robot.sheet.hasFocus()


def test_that_without_gaps_there_is_no_link(robots: Callable[[Ladder], MatrixRobot]) -> None:
    ladder = sample()
    raw = ladder.model_dump()
    raw["families"][0]["profiles"] = raw["families"][0]["profiles"][1:]
    robot = robots(Ladder.model_validate(raw))
    link = robot.view.bar.findChild(QToolButton, "matrixGaps")
    assert link is not None
    assert not link.isVisible()
    assert robot.view.bar._more.text() == "No gaps"
    robot.press(KEY.Key_F7)
    assert robot.notice == "There are no gaps."


@pytest.mark.parametrize("by_key", [True, False])
def test_that_the_level_of_the_cell_is_compared_with_the_one_beside_it(
    robot: MatrixRobot, by_key: bool
) -> None:
    wanted: list[tuple[str, str]] = []
    robot.view.command_wanted.connect(lambda name: wanted.append((robot.workspace.address, name)))
    robot.workspace.go_to(DATA)
    levels = [column.level for column in robot.model.matrix.columns]
    robot.sheet.go_to(robot.sheet.currentIndex().row(), levels.index("P3"))
    for key, name in ((KEY.Key_K, "compare.next"), (KEY.Key_G, "compare.below")):
        if by_key:
            QTest.keyClick(robot.sheet, key, CTRL)
        else:
            menu = robot.sheet.menu()
            (entry,) = [one for one in menu.actions() if one.objectName() == name]
            entry.trigger()
            menu.deleteLater()
    assert wanted == [(DATA_P3, "compare.next"), (DATA_P3, "compare.below")]


def test_that_a_level_without_a_profile_is_not_compared(robot: MatrixRobot) -> None:
    wanted: list[str] = []
    robot.view.command_wanted.connect(wanted.append)
    absent = [n for n, column in enumerate(robot.model.matrix.columns) if column.is_absent]
    robot.sheet.go_to(robot.sheet.currentIndex().row(), absent[0])
    QTest.keyClick(robot.sheet, KEY.Key_K, CTRL)
    assert wanted == []
    assert "no profile" in robot.reported[-1]


def test_that_the_menu_walks_over_gaps_too(robot: MatrixRobot) -> None:
    robot.go("title", "P2")
    menu = robot.sheet.menu()
    (entry,) = [one for one in menu.actions() if one.objectName() == "go.next_gap"]
    entry.trigger()
    menu.deleteLater()
    assert robot.current == ("summary", "P2")


# -- what was pasted ----------------------------------------------------------------------------


def _selected(robot: MatrixRobot) -> list[str]:
    found = sorted(
        (one.row(), one.column(), str(one.data())) for one in robot.sheet.selectedIndexes()
    )
    return [text for _, _, text in found]


def test_that_pasted_cells_are_selected(robot: MatrixRobot) -> None:
    robot.clip("One\tTwo\r\nThree\tFour\r\n")
    robot.go("factors", "P2", "scope").press(KEY.Key_V, mod=CTRL)
    assert _selected(robot) == ["One", "Two", "Three", "Four"]
    assert robot.current == ("scope", "P2")


def test_that_pasted_statements_are_selected_where_alignment_put_them(robot: MatrixRobot) -> None:
    robot.clip("Mends what breaks\nDraws maps")
    robot.go("responsibilities", "P2").press(KEY.Key_V, mod=CTRL)
    assert sorted(_selected(robot)) == ["Draws maps", "Mends what breaks"]
    place = robot.sheet.visualRect(robot.sheet.currentIndex())
    assert robot.sheet.viewport().rect().contains(place.center())


def test_that_all_that_was_pasted_is_in_sight(robot: MatrixRobot) -> None:
    texts = [f"Answers letters of kind {n} within a day" for n in range(4)]
    robot.window.resize(1000, 330)
    robot.settle()
    robot.sheet.scrollToTop()
    robot.go("responsibilities", "P2").clip("\n".join(texts)).press(KEY.Key_V, mod=CTRL)
    assert sorted(_selected(robot)) == texts
    view = robot.sheet.viewport().rect()
    for index in robot.sheet.selectedIndexes():
        assert view.contains(robot.sheet.visualRect(index))


def test_that_statements_cut_and_pasted_elsewhere_are_selected_there(robot: MatrixRobot) -> None:
    robot.go("responsibilities", "P3").press(KEY.Key_X, mod=CTRL)
    robot.go("qualifications", "P3", nth=-1).press(KEY.Key_V, mod=CTRL)
    assert robot.profile().qualifications == ("Builds pipelines",)
    assert _selected(robot) == ["Builds pipelines"]
    assert robot.current == ("qualifications", "P3")


def test_that_one_text_over_many_cells_selects_them_all(robot: MatrixRobot) -> None:
    robot.go("factors", "P2", "scope").press(KEY.Key_Down, KEY.Key_Right, mod=SHIFT)
    robot.clip("All").press(KEY.Key_V, mod=CTRL)
    assert _selected(robot) == ["All"] * 4


def test_that_a_selection_of_gaps_is_drawn_as_selected(robot: MatrixRobot) -> None:
    robot.go("summary", "P2")
    flag = QItemSelectionModel.SelectionFlag.Select
    for row, column in (robot.place("summary", "P2"), robot.place("title", "P2")):
        robot.sheet.selectionModel().select(robot.model.index(row, column), flag)
    rect = robot.sheet.visualRect(robot.sheet.currentIndex())
    image = robot.sheet.viewport().grab(rect).toImage()
    ground = robot.sheet.pen.color("selection").name()
    assert image.pixelColor(image.width() - 6, image.height() - 6).name() == ground


# -- switches -----------------------------------------------------------------------------------


def test_that_switches_show_that_they_can_be_on_or_off(robot: MatrixRobot) -> None:
    switches: list[QWidget] = [robot.view.bar.all_tracks, robot.view.bar.apart]
    assert all(isinstance(one, QCheckBox) for one in switches)


@pytest.mark.parametrize("way", ["enter", "for all", "paste"])
@pytest.mark.parametrize("nth", [0, 1])
def test_that_a_text_in_an_empty_cell_stays_in_its_row_however_it_came(
    robots: Callable[[Ladder], MatrixRobot], way: str, nth: int
) -> None:
    robot = robots(read_bytes(SAMPLE.read_bytes()).ladder)
    robot.workspace.go_to("families/software-engineer")
    robot.settle()
    rows = robot.model.matrix.rows
    empty = [
        number
        for number, row in enumerate(rows)
        if row.section == "responsibilities" and row.kind == "item" and row.cells[0].text
        if not row.cells[1].text
    ]
    at, beside = empty[nth], rows[empty[nth]].cells[0].text
    robot.sheet.go_to(at, 1)
    text = "Entirely different words about gardens"
    if way == "paste":
        robot.clip(text).press(KEY.Key_V, mod=CTRL)
    else:
        robot.press(KEY.Key_F2).type(text)
        robot.press(KEY.Key_Return, mod=CTRL if way == "for all" else NONE)
    (row,) = (one for one in robot.model.matrix.rows if one.cells and one.cells[1].text == text)
    assert row.cells[0].text == beside
