"""Self-assessment forms: what they ask, and the gaps of filled ones."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from laddereditor.cli.main import run
from laddereditor.cli.output import Output
from laddereditor.edits.parts.form_marks import WORD_MARK
from laddereditor.exchange.blocks.bookmarks import bookmarks_of
from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.registry import import_file
from laddereditor.exchange.returned.filled_form import FilledForm
from laddereditor.exchange.returned.filled_forms import read_forms
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.reports.assessment.gaps import (
    GapReport,
    gap_lines,
    gaps_csv,
    gaps_html,
    gaps_text,
)
from laddereditor.reports.exporter import ExportRefused, ExportScope
from laddereditor.reports.formats import HTML, formats_of
from laddereditor.session.mapped_workbook import read_and_map
from laddereditor.session.returned_exports import read_returned
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


# -- forms in Word --------------------------------------------------------------------------------


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word_form(at: ExportScope = AT) -> Any:
    return docx.Document(BytesIO(exported(ladder(), "assessment-docx", at)))


def saved(made: Any) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def choose(control: Any, step: str) -> None:
    """What Word does when an entry of a list is chosen."""
    properties = control.find(W + "sdtPr")
    properties.remove(properties.find(W + "showingPlcHdr"))
    next(control.iter(W + "t")).text = step


def filled_word() -> bytes:
    made = word_form()
    who, *tables = made.tables
    for row, text in enumerate(("Kim <b>", "Lee", "2026-11-02")):
        who.cell(row, 1).text = text
    statements, skills = sorted(tables, key=lambda one: len(one.columns))
    statements.cell(1, 1).text = "=every day\nand on Sundays"
    statements.cell(2, 2).text = "+1"
    own, managers, *_ = skills._tbl.iter(W + "sdt")
    choose(own, "high")
    choose(managers, "low")
    skills.cell(1, 4).text = "Won a prize"
    return saved(made)


def lines(form: FilledForm) -> dict[str, tuple[str, ...]]:
    return {
        one.text: (one.section, one.asked, one.own, one.managers, one.evidence, one.remarks)
        for one in form.lines
    }


def test_that_a_form_in_word_asks_for_the_same_as_the_workbook() -> None:
    (word,) = read_forms(exported(ladder(), "assessment-docx", AT), "x.docx")
    assert (word.profile, word.title, word.steps, word.lines) == (
        (book := filled({})).profile,
        book.title,
        book.steps,
        book.lines,
    )
    assert b"41234" not in exported(ladder(), "assessment-docx", AT)


def test_that_a_form_filled_in_with_word_is_read() -> None:
    (form,) = read_forms(filled_word(), "x.docx")
    assert (form.person, form.manager, form.day) == ("Kim <b>", "Lee", "2026-11-02")
    found = lines(form)
    assert found["bread"] == ("Skills", "high", "high", "low", "Won a prize", "")
    assert found["=Bakes"][4:] == ("=every day\nand on Sundays", "")
    assert found["Cleans"][4:] == ("", "+1")
    assert found["cake"][2:4] == ("", "")
    assert gaps(form)["bread"] == "2 steps below; person and manager differ"


def test_that_proficiencies_are_chosen_from_the_scale() -> None:
    controls = list(word_form().element.iter(W + "sdt"))
    assert len(controls) == 4
    for one in controls:
        steps = [item.get(W + "value") for item in one.iter(W + "listItem")]
        assert steps == ["low", "mid", "high"]


def test_that_forms_of_several_profiles_are_read_one_by_one() -> None:
    scope = ExportScope(families=("baker",))
    forms = read_forms(exported(ladder(), "assessment-docx", scope), "x.docx")
    assert [one.profile for one in forms] == [
        f"baker/{one.level}" for one in ladder().families[0].profiles
    ]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_that_a_form_that_libreoffice_saved_says_the_same(tmp_path: Path) -> None:
    source, out = tmp_path / "form.docx", tmp_path / "saved"
    source.write_bytes(filled_word())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(out)]
    subprocess.run([*call, str(source)], check=True, capture_output=True, timeout=300)
    assert read_forms((out / "form.docx").read_bytes(), "x") == read_forms(filled_word(), "x")


@pytest.mark.parametrize("name", ["assessment", "assessment-docx"])
def test_that_nothing_of_a_form_enters_a_ladder(name: str, tmp_path: Path) -> None:
    path = tmp_path / ("form.docx" if name.endswith("docx") else "form.xlsx")
    path.write_bytes(exported(ladder(), name, AT))
    with pytest.raises(ImportRefused, match="nothing of it enters a ladder"):
        import_file(path)
    with pytest.raises(ImportRefused, match="nothing of it enters a ladder"):
        read_returned(path.read_bytes(), path.name)
    with pytest.raises(ImportRefused, match="nothing of it enters a ladder"):
        read_and_map([path])
    output = Output(lambda _: None, lambda _: None)
    again = tmp_path / f"again{path.suffix}"
    again.write_bytes(path.read_bytes())
    out = tmp_path / "out.yaml"
    assert run(["import", str(path), str(again), "-o", str(out)], lambda _: 0, output) == 2
    assert not out.exists()


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ('{"format": "99", "profile": "a/P1", "steps": []}', "newer version"),
        ("{", "marks cannot be read"),
        ("7", "marks cannot be read"),
    ],
)
def test_that_a_form_of_a_newer_program_or_with_broken_marks_is_refused(
    mark: str, words: str
) -> None:
    made = word_form()
    heading = next(made.element.iter(W + "p"))
    for old in list(heading.iter(W + "bookmarkStart")):
        heading.remove(old)
    for name in bookmarks_of(WORD_MARK + mark, 1):
        heading.insert(0, made.element.makeelement(W + "bookmarkStart", {W + "name": name}))
    with pytest.raises(ImportRefused, match=words):
        read_forms(saved(made), "x.docx")


def test_that_another_word_file_is_no_form() -> None:
    with pytest.raises(ImportRefused, match="not a self-assessment form"):
        read_forms(saved(docx.Document()), "x.docx")


@pytest.mark.parametrize("name", ["assessment", "assessment-docx"])
def test_that_the_verb_reads_forms_of_both_kinds(name: str, tmp_path: Path) -> None:
    said: list[str] = []
    path = tmp_path / ("form.docx" if name.endswith("docx") else "form.xlsx")
    path.write_bytes(exported(ladder(), name, AT))
    assert run(["assess", str(path)], lambda _: 0, Output(said.append, said.append)) == 0
    assert "2 of 2 skills with a gap" in "\n".join(said)


def test_that_gaps_are_written_in_each_format() -> None:
    (form,) = read_forms(filled_word(), "x.docx")
    report = GapReport("Gaps", (form,))
    for one in (each for each in formats_of(GapReport) if each.data is None):
        text = one.as_file(report).decode("utf-8-sig")
        assert "bread" in text, one.name
        assert "<b>Kim" not in text and (one.media != HTML or "Kim &lt;b&gt;" in text)
