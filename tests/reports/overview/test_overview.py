"""The page for a steering group: what is counted, what is named first, and the progress."""

from datetime import date
from typing import Any

from laddereditor.assets import sample_ladders
from laddereditor.model.ladder import Ladder
from laddereditor.reports.overview.overview import MOST, PublishedLadder, overview_of
from laddereditor.reports.overview.writing import overview_html, overview_text
from laddereditor.rules.check import check
from laddereditor.rules.finding import Severity
from laddereditor.storage.files.document import read_text

DAY = date(2026, 11, 27)


def ladder(*profiles: list[dict[str, Any]], **parts: Any) -> Ladder:
    families = [
        {"id": f"f{n}", "name": f"Family {n}", "profiles": given}
        for n, given in enumerate(profiles)
    ]
    raw = {
        "laddereditor": 1,
        "id": "shop",
        "name": "Shop",
        "tracks": [{"id": "p", "code": "P"}],
        "levels": [{"id": "P1", "track": "p"}, {"id": "P2", "track": "p"}],
        "families": families,
    }
    return Ladder.model_validate(raw | parts)


BAD = {"level": "P1", "summary": "TBD", "title": "", "skills": ["no-such-skill"]}
GOOD = {"level": "P1", "summary": "Sells bread over the counter.", "status": "approved"}


def test_that_contents_and_statuses_are_counted() -> None:
    one = overview_of(check(ladder([GOOD], [GOOD, {"level": "P2", "status": "draft"}])), None, DAY)
    assert one.contents[:3] == ("2 families", "3 profiles", "2 levels")
    assert "1 of the profiles: draft" in one.contents
    assert "2 of the profiles: approved" in one.contents
    assert "2026-11-27" in one.origin


def test_that_the_worst_is_named_first_and_few_are_named() -> None:
    report = check(ladder(*([BAD] for _ in range(MOST + 4)), [GOOD]))
    one = overview_of(report, None)
    assert one.kinds[0].severity is Severity.ERROR
    ranks = [each.severity.rank for each in one.kinds]
    assert ranks == sorted(ranks, reverse=True)
    assert len(one.places) == MOST
    assert all(place.name.startswith("Family ") for place in one.places)
    assert f"{MOST + 4} errors" in one.found


def test_that_progress_says_what_was_settled_and_what_is_new() -> None:
    then, now = ladder([BAD], [GOOD]), ladder([GOOD], [GOOD], [BAD])
    published = PublishedLadder("1.0.0", then, check(then))
    one = overview_of(check(now), published)
    assert one.since == "Since version 1.0.0"
    settled = {(f.rule, f.address, f.field) for f in published.report.findings}
    settled -= {(f.rule, f.address, f.field) for f in check(now).findings}
    assert f"({len(settled)} settled," in one.progress[0]
    assert "1 family added" in one.progress
    assert overview_of(check(now), None).progress == ()


def test_that_it_is_written_as_text_and_as_a_page_without_foreign_marks() -> None:
    evil = ladder([BAD], name="<b>Shop</b>")
    one = overview_of(check(evil), PublishedLadder("1.0.0", evil, check(evil)))
    assert "What stands out" in overview_text(one)
    assert "No change of the contents" in overview_text(one)
    assert "<b>Shop" not in overview_html(one)
    assert "&lt;b&gt;Shop" in overview_html(one)


def test_that_a_ladder_without_problems_says_so() -> None:
    sample = read_text(sample_ladders()["people.yaml"].read_text("utf-8")).ladder
    one = overview_of(check(sample), None)
    assert one.found == "No problems were found."
    assert "Where most of it is" not in overview_text(one)
