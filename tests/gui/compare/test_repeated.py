"""A statement that another row of a comparison has too says where, also to a screen reader."""

from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.subject import subject_at
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.compare.lines import lines_of
from laddereditor.presentation.compare.page import ComparePage
from laddereditor.reports.comparison.words import head_of

TWICE = "Keeps the millstones sharp"


def page() -> ComparePage:
    """Return two levels compared, of which the lower one has a statement in two lists."""
    profiles = [
        {"level": "P1", "responsibilities": [TWICE], "qualifications": [TWICE, "Reads"]},
        {"level": "P2", "responsibilities": ["Orders grain from three farms"]},
    ]
    ladder = Ladder.model_validate(
        {
            "laddereditor": 1,
            "id": "mill",
            "levels": [{"id": "P1"}, {"id": "P2"}],
            "families": [{"id": "miller", "name": "Miller", "profiles": profiles}],
        }
    )
    places = (Address("families/miller/P1"), Address("families/miller/P2"))
    comparison = compare([subject_at(ladder, place) for place in places])
    heads = tuple(map(head_of, comparison.columns))
    return ComparePage(comparison, heads, tuple(lines_of(comparison)))


def test_that_a_repeated_statement_says_where_else_it_is() -> None:
    shown = page()
    rows = [row for row in range(len(shown.lines)) if shown.text(row, 0) == TWICE]
    assert len(rows) == 2
    for row in rows:
        assert "the same text at P1" in shown.accessible_text(row, 0)
        assert "the same text at P1" in shown.tip(row, 0)


def test_that_a_statement_of_one_row_says_nothing_of_it() -> None:
    shown = page()
    others = [row for row in range(len(shown.lines)) if shown.text(row, 0) != TWICE]
    assert all("the same text" not in shown.accessible_text(row, 0) for row in others)
