"""Entities as texts and back: what is listed reads as the same values."""

import pytest
from hypothesis import given, settings

from laddereditor.edits.parts.listing import PartLister, carried_fields
from laddereditor.edits.parts.part import LONGEST, is_cut, mark_of, plain_cell
from laddereditor.edits.parts.reading import PartReader
from laddereditor.edits.parts.record_texts import read_record, record_text
from laddereditor.model.address import walk
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience
from laddereditor.model.pay import PayRange
from tests.examples import examples
from tests.strategies import ladders


@settings(max_examples=examples(80), deadline=None)
@given(ladders())
def test_that_the_texts_of_an_entity_read_as_its_values(ladder: Ladder) -> None:
    lister = PartLister(ladder)
    reader = PartReader(lister.names)
    for address, entity in walk(ladder):
        parts = lister.of_entity(address, entity)
        raw = reader.values(type(entity), [(part.path, part.text) for part in parts])
        required = {
            name: getattr(entity, name)
            for name, info in type(entity).model_fields.items()
            if info.is_required()
        }
        again = type(entity).model_validate({**required, **raw})
        for spec in carried_fields(type(entity)):
            assert getattr(again, spec.name) == getattr(entity, spec.name), (address, spec.name)


def test_that_a_record_with_signs_of_its_own_comes_back() -> None:
    pay = PayRange(market="a · b: c\\ \\n", currency="EUR", min=0.5, max=10**12, inferred=True)
    assert PayRange.model_validate(read_record(PayRange, record_text(pay))) == pay


@pytest.mark.parametrize("text", ["60000", "Salary: 3", "Minimum: many", "Market Germany"])
def test_that_a_line_that_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"write|neither|number"):
        read_record(PayRange, text)


def test_that_a_mark_ignores_what_a_spreadsheet_changes() -> None:
    assert mark_of("a \r\nb\x07") == mark_of("a\nb ") != mark_of("a\n\nb")


def test_that_a_text_that_is_too_long_for_a_cell_is_cut_and_known_as_cut() -> None:
    cut = plain_cell("x" * (LONGEST + 1))
    assert len(cut) == LONGEST and is_cut(cut) and not is_cut("x" * LONGEST)


def test_that_entities_with_one_name_are_called_by_their_ids() -> None:
    ladder = Ladder.model_validate(
        {
            "laddereditor": 1,
            "skills": [
                {"id": "a", "name": "Bread"},
                {"id": "b", "name": "bread"},
                {"id": "c", "name": "a"},
                {"id": "d", "name": "Cake"},
            ],
        }
    )
    names = PartLister(ladder).names
    assert dict(names.of("skill")) == {"a": "a", "b": "b", "c": "c", "d": "Cake"}
    assert [names.key("skill", text) for text in ("A", "cake ", "c", "bread")] == [
        "a",
        "d",
        "c",
        None,
    ]


def test_that_years_without_numbers_are_no_text() -> None:
    ladder = Ladder.model_validate({"laddereditor": 1, "levels": [{"id": "P1", "experience": {}}]})
    assert ladder.levels[0].experience == Experience()
    found = PartLister(ladder).of_entity(next(iter(walk(ladder)))[0], ladder.levels[0])
    assert [str(part.path) for part in found] == ["id"]
