"""Makes the docs' pictures from the real window, light and dark.

    python docs/make_pictures.py [FOLDER]        # default: docs/pictures

Runs offscreen; needs at least one font on the machine, and Chromium for the pictures of the site.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from openpyxl import Workbook
from PySide6.QtWidgets import QApplication

from laddereditor.compare.sheet.equivalent_table import equivalent_table
from laddereditor.edits.cells.filling import fill
from laddereditor.edits.edit import Edit
from laddereditor.edits.fields import set_field
from laddereditor.edits.lists import insert_items, remove_items
from laddereditor.edits.references import rename
from laddereditor.exchange.tables import Pin
from laddereditor.gui.app import make_application, open_window
from laddereditor.gui.compare.view import CompareView
from laddereditor.gui.titles.view import TitlesView
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.mapping.work import MappingWork
from laddereditor.reports.export_scope import export_source
from laddereditor.reports.exporter import ExportScope, unheard
from laddereditor.reports.site.exporter import SITE
from laddereditor.session.mapped_workbook import read_and_map
from laddereditor.storage.files.ladder_files import open_ladder

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "ladders" / "technology.yaml"
# Name of the picture -> address shown; the window's parts follow from `arrange`.
SCENES = {
    "window": "profile",
    "level": "level",
    "source": "profile",
    "matrix": "profile",
    "compare": "profile",
    "track": "profile",
    "titles": "profile",
    "mapping": "profile",
    "equivalents": "profile",
    "changes": "profile",
    "problems": "level",  # the last: it spoils the ladder
}

TITLES = """\
Employee,Job title,Department
1017,Senior Software Engineer,Platform
1018,Backend Engineer II,Platform
1019,Sr. Frontend Eng,Web
1020,UX Designer,Design
1021,Software Enginer III,Platform
1022,Engineer,Mobile
1023,Accountant,Finance
"""
BOOK = {
    "Bread": (
        ("Competency", "Journey Baker", "Senior Baker", "Master Baker", "Remarks"),
        ("Dough",),
        ("Mixing", "Mixes by recipe", "Adjusts recipes to the flour", "Writes recipes", "To do"),
        ("Fermentation", "Watches time and warmth", "Plans the doughs of a day", "", ""),
        ("Oven",),
        ("Baking", "Loads and empties the oven", "Sets heat and steam", "Buys ovens", ""),
        (),
        ("Ask Ida before you change this sheet.",),
    ),
    "Staff": (
        ("Name", "E-mail", "Level"),
        ("Ida", "ida@bakery.example", "Master Baker"),
        ("Ben", "ben@bakery.example", "Journey Baker"),
        ("Eva", "eva@bakery.example", "Senior Baker"),
    ),
}
SURVEY = (  # code, name and confidence in two schemes, by level
    ("E1", "Entry", "confirmed", "Junior", "", "proposed"),
    ("E2", "Developing", "confirmed", "Regular", "", "confirmed"),
    ("E3", "Career", "confirmed", "", "", ""),
    ("E4", "Advanced", "proposed", "Senior", "", "confirmed"),
    ("", "", "", "Lead", "", "proposed"),
)


def settle(app: QApplication) -> None:
    """Let timers and layouts come to rest."""
    for _ in range(20):
        app.processEvents()
        app.thread().msleep(10)


def addresses(window: MainWindow) -> dict[str, str]:
    """Return a telling address of each kind in the ladder that is open."""
    session = window.workspace.session
    assert session is not None
    ladder = session.ladder
    family = ladder.families[0]
    profile = family.profiles[min(2, len(family.profiles) - 1)]
    return {
        "profile": f"families/{family.id}/{profile.level}",
        "level": f"levels/{ladder.levels[2].id}",
    }


def arrange(window: MainWindow, scene: str) -> None:
    """Bring the window into the state that a scene shows."""
    if scene in ("matrix", "compare", "track", "titles", "mapping", "equivalents", "changes"):
        show_table(window, scene)
        return
    window.pages.show_form()
    window.pages.show_dock("source" if scene == "source" else "page")
    if scene == "problems":
        show_problems(window)


def show_table(window: MainWindow, scene: str) -> None:
    """Show one of the pages that take the room of the sides."""
    place = addresses(window)["profile"]
    if scene == "changes":
        change_some(window, place)
    if scene == "equivalents":
        window.workspace.apply(with_equivalents(window))
    if scene == "mapping":
        show_mapping(window)
        return
    page = window.pages.show_page("compare" if scene == "track" else scene)
    if isinstance(page, CompareView):
        if scene == "track":
            page.levels.compare_track(Address(place))
        else:
            page.levels.compare_with_next(Address(place))
    if isinstance(page, TitlesView) and window.workspace.session is not None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "titles.csv"
            path.write_text(TITLES, "utf-8")
            page.read(window.workspace.session, path)
            settle(make_application())


def show_mapping(window: MainWindow) -> None:
    """Show an invented workbook, one column of which a person has corrected."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Bakery.xlsx"
        book = Workbook()
        for name, rows in BOOK.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        book.remove(book.worksheets[0])
        book.save(path)
        found = read_and_map([path])
    assert found is not None
    view = window.pages.mapping()
    view.begin(MappingWork.begun(found))
    view.decide([Pin("column", "comment", "Bread", 4)])
    view.parts.accounts.toggle("left")


def with_equivalents(window: MainWindow) -> Edit:
    """Return an edit that gives levels the codes of an invented pay survey."""
    session = window.workspace.session
    assert session is not None
    table = equivalent_table(session.ladder, ("Survey", "Acquired company"))
    rows = zip(table.rows[:5], SURVEY, strict=True)
    cells = (pair for row, texts in rows for pair in zip(row.cells, texts, strict=True))
    found = [(cell.place, text) for cell, text in cells if cell.place and text]
    return fill(session.ladder, found)


def change_some(window: MainWindow, place: str) -> None:
    """Change a ladder, in memory only, as somebody might before the next version."""
    session = window.workspace.session
    assert session is not None
    edits: tuple[Callable[[], Edit], ...] = (
        lambda: set_field(
            session.ladder, Address(place), "summary", "Answers for two services of the team"
        ),
        lambda: remove_items(session.ladder, Address(place), "responsibilities", [1]),
        lambda: insert_items(
            session.ladder, Address(place), "responsibilities", 2, ["Coaches one colleague a year"]
        ),
        lambda: rename(session.ladder, Address("levels/P6"), "P7"),
    )
    for edit in edits:
        window.workspace.apply(edit())


def show_problems(window: MainWindow) -> None:
    """Spoil a level, in memory only, as a hurried person might."""
    session = window.workspace.session
    assert session is not None
    address = addresses(window)["level"]
    for name, value in (("track", "profesional"), ("summary", "TBD")):
        window.workspace.apply(set_field(session.ladder, Address(address), name, value))
    window.workspace.go_to(address, FieldPath("summary"))


def make_site(folder: Path, size: tuple[int, int] = (1280, 800)) -> None:
    """Write the pictures of the site, if there is a browser that can be asked for them."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit(f"No pictures of the site: none of {', '.join(BROWSERS)} is installed.")
    ladder = open_ladder(SAMPLE).document.ladder
    with tempfile.TemporaryDirectory() as place:
        for one in SITE.write(export_source(ladder, ExportScope(), date.today()), unheard):
            path = Path(place, one.path)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(one.data)
        page = Path(place, "families", "software-engineer.html").as_uri()
        for number, scheme in enumerate(("dark", "light")):
            options = (
                *("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
                f"--blink-settings=preferredColorScheme={number}",
                f"--window-size={size[0]},{size[1]}",
                f"--screenshot={folder.resolve() / f'site-{scheme}.png'}",
            )
            subprocess.run([browser, *options, page], check=True, capture_output=True)


def make(folder: Path, size: tuple[int, int] = (1440, 900)) -> None:
    """Write every picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    for scheme in ("light", "dark"):
        window = open_window([])
        window.appearance.choose(scheme)
        window.resize(*size)
        window.refresh_appearance()
        window.show()
        settle(app)
        window.grab().save(str(folder / f"welcome-{scheme}.png"))
        window.opening.open_files([SAMPLE])
        for scene, place in SCENES.items():
            window.workspace.go_to(addresses(window)[place])
            arrange(window, scene)
            settle(app)
            window.grab().save(str(folder / f"{scene}-{scheme}.png"))
            if scene == "equivalents" and window.workspace.session is not None:
                window.workspace.session.undo()
        window.hide()
        window.shut_down()
        window.deleteLater()
        settle(app)


if __name__ == "__main__":
    pictures = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    make(pictures)
    make_site(pictures)
