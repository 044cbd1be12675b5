"""The heads of the matrix: levels above, fields at the left. They stay in sight."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from laddereditor.compare.sheet.table import SheetColumn
from laddereditor.gui.matrix.model import MatrixModel
from laddereditor.gui.matrix.texts import laid_out, text_height
from laddereditor.gui.theme import current_theme
from laddereditor.presentation.matrix.words import ABSENT


class LevelHead(QHeaderView):
    """A level's code and, below it, what it is called in this family."""

    def __init__(self, model: MatrixModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setAccessibleName("Levels")

    def sizeHint(self) -> QSize:
        """Return room for the code and up to two lines of name."""
        theme, line = current_theme(), self.fontMetrics().lineSpacing()
        font, room = theme.font("small"), 2 * theme.space("s")
        names = [
            text_height(self._words(column), self.sectionSize(number) - room, font)
            for number, column in enumerate(self._model.matrix.columns)
        ]
        name = min(max(names, default=line), 2 * line)
        return QSize(super().sizeHint().width(), line + name + 3 * theme.space("xs"))

    def _words(self, column: SheetColumn) -> str:
        return ABSENT if column.is_absent else column.name

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one level."""
        theme, column = current_theme(), self._model.column(section)
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, theme.color("panel"))
        painter.setPen(theme.color("border"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(theme.space("s"), theme.space("xs"), -theme.space("s"), 0)
        painter.setPen(theme.color("text_muted" if column.is_absent else "text"))
        bold = theme.font("body", bold=True)
        painter.setFont(bold)
        painter.drawText(
            inner, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, column.level
        )
        top = inner.top() + self.fontMetrics().lineSpacing() + 1
        layout = laid_out(self._words(column), inner.width(), theme.font("small").toString())
        painter.setPen(theme.color("text_muted"))
        painter.setClipRect(rect.adjusted(0, 0, 0, -theme.space("xs")))
        layout.draw(painter, QPointF(inner.left(), top))
        painter.restore()


class FieldHead(QHeaderView):
    """What each row is about; the row on top says it again where its heading is out of sight."""

    def __init__(self, model: MatrixModel, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._model = model
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setAccessibleName("Fields")
        self.setMinimumSectionSize(4)

    def sizeHint(self) -> QSize:
        """Return a width that holds about twenty letters."""
        return QSize(self.fontMetrics().averageCharWidth() * 22 + 16, super().sizeHint().height())

    def text_height(self, row: int) -> int:
        """Return the height that the words of a row need."""
        words = self._model.row(row).heading
        pad = 2 * current_theme().space("xs")
        return text_height(words, self._inner_width(row), self._font(row)) + pad

    def _inner_width(self, row: int) -> int:
        return self.width() - self._left(row) - current_theme().space("s")

    def _left(self, row: int) -> int:
        bold = self._model.row(row).kind == "heading"
        return current_theme().space("s" if bold else "m")

    def _font(self, row: int) -> QFont:
        kind = self._model.row(row).kind
        return current_theme().font("body", bold=kind in ("heading", "group"))

    def _goes_on(self, section: int) -> bool:
        """Whether the next row belongs to the same list, so that no line parts them."""
        if section + 1 >= self._model.rowCount():
            return False
        row, below = self._model.row(section), self._model.row(section + 1)
        same = (row.section, row.key) == (below.section, below.key)
        return same and row.kind == "item" and below.kind in ("item", "adder")

    def words(self, section: int) -> tuple[str, str]:
        """Return the words to draw for a row, and their colour."""
        row = self._model.row(section)
        if row.heading:
            return row.heading, "text"
        on_top = section == self.visualIndexAt(0)
        return (row.about, "text_muted") if on_top else ("", "text_muted")

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the words of one row."""
        theme, row = current_theme(), self._model.row(section)
        painter.save()
        painter.setClipRect(rect)
        ground = {"heading": "window", "group": "alternate"}.get(row.kind, "panel")
        painter.fillRect(rect, theme.color(ground))
        painter.setPen(theme.color("border"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if not self._goes_on(section):
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        words, role = self.words(section)
        if words:
            font = self._font(section) if row.heading else theme.font("small")
            top = max(rect.top(), 0) + theme.space("xs")
            layout = laid_out(words, self._inner_width(section), font.toString())
            lowest = rect.bottom() - theme.space("xs") - round(layout.boundingRect().height())
            painter.setPen(theme.color(role))
            layout.draw(
                painter,
                QPointF(rect.left() + self._left(section), min(top, max(lowest, rect.top() + 4))),
            )
        painter.restore()
