"""Sheets as offices keep them, held back: nothing is tuned to them."""

from typing import Any

from openpyxl import Workbook as Book
from tests.exchange.tables.shapes.across import sheet
from tests.exchange.tables.shapes.corpus import Label, Labels, corpus, listed, shape
from tests.exchange.tables.shapes.office import Rows, of_levels, said


@shape(held_back=True)
def office_german_tracks() -> tuple[dict[str, Book], Labels]:
    codes, leading = corpus("pflegeheim").codes, ("L1", "L2")
    book = Book()
    sheet(
        book,
        "Fachlaufbahn",
        of_levels("pflegeheim", "Pflege", codes, "Kompetenz"),
        first=True,
    )
    sheet(book, "Führungslaufbahn", of_levels("pflegeheim", "Leitung", leading, "Kompetenz"))
    return {"Karrieremodell Pflege.xlsx": book}, (
        *said("pflegeheim", "Pflege", codes, "Pflege"),
        *said("pflegeheim", "Leitung", leading, "Pflege"),
        Label("track", "", "F1", "", "Fachlaufbahn"),
        Label("track", "", "L1", "", "Führungslaufbahn"),
    )


@shape(held_back=True)
def office_french_tracks() -> tuple[dict[str, Book], Labels]:
    codes, leading = corpus("hotel").codes, ("G1", "G2")
    book = Book()
    sheet(
        book,
        "Filière expertise",
        of_levels("hotel", "Hôtellerie", codes, "Compétence"),
        first=True,
    )
    sheet(book, "Filière management", of_levels("hotel", "Encadrement", leading, "Compétence"))
    return {"Hôtellerie.xlsx": book}, (
        *said("hotel", "Hôtellerie", codes, "Hôtellerie"),
        *said("hotel", "Encadrement", leading, "Hôtellerie"),
    )


@shape(held_back=True)
def office_tracks_of_no_family() -> tuple[dict[str, Book], Labels]:
    codes = corpus("retail").codes
    book = Book()
    rows = of_levels("retail", "Retail", codes, "Topic")
    sheet(book, "Individual Contributor", rows, first=True)
    sheet(book, "People Manager", of_levels("retail", "Leading shops", ("M1", "M2"), "Topic"))
    return {"Levels.xlsx": book}, (
        *said("retail", "Retail", codes, ""),
        *said("retail", "Leading shops", ("M1", "M2"), ""),
    )


@shape(held_back=True)
def office_spanish_catalogue() -> tuple[Book, Labels]:
    rows: Rows = [["Puesto", "Nivel", "Misión", "Salario mínimo", "Salario máximo"]]
    labels: list[Label] = []
    jobs = {
        "Cajero": ("Cajero", "Cajero sénior"),
        "Gestor de cuentas": (
            "Gestor de cuentas júnior",
            "Gestor de cuentas",
            "Gestor de cuentas sénior",
        ),
    }
    for job, titles in jobs.items():
        for number, title in enumerate(titles, 1):
            low = 15000 + 4000 * number
            purpose = f"Cuida la relación de la oficina con sus clientes, grado {number}, {job}"
            rows.append([title, f"N{number}", purpose, f"{low} EUR", f"{low + 6000} EUR"])
            labels.append(Label("title", job, f"N{number}", "", title))
            labels.append(Label("pay", job, f"N{number}", "", f"{low}-{low + 6000} EUR"))
    book = Book()
    sheet(book, "Catálogo de puestos", rows, first=True)
    return book, tuple(labels)


@shape(held_back=True)
def office_catalogue_by_department() -> tuple[Book, Labels]:
    heads = ["Department", "Job code", "Job title", "Grade", "FLSA", "Minimum", "Maximum", "SOC"]
    rows: Rows = [heads]
    labels: list[Label] = []
    jobs = {"Accountant": ("Finance", "13-2011"), "Payroll Clerk": ("Finance", "43-3051"),
            "Recruiter": ("People", "13-1071")}  # fmt: skip
    for place, (job, (department, code)) in enumerate(jobs.items(), 1):
        for number, title in enumerate((f"{job} I", f"{job} II", f"Senior {job}"), 5):
            key, low = f"JC{place}{number}", 30000 + 5000 * number
            rows.append([department, key, title, number, "Exempt", low, low + 9000, code])
            labels.append(Label("title", job, str(number), "", title))
            labels.append(Label("id", job, str(number), "", key))
        labels.append(Label("occupation", job, "", "", code))
    book = Book()
    sheet(book, "Jobs", rows, first=True)
    return book, tuple(labels)


@shape(held_back=True)
def office_dutch_importance() -> tuple[Book, Labels]:
    rows: Rows = [["Functie", "Niveau", "Vaardigheid", "Gewenst niveau", "Belang"]]
    labels: list[Label] = []
    words = {"Kern": "core", "Ondersteunend": "supporting"}
    for number, level in enumerate(("Z1", "Z2", "Z3")):
        for name, belang in (("Wondzorg", "Kern"), ("Autorijden", "Ondersteunend")):
            step = ("Basis", "Gevorderd", "Expert")[number]
            rows.append(["Wijkzorg", level, name, step, belang])
            labels.append(Label("use", "Wijkzorg", level, name, step))
            labels.append(Label("importance", "Wijkzorg", level, name, words[belang]))
    book = Book()
    sheet(book, "Vaardigheden", rows, first=True)
    return book, tuple(labels)


@shape(held_back=True)
def office_library_with_links() -> tuple[Book, Labels]:
    steps = ["Beginner", "Intermediate", "Advanced"]
    rows: Rows = [["Skill ID", "Skill", "Category", *steps, "Reference URL"]]
    labels: list[Label] = []
    for number, (group, name, texts) in enumerate(corpus("retail").rows("Retail"), 101):
        link = f"https://example.org/library/{number}"
        rows.append([f"SK{number}", name, group, *texts, link])
        labels += [
            Label("step", "", step, name, text) for step, text in zip(steps, texts, strict=True)
        ]
        labels += [Label("id", "", "", name, f"SK{number}"), Label("link", "", "", name, link)]
    book = Book()
    sheet(book, "Library", rows, first=True)
    return book, tuple(labels)


@shape(held_back=True)
def office_steps_with_items_in_rows() -> tuple[Book, Labels]:
    steps = ["Foundation", "Practitioner", "Expert"]
    book = Book()
    made = sheet(book, "Skills", [["Skill", *steps]], first=True)
    labels: list[Label] = []
    for _, name, texts in corpus("retail").rows("Retail"):
        start = made.max_row + 1
        for number in range(2):
            parts = [f"{text}, part {number + 1} of it" for text in texts]
            made.append([None if number else name, *parts])
            labels += [
                Label("step", "", step, name, part) for step, part in zip(steps, parts, strict=True)
            ]
        made.merge_cells(f"A{start}:A{made.max_row}")
    return book, tuple(labels)


@shape(held_back=True)
def office_pay_rows_on_top() -> tuple[Book, Labels]:
    one = corpus("building")
    rows: Rows = [
        ["", *one.codes],
        ["Job title", *one.levels],
        ["Salary minimum", "£22,000", "£27,000", "£33,000", "£39,000"],
        ["Salary maximum", "£26,000", "£33,000", "£40,000", "£48,000"],
    ]
    rows += [[name, *texts] for _, name, texts in one.rows("Bricklaying")]
    pay = zip(one.codes, ("22000-26000", "27000-33000", "33000-40000", "39000-48000"), strict=True)
    book = Book()
    sheet(book, "Bricklaying", rows, first=True)
    labels = [Label("pay", "Bricklaying", code, "", f"{said} GBP") for code, said in pay]
    return book, (*one.labels("Bricklaying", one.codes), *labels)


@shape(held_back=True)
def office_qualification_matrix_of_people() -> tuple[Book, Labels]:
    rows: Rows = [["Qualifikationsmatrix Station 3"], ["Tätigkeit", "A. Kern", "B. Lang", "C. Ott"]]
    rows += [[task, 3, 2, 1] for task in ("Blutdruck messen", "Verband wechseln", "Übergabe")]
    rows += [["Datum", "01.03.2026", "01.03.2026", "02.03.2026"]]
    book = Book()
    sheet(book, "Qualifikationsmatrix", rows, first=True)
    return book, ()


@shape(held_back=True)
def office_spanish_groups_and_examples() -> tuple[Book, Labels]:
    one = corpus("banca")
    book = Book()
    made = sheet(
        book,
        "Banca",
        [["Matriz de competencias"], [], ["Bloque", "Competencia", *one.levels, "Ejemplos"]],
        first=True,
    )
    last, start = "", 4
    for group, name, texts in one.rows("Banca"):
        made.append([group if group != last else None, name, *texts, "ver la guía interna"])
        if group == last:
            made.merge_cells(f"A{start}:A{made.max_row}")
        else:
            last, start = group, made.max_row
    return book, one.labels("Banca")


@shape(held_back=True)
def office_dutch_items_under_levels() -> tuple[Book, Labels]:
    one = corpus("thuiszorg")
    book = Book()
    made = sheet(book, "Thuiszorg", [["Nr.", "Niveau", "Competentie", "Gedrag"]], first=True)
    for at, level in enumerate(one.levels):
        start = made.max_row + 1
        for _, name, texts in one.rows("Thuiszorg"):
            number = f"{at + 1}.{made.max_row - start + 2}"
            made.append([number, level if made.max_row < start else None, name, texts[at]])
        made.merge_cells(f"B{start}:B{made.max_row}")
    return book, one.labels("Thuiszorg")


@shape(held_back=True)
def office_positions_of_people() -> tuple[Book, Labels]:
    rows: Rows = [["Position", "Reports to", "Holder", "Grade", "Since"]]
    rows += [
        ["Head of Finance", "CEO", "Amara Osei", "M3", "2021"],
        ["Accountant", "Head of Finance", "Jonas Weber", "P2", "2023"],
        ["Payroll Clerk", "Head of Finance", "Mei Tanaka", "P1", "2024"],
        ["Treasurer", "Head of Finance", "Luis Prieto", "P3", "2020"],
    ]
    book = Book()
    sheet(book, "Positions", rows, first=True)
    return book, ()


@shape(held_back=True)
def office_german_grid_of_titles() -> tuple[Book, Labels]:
    levels = ["E5", "E6", "E7"]
    grid: dict[tuple[str, str], list[str | None]] = {
        ("Technik", "Instandhaltung"): ["Schlosser", "Anlagenmechaniker", "Instandhaltungsmeister"],
        ("Technik", "Elektrik"): ["Elektrohelfer", "Elektroniker", None],
        ("Verwaltung", "Einkauf"): [None, "Einkäufer", "Leitender Einkäufer"],
    }
    rows: Rows = [["Bereich", "Jobfamilie", *levels]]
    rows += [[*names, *titles] for names, titles in grid.items()]
    labels = [
        Label("title", family, level, "", title)
        for (_, family), titles in grid.items()
        for level, title in zip(levels, titles, strict=True)
        if title
    ]
    book = Book()
    sheet(book, "Stellenübersicht", rows, first=True)
    return book, tuple(labels)


@shape(held_back=True)
def office_plan_of_courses() -> tuple[Book, Labels]:
    rows: Rows = [["Course", "For", "Provider", "Days", "Price", "Next date"]]
    for number in range(1, 5):
        course = f"Leading people, part {number}"
        rows.append([course, "Team leads", "Academy", number, 400, f"2026-0{number}-12"])
    book = Book()
    sheet(book, "Courses", rows, first=True)
    return book, ()


def statements_of_several_columns() -> Rows:
    """Return a matrix with two texts for each level, as an office splits them."""
    rows: Rows = [["Competency"], [""]]
    for level in ("Grade 1", "Grade 2", "Grade 3"):
        rows[0] += [level, None]
        rows[1] += ["What you know", "What you do"]
    for _, name, texts in corpus("retail").rows("Retail"):
        row: list[Any] = [name]
        for text in texts:
            row += [f"The rules about how one {text.split()[0].casefold()} well", listed(text)]
        rows.append(row)
    return rows


@shape(held_back=True)
def office_two_texts_of_a_level() -> tuple[Book, Labels]:
    rows = statements_of_several_columns()
    labels = [
        Label("statement", "Retail", f"Grade {1 + (column - 1) // 2}", row[0], row[column])
        for row in rows[2:]
        for column in range(1, 7)
    ]
    book = Book()
    made = sheet(book, "Retail", rows, first=True)
    for merged in ("B1:C1", "D1:E1", "F1:G1"):
        made.merge_cells(merged)
    return book, tuple(labels)
