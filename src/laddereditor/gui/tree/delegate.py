"""Draws a row of the tree: label, and at the right the marks for unsaved changes and findings."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from laddereditor.gui.icons import icon
from laddereditor.gui.theme import current_theme
from laddereditor.gui.tree.marks import Mark
from laddereditor.gui.tree.model import MARK_ROLE

Index = QModelIndex | QPersistentModelIndex
_ICON = 14


class TreeDelegate(QStyledItemDelegate):
    """Leaves room at the right for the marks and draws them there."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Keep muted rows readable while they are selected."""
        super().initStyleOption(option, index)
        if index.data(Qt.ItemDataRole.ForegroundRole) is not None:
            color = current_theme().color("text_muted")
            option.palette.setColor(QPalette.ColorRole.Text, color)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row, then its marks."""
        mark = index.data(MARK_ROLE)
        gap = current_theme().space("xs")
        area = QRect(option.rect)
        width = _width(mark, gap) if isinstance(mark, Mark) else 0
        option.rect = area.adjusted(0, 0, -width, 0)
        super().paint(painter, option, index)
        option.rect = area
        if width:
            _draw(painter, area, mark, gap)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size with a little air above and below."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), 16) + current_theme().space("xs"))


def _width(mark: Mark, gap: int) -> int:
    width = 0
    if mark.severity or mark.below:
        width += _ICON + gap
    if mark.unsaved:
        width += 2 * gap + gap
    return width


def _draw(painter: QPainter, area: QRect, mark: Mark, gap: int) -> None:
    theme = current_theme()
    right = area.right() - gap
    severity = mark.severity or mark.below
    painter.save()
    if severity is not None:
        picture = icon(severity.value, severity.value).pixmap(QSize(_ICON, _ICON))
        # What is only wrong further down is drawn paler than what is wrong here.
        painter.setOpacity(1.0 if mark.severity else 0.45)
        painter.drawPixmap(right - _ICON, area.center().y() - _ICON // 2 + 1, _ICON, _ICON, picture)
        painter.setOpacity(1.0)
        right -= _ICON + gap
    if mark.unsaved:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("unsaved"))
        painter.drawEllipse(right - 2 * gap + 1, area.center().y() - gap + 2, 6, 6)
    painter.restore()
