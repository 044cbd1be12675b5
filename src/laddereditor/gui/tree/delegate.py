"""Draws a row of the tree: label, and at the right the marks for unsaved changes and findings."""

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from laddereditor.gui.focus.row_focus import draw_row_focus
from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.look.icons import icon
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.line import LineEditor
from laddereditor.gui.tree.model import MARK_ROLE, NODE_ROLE
from laddereditor.presentation.tree.marks import NodeMark
from laddereditor.presentation.tree.nodes import TreeNode
from laddereditor.rules.finding import Severity

_ICON = 14
_DOT = 6
_FADED = 0.5  # what is further down is drawn paler than what is at the row itself


class TreeDelegate(QStyledItemDelegate):
    """Leaves room at the right for the marks and draws them there."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: ItemIndex) -> None:
        """Keep muted rows muted, but readable while they are selected."""
        super().initStyleOption(option, index)
        if index.data(Qt.ItemDataRole.ForegroundRole) is not None:
            color = current_theme().color("text_muted")
            option.palette.setColor(QPalette.ColorRole.Text, color)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ItemIndex) -> None:
        """Draw the row, then its marks. What is inside an open row shows marks of its own."""
        mark = index.data(MARK_ROLE)
        is_open = bool(option.state & QStyle.StateFlag.State_Open)
        severity, faded = _severity(mark, is_open)
        dot = mark.unsaved or (mark.unsaved_below and not is_open)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        area, gap = QRect(option.rect), current_theme().space("xs")
        slots = (_ICON + gap if severity or dot else 0) + (_DOT + gap if dot else 0)
        beside, slots = slots, slots + (_ICON + gap if mark.comments else 0)
        if slots:  # the row's colour continues below the marks
            self._paint_panel(painter, option, index)
        option.rect = area.adjusted(0, 0, -slots, 0)
        super().paint(painter, option, index)
        option.rect = area
        if slots:
            painter.save()
            _draw(painter, area, gap, severity, faded)
            if mark.comments:
                _draw_comment(painter, area, gap + beside)
            if dot:
                _draw_dot(painter, area, gap, filled=mark.unsaved)
            painter.restore()
        if focused:
            draw_row_focus(painter, area, first=True, last=True)

    def _paint_panel(
        self, painter: QPainter, option: QStyleOptionViewItem, index: ItemIndex
    ) -> None:
        row_option = QStyleOptionViewItem(option)
        self.initStyleOption(row_option, index)
        style = row_option.widget.style() if row_option.widget else QApplication.style()
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        style.drawPrimitive(panel, row_option, painter, row_option.widget)

    def sizeHint(self, option: QStyleOptionViewItem, index: ItemIndex) -> QSize:
        """Return the size with some padding above and below."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), max(hint.height(), 16) + current_theme().space("xs"))

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: ItemIndex
    ) -> QWidget:
        """Return a field for the name; its placeholder is the derived title."""
        editor = LineEditor(parent=parent)
        editor.setFrame(False)
        node = index.data(NODE_ROLE)
        if isinstance(node, TreeNode):
            word = "Title" if node.kind == "profile" else "Name"
            editor.setAccessibleName(f"{word} of {node.badge or node.label}")
            if node.muted:
                editor.setPlaceholderText(node.label)
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Take the typed name when the person saves, because its field does not get that key."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.matches(QKeySequence.StandardKey.Save)
        ):
            self.commitData.emit(editor)
        return super().eventFilter(editor, event)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: ItemIndex
    ) -> None:
        """Extend the field to the right edge of the row, because a new name may be longer."""
        super().updateEditorGeometry(editor, option, index)
        place = editor.geometry()
        place.setRight(option.rect.right())
        editor.setGeometry(place)


def _severity(mark: NodeMark, is_open: bool) -> tuple[Severity | None, bool]:
    """Return the severity to show, and whether it comes only from rows inside."""
    own = mark.own.most_severe
    if own is not None or is_open:
        return own, False
    return mark.below.most_severe, True


def _draw(painter: QPainter, area: QRect, gap: int, severity: Severity | None, faded: bool) -> None:
    if severity is not None:
        picture = icon(severity.value, severity.value).pixmap(QSize(_ICON, _ICON))
        painter.setOpacity(_FADED if faded else 1.0)
        left, top = area.right() - gap - _ICON, area.center().y() - _ICON // 2 + 1
        painter.drawPixmap(left, top, _ICON, _ICON, picture)
        painter.setOpacity(1.0)


def _draw_comment(painter: QPainter, area: QRect, from_right: int) -> None:
    picture = icon("comment", "comment").pixmap(QSize(_ICON, _ICON))
    left, top = area.right() - from_right - _ICON, area.center().y() - _ICON // 2 + 1
    painter.drawPixmap(left, top, _ICON, _ICON, picture)


def _draw_dot(painter: QPainter, area: QRect, gap: int, *, filled: bool) -> None:
    color = current_theme().color("unsaved")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color, 1.2))
    painter.setBrush(color if filled else Qt.BrushStyle.NoBrush)
    left = area.right() - 2 * gap - _ICON - _DOT
    corner = QPoint(left, area.center().y() - _DOT // 2 + 1)
    painter.drawEllipse(QRect(corner, QSize(_DOT, _DOT)))
