"""What was found in the sheets of a workbook is kept while a person decides about it."""

import pytest
from tests.gui.mapping.books import workbook

from laddereditor.exchange.tables import Pin, SheetMemory, applied, recognised
from laddereditor.exchange.tables.recognition.readings import tables_in
from laddereditor.exchange.tables.recognition.sheet_view import SheetView
from laddereditor.exchange.tables.recognition.table import FoundTable

RECOGNISE = "laddereditor.exchange.tables.recognition.recognise"
DECISIONS = (
    (),
    (Pin("column", "comment", "Backend", 3),),
    (Pin("take", "no", "Frontend"),),
    (Pin("reading", "list", "Backend"), Pin("answer", "scores", value="numbers")),
    (),
)


def test_that_decisions_in_a_row_give_what_each_gives_alone() -> None:
    book, memory = workbook(), SheetMemory()
    for pins in DECISIONS:
        mapping = recognised(book, pins, memory)
        assert mapping == recognised(book, pins)
        assert applied(book, mapping, memory=memory) == applied(book, recognised(book, pins))


def test_that_a_decision_about_a_sheet_looks_at_no_other_one_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[str] = []

    def noted(view: SheetView) -> tuple[FoundTable, ...]:
        looked_at.append(view.grid.name)
        return tables_in(view)

    monkeypatch.setattr(f"{RECOGNISE}.tables_in", noted)
    book, memory = workbook(), SheetMemory()
    recognised(book, (), memory)
    assert looked_at == ["Backend", "Frontend"]
    recognised(book, [Pin("column", "comment", "Backend", 3)], memory)
    assert looked_at == ["Backend", "Frontend", "Backend"]
