"""Wrapped texts of cells: laid out once for a width and a font, then measured and drawn."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from laddereditor.presentation.compare.hyphens import softened


@lru_cache(maxsize=4096)
def laid_out(text: str, width: int, font_key: str) -> QTextLayout:
    """Return a text broken into lines of a width; long words are broken where they must be."""
    font = QFont()
    font.fromString(font_key)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(softened(text).replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLeadingIncluded(True)
        line.setLineWidth(max(width, 24))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def text_height(text: str, width: int, font: QFont) -> int:
    """Return the height of a text at a width, 0 for no text."""
    return ceil(laid_out(text, width, font.toString()).boundingRect().height()) if text else 0
