"""Draws the rows of a profile's skills: kind, name, category, proficiency."""

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from laddereditor.gui.forms.arrow import draw_arrow
from laddereditor.gui.forms.skills.model import SkillModel, SkillRow
from laddereditor.gui.item_index import ItemIndex
from laddereditor.gui.look.icons import pixmap
from laddereditor.gui.look.theme import Theme, current_theme
from laddereditor.presentation.forms.value_labels import kind_picture

SIGN = 16
ARROW = 18
NO_STEP = "Any proficiency"


class SkillDelegate(QStyledItemDelegate):
    """Draws one line for each skill, with the proficiency at the right as a choice."""

    def __init__(self, model: SkillModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.hovered = -1
        self.read_only = False
        self._step_width: tuple[object, int] | None = None

    # -- measures -----------------------------------------------------------------------------

    def height(self, font: QFont) -> int:
        """Return the height of every row."""
        return max(QFontMetrics(font).height(), SIGN) + 2 * current_theme().space("xs")

    def sizeHint(self, option: QStyleOptionViewItem, index: ItemIndex) -> QSize:
        """Return the size of a row."""
        return QSize(0, self.height(option.font))

    def step_rect(self, rect: QRect, font: QFont) -> QRect:
        """Return the rectangle of a row's proficiency."""
        width = self._width_of_steps(font)
        return QRect(rect.right() - SIGN - 12 - width, rect.top(), width, rect.height())

    def _width_of_steps(self, font: QFont) -> int:
        marked = self._model.importances()
        state = (self._model.steps, marked, font.toString())
        if self._step_width is None or self._step_width[0] != state:
            metrics = QFontMetrics(font)
            names = [NO_STEP, *(name for _, name in self._model.steps)]
            widest = max(metrics.horizontalAdvance(name) for name in names)
            behind = [metrics.horizontalAdvance(f", {words}") for words in marked]
            room = min(widest + max(behind, default=0), 240)
            self._step_width = (state, room + ARROW + current_theme().space("s"))
        return self._step_width[1]

    # -- drawing ------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ItemIndex) -> None:
        """Draw a row."""
        theme, row = current_theme(), self._model.row(index.row())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = index.row() == self.hovered
        if selected:
            painter.fillRect(option.rect, theme.color("selection"))
        elif hovered:
            painter.fillRect(option.rect, theme.color("hover"))
        painter.save()
        painter.setFont(option.font)
        steps = self.step_rect(option.rect, option.font)
        self._draw_name(painter, option, row, steps.left(), theme)
        active = (selected or hovered) and not self.read_only
        self._draw_step(painter, steps, row, theme, active=active, selected=selected)
        if severity := self._model.marks.get(index.row()):
            place = QRect(0, 0, SIGN, SIGN)
            place.moveCenter(option.rect.center())
            place.moveRight(option.rect.right() - 6)
            painter.drawPixmap(place.topLeft(), pixmap(severity, severity, SIGN))
        if option.state & QStyle.StateFlag.State_HasFocus and not selected:
            painter.setPen(theme.color("focus_ring"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _draw_name(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: SkillRow,
        right: int,
        theme: Theme,
    ) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        space = theme.space("s")
        sign = QRect(0, 0, SIGN, SIGN)
        sign.moveCenter(option.rect.center())
        sign.moveLeft(option.rect.left() + space)
        name, role = (kind_picture(row.kind), "text_muted") if row.is_known else ("error", "error")
        painter.drawPixmap(sign.topLeft(), pixmap(name, role, SIGN))
        left = sign.right() + space
        room = QRect(left, option.rect.top(), right - left - space, option.rect.height())
        metrics = painter.fontMetrics()
        known = "text_inherited" if row.is_inherited else "text"
        role = known if row.is_known else "error"
        painter.setPen(theme.color("selection_text" if selected else role))
        words = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        room.setLeft(left + metrics.horizontalAdvance(words) + theme.space("m"))
        category = row.category if row.is_known else "not in the library"
        if category and room.width() > 30:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color("selection_text" if selected else "text_muted"))
            small = painter.fontMetrics()
            words = small.elidedText(category, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            painter.setFont(option.font)

    def _draw_step(  # noqa: PLR0913 - what a choice's looks depend on
        self,
        painter: QPainter,
        rect: QRect,
        row: SkillRow,
        theme: Theme,
        *,
        active: bool,
        selected: bool,
    ) -> None:
        known = "text_inherited" if row.is_inherited else "text"
        role = known if row.step else "text_disabled"
        if not row.is_step_known:
            role = "error"
        painter.setPen(theme.color("selection_text" if selected else role))
        words = row.step or NO_STEP
        if row.step or active:
            inner = rect.adjusted(theme.space("xs"), 0, -ARROW, 0)
            metrics = painter.fontMetrics()
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(
                inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words
            )
        if not self.read_only:
            muted = "selection_text" if selected else "text_muted"
            draw_arrow(painter, rect.adjusted(rect.width() - ARROW, 0, 0, 0), theme.color(muted))
