"""A ladder whose levels say the same duties anew: what Compare makes of progressive paraphrases."""

from pathlib import Path

import pytest

from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.subject import subject_at
from laddereditor.compare.sheet.track import remarks_on, track_steps
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import read_text

LEVELS = [f"families/ropeway-technician/P{number}" for number in range(1, 7)]


@pytest.fixture(scope="module")
def ladder() -> Ladder:
    return read_text(Path(__file__).with_name("progressive.yaml").read_text()).ladder


def test_that_paraphrases_of_neighbouring_levels_share_rows(ladder: Ladder) -> None:
    found = compare([subject_at(ladder, Address(one)) for one in LEVELS[2:4]])
    duties = next(one for one in found.sections if one.field == "responsibilities")
    assert duties.counts[1].reworded == 6


def test_that_the_step_that_hardly_asks_for_more_is_pointed_out(ladder: Ladder) -> None:
    steps = track_steps(ladder, ladder.families[0], "professional")
    assert remarks_on([step.size for step in steps]) == ("", "", "", "small", "")
    assert steps[3].counts.new == 0


def test_that_six_levels_have_no_more_rows_than_their_duties_need(ladder: Ladder) -> None:
    found = compare([subject_at(ladder, Address(one)) for one in LEVELS])
    duties = next(one for one in found.sections if one.field == "responsibilities")
    texts = sum(not cell.is_empty for row in duties.rows for cell in row.cells)
    assert texts == 36
    assert len(duties.rows) <= 12
