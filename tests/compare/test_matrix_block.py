"""Blocks pasted into the table of a family."""

from collections.abc import Collection
from itertools import takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.compare.sheet.block import block_of, block_row
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.table import Matrix
from laddereditor.edits.cell_block import CellBlock, read_block, write_block
from laddereditor.edits.cells import pasting
from laddereditor.edits.cells.filling import Filling, fill
from laddereditor.edits.cells.pasting import RowColumn
from laddereditor.edits.edit import EditRefused
from laddereditor.model.address import Address, walk
from laddereditor.model.family import Family
from laddereditor.model.ladder import Ladder
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document
from tests.edits.samples import made, profile, sample
from tests.strategies import filled_lines, ladders

DATA = Address("families/data")


def block_rows(table: Matrix) -> list[pasting.BlockRow | None]:
    return [block_row(table, number) for number in range(len(table.rows))]


def pasted(table: Matrix, cells: Collection[RowColumn], block: CellBlock) -> tuple[Filling, ...]:
    levels = [column.level for column in table.columns]
    found = pasting.pasted(block_rows(table), levels, cells, block, "level")
    return tuple(filling for _, filling in found)


def _row(table: Matrix, section: str, key: str = "", kind: str = "") -> int:
    return next(
        number
        for number, row in enumerate(table.rows)
        if (row.section, row.key) == (section, key) and row.cells and kind in ("", row.kind)
    )


def _pasted(
    ladder: Ladder,
    section: str,
    block: CellBlock,
    *,
    key: str = "",
    column: int = 2,
    kind: str = "",
) -> Ladder:
    table = matrix(ladder, DATA)
    fillings = pasted(table, [(_row(table, section, key, kind), column)], block)
    return made(fill(ladder, fillings, "Paste"), ladder)


@given(ladders(), st.booleans())
def test_that_a_copy_pasted_where_it_was_copied_changes_nothing(
    ladder: Ladder, through_text: bool
) -> None:
    for family in ladder.families:
        table = matrix(ladder, Address(f"families/{family.id}"))
        rows, columns = range(len(table.rows)), range(len(table.columns))
        block = block_of(block_rows(table), rows, columns)
        if block and columns:
            block = read_block(write_block(block)) if through_text else block
            assert pasted(table, [(0, 0)], block) == ()


_texts = filled_lines | st.sampled_from(["", "3-5", "10+", "Exempt", "a\nb", "Any proficiency"])


@given(st.data())
def test_that_undo_after_a_paste_gives_the_ladder_back_to_the_letter(data: st.DataObject) -> None:
    ladder = data.draw(ladders())
    places = ["levels", *(f"families/{family.id}" for family in ladder.families)]
    table = matrix(ladder, Address(data.draw(st.sampled_from(places))))
    rows = [number for number, row in enumerate(table.rows) if row.cells]
    if not table.columns:
        return
    session = Session(new_document(ladder))
    text = session.document.text
    width = data.draw(st.integers(1, 2))
    block = tuple(data.draw(st.lists(st.tuples(*[_texts] * width), min_size=1, max_size=3)))
    row, column = (
        data.draw(st.sampled_from(rows)),
        data.draw(st.integers(0, len(table.columns) - 1)),
    )
    try:
        session.apply(fill(session.ladder, pasted(table, [(row, column)], block), "Paste"))
    except EditRefused:
        assert session.ladder == ladder
        assert session.document.text == text
    session.undo()
    assert session.ladder == ladder
    assert session.document.text == text


def test_that_a_block_continues_from_row_to_row() -> None:
    after = profile(_pasted(sample(), "factors", (("One",), ("Two",), ("Three",)), key="scope"))
    assert after.factors == {"scope": "One", "autonomy": "Two", "impact": "Three"}


def test_that_a_cell_of_many_lines_pasted_into_a_list_is_many_statements() -> None:
    block = read_block('"• Plans work\n• Splits it"\n')
    after = profile(_pasted(sample(), "qualifications", block, kind="adder"))
    assert after.qualifications == ("Plans work", "Splits it")


def test_that_a_block_pasted_into_a_list_stays_in_the_list() -> None:
    block = (("One",), ("Two",), ("Three",), ("• Four",), ("Five",))
    after = profile(_pasted(sample(), "responsibilities", block))
    assert after.responsibilities == ("One", "Two", "Three", "Four", "Five")
    assert after.qualifications == ()


def test_that_a_single_cell_fills_the_selection_and_a_block_is_repeated() -> None:
    table = matrix(sample(), DATA)
    row = _row(table, "factors", "scope")
    square = [(row + down, column) for down in (0, 1) for column in (1, 2)]
    found = pasted(table, square, (("All",),))
    assert [text for _, text in found] == ["All"] * 4
    found = pasted(table, square, (("A", "B"),))
    assert [text for _, text in found] == ["A", "B"] * 2


def test_that_a_single_cell_goes_into_just_those_that_are_selected() -> None:
    table = matrix(sample(), DATA)
    row = _row(table, "factors", "scope")
    found = pasted(table, [(row, 2), (row + 2, 1)], (("All",),))
    assert [(place.address, place.key) for place, _ in found] == [
        ("families/data/P3", "scope"),
        ("families/data/P2", "impact"),
    ]
    found = pasted(table, [(row, 1), (row + 2, 2)], (("A",), ("B",)))
    assert [(place.key, text) for place, text in found] == [("scope", "A"), ("autonomy", "B")]


def test_that_a_block_that_is_too_wide_says_how_many_levels_there_are() -> None:
    with pytest.raises(EditRefused, match=r"3 cells wide, but only 2 levels are here from P2 on"):
        _pasted(sample(), "summary", (("a", "b", "c"),), column=1)


def test_that_a_block_that_is_too_high_says_how_many_rows_there_are() -> None:
    with pytest.raises(EditRefused, match=r"2 rows high, but only 1 row is here from External id"):
        _pasted(sample(), "external_id", (("a",), ("b",)))
    with pytest.raises(EditRefused, match=r"4 rows high, but only 3 rows are here from Mentoring"):
        _pasted(sample(), "skills", (("Aware",),) * 4, key="mentoring")


def test_that_a_level_without_a_profile_refuses_a_block_unless_its_cells_are_empty() -> None:
    with pytest.raises(EditRefused, match=r"no profile for P1 yet"):
        _pasted(sample(), "summary", (("a", "b"),), column=0)
    after = _pasted(sample(), "summary", (("", "b"),), column=0)
    assert profile(after, "families/data/P2").summary == "b"


def test_that_what_cannot_be_changed_in_a_cell_refuses_a_block_that_would_change_it() -> None:
    with pytest.raises(EditRefused, match=r"Ranges: US of P3 cannot be changed in a cell"):
        _pasted(sample(), "pay/ranges", (("much",),), key="US")
    with pytest.raises(EditRefused, match=r"Common titles of P3 cannot be changed in a cell"):
        _pasted(sample(), "titles", (("Boss",),))


def test_that_an_empty_cell_pasted_over_inherited_text_leaves_it() -> None:
    raw = sample().model_dump()
    raw["levels"][2]["expectations"]["communication"] = ("Writes clearly", "Listens")
    ladder = Ladder.model_validate(raw)
    assert _pasted(ladder, "expectations", (("",),), key="communication") is ladder


def test_that_clearing_leaves_what_is_inherited_and_counts_it() -> None:
    table = matrix(sample(), DATA)
    cells = [(_row(table, "factors", key), 2) for key in ("scope", "autonomy", "impact")]
    rows = block_rows(table)
    held = [(column, row.cells[column]) for n, column in cells if (row := rows[n])]
    fillings, stay = pasting.cleared(held)
    assert [(column, place.key, text) for column, (place, text) in fillings] == [(2, "scope", "")]
    assert stay == 1


@given(st.data())
def test_that_a_block_pasted_elsewhere_gives_cells_equal_to_those_copied(
    data: st.DataObject,
) -> None:
    ladder = data.draw(ladders())
    address = Address(data.draw(st.sampled_from(["levels", *_families(ladder)])))
    table = matrix(ladder, address)
    kinds = {n: row.kind for n, row in enumerate(table.rows) if row.kind in ("value", "skill")}
    if not kinds or len(table.columns) < 2:
        return
    first = data.draw(st.sampled_from(list(kinds)))
    following = range(first, first + data.draw(st.integers(1, 3)))
    rows = list(takewhile(lambda row: kinds.get(row) == kinds[first], following))
    source, target = data.draw(st.permutations(range(len(table.columns))))[:2]
    block = read_block(write_block(block_of(block_rows(table), rows, [source])))
    try:
        edit = fill(ladder, pasted(table, [(first, target)], block), "Paste")
    except EditRefused:
        return  # no profile there, or a cell that no text can be written into
    after = matrix(edit.change(ladder), address)
    for row in rows:
        copied, there = (table.rows[row].cells[source], after.rows[row].cells[target])
        if copied.full_text.strip() or there.state != "inherited":
            assert " ".join(there.full_text.split()) == " ".join(copied.full_text.split())


def _families(ladder: Ladder) -> list[str]:
    return [address for address, entity in walk(ladder) if isinstance(entity, Family)]
