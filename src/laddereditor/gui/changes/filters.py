"""The filters above the changes: effects, kind, family, and words."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QToolButton, QWidget

from laddereditor.gui.forms.inputs import ChoiceInput
from laddereditor.gui.look.icons import set_icon
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.line import FilterLine
from laddereditor.presentation.changes.change_row import ChangeRow
from laddereditor.presentation.changes.change_rows import ChangeFilter, counts
from laddereditor.presentation.changes.signs import EFFECTS, KINDS, EffectGroup


class _WordField(FilterLine):
    """Escape clears it; Down and Enter move to the changes."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move to the changes on Down and Enter; type everything else."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ChangeFilters(QWidget):
    """Toggles for the effects with their counts, and further filters of the list."""

    changed = Signal()
    left = Signal()  # the person moves to the list

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._counts: dict[EffectGroup, int] = {}
        self._switches = {effect: self._switch(effect) for effect in EFFECTS}
        self._kind = self._choice("changesKind", "Kind of change", "All kinds")
        self._kind.offer((("", "All kinds"), *((kind, sign.word) for kind, sign in KINDS.items())))
        self._group = self._choice("changesFamily", "Family or list", "Everywhere")
        self._words = self._make_words()
        self._lay_out()

    def _switch(self, effect: EffectGroup) -> QToolButton:
        sign = EFFECTS[effect]
        button = QToolButton(self)
        button.setObjectName(f"changes.{effect}")
        button.setCheckable(True)
        button.setChecked(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_icon(button, sign.icon, sign.role)
        button.toggled.connect(self.changed)
        return button

    def _choice(self, name: str, accessible_name: str, every: str) -> ChoiceInput:
        box = ChoiceInput(self)
        box.setObjectName(name)
        box.setAccessibleName(accessible_name)
        box.setToolTip(accessible_name)
        box.offer((("", every),))
        box.chosen.connect(self.changed)
        return box

    def _make_words(self) -> _WordField:
        field = _WordField(parent=self)
        field.setObjectName("changesFilter")
        field.setPlaceholderText("Filter the changes")
        field.setAccessibleName("Filter the changes")
        field.show_clear_button()
        field.setMinimumWidth(110)
        field.textChanged.connect(self.changed)
        field.left.connect(self.left)
        return field

    def _lay_out(self) -> None:
        space = current_theme().space
        switches = QHBoxLayout()
        switches.setSpacing(space("xs"))
        for button in self._switches.values():
            switches.addWidget(button)
        switches.addStretch(1)
        fields = QHBoxLayout()
        fields.setSpacing(space("s"))
        fields.addWidget(self._kind, 1)
        fields.addWidget(self._group, 1)
        fields.addWidget(self._words, 2)
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._rows.setContentsMargins(space("s"), space("xs"), space("s"), space("xs"))
        self._rows.setSpacing(space("xs"))
        self._rows.addLayout(switches)
        self._rows.addLayout(fields)

    # -- what is wanted -----------------------------------------------------------------------

    def wanted(self) -> ChangeFilter:
        """Return what is to be shown."""
        return ChangeFilter(
            next((kind for kind in KINDS if kind == self._kind.value()), None),
            frozenset(e for e, button in self._switches.items() if button.isChecked()),
            self._group.value(),
            self._words.text(),
        )

    def reset(self) -> None:
        """Clear all filters."""
        with QSignalBlocker(self):
            for button in self._switches.values():
                button.setChecked(True)
            self._kind.put("")
            self._group.put("")
            self._words.clear()
        self.changed.emit()

    def count(self, rows: Sequence[ChangeRow]) -> None:
        """Show how many changes there are of each effect, and offer their families."""
        found = counts(rows)
        for effect, button in self._switches.items():
            sign, count = EFFECTS[effect], found.get(effect, 0)
            button.setToolTip(f"Show or hide what has this effect: {sign.word.lower()}")
            button.setAccessibleName(f"{sign.word}: {count}")
            button.setVisible(count > 0 or not button.isChecked())
        self._counts = found
        self._word_switches()
        groups = {row.group.key: row.group.words for row in rows}
        self._group.offer((("", "Everywhere"), *groups.items()))

    def _word_switches(self) -> None:
        """Label the toggles; if there is not enough room, show only icon and number."""
        shown = [e for e, button in self._switches.items() if not button.isHidden()]
        for effect in shown:
            words = f"{EFFECTS[effect].short} {self._counts.get(effect, 0)}"
            self._switches[effect].setText(words)
        space = current_theme().space
        need = sum(self._switches[effect].sizeHint().width() + space("xs") for effect in shown)
        if need + 2 * space("s") > self.width():
            for effect in shown:
                self._switches[effect].setText(str(self._counts.get(effect, 0)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Label the toggles if there is enough room."""
        super().resizeEvent(event)
        self._word_switches()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the toggles without labels."""
        return QSize(260, super().minimumSizeHint().height())
