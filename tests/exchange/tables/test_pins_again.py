"""Saying again what the program found out by itself changes nothing, whatever the shape."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.exchange.tables.shapes.reading import SHAPES, workbook_of_shape

from laddereditor.exchange.tables import (
    Grid,
    GridCell,
    GridMapping,
    Mapping,
    Pin,
    applied,
    recognised,
)
from laddereditor.exchange.tables.recognition.forced import possible_readings


def said_again(one: GridMapping) -> Iterator[list[Pin]]:
    """Yield pins that say what a mapping of a sheet says."""
    known = [(at, line.role) for at, line in enumerate(one.columns) if line.role != "unknown"]
    columns = [Pin("column", role, one.sheet, at) for at, role in known]
    levels = [pin for pin in columns if pin.role == "at-level"]
    yield from ([pin] for pin in columns)
    yield columns
    yield levels
    yield [Pin("reading", one.reading, one.sheet)]
    yield [Pin("bottom", "", one.sheet, one.edges.bottom)]
    for at, line in enumerate(one.rows[:8]):
        if line.role != "unknown":
            yield [Pin("row", line.role, one.sheet, at)]


def roles(mapping: Mapping) -> list[object]:
    return [
        (one.taken, one.reading, [c.role for c in one.columns], [r.role for r in one.rows])
        for one in mapping.grids
    ]


@pytest.mark.parametrize("name", SHAPES)
def test_that_what_was_found_can_be_said_again(name: str) -> None:
    workbook = workbook_of_shape(SHAPES[name]())
    found = recognised(workbook)
    ladder = applied(workbook, found).ladder
    for one in found.grids:
        if one.taken:
            for pins in said_again(one):
                again = recognised(workbook, pins)
                assert roles(again) == roles(found), pins
                assert applied(workbook, again).ladder == ladder, pins


def test_that_columns_that_are_made_levels_are_levels_also_without_such_words() -> None:
    workbook = workbook_of_shape(SHAPES["no_usual_words_down"]())
    sheet = workbook.grids[0].name
    pins = [Pin("column", "at-level", sheet, at) for at in range(1, workbook.grids[0].width)]
    (one,) = recognised(workbook, pins).grids
    assert one.reading == "levels-across"
    assert [line.role for line in one.columns[1:]] == ["at-level"] * (len(one.columns) - 1)
    assert [line.value for line in one.columns[1:]] == [
        cell.text for cell in workbook.grids[0].rows[0][1:]
    ]


def test_that_a_sheet_is_taken_if_a_person_says_what_its_columns_are() -> None:
    workbook = workbook_of_shape(SHAPES["second_version"]())
    old = workbook.grids[1].name
    assert not recognised(workbook).grids[1].taken
    assert recognised(workbook, [Pin("column", "competency", old, 0)]).grids[1].taken


@pytest.mark.parametrize("name", SHAPES)
def test_that_a_sheet_is_read_in_any_way_that_a_person_says(name: str) -> None:
    workbook = workbook_of_shape(SHAPES[name]())
    for at, grid in enumerate(workbook.grids):
        for reading in possible_readings(grid):
            mapping = recognised(workbook, [Pin("reading", reading, grid.name)])
            one = mapping.grids[at]
            assert (one.reading, one.taken, one.reason) == (reading, True, "you said so")
            assert not any(line.pinned for line in (*one.columns, *one.rows))


def test_that_a_sheet_of_one_row_is_no_table() -> None:
    alone = Grid("One", ((GridCell("Level"), GridCell("Skill")),))
    assert possible_readings(alone) == ()
    assert len(possible_readings(replace(alone, rows=alone.rows * 2))) > 3
