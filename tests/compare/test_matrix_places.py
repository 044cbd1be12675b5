"""Places in the matrix: gaps in turn, and the field that one comes from."""

from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.matrix_places import (
    filled_places,
    gap_places,
    next_gap,
    place_of_field,
)
from laddereditor.edits.places.cell_place import place_at
from laddereditor.model.address import Address, FieldPath
from tests.edits.samples import DATA_P3, sample

TABLE = matrix(sample(), Address("families/data"))


def test_that_gaps_are_walked_down_and_up_in_turn() -> None:
    gaps = gap_places(TABLE)
    assert gaps
    walked, place = [], (-1, 0)
    while (found := next_gap(TABLE, place, 1)) is not None:
        walked.append(found)
        place = found
    assert walked == gaps == sorted(gaps)
    assert next_gap(TABLE, gaps[-1], -1) == (gaps[-2] if len(gaps) > 1 else None)
    assert next_gap(TABLE, gaps[0], -1) is None


def test_that_the_cell_of_the_field_one_comes_from_is_found() -> None:
    found = place_of_field(TABLE, DATA_P3, FieldPath("responsibilities/1"), 0)
    assert found is not None
    row, column = found
    assert TABLE.columns[column].address == DATA_P3
    assert TABLE.rows[row].cells[column].text.startswith("Reviews work")


def test_that_without_a_field_the_same_row_of_the_column_is_found() -> None:
    row = next(n for n, one in enumerate(TABLE.rows) if one.cells)
    found = place_of_field(TABLE, DATA_P3, FieldPath(), row)
    assert found is not None
    assert found[0] == row
    assert place_of_field(TABLE, Address("families/nowhere/P9"), FieldPath(), row) is None


def test_that_the_cells_of_what_was_filled_in_are_found() -> None:
    place = place_at(sample(), DATA_P3, FieldPath("title"))
    rows = [row.cells for row in TABLE.rows]
    cells = [rows[n][m] for n, m in filled_places(rows, [(place, "Other")])]
    assert [cell.text for cell in cells] == ["Senior Data Engineer"]
