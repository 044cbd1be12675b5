"""What the welcome page and the file menus offer: samples, recent files, ways to start."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from laddereditor.assets import sample_ladders
from laddereditor.gui.look.escaping import shown
from laddereditor.gui.welcome.page import WelcomeLink, action_link, recent_link

if TYPE_CHECKING:
    from laddereditor.gui.commands.actions import Actions
    from laddereditor.gui.files.opening import Opening
    from laddereditor.gui.settings.settings import Settings


def file_menus(settings: "Settings", opening: "Opening", parent: QWidget) -> tuple[QMenu, QMenu]:
    """Return the menus of recent files and of samples, which are filled whenever they open.

    Args:
        settings: Has the recent files.
        opening: Opens what is chosen.
        parent: The parent widget.
    """
    recent, samples = QMenu("Open &recent", parent), QMenu("Open a sam&ple", parent)
    recent.aboutToShow.connect(partial(_fill_recent, recent, settings, opening))
    samples.aboutToShow.connect(partial(_fill_samples, samples, opening))
    return recent, samples


def _fill_recent(menu: QMenu, settings: "Settings", opening: "Opening") -> None:
    menu.clear()
    for path in settings.paths("recent"):
        action = menu.addAction(shown(path.name))
        action.setStatusTip(str(path))
        action.triggered.connect(lambda _=False, path=path: opening.open_files([path]))
    if menu.isEmpty():
        menu.addAction("No recent files").setEnabled(False)


def _fill_samples(menu: QMenu, opening: "Opening") -> None:
    menu.clear()
    for name in sample_ladders():
        action = menu.addAction(sample_title(name))
        action.triggered.connect(lambda _=False, name=name: opening.open_sample(name))


def sample_title(name: str) -> str:
    """Return what a sample is called: `technology.yaml` -> "Technology ladder"."""
    return f"{Path(name).stem.replace('-', ' ').capitalize()} ladder"


def welcome_links(
    actions: "Actions",
    settings: "Settings",
    opening: "Callable[[], Opening]",
    back: Callable[[], object] | None,
) -> tuple[list[WelcomeLink], list[WelcomeLink], list[WelcomeLink]]:
    """Return what the welcome page offers: to start, samples, recent files.

    Args:
        actions: those of the window's commands
        settings: with the recent files
        opening: what opens files; it is asked for when a link is used
        back: goes back to the open ladder, None if there is none
    """
    start = [
        action_link(actions["file.open"], "open", "A ladder file of yours or a colleague's"),
        action_link(actions["file.new"], "new", "From a template with tracks and levels"),
        WelcomeLink(
            "From Excel or Word…",
            "import-page",
            "Read a spreadsheet, a document or a saved level page",
            actions["file.import_page"].trigger,
        ),
        action_link(actions["file.paste_page"], "paste-page", "Paste a level page you have copied"),
        action_link(
            actions["file.template"], "template", "An Excel file with samples to write over"
        ),
    ]
    if back is not None:
        start.insert(0, WelcomeLink("Back to the ladder", "previous", "Go on where you were", back))
    samples = [
        WelcomeLink(
            sample_title(name),
            "sample",
            "Opens as a copy to try things out",
            partial(_open_sample, opening, name),
        )
        for name in sample_ladders()
    ]
    recent = [
        recent_link(path, partial(_open_file, opening, path))
        for path in settings.paths("recent")[:6]
    ]
    return start, samples, recent


def _open_sample(opening: "Callable[[], Opening]", name: str) -> None:
    opening().open_sample(name)


def _open_file(opening: "Callable[[], Opening]", path: Path) -> None:
    opening().open_files([path])
