"""Reports for everybody: nothing in them is about pay."""

from typing import Any

import pytest

from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.subject import subject_at
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.reports.audience import has_pay, without_pay
from laddereditor.reports.changes.grouped_changes import ChangesReport
from laddereditor.reports.common.text_layout import Terminal
from laddereditor.reports.formats import formats_of
from laddereditor.reports.page.parts import ReaderPages
from laddereditor.reports.page.places import pages_at
from tests.edits.samples import sample


def paid(amount: int, *, without: int = -1) -> Ladder:
    """Return the sample with pay in the profiles of its first family, one profile left out."""
    raw: dict[str, Any] = to_raw(sample())
    raw["families"][0]["profiles"] = [
        one | {"pay": {"note": "Elbonian", "ranges": [{"market": "Elbonia", "min": amount}]}}
        for place, one in enumerate(raw["families"][0]["profiles"])
        if place != without
    ]
    return Ladder.model_validate(raw)


def reports() -> dict[str, Any]:
    old, new = paid(41234), paid(45678, without=0)
    family = old.families[0]
    place = Address(f"families/{family.id}")
    columns = [subject_at(old, Address(f"{place}/{one.level}")) for one in family.profiles]
    return {
        "pages": ReaderPages("", pages_at(old, [place])),
        "comparison": compare(columns, 0),
        "matrix": matrix(old, place),
        "changes": ChangesReport(tuple(diff(old, new)), old, new),
    }


@pytest.mark.parametrize("name", ["pages", "comparison", "matrix", "changes"])
def test_that_no_format_of_a_report_for_everybody_says_what_people_are_paid(name: str) -> None:
    report = reports()[name]
    assert has_pay(report)
    for_everybody = without_pay(report)
    assert not has_pay(for_everybody)
    reported = False
    for one in formats_of(type(report)):
        reported = reported or "Elbonia" in one.write(report, Terminal())
        written = one.write(for_everybody, Terminal())
        assert written
        assert not any(word in written for word in ("Elbonia", "41234", "41,234", "45,678"))
    assert reported


def test_that_a_report_without_pay_stays_as_it_is() -> None:
    report = ReaderPages("", pages_at(sample(), [Address(f"levels/{sample().levels[0].id}")]))
    assert not has_pay(report)
    assert without_pay(report) == report
