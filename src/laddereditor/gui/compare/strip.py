"""The strip of a whole track: the size of each step; a click compares its two levels."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from laddereditor.compare.sheet.track import Remark, TrackStep, remarks_on
from laddereditor.gui.look.escaping import tip
from laddereditor.gui.look.theme import current_theme
from laddereditor.model.address import Address
from laddereditor.presentation.compare.step_words import sizes_shown, step_tip, step_words

_MIN_LETTERS = 5  # that a step has room for
_BAR = 6  # pixels


def addresses_of(step: TrackStep) -> tuple[Address, Address]:
    """Return the two levels of a step."""
    return step.before, step.after


def bar_parts(step: TrackStep) -> list[tuple[float, str]]:
    """Return the parts of a bar as shares, with their colours, which are not those of versions."""
    counts, amount = step.counts, step.measured.amount if step.measured else 0.0
    rows = max(counts.differing + counts.staying, 1)
    parts = ((counts.new, "accent"), (amount, "border_strong"), (counts.gone, "text_muted"))
    return [(size / rows, role) for size, role in parts]


class StepButton(QAbstractButton):
    """A step with its bar, which is full if everything differs."""

    def __init__(self, step: TrackStep, parent: QWidget) -> None:
        super().__init__(parent)
        self.step = step
        self._remark: Remark = ""
        self.setObjectName(f"compareStep.{'.'.join(step.codes)}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_step(step, open_now=False)

    def show_step(self, step: TrackStep, *, open_now: bool, remark: Remark = "") -> None:
        """Show a step.

        Args:
            step: The step.
            open_now: Whether its two levels are compared now.
            remark: That it is unusually small or large, "" if it is neither.
        """
        self.step, self._remark = step, remark
        self.setChecked(open_now)
        self.setAccessibleName(step_words(step, remark))
        self.setToolTip(tip(f"{step_tip(step, remark)}\nClick to compare the two."))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that holds the words of the step."""
        theme = current_theme()
        line = self.fontMetrics().height()
        wide = self.fontMetrics().horizontalAdvance(f"{self._title()} 100% differs") + theme.space(
            "l"
        )
        return QSize(wide + 2 * theme.space("s"), line + _BAR + 3 * theme.space("xs"))

    def minimumSizeHint(self) -> QSize:
        """Return a small size: a long track fits on a small screen, with fewer words."""
        width = _MIN_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(width, self.sizeHint().height())

    def _title(self) -> str:
        return " → ".join(self.step.codes)

    def _fitting(self, width: int) -> tuple[str, str]:
        """Return the words that fit beside each other: the title, and as much of the size."""
        theme = current_theme()
        bold, plain = (QFontMetrics(theme.font("body", bold=on)) for on in (True, False))
        room = width - bold.horizontalAdvance(self._title()) - theme.space("s")
        sizes = sizes_shown(self.step, self._remark)
        size = next((one for one in sizes if plain.horizontalAdvance(one) <= room), "")
        return bold.elidedText(self._title(), Qt.TextElideMode.ElideRight, width), size

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the pair by Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the step's words, and under them the bar in the colours of what differs."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = self.rect().adjusted(theme.space("s"), theme.space("xs"), -theme.space("s"), 0)
        radius = int(str(theme.metrics["radius"]))
        ground = "selection" if self.isChecked() else "hover" if self.underMouse() else ""
        if ground or self.hasFocus():
            painter.setBrush(theme.color(ground) if ground else Qt.BrushStyle.NoBrush)
            painter.setPen(theme.color("focus_ring") if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, radius)
        line = self.fontMetrics().height()
        words = QRectF(inner.left(), inner.top(), inner.width(), line)
        role = "selection_text" if self.isChecked() else "text"
        title, size = self._fitting(inner.width())
        painter.setFont(theme.font("body", bold=True))
        painter.setPen(theme.color(role))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(theme.font("body"))
        quiet = "warning" if self._remark else "text_muted"
        painter.setPen(theme.color(role if self.isChecked() else quiet))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight, size)
        self._draw_bar(painter, QRectF(inner.left(), words.bottom() + 3, inner.width(), _BAR))
        painter.end()

    def _draw_bar(self, painter: QPainter, room: QRectF) -> None:
        theme = current_theme()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("border"))
        painter.drawRoundedRect(room, _BAR / 2, _BAR / 2)
        left = room.left()
        for share, role in bar_parts(self.step):
            painter.setBrush(theme.color(role))
            painter.drawRect(QRectF(left, room.top(), room.width() * share, _BAR))
            left += room.width() * share


class TrackStrip(QWidget):
    """The steps of a track beside each other; hidden while there are fewer than two levels."""

    step_wanted = Signal(object)  # the addresses of the two levels

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareStrip")
        self.setAccessibleName("Steps of the track")
        theme = current_theme()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.space("s"), 0, theme.space("s"), 0)
        self._row.setSpacing(theme.space("xs"))
        self._buttons: list[StepButton] = []
        self.hide()

    def show_steps(self, steps: Sequence[TrackStep], open_now: Sequence[str] = ()) -> None:
        """Show the steps; the one whose two levels are compared now is marked."""
        wanted = [addresses_of(step) for step in steps]
        if [addresses_of(button.step) for button in self.buttons] != wanted:
            self._fill(steps)
        remarks = remarks_on([step.size for step in steps])
        for button, step, remark in zip(self.buttons, steps, remarks, strict=True):
            is_open = addresses_of(step) == tuple(open_now)
            button.show_step(step, open_now=is_open, remark=remark)
        self.setVisible(bool(steps))

    def _fill(self, steps: Sequence[TrackStep]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [StepButton(step, self) for step in steps]
        for button in self._buttons:
            button.clicked.connect(partial(self._choose, button))
            self._row.addWidget(button)

    def _choose(self, button: StepButton) -> None:
        button.setChecked(not button.isChecked())  # what is compared decides, not the click
        self.step_wanted.emit(addresses_of(button.step))

    @property
    def buttons(self) -> list[StepButton]:
        """The buttons shown, in order."""
        return list(self._buttons)
