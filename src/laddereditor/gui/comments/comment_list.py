"""The list of comments: who, when and where above each text."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from laddereditor.gui.focus.row_focus import draw_row_focus
from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.layout import lay_out, text_height
from laddereditor.presentation.comments.comment_rows import CommentRow

_NONE = QModelIndex()
_LEAST = 120  # pixels of the width of a text


class CommentModel(QAbstractListModel):
    """The rows of the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[CommentRow] = ()

    def show_rows(self, rows: Sequence[CommentRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: ItemIndex = _NONE) -> int:
        """Return how many comments there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: ItemIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a comment, and all of it for screen readers."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.comment.text
        return row.accessible_text if role == Qt.ItemDataRole.AccessibleTextRole else None


class _CommentDelegate(QStyledItemDelegate):
    """Draws a comment: place and person in small letters, its text, and what is to be known."""

    def __init__(self, comments: CommentModel, parent: QObject) -> None:
        super().__init__(parent)
        self._comments = comments

    def _parts(self, row: CommentRow, font: QFont) -> list[tuple[str, str, QFont]]:
        """Return the texts of a row from the top, each with its colour and its font."""
        small = QFont(font)
        small.setPointSizeF(current_theme().font("small").pointSizeF())
        head = " · ".join(filter(None, (row.by_whom, "resolved" if row.comment.resolved else "")))
        color = "text_muted" if row.comment.resolved else "text"
        parts = [
            (row.where, "text_muted", small),
            (row.comment.text, color, font),
            (head, "text_muted", small),
            (row.state, "warning", small),
        ]
        return [part for part in parts if part[0]]

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = option.widget
        whole = view.viewport().width() if isinstance(view, QAbstractItemView) else 300
        return max(_LEAST, whole - 2 * current_theme().space("s"))

    def sizeHint(self, option: QStyleOptionViewItem, index: ItemIndex) -> QSize:
        """Return the size of a comment."""
        width, pad = self._width(option), current_theme().space("s")
        heights = (
            text_height(words, width, font.toString(), hyphens=False)
            for words, _, font in self._parts(self._comments.rows[index.row()], option.font)
        )
        return QSize(0, sum(heights) + 2 * pad)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ItemIndex) -> None:
        """Draw a comment."""
        theme, pad = current_theme(), current_theme().space("s")
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        area, width = QRect(option.rect), self._width(option)
        painter.save()
        if selected:
            painter.fillRect(area, theme.color("selection"))
        top = area.top() + pad
        for words, color, font in self._parts(self._comments.rows[index.row()], option.font):
            painter.setFont(font)
            painter.setPen(theme.color("selection_text" if selected else color))
            lay_out(words, width, font, hyphens=False).draw(
                painter, QPointF(area.left() + pad, top)
            )
            top += text_height(words, width, font.toString(), hyphens=False)
        painter.setPen(theme.color("border"))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_row_focus(painter, area, first=True, last=True)


class CommentList(QListView):
    """The comments, one selected at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.comments = CommentModel(self)
        self.setObjectName("commentsView")
        self.setAccessibleName("Comments")
        self.setModel(self.comments)
        self.setItemDelegate(_CommentDelegate(self.comments, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def show_rows(self, rows: Sequence[CommentRow]) -> None:
        """Show comments; the selected place in the list stays selected."""
        if list(rows) == list(self.comments.rows):
            return
        number = self.currentIndex().row()
        self.comments.show_rows(rows)
        if rows:
            self.setCurrentIndex(self.comments.index(min(max(number, 0), len(rows) - 1)))

    def current(self) -> CommentRow | None:
        """Return the selected comment."""
        index = self.currentIndex()
        return self.comments.rows[index.row()] if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the texts at the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
