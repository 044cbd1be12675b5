"""The seam for a spelling checker: what it names is underlined, emoji before it or not."""

import re
from collections.abc import Iterable

from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from laddereditor.gui.text.editor import TextEditor

WAVE = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


class Checker:
    def misspelled(self, text: str) -> Iterable[tuple[int, int]]:
        return [found.span() for found in re.finditer("teh", text)]


def underlined(editor: TextEditor) -> list[tuple[int, int]]:
    found = editor.document().begin().layout().formats()
    return [(one.start, one.length) for one in found if one.format.underlineStyle() == WAVE]


def test_that_what_a_checker_finds_is_underlined_until_it_is_taken_away(qtbot: QtBot) -> None:
    editor = TextEditor()
    qtbot.addWidget(editor)
    editor.put("🚀 teh end")
    editor.check_spelling(Checker())
    qtbot.waitUntil(lambda: underlined(editor) == [(3, 3)])
    editor.check_spelling(None)
    qtbot.waitUntil(lambda: underlined(editor) == [])
    assert editor.text() == "🚀 teh end"
