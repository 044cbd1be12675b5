"""Sheets as offices keep them: tracks, catalogues of jobs, ids, links and importance."""

from typing import Any

from openpyxl import Workbook as Book
from openpyxl.comments import Comment
from openpyxl.styles import Font
from tests.exchange.tables.shapes.across import GREY, sheet
from tests.exchange.tables.shapes.corpus import Label, Labels, corpus, listed, shape

Rows = list[list[Any]]
LEADING = ("M1", "M2")


def of_levels(trade: str, family: str, levels: tuple[str, ...], head: str) -> Rows:
    """Return the matrix of a family whose levels have these names."""
    rows: Rows = [[head, *levels]]
    return rows + [[name, *map(listed, texts)] for _, name, texts in corpus(trade).rows(family)]


def said(trade: str, family: str, levels: tuple[str, ...], called: str) -> Labels:
    """Return the labels of such a matrix."""
    return corpus(trade).labels(family, levels, called)


@shape(held_back=False)
def office_sheets_of_tracks() -> tuple[dict[str, Book], Labels]:
    codes = corpus("retail").codes
    book = Book()
    sheet(book, "IC", of_levels("retail", "Retail", codes, "Topic"), first=True)
    sheet(book, "Management", of_levels("retail", "Leading shops", LEADING, "Topic"))
    return {"Retail ladder 2026.xlsx": book}, (
        *said("retail", "Retail", codes, "Retail"),
        *said("retail", "Leading shops", LEADING, "Retail"),
        Label("track", "", "IC1", "", "IC"),
        Label("track", "", "M1", "", "Management"),
    )


@shape(held_back=False)
def office_sheets_of_family_and_track() -> tuple[Book, Labels]:
    codes = corpus("retail").codes
    book = Book()
    sheet(book, "Retail - IC", of_levels("retail", "Retail", codes, "Topic"), first=True)
    sheet(book, "Retail - Management", of_levels("retail", "Leading shops", LEADING, "Topic"))
    sheet(
        book, "Bricklaying - IC", of_levels("building", "Bricklaying", ("T1", "T2", "T3", "T4"), "")
    )
    return book, (
        *said("retail", "Retail", codes, "Retail"),
        *said("retail", "Leading shops", LEADING, "Retail"),
        *said("building", "Bricklaying", ("T1", "T2", "T3", "T4"), "Bricklaying"),
    )


@shape(held_back=False)
def office_catalogue_without_family() -> tuple[Book, Labels]:
    rows: Rows = [["Job Title", "Level", "Purpose", "Pay min", "Pay max", "Currency", "SOC code"]]
    labels: list[Label] = []
    jobs = {"Accountant": "13-2011", "Payroll Specialist": "43-3051"}
    for job, code in jobs.items():
        for number, rank in enumerate(("Junior ", "", "Senior "), 1):
            low, high = 28000 + 9000 * number, 36000 + 9000 * number
            purpose = f"Keeps the books of the {number}. kind in the {job.casefold()} team"
            rows.append([rank + job, f"P{number}", purpose, low, high, "EUR", code])
            labels.append(Label("title", job, f"P{number}", "", rank + job))
            labels.append(Label("pay", job, f"P{number}", "", f"{low}-{high} EUR"))
        labels.append(Label("occupation", job, "", "", code))
    book = Book()
    sheet(book, "Job catalogue", rows, first=True)
    return book, tuple(labels)


@shape(held_back=False)
def office_skills_with_importance() -> tuple[Book, Labels]:
    rows: Rows = [["Role", "Level", "Skill", "Proficiency", "Importance", "Link"]]
    labels: list[Label] = []
    asked = {
        "P1": (("Estimating", "Basic", "Supporting"), ("Drawing plans", "Advanced", "Core")),
        "P2": (("Estimating", "Advanced", "Core"), ("Drawing plans", "Expert", "Core")),
    }
    for level, skills in asked.items():
        for name, step, importance in skills:
            link = f"https://example.org/skills/{name[:4].casefold()}"
            rows.append(["Site Planner", level, name, step, importance, link])
            labels.append(Label("use", "Site Planner", level, name, step))
            labels.append(Label("importance", "Site Planner", level, name, importance.casefold()))
            labels.append(Label("link", "", "", name, link))
    book = Book()
    sheet(book, "Skills by role", rows, first=True)
    return book, tuple(dict.fromkeys(labels))


@shape(held_back=False)
def office_list_with_ids() -> tuple[Book, Labels]:
    rows: Rows = [["ID", "Competency", "Area", "Definition", "More at"]]
    labels: list[Label] = []
    for number, (group, name, texts) in enumerate(corpus("building").rows("Bricklaying"), 1):
        key, link = f"CMP-{number:03d}", f"https://example.org/c/{number}"
        about = f"All about it: {texts[0].casefold()} and more"
        rows.append([key, name, group, about, link])
        labels.append(Label("entry", group, "", name, about))
        labels.append(Label("id", "", "", name, key))
        labels.append(Label("link", "", "", name, link))
    book = Book()
    sheet(book, "Competencies", rows, first=True)
    return book, tuple(labels)


@shape(held_back=False)
def office_several_texts_of_a_step() -> tuple[Book, Labels]:
    steps = ["Basic", "Advanced", "Expert"]
    rows: Rows = [["Skill"], [""]]
    for step in steps:
        rows[0] += [step, None]
        rows[1] += ["Knowledge", "Behaviour"]
    labels: list[Label] = []
    for _, name, texts in corpus("retail").rows("Retail"):
        row: list[Any] = [name]
        for step, text in zip(steps, texts, strict=True):
            known = f"Knows what it takes so that somebody {text.split()[0].casefold()} it"
            row += [known, text]
            labels += [Label("step", "", step, name, one) for one in (known, text)]
        rows.append(row)
    book = Book()
    made = sheet(book, "Skill library", rows, first=True)
    for merged in ("B1:C1", "D1:E1", "F1:G1"):
        made.merge_cells(merged)
    return book, tuple(labels)


@shape(held_back=False)
def office_profiles_with_codes_and_pay() -> tuple[Book, Labels]:
    heads = ["Job Family", "Level", "Job Title", "O*NET-SOC", "Min", "Mid", "Max", "Currency"]
    rows: Rows = [heads]
    labels: list[Label] = []
    for family, code in (("Bricklaying", "47-2021.00"), ("Roofing", "47-2181.00")):
        for number in (1, 2, 3):
            low = 20000 + 5000 * number
            title = f"{family} Worker {number}"
            rows.append([family, f"T{number}", title, code, low, low + 4000, low + 8000, "GBP"])
            labels.append(Label("title", family, f"T{number}", "", title))
            labels.append(Label("pay", family, f"T{number}", "", f"{low}-{low + 8000} GBP"))
        labels.append(Label("occupation", family, "", "", code))
    book = Book()
    sheet(book, "Jobs and pay", rows, first=True)
    return book, tuple(labels)


@shape(held_back=False)
def office_comments_in_cells() -> tuple[Book, Labels]:
    book = Book()
    rows = of_levels("building", "Bricklaying", corpus("building").levels, "Competency")
    made = sheet(book, "Bricklaying", rows, first=True)
    made["B2"].comment = Comment("Check with the union", "Ines Alder")
    made["D4"].comment = Comment("Ines Alder:\nToo high for this level?", "Ines Alder")
    made["A1"].comment = Comment("Agreed in March", "Tomas")
    return book, corpus("building").labels("Bricklaying")


@shape(held_back=False)
def office_cover_lists_and_sign_off() -> tuple[dict[str, Book], Labels]:
    one = corpus("building")
    book = Book()
    cover = sheet(book, "Cover", [["Career framework of the building trades"], []], first=True)
    cover.append(["This workbook says what is expected from helpers to supervisors."])
    sheet(book, "Lists", [["Ratings", "Yes/No"], ["1", "Yes"], ["2", "No"], ["3", ""]])
    made = sheet(book, "Matrix", [["", "Bricklaying"], ["Area", "Skill", *one.levels]])
    for group, name, texts in one.rows("Bricklaying"):
        made.append([group, name, *texts])
    made.append([])
    made.append(["Signed:", "", "Date:", ""])
    made.append(["Reviewed by the board in spring, valid until further notice."])
    for cell in made[2]:
        cell.fill, cell.font = GREY, Font(bold=True)
    return {"Bricklaying framework.xlsx": book}, one.labels("Bricklaying")


@shape(held_back=False)
def office_factors_by_level() -> tuple[Book, Labels]:
    levels = ["P1", "P2", "P3", "M1", "M2"]
    about = {
        "Scope": "Works within {} with tasks of that size",
        "Autonomy": "Decides alone about {} and reports afterwards",
        "Impact": "Mistakes are felt in {} for some time",
    }
    sizes = ["a task", "a project", "a department", "a team of five", "several teams"]
    rows: Rows = [["Level guide for everybody"], [], ["Dimension", *levels]]
    labels: list[Label] = []
    for name, how in about.items():
        texts = [how.format(size) for size in sizes]
        rows.append([name, *texts])
        labels += [
            Label("statement", "", level, name, text)
            for level, text in zip(levels, texts, strict=True)
        ]
    book = Book()
    sheet(book, "Level guide", rows, first=True)
    return book, tuple(labels)


@shape(held_back=False)
def office_grid_of_titles() -> tuple[Book, Labels]:
    levels = ["P1", "P2", "P3", "P4"]
    grid = {
        "Accounting": ["Accountant I", "Accountant II", "Senior Accountant", None],
        "Payroll": ["Payroll Clerk", "Payroll Specialist", None, "Payroll Lead"],
        "Treasury": [None, "Treasury Analyst", "Senior Treasury Analyst", "Treasury Expert"],
    }
    rows: Rows = [["Job Family", *levels], *([family, *titles] for family, titles in grid.items())]
    labels = [
        Label("title", family, level, "", title)
        for family, titles in grid.items()
        for level, title in zip(levels, titles, strict=True)
        if title
    ]
    book = Book()
    sheet(book, "Title grid", rows, first=True)
    return book, tuple(labels)
