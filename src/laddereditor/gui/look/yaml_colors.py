"""Colours for the text of a ladder file, line by line."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from laddereditor.gui.look.theme import Theme

_KEY = re.compile(r"^(\s*(?:- +)*)([^\s#'\"{\[-][^:#]*|'[^']*'|\"[^\"]*\")(:)(?=\s|$)")
_FLOW_KEY = re.compile(r"(?<=[{,])\s*([A-Za-z0-9_-]+)(:)(?=\s)")
_DASH = re.compile(r"^\s*(- +)+|^\s*-$")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
_NUMBER = re.compile(r"(?<=[:\s\[,])-?\d+(?:[.\-]\d+)*(?=\s*(?:[,}\]#]|$))")


_LONGEST = 2000  # characters of a line that are coloured


class YamlColors(QSyntaxHighlighter):
    """Colours keys, dashes, quoted text, numbers and comments by roles of the theme.

    Only the lines that are in view are coloured: a record may have tens of thousands.
    """

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme
        self._in_sight = range(200)
        self._waiting: set[int] = set()  # lines out of view that have no colours yet

    def use(self, theme: Theme) -> None:
        """Colour everything again with another theme."""
        self._theme = theme
        self.rehighlight()

    def show_lines(self, first: int, last: int) -> None:
        """Colour the lines that come into view, from `first` to `last`."""
        self._in_sight = range(first, last + 1)
        for number in self._waiting.intersection(self._in_sight):
            self.rehighlightBlock(self.document().findBlockByNumber(number))

    def highlightBlock(self, text: str) -> None:
        """Colour one line if it is in view; Qt calls this."""
        number = self.currentBlock().blockNumber()
        if number in self._in_sight:
            self._waiting.discard(number)
            self._colour(text[:_LONGEST])
        else:
            self._waiting.add(number)

    def _colour(self, text: str) -> None:
        key = _KEY.match(text)
        if key:
            self._paint(key.start(2), key.end(3), "code_key")
        for match in _FLOW_KEY.finditer(text):
            self._paint(match.start(1), match.end(2), "code_key")
        dash = _DASH.match(text)
        if dash:
            self._paint(dash.start(), dash.end(), "code_marker")
        for match in _NUMBER.finditer(text):
            self._paint(match.start(), match.end(), "code_number")
        quoted = [(match.start(), match.end()) for match in _QUOTED.finditer(text)]
        for start, end in quoted:
            if not key or start >= key.end():
                self._paint(start, end, "code_string")
        for match in _COMMENT.finditer(text):
            if not any(start <= match.start() < end for start, end in quoted):
                self._paint(match.start(), match.end(), "code_comment", italic=True)

    def _paint(self, start: int, end: int, role: str, *, italic: bool = False) -> None:
        look = QTextCharFormat()
        look.setForeground(QColor(self._theme.color(role)))
        if italic:
            look.setFontItalic(True)
        if role == "code_key":
            look.setFontWeight(QFont.Weight.Medium)
        self.setFormat(start, end - start, look)
