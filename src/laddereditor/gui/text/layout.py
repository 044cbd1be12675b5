"""Texts broken into lines: the one way that cells, rows and heads measure and draw a text."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from laddereditor.gui.look.theme import Theme, load_theme
from laddereditor.model.spacing import single_spaced
from laddereditor.presentation.text.hyphens import with_soft_hyphens, with_whole_slashes
from laddereditor.presentation.text.runs import TextRole, TextRun
from laddereditor.presentation.text.units import to_place, to_units

MIN_LINE_WIDTH = 24  # pixels that a line of text has at least
_SMALL = 0.88
_LONG = 2000  # signs from which layouts are not kept in great numbers: each takes about 50 bytes
_LONGEST_LINE = 500  # characters; no line of a screen has room for so many
_BOLD = 1.1  # how much wider a word may be in bold letters
_ROLES: dict[TextRole, str] = {
    "text": "text",
    "strong": "text",
    "muted": "text_muted",
    "small": "text_muted",
    "example": "text_muted",
    "nothing": "text_muted",
    "gap": "warning",
    "refused": "error",
    "inherited": "text_inherited",
    "came": "added",
    "added": "added",
    "went": "removed",
    "removed": "removed",
    "left": "text_muted",
    "joined": "text",
}
_GROUNDS: dict[TextRole, str] = {"added": "added_bg", "removed": "removed_bg", "left": "hover"}


def in_sight(painter: QPainter) -> QRectF:
    """Return the part of a widget that a painter draws on; lines outside it are not drawn."""
    moved = painter.transform()
    return QRectF(painter.window()).translated(-moved.dx(), -moved.dy())


@dataclass(frozen=True, slots=True)
class TextLines:
    """A text broken into lines, and where the last one ends, in pixels."""

    layout: QTextLayout
    height: float

    def draw(self, painter: QPainter, origin: QPointF) -> None:
        """Draw the lines that are in view."""
        self.layout.draw(painter, origin, [], in_sight(painter))


@dataclass(frozen=True, slots=True)
class _Order:
    runs: tuple[TextRun, ...]
    width: int
    font_key: str
    scheme: str
    hyphens: bool
    indent: float
    top: float


def lay_out(  # noqa: PLR0913 - a text, its room, and how it is set
    runs: str | tuple[TextRun, ...],
    width: int,
    font: QFont | str,
    *,
    scheme: str = "light",
    hyphens: bool = True,
    indent: float = 0.0,
    top: float = 0.0,
) -> TextLines:
    """Return a text broken into lines.

    Args:
        runs: The text, or runs of it in looks; a plain text is drawn in the painter's colour.
        width: Room of a line in pixels.
        font: The font, or its `toString()`.
        scheme: The theme that gives looks their colours.
        hyphens: Whether long words may be broken at soft hyphens. An editor does not do so: text
            that must break as in its editor has none.
        indent: Pixels that the first line begins further to the right.
        top: Pixels above the first line.
    """
    parts = (TextRun(runs, "plain"),) if isinstance(runs, str) else runs
    key = font if isinstance(font, str) else font.toString()
    order = _Order(parts, max(width, MIN_LINE_WIDTH), key, scheme, hyphens, indent, top)
    return (_one_of_few if sum(len(run.text) for run in parts) > _LONG else _one_of_many)(order)


def text_height(text: str, width: int, font: QFont | str, *, hyphens: bool = True) -> int:
    """Return the height of a text in pixels, 0 for no text.

    Args:
        text: The text.
        width: The width in pixels at which it is broken.
        font: The font, or its `toString()`.
        hyphens: Whether long words are broken with hyphens.
    """
    if not text:
        return 0
    key = font if isinstance(font, str) else font.toString()
    metrics, line, widest = _one_line(key)
    if len(text) < _LONG and text.isascii() and "\n" not in text:
        if len(text) * widest + 2 < width or metrics.horizontalAdvance(text) + 2 < width:
            return line
        return _height_of_many(text, width, key, hyphens)
    return _height(text, width, key, hyphens)


def first_lines(text: str, width: int, font: QFont, most: int) -> str:
    """Return what a number of lines has room for; if that is not all, it ends with "…".

    Args:
        text: The text.
        width: Room of a line in pixels.
        font: The font that it is drawn in.
        most: How many lines there may be, at least 1.
    """
    text = text[: most * _LONGEST_LINE]
    layout = lay_out(text, width, font, hyphens=False).layout
    if layout.lineCount() <= most:
        return text
    start = to_place(text, layout.lineAt(most - 1).textStart())
    rest = single_spaced(text[start:])
    room = max(width, MIN_LINE_WIDTH) - 1
    last = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, room)
    return text[:start] + last


def plain_line(width: int, font: QFont) -> tuple[int, int]:
    """Return how many plain letters surely fit into a line of a width, and the height of a line."""
    _, line, widest = _one_line(font.toString())
    return int((width - 3) / widest), line


def _height(text: str, width: int, key: str, hyphens: bool) -> int:
    return ceil(lay_out(text, width, key, hyphens=hyphens).height)


_height_of_many: Callable[[str, int, str, bool], int] = lru_cache(maxsize=100_000)(_height)


@lru_cache(maxsize=16)
def _one_line(font_key: str) -> tuple[QFontMetricsF, int, float]:
    """Return the measures of a font, the height of one line, and the widest of plain letters."""
    font = QFont()
    font.fromString(font_key)
    metrics = QFontMetricsF(font)
    widest = max(metrics.horizontalAdvance(chr(code)) for code in range(32, 127))
    return metrics, ceil(lay_out("x", 400, font_key).height), widest


def _set(order: _Order) -> TextLines:
    font = QFont()
    font.fromString(order.font_key)
    texts = [_hyphenated(run.text, order) if order.hyphens else run.text for run in order.runs]
    layout = QTextLayout("".join(texts).replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(order, texts, font))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    height, indent = order.top, order.indent
    while (line := layout.createLine()).isValid():
        line.setLeadingIncluded(True)
        line.setLineWidth(max(order.width - indent, MIN_LINE_WIDTH))
        line.setPosition(QPointF(indent, height))
        height += line.height()
        indent = 0.0
    layout.endLayout()
    return TextLines(layout, height)


def _hyphenated(text: str, order: _Order) -> str:
    """Return a text whose words may be broken if they have no room on a line of their own."""
    room = order.width / _BOLD

    def is_too_long(word: str) -> bool:
        return _advance(word, order.font_key) > room

    return with_whole_slashes(with_soft_hyphens(text, is_too_long), is_too_long)


@lru_cache(maxsize=16384)
def _advance(word: str, font_key: str) -> float:
    return _one_line(font_key)[0].horizontalAdvance(word)


_one_of_many = lru_cache(maxsize=16384)(_set)
_one_of_few = lru_cache(maxsize=48)(_set)


def _formats(order: _Order, texts: list[str], font: QFont) -> list[QTextLayout.FormatRange]:
    theme = load_theme("dark" if order.scheme == "dark" else "light")
    found, start = [], 0
    for run, text in zip(order.runs, texts, strict=True):
        piece = QTextLayout.FormatRange()
        piece.start, piece.length = start, to_units(text, len(text))
        start += piece.length
        if run.look != "plain":
            piece.format = format_of(run.look, font, theme)
            found.append(piece)
    return found


def format_of(look: TextRole, font: QFont, theme: Theme) -> QTextCharFormat:
    """Return the character format of a role."""
    form = QTextCharFormat()
    if look in _ROLES:
        form.setForeground(theme.color(_ROLES[look]))
    if look in _GROUNDS:
        form.setBackground(theme.color(_GROUNDS[look]))
    if look in ("inherited", "nothing", "gap"):
        form.setFontItalic(True)
    elif look in ("came", "added", "joined"):
        form.setFontUnderline(True)
    elif look in ("went", "removed"):
        form.setFontStrikeOut(True)
    elif look == "strong":
        form.setFontWeight(QFont.Weight.DemiBold)
    elif look in ("small", "example"):
        form.setFontPointSize(font.pointSizeF() * _SMALL)
    return form


def font_of(look: TextRole, font: QFont) -> QFont:
    """Return the font of a role, where the text around it has a font."""
    if look in ("small", "example"):
        return small(font)
    found = QFont(font)
    found.setWeight(QFont.Weight.DemiBold if look == "strong" else font.weight())
    return found


def small(font: QFont) -> QFont:
    """Return a font for tags."""
    found = QFont(font)
    found.setPointSizeF(font.pointSizeF() * _SMALL)
    return found
