"""Colours for the text of a ladder file, line by line."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from laddereditor.gui.theme import Theme

_KEY = re.compile(r"^(\s*(?:- +)*)([^\s#'\"{\[-][^:#]*|'[^']*'|\"[^\"]*\")(:)(?=\s|$)")
_FLOW_KEY = re.compile(r"(?<=[{,])\s*([A-Za-z0-9_-]+)(:)(?=\s)")
_DASH = re.compile(r"^\s*(- +)+|^\s*-$")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")
_QUOTED = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"\\]|\\.)*\"")
_NUMBER = re.compile(r"(?<=[:\s\[,])-?\d+(?:[.\-]\d+)*(?=\s*(?:[,}\]#]|$))")


class YamlColors(QSyntaxHighlighter):
    """Colours keys, dashes, quoted text, numbers and comments by roles of the theme."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._theme = theme

    def use(self, theme: Theme) -> None:
        """Colour everything again with another theme."""
        self._theme = theme
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Colour one line; Qt calls this."""
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
