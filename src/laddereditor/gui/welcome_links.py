"""What the welcome page and the file menus offer: samples, recent files, ways to start."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from laddereditor.assets import sample_ladders
from laddereditor.gui.welcome import WelcomeLink, action_link, recent_link
from laddereditor.gui.words import shown

if TYPE_CHECKING:
    from laddereditor.gui.main_window import MainWindow


def connect_file_menus(window: "MainWindow") -> None:
    """Fill the menus of recent files and samples whenever they are opened."""
    window.recent_menu.aboutToShow.connect(partial(_fill_recent, window, window.recent_menu))
    window.samples_menu.aboutToShow.connect(partial(_fill_samples, window, window.samples_menu))


def _fill_recent(window: "MainWindow", menu: QMenu) -> None:
    menu.clear()
    for path in window.settings.paths("recent"):
        action = menu.addAction(shown(path.name))
        action.setStatusTip(str(path))
        action.triggered.connect(lambda _=False, path=path: window.opening.open_files([path]))
    if menu.isEmpty():
        menu.addAction("No recent files").setEnabled(False)


def _fill_samples(window: "MainWindow", menu: QMenu) -> None:
    menu.clear()
    for name in sample_ladders():
        action = menu.addAction(sample_title(name))
        action.triggered.connect(lambda _=False, name=name: window.opening.open_sample(name))


def sample_title(name: str) -> str:
    """Return what a sample is called: `technology.yaml` -> "Technology ladder"."""
    return f"{Path(name).stem.replace('-', ' ').capitalize()} ladder"


def welcome_links(
    window: "MainWindow",
) -> tuple[list[WelcomeLink], list[WelcomeLink], list[WelcomeLink]]:
    """Return what the welcome page offers: to start, samples, recent files."""
    actions = window.actions_by_id
    back = [WelcomeLink("Back to the ladder", "previous", "Go on where you were", window.show_form)]
    start = [
        *(back if window.has_ladder else ()),
        action_link(actions["file.open"], "open", "A ladder file of yours or a colleague's"),
        action_link(actions["file.new"], "new", "From a template with tracks and levels"),
        action_link(actions["file.import_page"], "import-page", "Read a saved level page"),
        action_link(actions["file.paste_page"], "paste-page", "Paste a level page you have copied"),
    ]
    samples = [
        WelcomeLink(
            sample_title(name),
            "sample",
            "Opens as a copy to try things out",
            partial(_open_sample, window, name),
        )
        for name in sample_ladders()
    ]
    recent = [
        recent_link(path, partial(_open_file, window, path))
        for path in window.settings.paths("recent")[:6]
    ]
    return start, samples, recent


def _open_sample(window: "MainWindow", name: str) -> None:
    window.opening.open_sample(name)


def _open_file(window: "MainWindow", path: Path) -> None:
    window.opening.open_files([path])
