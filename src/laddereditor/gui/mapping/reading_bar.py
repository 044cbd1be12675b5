"""“Read as”: how a sheet is read, the most likely way first, and what its name means."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from laddereditor.exchange.tables import READINGS
from laddereditor.exchange.tables.mapping import ReadingName
from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.look.escaping import shown, tip
from laddereditor.gui.look.theme import current_theme
from laddereditor.presentation.mapping.sheet_list import ReadingChoice


class ReadAsBar(QWidget):
    """One button for each reading; the chosen one looks pressed."""

    reading_chosen = Signal(str)
    name_wanted = Signal()  # the menu of what the name of the sheet means

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space("xs"))
        row.addWidget(PlainLabel("Read as", role="text_muted", parent=self))
        self._shown: tuple[str, Sequence[ReadingName]] = ("", ())  # the sheet, in which order
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.name_button = _button("", self)
        self.name_button.setObjectName("mapping.sheetName")
        self.name_button.clicked.connect(self.name_wanted)
        self.buttons = [self._reading_button() for _ in READINGS]
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)

    def _reading_button(self) -> QToolButton:
        button = _button("", self)
        button.setCheckable(True)
        button.clicked.connect(lambda _=False: self._on_button(button))
        self._group.addButton(button)
        return button

    def show_choices(self, sheet: str, choices: Sequence[ReadingChoice], name: str) -> None:
        """Show the readings of a sheet; those of the same one stay where they are under the mouse.

        Args:
            sheet: What the sheet is known by.
            choices: The readings, the most likely one first.
            name: What the name of the sheet means.
        """
        order = [one.name for one in choices]
        if self._shown[0] == sheet and set(self._shown[1]) == set(order):
            order = list(self._shown[1])
        self._shown = sheet, order
        choices = sorted(choices, key=lambda one: order.index(one.name))
        for button in self.buttons[len(choices) :]:
            button.hide()
        for button, one in zip(self.buttons, choices, strict=False):
            button.show()
            button.setObjectName(f"reading.{one.name}")
            button.setText(shown(one.words))
            button.setChecked(one.is_chosen)
            button.setToolTip(tip(one.evidence))
            button.setAccessibleName(f"Read as: {one.words}")
            button.setAccessibleDescription(one.evidence)
        self.name_button.setVisible(bool(name))
        self.name_button.setText(shown(f"{name} ▾"))
        self.name_button.setAccessibleName(name)

    def _on_button(self, button: QToolButton) -> None:
        self.reading_chosen.emit(button.objectName().removeprefix("reading."))


def _button(words: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setProperty("look", "push")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setText(words)
    return button
