"""What offices keep beside the texts: tracks, jobs without families, keys, links, pay, comments."""

import io
from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from openpyxl import Workbook as Book
from openpyxl.comments import Comment

from laddereditor.exchange.importer import ImportRefused
from laddereditor.exchange.tables import AppliedMapping, Grid, Workbook, applied, recognised
from laddereditor.exchange.tables.files.workbook_file import workbook_of
from laddereditor.exchange.tables.importing import import_workbook
from laddereditor.exchange.tables.recognition.sheet_tracks import sheet_tracks
from laddereditor.exchange.tables.terms.jobs import families_of, job_of
from laddereditor.exchange.tables.terms.words import head_role
from laddereditor.model.statement import importance_of, proficiency_of

Rows = Sequence[Sequence[object]]
SERVES = "Serves people at the till without any help"
LEADS = "Leads the whole shop on busy Saturdays alone"


def saved(book: Book) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def book_of(sheets: Mapping[str, Rows]) -> Book:
    book = Book()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return book


def read(sheets: Mapping[str, Rows], name: str = "file.xlsx") -> AppliedMapping:
    workbook = workbook_of(saved(book_of(sheets)), name)
    return applied(workbook, recognised(workbook))


def across(*levels: str) -> Rows:
    """Return a matrix whose texts are those of its levels alone."""
    serves = [f"{SERVES}, as {level} does it" for level in levels]
    counts = [f"Counts the stock each week, as {level} does it" for level in levels]
    return [["Topic", *levels], ["Serving", *serves], ["Counting", *counts]]


# -- tracks -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "leading"),
    [
        ("IC", "Management"),
        ("Individual contributors", "People managers"),
        ("Fachlaufbahn", "Führungslaufbahn"),
        ("Filière expertise", "Filière managériale"),
        ("Vaklijn", "Managementlijn"),
    ],
)
def test_that_sheets_of_tracks_are_one_family(own: str, leading: str) -> None:
    sheets = {own: across("P1", "P2"), leading: across("M1", "M2")}
    ladder = read(sheets, "Bakery.xlsx").ladder
    assert [one.name for one in ladder.families] == ["Bakery"]
    assert {level.id for level in ladder.levels} == {"P1", "P2", "M1", "M2"}


def test_that_management_beside_other_families_is_a_family() -> None:
    names = ["Sales", "Management", "Marketing"]
    topics = ("Serving", "Counting")
    texts = {name: [[t, f"{name} {SERVES} {t}", f"{name} {LEADS} {t}"] for t in topics]
             for name in names}  # fmt: skip
    sheets = {name: [["Topic", "P1", "P2"], *rows] for name, rows in texts.items()}
    ladder = read(sheets).ladder
    assert [one.name for one in ladder.families] == names


def test_that_the_rest_of_a_sheets_name_is_the_family() -> None:
    found = sheet_tracks(["Nursing – IC", "Nursing – Management", "Care – IC"])
    assert {one.rest for one in found.values()} == {"Nursing", "Care"}
    assert not sheet_tracks(["Product Management", "Design", "Event Management"])


def test_that_tracks_with_the_same_names_of_levels_have_levels_of_their_own() -> None:
    rows = [["Topic", "Level 1", "Level 2"], ["Serving", SERVES, f"{SERVES} at night"]]
    others = [rows[0], ["Serving", LEADS, f"{LEADS} at night"]]
    ladder = read({"IC": rows, "Management": others}).ladder
    assert [(one.id, one.name) for one in ladder.levels] == [
        ("P1", "IC Level 1"),
        ("P2", "IC Level 2"),
        ("M1", "Management Level 1"),
        ("M2", "Management Level 2"),
    ]


def test_that_codes_of_other_letters_are_other_levels() -> None:
    sheets = {"Bakers": across("P1", "P2"), "Planners": across("S1", "S2")}
    assert [one.id for one in read(sheets).ladder.levels] == ["P1", "P2", "S1", "S2"]


def test_that_a_column_names_the_track() -> None:
    rows = [["Family", "Track", "Level", "Competency", "Expectation"]]
    rows += [["Baker", "Craft", "P1", "Talks", SERVES], ["Baker", "Lead", "M1", "Talks", LEADS]]
    tracks = {one.code: one.name for one in read({"All": rows}).ladder.tracks}
    assert tracks == {"P": "Craft", "M": "Lead"}


# -- jobs ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "job"),
    [
        ("Senior Accountant", "Accountant"),
        ("Accountant II", "Accountant"),
        ("Gestor de cuentas sénior", "Gestor de cuentas"),
        ("Account Manager", "Account Manager"),
        ("Senior", "Senior"),
        ("Payroll Specialist, Senior", "Payroll Specialist"),
    ],
)
def test_that_a_title_without_its_rank_is_a_job(title: str, job: str) -> None:
    assert job_of(title) == job


def test_that_titles_of_one_job_name_one_family() -> None:
    assert len(set(families_of(["Junior baker", "Baker", "Senior Baker"]).values())) == 1


def test_that_titles_name_families_where_nothing_else_does() -> None:
    rows: Rows = [["Title", "Level", "Summary"]]
    for job in ("Cook", "Waiter"):
        for rank, level in (("Junior ", "P1"), ("", "P2"), ("Senior ", "P3")):
            rows = [*rows, [rank + job, level, f"{SERVES} as {rank}{job}"]]
    ladder = read({"Jobs": rows}).ladder
    assert [one.name for one in ladder.families] == ["Cook", "Waiter"]
    assert [one.title for one in ladder.families[0].profiles] == [
        "Junior Cook", "Cook", "Senior Cook"]  # fmt: skip


def test_that_one_title_for_each_level_is_no_family() -> None:
    rows = [["Title", "Level", "Summary"], ["Junior Cook", "P1", SERVES], ["Cook", "P2", LEADS]]
    names = [one.name for one in read({"Kitchen": rows}).ladder.families]
    assert names == ["Kitchen"]


# -- columns beside the texts -------------------------------------------------------------------


def skills(*more: tuple[str, Sequence[object]]) -> Rows:
    heads = ["Role", "Level", "Skill", "Proficiency", *(head for head, _ in more)]
    base = [["Cook", "P1", "Dough", "Basic"], ["Cook", "P2", "Oven", "Expert"]]
    return [heads, *([*row, *(v[at] for _, v in more)] for at, row in enumerate(base))]


def test_that_importance_is_that_of_the_skill_at_its_level() -> None:
    found = read({"Skills": skills(("Importance", ["Core", "Nebensache"]))})
    first, second = found.ladder.families[0].profiles
    assert [importance_of(use) for use in (*first.skills, *second.skills)] == ["core", ""]
    assert proficiency_of(first.skills[0]) == "basic"
    assert [one.text for one in found.cells if one.outcome == "unknown"] == ["Nebensache"]


def test_that_links_are_those_of_the_entry_and_open_no_scripts() -> None:
    links = ["https://example.org/a", "javascript:alert(1)"]
    found = read({"Skills": skills(("Link", links))})
    assert not found.ladder.skills[0].links  # one of them is none, so the column is a remark
    found = read({"Skills": skills(("URL", ["https://example.org/a", "https://example.org/b"]))})
    assert [one.links[0].url for one in found.ladder.skills] == [
        "https://example.org/a", "https://example.org/b"]  # fmt: skip


def test_that_the_address_behind_a_word_is_the_link() -> None:
    book = book_of({"Skills": skills(("Link", ["Guide", "More"]))})
    for cell, page in (("E2", "a"), ("E3", "b")):
        book.worksheets[0][cell].hyperlink = f"https://example.org/{page}"
    workbook = workbook_of(saved(book), "file.xlsx")
    link = applied(workbook, recognised(workbook)).ladder.skills[0].links[0]
    assert (link.title, link.url) == ("Guide", "https://example.org/a")


def test_that_links_behind_other_words_are_said_with_their_places() -> None:
    book = book_of({"Bread": across("P1", "P2")})
    book.worksheets[0]["B2"].hyperlink = "https://example.org/a"
    workbook = workbook_of(saved(book), "file.xlsx")
    notes = applied(workbook, recognised(workbook)).notes
    assert any("links behind words (B2)" in note for note in notes)


def test_that_keys_are_kept_and_counts_of_rows_are_not() -> None:
    heads = ["ID", "Skill", "Description"]
    rows: Rows = [heads, ["SK-7", "Dough", SERVES], ["SK-9", "Oven", LEADS]]
    assert [one.external_id for one in read({"List": rows}).ladder.skills] == ["SK-7", "SK-9"]
    counted: Rows = [[at or row[0], *row[1:]] for at, row in enumerate(rows)]
    assert [one.external_id for one in read({"List": counted}).ladder.skills] == ["", ""]


def test_that_pay_of_three_columns_is_one_range() -> None:
    heads = ["Family", "Level", "Title", "Max", "Min", "Mid", "Currency"]
    rows: Rows = [heads, ["Cook", "P1", "Cook 1", 30000, 20000, 25000, "EUR"],
            ["Cook", "P2", "Cook 2", 40000, 30000, 35000, "EUR"]]  # fmt: skip
    pay = read({"Pay": rows}).ladder.families[0].profiles[0].pay
    assert pay is not None
    (found,) = pay.ranges
    assert (found.min, found.mid, found.max, found.currency) == (20000, 25000, 30000, "EUR")


def test_that_pay_without_a_currency_is_said_as_it_is_written() -> None:
    rows: Rows = [["Family", "Level", "Title", "Min", "Max"], ["Cook", "P1", "Cook", 20000, 30000],
            ["Cook", "P2", "Chef", 30000, 40000]]  # fmt: skip
    pay = read({"Pay": rows}).ladder.families[0].profiles[0].pay
    assert pay is not None
    assert (pay.ranges, pay.note) == ((), "20000 – 30000")


def test_that_codes_of_occupations_are_those_of_the_family() -> None:
    heads = ["Family", "Level", "Title", "SOC code"]
    rows: Rows = [heads, ["Cook", "P1", "Cook", "35-2014"], ["Cook", "P2", "Chef", "35-1011.00"]]
    codes = read({"Jobs": rows}).ladder.families[0].occupations
    assert [(one.scheme, one.code) for one in codes] == [
        ("soc-2018", "35-2014"), ("onet-soc", "35-1011.00")]  # fmt: skip


def test_that_several_texts_of_a_step_are_a_list() -> None:
    more: Rows = [["Dough", SERVES, LEADS], [None, "Also: " + SERVES, ""], ["Oven", SERVES, LEADS]]
    rows: Rows = [["Skill", "Basic", "Expert"], *more]
    dough = read({"Skills": rows}).ladder.skills[0]
    assert getattr(dough.proficiencies["basic"], "statements", ()) == (SERVES, "Also: " + SERVES)
    assert dough.proficiencies["expert"] == LEADS


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("RequiredProficiency", "proficiency"),
        ("skill_name", "skill"),
        ("competency_id", "id"),
        ("job_family", "family"),
        ("max_level", "score"),
        ("Pay min", "pay"),
        ("O*NET-SOC", "occupation"),
    ],
)
def test_that_heads_of_databases_are_understood(head: str, role: str) -> None:
    assert head_role(head) == role


def test_that_levels_in_a_row_of_data_are_not_across() -> None:
    rows = [["family", "level_order", "level_title", "grade", "short_name"]]
    for family, job, short in (("Sales Support", "Sales Seller", "SS"), ("Books", "Clerk", "Clk")):
        places = ("{} I", "{} II", "Sr {}", "Lead {}", "Principal {}")
        for number, place in enumerate(places, 1):
            called = place.format(short) if number < 4 else place.split()[0]
            grade = f"0{3 + number // 4} - {number + 4}C"
            rows.append([family, str(number), place.format(job), grade, called])
    ladder = read({"Levels": rows}).ladder
    assert [one.name for one in ladder.families] == ["Sales Support", "Books"]
    assert ladder.families[1].profiles[2].title == "Sr Clerk"


def test_that_the_coarser_of_two_columns_of_competencies_has_the_groups() -> None:
    rows = [["Dimension", "Competence", "Description"]]
    rows += [["Craft", "Dough", SERVES], ["Craft", "Oven", LEADS], ["Shop", "Till", SERVES + "!"]]
    found = read({"List": rows}).ladder.competencies
    assert [(one.group, one.name) for one in found] == [
        ("Craft", "Dough"), ("Craft", "Oven"), ("Shop", "Till")]  # fmt: skip


def test_that_numbers_are_no_competencies() -> None:
    heads = ["Dimension", "Competence", "Description"]
    rows: Rows = [heads, [1, "Dough", SERVES], [2, "Oven", LEADS]]
    assert [one.name for one in read({"List": rows}).ladder.competencies] == ["Dough", "Oven"]


def test_that_skills_of_jobs_without_levels_are_a_list_of_skills() -> None:
    rows = [["role_title", "skill_name"], ["Baker Trainee", "Dough"], ["Baker Trainee", "Oven"]]
    ladder = read({"List": [*rows, ["Pastry Trainee", "Dough"]]}).ladder
    assert [one.name for one in ladder.skills] == ["Dough", "Oven"] and not ladder.levels


def test_that_lists_of_skills_in_cells_are_not_one_skill() -> None:
    rows = [["role", "skills"], ["Baker", "Dough, Oven"], ["Clerk", "Till, Cash, Stock"]]
    assert not read({"List": rows}).count("taken")


# -- comments -----------------------------------------------------------------------------------


def test_that_comments_on_cells_are_listed_with_who_wrote_them() -> None:
    book = book_of({"Bread": across("P1", "P2")})
    book.worksheets[0]["B2"].comment = Comment("Too easy?", "Ines")
    book.worksheets[0]["F9"].comment = Comment("Ask Tom", "Ines")
    found = import_workbook(workbook_of(saved(book), "file.xlsx"))
    first, second = found.applied.comments
    assert (first.cell, first.text, first.author) == ("B2", "Too easy?", "Ines")
    assert first.address == "families/bread/P1/expectations/serving/0"
    assert (second.cell, second.address) == ("F9", "")
    left = [(one.cell, one.text) for one in found.result.left_out]
    assert left == [("B2", "Too easy?"), ("F9", "Ask Tom")]


def test_that_an_organisation_chart_is_no_ladder() -> None:
    rows = [["Position", "Reports to", "Holder", "Grade"]]
    people = ("Amara Osei", "Jonas Weber", "Mei Tanaka")
    rows += [[f"Clerk {n}", "Head", name, f"P{n}"] for n, name in enumerate(people, 1)]
    assert not read({"Chart": rows}).count("taken")


# -- slips --------------------------------------------------------------------------------------


def test_that_a_level_whose_head_is_there_twice_keeps_all_texts_and_is_said() -> None:
    texts = [f"{SERVES}, in way {number}" for number in "abc"]
    rows = [["Topic", "Junior Cook", "Junior Cook", "Cook"], ["Serving", *texts]]
    found = read({"Kitchen": [*rows, ["Counting", *(f"{text} too" for text in texts)]]})
    junior, cook = found.ladder.families[0].profiles
    assert junior.expectations["serving"] == (texts[0], texts[1])
    assert cook.expectations["serving"] == (texts[2],)
    assert any("“Junior Cook” more than once (B1, C1)" in note for note in found.notes)


def test_that_two_tables_side_by_side_are_not_taken_for_one() -> None:
    heads = ["Junior Cook", "Cook"]
    rows = [["Topic", *heads, *heads], ["Serving", SERVES, LEADS, "x" * 30, "y" * 30]]
    rows += [["Counting", SERVES + " too", LEADS + " too", "v" * 30, "w" * 30]]
    found = read({"Kitchen": rows})
    assert [one.expectations["serving"] for one in found.ladder.families[0].profiles] == [
        (SERVES,), (LEADS,)]  # fmt: skip


def test_that_dates_among_texts_are_said_with_their_places() -> None:
    book = book_of({"Bread": across("P1", "P2")})
    book.worksheets[0]["C3"] = date(2026, 3, 5)
    workbook = workbook_of(saved(book), "file.xlsx")
    notes = applied(workbook, recognised(workbook)).notes
    assert any("dates where texts are (C3)" in note for note in notes)


def test_that_formulas_without_a_value_are_said_with_their_places() -> None:
    book = book_of({"Bread": across("P1", "P2")})
    book.worksheets[0]["B2"] = "=A1"
    assert "(B2)" in workbook_of(saved(book), "file.xlsx").notes[0]


def test_that_the_error_of_a_formula_is_left_out() -> None:
    book = book_of({"Bread": across("P1", "P2")})
    book.worksheets[0]["B2"] = "#REF!"
    workbook = workbook_of(saved(book), "file.xlsx")
    found = applied(workbook, recognised(workbook))
    assert [one.reason for one in found.cells if one.cell == "B2"] == [
        "the formula of the cell has no result"
    ]


def test_that_a_million_rows_of_commas_below_a_table_are_no_hindrance() -> None:
    rows = "\n".join(",".join(map(str, row)) for row in across("P1", "P2")).replace(", as", " as")
    workbook = workbook_of((rows + "\n" + ",,\n" * 1_000_001).encode(), "file.csv")
    assert len(workbook.grids[0].rows) == 3


def test_that_a_picture_is_named_when_nothing_else_is_there() -> None:
    workbook = Workbook("file.xlsx", (Grid("Sheet", ()),), ("Sheet “Sheet” has 1 picture.",))
    with pytest.raises(ImportRefused, match="has 1 picture"):
        import_workbook(workbook)
