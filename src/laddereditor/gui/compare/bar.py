"""The bar above the table: add a column, how it is compared, go through differences, export."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from laddereditor.gui.compare.command_button import command_button
from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.look.theme import current_theme
from laddereditor.model.counting import plural

_WITH_WORDS = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
_ICON_ALONE = Qt.ToolButtonStyle.ToolButtonIconOnly


class CompareBar(QWidget):
    """Buttons for commands; each emits the id of its own. Where it is narrow, icons are enough."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.space("s"), theme.space("xs"), theme.space("s"), 0)
        row.setSpacing(theme.space("xs"))
        self.add = self._button("compare.add", "Add column")
        self.differences = self._button("compare.differences", "Differences only")
        self.differences.setCheckable(True)
        self.stepwise = self._button("compare.stepwise", "Step by step")
        self.stepwise.setCheckable(True)
        walking = [
            self._button("compare.previous_difference"),
            self._button("compare.next_difference"),
        ]
        self.place = PlainLabel(role="text_muted", parent=self)
        self.place.setObjectName("compareDifferences")
        folding = [self._button("compare.fold"), self._button("compare.unfold")]
        away = [
            self._button("compare.copy", "Copy table"),
            self._button("file.print"),
            self._button("file.export"),
            self._button("compare.clear"),
        ]
        self.state = PlainLabel(role="text_muted", parent=self)
        self.state.setObjectName("compareState")
        self._table_buttons = (self.differences, *walking, *folding, *away)
        for widget in (self.add, self.stepwise, self.differences, *walking, self.place, *folding):
            row.addWidget(widget)
        row.addSpacing(theme.space("s"))
        row.addWidget(self.state, 1)
        for widget in away:
            row.addWidget(widget)
        row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._said = [one for one in self.findChildren(QToolButton) if one.text()]
        self._is_said = True  # the buttons have their words
        self._measured: tuple[str, list[int]] = ("", [])  # the font, and the width of the words

    def _button(self, command_id: str, words: str = "") -> QToolButton:
        return command_button(command_id, words, self.wanted.emit, self, name="compareBar")

    # -- room ---------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Return room for the icons; the words are left out where there is less for them."""
        whole = self._row.minimumSize()
        return QSize(whole.width() - self._words(), whole.height()) if self._is_said else whole

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the words where they fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fits = self.width() >= self.minimumSizeHint().width() + self._words()
        if fits != self._is_said:
            self._say(fits)

    def _say(self, on: bool) -> None:
        self._is_said = on
        for button in self._said:
            button.setToolButtonStyle(_WITH_WORDS if on else _ICON_ALONE)

    def _words(self) -> int:
        """Return how much room the words take that are shown, or would be."""
        font = self.add.font().toString()
        if font != self._measured[0]:
            self._measured = font, self._measure()
        widths = zip(self._said, self._measured[1], strict=True)
        return sum(width for one, width in widths if one.isVisibleTo(self))

    def _measure(self) -> list[int]:
        """Return by how much its words widen each button."""
        was, widths = self._is_said, []
        for on in (True, False):
            self._say(on)
            widths.append([one.sizeHint().width() for one in self._said])
        self._say(was)
        return [said - alone for said, alone in zip(*widths, strict=True)]

    # -- showing ------------------------------------------------------------------------------

    def show_state(self, *, table: bool, room: bool, state: str) -> None:
        """Enable the buttons that apply, and show how much differs.

        Args:
            table: Whether there is anything to compare.
            room: Whether another column fits.
            state: A sentence on the state, "" for none.
        """
        for button in self._table_buttons:
            button.setVisible(table)
        self.add.setEnabled(room)
        self.state.show_text(state)
        self._fit()

    def show_steps(self, *, several: bool, stepwise: bool) -> None:
        """Show whether each column is compared with the one at its left.

        Args:
            several: Whether there are so many columns that it matters.
            stepwise: Whether it is so.
        """
        self.stepwise.setVisible(several)
        self.stepwise.setChecked(stepwise)
        self._fit()

    def show_place(self, place: int, count: int) -> None:
        """Show which difference is the current one: "3 of 17".

        Args:
            place: Its number from 1, 0 for none of them.
            count: How many there are.
        """
        words = f"{place} of {count}" if place else plural(count, "difference")
        self.place.show_text(words if count else "")
        self.place.setAccessibleName(f"Difference {words}" if place else words)
        self._fit()
