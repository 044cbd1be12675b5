"""More sheets as offices keep them, written when the others were read well, all held back."""

from typing import Any

from openpyxl import Workbook as Book
from openpyxl.comments import Comment
from openpyxl.styles import Font
from tests.exchange.tables.shapes.across import GREY, sheet
from tests.exchange.tables.shapes.corpus import Label, Labels, corpus, listed, shape
from tests.exchange.tables.shapes.office import Rows, of_levels, said


@shape(held_back=True)
def later_dutch_tracks_of_two_families() -> tuple[Book, Labels]:
    zorg, leading = corpus("thuiszorg").codes, ("L1", "L2")
    book = Book()
    rows = of_levels("thuiszorg", "Thuiszorg", zorg, "Competentie")
    sheet(book, "Thuiszorg | Specialisten", rows, first=True)
    rows = of_levels("retail", "Leading shops", leading, "Competentie")
    sheet(book, "Thuiszorg | Leidinggevenden", rows)
    rows = of_levels("logistiek", "Logistiek", ("M1", "M2", "M3", "M4"), "Competentie")
    sheet(book, "Logistiek | Specialisten", rows)
    return book, (
        *said("thuiszorg", "Thuiszorg", zorg, "Thuiszorg"),
        *said("retail", "Leading shops", leading, "Thuiszorg"),
        *said("logistiek", "Logistiek", ("M1", "M2", "M3", "M4"), "Logistiek"),
    )


@shape(held_back=True)
def later_german_catalogue() -> tuple[Book, Labels]:
    rows: Rows = [["Stellenbezeichnung", "Karrierestufe", "Zweck", "Gehalt von", "Gehalt bis"]]
    labels: list[Label] = []
    jobs = {
        "Einkäufer": ("Junior Einkäufer", "Einkäufer", "Senior Einkäufer"),
        "Disponent": ("Disponent", "Senior Disponent"),
    }
    for job, titles in jobs.items():
        for number, title in enumerate(titles, 4 - len(titles)):
            low = 30000 + 6000 * number
            purpose = f"Sorgt dafür, dass Waren rechtzeitig da sind, als {title}"
            rows.append([title, f"K{number}", purpose, f"{low} €", f"{low + 7000} €"])
            labels.append(Label("title", job, f"K{number}", "", title))
            labels.append(Label("pay", job, f"K{number}", "", f"{low}-{low + 7000} EUR"))
    book = Book()
    sheet(book, "Stellenkatalog", rows, first=True)
    return book, tuple(labels)


@shape(held_back=True)
def later_export_of_a_database() -> tuple[dict[str, bytes], Labels]:
    one = corpus("building")
    lines = ["JobFamilyName,LevelCode,LevelName,CompetencyName,BehaviourText,UpdatedAt"]
    for _, name, texts in one.rows("Bricklaying"):
        for code, level, text in zip(one.codes, one.levels, texts, strict=True):
            lines.append(f"Bricklaying,{code},{level},{name},{text},2026-01-05")
    data = "\n".join(lines).encode()
    return {"expectations_export.csv": data}, one.labels("Bricklaying", one.codes)


@shape(held_back=True)
def later_library_in_french() -> tuple[Book, Labels]:
    steps = ["Débutant", "Intermédiaire", "Expert"]
    rows: Rows = [["Réf", "Compétence", "Domaine", *steps, "Lien"]]
    labels: list[Label] = []
    for number, (group, name, texts) in enumerate(corpus("hotel").rows("Hôtellerie"), 31):
        link = f"https://example.org/fr/{number}"
        rows.append([f"C-{number}", name, group, *texts, link])
        labels += [
            Label("step", "", step, name, text) for step, text in zip(steps, texts, strict=True)
        ]
        labels.append(Label("link", "", "", name, link))
    book = Book()
    sheet(book, "Référentiel", rows, first=True)
    return book, tuple(labels)


@shape(held_back=True)
def later_levels_down_with_two_heads_and_years() -> tuple[Book, Labels]:
    one = corpus("banca")
    names = [name for _, name, _ in one.rows("Banca")]
    rows: Rows = [["Nivel", *("A", "B", "C")], ["", *names]]
    for at, level in enumerate(one.levels):
        code = f"{one.codes[at]} ({at * 2}-{at * 2 + 2} años)"
        rows.append([code, *(texts[at] for _, _, texts in one.rows("Banca"))])
        assert level
    book = Book()
    sheet(book, "Banca", rows, first=True)
    return book, one.labels("Banca", one.codes)


@shape(held_back=True)
def later_skills_by_role_with_importance() -> tuple[Book, Labels]:
    rows: Rows = [["Job family", "Grade", "Skill", "Required level", "Criticality", "Skill ID"]]
    labels: list[Label] = []
    for number in (1, 2):
        for key, name, step, how in (
            ("S-11", "Welding", "2 - Working", "Essential"),
            ("S-12", "Reading plans", "3 - Advanced", "Secondary"),
        ):
            rows.append(["Steel Building", f"G{number}", name, step, how, key])
            importance = "core" if how == "Essential" else "supporting"
            labels.append(Label("use", "Steel Building", f"G{number}", name, step[4:]))
            labels.append(Label("importance", "Steel Building", f"G{number}", name, importance))
            labels.append(Label("id", "", "", name, key))
    book = Book()
    sheet(book, "Requirements", rows, first=True)
    return book, tuple(dict.fromkeys(labels))


@shape(held_back=True)
def later_matrix_with_remarks_everywhere() -> tuple[dict[str, Book], Labels]:
    one = corpus("retail")
    book = Book()
    made = sheet(book, "Sheet1", [["Retail career ladder"], ["Owner: Ines Alder"], []], first=True)
    made.append(["Skill area", "What it is about", *one.levels, "Open questions"])
    for cell in made[4]:
        cell.fill, cell.font = GREY, Font(bold=True)
    for _, name, texts in one.rows("Retail"):
        about = f"All that has to do with {name.casefold()} in our shops, day by day"
        made.append([name, about, *map(listed, texts), "?"])
    made["C5"].comment = Comment("Is this really for beginners?", "Tom")
    made.append([])
    made.append(["* agreed with the works council"])
    return {"Retail.xlsx": book}, one.labels("Retail")


@shape(held_back=True)
def later_shift_plan() -> tuple[Book, Labels]:
    rows: Rows = [["Shift", "Mon", "Tue", "Wed", "Thu"]]
    names = ["Amara", "Jonas", "Mei", "Luis"]
    rows += [[shift, *names] for shift in ("Early", "Late", "Night")]
    book = Book()
    sheet(book, "Week 14", rows, first=True)
    return book, ()


@shape(held_back=True)
def later_talent_review() -> tuple[Book, Labels]:
    rows: Rows = [["Name", "Job title", "Grade", "Performance", "Potential", "Next move"]]
    people: list[list[Any]] = [
        ["Amara Osei", "Accountant", "P2", "3", "2", "Leads the closing of the year next spring"],
        ["Jonas Weber", "Treasurer", "P3", "2", "3", "Takes over the cash planning of the group"],
        ["Mei Tanaka", "Clerk", "P1", "3", "3", "Learns the ledger from an older colleague"],
    ]
    book = Book()
    sheet(book, "Review", [*rows, *people], first=True)
    return book, ()
