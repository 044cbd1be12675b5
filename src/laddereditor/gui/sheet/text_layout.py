"""Texts of cells set in lines: kept by text and width, so that scrolling only draws."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat, QTextLayout, QTextOption

from laddereditor.gui.theme import Theme, load_theme
from laddereditor.presentation.compare.hyphens import softened
from laddereditor.presentation.sheet.content import CellRun, Look, Tag

_ROLES: dict[Look, str] = {
    "text": "text",
    "strong": "text",
    "muted": "text_muted",
    "small": "text_muted",
    "example": "text_muted",
    "inherited": "text_inherited",
    "came": "added",
    "went": "removed",
    "gap": "warning",
}
_SMALL = 0.88
_TAG_PAD = 5.0
_TAG_GAP = 5.0
_TAG_LETTERS = 14
_LEAST = 40  # pixels that a line of text has at least


@dataclass(frozen=True, slots=True)
class PlacedTag:
    """A tag and the box it is drawn in."""

    tag: Tag
    box: QRectF


@dataclass(frozen=True, slots=True)
class SetText:
    """The text of a cell broken into lines."""

    layout: QTextLayout
    tags: tuple[PlacedTag, ...]
    height: float


@lru_cache(maxsize=16384)
def set_text(
    runs: tuple[CellRun, ...], tags: tuple[Tag, ...], width: int, font_key: str, scheme: str
) -> SetText:
    """Return what a cell shows, set in lines of a width; the tags stand in the first line."""
    font = QFont()
    font.fromString(font_key)
    theme = load_theme("dark" if scheme == "dark" else "light")
    placed, left, line_height = _placed(tags, width, font)
    texts = [softened(run.text).replace("\n", "\u2028") for run in runs]
    layout = QTextLayout("".join(texts), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(runs, texts, font, theme))
    layout.setCacheEnabled(True)
    below = bool(texts) and bool(placed) and width - left < max(_LEAST, 0.3 * width)
    top = (
        placed[-1].box.bottom() + 2
        if below
        else max((tag.box.top() for tag in placed), default=0.0)
    )
    height = _break(layout, width, 0.0 if below else left, max(0.0, top - 1.0) if placed else 0.0)
    end = placed[-1].box.bottom() + 1 if placed else line_height
    return SetText(layout, placed, max(height, end))


def _placed(
    tags: tuple[Tag, ...], width: int, font: QFont
) -> tuple[tuple[PlacedTag, ...], float, float]:
    """Return the tags in their boxes, where the text goes on, and the height of a line."""
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


def _break(layout: QTextLayout, width: int, indent: float, top: float) -> float:
    """Break a layout into lines, the first one indented; returns where the last one ends."""
    layout.beginLayout()
    height = top
    while (line := layout.createLine()).isValid():
        line.setLeadingIncluded(True)
        line.setLineWidth(max(width - indent, _LEAST))
        line.setPosition(QPointF(indent, height))
        height += line.height()
        indent = 0.0
    layout.endLayout()
    return height


def _formats(
    runs: tuple[CellRun, ...], texts: list[str], font: QFont, theme: Theme
) -> list[QTextLayout.FormatRange]:
    found, start = [], 0
    for run, text in zip(runs, texts, strict=True):
        piece = QTextLayout.FormatRange()
        # Qt counts a letter outside the basic plane twice.
        piece.start, piece.length = start, len(text.encode("utf-16-le")) // 2
        piece.format = _format(run.look, font, theme)
        found.append(piece)
        start += piece.length
    return found


def _format(look: Look, font: QFont, theme: Theme) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(theme.color(_ROLES[look]))
    if look in ("inherited", "gap"):
        form.setFontItalic(True)
    elif look == "came":
        form.setFontUnderline(True)
    elif look == "went":
        form.setFontStrikeOut(True)
    elif look == "strong":
        form.setFontWeight(QFont.Weight.DemiBold)
    elif look in ("small", "example"):
        form.setFontPointSize(font.pointSizeF() * _SMALL)
    return form


def small(font: QFont) -> QFont:
    """Return a font for tags."""
    found = QFont(font)
    found.setPointSizeF(font.pointSizeF() * _SMALL)
    return found
