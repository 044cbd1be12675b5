"""The buttons below the page, by which the import ends."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from laddereditor.gui.forms.labels import LinkButton, PlainLabel
from laddereditor.gui.look.escaping import tip
from laddereditor.gui.look.theme import current_theme

_NOTHING = "Leave the import; nothing is taken"


class ImportButtons(QWidget):
    """Opens the ladder, adds it to the open one, or leaves it; nothing is taken before that."""

    open_wanted = Signal()
    add_wanted = Signal()
    cancel_wanted = Signal()
    save_wanted = Signal()
    again_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().space("s"))
        self.last_time = PlainLabel("Read as last time", role="text_muted", parent=self)
        self.forget = LinkButton("forget", self)
        self.forget.setObjectName("mapping.forget")
        self.forget.setAccessibleDescription(
            "Forgets what you set the last time for files of this shape, and reads the file again."
        )
        self.forget.clicked.connect(self.forget_wanted)
        self.again = self._button("Start a&gain", "again", "Let the program decide everything")
        self.again.clicked.connect(self.again_wanted)
        self.save = self._button(
            "Sa&ve the mapping…", "save", "For “laddereditor import … --mapping FILE”"
        )
        self.save.clicked.connect(self.save_wanted)
        self.cancel = self._button("Cancel", "cancel", _NOTHING)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.add = self._button(
            "Add to the open &ladder…", "add", "Go through what the open ladder would get"
        )
        self.add.clicked.connect(self.add_wanted)
        self.open = self._button("Open as a &new ladder", "open", "Open what the tree shows")
        self.open.setDefault(True)  # it looks so; Enter is not taken outside of dialogs
        self.open.clicked.connect(self.open_wanted)
        for widget in (self.last_time, self.forget, self.again, self.save):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.cancel, self.add, self.open):
            row.addWidget(widget)

    def _button(self, words: str, name: str, explanation: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"mapping.{name}")
        _explain(button, words, explanation)
        return button

    def show_state(
        self, *, can_open: bool, can_add: bool, has_pins: bool, last_time: bool, added_to: str
    ) -> None:
        """Show what can be done.

        Args:
            can_open: Whether anything was taken.
            can_add: Whether there is an open ladder that can be changed, too.
            has_pins: Whether the person decided anything.
            last_time: Whether decisions of the last time are used.
            added_to: The name of the ladder that it was added to, "" for none.
        """
        kept = f"Leave the import; what you took stays in {added_to}"
        _explain(self.cancel, "Close" if added_to else "Cancel", kept if added_to else _NOTHING)
        self.open.setEnabled(can_open)
        self.add.setEnabled(can_open and can_add)
        self.again.setEnabled(has_pins)
        for widget in (self.last_time, self.forget):
            widget.setVisible(last_time)


def _explain(button: QPushButton, words: str, explanation: str) -> None:
    button.setText(words)
    button.setAccessibleName(words.replace("&", ""))
    button.setToolTip(tip(explanation))
    button.setAccessibleDescription(explanation)
