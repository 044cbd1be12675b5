"""The item model goes from any ladder to the next by row signals that Qt's own tester accepts."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.table import Matrix
from laddereditor.edits.edit import EditRefused
from laddereditor.gui.matrix.model import MatrixModel
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.matrix.page import MatrixPage, has_same_levels, row_keys
from tests.edits.random_edits import random_edit
from tests.examples import examples
from tests.strategies import ladders


def _shown(model: MatrixModel, table: Matrix) -> bool:
    nothing: list[str | None] = [None] * len(table.columns)
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ] == [[cell.full_text for cell in row.cells] or nothing for row in table.rows]


def _drawn(data: st.DataObject, ladder: Ladder) -> Ladder:
    try:
        return data.draw(random_edit(ladder)).change(ladder)
    except EditRefused:
        return ladder


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(40))
def test_that_the_model_follows_any_edit_and_rows_keep_their_places(
    qapp: QApplication, data: st.DataObject
) -> None:
    ladder = data.draw(ladders())
    model = MatrixModel()
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    before = Matrix("", Address(), (), ())
    for _ in range(data.draw(st.integers(1, 4))):
        families = [f"families/{family.id}" for family in ladder.families]
        place = before.address if before.address in families else (*families, "levels")[0]
        table = matrix(ladder, Address(place), compact=data.draw(st.booleans()))
        keys = row_keys(before.rows)
        held = [QPersistentModelIndex(model.index(row, 0)) for row in range(model.rowCount())]
        model.bring(MatrixPage(table, {}, False))
        assert _shown(model, table)
        if has_same_levels(before, table):
            now = row_keys(table.rows)
            assert all(
                now[one.row()] == key for one, key in zip(held, keys, strict=False) if one.isValid()
            )
        before, ladder = table, _drawn(data, ladder)
    del tester


def test_that_rows_that_change_places_are_not_taken_for_rows_with_other_texts(
    qapp: QApplication,
) -> None:
    raw: dict[str, Any] = {
        "laddereditor": 1,
        "id": "shop",
        "name": "Shop",
        "factors": [{"id": "reach", "name": "Reach"}, {"id": "craft", "name": "Craft"}],
        "levels": [{"id": "P1", "name": "One", "factors": {"reach": "Shop", "craft": "Bread"}}],
    }
    model = MatrixModel()
    before = matrix(Ladder.model_validate(raw), Address("levels"))
    model.bring(MatrixPage(before, {}, False))
    held = [QPersistentModelIndex(model.index(row, 0)) for row in range(model.rowCount())]
    raw["factors"].reverse()
    after = matrix(Ladder.model_validate(raw), Address("levels"))
    model.bring(MatrixPage(after, {}, False))
    keys, now = row_keys(before.rows), row_keys(after.rows)
    assert keys != now
    assert all(now[one.row()] == key for one, key in zip(held, keys, strict=True) if one.isValid())
