"""Sheets and comparisons leave by the registry of exporters, in the same scope as the ladder."""

import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import openpyxl
import pytest

from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
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
    if name.endswith(("docx", "xlsx")):
        return "".join(parts_of(only.data))
    if name.endswith("pdf"):
        assert only.data.startswith(b"%PDF")
        return pdf_text(only.data)
    return only.data.decode("utf-8")


def pdf_text(data: bytes) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext of poppler is not installed")
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def parts_of(data: bytes) -> Iterator[str]:
    """The text of each part of a Word file or workbook that people see."""
    with ZipFile(BytesIO(data)) as packed:
        for name in packed.namelist():
            if name.startswith(("word/document", "xl/worksheets/")):
                yield packed.read(name).decode("utf-8")


def test_that_every_sheet_and_comparison_is_in_the_registry() -> None:
    names = {one.name for one in EXPORTERS}
    assert {f"sheet-{kind.id}" for kind in SHEET_KINDS} <= names
    assert {"comparison", "level-summary", "sheet-talk"} <= names


@pytest.mark.parametrize("exporter", REPORT_EXPORTERS, ids=lambda one: one.name)
def test_that_two_profiles_are_written(exporter: Exporter) -> None:
    page = written(exporter.name, sample(), ExportScope(at=TWO))
    assert page.startswith("<!doctype html>") is (exporter.suffix == ".html")
    assert "P3" in page and "P4" in page


@pytest.mark.parametrize("exporter", REPORT_EXPORTERS, ids=lambda one: one.name)
def test_that_hostile_texts_are_escaped(exporter: Exporter) -> None:
    ladder = hostile_ladder()
    family = next(one for one in ladder.families if one.id == "Data Engineer")
    at = tuple(Address("families/Data Engineer").entry(one.level) for one in family.profiles[:2])
    page = written(exporter.name, ladder, ExportScope(at=at))
    assert ("<script" not in page) or exporter.name.endswith("pdf")
    assert "SECRET" not in page


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


@pytest.mark.parametrize("exporter", REPORT_EXPORTERS, ids=lambda one: one.name)
def test_that_a_preview_has_the_first_places_alone(exporter: Exporter) -> None:
    assert exporter.report is not None
    report = exporter.report(export_source(sample(), ExportScope(at=TWO)), 1)
    pages = getattr(report, "pages", None) or getattr(report, "sheets", None)
    assert pages is None or len(pages) == 1


def test_that_the_columns_to_write_in_are_wide_in_word() -> None:
    (only,) = exporter_named("sheet-goals-docx").write(
        export_source(sample(), ExportScope(at=TWO[:1])), unheard
    )
    (table,) = docx.Document(BytesIO(only.data)).tables
    widths: list[Any] = [cell.width for cell in table.rows[0].cells]
    assert min(widths) > sum(widths) / 6


@pytest.mark.parametrize(("count", "is_turned"), [(2, False), (4, True)])
def test_that_a_wide_comparison_lies_across_the_page_in_word(count: int, is_turned: bool) -> None:
    at = tuple(Address(f"software-engineer/P{n}") for n in range(1, count + 1))
    (only,) = exporter_named("comparison-docx").write(
        export_source(sample(), ExportScope(at=at)), unheard
    )
    section: Any = docx.Document(BytesIO(only.data)).sections[0]
    assert (section.page_width > section.page_height) is is_turned


def test_that_no_cell_of_a_workbook_is_a_formula() -> None:
    raw = to_raw(sample())
    raw["families"][0]["profiles"][0]["responsibilities"] = ["=1+1", "+2", "-3", "@x"]
    ladder = Ladder.model_validate(raw)
    place = Address("families").entry(ladder.families[0].id)
    at = (place.entry(ladder.families[0].profiles[0].level),)
    (only,) = exporter_named("sheet-goals-xlsx").write(
        export_source(ladder, ExportScope(at=at)), unheard
    )
    cells = [cell for row in openpyxl.load_workbook(BytesIO(only.data)).active for cell in row]
    found = {str(cell.value).split("\n")[-1] for cell in cells if cell.value}
    assert {"=1+1", "+2", "-3", "@x"} <= found
    assert all(cell.data_type in ("s", "n", "inlineStr") for cell in cells)


def test_that_a_ladder_is_one_web_page_or_one_text() -> None:
    for name in ("page", "text"):
        page = written(name, sample(), ExportScope(at=TWO))
        assert "P3" in page and "P4" in page and "P2 " not in page
    assert "AI/ML Engineer" in written("text", sample(), ExportScope())
