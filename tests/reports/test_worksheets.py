"""Sheets that quote the ladder: job description, level page, goals, interview, review."""

import csv
import io
from typing import Any

import pytest

from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.reports.audience import has_pay, without_pay
from laddereditor.reports.common.text_layout import Terminal
from laddereditor.reports.formats import format_of
from laddereditor.reports.page.parts import ReaderPages
from laddereditor.reports.worksheets.job_description import BLANK, job_description
from laddereditor.reports.worksheets.kinds import SHEET_KINDS, SheetKind, sheet_places
from laddereditor.reports.worksheets.profile_sheets import (
    goal_sheet,
    interview_sheet,
    review_sheet,
)
from laddereditor.reports.worksheets.worksheet import Worksheets
from laddereditor.reports.worksheets.writing import worksheets_csv, worksheets_html

P1, P2, P3 = (Address(f"families/bread/P{number}") for number in (1, 2, 3))
PAY = {"status": "published", "ranges": [{"market": "Elbonia", "currency": "EUR", "min": 43210}]}


def ladder() -> Ladder:
    level: dict[str, Any] = {
        "id": "P1",
        "name": "Beginner",
        "summary": "Learns the trade.",
        "expectations": {"care": ["Keeps the bench clean"]},
        "pay": PAY,
    }
    profile: dict[str, Any] = {
        "level": "P1",
        "title": "Baker",
        "summary": "Bakes bread by recipe.",
        "flsa": "nonexempt",
        "responsibilities": [
            "Shapes loaves",
            {"text": "Watches the oven", "examples": ["Turns trays halfway"]},
        ],
        "skills": [{"skill": "dough", "proficiency": "basic"}],
        "qualifications": ["Bakes the same loaf twice"],
    }
    return Ladder.model_validate(
        {
            "laddereditor": 1,
            "name": "Bakery",
            "version": "1.0.0",
            "competencies": [{"id": "care", "name": "Care"}],
            "proficiencies": [{"id": "basic", "name": "Basic"}],
            "skills": [{"id": "dough", "name": "Dough"}],
            "levels": [level, {"id": "P2", "name": "Journey"}],
            "families": [
                {
                    "id": "bread",
                    "name": "Bread",
                    "function": "Food",
                    "summary": "Everything from flour to loaf.",
                    "profiles": [profile, {"level": "P2"}, {"level": "P3"}],
                }
            ],
        }
    )


def kind(name: str) -> SheetKind:
    return next(one for one in SHEET_KINDS if one.id == name)


def written(name: str, format_: str, *addresses: Address) -> str:
    report = kind(name).make(ladder(), addresses, "Title")
    return format_of(type(report), format_).write(report, Terminal())


def test_that_a_goal_sheet_has_a_row_for_each_responsibility_and_blanks_beside_it() -> None:
    sheet = goal_sheet(ladder(), P1)
    assert [column.head for column in sheet.columns] == ["What", "Measure", "By when"]
    assert [(row.text, row.below) for row in sheet.rows] == [
        ("Shapes loaves", ()),
        ("Watches the oven", ("Turns trays halfway",)),
    ]
    rows = list(csv.reader(io.StringIO(worksheets_csv(Worksheets("", (sheet,))))))
    assert rows[1:3] == [
        ["What you'd do", "Shapes loaves", "", ""],
        ["What you'd do", "Watches the oven\nTurns trays halfway", "", ""],
    ]


def test_that_an_interview_asks_about_expectations_and_not_about_duties() -> None:
    sheet = interview_sheet(ladder(), P1)
    assert [(row.heading, row.text) for row in sheet.rows] == [
        ("What is expected – Care", "Keeps the bench clean"),
        ("What good looks like", "Bakes the same loaf twice"),
    ]
    assert [column.head for column in sheet.columns if column.fill is None] == [
        "What to listen for"
    ]


def test_that_an_expert_reviews_every_statement_and_sees_what_is_inherited() -> None:
    rows = review_sheet(ladder(), P1).rows
    texts = {row.text: row.remark for row in rows if row.text}
    assert set(texts) == {
        "Bakes bread by recipe.",
        "Learns the trade.",
        "Shapes loaves",
        "Watches the oven",
        "Keeps the bench clean",
        "Dough",
        "Bakes the same loaf twice",
    }
    assert texts["Keeps the bench clean"] == "as for every family"
    assert [row.heading for row in rows if not row.text] == ["What is missing"] * 2


def test_that_a_sheet_has_blank_rows_where_the_ladder_has_nothing() -> None:
    for sheet in (goal_sheet(ladder(), P2), interview_sheet(ladder(), Address("levels/P2"))):
        assert len(sheet.rows) > 1
        assert {row.lines for row in sheet.rows} == {("",)}


def test_that_a_job_description_quotes_the_ladder_and_leaves_the_rest_blank() -> None:
    page = job_description(ladder(), P1)
    assert (page.heading, page.title) == ("Baker", "Bread · Food")
    assert page.lead == ("Bakes bread by recipe.",)
    assert page.sections[0].terms == (
        ("Level", "P1 Beginner"),
        ("FLSA status", "Nonexempt"),
        ("Reports to", BLANK),
        ("Place of work", BLANK),
        ("Working hours", BLANK),
    )
    headings = [section.heading for section in page.sections if section.heading]
    assert headings[0] == "About the work"
    assert "Common titles" not in headings
    bare = job_description(ladder(), P2)
    blanks = [one.heading for one in bare.sections if one.paragraphs == (BLANK,)]
    assert blanks == ["What you'd do", "Skills, knowledge & tools", "What good looks like"]


@pytest.mark.parametrize("name", ["job", "level"])
def test_that_pay_is_in_a_sheet_only_if_it_is_asked_for(name: str) -> None:
    report = kind(name).make(ladder(), [P1], "Title")
    assert isinstance(report, ReaderPages)
    assert has_pay(report)
    unpaid = without_pay(report)
    assert isinstance(unpaid, ReaderPages)
    text = format_of(ReaderPages, "text")
    shown = [text.write(one, Terminal()) for one in (report, unpaid)]
    assert ["Elbonia" in one for one in shown] == [True, False]


@pytest.mark.parametrize("name", ["goals", "interview", "review"])
def test_that_no_sheet_to_fill_in_says_what_people_are_paid(name: str) -> None:
    for place in (P1, Address("levels/P1")):
        assert "Elbonia" not in written(name, "text", place)


def test_that_the_level_page_of_several_profiles_of_a_level_is_there_once() -> None:
    report = kind("level").make(ladder(), [P1, Address("levels/P1"), P2], "Title")
    assert isinstance(report, ReaderPages)
    assert [page.badge for page in report.pages] == ["P1", "P2"]


@pytest.mark.parametrize("one", SHEET_KINDS, ids=lambda one: one.id)
def test_that_every_sheet_is_made_for_profiles_without_a_level_and_for_levels(
    one: SheetKind,
) -> None:
    for place in (P3, Address("levels/P2")):
        report = one.make(ladder(), [place], "Title")
        for format_ in ("html", "pdf", "text", "table"):
            assert format_of(type(report), format_).write(report, Terminal())


def test_that_a_family_stands_for_its_profiles_and_nothing_is_there_twice() -> None:
    places = sheet_places(ladder(), [P2, Address("families/bread"), Address("skills/dough")])
    assert places == (P2, P1, P3)


def test_that_several_sheets_are_told_apart_in_a_spreadsheet() -> None:
    made = tuple(goal_sheet(ladder(), one) for one in (P1, P2))
    rows = list(csv.reader(io.StringIO(worksheets_csv(Worksheets("Goals", made)))))
    assert rows[0][:2] == ["Sheet", "Field"]
    assert {row[0] for row in rows[1:-2]} == {
        "Goals – Bread P1 – Baker",
        "Goals – Bread P2 – Journey Bread",
    }
    assert rows[-1][0].startswith("Bakery · Version 1.0.0 · Written on ")


def test_that_several_sheets_begin_on_pages_of_their_own() -> None:
    made = tuple(goal_sheet(ladder(), one) for one in (P1, P2))
    assert worksheets_html(Worksheets("Goals", made)).count("page-break-after") == 1


def test_that_sheets_are_in_the_language_of_the_ladder() -> None:
    german = evolve(ladder(), language="de")
    sheet = goal_sheet(german, P1)
    assert sheet.title.startswith("Ziele – ")
    assert [column.head for column in sheet.columns][1:] == ["Woran man es misst", "Bis wann"]
    assert sheet.lead[0].startswith("Mitarbeiterin oder Mitarbeiter: ____")
    assert sheet.rows[0].heading == "Was zu tun ist"
    job = job_description(german, P1)
    assert "Arbeitsort" in {term for section in job.sections for term, _ in section.terms}
