"""YAML and JSON as a sheet whose columns are patterns of keys, corrected by pins."""

import pytest
from tests.exchange.records.shapes import SHAPES

from laddereditor.exchange.records.importing import import_texts
from laddereditor.exchange.records.mapped import MappedRecords, mapped_records
from laddereditor.exchange.records.reading import SHEET, read_records
from laddereditor.exchange.tables.mapping import Pin
from laddereditor.exchange.tables.mapping_json import mapping_text, pins_of_text
from laddereditor.model.family import Profile

BAKERY = """\
jobs:
  - name: Baker
    levels:
      - name: Junior
        summary: Learns the trade from the others
        typical_work:
          - Weighs flour by the recipe card
          - Keeps the bench clean
        motto: Nobody leaves before the oven is off
      - name: Senior
        summary: Runs a shift alone
        typical_work:
          - Corrects a dough that is too wet
        motto: The first loaf is for the team
"""


def bakery(*pins: Pin) -> MappedRecords:
    return mapped_records(read_records([("bakery.yaml", BAKERY)], "bakery.yaml"), pins)


def column(head: str) -> int:
    layout = bakery().read.layout
    return [one.head for one in layout.columns].index(head)


def pin(head: str, role: str) -> Pin:
    return Pin("column", role, SHEET, column(head))


def role(found: MappedRecords, head: str) -> str:
    return found.mapping.grids[0].columns[column(head)].role


@pytest.mark.parametrize("name", SHAPES)
def test_that_every_value_is_in_a_cell_with_one_account(name: str) -> None:
    found = mapped_records(read_records(list(SHAPES[name].files.items()), name))
    rows = found.read.layout.grid.rows
    texts = {(r, c): cell.text for r, row in enumerate(rows) for c, cell in enumerate(row)}
    accounts = [(one.position.row, one.position.column) for one in found.applied.cells]
    assert sorted(accounts) == [at for at, text in sorted(texts.items()) if text]
    for one in found.applied.cells:
        assert one.text == texts[one.position.row, one.position.column]
    assert {one.path for one in found.built.values} <= set(found.read.layout.places)


def test_that_columns_are_patterns_of_keys_with_their_roles() -> None:
    found = bakery()
    assert role(found, "jobs") == "family"
    assert role(found, "jobs › levels") == "level"
    assert role(found, "jobs › levels › summary") == "summary"
    assert role(found, "jobs › levels › typicalwork") == "statement"


def test_that_a_person_decides_what_the_values_of_a_key_are() -> None:
    found = bakery(pin("jobs › levels › typicalwork", "responsibilities"))
    junior = found.applied.ladder.families[0].profiles[0]
    assert isinstance(junior, Profile)
    assert junior.responsibilities == (
        "Weighs flour by the recipe card",
        "Keeps the bench clean",
    )
    assert found.mapping.grids[0].columns[column("jobs › levels › typicalwork")].pinned


def test_that_a_text_that_was_not_known_becomes_a_statement() -> None:
    motto = "jobs › levels › motto"
    before, after = bakery(), bakery(pin(motto, "responsibilities"))
    assert "oven is off" not in repr(before.applied.ladder.families[0].profiles[0].responsibilities)
    assert "oven is off" in repr(after.applied.ladder.families[0].profiles[0].responsibilities)


def test_that_values_that_a_person_leaves_out_are_in_no_ladder() -> None:
    found = bakery(pin("jobs › levels › summary", "left"))
    assert all(not one.summary for one in found.applied.ladder.families[0].profiles)
    left = [one for one in found.applied.cells if one.text == "Runs a shift alone"]
    assert [(one.outcome, one.reason) for one in left] == [("left", "you left it out")]


def test_that_a_row_that_a_person_leaves_out_takes_all_that_is_in_it_along() -> None:
    row = bakery().read.layout.names["jobs/0/levels/1"]
    found = bakery(Pin("row", "left", SHEET, row))
    assert [one.name for one in found.applied.ladder.levels] == ["Junior"]
    gone = [one for one in found.applied.cells if one.text == "Corrects a dough that is too wet"]
    assert [one.outcome for one in gone] == ["left"]


def test_that_everything_can_be_left_out() -> None:
    found = bakery(Pin("take", "no", SHEET))
    assert not found.applied.ladder.families
    assert not found.applied.count("taken")


def test_that_a_mapping_of_the_window_is_read_by_the_command_line() -> None:
    pins = (pin("jobs", "left"), pin("jobs › levels › motto", "qualifications"))
    saved = mapping_text(bakery(*pins).mapping)
    again = import_texts([("b.yaml", BAKERY)], "b.yaml", pins_of_text(saved, "m.json"))
    assert again.mapping.pins == pins
    assert again.result.ladder.families == bakery(*pins).applied.ladder.families
    assert again.mapping.signature == bakery().mapping.signature


def test_that_pins_for_columns_that_are_not_there_have_no_effect() -> None:
    found = bakery(Pin("column", "level", SHEET, 99), Pin("column", "at-level", SHEET, 0))
    assert found.applied.ladder == bakery().applied.ladder
