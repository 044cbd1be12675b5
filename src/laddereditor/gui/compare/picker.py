"""Choosing a column by typing: “AI P3” finds the profile, whatever ladder it is in."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from laddereditor.gui.forms.inputs import ChoiceBox
from laddereditor.gui.forms.labels import PlainLabel
from laddereditor.gui.look.icons import icon
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.text.line import LineEditor
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.compare.column_places import FoundPlace, found_in, matching
from laddereditor.presentation.versions.published_copies import published_copies
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.copies import open_copy

_NOTHING = "Nothing fits. Try fewer letters."
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Picker(QDialog):
    """A field, and the profiles and levels that fit; Enter takes the first or chosen one."""

    picked = Signal(object)  # a Subject

    def __init__(self, workspace: Workspace, title: str, parent: QWidget) -> None:
        """Offer the places of the open ladders, and of the versions beside the active one."""
        super().__init__(parent)
        self._disk = workspace.disk
        sessions = workspace.sessions
        self.setObjectName("comparePicker")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        several = len(sessions) > 1
        self._open = [
            found for one in sessions for found in found_in(one.ladder, one.name if several else "")
        ]
        self._all = self._open
        self._where = self._make_where()
        self._field = LineEditor(parent=self)
        self._field.setObjectName("comparePickerField")
        self._field.setPlaceholderText("Type a family, a level or both, such as AI P3")
        self._field.setAccessibleName(title)
        self._field.show_clear_button()
        self._field.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setObjectName("comparePickerList")
        self._list.setAccessibleName("Profiles and levels that fit")
        self._list.setProperty("look", "field")
        self._list.setIconSize(QSize(16, 16))
        self._none = PlainLabel(_NOTHING, "text_muted", parent=self)
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
        if workspace.session is not None and workspace.session.path is not None:
            self._ask_for_versions(workspace.session.path)

    def _make_where(self) -> ChoiceBox:
        """Return the choice of the ladder; out of view while no version was published."""
        where = ChoiceBox(self)
        where.setObjectName("comparePickerWhere")
        where.setAccessibleName("Ladder or published version")
        where.addItem("Open ladders")
        where.hide()
        where.currentIndexChanged.connect(self._choose_where)
        return where

    def _ask_for_versions(self, path: Path) -> None:
        """Offer the published versions as soon as they are known."""

        def found(versions: list[tuple[str, Path]]) -> None:
            if not isValid(self):
                return  # it was closed meanwhile
            for version, copy in versions:
                self._where.addItem(f"Version {version} as published", (version, copy))
            self._where.setVisible(self._where.count() > 1)

        self._disk.run(lambda _: published_copies(path), found, _raise)

    def _choose_where(self, place: int) -> None:
        """Offer the places of another ladder; a copy that cannot be read says why."""
        known = self._where.itemData(place)
        if known is None:
            self._offer(place, self._open, _NOTHING)
            return
        version, path = known
        self._offer(place, [], "Reading…")

        def failed(error: Exception) -> None:
            if not isinstance(error, UnreadableLadder):
                raise error
            self._offer(place, [], str(error))

        self._disk.run(
            lambda _: found_in(open_copy(path, version).ladder, origin=f"version {version}"),
            lambda found: self._offer(place, found, _NOTHING),
            failed,
        )

    def _offer(self, place: int, found: list[FoundPlace], nothing: str) -> None:
        """Show the profiles and levels of the ladder if it is still the chosen one."""
        if isValid(self) and place == self._where.currentIndex():
            self._all = found
            self._none.show_text(nothing)
            self._fill(self._field.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move through the list while the field has the focus."""
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

    def _row(self, found: FoundPlace) -> QListWidgetItem:
        where = f"   ·   {found.where}" if found.where else ""
        generic = not found.place.address.family
        item = QListWidgetItem(
            icon("level" if generic else "profile", "text_muted"), f"{found.place.label}{where}"
        )
        item.setData(Qt.ItemDataRole.UserRole, found)
        return item

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        found: FoundPlace = item.data(Qt.ItemDataRole.UserRole)
        self.accept()
        self.picked.emit(found.subject)


def _raise(error: Exception) -> None:
    raise error
