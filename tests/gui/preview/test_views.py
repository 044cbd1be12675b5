"""Page and source follow what is selected and typed, and show texts as they are."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from laddereditor.edits.fields import set_field
from laddereditor.gui.window.main_window import MainWindow
from laddereditor.model.address import Address, FieldPath
from tests.gui.samples import SMALL
from tests.gui.window.helpers import field_of, session_of, trigger, type_summary

_TAGGED = "<b>Bold</b> & <img src='x'>"


def _line_of(text: str) -> int:
    return SMALL.split("\n").index(text) + 1


def test_that_the_source_follows_selection_and_typing(qtbot: QtBot, window: MainWindow) -> None:
    window.pages.show_dock("source")
    editor, caption = window.source.editor, window.source.findChild(QLabel)
    assert caption is not None
    window.workspace.go_to("skills/mentoring")
    qtbot.waitUntil(lambda: "- id: mentoring" in editor.toPlainText())
    first = _line_of("  - id: mentoring")
    assert caption.text() == f"small.yaml, lines {first}–{first + 3}"
    assert editor.isReadOnly()
    type_summary(qtbot, window, "Mine")
    qtbot.waitUntil(lambda: "summary: Mine" in editor.toPlainText())
    assert caption.text().startswith(f"small.yaml, lines {_line_of('  - id: P2')}–")
    assert caption.text().endswith("not saved yet")
    number = editor.textCursor().blockNumber()
    assert editor.document().findBlockByNumber(number).text() == "    summary: Mine"
    trigger(window, "edit.undo")
    qtbot.waitUntil(lambda: "summary: Works alone" in editor.toPlainText())


def test_that_the_source_draws_in_both_schemes_and_sizes(window: MainWindow) -> None:
    window.pages.show_dock("source")
    window.workspace.go_to("levels/P2")
    pictures = []
    for scheme in ("light", "dark"):
        trigger(window, f"view.{scheme}")
        trigger(window, "view.zoom_in")
        window.source.draw()
        pictures.append(window.source.editor.grab().toImage())
    assert pictures[0] != pictures[1]
    size = window.source.editor.font().pointSizeF()
    trigger(window, "view.zoom_reset")
    assert window.source.editor.font().pointSizeF() < size
    trigger(window, "view.light")


def test_that_the_page_follows_selection_and_typing(qtbot: QtBot, window: MainWindow) -> None:
    window.pages.show_dock("page")
    window.workspace.go_to("families/software/P1")
    qtbot.waitUntil(lambda: "Junior Engineer" in window.page.toPlainText())
    window.workspace.go_to("levels/P2", FieldPath("summary"))
    qtbot.waitUntil(lambda: "Works alone" in window.page.toPlainText())
    field = field_of(window)
    qtbot.wait(100)  # for what going there has to draw
    field.selectAll()
    qtbot.keyClicks(field, "Mine and nobody else's")
    qtbot.waitUntil(lambda: "Mine and nobody else's" in window.page.toPlainText())


def test_that_a_hidden_view_is_drawn_when_it_comes_in_sight(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.docks["page"].hide()
    window.docks["source"].hide()
    type_summary(qtbot, window, "Mine")
    qtbot.wait(100)
    for view in ("page", "source"):
        window.pages.show_dock(view)
    window.pages.show_dock("page")
    assert "Mine" in window.page.toPlainText()
    assert "Mine" in window.source.editor.toPlainText()


@pytest.mark.parametrize("address", ["", "families/software", "families/software/P1"])
def test_that_tags_in_a_file_are_shown_as_text(window: MainWindow, address: str) -> None:
    window.pages.show_dock("page")
    session = session_of(window)
    field = "title" if address.endswith("P1") else "name"
    session.apply(set_field(session.ladder, Address(address), field, _TAGGED))
    window.workspace.go_to(address)
    window.page.draw()
    assert _TAGGED in window.page.toPlainText()


def test_that_views_are_empty_when_the_last_ladder_is_closed(
    qtbot: QtBot, window: MainWindow, path: Path
) -> None:
    window.workspace.go_to("levels/P2")
    trigger(window, "file.close")
    window.opening.open_files([path])
    window.pages.show_dock("source")
    window.source.draw()
    assert "laddereditor: 1" in window.source.editor.toPlainText()
