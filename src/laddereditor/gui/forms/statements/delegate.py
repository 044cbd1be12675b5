"""Draws the rows of a statement list like a list in a document."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from laddereditor.gui.forms.statements.model import StatementModel
from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.look.icons import pixmap
from laddereditor.gui.look.theme import Theme, current_theme
from laddereditor.gui.text.layout import lay_out, plain_line, text_height
from laddereditor.presentation.forms.statement_rows import StatementRow

GUTTER = 24  # of the bullet
INDENT = 22  # of examples
RIGHT = 30  # for the icon of a finding and the button for an example
SIGN = 16


class StatementDelegate(QStyledItemDelegate):
    """Draws bullets, wrapped texts, indented examples, and the row that adds a statement."""

    def __init__(self, model: StatementModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.edited = -1  # the row whose text is in the editor and is not drawn
        self.hovered = -1
        self.can_exemplify = model.words.examples
        self._measures: tuple[int, QFont, Callable[[StatementRow], int]] | None = None

    # -- measures -----------------------------------------------------------------------------

    def text_left(self, row: StatementRow) -> int:
        """Return the left edge of a row's text in pixels."""
        gutter = GUTTER if self._model.words.bullets else current_theme().space("s")
        return gutter + (INDENT if row.kind == "example" else 0)

    def text_rect(self, rect: QRect, row: StatementRow) -> QRect:
        """Return the part of a row that its text takes."""
        pad = current_theme().space("xs")
        return rect.adjusted(self.text_left(row), pad, -RIGHT, -pad)

    def measure(self, width: int, font: QFont) -> Callable[[StatementRow], int]:
        """Return what gives the height of a row at a width; thousands of rows ask for it."""
        if self._measures is None or self._measures[:2] != (width, font):
            self._measures = (width, QFont(font), self._measure(width, font))
        return self._measures[2]

    def _measure(self, width: int, font: QFont) -> Callable[[StatementRow], int]:
        key, padding = font.toString(), 2 * current_theme().space("xs")
        gutter = GUTTER if self._model.words.bullets else current_theme().space("s")
        room = width - gutter - RIGHT
        letters, line = plain_line(room - INDENT, font)
        usual = line + padding

        def height(row: StatementRow) -> int:
            text = row.text
            if text and len(text) <= letters and text.isascii() and "\n" not in text:
                return usual
            inner = room - INDENT if row.kind == "example" else room
            return text_height(self._words(row) or "x", inner, key, hyphens=False) + padding

        return height

    def sizeHint(self, option: QStyleOptionViewItem, index: ItemIndex) -> QSize:
        """Return the size of a row."""
        view = option.widget
        width = view.viewport().width() if view else 400  # type: ignore[attr-defined]
        return QSize(0, self.measure(width, option.font)(self._model.row(index.row())))

    def example_button(self, rect: QRect) -> QRect:
        """Return where the button that adds an example is."""
        top = rect.top() + current_theme().space("xs")
        return QRect(rect.right() - RIGHT + 8, top, SIGN, SIGN)

    def _words(self, row: StatementRow) -> str:
        if row.kind != "adder":
            return row.text
        words = self._model.words
        return words.add if self._model.items or not words.empty else words.empty

    # -- drawing ------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ItemIndex) -> None:
        """Draw a row."""
        theme, row = current_theme(), self._model.row(index.row())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        editing = index.row() == self.edited
        if selected and not editing:
            painter.fillRect(option.rect, theme.color("selection"))
        elif index.row() == self.hovered and not editing:
            painter.fillRect(option.rect, theme.color("hover"))
        painter.save()
        painter.setFont(option.font)
        if editing:
            bar = QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())
            painter.fillRect(bar, theme.color("accent"))
        self._draw_bullet(painter, option.rect, row, theme, selected=selected and not editing)
        if not editing:
            self._draw_text(painter, option, row, theme, selected=selected)
        self._draw_signs(painter, option.rect, index.row(), row)
        focused = option.state & QStyle.StateFlag.State_HasFocus and not editing
        if focused and not selected:
            painter.setPen(theme.color("focus_ring"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _draw_text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: StatementRow,
        theme: Theme,
        *,
        selected: bool,
    ) -> None:
        rect = self.text_rect(option.rect, row)
        role = "text"
        if row.kind == "adder":
            role = "text_muted"
        elif selected:
            role = "selection_text"
        elif self._model.is_inherited(row):
            role = "text_inherited"
        lines = lay_out(self._words(row), rect.width(), option.font, hyphens=False)
        painter.setPen(theme.color(role))
        lines.draw(painter, QPointF(rect.topLeft()))

    def _draw_bullet(
        self, painter: QPainter, rect: QRect, row: StatementRow, theme: Theme, *, selected: bool
    ) -> None:
        if not self._model.words.bullets and row.kind != "example":
            return
        sign = {"statement": "•", "example": "–", "adder": "+"}[row.kind]
        left = rect.left() + self.text_left(row) - GUTTER + 4
        top = rect.top() + current_theme().space("xs")
        place = QRect(left, top, GUTTER - 8, painter.fontMetrics().height())
        painter.setPen(theme.color("selection_text" if selected else "text_muted"))
        painter.drawText(place, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, sign)

    def _draw_signs(self, painter: QPainter, rect: QRect, number: int, row: StatementRow) -> None:
        place = self.example_button(rect)
        if severity := (not row.draft and self._model.marks.get(row.position)):
            painter.drawPixmap(place.topLeft(), pixmap(str(severity), str(severity), SIGN))
        elif (
            number == self.hovered
            and self.can_exemplify
            and row.kind == "statement"
            and not row.draft
        ):
            painter.drawPixmap(place.topLeft(), pixmap("add", "text_muted", SIGN))
