"""Font, colours and measures that a sheet is drawn with."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QApplication

from laddereditor.gui.look.icons import pixmap
from laddereditor.gui.look.theme import Theme, current_theme
from laddereditor.gui.sheet.text_layout import LaidOutText, PlacedTag, set_text
from laddereditor.gui.text.layout import first_lines, font_of, in_sight, small
from laddereditor.presentation.sheet.content import CellContent
from laddereditor.presentation.text.finding import places_in_text
from laddereditor.presentation.text.runs import TextRun
from laddereditor.presentation.text.units import to_units

_AT_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_AT_RIGHT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
_IN_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter
_CUT_OFF = Qt.TextElideMode.ElideRight
_GUTTER = 12  # pixels
_GUTTER_ALIGNMENT = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter
_BREAK = "\u2028"  # between the runs of a head
_SIGN, _MARK = 16, 14  # pixels that a picture and a letter of text take at the right


class CellPainter:
    """Draws and measures contents of cells; a change of the appearance needs a new pen."""

    def __init__(self) -> None:
        self.theme: Theme = current_theme()
        self.font = QFont(QApplication.font())
        self.font_key = self.font.toString()
        self.font_metrics = QFontMetrics(self.font)
        self.tag_font = small(self.font)
        self._colors: dict[str, QColor] = {}
        self.pad_x, self.pad_y = self.theme.space("s"), self.theme.space("xs") + 1

    def color(self, role: str) -> QColor:
        """Return the colour of a role."""
        if role not in self._colors:
            self._colors[role] = self.theme.color(role)
        return self._colors[role]

    def set(self, shown: CellContent, width: int) -> LaidOutText:
        """Return the text of a cell, laid out for a width in pixels."""
        inner = width - 2 * self.pad_x - self._left(shown) - self._right(shown)
        return set_text(shown.runs, shown.tags, inner, self.font_key, self.theme.scheme)

    def _left(self, shown: CellContent) -> int:
        return 0 if shown.gutter is None else _GUTTER

    def _right(self, shown: CellContent) -> int:
        return _SIGN + self.theme.space("xs") if shown.sign else self.mark_width(shown.mark)

    def mark_width(self, mark: str) -> int:
        """Return the pixels that a sign of text takes at the right."""
        return max(_MARK * bool(mark), self.font_metrics.horizontalAdvance(mark) + 4 * bool(mark))

    def height(self, shown: CellContent, width: int) -> int:
        """Return how high a cell of this width must be, in pixels."""
        return round(self.set(shown, width).height + 0.5) + 2 * self.pad_y

    def shortened(self, shown: CellContent, width: int, lines: int) -> CellContent:
        """Return a content in which each run takes a few lines; "…" is for what has no room.

        Args:
            shown: The content.
            width: Room of a line in pixels.
            lines: How many lines each run may take.
        """
        return replace(shown, runs=tuple(self._few_lines(run, width, lines) for run in shown.runs))

    def _few_lines(self, run: TextRun, width: int, lines: int) -> TextRun:
        words = run.text.strip(_BREAK)
        short = first_lines(words, width, font_of(run.look, self.font), lines)
        return run if short == words else TextRun(run.text.replace(words, short), run.look)

    def draw(
        self,
        painter: QPainter,
        rect: QRect,
        shown: CellContent,
        *,
        selected: bool = False,
        wanted: str = "",
    ) -> None:
        """Draw tags, text and sign into a cell.

        Args:
            painter: The painter.
            rect: The rectangle of the cell in pixels.
            shown: What the cell shows.
            selected: Whether it is drawn in the colours of the selection.
            wanted: A text that is marked wherever it is in that of the cell, "" for none.
        """
        found = self.set(shown, rect.width())
        left = rect.left() + self.pad_x + self._left(shown)
        origin = QPointF(left, rect.top() + self.pad_y)
        if shown.gutter:
            self._draw_gutter(painter, rect, shown)
        for placed in found.tags:
            self._draw_tag(painter, origin, placed)
        painter.setFont(self.font)
        marks = self._in_selection(found.layout) if selected else []
        marks += self._hits(found.layout, wanted) if wanted else []
        found.layout.draw(painter, origin, marks, in_sight(painter))
        if shown.sign or shown.mark:
            self._draw_right(painter, rect, shown)

    def _draw_gutter(self, painter: QPainter, rect: QRect, shown: CellContent) -> None:
        painter.setFont(self.font)
        painter.setPen(self.color(shown.gutter_role))
        room = QRect(rect.left() + 3, rect.top() + self.pad_y, _GUTTER + 2, rect.height())
        painter.drawText(room, _GUTTER_ALIGNMENT, shown.gutter or "")

    def _in_selection(self, layout: QTextLayout) -> list[QTextLayout.FormatRange]:
        form = QTextCharFormat()
        form.setForeground(self.color("selection_text"))
        return [_range(0, len(layout.text()), form)]

    def _hits(self, layout: QTextLayout, wanted: str) -> list[QTextLayout.FormatRange]:
        form, text = QTextCharFormat(), layout.text()
        form.setForeground(self.color("text"))
        form.setBackground(self.color("found_bg"))
        places = places_in_text(text, wanted)
        return [_range(to_units(text, start), to_units(text, end), form) for start, end in places]

    def _draw_right(self, painter: QPainter, rect: QRect, shown: CellContent) -> None:
        inner = rect.adjusted(self.pad_x, self.pad_y, -self.pad_x, 0)
        if shown.sign:
            painter.drawPixmap(
                inner.right() - _SIGN + 1, inner.top(), pixmap(shown.sign, shown.sign, _SIGN)
            )
        else:
            painter.setPen(self.color("text_muted"))
            painter.drawText(inner, _AT_RIGHT, shown.mark)

    def _draw_tag(self, painter: QPainter, origin: QPointF, placed: PlacedTag) -> None:
        box: QRectF = placed.box.translated(origin)
        painter.setFont(self.tag_font)
        painter.setPen(self.color(placed.tag.role))
        if not placed.tag.quiet:
            painter.setBrush(self.color("base"))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        inner = box.width() - (0 if placed.tag.quiet else 4)
        words = painter.fontMetrics().elidedText(placed.tag.words, _CUT_OFF, round(inner))
        painter.drawText(box, _AT_LEFT if placed.tag.quiet else _IN_MIDDLE, words)


def _range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    """Return a part of a text with its look; places are in UTF-16 units."""
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, form
    return found
