"""Shapes of several sheets, of proficiencies, and workbooks that hold no ladder."""

from typing import Any

from openpyxl import Workbook as Book
from tests.exchange.tables.shapes.across import matrix, sheet
from tests.exchange.tables.shapes.corpus import Label, Labels, corpus, shape


@shape(held_back=True)
def sheet_per_family() -> tuple[Book, Labels]:
    one = corpus("software")
    book = Book()
    about = [
        ["How to use this workbook"],
        ["Each sheet is one family. Read the sheet of your family with your manager."],
        ["Version 3, owned by the people team"],
    ]
    sheet(book, "Read me", about, first=True)
    sheet(book, "Backend Engineering", matrix("software", "Backend Engineering"))
    sheet(book, "Data Engineering", matrix("software", "Data Engineering"))
    old = sheet(book, "Backend old", matrix("software", "Backend Engineering"))
    old.sheet_state = "hidden"
    return book, (*one.labels("Backend Engineering"), *one.labels("Data Engineering"))


@shape(held_back=False)
def sheet_per_competency_with_scores() -> tuple[Book, Labels]:
    steps = ["Beginner", "Intermediate", "Advanced", "Expert"]
    one = corpus("bakery")
    book = Book()
    labels: list[Label] = []
    for number, family in enumerate(one.families):
        head: list[Any] = ["Skill"]
        for step in steps:
            head += [step, "Score"]
        rows = [head]
        for _, name, texts in one.rows(family):
            row: list[Any] = [f"{family} {name.casefold()}"]
            for at, text in enumerate(texts):
                said = text.split("|")[0]
                row += [said, at + 1]
                labels.append(Label("step", "", steps[at], f"{family} {name.casefold()}", said))
            rows.append(row)
        sheet(book, family, rows, first=number == 0)
    return book, tuple(labels)


@shape(held_back=True)
def proficiencies_across_spanish() -> tuple[Book, Labels]:
    one = corpus("atencion")
    book = Book()
    rows = matrix("atencion", "Atención al cliente", "Habilidad")
    sheet(book, "Habilidades", rows, first=True)
    labels = one.labels("Atención al cliente")
    return book, tuple(Label("step", "", x.level, x.competency, x.text) for x in labels)


@shape(held_back=False)
def numbers_under_levels() -> tuple[Book, Labels]:
    asked: dict[str, list[int | None]] = {
        "Python": [1, 2, 3, 4, 4],
        "SQL": [1, 2, 3, 3, 4],
        "Testing": [0, 1, 2, 3, 3],
        "Public speaking": [None, None, 1, 2, 3],
    }
    levels = corpus("software").levels
    rows: list[list[Any]] = [["Skill", *levels]]
    rows += [[skill, *steps] for skill, steps in asked.items()]
    book = Book()
    sheet(book, "Developer", rows, first=True)
    return book, tuple(
        Label("use", "Developer", level, skill, str(step))
        for skill, steps in asked.items()
        for level, step in zip(levels, steps, strict=True)
        if step is not None
    )


@shape(held_back=True)
def proficiency_words_under_levels() -> tuple[Book, Labels]:
    asked = {
        "Potatura": ["Base", "Intermedio", "Avanzato", "Esperto"],
        "Semina": ["Base", "Base", "Intermedio", "Avanzato"],
        "Irrigazione": ["n/a", "Base", "Intermedio", "Avanzato"],
    }
    levels = corpus("giardino").levels
    rows: list[list[Any]] = [["Competenza", *levels]]
    rows += [[skill, *steps] for skill, steps in asked.items()]
    book = Book()
    sheet(book, "Giardinaggio", rows, first=True)
    return book, tuple(
        Label("use", "Giardinaggio", level, skill, step)
        for skill, steps in asked.items()
        for level, step in zip(levels, steps, strict=True)
        if step != "n/a"
    )


@shape(held_back=False)
def forms_and_hidden_sheets() -> tuple[Book, Labels]:
    one = corpus("bakery")
    book = Book()
    made = sheet(book, "Bread", matrix("bakery", "Bread"), first=True)
    made.cell(7, 1, "=COUNTA(B2:E5)")
    form: list[list[Any]] = [
        ["Employee name:", ""],
        ["Manager:", ""],
        ["Date of talk:", ""],
        [],
        ["Competency", "Self rating", "Manager rating", "Evidence"],
        *([name, "", "", ""] for _, name, _ in one.rows("Bread")),
    ]
    sheet(book, "Self assessment", form)
    hidden = sheet(book, "Lists", [["Yes"], ["No"], ["Maybe"]])
    hidden.sheet_state = "hidden"
    return book, one.labels("Bread")


@shape(held_back=True)
def people_table() -> tuple[Book, Labels]:
    people = [
        ["Amara Osei", "amara@example.org", "Backend Engineering", "IC3", "Senior Engineer"],
        ["Jonas Weber", "jonas@example.org", "Backend Engineering", "IC2", "Engineer"],
        ["Mei Tanaka", "mei@example.org", "Data Engineering", "IC4", "Staff Engineer"],
        ["Luis Prieto", "luis@example.org", "Data Engineering", "IC1", "Junior Engineer"],
        ["Sara Lind", "sara@example.org", "Backend Engineering", "IC2", "Engineer"],
    ]
    rows: list[list[Any]] = [["Employee", "E-mail", "Family", "Level", "Title", "Salary", "Start"]]
    rows += [[*one, 50_000 + at * 3_000, "2024-03-01"] for at, one in enumerate(people)]
    book = Book()
    sheet(book, "Staff", rows, first=True)
    return book, ()


@shape(held_back=True)
def people_ratings() -> tuple[Book, Labels]:
    names = ["Amara", "Jonas", "Mei", "Luis"]
    rows: list[list[Any]] = [["Skill", *names]]
    rows += [[skill, 3, 2, 4, 1] for skill in ("Python", "SQL", "Testing", "Docker")]
    book = Book()
    sheet(book, "Team skills", rows, first=True)
    return book, ()


@shape(held_back=False)
def assessment_form() -> tuple[Book, Labels]:
    rows: list[list[Any]] = [
        ["Performance review"],
        ["Name", "", "Reviewer", ""],
        ["Period", "", "Date", ""],
        [],
        ["Goal", "Rating", "Comments"],
        ["Delivers on time", 3, "Missed one date"],
        ["Works with others", 4, ""],
        ["Learns", 3, "Took a course in spring"],
        ["Signature", "", ""],
    ]
    book = Book()
    sheet(book, "Review", rows, first=True)
    return book, ()


@shape(held_back=True)
def headcount_summary() -> tuple[Book, Labels]:
    one = corpus("software")
    book = Book()
    sheet(book, "Backend Engineering", matrix("software", "Backend Engineering"), first=True)
    counts: list[list[Any]] = [["Department", *one.codes, "Total"]]
    counts += [["Backend", 4, 9, 6, 2, 1, 22], ["Data", 2, 5, 4, 1, 0, 12]]
    counts += [["Total", 6, 14, 10, 3, 1, 34]]
    sheet(book, "Headcount", counts)
    return book, one.labels("Backend Engineering")


@shape(held_back=False)
def second_version() -> tuple[Book, Labels]:
    one = corpus("bakery")
    book = Book()
    sheet(book, "Pastry", matrix("bakery", "Pastry"), first=True)
    sheet(book, "Pastry (old)", matrix("bakery", "Pastry"))
    return book, one.labels("Pastry")


@shape(held_back=True)
def levels_that_differ_by_family() -> tuple[Book, Labels]:
    one = corpus("bakery")
    book = Book()
    labels: list[Label] = []
    ranks = ["Junior", "", "Senior", "Lead"]
    for number, (family, job) in enumerate({"Bread": "Baker", "Pastry": "Confectioner"}.items()):
        levels = [f"{rank} {job}".strip() for rank in ranks]
        rows: list[list[Any]] = [["Competency", *levels]]
        rows += [[name, *(t.split("|")[0] for t in texts)] for _, name, texts in one.rows(family)]
        sheet(book, family, rows, first=number == 0)
        for _, name, texts in one.rows(family):
            for level, text in zip(levels, texts, strict=True):
                labels.append(Label("statement", family, level, name, text.split("|")[0]))
    return book, tuple(labels)


@shape(held_back=False)
def sheet_per_level() -> tuple[Book, Labels]:
    one = corpus("nursing")
    book = Book()
    for at, level in enumerate(one.levels):
        rows: list[list[Any]] = [["Competency", "Expectation"]]
        rows += [[name, texts[at]] for _, name, texts in one.rows("Ward Nursing")]
        sheet(book, level, rows, first=at == 0)
    return book, one.labels("Ward Nursing", called="")
