"""Self-assessment forms: what they ask, and the gaps of filled ones."""

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from laddereditor.cli.main import run
from laddereditor.cli.output import Output
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.returned.filled_forms import FilledForm, read_forms
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.reports.assessment.gaps import gap_lines, gaps_csv, gaps_html, gaps_text
from laddereditor.reports.exporter import ExportRefused, ExportScope
from tests.reports.exporting.returned import exported
from tests.reports.exporting.test_export_scope import raw_ladder

AT = ExportScope(at=(Address("baker/P1"),))


def ladder() -> Ladder:
    raw = raw_ladder()
    raw["proficiencies"] = [{"id": "low"}, {"id": "mid"}, {"id": "high"}]
    profile = raw["families"][0]["profiles"][0]
    profile["skills"] = [{"skill": "bread", "proficiency": "high"}, "cake"]
    profile["responsibilities"] = ["=Bakes", "Cleans"]
    return Ladder.model_validate(raw)


def form_book() -> Any:
    return openpyxl.load_workbook(BytesIO(exported(ladder(), "assessment", AT)))


def filled(changes: dict[tuple[str, int], str]) -> FilledForm:
    """Return a form with texts in rows that ask for something, by that text and the column."""
    book = form_book()
    sheet = book["baker P1"]
    for row in sheet.iter_rows():
        for (asked, column), text in changes.items():
            if row[2].value == asked or (row[0].value == asked):
                row[column - 1].value = text
    out = BytesIO()
    book.save(out)
    (form,) = read_forms(out.getvalue(), "x.xlsx")
    return form


def gaps(form: FilledForm) -> dict[str, str]:
    return {one.line.text: one.gap for one in gap_lines(form)}


def test_that_a_form_asks_for_skills_and_statements_and_nothing_of_pay() -> None:
    book = form_book()
    rows = [[cell.value for cell in row[:4]] for row in book["baker P1"].iter_rows(min_row=7)]
    assert ["statement", "Responsibilities", "=Bakes", None] in rows
    assert ["skill", "Skills", "bread", "high"] in rows
    assert book["baker P1"]["C7"].data_type == "s"
    (rule,) = book["baker P1"].data_validations.dataValidation
    assert rule.formula1 == "choices!$A$1:$A$3"
    assert b"41234" not in exported(ladder(), "assessment", AT)


def test_that_the_gaps_of_a_filled_form_are_listed() -> None:
    form = filled(
        {
            ("person", 3): "Kim",
            ("bread", 5): "high",
            ("bread", 6): "low",
            ("cake", 5): "wizard",
            ("Cleans", 7): "Every day",
        }
    )
    assert (form.profile, form.person) == ("baker/P1", "Kim")
    assert gaps(form) == {
        "bread": "2 steps below; person and manager differ",
        "cake": "“wizard” is not on the scale",
        "=Bakes": "no evidence",
        "Cleans": "",
    }


def test_that_an_empty_form_is_not_assessed_and_a_full_one_has_no_gap() -> None:
    assert gaps(filled({}))["bread"] == "not assessed"
    full = {("bread", 5): "HIGH", ("cake", 5): "low", ("=Bakes", 7): "x", ("Cleans", 8): "y"}
    assert set(gaps(filled(full)).values()) == {""}


def test_that_reports_treat_texts_as_data() -> None:
    form = filled({("person", 3): "<b>Kim", ("=Bakes", 7): "+1 day"})
    assert "<b>Kim" not in gaps_html([form]) and "&lt;b&gt;Kim" in gaps_html([form])
    assert "'+1 day" in gaps_csv([form]) and "'=Bakes" in gaps_csv([form])
    assert "2 of 2 skills with a gap, 1 of 2 statements without evidence" in gaps_text([form])


def test_that_a_form_needs_a_profile() -> None:
    with pytest.raises(ExportRefused, match="about a profile"):
        exported(ladder(), "assessment", ExportScope(at=(Address("levels/P1"),)))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"text"])
def test_that_another_file_is_refused(data: bytes) -> None:
    with pytest.raises(ImportRefused, match="not a self-assessment form"):
        read_forms(data, "x.xlsx")


def test_that_the_verb_reports_forms_of_several_people(tmp_path: Path) -> None:
    lines: list[str] = []
    errors: list[str] = []
    output = Output(lines.append, errors.append)
    paths = [str(tmp_path / name) for name in ("a.xlsx", "b.xlsx")]
    for path in paths:
        Path(path).write_bytes(exported(ladder(), "assessment", AT))
    assert run(["assess", *paths], lambda _: 0, output) == 0
    assert "\n".join(lines).count("2 of 2 skills with a gap") == 2
    out = tmp_path / "gaps.csv"
    assert run(["assess", *paths, "--format", "csv", "-o", str(out)], lambda _: 0, output) == 0
    assert out.read_text("utf-8").startswith("Person,Profile,Section")
    assert run(["assess", str(tmp_path / "none.xlsx")], lambda _: 0, output) == 2
    assert len(errors) == 1 and "none.xlsx" in errors[0]
