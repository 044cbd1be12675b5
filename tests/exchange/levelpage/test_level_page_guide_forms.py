"""Forms of pay, occupation codes, titles and heads that pages of a level guide have."""

from collections.abc import Callable

import pytest

from laddereditor.exchange.importer import ImportResult
from laddereditor.exchange.levelpage.job import job_in_file_name
from laddereditor.exchange.levelpage.ranks import family_name
from laddereditor.exchange.registry import import_text

Read = Callable[[str], ImportResult]

SMALL = "M2 — Shift Manager\nHead Baker\nRuns one oven line.\n"
WHOLE = ("United States", "USD", 35000, 41000, 48000)


@pytest.mark.parametrize(
    ("text", "ranges", "has_note"),
    [
        ("Median pay · United States\n$41,000\n$35,000 – $48,000 · USD · annual", [WHOLE], False),
        ("Median pay · United States\n$41,000\n$35,000$48,000 · USD · annual", [WHOLE], False),
        ("Median pay\nUnited States\n$41,000\n$35,000\n$48,000\nUSD\nannual", [WHOLE], False),
        ("United States\n$35,000 – $41,000 – $48,000", [WHOLE], False),
        ("Median pay · Canada\n$52,000", [("Canada", "CAD", None, 52000, None)], False),
        ("US: median $41,000, range $35,000 – $48,000", [("US", *WHOLE[1:])], True),
        ("$35,000–$48,000 (median $41,000)", [("", *WHOLE[1:])], True),
        ("P25 $35,000 · P50 $41,000 · P75 $48,000", [("", *WHOLE[1:])], False),
        ("P25: $35,000\nMedian: $41,000\n75th percentile: $48,000", [("", *WHOLE[1:])], False),
        ("Market | Low | Median | High\nUnited States | $35k | $41k | $48k", [WHOLE], False),
        ("Market\nLow\nMedian\nHigh\nUnited States\n$35,000\n$41,000\n$48,000", [WHOLE], False),
        ("Between £28,000 and £36,000 in the UK", [("UK", "GBP", 28000, None, 36000)], True),
        ("The median is $41,000 a year.", [("", "USD", None, 41000, None)], True),
        ("Median pay · United States\n$41 an hour", [], True),
        ("Median pay · United States", [], True),
        ("Low: $35,000 a month", [], True),
        ("Median pay · United States\n$41,000\n$50,000", [(*WHOLE[:2], None, 41000, None)], True),
    ],
)
def test_that_pay_of_every_form_is_read(
    text: str, ranges: list[tuple[object, ...]], has_note: bool, read: Read
) -> None:
    pay = read(f"{SMALL}Where it sits & what it pays\n{text}\n").ladder.families[0].profiles[0].pay
    assert pay is not None
    found = [(one.market, one.currency, one.min, one.mid, one.max) for one in pay.ranges]
    assert (found, bool(pay.note)) == (ranges, has_note)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SOC 51-3011 (Bakers) — inferred · under review", [("51-3011", "Bakers", True)]),
        ("O*NET / SOC: 51-3011 — Bakersinferred", [("51-3011", "Bakers", True)]),
        ("SOC 2018: 51-3011 Bakers", [("51-3011", "Bakers", False)]),
        ("SOC code 51-3011: Bakers", [("51-3011", "Bakers", False)]),
        ("O*NET-SOC Code: 51-3011.00 - Bakers [Inferred]", [("51-3011.00", "Bakers", True)]),
        ("O*NET / SOC\nBakers\n51-3011", [("51-3011", "Bakers", False)]),
        ("Occupation: Bakers (51-3011)", [("51-3011", "Bakers", False)]),
        ("O*NET / SOC: 51-3011 — Bakers (artisan)", [("51-3011", "Bakers (artisan)", False)]),
        (
            "O*NET 51-3011.00 · SOC 51-3011 — Bakers",
            [("51-3011.00", "", False), ("51-3011", "Bakers", False)],
        ),
    ],
)
def test_that_occupation_codes_of_every_form_are_read(
    text: str, found: list[tuple[str, str, bool]], read: Read
) -> None:
    result = read(f"{SMALL}What you'd do\n- Bakes\n{text}\n")
    occupations = result.ladder.families[0].occupations
    assert [(one.code, one.title, one.inferred) for one in occupations] == found
    assert result.not_understood == ()


@pytest.mark.parametrize("text", ["O*NET / SOC: none", "O*NET / SOC\nBakers\nMillers"])
def test_that_a_line_without_a_code_is_listed(text: str, read: Read) -> None:
    result = read(f"{SMALL}What you'd do\n- Bakes\n{text}\n")
    assert result.ladder.families[0].occupations == ()
    assert result.not_understood


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Baker (Senior)", "Baker"),
        ("Baker - Senior", "Baker"),
        ("Baker I/II", "Baker"),
        ("Baker (P3)", "Baker"),
        ("P3 Baker", "Baker"),
        ("Principal/Staff Baker", "Baker"),
        ("Junior to Mid-Level Baker", "Baker"),
        ("Intermediate Level Baker", "Baker"),
        ("Baker Apprentice", "Baker"),
        ("Early-career Baker", "Baker"),
        ("Senior, Lead", ""),
        ("M1–M2", ""),
        ("Mastery", ""),
    ],
)
def test_that_no_form_of_a_rank_is_part_of_the_family(title: str, name: str) -> None:
    assert family_name(title) == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Head of Baking", "Baking"),
        ("Senior Director of Baking", "Baking"),
        ("Baking Manager II", "Baking"),
        ("Team Lead, Baking", "Baking"),
        ("Group Manager", ""),
        ("Executive Director", ""),
    ],
)
def test_that_the_post_of_people_who_lead_is_no_part_of_the_family(title: str, name: str) -> None:
    assert family_name(title, leads=True) == name


def test_that_the_newer_head_is_read_with_each_piece_on_its_own_line(read: Read) -> None:
    result = read(
        "Journey Baker\nBAKE.BREAD01.P2\nFood\nBread Baking\nP2\nP2 — Journey Baker\n"
        "Individual contributor\nSummary\nBakes the daily bread.\nThis level\nP2\n"
        "P2 — Journey Baker\nWorks alone.\nScope\nOne oven\nTypical experience\n2–4 yrs\n"
    )
    (family,), (level,) = result.ladder.families, result.ladder.levels
    assert (family.name, family.function, family.code) == ("Bread Baking", "Food", "BAKE.BREAD01")
    assert (level.id, level.name, level.summary) == ("P2", "Journey Baker", "Works alone.")
    assert family.profiles[0].title == "Journey Baker"
    assert family.profiles[0].summary == "Bakes the daily bread."
    assert result.not_understood == ()


def test_that_titles_with_commas_that_are_run_together_are_taken_apart(read: Read) -> None:
    text = (
        "Manager, Bread BakingBread Baking ManagerManager, Rye BakingRye Baking ManagerHead Baker"
    )
    ladder = read(f"{SMALL}Common titles\n{text}\n").ladder
    assert ladder.families[0].specialties == ("Bread Baking", "Rye Baking")
    assert ladder.levels[0].title_patterns == ("Manager, {specialty}", "{specialty} Manager")
    assert ladder.families[0].profiles[0].titles == ()
    short = "Manager, Bread BakingBread Baking ManagerManager, Rye Baking"
    profile = read(f"{SMALL}Common titles\n{short}\n").ladder.families[0].profiles[0]
    patterns = read(f"{SMALL}Common titles\n{short}\n").ladder
    given = {
        one.replace("{specialty}", name)
        for one in patterns.levels[0].title_patterns
        for name in patterns.families[0].specialties
    }
    assert given | set(profile.titles) == {
        "Manager, Bread Baking",
        "Bread Baking Manager",
        "Manager, Rye Baking",
    }


@pytest.mark.parametrize(
    ("name", "job"),
    [
        ("bread-baking_P2.txt", "Bread Baking"),
        ("Sail Making.html", "Sail Making"),
        ("000_566c71d062e6b2f3.txt", ""),
        ("page 7.txt", ""),
        ("2026-11-27 copy of P3.md", ""),
        ("3D Design, senior.txt", "3D Design"),
        ("the pasted text", ""),
        ("three.txt", ""),
        ("my second scan.txt", ""),
    ],
)
def test_that_the_job_is_found_in_the_name_of_a_file(name: str, job: str) -> None:
    assert job_in_file_name(name) == job


def test_that_left_over_titles_name_the_family_where_nothing_else_does() -> None:
    page = "P2P2 — Journey\nProficient\nWhat you'd do\n- Bakes\nCommon titles\n- Night Baker\n"
    result = import_text(f"{page}- Bread Baker\n", "000_566c71d062e6b2f3.txt")
    assert result.ladder.families[0].name == "Baker"
    alone = import_text(page, "000_566c71d062e6b2f3.txt")
    assert alone.family is not None and not alone.family.is_known
