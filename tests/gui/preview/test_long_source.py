"""The source view of long records and long lines: only what is in sight is coloured."""

import pytest
from PySide6.QtGui import QTextBlock
from pytestqt.qtbot import QtBot

from laddereditor.gui.look.yaml_colors import YamlColors
from laddereditor.gui.preview.source_view import SourceEditor, cut_lines

LINES = 5000
TEXT = "\n".join(f'  - "quoted" number {n}  # why' for n in range(LINES))


def _is_coloured(block: QTextBlock) -> bool:
    return bool(block.layout().formats())


@pytest.fixture
def editor(qtbot: QtBot) -> SourceEditor:
    made = SourceEditor()
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def test_that_only_lines_in_sight_are_coloured(
    editor: SourceEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    coloured: list[str] = []
    colour = YamlColors._colour
    monkeypatch.setattr(
        YamlColors, "_colour", lambda self, text: (coloured.append(text), colour(self, text))[1]
    )
    editor.show_text(1, TEXT)
    editor.grab()
    assert 0 < len(coloured) < 400
    editor.mark_line(LINES // 2)
    editor.grab()
    assert _is_coloured(editor.document().findBlockByNumber(LINES // 2))
    assert not _is_coloured(editor.document().findBlockByNumber(LINES - 2))
    assert len(coloured) < 600


def test_that_a_line_that_comes_into_sight_by_scrolling_is_coloured(editor: SourceEditor) -> None:
    editor.show_text(1, TEXT)
    editor.verticalScrollBar().setValue(4000)
    editor.grab()
    first = editor.firstVisibleBlock()
    assert first.blockNumber() > 3000
    assert _is_coloured(first) and _is_coloured(first.next())


def test_that_a_very_long_line_is_cut_and_that_is_counted() -> None:
    text, cut = cut_lines("short\n" + "x" * 1_000_000 + "\nend")
    assert cut == 1
    assert len(text) < 11_000
    assert text.startswith("short\n") and text.endswith("…\nend")
    assert cut_lines("a\nb") == ("a\nb", 0)
