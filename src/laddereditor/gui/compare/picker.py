"""Choosing a column by typing: “AI P3” finds the profile, whatever ladder it is in."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.compare.places import Found, found_in, matching
from laddereditor.gui.forms.inputs import ChoiceBox
from laddereditor.gui.forms.looks import Words
from laddereditor.gui.icons import icon
from laddereditor.gui.theme import current_theme
from laddereditor.gui.versions.beside import versions_beside
from laddereditor.session.session import Session
from laddereditor.storage.faults import UnreadableLadder
from laddereditor.storage.versions.copies import open_copy

_NOTHING = "Nothing fits. Try fewer letters."
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Picker(QDialog):
    """A field, and the profiles and levels that fit; Enter takes the first or chosen one."""

    picked = Signal(object)  # a Subject

    def __init__(
        self, sessions: Sequence[Session], front: Session | None, title: str, parent: QWidget
    ) -> None:
        """Offer the places of the open ladders, and of the versions beside the one in `front`."""
        super().__init__(parent)
        self.setObjectName("comparePicker")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        several = len(sessions) > 1
        self._open = [
            found for one in sessions for found in found_in(one.ladder, one.name if several else "")
        ]
        self._all = self._open
        self._where = self._make_where(front)
        self._field = QLineEdit(self)
        self._field.setObjectName("comparePickerField")
        self._field.setPlaceholderText("Type a family, a level or both, such as AI P3")
        self._field.setAccessibleName(title)
        self._field.setClearButtonEnabled(True)
        self._field.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setObjectName("comparePickerList")
        self._list.setAccessibleName("Profiles and levels that fit")
        self._list.setProperty("look", "field")
        self._list.setIconSize(QSize(16, 16))
        self._none = Words(_NOTHING, "text_muted", parent=self)
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space("m"),) * 4)
        column.setSpacing(theme.space("s"))
        for widget in (self._where, self._field, self._none, self._list):
            column.addWidget(widget)
        self.resize(600, 440)
        self._field.textChanged.connect(self._fill)
        self._field.returnPressed.connect(lambda: self._take(self._list.currentItem()))
        self._list.itemActivated.connect(self._take)
        self._list.itemClicked.connect(self._take)
        self._fill("")
        self._field.setFocus()

    def _make_where(self, front: Session | None) -> ChoiceBox:
        """Return the choice of the ladder; out of sight while no version was published."""
        where = ChoiceBox(self)
        where.setObjectName("comparePickerWhere")
        where.setAccessibleName("Ladder or published version")
        where.addItem("Open ladders")
        for version, path in versions_beside(front) if front is not None else ():
            where.addItem(f"Version {version} as published", (version, path))
        where.setVisible(where.count() > 1)
        where.currentIndexChanged.connect(self._choose_where)
        return where

    def _choose_where(self, place: int) -> None:
        """Offer the places of another ladder; a copy that cannot be read says why."""
        known = self._where.itemData(place)
        self._all, why = self._open, ""
        if known is not None:
            version, path = known
            try:
                ladder = open_copy(path, version).ladder
            except UnreadableLadder as error:
                self._all, why = [], str(error)
            else:
                self._all = found_in(ladder, origin=f"version {version}")
        self._none.say(why or _NOTHING)
        self._fill(self._field.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys walk the list while the field has the focus."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self._field and is_key and event.key() in _MOVES:  # type: ignore[attr-defined]
            self._list.event(event)
            return True
        return super().eventFilter(watched, event)

    def _fill(self, typed: str) -> None:
        self._list.clear()
        for found in matching(self._all, typed):
            self._list.addItem(self._row(found))
        self._list.setCurrentRow(0)
        self._none.setVisible(self._list.count() == 0)

    def _row(self, found: Found) -> QListWidgetItem:
        where = f"   ·   {found.where}" if found.where else ""
        generic = found.place.address.startswith("levels/")
        item = QListWidgetItem(
            icon("level" if generic else "profile", "text_muted"), f"{found.place.label}{where}"
        )
        item.setData(Qt.ItemDataRole.UserRole, found)
        return item

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        found: Found = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        self.picked.emit(found.subject)
