"""Ctrl+F in the matrix, by the same bar as in Compare."""

from PySide6.QtTest import QTest

from tests.gui.matrix.conftest import KEY, MatrixRobot


def test_that_the_matrix_is_searched_by_cells_and_by_the_heads_of_rows(robot: MatrixRobot) -> None:
    texts = [
        (row, column, cell.full_text)
        for row, one in enumerate(robot.model.matrix.rows)
        for column, cell in enumerate(one.cells)
        if cell.full_text.strip()
    ]
    row, column, text = texts[-1]
    assert robot.view.open_search()
    robot.view.search.bar.field.setText(text.upper())
    assert (row, column) in robot.view.search.places
    heading = next(one.heading for one in robot.model.matrix.rows if one.kind == "skill")
    robot.view.search.bar.field.setText(heading)
    here = robot.sheet.currentIndex().row()
    assert robot.model.row(here).heading == heading
    QTest.keyClick(robot.view.search.bar.field, KEY.Key_Escape)
    assert robot.sheet.hasFocus()
