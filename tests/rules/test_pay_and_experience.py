"""Rules on pay ranges and years of experience."""

from typing import Any

import pytest

from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.rules.check import check
from tests.rules.good import found_in_itself as found
from tests.rules.good import raw, spoiled

P1, P2, P3 = "families/data/P1", "families/data/P2", "families/data/P3"
RANGE = Address("families/0/profiles/1/pay/ranges/0")
OWN = Address("families/0/profiles/1/experience")


@pytest.mark.parametrize(
    ("pay", "wrong"),
    [
        ({"min": 1, "mid": 2, "max": 3}, 0),
        ({"min": 3, "mid": 2, "max": 1}, 2),
        ({"min": 1, "mid": 1, "max": 2}, 1),
        ({"min": 2, "max": 2}, 1),
        ({"mid": 2, "max": 1.5}, 1),
        ({"mid": 2}, 0),
        ({}, 0),
    ],
)
def test_that_pay_rises_from_minimum_to_maximum(pay: dict[str, Any], wrong: int) -> None:
    assert found(spoiled((RANGE, pay))) == [("pay-order", P2, "pay/ranges/0")] * wrong


def test_that_pay_whose_thousands_were_lost_is_found() -> None:
    ladder = spoiled((RANGE, {"min": 45.0, "mid": 50.5, "max": 55000}))
    assert found(ladder) == [
        ("pay-thousands", P2, "pay/ranges/0/min"),
        ("pay-thousands", P2, "pay/ranges/0/mid"),
    ]
    messages = [one.message for one in check(ladder).findings]
    assert [message.split()[-4] for message in messages] == ["45000", "50500"]


@pytest.mark.parametrize(
    ("years", "wrong"),
    [
        ({"min": 5, "max": 3}, True),
        ({"min": -1, "max": 3}, True),
        ({}, True),
        ({"min": 3, "max": 3}, False),
        ({"max": 0}, False),
    ],
)
def test_that_a_range_of_years_can_be(years: dict[str, Any], wrong: bool) -> None:
    hits = [hit for hit in found(spoiled((OWN, years))) if hit[0] == "experience-range"]
    assert hits == [("experience-range", P2, "experience")] * wrong


def test_that_an_impossible_range_is_compared_with_nothing() -> None:
    text = ("families/0/profiles/1/summary", "4 years of experience")
    ladder = spoiled((OWN, {"min": 20, "max": 10}), text)
    assert found(ladder) == [("experience-range", P2, "experience")]


@pytest.mark.parametrize("years", [{"min": 5, "max": 3}, {}])
def test_that_an_impossible_range_can_be_corrected(years: dict[str, Any]) -> None:
    ladder = spoiled((OWN, years))
    assert found(check(ladder).findings[0].fixes[0].edit(ladder).change(ladder)) == []


def test_that_an_own_range_has_years_in_common_with_the_levels() -> None:
    for years, apart in (({"min": 5}, 0), ({"min": 6}, 1), ({"max": 2}, 0), ({"max": 1}, 1)):
        hits = found(spoiled((OWN, years), ("families/0/profiles/0", None)))
        assert hits.count(("experience-level", P2, "experience")) == apart
    ladder = spoiled(("families/1/profiles/0/experience", {"min": 1, "max": 7}))
    assert found(ladder) == [("experience-level", "families/ops/M2", "experience")]
    assert check(ladder).findings[0].message == "1–7 years here, but 8+ years at M2 in general."


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("5–8+ years of experience", True),
        ("5+ years of experience", True),
        ("10 yrs experience", True),
        ("Experience: 1 to 2 years", True),
        ("3–5 years of experience", False),
        ("At least 3 years of experience", False),
        ("4+ years of experience", False),
        ("Plans 10 years ahead", False),
        ("Much experience", False),
    ],
)
def test_that_texts_agree_with_the_range(text: str, wrong: bool) -> None:
    ladder = spoiled(("families/0/profiles/1/qualifications/0", text))
    assert found(ladder) == ([("experience-text", P2, "qualifications/0")] if wrong else [])


@pytest.mark.parametrize(("text", "wrong"), [("3+ years", 0), ("3 years", 0), ("4 years", 1)])
def test_that_a_range_of_one_number_is_a_range(text: str, wrong: int) -> None:
    summary = ("families/0/profiles/1/summary", f"{text} of experience")
    hits = found(spoiled((OWN, {"min": 3, "max": 3}), summary))
    assert hits.count(("experience-text", P2, "summary")) == wrong


def test_that_texts_may_speak_of_the_experience_of_others() -> None:
    text = "Mentors people with 0–1 years of experience"
    assert found(spoiled(("families/0/profiles/1/responsibilities/0", text))) == []


def test_that_texts_agree_with_an_inherited_range_and_a_levels_own() -> None:
    text = "9 years of experience"
    ladder = spoiled(("families/0/profiles/0/summary", text), ("levels/3/summary", text))
    assert found(ladder) == [
        ("level-experience-text", "levels/M1", "summary"),
        ("experience-text", P1, "summary"),
    ]


@pytest.mark.parametrize(
    ("years", "wrong"),
    [
        ({"min": 5, "max": 8}, False),
        ({"min": 6, "max": 8}, False),
        ({"min": 7, "max": 8}, True),
        ({"min": 1, "max": 8}, True),
        ({"min": 2, "max": 4}, True),
        ({"min": 4}, False),
        ({"min": 2, "max": 8}, False),
        ({"min": 4, "max": 5}, False),
        ({"max": 4}, True),
    ],
)
def test_that_levels_of_a_track_rise_without_a_gap(years: dict[str, Any], wrong: bool) -> None:
    hits = found(spoiled(("levels/2/experience", years)))
    expected = [("level-experience", "levels/P3", "experience")] if wrong else []
    assert [hit for hit in hits if hit[0] == "level-experience"] == expected


def test_that_a_gap_above_no_experience_is_found_and_an_open_end_leaves_none() -> None:
    gap = spoiled(("levels/1/experience", {"min": 4, "max": 5}), (OWN, None))
    assert found(gap) == [("level-experience", "levels/P2", "experience")]
    m3 = raw()["levels"][4] | {"id": "M3", "experience": {"min": 10, "max": 12}}
    assert found(spoiled(("levels/+", m3))) == []


def test_that_profiles_of_a_family_rise_without_a_gap() -> None:
    falls = spoiled((OWN, {"min": 3, "max": 9}))
    assert found(falls) == [("family-experience", P3, "experience")]
    gap = spoiled((OWN, {"min": 3, "max": 4}), ("families/0/profiles/2/experience", {"min": 7}))
    assert found(gap) == [("family-experience", P3, "experience")]
    assert "gap" in check(gap).findings[0].message


def test_that_a_gap_between_levels_that_are_no_neighbours_is_ignored() -> None:
    ladder = spoiled(
        ("families/0/profiles/2/experience", {"min": 7, "max": 8}),
        ("families/0/profiles/1", None),
    )
    assert found(ladder) == [("level-gap", "families/data", "profiles")]


def test_that_levels_at_fault_are_not_reported_again_at_profiles() -> None:
    ladder = spoiled(("levels/2/experience", {"min": 1, "max": 2}), (OWN, None))
    assert found(ladder) == [("level-experience", "levels/P3", "experience")]


def test_that_pay_of_a_level_rises_too() -> None:
    ladder = spoiled(("levels/0/pay", {"ranges": [{"min": 3000, "max": 2000}]}))
    assert found(ladder) == [("pay-order", "levels/P1", "pay/ranges/0")]


# -- pay from level to level -----------------------------------------------------------------------


def _paid(*ranges: tuple[int, int], market: str = "US") -> list[tuple[str, Any]]:
    return [
        (f"families/0/profiles/{n}/pay", {"ranges": [{"market": market, "min": low, "max": high}]})
        for n, (low, high) in enumerate(ranges)
    ]


LOW, HIGH = (50_000, 60_000), (55_000, 70_000)


@pytest.mark.parametrize(
    ("above", "limits", "fires"),
    [
        (HIGH, {}, ""),
        (LOW, {}, "pay-rises"),
        ((60_001, 80_000), {}, "pay-gap"),
        (HIGH, {"pay-step": "10"}, "pay-step"),
        (HIGH, {"pay-step": "14"}, ""),
        (HIGH, {"pay-spread": "25"}, "pay-spread"),
        (HIGH, {"pay-step": "much"}, "unknown-check"),
    ],
)
def test_that_pay_rises_overlaps_and_keeps_the_limits_of_the_ladder(
    above: tuple[int, int], limits: dict[str, str], fires: str
) -> None:
    hits = found(spoiled(*_paid(LOW, above), ("checks", {"limits": limits})))
    place = "" if fires == "unknown-check" else P2
    assert [hit[:2] for hit in hits] == ([(fires, place)] if fires else [])


def test_that_pay_of_another_market_is_not_compared() -> None:
    elsewhere = _paid(LOW, (5_000, 6_000), market="IN")[1]
    assert found(spoiled(*_paid(LOW), elsewhere)) == []


# -- own values that the level has too -------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value", "own"),
    [
        ("factors/scope", "scope at P2.", "factors/scope"),
        ("summary", "Who is at P2", "summary"),
        ("experience", {"min": 2, "max": 5}, "experience"),
    ],
)
def test_that_a_copy_of_the_levels_value_can_be_taken_out(field: str, value: Any, own: str) -> None:
    ladder = spoiled((f"families/0/profiles/1/{field}", value))
    assert found(ladder) == [("redundant-override", "families/data/P2", own)]
    (finding,) = check(ladder).findings
    after = finding.fixes[0].edit(ladder).change(ladder)
    assert found(after) == []
    first, second, *others = ladder.levels
    levels = (first, evolve(second, **_other(own)), *others)
    assert check(evolve(ladder, levels=levels), check(ladder)).findings == ()


def _other(own: str) -> dict[str, Any]:
    if own == "experience":
        return {"experience": {"min": 2, "max": 6}}
    if own == "summary":
        return {"summary": "Who belongs there"}
    return {"factors": {"scope": "Another scope", "autonomy": "Another autonomy"}}
