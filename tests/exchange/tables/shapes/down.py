"""Shapes with a row for each level, profile, skill or item."""

from typing import Any

from openpyxl import Workbook as Book
from tests.exchange.tables.shapes.across import sheet
from tests.exchange.tables.shapes.corpus import Label, Labels, corpus, listed, shape


@shape(held_back=True)
def levels_down_spanish() -> tuple[Book, Labels]:
    one = corpus("atencion")
    levels = ["Agente Junior", "Agente", "Agente Senior", "Líder de equipo"]
    table = list(one.rows("Atención al cliente"))
    rows: list[list[Any]] = [["Nivel", *(name for _, name, _ in table)]]
    for at, level in enumerate(levels):
        rows.append([level, *(texts[at] for _, _, texts in table)])
    book = Book()
    sheet(book, "Atención al cliente", rows, first=True)
    return book, one.labels("Atención al cliente", levels)


@shape(held_back=False)
def levels_down_two_row_heads() -> tuple[Book, Labels]:
    one = corpus("analise")
    table = list(one.rows("Análise"))
    rows: list[list[Any]] = [
        ["Nível", "Anos de experiência", "Técnica", "", "Negócio", ""],
        ["", "", *(name for _, name, _ in table)],
    ]
    for at, level in enumerate(one.levels):
        rows.append([level, f"{at * 2}-{at * 2 + 2}", *(texts[at] for _, _, texts in table)])
    book = Book()
    made = sheet(book, "Análise", rows, first=True)
    for merged in ("A1:A2", "B1:B2", "C1:D1", "E1:F1"):
        made.merge_cells(merged)
    return book, one.labels("Análise")


@shape(held_back=False)
def no_usual_words_down() -> tuple[Book, Labels]:
    one = corpus("museum")
    table = list(one.rows("Curation"))
    rows: list[list[Any]] = [["Stage", *(name for _, name, _ in table)]]
    for at, level in enumerate(one.levels):
        rows.append([level, *(texts[at] for _, _, texts in table)])
    book = Book()
    sheet(book, "Curation", rows, first=True)
    return book, one.labels("Curation")


@shape(held_back=True)
def row_a_profile() -> tuple[Book, Labels]:
    one = corpus("bakery")
    rows: list[list[Any]] = [
        ["Job Family", "Level", "Job Title", "Summary", "Responsibilities", "Skills"]
    ]
    labels: list[Label] = []
    for family in one.families:
        for at, level in enumerate(one.levels):
            duties = [texts[at].split("|")[0] for _, _, texts in one.rows(family)]
            skills = ["Piping", "Shaping", "Lamination"][: at + 1]
            summary = f"Works with {family.casefold()} as the level {level} asks in our shops"
            text = "\n".join(f"●\t{duty}" for duty in duties)
            listed_skills = "\n".join(f"{n}. {skill}" for n, skill in enumerate(skills, 1))
            title = f"{family} {level}"
            rows.append([family, f"B{at + 1}", title, summary, text, listed_skills])
            labels += [Label("duty", family, f"B{at + 1}", "", duty) for duty in duties]
            labels += [Label("use", family, f"B{at + 1}", skill, "") for skill in skills]
    book = Book()
    sheet(book, "Profiles", rows, first=True)
    return book, tuple(labels)


@shape(held_back=False)
def row_a_profile_german() -> tuple[Book, Labels]:
    one = corpus("vertrieb")
    rows: list[list[Any]] = [["Funktionsfamilie", "Stufe", "Stellenbezeichnung", "Aufgaben"]]
    labels: list[Label] = []
    for family in one.families:
        for at, level in enumerate(one.levels):
            duties = [texts[at] for _, _, texts in one.rows(family)]
            text = "\n".join(f"- {duty}" for duty in duties)
            rows.append([family, level, f"{level} {family}", text])
            labels += [Label("duty", family, level, "", duty) for duty in duties]
    book = Book()
    sheet(book, "Stellenprofile", rows, first=True)
    return book, tuple(labels)


@shape(held_back=False)
def items_under_merged_keys() -> tuple[Book, Labels]:
    one = corpus("bakery")
    book = Book()
    made = sheet(book, "Ladder", [["Family", "Level", "Competency", "Expectation"]], first=True)
    for family in one.families:
        start = made.max_row + 1
        for at, level in enumerate(one.levels):
            begin = made.max_row + 1
            for _, name, texts in one.rows(family):
                for number, said in enumerate(texts[at].split("|")):
                    made.append([
                        family if made.max_row + 1 == start else None,
                        level if made.max_row + 1 == begin else None,
                        None if number else name, said,
                    ])  # fmt: skip
            made.merge_cells(f"B{begin}:B{made.max_row}")
        made.merge_cells(f"A{start}:A{made.max_row}")
    return book, (*one.labels("Bread"), *one.labels("Pastry"))


@shape(held_back=True)
def row_a_skill_at_a_level() -> tuple[Book, Labels]:
    one = corpus("software")
    rows: list[list[Any]] = [
        ["Role", "Skill area", "Skill", "Level", "What we expect", "Example evidence"]
    ]
    for family in one.families:
        for group, name, texts in one.rows(family):
            for code, text in zip(one.codes, texts, strict=True):
                rows.append([family, group, name, code, listed(text), ""])
    rows[1][5] = "Merge request"
    book = Book()
    sheet(book, "Expectations", rows, first=True)
    return book, tuple(x for family in one.families for x in one.labels(family, one.codes))


@shape(held_back=True)
def normalised_csv() -> tuple[dict[str, bytes], Labels]:
    one = corpus("nursing")
    skills = ["id,name,category"]
    levels = ["id,name,order"]
    told = ["skill_id,level_id,expectation"]
    for at, level in enumerate(one.levels):
        levels.append(f"lv{at + 1},{level},{at + 1}")
    for number, (group, name, texts) in enumerate(one.rows("Ward Nursing"), 1):
        skills.append(f"sk{number},{name},{group}")
        told += [f'sk{number},lv{at + 1},"{text}"' for at, text in enumerate(texts)]
    files = {"skills.csv": skills, "levels.csv": levels, "expectations.csv": told}
    made = {name: "\n".join(lines).encode() for name, lines in files.items()}
    return made, one.labels("Ward Nursing", called="")


@shape(held_back=True)
def semicolons_windows() -> tuple[dict[str, bytes], Labels]:
    one = corpus("vertrieb")
    lines = ["", "", "Familie;Kompetenz;Stufe;Erwartung"]
    for family in one.families:
        for _, name, texts in one.rows(family):
            for level, text in zip(one.levels, texts, strict=True):
                lines.append(f"{family};{name};{level};{text}")
    data = "\r\n".join(lines).encode("cp1252")
    return {"Vertrieb.csv": data}, tuple(x for f in one.families for x in one.labels(f))


@shape(held_back=False)
def tabs_utf16() -> tuple[dict[str, bytes], Labels]:
    one = corpus("cuisine")
    lines = ["\t".join(["Compétence", *one.levels])]
    lines += ["\t".join([name, *texts]) for _, name, texts in one.rows("Cuisine")]
    return {"Cuisine.tsv": "\n".join(lines).encode("utf-16")}, one.labels("Cuisine")


@shape(held_back=True)
def list_of_skills() -> tuple[Book, Labels]:
    texts = {
        "Welding": ("Workshop", "Joins sheet metal by arc and by torch"),
        "Milling": ("Workshop", "Shapes parts on a machine with five axes"),
        "Quoting": ("Office", "Calculates what an order costs"),
        "Invoicing": ("Office", "Writes the bills and follows late payers"),
        "First aid": ("Safety", "Helps injured people until a doctor is there"),
    }
    rows: list[list[Any]] = [["Skill", "Category", "Definition"]]
    rows += [[name, *rest] for name, rest in texts.items()]
    book = Book()
    sheet(book, "Skills library", rows, first=True)
    return book, tuple(Label("skill", "", "", name, rest[1]) for name, rest in texts.items())


@shape(held_back=False)
def level_definitions() -> tuple[Book, Labels]:
    texts = {
        "P1": ("Entry", "Learns the trade and works on small tasks under close guidance", "0-2"),
        "P2": ("Developing", "Works on tasks of usual size and asks where they are new", "2-4"),
        "P3": ("Career", "Works independently on most tasks and helps others with theirs", "4-7"),
        "P4": ("Advanced", "Leads large tasks with several people over many months", "7+"),
    }
    rows: list[list[Any]] = [["Level", "Name", "Definition", "Typical years of experience"]]
    rows += [[code, *rest] for code, rest in texts.items()]
    book = Book()
    sheet(book, "Level guide", rows, first=True)
    return book, tuple(Label("level", "", code, "", rest[1]) for code, rest in texts.items())


@shape(held_back=False)
def levels_that_a_job_has() -> tuple[Book, Labels]:
    jobs = {"Buyer": (1, 5), "Planner": (2, 4), "Carrier": (1, 3), "Controller": (3, 7)}
    rows: list[list[Any]] = [["Job family", "Function", "Levels"]]
    labels: list[Label] = []
    for number, (job, (low, high)) in enumerate(jobs.items()):
        function = "Purchasing" if number < 2 else "Finance"
        cells = [at if low <= at <= high else None for at in range(1, 8)]
        rows.append([job, function, *cells])
        labels += [Label("profile", job, str(at), "", "") for at in range(low, high + 1)]
    book = Book()
    made = sheet(book, "Jobs", rows, first=True)
    made.merge_cells("C1:I1")
    return book, tuple(labels)
