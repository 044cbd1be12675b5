"""Shapes with the levels across."""

from typing import Any

from openpyxl import Workbook as Book
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from tests.exchange.tables.shapes.corpus import Label, Labels, corpus, listed, shape

GREY = PatternFill("solid", fgColor="D9D9D9")


def sheet(book: Book, name: str, rows: list[list[Any]], *, first: bool = False) -> Any:
    """Return a new sheet with rows."""
    made = book.active if first else book.create_sheet()
    made.title = name
    for row in rows:
        made.append(row)
    return made


def matrix(trade: str, family: str, *head: str, mark: str = "• ") -> list[list[Any]]:
    """Return the rows of the plain matrix of a family."""
    one = corpus(trade)
    rows: list[list[Any]] = [[*(head or ("Competency",)), *one.levels]]
    return rows + [[name, *(listed(t, mark) for t in texts)] for _, name, texts in one.rows(family)]


@shape(held_back=False)
def across_plain() -> tuple[Book, Labels]:
    book = Book()
    sheet(book, "Bread", matrix("bakery", "Bread"), first=True)
    return book, corpus("bakery").labels("Bread")


@shape(held_back=True)
def across_with_rows_on_top() -> tuple[Book, Labels]:
    one = corpus("software")
    rows: list[list[Any]] = [
        ["Career framework 2026"],
        [],
        ["", "Code", *one.codes],
        ["", "Title", *one.levels],
        ["", "Theme", "Learn", "Deliver", "Multiply", "Steer", "Transform"],
        [
            "",
            "Salary",
            "50,000 - 60,000",
            "60,000 - 75,000",
            "75,000 - 95,000",
            "95k-120k",
            "120k+",
        ],
        ["", "Experience", "0-1 years", "1-3 years", "3-6 years", "6-10 years", "10+ years"],
    ]
    for group, name, texts in one.rows("Backend Engineering"):
        rows.append([group, name, *map(listed, texts)])
    book = Book()
    made = sheet(book, "Backend Engineering", rows, first=True)
    made.merge_cells("A1:G1")
    made.merge_cells("A8:A10")
    made.merge_cells("A11:A12")
    return book, one.labels("Backend Engineering")


@shape(held_back=True)
def german_two_row_heads() -> tuple[Book, Labels]:
    one = corpus("vertrieb")
    rows: list[list[Any]] = [
        ["Kompetenzmodell Vertrieb – Außendienst"],
        ["Kompetenzfeld", "Karrierestufen", "", "", ""],
        ["", *one.levels],
    ]
    rows += [[name, *map(listed, texts)] for _, name, texts in one.rows("Außendienst")]
    book = Book()
    made = sheet(book, "Außendienst", rows, first=True)
    made.merge_cells("B2:E2")
    made.merge_cells("A2:A3")
    return book, one.labels("Außendienst")


@shape(held_back=False)
def sub_columns_per_level() -> tuple[Book, Labels]:
    one = corpus("nursing")
    marks = ["1 - Aware", "2 - Supervised", "3 - Competent", "4 - Expert"]
    heads: list[Any] = ["Competency"]
    second: list[Any] = [""]
    for level in one.levels:
        heads += [level, "", ""]
        second += ["Description", "Expected rating", "Comments"]
    rows = [heads, second]
    labels = []
    for at, (_, name, texts) in enumerate(one.rows("Ward Nursing")):
        row: list[Any] = [name]
        for place, text in enumerate(texts):
            row += [text, marks[place], "to discuss" if at == place else ""]
            labels.append(Label("use", "Ward Nursing", one.levels[place], name, marks[place][4:]))
        rows.append(row)
    book = Book()
    made = sheet(book, "Ward Nursing", rows, first=True)
    for left in ("B", "E", "H", "K"):
        right = chr(ord(left) + 2)
        made.merge_cells(f"{left}1:{right}1")
    return book, (*one.labels("Ward Nursing"), *labels)


@shape(held_back=True)
def sub_columns_level_two_parts() -> tuple[Book, Labels]:
    one = corpus("vertrieb")
    rows: list[list[Any]] = [["Kompetenz"], [""]]
    for level in one.levels:
        rows[0] += [level, ""]
        rows[1] += ["Erwartung", "Bemerkung"]
    for _, name, texts in one.rows("Innendienst"):
        row: list[Any] = [name]
        for text in texts:
            row += [text, ""]
        rows.append(row)
    rows[3][2] = "noch abstimmen"
    book = Book()
    sheet(book, "Innendienst", rows, first=True)
    return book, one.labels("Innendienst")


@shape(held_back=False)
def shaded_sections() -> tuple[Book, Labels]:
    one = corpus("nursing")
    book = Book()
    made = sheet(book, "Ward Nursing", [["Area", *one.levels]], first=True)
    last = ""
    for group, name, texts in one.rows("Ward Nursing"):
        if group != last:
            made.append([group])
            for cell in made[made.max_row][:1]:
                cell.fill, cell.font = GREY, Font(bold=True)
        last = group
        made.append([name, *texts])
    return book, one.labels("Ward Nursing")


@shape(held_back=True)
def merged_groups_french() -> tuple[Book, Labels]:
    one = corpus("cuisine")
    rows = [["Domaine", "Compétence", *one.levels]]
    rows += [[group, name, *texts] for group, name, texts in one.rows("Cuisine")]
    rows[2][0] = rows[4][0] = None  # type: ignore[call-overload]
    book = Book()
    made = sheet(book, "Cuisine", rows, first=True)
    made.merge_cells("A2:A3")
    made.merge_cells("A4:A5")
    return book, one.labels("Cuisine")


@shape(held_back=True)
def group_and_competency_columns() -> tuple[Book, Labels]:
    """An indented hierarchy: the group has a row of its own, in the column before."""
    one = corpus("giardino")
    rows: list[list[Any]] = [["Area", "Competenza", *one.levels]]
    last = ""
    for group, name, texts in one.rows("Giardinaggio"):
        if group != last:
            rows.append([group])
        last = group
        rows.append(["", name, *texts])
    book = Book()
    sheet(book, "Giardinaggio", rows, first=True)
    return book, one.labels("Giardinaggio")


@shape(held_back=False)
def indented_names() -> tuple[Book, Labels]:
    one = corpus("software")
    book = Book()
    made = sheet(book, "Data Engineering", [["Skills", *one.levels]], first=True)
    last = ""
    for group, name, texts in one.rows("Data Engineering"):
        if group != last:
            made.append([group])
        last = group
        made.append([name, *texts])
        made.cell(made.max_row, 1).alignment = Alignment(indent=1)
    return book, one.labels("Data Engineering")


@shape(held_back=True)
def comment_columns() -> tuple[Book, Labels]:
    one = corpus("bakery")
    rows: list[list[Any]] = [["Competency", "Description", *one.levels, "Comments", "Notes HR"]]
    about = {
        "Dough": "How dough is mixed and kept",
        "Oven work": "How ovens are run",
        "Hygiene": "How the place stays clean",
        "Teaching others": "How knowledge is passed to others",
    }
    for _, name, texts in one.rows("Pastry"):
        rows.append([name, about[name], *texts, "", ""])
    rows[1][-2] = "Is the last one realistic?"
    rows[3][-1] = "ask works council"
    book = Book()
    made = sheet(book, "Pastry", rows, first=True)
    made["D2"].comment = Comment("Please check with the union.", "Ines")
    return book, one.labels("Pastry")


@shape(held_back=True)
def highest_first() -> tuple[Book, Labels]:
    one = corpus("analise")
    rows = [["Competência", *reversed(one.levels)]]
    rows += [[name, *reversed(texts)] for _, name, texts in one.rows("Análise")]
    book = Book()
    sheet(book, "Análise", rows, first=True)
    return book, one.labels("Análise")


@shape(held_back=True)
def family_column_dutch() -> tuple[Book, Labels]:
    one = corpus("logistiek")
    rows = [["Functiefamilie", "Competentie", *one.levels]]
    rows += [["Logistiek", name, *texts] for _, name, texts in one.rows("Logistiek")]
    rows += [["Magazijnbeheer", name, *(f"{t} in het magazijn" for t in texts)]
             for _, name, texts in one.rows("Logistiek")]  # fmt: skip
    book = Book()
    sheet(book, "Competentiematrix", rows, first=True)
    other = tuple(
        Label("statement", "Magazijnbeheer", each.level, each.competency,
              f"{each.text} in het magazijn")
        for each in one.labels("Logistiek")
    )  # fmt: skip
    return book, (*one.labels("Logistiek"), *other)


@shape(held_back=False)
def codes_with_names() -> tuple[Book, Labels]:
    one = corpus("software")
    names = [f"{code}\n{name}" for code, name in zip(one.codes, one.levels, strict=True)]
    rows = [["Competency", *names]]
    rows += [[name, *map(listed, texts)] for _, name, texts in one.rows("Backend Engineering")]
    book = Book()
    sheet(book, "Backend Engineering", rows, first=True)
    return book, one.labels("Backend Engineering", one.codes)


@shape(held_back=True)
def tables_below_each_other() -> tuple[Book, Labels]:
    one = corpus("bakery")
    rows: list[list[Any]] = [["Bread"], *matrix("bakery", "Bread"), [], [], ["Pastry"]]
    rows += matrix("bakery", "Pastry")
    book = Book()
    sheet(book, "Bakery ladder", rows, first=True)
    return book, (*one.labels("Bread"), *one.labels("Pastry"))


@shape(held_back=True)
def notes_below() -> tuple[Book, Labels]:
    one = corpus("nursing")
    rows: list[list[Any]] = matrix("nursing", "Ward Nursing")
    rows += [
        [],
        ["Notes"],
        ["* Levels are reviewed each spring by the nursing board, which may change the wording."],
        ["Questions go to people-team@example.org"],
    ]
    book = Book()
    sheet(book, "Ward Nursing", rows, first=True)
    return book, one.labels("Ward Nursing")


@shape(held_back=True)
def two_tracks_across() -> tuple[Book, Labels]:
    one = corpus("software")
    heads = ["IC1", "IC2", "IC3", "M1", "M2"]
    rows: list[list[Any]] = [["Competency", *heads]]
    rows += [[name, *texts] for _, name, texts in one.rows("Data Engineering")]
    book = Book()
    sheet(book, "Data Engineering", rows, first=True)
    return book, one.labels("Data Engineering", heads)


@shape(held_back=True)
def no_usual_words_across() -> tuple[Book, Labels]:
    one = corpus("museum")
    rows: list[list[Any]] = [["", *one.levels]]
    rows += [[name, *texts] for _, name, texts in one.rows("Curation")]
    book = Book()
    sheet(book, "Curation", rows, first=True)
    return book, one.labels("Curation")


@shape(held_back=True)
def carriage_returns_and_numbers() -> tuple[Book, Labels]:
    one = corpus("bakery")
    rows: list[list[Any]] = [["Competency", "Level 1", "Level 2", "Level 3", "Level 4"]]
    labels: list[Label] = []
    for _, name, texts in one.rows("Bread"):
        rows.append([name, *(f"1. {text.split('|')[0]}_x000D_\n2. And notes it" for text in texts)])
        for number, text in enumerate(texts, 1):
            level = f"Level {number}"
            both = (text.split("|")[0], "And notes it")
            labels += [Label("statement", "Bread", level, name, said) for said in both]
    book = Book()
    sheet(book, "Bread", rows, first=True)
    return book, tuple(labels)
