"""Pairs that a person corrected, in comparisons and in what is made of them."""

from laddereditor.align.corrections import NO_CORRECTIONS, PairCorrections
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.level_summary import level_summary
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.subject import subject_at
from laddereditor.compare.sheet.table import Comparison, Row
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.reports.comparison.json_report import comparison_json
from laddereditor.reports.comparison.table import to_csv
from laddereditor.reports.comparison.text import comparison_text

FEEDS, COUNTS, SELLS = "Feeds the hens at dawn", "Counts coins in the till", "Sells eggs"
PLANS = "Decides which breeds to keep"
BY_HAND = PairCorrections().aligned(FEEDS, PLANS)


def farm(name: str = "farm") -> Ladder:
    return Ladder.model_validate(
        {
            "laddereditor": 1,
            "id": name,
            "name": "Farm",
            "language": "en",
            "tracks": [{"id": "p", "code": "P", "name": "P"}],
            "levels": [{"id": code, "name": code, "track": "p"} for code in ("P1", "P2")],
            "families": [
                {
                    "id": "farm",
                    "name": "Farmer",
                    "profiles": [
                        {"level": "P1", "responsibilities": [COUNTS, FEEDS, SELLS]},
                        {"level": "P2", "responsibilities": [SELLS, PLANS]},
                    ],
                }
            ],
        }
    )


def compared(said: PairCorrections, other: Ladder | None = None) -> Comparison:
    ladder = farm()
    places = ((ladder, "P1"), (other or ladder, "P2"))
    return compare(
        [subject_at(one, Address(f"farm/{code}")) for one, code in places], corrections=said
    )


def row_of(found: Comparison, text: str) -> Row:
    return next(row for row in found.rows if any(cell.text == text for cell in row.cells))


def test_that_a_pair_by_hand_shares_a_row_and_says_so() -> None:
    assert not row_of(compared(NO_CORRECTIONS), FEEDS).is_match
    row = row_of(compared(BY_HAND), FEEDS)
    assert [cell.text for cell in row.cells] == [FEEDS, PLANS]
    assert [cell.is_by_hand for cell in row.cells] == [False, True]
    assert row.cells[1].state == "reworded"
    assert "aligned by hand" in comparison_text(compared(BY_HAND))
    assert "aligned by hand" in to_csv(compared(BY_HAND))
    cells = [cell for row in comparison_json(compared(BY_HAND))["rows"] for cell in row["cells"]]
    assert [cell["text"] for cell in cells if cell and cell.get("paired") == "by hand"] == [PLANS]


def test_that_it_holds_between_two_ladders() -> None:
    row = row_of(compared(BY_HAND, farm("neighbour")), FEEDS)
    assert [cell.text for cell in row.cells] == [FEEDS, PLANS]


def test_that_the_summary_follows() -> None:
    before, after = (level_summary(compared(one), 1) for one in (NO_CORRECTIONS, BY_HAND))
    assert [item.text for item in before.of("only_before")] == [COUNTS, FEEDS]
    assert [item.text for item in after.of("only_before")] == [COUNTS]
    assert [item.after for item in after.of("unknown", "raised", "lowered")] == [PLANS]


def test_that_versions_of_one_profile_follow_it_too() -> None:
    old = farm()
    family = old.families[0]
    profile = evolve(family.profiles[0], responsibilities=(COUNTS, PLANS, SELLS))
    new = evolve(old, families=(evolve(family, profiles=(profile,)),))
    columns = [subject_at(one, Address("farm/P1")) for one in (old, new)]
    assert not row_of(compare(columns), FEEDS).is_match
    found = compare(columns, corrections=BY_HAND)
    assert [cell.text for cell in row_of(found, FEEDS).cells] == [FEEDS, PLANS]


def test_that_rows_are_made_again_once_a_pair_is_corrected() -> None:
    ladder = farm()
    columns = [subject_at(ladder, Address(f"farm/{code}")) for code in ("P1", "P2")]
    before = compare(columns)
    after = compare(columns, before=before, corrections=BY_HAND)
    assert after.sections != before.sections
    assert compare(columns, before=after, corrections=BY_HAND).sections == after.sections


def test_that_the_matrix_follows() -> None:
    place = Address("families/farm")
    rows = {
        tuple(cell.text for cell in row.cells)
        for row in matrix(farm(), place, corrections=BY_HAND).rows
    }
    assert (FEEDS, PLANS) in rows
    assert (FEEDS, PLANS) not in {
        tuple(cell.text for cell in row.cells) for row in matrix(farm(), place).rows
    }


def test_that_the_matrix_follows_a_correction_while_it_is_shown() -> None:
    ladder, place = farm(), Address("families/farm")
    before = matrix(ladder, place)
    rows = matrix(ladder, place, before=before, corrections=BY_HAND).rows
    assert (FEEDS, PLANS) in {tuple(cell.text for cell in row.cells) for row in rows}
