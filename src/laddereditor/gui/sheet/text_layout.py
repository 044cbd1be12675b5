"""Laid-out texts of cells, cached by text and width, so that scrolling only draws."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from laddereditor.gui.text.layout import lay_out, small
from laddereditor.presentation.sheet.content import Tag
from laddereditor.presentation.text.runs import TextRun

_TAG_PAD = 5.0
_TAG_GAP = 5.0
_TAG_LETTERS = 14
_MINIMUM = 40  # pixels that a line of text has at least


@dataclass(frozen=True, slots=True)
class PlacedTag:
    """A tag and the box it is drawn in."""

    tag: Tag
    box: QRectF


@dataclass(frozen=True, slots=True)
class LaidOutText:
    """The text of a cell broken into lines."""

    layout: QTextLayout
    tags: tuple[PlacedTag, ...]
    height: float


@lru_cache(maxsize=16384)
def set_text(
    runs: tuple[TextRun, ...], tags: tuple[Tag, ...], width: int, font_key: str, scheme: str
) -> LaidOutText:
    """Return the content of a cell laid out in lines of a width; tags are on the first line.

    Args:
        runs: The text with its looks.
        tags: What is on the first line behind the text.
        width: The width in pixels.
        font_key: The font as text: Qt fonts cannot be keys of a cache.
        scheme: The colour scheme, light or dark.
    """
    font = QFont()
    font.fromString(font_key)
    placed, left, line_height = _placed(tags, width, font)
    below = bool(runs) and bool(placed) and width - left < max(_MINIMUM, 0.3 * width)
    top = (
        placed[-1].box.bottom() + 2
        if below
        else max((tag.box.top() for tag in placed), default=0.0)
    )
    lines = lay_out(
        runs,
        width,
        font_key,
        scheme=scheme,
        indent=0.0 if below else left,
        top=max(0.0, top - 1.0) if placed else 0.0,
    )
    end = placed[-1].box.bottom() + 1 if placed else line_height
    return LaidOutText(lines.layout, placed, max(lines.height, end))


def _placed(
    tags: tuple[Tag, ...], width: int, font: QFont
) -> tuple[tuple[PlacedTag, ...], float, float]:
    """Return the tags in their boxes, where the text continues, and the height of a line."""
    metrics, line = QFontMetricsF(small(font)), QFontMetricsF(font).height()
    placed, x, y = [], 0.0, 1.0
    for tag in tags:
        pad = 0.0 if tag.quiet else 2 * _TAG_PAD
        wide = min(metrics.horizontalAdvance(tag.words) + pad, float(width))
        if x and x + wide > width:
            x, y = 0.0, y + line + 2
        placed.append(PlacedTag(tag, QRectF(x, y, wide, line - 2)))
        x += wide + _TAG_GAP
    return tuple(placed), x, line
