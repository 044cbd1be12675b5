"""What is due for review on a day, and days that are none."""

from datetime import date

import pytest

from laddereditor.model.base import evolve
from laddereditor.model.comment import Comment
from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import check
from laddereditor.session.session import Session
from laddereditor.storage.files.document import new_document, read_text

FILE = """\
laddereditor: 1
levels: [{id: P1}]
families:
  - id: baker
    reviewer: Ines
    review_by: 2026-11-27
    profiles:
      - level: P1
        review_by: 2026-12-05
"""


def ladder() -> Ladder:
    return read_text(FILE).ladder


def due(today: date | None) -> list[tuple[str, str]]:
    findings = check(ladder(), today=today).findings
    return [(one.address, one.message) for one in findings if one.rule == "due-for-review"]


@pytest.mark.parametrize(
    ("today", "found"),
    [
        (None, []),
        (date(2026, 11, 26), []),
        (date(2026, 11, 27), [("families/baker", "A review by Ines is due today.")]),
        (
            date(2026, 12, 9),
            [
                ("families/baker", "A review by Ines is due since 2026-11-27."),
                ("families/baker/P1", "A review is due since 2026-12-05."),
            ],
        ),
    ],
)
def test_that_a_review_is_due_from_its_day_on(
    today: date | None, found: list[tuple[str, str]]
) -> None:
    assert due(today) == found


def test_that_a_new_day_is_noticed_at_the_next_check() -> None:
    report = check(ladder(), today=date(2026, 11, 26))
    again = check(evolve(ladder()), report, today=date(2026, 11, 27))
    assert "due-for-review" in [one.rule for one in again.findings]


def test_that_a_session_asks_its_clock() -> None:
    class DayClock:
        def today(self) -> date:
            return date(2026, 12, 9)

    session = Session(new_document(ladder()))
    session.findings.clock = DayClock()
    session.start_check()
    assert session.report is not None
    rules = [one.rule for one in session.report.findings]
    assert rules.count("due-for-review") == 2


def test_that_a_day_that_is_none_opens_and_is_a_finding() -> None:
    text = FILE.replace("2026-12-05", "when Ben is back")
    found = read_text(text).ladder
    found = evolve(found, comments=(Comment(text="Why?", date="2026-02-30"),))
    places = [
        (one.address, one.field, one.message.partition(":")[0])
        for one in check(found).findings
        if one.rule == "not-a-day"
    ]
    assert places == [
        ("", "comments/0/date", "“2026-02-30” is not a date"),
        ("families/baker/P1", "review_by", "“when Ben is back” is not a date"),
    ]
    assert "review_by: when Ben is back" in read_text(text).text
