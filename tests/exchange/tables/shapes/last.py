"""The last shapes that were written, all held back."""

from typing import Any

from openpyxl import Workbook as Book
from openpyxl.styles import Font
from tests.exchange.tables.shapes.across import GREY, sheet
from tests.exchange.tables.shapes.corpus import Label, Labels, corpus, listed, shape


@shape(held_back=True)
def last_empty_columns_between() -> tuple[Book, Labels]:
    one = corpus("software")
    head: list[Any] = ["Competency", None]
    for level in one.levels:
        head += [level, None]
    rows: list[list[Any]] = [["Growth framework"], [], head]
    for _, name, texts in one.rows("Data Engineering"):
        row: list[Any] = [name, None]
        for text in texts:
            row += [listed(text, "- "), None]
        rows.append(row)
    book = Book()
    sheet(book, "Data Engineering", rows, first=True)
    return book, one.labels("Data Engineering")


@shape(held_back=True)
def last_one_family_row_a_level() -> tuple[Book, Labels]:
    one = corpus("giardino")
    rows: list[list[Any]] = [["Livello", "Responsabilità", "Anni di esperienza"]]
    labels: list[Label] = []
    for at, level in enumerate(one.levels):
        duties = [texts[at] for _, _, texts in one.rows("Giardinaggio")]
        text = "\n".join(f"{n}) {duty}" for n, duty in enumerate(duties, 1))
        rows.append([level, text, f"{at}+"])
        labels += [Label("duty", "Giardinaggio", level, "", duty) for duty in duties]
    book = Book()
    sheet(book, "Giardinaggio", rows, first=True)
    return book, tuple(labels)


@shape(held_back=True)
def last_shaded_groups_with_descriptions() -> tuple[Book, Labels]:
    one = corpus("nursing")
    book = Book()
    made = sheet(book, "Ward Nursing", [["", "Weight", "N1", "N2", "N3", "N4"]], first=True)
    last = ""
    for group, name, texts in one.rows("Ward Nursing"):
        if group != last:
            made.append([group, "50%"])
            for cell in made[made.max_row]:
                cell.fill, cell.font = GREY, Font(bold=True)
        last = group
        made.append([name, "25%", *texts])
    return book, one.labels("Ward Nursing", one.codes)


@shape(held_back=True)
def last_german_text_and_target() -> tuple[Book, Labels]:
    one = corpus("vertrieb")
    rows: list[list[Any]] = [["Kompetenz"], [""]]
    labels: list[Label] = []
    for number in range(1, 5):
        rows[0] += [f"Stufe {number}", None]
        rows[1] += ["Beschreibung", "Soll"]
    for _, name, texts in one.rows("Innendienst"):
        row: list[Any] = [name]
        for number, text in enumerate(texts, 1):
            row += [text, number]
            labels.append(Label("statement", "Innendienst", f"Stufe {number}", name, text))
            labels.append(Label("use", "Innendienst", f"Stufe {number}", name, str(number)))
        rows.append(row)
    book = Book()
    made = sheet(book, "Innendienst", rows, first=True)
    for merged in ("B1:C1", "D1:E1", "F1:G1", "H1:I1"):
        made.merge_cells(merged)
    return book, tuple(labels)


@shape(held_back=True)
def last_dutch_long_tabs() -> tuple[dict[str, bytes], Labels]:
    one = corpus("logistiek")
    lines = ["Competentiemodel", "", "\t".join(["Functie", "Niveau", "Competentie", "Gedrag"])]
    for _, name, texts in one.rows("Logistiek"):
        for level, text in zip(one.levels, texts, strict=True):
            lines.append("\t".join(["Logistiek", level, name, text]))
    return {"model.tsv": "\n".join(lines).encode()}, one.labels("Logistiek")


@shape(held_back=True)
def last_levels_and_families_in_sheets() -> tuple[Book, Labels]:
    one = corpus("bakery")
    book = Book()
    rows: list[list[Any]] = [["Code", "Level", "What it is"]]
    about = [f"People who have {n} summers behind them and know their way" for n in (1, 3, 6, 9)]
    rows += [[*pair] for pair in zip(one.codes, one.levels, about, strict=True)]
    sheet(book, "Overview", rows, first=True)
    for family in one.families:
        rows = [["Competency", *one.levels]]
        rows += [[name, *map(listed, texts)] for _, name, texts in one.rows(family)]
        sheet(book, family, rows)
    labels = [x for family in one.families for x in one.labels(family)]
    levels = [Label("level", "", c, "", text) for c, text in zip(one.codes, about, strict=True)]
    return book, (*labels, *levels)


@shape(held_back=True)
def last_trip_expenses() -> tuple[Book, Labels]:
    rows: list[list[Any]] = [["Date", "Purpose", "Grade of staff", "Amount"]]
    days = [f"2026-03-{day:02d}" for day in range(1, 7)]
    rows += [[day, "Visit of a customer in the north", "B1", 120] for day in days]
    book = Book()
    sheet(book, "Expenses", rows, first=True)
    return book, ()


@shape(held_back=True)
def last_survey() -> tuple[Book, Labels]:
    rows: list[list[Any]] = [["Question", "Strongly agree", "Agree", "Neutral", "Disagree"]]
    rows += [
        [q, 12, 20, 4, 1] for q in ("I know what is expected of me", "My manager helps me grow")
    ]
    book = Book()
    sheet(book, "Survey", rows, first=True)
    return book, ()
