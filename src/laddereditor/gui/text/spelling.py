"""Where a spelling checker hooks into the editor of texts."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from laddereditor.gui.look.theme import current_theme
from laddereditor.presentation.text.units import to_units


class SpellingChecker(Protocol):
    """Knows which words of a text are misspelled."""

    def misspelled(self, text: str) -> Iterable[tuple[int, int]]:
        """Yield start and end of each misspelled word of a line, in code points."""


class SpellingMarks(QSyntaxHighlighter):
    """Underlines what a checker finds misspelled; Qt asks again for each line that changes."""

    def __init__(self, document: QTextDocument, checker: SpellingChecker) -> None:
        super().__init__(document)
        self._checker = checker

    def highlightBlock(self, text: str) -> None:
        """Underline the misspelled words of one line; Qt calls this."""
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        look.setUnderlineColor(current_theme().color("error"))
        for start, end in self._checker.misspelled(text):
            first = to_units(text, start)
            self.setFormat(first, to_units(text, end) - first, look)
