"""The registry of formats: every report can be written in each of its formats."""

import csv
import datetime as dt
import io
from typing import Any

import docx
import openpyxl
import pytest

from laddereditor.cli.main import parser_of
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.nearest.finding import nearest
from laddereditor.compare.nearest.index import DemandIndex
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.equivalent_table import EquivalentTable, equivalent_table
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.subject import subject_at
from laddereditor.compare.sheet.table import Comparison, Matrix
from laddereditor.exchange.returned.filled_form import FilledForm, FilledLine
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.equivalent import Equivalent
from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from laddereditor.reports.assessment.gaps import GapReport
from laddereditor.reports.changes.grouped_changes import ChangesReport
from laddereditor.reports.common.text_layout import Terminal
from laddereditor.reports.comparison.level_summaries import (
    SummaryReport,
    summary_report,
)
from laddereditor.reports.comparison.nearest import NearestReport
from laddereditor.reports.formats import FORMATS, Format, format_of, formats_of
from laddereditor.reports.listing import Listing
from laddereditor.reports.notes.note import Note, change_note
from laddereditor.reports.overview.overview import LadderOverview, Standout
from laddereditor.reports.page.parts import ReaderPages
from laddereditor.reports.page.reader_page import page_of
from laddereditor.reports.worksheets.profile_sheets import review_sheet
from laddereditor.reports.worksheets.talk_sheet import TalkSheet, talk_sheet
from laddereditor.reports.worksheets.worksheet import Worksheets
from laddereditor.rules.finding import Severity
from tests.edits.samples import sample

NASTY = "=1+1 <script>alert('x')</script> & \"so\""


def nasty() -> Ladder:
    raw: dict[str, Any] = to_raw(sample())
    raw["name"] = raw["families"][0]["name"] = NASTY
    raw["families"][0]["profiles"][1]["responsibilities"].append(NASTY)
    return Ladder.model_validate(raw)


def listing() -> Listing:
    return Listing(NASTY, (NASTY,), ("Title", NASTY), ((NASTY, NASTY),))


def shown(one: Format[Any]) -> Any:
    made = {GapReport: gaps, Listing: listing, LadderOverview: overview}.get(one.shows)
    return made() if made else report_of(one.shows)


def overview() -> LadderOverview:
    found = (Standout(NASTY, Severity.ERROR, 2),)
    return LadderOverview(NASTY, NASTY, (NASTY,), NASTY, found, found, NASTY, (NASTY,))


def gaps() -> GapReport:
    line = FilledLine("Skills", NASTY, "", "", "", NASTY, NASTY, is_skill=True)
    return GapReport(NASTY, (FilledForm("a/P1", NASTY, NASTY, "", "", (), (line,), "x"),))


def report_of(shows: type) -> Any:
    old, new = sample(), nasty()
    family = new.families[0]
    place = Address(f"families/{family.id}")
    if shows in (ReaderPages, Worksheets):
        sheet = review_sheet(new, place.entry(family.profiles[1].level))
        pages = tuple(page_of(new, one, family) for one in family.profiles)
        return ReaderPages(NASTY, pages) if shows is ReaderPages else Worksheets(NASTY, (sheet,))
    if shows is Comparison:
        columns = [subject_at(new, Address(f"{place}/{one.level}")) for one in family.profiles]
        return compare(columns, 0)
    if shows in (SummaryReport, TalkSheet):
        between = report_of(Comparison)
        return summary_report(between) if shows is SummaryReport else talk_sheet(between)
    if shows in (Matrix, EquivalentTable):
        family = evolve(family, equivalents=(Equivalent(scheme=NASTY, code=NASTY),))
        table = equivalent_table(evolve(new, families=(family,)))
        return matrix(new, place) if shows is Matrix else table
    if shows is NearestReport:
        alike = evolve(family.profiles[0], level="P9", title=NASTY)
        family = evolve(family, profiles=(*family.profiles, alike))
        new = evolve(new, families=(family, *new.families[1:]))
        where = place.entry(family.profiles[0].level)
        return NearestReport(new, nearest(DemandIndex(), new, where))
    report = ChangesReport(diff(old, new), old, new)
    return change_note(*report.sides) if shows is Note else report


@pytest.mark.parametrize("one", FORMATS, ids=lambda one: f"{one.shows.__name__}-{one.name}")
def test_that_every_format_writes_its_report_and_lets_no_text_be_taken_for_signs(
    one: Format[Any],
) -> None:
    report = shown(one)
    written = one.write(report, Terminal())
    assert "alert(" in written.replace("\\", "")
    if one.media in ("text/html", "application/pdf"):
        assert "<script" not in written
        assert "&lt;script" in written
    if one.suffix in (".csv", ".tsv"):
        assert not any(cell.startswith("=") for cell in written.replace('"', "").split(","))
    assert one.suffix or not one.is_paper


@pytest.mark.parametrize(
    "one",
    [one for one in FORMATS if one.data],
    ids=lambda one: f"{one.shows.__name__}-{one.name}",
)
def test_that_files_of_office_open_and_have_the_texts(one: Format[Any]) -> None:
    report = shown(one)
    data = io.BytesIO(one.as_file(report))
    if one.name == "docx":
        made = docx.Document(data)
        cells = [cell.text for table in made.tables for row in table.rows for cell in row.cells]
        texts = [paragraph.text for paragraph in made.paragraphs] + cells
    else:
        rows = openpyxl.load_workbook(data).worksheets[0].iter_rows()
        texts = [str(cell.value) for row in rows for cell in row]
    assert any(NASTY.split(maxsplit=1)[0] in text and "alert(" in text for text in texts)


def test_that_a_name_and_an_ending_stand_for_one_format_of_a_report() -> None:
    for shows in {one.shows for one in FORMATS}:
        found = list(formats_of(shows))
        assert len({one.name for one in found}) == len(found)
        assert all(format_of(shows, one.name) is one for one in found)
        endings = [one.suffix for one in found if one.suffix]
        assert len(set(endings)) == len(endings)


def test_that_the_verbs_offer_what_the_registry_has() -> None:
    for verb, shows in (("compare", Comparison), ("diff", ChangesReport)):
        usage = parser_of(verb).format_usage()
        assert all(one.name in usage for one in formats_of(shows) if one.is_text)
        assert "pdf" not in usage


def test_that_pages_are_written_with_what_a_browser_needs_and_nothing_from_outside() -> None:
    written = format_of(ReaderPages, "html").write(report_of(ReaderPages), Terminal())
    assert written.startswith("<!doctype html>")
    assert "default-src 'none'" in written
    assert "prefers-color-scheme: dark" in written
    assert written.count("<h1") == len(sample().families[0].profiles)


def test_that_a_table_on_paper_repeats_its_heads() -> None:
    for shows in (Comparison, Matrix, EquivalentTable, ChangesReport, Note):
        written = format_of(shows, "pdf").write(report_of(shows), Terminal())
        assert written.count("<thead>") == 1


def test_that_a_list_of_the_matrix_is_named_once() -> None:
    written = format_of(Matrix, "csv").write(report_of(Matrix), Terminal())
    assert sum(line.startswith("What you'd do") for line in written.splitlines()) == 1


@pytest.mark.parametrize("name", ["csv", "pdf"])
def test_that_a_matrix_names_its_ladder_with_version_and_date(name: str) -> None:
    ladder = evolve(sample(), name="Corner shop", version="1.2.0")
    shown = matrix(ladder, Address(f"families/{ladder.families[0].id}"))
    written = format_of(Matrix, name).write(shown, Terminal())
    assert "Corner shop, version 1.2.0" in written
    assert f"; written on {dt.date.today()}" in written


def test_that_a_matrix_on_paper_shows_its_gaps_and_what_is_inherited() -> None:
    shown = report_of(Matrix)
    written = format_of(Matrix, "pdf").write(shown, Terminal())
    notes = [cell.note for row in shown.rows for cell in row.cells if cell.state == "gap"]
    assert all(f"Gap: {note}" in written for note in notes if note)
    assert f": {shown.gaps} gaps</h3>" in written
    assert written.count("font-style:italic") == sum(
        cell.state == "inherited" for row in shown.rows for cell in row.cells
    )
    assert ", no profile" in written


def test_that_a_file_for_systems_with_a_decimal_comma_has_semicolons() -> None:
    chosen, shown = format_of(Matrix, "csv"), report_of(Matrix)
    plain, german = (
        list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=mark))
        for data, mark in (
            (chosen.as_file(shown), ","),
            (chosen.as_file(shown, semicolons=True), ";"),
        )
    )
    assert plain == german
    assert len(plain[0]) == 1 + len(shown.columns)
    page = format_of(Comparison, "html")
    assert page.as_file(report_of(Comparison), semicolons=True) == page.as_file(
        report_of(Comparison)
    )
