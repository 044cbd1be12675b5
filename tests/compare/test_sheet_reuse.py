"""Rows whose values an edit leaves alone stay the same objects, and are always the right ones."""

from collections.abc import Callable

import pytest

from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.subject import subject_at
from laddereditor.compare.sheet.table import Comparison, Matrix
from laddereditor.compare.sheet.track_subjects import track_subjects
from laddereditor.edits.edit import Edit
from laddereditor.edits.fields import set_entry, set_field
from laddereditor.edits.lists import insert_items, set_item
from laddereditor.edits.references import rename
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from tests.edits.samples import DATA_P3, made, sample

DATA = Address("families/data")
EDITS: dict[str, Callable[[Ladder], Edit]] = {
    "a statement": lambda ladder: set_item(ladder, DATA_P3, "responsibilities", 0, "Draws maps"),
    "a new statement": lambda ladder: insert_items(ladder, DATA_P3, "responsibilities", 0, ["x"]),
    "a factor of the level": lambda ladder: set_entry(
        ladder, Address("levels/P3"), "factors", "scope", "x"
    ),
    "an inherited list": lambda ladder: set_entry(
        ladder, Address("levels/P3"), "expectations", "communication", ("Speaks", "Listens")
    ),
    "the name of a factor": lambda ladder: set_field(
        ladder, Address("factors/scope"), "name", "Reach"
    ),
    "the name of a skill": lambda ladder: set_field(
        ladder, Address("skills/sql"), "name", "Queries"
    ),
    "the category of a skill": lambda ladder: set_field(
        ladder, Address("skills/sql"), "category", "Zoo"
    ),
    "the name of a step": lambda ladder: set_field(
        ladder, Address("proficiencies/expert"), "name", "Top"
    ),
    "the name of a competency": lambda ladder: set_field(
        ladder, Address("families/data/competencies/stewardship"), "name", "Care"
    ),
    "the specialties of the family": lambda ladder: set_field(
        ladder, DATA, "specialties", ("Lakes", "Streams")
    ),
    "the title patterns": lambda ladder: set_field(
        ladder, Address("levels/P3"), "title_patterns", ("{specialty} 3", "Senior {specialty}")
    ),
    "the name of the family": lambda ladder: set_field(ladder, DATA, "name", "Data Person"),
    "the track of a level": lambda ladder: set_field(
        ladder, Address("levels/P2"), "track", "management"
    ),
    "the id of the family": lambda ladder: rename(ladder, DATA, "facts"),
    "the pay": lambda ladder: set_field(ladder, DATA_P3, "pay/status", "withheld"),
}


def _compared(ladder: Ladder, before: Comparison | None = None) -> Comparison:
    family = ladder.families[0].id
    addresses = (f"families/{family}/P2", f"families/{family}/P3", "levels/P3")
    return compare([subject_at(ladder, Address(one)) for one in addresses], 0, before)


def _matrix(ladder: Ladder, before: Matrix | None = None) -> Matrix:
    return matrix(ladder, Address(f"families/{ladder.families[0].id}"), before=before)


@pytest.mark.parametrize("name", EDITS)
def test_that_what_is_reused_after_an_edit_is_what_would_be_made_again(name: str) -> None:
    ladder = sample()
    after = made(EDITS[name](ladder), ladder)
    assert after is not ladder
    assert _compared(after, _compared(ladder)) == _compared(after)
    assert _matrix(after, _matrix(ladder)) == _matrix(after)


def test_that_an_edit_makes_only_the_rows_of_its_field_again() -> None:
    ladder = sample()
    after = made(EDITS["a statement"](ladder), ladder)
    before = _compared(ladder)
    found = _compared(after, before)
    changed = [
        section.field
        for section in found.sections
        if not any(section is known for known in before.sections)
    ]
    assert changed == ["responsibilities"]
    table = _matrix(ladder)
    again = _matrix(after, table)
    others = [row for row in again.rows if not any(row is known for known in table.rows)]
    assert {row.section for row in others} == {"responsibilities"}


def test_that_other_columns_another_baseline_and_other_looks_make_all_rows_again() -> None:
    ladder = sample()
    subjects = [subject_at(ladder, one) for one in (DATA_P3, Address("levels/P3"))]
    first = compare(subjects)
    assert compare(subjects[::-1], 0, first) == compare(subjects[::-1])
    assert compare(subjects, 1, first) == compare(subjects, 1)
    assert matrix(ladder, DATA, compact=False, before=_matrix(ladder)) == matrix(
        ladder, DATA, compact=False
    )
    assert matrix(ladder, DATA, all_tracks=True, before=_matrix(ladder)) == matrix(
        ladder, DATA, all_tracks=True
    )


def test_that_a_hidden_level_that_becomes_a_column_is_compared_again() -> None:
    ladder = sample()
    track = track_subjects(ladder, ladder.families[0])
    assert len(track) > 1
    alone = compare(track[:1])
    assert compare(track, 0, alone) == compare(track)
    assert compare(track[:1], 0, compare(track)) == alone
