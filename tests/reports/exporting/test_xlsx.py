"""Workbooks: what they hold, and what comes back of them."""

from io import BytesIO

import openpyxl
from hypothesis import given, settings

from laddereditor.edits.parts.rebuilding import rebuilt
from laddereditor.exchange.returned.workbook import read_workbook_export
from laddereditor.model.ladder import Ladder
from laddereditor.reports.exporter import ExportScope
from tests.examples import examples
from tests.reports.exporting.returned import HR, carried, exported
from tests.strategies import ladders


def workbook(found: Ladder, scope: ExportScope = HR) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(exported(found, "xlsx", scope)))


@settings(max_examples=examples(40), deadline=None)
@given(ladders())
def test_that_a_ladder_comes_back_the_same(found: Ladder) -> None:
    table = read_workbook_export(exported(found, "xlsx"), "x.xlsx")
    assert table is not None and not table.notes and not table.comments
    assert [cell for cell in table.cells if cell.is_edited] == []
    assert carried(rebuilt(table)) == carried(found)


def test_that_an_empty_ladder_is_a_workbook_too() -> None:
    assert workbook(Ladder(laddereditor=1)).sheetnames == ["About", "choices", "laddereditor"]
