"""Rows and columns that were deleted in an exported workbook: nothing is, without asking."""

from io import BytesIO

import openpyxl
import pytest

from laddereditor.model.ladder import Ladder
from laddereditor.session.returned_exports import ReturnedExport, read_returned
from tests.reports.exporting.returned import exported
from tests.reports.exporting.test_export_scope import ladder


def came_back(
    sheet: str, *, row: str = "", column: str = "", into: Ladder | None = None, removing: bool
) -> ReturnedExport:
    """Return what comes back after the row or the column of an entry was deleted."""
    book = openpyxl.load_workbook(BytesIO(exported(ladder(), "xlsx")))
    found = book[sheet]
    if row:
        (place,) = (cell[0].row for cell in found.iter_rows(min_row=4) if cell[0].value == row)
        found.delete_rows(place)
    if column:
        (number,) = (cell.column for cell in found[2] if cell.value == column)
        found.delete_cols(number)
    out = BytesIO()
    book.save(out)
    file = read_returned(out.getvalue(), "x.xlsx")
    assert file is not None
    return file.into(into or ladder(), removing=removing)


def test_that_a_deleted_row_of_a_list_is_offered_and_deletes_nothing_without_asking() -> None:
    found = came_back("Skills", row="skills/spare", removing=False)
    assert found.ladder == ladder() and not found.notes
    assert found.removed == ("the row of Skills › spare in the sheet “Skills”",)


def test_that_a_deleted_row_deletes_its_entry_and_nothing_else_when_asked() -> None:
    found = came_back("Skills", row="skills/spare", removing=True)
    assert [one.id for one in found.ladder.skills] == ["bread", "cake"]
    assert found.ladder.families == ladder().families and found.ladder.levels == ladder().levels
    assert not found.removed and not found.notes


def test_that_a_deleted_column_deletes_its_profile_when_asked() -> None:
    found = came_back("baker", column="families/baker/P2", removing=True)
    assert [one.level for one in found.ladder.families[0].profiles] == ["P1"]
    assert found.ladder.families[1:] == ladder().families[1:]


@pytest.mark.parametrize("removing", [True, False])
def test_that_what_others_refer_to_stays_with_the_reason(removing: bool) -> None:
    found = came_back("Skills", row="skills/bread", removing=removing)
    assert found.ladder == ladder() and not found.removed
    (note,) = found.notes
    assert "The row of Skills › bread" in note and "because 1 place refers to it" in note


def test_that_what_changed_since_the_export_stays_with_the_reason() -> None:
    raw = ladder().model_dump()
    raw["skills"][2]["name"] = "Spare bread"  # it had none when it was exported
    now = Ladder.model_validate(raw)
    found = came_back("Skills", row="skills/spare", into=now, removing=True)
    assert found.ladder == now
    assert "changed there since the export" in " ".join(found.notes)


def test_that_what_is_gone_already_is_not_named() -> None:
    raw = ladder().model_dump()
    raw["skills"] = raw["skills"][:2]
    found = came_back("Skills", row="skills/spare", into=Ladder.model_validate(raw), removing=False)
    assert not found.removed and not found.notes
