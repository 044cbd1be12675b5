"""Files to fill in are imported without a correction, as they are and filled with other texts."""

import io
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from laddereditor.exchange.importer import ImportResult
from laddereditor.exchange.registry import import_file
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import skill_of, statement_text
from laddereditor.reports.fill_in import tables
from laddereditor.reports.fill_in.fill_in import FillIn
from laddereditor.reports.fill_in.tables import SampleBook
from laddereditor.reports.fill_in.templates import FILL_INS, fill_in_named
from laddereditor.reports.fill_in.workbook import ADVICE

# What people of three trades write over the samples; each text is used once.
TEXTS = {
    "library": (
        "Puts returned books back on their shelves",
        "Answers where a title can be found",
        "Repairs torn pages",
        "Orders what readers ask for more than twice",
        "Reads to children on Saturdays",
        "Keeps the catalogue free of doubles",
        "Shows newcomers how loans work",
        "Decides which journals are given up",
        "Writes the yearly report to the town",
        "Speaks for the house before the council",
        "Counts visitors at the door",
        "Trains volunteers for the evening hours",
    ),
    "werkstatt": (
        "Wechselt Reifen und prüft den Druck",
        "Liest Fehler am Prüfgerät ab",
        "Fragt nach, wenn Teile fehlen",
        "Stellt Bremsen nach Herstellerangaben ein",
        "Erklärt Kunden die Rechnung",
        "Plant die Termine einer Woche",
        "Führt zwei Lehrlinge durch die Ausbildung",
        "Entscheidet, welche Geräte gekauft werden",
        "Nimmt Hauptuntersuchungen vor",
        "Vertritt den Betrieb in der Innung",
        "Räumt den Arbeitsplatz am Abend auf",
        "Schreibt Anleitungen für neue Modelle",
    ),
    "fleet": (
        "Checks lamps and tyres before each tour",
        "Loads by the plan that hangs at the ramp",
        "Calls ahead if a tour is late by an hour",
        "Takes over tours of colleagues who are ill",
        "Drives through cities that forbid old engines",
        "Teaches two new drivers each spring",
        "Plans tours so that nobody drives empty",
        "Talks with customers who wait at the gate",
        "Reads the tachograph and signs the sheet",
        "Buys vehicles together with the accountant",
        "Keeps the log of fuel without gaps",
        "Reports damage on the same day",
    ),
}


def imported(fill_in: FillIn, data: bytes, folder: Path) -> ImportResult:
    path = folder / fill_in.file_name
    path.write_bytes(data)
    return import_file(path)


def said(ladder: Ladder) -> set[str]:
    """Every text that the ladder holds."""
    found: set[str] = set()
    for family in ladder.families:
        found.add(family.name)
        for profile in family.profiles:
            lists = [profile.responsibilities, profile.qualifications]
            lists += profile.expectations.values()
            found |= {profile.title, profile.summary, *profile.titles}
            found |= {statement_text(one) for several in lists for one in several}
            found |= {skill_of(one) for one in profile.skills}
    for skill in ladder.skills:
        found |= {skill.id, skill.name, skill.category, skill.description}
        found |= {str(text) for text in skill.proficiencies.values()}
    found |= {one.name for one in ladder.competencies}
    return found


@pytest.mark.parametrize("fill_in", FILL_INS, ids=lambda one: one.name)
def test_that_every_file_is_imported_as_it_is(fill_in: FillIn, tmp_path: Path) -> None:
    result = imported(fill_in, fill_in.write(), tmp_path)
    assert result.not_understood == ()
    left = {one.cell.partition("!")[0] for one in result.left_out}
    assert left <= {ADVICE}
    assert result.ladder.families or result.ladder.skills


@pytest.mark.parametrize("fill_in", FILL_INS, ids=lambda one: one.name)
def test_that_names_titles_and_uses_are_told_apart(fill_in: FillIn) -> None:
    assert fill_in_named(fill_in.name) is fill_in
    assert fill_in.use.endswith(".") and fill_in.suffix.startswith(".")
    assert [one.title for one in FILL_INS].count(fill_in.title) == 1


def filled(book: SampleBook, texts: tuple[str, ...], family: str) -> bytes:
    """The workbook with texts of people over the samples, its sheet called like the family."""
    made = load_workbook(io.BytesIO(fill_in_of(book).write()))
    sheet = made.worksheets[0]
    sheet.title = family
    number = 0
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if isinstance(cell.value, str) and len(cell.value) > 20:
                cell.value = "\n".join(texts[(number + n) % len(texts)] for n in range(2))
                number += 2
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def fill_in_of(book: SampleBook) -> FillIn:
    wanted = [one for one in FILL_INS if getattr(one.write, "args", ()) == (book,)]
    return next(one for one in wanted if one.suffix == ".xlsx")


@pytest.mark.parametrize("trade", TEXTS)
@pytest.mark.parametrize("name", ["ACROSS", "DOWN", "PROFILES"])
def test_that_filled_workbooks_need_no_correction(name: str, trade: str, tmp_path: Path) -> None:
    book: SampleBook = getattr(tables, name)
    by_sheet = name != "PROFILES"
    data = filled(book, TEXTS[trade], "Own Family")
    result = imported(fill_in_of(book), data, tmp_path)
    assert result.not_understood == ()
    assert {one.cell.partition("!")[0] for one in result.left_out} <= {ADVICE}
    if by_sheet:
        assert [one.name for one in result.ladder.families] == ["Own Family"]
    statements = {one for one in said(result.ladder) if one in TEXTS[trade]}
    assert len(statements) > 8


def test_that_each_statement_ends_under_its_family_level_and_competency(tmp_path: Path) -> None:
    for book, down in ((tables.ACROSS, False), (tables.DOWN, True)):
        ladder = imported(fill_in_of(book), fill_in_of(book).write(), tmp_path).ladder
        rows = book.sheets[0].rows
        grid = list(zip(*rows, strict=True)) if down else list(rows)
        names = {one.id: one.name for one in ladder.competencies}
        (family,) = ladder.families
        assert family.name == book.sheets[0].name
        for row in grid[1:]:
            for level, text in zip(grid[0][1:], row[1:], strict=True):
                (profile,) = (one for one in family.profiles if one.level == level)
                by_name = {names[key]: tuple(v) for key, v in profile.expectations.items()}
                if row[0] in by_name:
                    assert by_name[row[0]] == tuple(text.split("\n"))


def test_that_the_list_has_each_statement_where_its_row_says(tmp_path: Path) -> None:
    for name in ("statements", "statements-csv"):
        fill_in = fill_in_named(name)
        ladder = imported(fill_in, fill_in.write(), tmp_path).ladder
        names = {one.id: one.name for one in ladder.competencies}
        found = {
            (family.name, profile.level, names[key], statement_text(text))
            for family in ladder.families
            for profile in family.profiles
            for key, texts in profile.expectations.items()
            for text in texts
        }
        assert found == set(tables.STATEMENTS.sheets[0].rows[1:])


def test_that_a_scale_of_skills_keeps_its_order_and_texts(tmp_path: Path) -> None:
    fill_in = fill_in_named("skills-by-step")
    ladder = imported(fill_in, fill_in.write(), tmp_path).ladder
    head, *rows = tables.SKILLS.sheets[0].rows
    assert tuple(one.name for one in ladder.proficiencies) == head[1:]
    assert [one.name for one in ladder.skills] == [row[0] for row in rows]
    texts = [tuple(map(str, one.proficiencies.values())) for one in ladder.skills]
    assert texts == [row[1:] for row in rows]


def test_that_the_level_page_becomes_a_profile_with_all_its_parts(tmp_path: Path) -> None:
    fill_in = fill_in_named("level-page")
    ladder = imported(fill_in, fill_in.write(), tmp_path).ladder
    (profile,) = ladder.families[0].profiles
    assert (profile.level, len(profile.responsibilities), len(profile.skills)) == ("P2", 3, 3)
    assert len(profile.qualifications) == 2 and profile.pay is not None


NEW_TEXTS = {
    "Stonemason": "Glazier",
    "Baker": "Glazier",
    "Saws slabs": "Cuts panes",
    "Weighs and mixes": "Cuts panes",
    "Negotiation": "Glass painting",
    "Sets a staircase": "Fits a shop window",
    "Settles disputes": "Fits a shop window",
}


def refilled(fill_in: FillIn) -> bytes:
    """The document with texts of people over some of its samples, as Word or an editor saves it."""
    if fill_in.suffix == ".md":
        text = fill_in.write().decode()
        for sample, own in NEW_TEXTS.items():
            text = text.replace(sample, own)
        return text.encode()
    made = docx.Document(io.BytesIO(fill_in.write()))
    cells = [cell for table in made.tables for row in table.rows for cell in row.cells]
    for paragraph in (*made.paragraphs, *(one for cell in cells for one in cell.paragraphs)):
        for run in paragraph.runs:
            for sample, own in NEW_TEXTS.items():
                if sample in run.text:
                    run.text = run.text.replace(sample, own)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["word", "markdown"])
@pytest.mark.parametrize("shape", ["headings", "table"])
def test_that_a_filled_document_gives_each_text_its_place(
    kind: str, shape: str, tmp_path: Path
) -> None:
    fill_in = fill_in_named(f"{kind}-{shape}")
    result = imported(fill_in, refilled(fill_in), tmp_path)
    assert (result.not_understood, result.left_out) == ((), ())
    family = result.ladder.families[0]
    assert family.name == "Glazier"
    texts = {
        (profile.level, statement_text(one))
        for profile in family.profiles
        for several in profile.expectations.values()
        for one in several
    }
    lasting = {text for _, text in texts}
    assert any(level == "P1" and text.startswith("Cuts panes") for level, text in texts)
    assert any(text.startswith("Fits a shop window") for text in lasting)
    assert not any(sample in text for sample in NEW_TEXTS for text in lasting)


@pytest.mark.parametrize("kind", ["word", "markdown"])
def test_that_a_filled_table_of_skills_keeps_its_steps(kind: str, tmp_path: Path) -> None:
    fill_in = fill_in_named(f"{kind}-skills")
    ladder = imported(fill_in, refilled(fill_in), tmp_path).ladder
    head, *rows = tables.SKILLS.sheets[0].rows
    assert tuple(one.name for one in ladder.proficiencies) == head[1:]
    assert [one.name for one in ladder.skills] == ["Glass painting", *(row[0] for row in rows[1:])]
    texts = [tuple(map(str, one.proficiencies.values())) for one in ladder.skills]
    assert texts == [row[1:] for row in rows]


@pytest.mark.parametrize("fill_in", FILL_INS, ids=lambda one: one.name)
def test_that_documents_say_how_they_are_filled_in(fill_in: FillIn) -> None:
    if fill_in.suffix == ".md":
        assert fill_in.write().decode().startswith(f"<!--\n{ADVICE}\n")
    elif fill_in.suffix == ".docx":
        header = docx.Document(io.BytesIO(fill_in.write())).sections[0].header
        assert header.paragraphs[0].text == ADVICE
        assert len(header.paragraphs) > 2


@pytest.mark.parametrize("fill_in", [one for one in FILL_INS if one.suffix == ".xlsx"])
def test_that_rows_are_high_enough_for_their_texts_and_print_across(fill_in: FillIn) -> None:
    book = load_workbook(io.BytesIO(fill_in.write()))
    for sheet in book.worksheets[:-1]:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            lines = max(str(text or "").count("\n") + 1 for text in row)
            assert sheet.row_dimensions[number].height >= 15 * lines
