"""What one level asks beyond another one: the summary, and the sheet for a talk."""

import csv
import datetime as dt
import io
from typing import Any

import pytest

from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.level_summary import LevelSummary, SummaryKind, level_summary
from laddereditor.compare.sheet.subject import subject_at
from laddereditor.compare.sheet.table import Comparison
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.reports.comparison.level_summaries import (
    SummaryReport,
    stays_words,
    summary_parts,
    summary_report,
    title_of_summary,
)
from laddereditor.reports.comparison.summary_html import summary_html
from laddereditor.reports.comparison.summary_text import summary_text
from laddereditor.reports.worksheets.talk_sheet import talk_csv, talk_html, talk_sheet

SOURCE = f"Corner shop, version 1.2.0; compared on {dt.date.today()}"
SHEET_SOURCE = f"Corner shop · Version 1.2.0 · Written on {dt.date.today()}"


def raw() -> dict[str, Any]:
    return {
        "laddereditor": 1,
        "name": "Corner shop",
        "version": "1.2.0",
        "tracks": [{"id": "ic", "name": "Individual", "code": "P"}],
        "factors": [{"id": "scope", "name": "Scope"}],
        "proficiencies": [{"id": one, "name": one.title()} for one in ("basic", "good", "expert")],
        "skills": [{"id": one, "name": one.title()} for one in ("baking", "sales", "rye")],
        "levels": [
            {"id": "P1", "name": "Starter", "track": "ic", "experience": {"min": 0, "max": 1}},
            {"id": "P2", "name": "Worker", "track": "ic", "experience": {"min": 2}},
        ],
        "families": [
            {
                "id": "shop",
                "name": "Shop",
                "profiles": [
                    {
                        "level": "P1",
                        "responsibilities": ["Greets customers", "Counts the till every evening"],
                        "skills": [
                            {"skill": "baking", "proficiency": "basic"},
                            {"skill": "sales", "proficiency": "expert"},
                            "rye",
                        ],
                    },
                    {
                        "level": "P2",
                        "responsibilities": [
                            "Greets customers",
                            "Orders flour from the mill",
                        ],
                        "skills": [
                            {"skill": "baking", "proficiency": "good"},
                            {"skill": "sales", "proficiency": "basic"},
                            {"skill": "rye", "proficiency": "good"},
                        ],
                    },
                ],
            }
        ],
    }


def comparison(ladder: dict[str, Any] | None = None, *addresses: str) -> Comparison:
    made = Ladder.model_validate(ladder or raw())
    named = addresses or ("shop/P1", "shop/P2")
    return compare([subject_at(made, Address(one)) for one in named])


def summary(ladder: dict[str, Any] | None = None, *addresses: str) -> LevelSummary:
    return level_summary(comparison(ladder, *addresses), 1)


def texts(found: LevelSummary, *kinds: SummaryKind) -> list[str]:
    return [item.text for item in found.of(*kinds)]


def test_that_what_only_one_of_the_two_asks_is_quoted() -> None:
    found = summary()
    assert texts(found, "only_after") == ["Orders flour from the mill"]
    assert texts(found, "only_before") == ["Counts the till every evening"]


def test_that_proficiencies_and_years_have_a_direction() -> None:
    found = summary()
    raised = [(item.before, item.after) for item in found.of("raised")]
    assert raised == [("0–1 years", "2+ years"), ("Baking (Basic)", "Baking (Good)")]
    assert texts(found, "lowered") == ["Sales (Basic)"]


def test_that_a_proficiency_that_was_not_said_before_has_no_direction() -> None:
    assert texts(summary(), "unknown") == ["Rye (Good)"]


def profile(ladder: dict[str, Any], number: int) -> Any:
    return ladder["families"][0]["profiles"][number]


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Supports the count of the till", "Leads the count of the till", "raised"),
        ("Leads the count of the till", "Supports the count of the till", "lowered"),
        ("Counts the till on one day", "Counts the  till on one day.", "alike"),
    ],
)
def test_that_texts_have_the_direction_that_their_words_say(
    before: str, after: str, kind: SummaryKind
) -> None:
    ladder = raw()
    profile(ladder, 0)["responsibilities"] = [before]
    profile(ladder, 1)["responsibilities"] = [after]
    found = summary(ladder)
    assert [item.kind for item in found.items if "till" in item.text] == (
        [] if kind == "alike" else [kind]
    )
    assert dict(found.stays).get("What you'd do", 0) == (kind == "alike")


def test_that_pay_titles_and_notes_are_no_demands() -> None:
    ladder = raw()
    profile(ladder, 1)["pay"] = {"ranges": [{"currency": "EUR", "min": 1, "max": 2}]}
    profile(ladder, 1)["titles"] = ["Boss"]
    profile(ladder, 1)["notes"] = "Ask Ann"
    assert summary(ladder).items == summary().items


def test_that_the_sentence_counts_what_the_items_are() -> None:
    assert summary().sentence == (
        "P2 asks for 1 thing that P1 does not, asks for more in 2 points and describes 1 thing "
        "differently. 1 asks for less, 1 falls away and 1 stays."
    )


def test_that_two_empty_levels_have_a_sentence_too() -> None:
    ladder = raw()
    for one in ladder["levels"]:
        del one["experience"]
    for number in range(2):
        ladder["families"][0]["profiles"][number] = {"level": f"P{number + 1}"}
    assert summary(ladder).sentence == "Neither asks for anything yet."


def test_that_columns_of_one_level_are_distinguished() -> None:
    ladder = raw()
    ladder["families"].append({"id": "mill", "name": "Mill", "profiles": [{"level": "P1"}]})
    found = summary(ladder, "shop/P1", "mill/P1")
    assert found.codes == ("P1 of Shop", "P1 of Mill")
    assert title_of_summary(found) == "From Shop P1 to Mill P1"
    assert summary(ladder, "levels/P1", "shop/P1").codes == ("P1 of all families", "P1 of Shop")


def test_that_every_column_is_summed_up_against_the_baseline() -> None:
    ladder = raw()
    report = summary_report(comparison(ladder, "levels/P1", "shop/P1", "shop/P2"))
    assert [one.after.address for one in report.summaries] == [
        "families/shop/P1",
        "families/shop/P2",
    ]


def test_that_the_parts_come_in_the_order_of_their_weight_and_empty_ones_are_left_out() -> None:
    assert [part.kind for part in summary_parts(summary())] == [
        "only_after",
        "raised",
        "unknown",
        "lowered",
        "only_before",
    ]
    same = summary(raw(), "shop/P1", "shop/P1")
    assert not list(summary_parts(same))
    assert stays_words(same).startswith("The same in both: ")


@pytest.mark.parametrize("write", [summary_text, summary_html])
def test_that_every_item_is_in_the_report_with_the_ladder_and_its_version(write: Any) -> None:
    report: SummaryReport = summary_report(comparison())
    written = write(report)
    for words in ("Corner shop, version 1.2.0", "Orders flour", "Counts the till", "Sales"):
        assert words in written
    assert "The same in both: What you" in written


def test_that_texts_are_escaped_in_pages() -> None:
    ladder = raw()
    ladder["name"] = ladder["families"][0]["name"] = "<b>Corner</b>"
    profile(ladder, 1)["responsibilities"].append("<script>alert(1)</script>")
    found = comparison(ladder)
    for page in (summary_html(summary_report(found)), talk_html(talk_sheet(found))):
        assert "<script>" not in page
        assert "&lt;script&gt;" in page


def test_that_the_sheet_for_a_talk_has_a_row_for_each_demand_and_blank_columns() -> None:
    rows = list(csv.reader(io.StringIO(talk_csv(talk_sheet(comparison())))))
    assert rows[0] == ["Field", "What P2 asks", "Evidence", "Agreed step"]
    assert rows[-2:] == [[""] * 4, [SHEET_SOURCE, "", "", ""]]
    assert [row[1] for row in rows[1:-2]] == [
        "2+ years",
        "Orders flour from the mill",
        "Baking (Good)",
        "Rye (Good)",
    ]
    assert {tuple(row[2:]) for row in rows[1:-2]} == {("", "")}


def test_that_the_sheet_for_a_talk_is_about_the_column_asked_for() -> None:
    found = comparison(raw(), "levels/P1", "shop/P1", "shop/P2")
    assert talk_sheet(found).summary.after.address == "families/shop/P2"
    assert talk_sheet(found, 1).summary.after.address == "families/shop/P1"
    assert talk_sheet(found, 0).summary.after.address == "families/shop/P2", "the baseline"


def test_that_summaries_say_ladder_version_and_date() -> None:
    report, sheet = summary_report(comparison()), talk_sheet(comparison())
    assert SOURCE in summary_text(report)
    assert SOURCE in summary_html(report)
    assert SHEET_SOURCE in talk_html(sheet)


def test_that_levels_of_several_files_are_distinguished_by_the_files() -> None:
    made = Ladder.model_validate(raw())
    found = level_summary(
        compare(
            [
                subject_at(made, Address("shop/P1"), "ladder.yaml — north"),
                subject_at(made, Address("shop/P2"), "ladder.yaml — south"),
            ]
        ),
        1,
    )
    assert title_of_summary(found) == (
        "Shop: from P1 of ladder.yaml — north to P2 of ladder.yaml — south"
    )


def test_that_of_a_comparison_by_steps_each_step_is_summed_up() -> None:
    whole = comparison(raw(), "levels/P1", "shop/P1", "shop/P2")
    found = compare(whole.columns, stepwise=True)
    steps = [(one.before.address, one.after.address) for one in summary_report(found).summaries]
    assert steps == [
        ("levels/P1", "families/shop/P1"),
        ("families/shop/P1", "families/shop/P2"),
    ]
    assert talk_sheet(found).summary.before.address == "families/shop/P1"


def test_that_no_formula_leaves_in_the_sheet() -> None:
    ladder = raw()
    profile(ladder, 1)["responsibilities"].append("=1+1")
    assert "\n=1" not in talk_csv(talk_sheet(comparison(ladder)))
    assert ",=1" not in talk_csv(talk_sheet(comparison(ladder)))


def test_that_braces_in_the_code_of_a_level_stay() -> None:
    ladder = raw()
    ladder["levels"][0]["id"] = ladder["families"][0]["profiles"][0]["level"] = "P{1"
    assert "that P{1 does not" in summary(ladder, "shop/P{1", "shop/P2").sentence
