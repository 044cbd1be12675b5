"""Why two statements are beside each other, in words."""

import pytest

from laddereditor.align.corrections import PairCorrections
from laddereditor.align.pair_reasons import PairReason, pair_reasons
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.similarity_reasons import similarity_reasons
from laddereditor.compare.sheet.subject import subject_at
from laddereditor.compare.sheet.table import Comparison, Row
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.reports.comparison.json_report import comparison_json

LOW = ("Waters the orchids at dawn", "Answers complaints", "Sweeps the glasshouse")
HIGH = (
    "Decides how the orchids are watered",
    "Calms angry callers about complaints",
    "Sweeps the glasshouse",
)


def test_that_rare_words_in_common_are_named() -> None:
    kinds = {reason.kind: reason.about for reason in pair_reasons(LOW, HIGH, 0, 0)}
    assert "orchids" in kinds["rare words"]
    assert "the" not in kinds["rare words"]


def test_that_words_of_many_statements_are_not_called_rare() -> None:
    left = ("Checks orders of the day", "Packs orders of the week", "Counts orders of the year")
    right = ("Reviews orders of the day", "Ships orders", "Refunds orders")
    reasons = pair_reasons(left, right, 1, 1)
    assert ("orders",) in [one.about for one in reasons if one.kind == "words"]


def test_that_topics_and_places_are_named_where_no_word_is_the_same() -> None:
    reasons = pair_reasons(
        ("Coaches juniors", "Sorts mail"), ("Mentors apprentices", "Waters plants"), 0, 0
    )
    assert {one.kind for one in reasons} == {"topics", "place"}
    topics = next(one.about for one in reasons if one.kind == "topics")
    assert topics == ("coaches – mentors", "juniors – apprentices"), "verb with verb"


def test_that_a_place_far_away_is_no_reason() -> None:
    texts = tuple(f"Waters bed number {name}" for name in "abcdefgh")
    assert PairReason("place") not in pair_reasons(texts, texts, 0, 7)
    assert PairReason("place") in pair_reasons(texts, texts, 3, 3)


def _compared(*said: tuple[str, str], expectations: bool = False) -> Comparison:
    lists = (
        [{"expectations": {"care": list(one)}} for one in (LOW, HIGH)]
        if expectations
        else [{"responsibilities": list(one)} for one in (LOW, HIGH)]
    )
    ladder = Ladder.model_validate(
        {
            "laddereditor": 1,
            "id": "glasshouse",
            "name": "Glasshouse",
            "language": "en",
            "tracks": [{"id": "p", "code": "P", "name": "P"}],
            "competencies": [{"id": "care", "name": "Care"}],
            "levels": [{"id": code, "name": code, "track": "p"} for code in ("P1", "P2")],
            "families": [
                {
                    "id": "plants",
                    "name": "Plants",
                    "profiles": [
                        {"level": code, **lists[n]} for n, code in enumerate(("P1", "P2"))
                    ],
                }
            ],
        }
    )
    corrections = PairCorrections()
    for one, other in said:
        corrections = corrections.aligned(one, other)
    columns = [subject_at(ladder, Address(f"plants/{code}")) for code in ("P1", "P2")]
    return compare(columns, corrections=corrections)


def _row(found: Comparison, text: str) -> Row:
    return next(row for row in found.rows if row.cells[1].text == text)


def test_that_a_reworded_statement_says_why_it_is_in_its_row() -> None:
    found = _compared()
    reasons = similarity_reasons(found, _row(found, HIGH[0]), 1)
    assert "rare words in common: orchids" in ", ".join(reasons)
    assert similarity_reasons(found, _row(found, HIGH[0]), 0) == (), "the baseline needs no reason"
    assert similarity_reasons(found, _row(found, HIGH[2]), 1) == (), "an equal text needs none"


def test_that_entries_of_one_competency_say_so() -> None:
    found = _compared(expectations=True)
    assert "same competency" in similarity_reasons(found, _row(found, HIGH[0]), 1)


def test_that_a_pair_by_hand_has_no_other_reason() -> None:
    found = _compared((LOW[0], HIGH[1]))
    assert similarity_reasons(found, _row(found, HIGH[1]), 1) == ()


@pytest.mark.parametrize("said", [(), ((LOW[0], HIGH[1]),)])
def test_that_json_says_by_what_a_cell_was_paired(said: tuple[tuple[str, str], ...]) -> None:
    cells = [cell for row in comparison_json(_compared(*said))["rows"] for cell in row["cells"]]
    paired = {cell["text"]: cell for cell in cells if cell and "paired" in cell}
    if said:
        assert paired[HIGH[1]]["paired"] == "by hand"
        assert "reasons" not in paired[HIGH[1]]
    else:
        assert paired[HIGH[0]]["paired"] == "by similarity"
        assert any("orchids" in reason for reason in paired[HIGH[0]]["reasons"])


def _levels(*lists: tuple[str, ...]) -> Ladder:
    codes = [f"P{n}" for n in range(1, len(lists) + 1)]
    profiles = [
        {"level": code, "responsibilities": list(texts)}
        for code, texts in zip(codes, lists, strict=True)
    ]
    return Ladder.model_validate(
        {
            "laddereditor": 1,
            "id": "garden",
            "name": "Garden",
            "language": "en",
            "tracks": [{"id": "p", "code": "P", "name": "P"}],
            "levels": [{"id": code, "name": code, "track": "p"} for code in codes],
            "families": [{"id": "plants", "name": "Plants", "profiles": profiles}],
        }
    )


def test_that_between_versions_only_words_are_a_reason() -> None:
    before = "Waters the orchids in the glasshouse at dawn"
    after = "Waters the orchids in the glasshouse at dusk and dawn"
    columns = [
        subject_at(_levels((text,)), Address("plants/P1"), origin)
        for text, origin in ((before, "old"), (after, "new"))
    ]
    found = compare(columns)
    (reason,) = similarity_reasons(found, _row(found, after), 1)
    assert reason.startswith("rare words in common") or reason.startswith("words in common")


def test_that_a_pair_through_a_level_between_says_so() -> None:
    first = ("Fills in for absent colleagues", "Sweeps the glasshouse")
    last = ("Sweeps the glasshouse", "Represents the company at trade fairs")
    ladder = _levels(first, ("Xylophone", "Sweeps the glasshouse"), last)
    chain = PairCorrections().aligned(first[0], "Xylophone").aligned("Xylophone", last[1])
    columns = [subject_at(ladder, Address(f"plants/{code}")) for code in ("P1", "P3")]
    found = compare(columns, corrections=chain)
    row = _row(found, last[1])
    assert row.cells[0].text == first[0]
    assert similarity_reasons(found, row, 1) == ("linked through the levels between them",)
