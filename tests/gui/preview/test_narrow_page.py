"""The page beside the form breaks no word, however narrow it is made."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laddereditor.assets import sample_ladders
from laddereditor.gui.look.theme import apply_theme
from laddereditor.gui.preview.page_view import PageView
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.session.session import Session
from laddereditor.storage.files.document import Document, read_bytes

PROFILE = "families/ai-ml-engineer/P3"


@pytest.fixture(scope="module")
def document() -> Document:
    return read_bytes(sample_ladders()["technology.yaml"].read_bytes())


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication, document: Document) -> PageView:
    apply_theme(qapp, "light")
    workspace = Workspace()
    workspace.open(Session(document))
    workspace.go_to(PROFILE)
    view = PageView(workspace)
    qtbot.addWidget(view)
    return view


def broken_words(view: PageView) -> Iterator[str]:
    """Yield the words of the page that stand on two lines."""
    block = view.document().begin()
    while block.isValid():
        layout, text = block.layout(), block.text()
        for number in range(1, layout.lineCount()):
            start = layout.lineAt(number).textStart()
            if text[start - 1].isalpha() and text[start].isalpha():
                yield f"{text[:start].split()[-1]}|{text[start:].split()[0]}"
        block = block.next()


@pytest.mark.parametrize("width", [190, 230, 300, 460])
def test_that_no_word_of_the_page_is_broken(view: PageView, width: int) -> None:
    view.resize(width, 900)
    view.show()
    view.draw()
    assert not list(broken_words(view))


def test_that_terms_are_beside_what_they_mean_where_there_is_room(
    qtbot: QtBot, view: PageView
) -> None:
    view.resize(500, 900)
    view.show()
    view.draw()
    wide = view.toPlainText()
    heights = [view.document().size().height()]
    view.resize(200, 900)
    qtbot.waitUntil(lambda: view.document().find("Scope").currentTable().columns() == 1)
    view.resize(500, 900)
    qtbot.waitUntil(lambda: view.document().find("Scope").currentTable().columns() == 2)
    assert view.toPlainText() == wide
    assert view.document().size().height() == heights[0]
