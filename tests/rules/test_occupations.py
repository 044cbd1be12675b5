"""Rules on occupation codes, against the tables of SOC 2018 and O*NET-SOC 2019."""

import pytest

from laddereditor.model.address import Address
from laddereditor.rules.check import check
from tests.rules.good import found, spoiled

CODES = Address("families/0/occupations")
FAMILY = "families/data"


def rules_of(scheme: str, code: str, title: str = "") -> list[tuple[str, str]]:
    """Return rule and field of each finding about one occupation code."""
    ladder = spoiled((CODES, [{"scheme": scheme, "code": code, "title": title}]))
    here = [(rule, field) for rule, address, field in found(ladder) if address == FAMILY]
    return [one for one in here if "occupation-" in one[0]]


@pytest.mark.parametrize(
    ("scheme", "code", "title"),
    [
        ("soc-2018", "51-3011", "Bakers"),
        ("soc-2018", "51-3011", ""),
        ("onet-soc", "15-1299.08", "Computer Systems Engineers/Architects"),
        ("soc-2018", "15-2051", "data   scientists"),
        ("soc-2018", "13-1199", "Business Operations Specialists All Other"),
        ("isco-08", "7512", "Bakers, pastry-cooks & confectionery makers"),
        ("soc-2018", "", ""),
    ],
)
def test_that_a_right_code_or_one_of_another_scheme_is_not_reported(
    scheme: str, code: str, title: str
) -> None:
    assert rules_of(scheme, code, title) == []


@pytest.mark.parametrize(
    ("scheme", "code", "field"),
    [
        ("soc-2018", "51-3010.5", "code"),
        ("soc-2018", "51-3019", "code"),
        ("soc-2018", "12-0000", "code"),
        ("soc-2018", "15-9990", "code"),
        ("onet-soc", "51-3011.77", "code"),
        ("soc-2018", "513011", "code"),
        ("soc-2018", "51–3011", "code"),
        ("soc-2018", "51-3011.00", "scheme"),
        ("onet-soc", "51-3011", "scheme"),
    ],
)
def test_that_a_code_the_classification_does_not_have_is_reported(
    scheme: str, code: str, field: str
) -> None:
    assert rules_of(scheme, code) == [("occupation-code", f"occupations/0/{field}")]


@pytest.mark.parametrize("code", ["15-0000", "15-1200", "29-1210", "31-1100", "51-5100", "29-1000"])
def test_that_a_group_is_too_coarse(code: str) -> None:
    assert rules_of("soc-2018", code) == [("broad-occupation-code", "occupations/0/code")]


def test_that_and_written_with_a_sign_agrees_and_another_occupation_does_not() -> None:
    group = "Computer & Mathematical Occupations"
    assert rules_of("soc-2018", "15-0000", group) == [
        ("broad-occupation-code", "occupations/0/code")
    ]
    assert rules_of("soc-2018", "51-3011", "Butchers") == [
        ("occupation-title", "occupations/0/title")
    ]


@pytest.mark.parametrize(
    ("value", "right"),
    [
        (
            {"scheme": "soc-2018", "code": "513011", "title": "Bakers"},
            {"scheme": "soc-2018", "code": "51-3011", "title": "Bakers"},
        ),
        (
            {"scheme": "soc-2018", "code": "51-3011.00", "title": "Bakers"},
            {"scheme": "onet-soc", "code": "51-3011.00", "title": "Bakers"},
        ),
        (
            {"scheme": "soc-2018", "code": "51-3011", "title": "Butchers"},
            {"scheme": "soc-2018", "code": "51-3011", "title": "Bakers"},
        ),
    ],
)
def test_that_a_fix_puts_right_what_is_wrong_and_nothing_else(
    value: dict[str, str], right: dict[str, str]
) -> None:
    ladder = spoiled((CODES, [value]))
    (finding,) = check(ladder).findings
    fixed = finding.fixes[0].edit(ladder).change(ladder)
    (held,) = fixed.families[0].occupations
    assert {name: getattr(held, name) for name in right} == right
    assert check(fixed).findings == ()
