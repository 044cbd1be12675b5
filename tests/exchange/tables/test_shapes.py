"""Workbooks of all shapes: texts end under the right family, level and competency."""

from collections.abc import Iterator

import pytest
from tests.exchange.tables.shapes.corpus import Shape
from tests.exchange.tables.shapes.reading import SHAPES, read_shape
from tests.exchange.tables.shapes.scoring import scored

from laddereditor.exchange.tables import AppliedMapping, Workbook
from laddereditor.model.address import Address

GOOD = 0.9  # share of the texts in the right place
ENOUGH = 2 / 3  # share of the held-back workbooks that are read so well without a correction


def shapes(*, held_back: bool) -> Iterator[Shape]:
    made = (build() for build in SHAPES.values())
    return (shape for shape in made if shape.held_back == held_back)


@pytest.mark.parametrize("name", SHAPES)
def test_that_every_cell_is_accounted_for_once(name: str) -> None:
    workbook, _, result = read_shape(SHAPES[name]())
    said = [(one.position.sheet, one.position.row, one.position.column) for one in result.cells]
    assert said == list(_cells(workbook))
    assert all(one.reason for one in result.cells if one.outcome != "taken")


def _cells(workbook: Workbook) -> Iterator[tuple[int, int, int]]:
    for sheet, grid in enumerate(workbook.grids):
        for row, cells in enumerate(grid.rows):
            for column, cell in enumerate(cells):
                if cell.text:
                    yield sheet, row, column


@pytest.mark.parametrize("name", SHAPES)
def test_that_addresses_lead_to_what_the_cells_say(name: str) -> None:
    _, _, result = read_shape(SHAPES[name]())
    for one in result.cells:
        if one.address:
            Address(one.address).value(result.ladder)


def test_that_texts_of_the_tuned_workbooks_are_in_the_right_place() -> None:
    poor = {one.name: _share(one) for one in shapes(held_back=False) if _share(one) < GOOD}
    assert not poor


def test_that_texts_of_most_held_back_workbooks_are_in_the_right_place() -> None:
    ladders = [one for one in shapes(held_back=True) if one.labels]
    good = [one for one in ladders if _share(one) >= GOOD]
    assert len(good) >= ENOUGH * len(ladders)


def _share(shape: Shape) -> float:
    return scored(_result(shape).ladder, shape.labels).share


def _result(shape: Shape) -> AppliedMapping:
    return read_shape(shape)[2]


def test_that_lists_of_people_and_forms_give_no_ladder() -> None:
    for build in SHAPES.values():
        shape = build()
        if not shape.labels:
            ladder = _result(shape).ladder
            assert not ladder.families and not ladder.levels and not ladder.skills, shape.name
