"""Shapes of wide tables: marks, cells over several levels, levels described in their heads."""

from typing import Any

from openpyxl import Workbook as Book
from tests.exchange.tables.shapes.across import matrix, sheet
from tests.exchange.tables.shapes.corpus import Label, Labels, corpus, shape


@shape(held_back=False)
def numbered_descriptions_of_skills() -> tuple[Book, Labels]:
    one = corpus("nursing")
    rows: list[list[Any]] = [
        ["Levels", "", "", "", "Code", "Skill", "Category", "Overall description",
         *(f"Level {n} description" for n in range(1, 5))],
    ]  # fmt: skip
    labels: list[Label] = []
    for at, (group, name, texts) in enumerate(one.rows("Ward Nursing")):
        there = [number if number != at else None for number in range(1, 5)]
        said = [text if number else None for number, text in zip(there, texts, strict=True)]
        about = f"What a ward needs of {name.casefold()} from all who work there"
        rows.append([*there, name[:4].upper(), name, group, about, *said])
        labels += [
            Label("statement", "", f"Level {number}", name, text)
            for number, text in zip(there, texts, strict=True)
            if number
        ]
    book = Book()
    made = sheet(book, "Skills", rows, first=True)
    made.merge_cells("A1:D1")
    return {"framework.xlsx": book}, tuple(labels)  # type: ignore[return-value]


@shape(held_back=False)
def ticks_for_skills() -> tuple[Book, Labels]:
    levels = ["Junior", "Regular", "Senior"]
    asked = {"Sketching": "xxx", "Prototyping": " xx", "Facilitation": "  x", "Research": " xx"}
    rows: list[list[Any]] = [["Skill", *levels]]
    rows += [[skill, *(mark.strip() or None for mark in marks)] for skill, marks in asked.items()]
    book = Book()
    sheet(book, "Product Design", rows, first=True)
    return book, tuple(
        Label("use", "Product Design", level, skill, "")
        for skill, marks in asked.items()
        for level, mark in zip(levels, marks, strict=True)
        if mark == "x"
    )


@shape(held_back=False)
def ticks_for_statements() -> tuple[Book, Labels]:
    levels = ["Junior", "Regular", "Senior"]
    asked = {
        "Talks with customers about what they need and writes it down": ("Discovery", "✓✓✓"),
        "Plans interviews with customers and finds people for them": ("Discovery", " ✓✓"),
        "Draws first sketches and shows them to the team early": ("Design", "✓✓✓"),
        "Decides together with engineers what is built first": ("Design", "  ✓"),
    }
    rows: list[list[Any]] = [["Area", "Expectation", *levels]]
    rows += [[area, text, *(m.strip() or None for m in ms)] for text, (area, ms) in asked.items()]
    book = Book()
    sheet(book, "Product Design", rows, first=True)
    return book, tuple(
        Label("statement", "Product Design", level, area, text)
        for text, (area, marks) in asked.items()
        for level, mark in zip(levels, marks, strict=True)
        if mark == "✓"
    )


@shape(held_back=False)
def cells_over_several_levels() -> tuple[Book, Labels]:
    one = corpus("bakery")
    rows: list[list[Any]] = matrix("bakery", "Pastry")
    rows[1][2] = rows[3][4] = None
    book = Book()
    made = sheet(book, "Pastry", rows, first=True)
    made.merge_cells("B2:C2")
    made.merge_cells("D4:E4")
    labels = list(one.labels("Pastry"))
    first = next(x for x in labels if (x.level, x.competency) == ("Apprentice", "Dough"))
    third = next(x for x in labels if (x.level, x.competency) == ("Senior Baker", "Hygiene"))
    gone = {("Baker", "Dough"): first.text, ("Master Baker", "Hygiene"): third.text}
    return book, tuple(
        Label(
            "statement", x.family, x.level, x.competency, gone.get((x.level, x.competency), x.text)
        )
        for x in labels
    )


@shape(held_back=False)
def levels_described_in_their_heads() -> tuple[Book, Labels]:
    one = corpus("software")
    about = [
        "Learns the craft with close help of others and works on small tasks of one day or two",
        "Works on features alone and asks for help where something is new to the team",
        "Leads features that several people build and improves how the team works",
        "Leads the technical work of several teams and what they agree on for a year",
        "Shapes what the company builds and how it does that for many years to come",
    ]
    heads = [f"{level}\n{text}" for level, text in zip(one.levels, about, strict=True)]
    rows: list[list[Any]] = [["Competency", *heads]]
    rows += [
        [name, *(text.replace("|", "\n") for text in texts)]
        for _, name, texts in one.rows("Backend Engineering")
    ]
    book = Book()
    sheet(book, "Backend Engineering", rows, first=True)
    summaries = zip(one.levels, about, strict=True)
    levels = tuple(Label("level", "", level, "", text) for level, text in summaries)
    return book, (*one.labels("Backend Engineering"), *levels)


@shape(held_back=False)
def whole_framework() -> tuple[Book, Labels]:
    one = corpus("software")
    book = Book()
    sheet(book, "Read me", [["This framework is for everybody in technology."]], first=True)
    about = [f"Works as a {level.casefold()} on tasks that fit their size" for level in one.levels]
    rows: list[list[Any]] = [["Level", "Title", "Summary", "Years of experience"]]
    for at, (code, level) in enumerate(zip(one.codes, one.levels, strict=True)):
        rows.append([code, level, about[at], f"{at * 2}+"])
    sheet(book, "Levels", rows)
    labels = [Label("level", "", c, "", text) for c, text in zip(one.codes, about, strict=True)]
    for family in one.families:
        rows = [["Pillar", "Competency", *one.codes]]
        rows += [
            [group, name, *(text.replace("|", "\n") for text in texts)]
            for group, name, texts in one.rows(family)
        ]
        sheet(book, family, rows)
        labels += one.labels(family, one.codes)
    skills = [["Skill", "Category", "Description"], ["Go", "Languages", "A language for services"]]
    skills += [["SQL", "Languages", "Asks databases for what they hold"]]
    sheet(book, "Skills", skills)
    labels += [Label("skill", "", "", row[0], row[2]) for row in skills[1:]]
    return book, tuple(labels)
