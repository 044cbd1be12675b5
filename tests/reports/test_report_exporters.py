"""Sheets and comparisons leave by the registry of exporters, in the same scope as the ladder."""

from pathlib import Path

import pytest

from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.reports.export_scope import export_source
from laddereditor.reports.exporter import Exporter, ExportRefused, ExportScope, unheard
from laddereditor.reports.exporters import EXPORTERS, exporter_named
from laddereditor.reports.report_exporters import REPORT_EXPORTERS
from laddereditor.reports.worksheets.kinds import SHEET_KINDS
from laddereditor.storage.files.ladder_files import open_ladder
from tests.reports.site.hostile import hostile_ladder

SAMPLE = Path(__file__).parents[2] / "ladders" / "technology.yaml"
TWO = tuple(map(Address, ("ai-ml-engineer/P3", "ai-ml-engineer/P4")))


def sample() -> Ladder:
    return open_ladder(SAMPLE).document.ladder


def written(name: str, ladder: Ladder, scope: ExportScope) -> str:
    (only,) = exporter_named(name).write(export_source(ladder, scope), unheard)
    assert only.path == ""
    return only.data.decode("utf-8")


def test_that_every_sheet_and_comparison_is_in_the_registry() -> None:
    names = {one.name for one in EXPORTERS}
    assert {f"sheet-{kind.id}" for kind in SHEET_KINDS} <= names
    assert {"comparison", "level-summary", "sheet-talk"} <= names


@pytest.mark.parametrize("exporter", REPORT_EXPORTERS, ids=lambda one: one.name)
def test_that_two_profiles_are_written(exporter: Exporter) -> None:
    page = written(exporter.name, sample(), ExportScope(at=TWO))
    assert page.startswith("<!doctype html>")
    assert "P3" in page and "P4" in page


@pytest.mark.parametrize("exporter", REPORT_EXPORTERS, ids=lambda one: one.name)
def test_that_hostile_texts_are_escaped(exporter: Exporter) -> None:
    ladder = hostile_ladder()
    family = next(one for one in ladder.families if one.id == "Data Engineer")
    at = tuple(Address("families/Data Engineer").entry(one.level) for one in family.profiles[:2])
    page = written(exporter.name, ladder, ExportScope(at=at))
    assert "<script" not in page and "SECRET" not in page


def test_that_a_goal_sheet_of_a_family_has_all_its_profiles() -> None:
    page = written("sheet-goals", sample(), ExportScope(families=("ai-ml-engineer",)))
    assert [f"AI/ML Engineer P{n}" in page for n in (1, 2, 3, 4)] == [False, True, True, True]


def test_that_a_comparison_keeps_the_order_of_the_choice() -> None:
    page = written("comparison", sample(), ExportScope(at=TWO[::-1]))
    assert page.index("P4") < page.index("P3")


def test_that_pay_is_only_for_those_who_may_see_it() -> None:
    places = tuple(map(Address, ("software-engineer/P3", "software-engineer/P4")))
    pages = [
        written("comparison", sample(), ExportScope(audience=audience, at=places))
        for audience in ("everybody", "hr")
    ]
    assert ["What it pays" in page for page in pages] == [False, True]


def test_that_one_profile_cannot_be_compared() -> None:
    with pytest.raises(ExportRefused, match="2 to 100 profiles"):
        written("comparison", sample(), ExportScope(at=TWO[:1]))
