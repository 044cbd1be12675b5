"""A field with a list of matches: the arrows select, Enter chooses."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.line import LineEditor

FindRows = Callable[[str], Iterable[QListWidgetItem]]
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ICON = 16
NOTHING = "Nothing fits. Try fewer letters."


class FindList(QWidget):
    """A field and the list of its matches, from `rows`; a row's value is its user data."""

    taken = Signal(object)  # the value of a row: by Enter, a click or a double-click

    def __init__(self, name: str, rows: FindRows, parent: QWidget) -> None:
        """Create the field and the list.

        Args:
            name: The beginning of their object names, `<name>Field` and `<name>List`.
            rows: Returns the rows for what was typed.
            parent: The parent widget.
        """
        super().__init__(parent)
        self._rows = rows
        self.field = LineEditor(parent=self)
        self.field.setObjectName(f"{name}Field")
        self.field.show_clear_button()
        self.field.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setObjectName(f"{name}List")
        self.list.setProperty("look", "field")
        self.list.setIconSize(QSize(_ICON, _ICON))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = plain_label(NOTHING, self)
        self._nothing.setWordWrap(True)
        self._nothing.setProperty("look", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().space("s"))
        for widget in (self.field, self._nothing, self.list):
            column.addWidget(widget)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self.fill)
        self.field.returnPressed.connect(lambda: self._take(self.list.currentItem()))
        self.list.itemActivated.connect(self._take)

    def describe(self, hint: str, field: str, found: str) -> None:
        """Name the parts for people, and for screen readers.

        Args:
            hint: The placeholder of the field.
            field: The accessible name of the field.
            found: The accessible name of the list.
        """
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(field)
        self.list.setAccessibleName(found)

    def explain_nothing(self, words: str = NOTHING) -> None:
        """Set the words that are shown in place of an empty list."""
        self._nothing.setText(words)

    def fill(self, *_: object) -> None:
        """Show the matches; the first row that can be chosen is selected."""
        self.list.clear()
        for item in self._rows(self.field.text()):
            self.list.addItem(item)
        can_be_chosen = Qt.ItemFlag.ItemIsEnabled
        rows = range(self.list.count())
        first = next((row for row in rows if self.list.item(row).flags() & can_be_chosen), -1)
        self.list.setCurrentRow(first)
        self._nothing.setVisible(self.list.count() == 0)

    def chosen(self) -> object:
        """Return the value of the chosen row, None if nothing fits."""
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move through the list while the field has the focus."""
        if (
            watched is self.field
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _MOVES
        ):
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.taken.emit(item.data(Qt.ItemDataRole.UserRole))
