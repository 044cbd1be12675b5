"""The dialog that lists the pairs corrected by hand, and takes some or all of them back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from laddereditor.align.corrections import PairCorrections, TextPair
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme

_SIZE = QSize(640, 400)
_NOTHING = "No pair was corrected by hand. Choose a statement, and Align with… (F4)."
_SOME = "These pairs were corrected by hand. They are kept on this computer, not in the file."


class CorrectedList(QDialog):
    """A list of pairs; Del takes the chosen one back."""

    def __init__(
        self,
        read: Callable[[], PairCorrections],
        take_back: Callable[[list[TextPair]], object],
        parent: QWidget,
    ) -> None:
        """Show corrections.

        Args:
            read: Returns the corrections as they are now.
            take_back: Takes pairs back.
            parent: The view.
        """
        super().__init__(parent)
        self.setObjectName("correctedPairs")
        self.setWindowTitle("Corrected pairs")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._read, self._take_back = read, take_back
        self._words = plain_label("", self)
        self._words.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setObjectName("correctedPairsList")
        self.list.setAccessibleName("Corrected pairs")
        self.list.setProperty("look", "field")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.installEventFilter(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self.one = self._button(buttons, "&Take back", self._take_chosen)
        self.all = self._button(buttons, "Take &all back", self._take_all)
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space("l"),) * 4)
        column.setSpacing(theme.space("m"))
        for widget in (self._words, self.list, buttons):
            column.addWidget(widget)
        self.resize(_SIZE)
        self.fill()

    def _button(
        self, buttons: QDialogButtonBox, words: str, act: Callable[[], object]
    ) -> QPushButton:
        button = buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: act())
        return button

    def fill(self) -> None:
        """Show the corrections as they are now; the first is chosen."""
        said = self._read()
        self.list.clear()
        for together, pairs in ((True, said.together), (False, said.apart)):
            for pair in sorted(pairs):
                self.list.addItem(_row(pair, together=together))
        self.list.setCurrentRow(0)
        self._words.setText(_SOME if said else _NOTHING)
        for button in (self.one, self.all):
            button.setEnabled(bool(said))
        self.list.setVisible(bool(said))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the chosen pairs back by Del."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and event.key() == Qt.Key.Key_Delete:  # type: ignore[attr-defined]
            self._take_chosen()
            return True
        return super().eventFilter(watched, event)

    def _take_chosen(self) -> None:
        self._take([item.data(Qt.ItemDataRole.UserRole) for item in self.list.selectedItems()])

    def _take_all(self) -> None:
        rows = range(self.list.count())
        self._take([self.list.item(row).data(Qt.ItemDataRole.UserRole) for row in rows])

    def _take(self, pairs: list[TextPair]) -> None:
        if pairs:
            self._take_back(pairs)
            self.fill()


def _row(pair: TextPair, *, together: bool) -> QListWidgetItem:
    one, other = pair
    words = f"Aligned: “{one}” with “{other}”" if together else f"Parted: “{one}” from “{other}”"
    item = QListWidgetItem(words)
    item.setData(Qt.ItemDataRole.UserRole, pair)
    return item
