"""Draws the column that says what changes mean for people: words, or counts with their signs."""

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from laddereditor.gui.changes.model import COUNTS_ROLE
from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.look.icons import pixmap
from laddereditor.gui.look.theme import current_theme
from laddereditor.presentation.changes.signs import EFFECTS

_SIGN = 14


class ChangesDelegate(QStyledItemDelegate):
    """Draws rows with some padding, and for a group an icon and a number for each effect in it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def initStyleOption(self, option: QStyleOptionViewItem, index: ItemIndex) -> None:
        """Keep the colours of icons in selected rows, because they carry meaning."""
        super().initStyleOption(option, index)
        if option.state & QStyle.StateFlag.State_Selected and not option.icon.isNull():
            sign = QIcon(option.icon)
            sign.addPixmap(option.icon.pixmap(option.decorationSize), QIcon.Mode.Selected)
            option.icon = sign

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ItemIndex) -> None:
        """Draw a cell."""
        super().paint(painter, option, index)
        found = index.data(COUNTS_ROLE)
        if found:
            painter.save()
            self._draw_counts(painter, option, found)
            painter.restore()

    def _draw_counts(
        self, painter: QPainter, option: QStyleOptionViewItem, found: dict[str, int]
    ) -> None:
        theme = current_theme()
        gap, area = theme.space("xs"), QRect(option.rect)
        style = option.widget.style() if option.widget else QApplication.style()
        left = area.left() + style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(theme.color("selection_text" if selected else "text"))
        painter.setClipRect(area)
        metrics = QFontMetrics(option.font)
        for effect, sign in EFFECTS.items():
            count = found.get(effect)
            if not count:
                continue
            top = area.center().y() - _SIGN // 2 + 1
            painter.drawPixmap(left, top, _SIGN, _SIGN, pixmap(sign.icon, sign.role))
            left += _SIGN + gap // 2
            width = metrics.horizontalAdvance(str(count))
            place = QRect(left, area.top(), width + 2, area.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, str(count))
            left += width + 2 * gap

    def sizeHint(self, option: QStyleOptionViewItem, index: ItemIndex) -> QSize:
        """Return the size with some padding above and below."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), 16) + current_theme().space("xs"))
