"""Shapes that were written when the others were read well, all held back."""

from typing import Any

from openpyxl import Workbook as Book
from tests.exchange.tables.shapes.across import sheet
from tests.exchange.tables.shapes.corpus import Label, Labels, corpus, listed, shape


@shape(held_back=True)
def late_tracks_above_codes_and_titles() -> tuple[Book, Labels]:
    one = corpus("software")
    codes = ["L1", "L2", "L3", "M1", "M2"]
    titles = ["Analyst", "Senior Analyst", "Lead Analyst", "Manager", "Director"]
    rows: list[list[Any]] = [
        ["", "Individual contributor", "", "", "Management", ""],
        ["", *codes],
        ["", *titles],
    ]
    rows += [[name, *map(listed, texts)] for _, name, texts in one.rows("Data Engineering")]
    book = Book()
    made = sheet(book, "Analytics", rows, first=True)
    made.merge_cells("B1:D1")
    made.merge_cells("E1:F1")
    return book, one.labels("Data Engineering", codes, called="Analytics")


@shape(held_back=True)
def late_numbers_as_heads() -> tuple[Book, Labels]:
    one = corpus("bakery")
    rows: list[list[Any]] = [["Skill", 1, 2, 3, 4]]
    rows += [[name, *map(listed, texts)] for _, name, texts in one.rows("Bread")]
    book = Book()
    sheet(book, "Bread", rows, first=True)
    return book, one.labels("Bread", ["1", "2", "3", "4"])


@shape(held_back=True)
def late_table_off_the_corner() -> tuple[Book, Labels]:
    one = corpus("nursing")
    rows: list[list[Any]] = [[], ["", "", "Nursing ladder"], ["", "", "Valid from May"], [], []]
    rows += [["", "", "Topic", *one.levels]]
    rows += [["", "", name, *texts] for _, name, texts in one.rows("Ward Nursing")]
    rows[7] += ["", "Owner: Ines Alder"]
    book = Book()
    sheet(book, "Sheet1", rows, first=True)
    return {"Ward_Nursing_v4.xlsx": book}, one.labels("Ward Nursing")  # type: ignore[return-value]


@shape(held_back=True)
def late_roman_levels() -> tuple[Book, Labels]:
    one = corpus("software")
    levels = ["Engineer I", "Engineer II", "Senior Engineer I", "Senior Engineer II", "Principal"]
    rows: list[list[Any]] = [["Attribute", "Definition", *levels]]
    for _, name, texts in one.rows("Backend Engineering"):
        rows.append(
            [name, f"What {name.casefold()} means to us in daily work", *map(listed, texts)]
        )
    book = Book()
    sheet(book, "Backend", rows, first=True)
    return book, one.labels("Backend Engineering", levels, called="Backend")


@shape(held_back=True)
def late_german_long() -> tuple[dict[str, bytes], Labels]:
    one = corpus("vertrieb")
    lines = ["Jobfamilie;Karrierestufe;Kompetenzbereich;Kompetenz;Verhaltensanker;Gewichtung"]
    for family in one.families:
        for group, name, texts in one.rows(family):
            for level, text in zip(one.levels, texts, strict=True):
                lines.append(f"{family};{level};{group};{name};{text};2")
    data = "\n".join(lines).encode("utf-8-sig")
    return {"export.csv": data}, tuple(x for f in one.families for x in one.labels(f))


@shape(held_back=True)
def late_sheet_per_competency() -> tuple[Book, Labels]:
    topics = {
        "Communication": {"Writing": "notes", "Speaking": "talks"},
        "Leadership": {"Coaching": "colleagues", "Deciding": "plans"},
    }
    how = [
        "Reads {} with help",
        "Makes short {} alone",
        "Improves {} of a team",
        "Sets how {} are made",
    ]
    levels = ["L1", "L2", "L3", "L4"]
    book = Book()
    labels: list[Label] = []
    for number, (topic, parts) in enumerate(topics.items()):
        rows: list[list[Any]] = [["Skill", *levels]]
        for name, what in parts.items():
            texts = [one.format(f"{what} of the {name.casefold()} kind") for one in how]
            rows.append([name, *texts])
            labels += [
                Label("statement", "", level, name, text)
                for level, text in zip(levels, texts, strict=True)
            ]
        sheet(book, topic, rows, first=number == 0)
    return book, tuple(labels)


@shape(held_back=True)
def late_levels_over_rows() -> tuple[Book, Labels]:
    one = corpus("cuisine")
    book = Book()
    made = sheet(book, "Cuisine", [["Niveau", "Compétence", "Attendus"]], first=True)
    for at, level in enumerate(one.levels):
        start = made.max_row + 1
        for number, (_, name, texts) in enumerate(one.rows("Cuisine")):
            made.append([None if number else level, name, texts[at]])
        made.merge_cells(f"A{start}:A{made.max_row}")
    return book, one.labels("Cuisine")


@shape(held_back=True)
def late_french_numbered_heads() -> tuple[Book, Labels]:
    one = corpus("cuisine")
    heads = [f"Niveau {n} : {level}" for n, level in enumerate(one.levels, 1)]
    rows: list[list[Any]] = [
        ["Grille des métiers – Cuisine"],
        [],
        ["Compétence", "Pondération", *heads],
    ]
    rows += [[name, 25, *texts] for _, name, texts in one.rows("Cuisine")]
    rows += [["Total", 100]]
    book = Book()
    sheet(book, "Cuisine", rows, first=True)
    return book, one.labels("Cuisine", heads)


@shape(held_back=True)
def late_job_catalogue_with_pay() -> tuple[Book, Labels]:
    jobs = {"Accounting": "Accountant", "Payroll": "Payroll Specialist"}
    rows: list[list[Any]] = [
        ["Function", "Family", "Level", "Job title", "Years of experience", "Salary range"]
    ]
    labels: list[Label] = []
    for family, job in jobs.items():
        for number, rank in enumerate(("Junior ", "", "Senior "), 1):
            years, pay = (
                f"{number * 2 - 2}-{number * 2}",
                f"EUR {30 + number * 8},000 - {40 + number * 8},000",
            )
            rows.append(["Finance", family, f"P{number}", f"{rank}{job}", years, pay])
            labels.append(Label("profile", family, f"P{number}", "", ""))
    book = Book()
    sheet(book, "Catalogue", rows, first=True)
    return book, tuple(labels)


@shape(held_back=True)
def late_highest_first_down() -> tuple[Book, Labels]:
    one = corpus("analise")
    table = list(one.rows("Análise"))
    rows: list[list[Any]] = [["Senioridade", *(name for _, name, _ in table)]]
    down = reversed(range(len(one.levels)))
    rows += [[one.levels[at], *(texts[at] for _, _, texts in table)] for at in down]
    book = Book()
    sheet(book, "Análise", rows, first=True)
    return book, one.labels("Análise")


@shape(held_back=True)
def late_ratings_behind_the_levels() -> tuple[Book, Labels]:
    one = corpus("bakery")
    rows: list[list[Any]] = [
        ["Name of employee:", "", "", "", "", "", ""],
        [],
        ["Competency", *one.levels, "Self rating", "Manager rating"],
    ]
    rows += [
        [name, *(t.replace("|", "\n") for t in texts), "", ""]
        for _, name, texts in one.rows("Pastry")
    ]
    book = Book()
    sheet(book, "Pastry", rows, first=True)
    return book, one.labels("Pastry")


@shape(held_back=True)
def late_text_and_example_per_level() -> tuple[Book, Labels]:
    one = corpus("giardino")
    rows: list[list[Any]] = [["Competenza"], [""]]
    for level in one.levels:
        rows[0] += [level, None]
        rows[1] += ["Descrizione", "Esempi"]
    for _, name, texts in one.rows("Giardinaggio"):
        row: list[Any] = [name]
        for text in texts:
            row += [text, f"per esempio {text.split()[-1]}"]
        rows.append(row)
    book = Book()
    made = sheet(book, "Giardinaggio", rows, first=True)
    for merged in ("B1:C1", "D1:E1", "F1:G1", "H1:I1"):
        made.merge_cells(merged)
    return book, one.labels("Giardinaggio")


@shape(held_back=True)
def late_families_in_merged_rows() -> tuple[Book, Labels]:
    one = corpus("vertrieb")
    book = Book()
    made = sheet(book, "Gesamt", [["Rolle", "Kompetenz", *one.levels]], first=True)
    for family in one.families:
        start = made.max_row + 1
        for number, (_, name, texts) in enumerate(one.rows(family)):
            made.append([None if number else family, name, *texts])
        made.merge_cells(f"A{start}:A{made.max_row}")
    return book, tuple(x for family in one.families for x in one.labels(family))


@shape(held_back=True)
def late_museum_with_groups() -> tuple[Book, Labels]:
    one = corpus("museum")
    rows: list[list[Any]] = [["Part", "Topic", *one.levels]]
    rows += [[group, name, *texts] for group, name, texts in one.rows("Curation")]
    book = Book()
    sheet(book, "Curation", rows, first=True)
    return book, one.labels("Curation")


@shape(held_back=True)
def late_people_without_mail() -> tuple[Book, Labels]:
    rows: list[list[Any]] = [["Name", "Role", "Level", "Location"]]
    for name, role, level in (
        ("Amara Osei", "Backend Engineer", "IC3"),
        ("Jonas Weber", "Backend Engineer", "IC2"),
        ("Mei Tanaka", "Data Engineer", "IC4"),
        ("Luis Prieto", "Data Engineer", "IC1"),
        ("Sara Lind", "Backend Engineer", "IC2"),
    ):
        rows.append([name, role, level, "Lisbon"])
    book = Book()
    sheet(book, "Team", rows, first=True)
    return book, ()


@shape(held_back=True)
def late_people_by_skill_and_level() -> tuple[Book, Labels]:
    rows: list[list[Any]] = [["Employee", "Current level", "Python", "SQL", "Next step"]]
    for name, level in (("Amara Osei", "IC3"), ("Jonas Weber", "IC2"), ("Mei Tanaka", "IC4")):
        rows.append([name, level, 3, 2, "Leads a larger project with two other teams this year"])
    book = Book()
    sheet(book, "Development", rows, first=True)
    return book, ()


@shape(held_back=True)
def late_budget() -> tuple[Book, Labels]:
    rows: list[list[Any]] = [["Item", "Jan", "Feb", "Mar", "Total"]]
    rows += [[item, 100, 120, 90, 310] for item in ("Travel", "Training", "Licences")]
    book = Book()
    sheet(book, "Budget", rows, first=True)
    return book, ()


@shape(held_back=True)
def late_interview_form() -> tuple[Book, Labels]:
    rows: list[list[Any]] = [
        ["Candidate:", "", "Interviewer:", ""],
        ["Position:", "Backend Engineer", "Date:", ""],
        [],
        ["Question", "Poor", "Good", "Excellent", "Notes"],
        ["How would you store a large file?", "", "", "", ""],
        ["Tell us about a conflict you solved.", "", "", "", ""],
    ]
    book = Book()
    sheet(book, "Interview", rows, first=True)
    return book, ()


@shape(held_back=True)
def late_project_tasks() -> tuple[Book, Labels]:
    rows: list[list[Any]] = [["Task", "Owner", "Status", "Due", "Description"]]
    for number in range(1, 6):
        what = f"Prepare the launch of part {number} with everybody who is involved in it"
        rows.append([f"Task {number}", "Ines", "open", "2026-03-01", what])
    book = Book()
    sheet(book, "Plan", rows, first=True)
    return book, ()
