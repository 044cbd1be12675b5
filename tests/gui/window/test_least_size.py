"""The window fits on a small screen, whatever is shown in it and however long the names are."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.app import open_window
from laddereditor.gui.compare.strip import TrackStrip
from laddereditor.gui.forms.labels import LinkButton
from laddereditor.gui.settings.settings import Settings
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address
from tests.gui.fakes import FakeDialogs
from tests.gui.samples import SMALL
from tests.gui.window.helpers import trigger

_ENTRIES = ("", "families/software/P2", "levels/P2", "families/software", "skills/python")
_SMALL_SCREEN = QSize(890, 480)  # of 1366 by 768 pixels at 150 %, less the frame
_SMALLEST_HEIGHT = 450  # of 720 pixels at 150 %, less the frame
_NARROW = 640  # pixels: half of a common screen
_LONG = "W" * 200


def _long_names() -> str:
    text = re.sub(r"(name|title|category|function): [^,}\n]+", rf"\1: {_LONG}", SMALL)
    return text.replace("[Backend, Frontend]", f"[{_LONG}]")


@pytest.fixture(params=["usual", "long"])
def window(
    qtbot: QtBot, tmp_path: Path, dialogs: FakeDialogs, request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    path = tmp_path / "small.yaml"
    path.write_text(_long_names() if request.param == "long" else SMALL, "utf-8")
    window = open_window([path], dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    dialogs.answers["save_changes"] = "discard"
    window.resize(1000, 600)
    with qtbot.waitExposed(window):
        window.show()
    yield window


def _everything(window: MainWindow) -> Iterator[str]:
    """Show one thing after the other; yields what is shown."""
    window.workspace.attempt(set_field, Address("levels/P2"), "summary", "Works " + "on" * 200)
    for entry in _ENTRIES:
        window.pages.show_page("form")
        window.workspace.go_to(Address(entry))
        yield f"form of {entry}"
    for view in ("matrix", "compare", "changes"):
        trigger(window, f"view.{view}")
        yield view
    window.workspace.go_to(Address("families/software/P1"))
    trigger(window, "compare.next")
    yield "a comparison"


def test_that_a_long_track_fits_on_a_small_screen(window: MainWindow) -> None:
    window.opening.open_sample("technology.yaml")
    window.workspace.go_to(Address("families/software-engineer/P3"))
    trigger(window, "compare.track")
    for _ in range(3):
        QApplication.processEvents()
    strip = window.findChild(TrackStrip)
    assert strip is not None
    assert len(strip.buttons) == 5
    assert window.minimumSizeHint().width() <= _NARROW
    window.appearance.zoom(5)
    window.refresh_appearance()
    least = strip.minimumSizeHint().width()
    trigger(window, "view.zoom_reset")
    assert least < _NARROW / 2


def _too_large(window: MainWindow, room: QSize) -> Iterator[tuple[str, QSize]]:
    for shown in _everything(window):
        QApplication.processEvents()
        least = window.minimumSizeHint().expandedTo(window.minimumSize())
        if least.boundedTo(room) != least:
            yield shown, least


def test_that_every_view_fits_on_a_small_screen(window: MainWindow) -> None:
    assert not list(_too_large(window, _SMALL_SCREEN))
    assert window.size() == QSize(1000, 600)


@pytest.mark.parametrize("window", ["usual"], indirect=True)
def test_that_a_form_with_problems_and_ladder_tabs_fits_in_720_pixels_at_150_percent(
    window: MainWindow,
) -> None:
    window.opening.open_sample("technology.yaml")
    window.docks.show("problems")
    for shown in ("families/software-engineer/P3", "levels/P3", "skills/python"):
        window.workspace.go_to(Address(shown))
        QApplication.processEvents()
        assert window.tabs.isVisible()
        assert window.minimumSizeHint().height() <= _SMALLEST_HEIGHT


def test_that_every_view_fits_in_large_type(window: MainWindow) -> None:
    window.appearance.zoom(5)
    window.refresh_appearance()
    large = list(_too_large(window, QSize(1000, 600)))
    trigger(window, "view.zoom_reset")
    assert not large


def test_that_tree_form_and_page_share_a_narrow_window(
    qtbot: QtBot, tmp_path: Path, dialogs: FakeDialogs
) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    window = MainWindow(Settings.forgetful(), dialogs=dialogs)
    qtbot.addWidget(window, before_close_func=lambda w: w.shut_down())
    window.resize(900, 600)
    window.finish_startup()
    window.opening.open_files([path])
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(window.form.isVisible)
    assert window.form.width() > window.page.width() > 200
    assert window.tree.width() >= 180


def test_that_the_links_above_a_form_are_whole_where_they_have_room(window: MainWindow) -> None:
    window.resize(1400, 700)
    window.workspace.go_to(Address("skills/python"))
    QApplication.processEvents()
    links = [one for one in window.form.findChildren(LinkButton, "") if one.text() == "Skills"]
    assert links
