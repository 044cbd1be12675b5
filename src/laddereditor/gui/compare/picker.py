"""Choosing a column: by typing, as “AI P3” finds the profile, or among those most alike to one."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QListWidgetItem,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from laddereditor.compare.nearest.finding import Nearest
from laddereditor.compare.sheet.subject import Subject
from laddereditor.gui.compare.nearest_finder import NearestFinder
from laddereditor.gui.dialogs.find_list import NOTHING, FindList
from laddereditor.gui.forms.inputs import ChoiceBox
from laddereditor.gui.look.escaping import shown
from laddereditor.gui.look.icons import icon
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.compare.column_places import FoundPlace, found_in, matching
from laddereditor.presentation.compare.near_rows import alike_words, near_rows, why_empty
from laddereditor.presentation.versions.published_copies import published_copies
from laddereditor.session.jobs import Job
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.copies import open_copy


class Picker(QDialog):
    """A field, and the profiles and levels that fit; Enter takes the first or chosen one.

    Of a column, or what is selected in the tree, a second tab lists what is most alike.
    """

    picked = Signal(object)  # a Subject

    def __init__(
        self,
        workspace: Workspace,
        title: str,
        parent: QWidget,
        finder: NearestFinder | None = None,
        asked: Subject | None = None,
    ) -> None:
        """Offer the places of the open ladders, and of the versions beside the active one.

        Args:
            workspace: The open ladders.
            title: The title of the window, and the accessible name of its field.
            parent: The window.
            finder: Finds what is most alike, for the second tab.
            asked: The profile or level that it is looked for; None leaves the second tab out.
        """
        super().__init__(parent)
        self._disk = workspace.disk
        self._finder, self._asked = finder, asked
        self._nearest: Nearest | None = None
        self._job: Job | None = None
        sessions = workspace.sessions
        self.setObjectName("comparePicker")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        several = len(sessions) > 1
        names = [workspace.name_of(one) if several else "" for one in sessions]
        self._open = [
            found
            for one, name in zip(sessions, names, strict=True)
            for found in found_in(one.ladder, name)
        ]
        self._all = self._open
        self._tabs = self._make_tabs()
        self._where = self._make_where()
        self._list = FindList("comparePicker", self._rows, self)
        self._list.describe(
            "Type a family, a level or both, such as AI P3", title, "Profiles and levels that fit"
        )
        theme = current_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space("m"),) * 4)
        column.setSpacing(theme.space("s"))
        for widget in (self._tabs, self._where, self._list):
            column.addWidget(widget)
        self.resize(680, 440)
        self._list.taken.connect(self._take)
        self._list.list.itemClicked.connect(self._list.list.itemActivated)
        self._list.fill()
        self._list.setFocus()
        if workspace.session is not None and workspace.session.path is not None:
            self._ask_for_versions(workspace.session.path)

    # -- most alike ---------------------------------------------------------------------------

    def _make_tabs(self) -> QTabBar:
        """Return the tabs; out of view if nothing is known that others may be like."""
        tabs = QTabBar(self)
        tabs.setObjectName("comparePickerTabs")
        tabs.setAccessibleName("How to choose")
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.addTab("By &name")
        if self._asked is not None and self._finder is not None:
            tabs.addTab(f"{shown(alike_words(self._asked))}")
        tabs.setVisible(tabs.count() > 1)
        tabs.currentChanged.connect(self._change_tab)
        return tabs

    def show_alike(self) -> None:
        """Show what is most alike."""
        self._tabs.setCurrentIndex(self._tabs.count() - 1)

    @property
    def _is_alike(self) -> bool:
        return self._tabs.currentIndex() > 0

    def _change_tab(self, place: int) -> None:
        self._where.setVisible(place == 0 and self._where.count() > 1)
        self._list.explain_nothing(NOTHING)
        if place and self._nearest is None:
            self._look()
        self._fill()

    def _look(self) -> None:
        """Look for what is most alike; the window can be used meanwhile."""
        if self._asked is None or self._finder is None or self._job is not None:
            return
        self._job = self._finder.find(self._asked, self._take_nearest, self._show_progress)
        self.finished.connect(self._job.cancel)

    def _show_progress(self, share: float) -> None:
        if isValid(self) and self._is_alike and self._nearest is None:
            self._list.explain_nothing(f"Looking… {share:.0%}")

    def _take_nearest(self, found: Nearest) -> None:
        if isValid(self):
            self._nearest = found
            self._fill()

    def _near_items(self, typed: str) -> Iterator[QListWidgetItem]:
        if self._nearest is None or self._asked is None:
            return
        for row in near_rows(self._nearest, self._asked, typed):
            item = QListWidgetItem(row.text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.accessible_text)
            if row.found is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setForeground(QColor(current_theme().color("text_muted")))
            else:
                item.setIcon(_icon_of(row.found))
                item.setData(Qt.ItemDataRole.UserRole, row.found)
            yield item

    # -- ladders and versions -----------------------------------------------------------------

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
            self._where.setVisible(self._where.count() > 1 and not self._is_alike)

        self._disk.run(lambda _: published_copies(path), found, _raise)

    def _choose_where(self, place: int) -> None:
        """Offer the places of another ladder; a copy that cannot be read says why."""
        known = self._where.itemData(place)
        if known is None:
            self._offer(place, self._open, NOTHING)
            return
        version, path = known
        self._offer(place, [], "Reading…")

        def failed(error: Exception) -> None:
            if not isinstance(error, UnreadableLadder):
                raise error
            self._offer(place, [], str(error))

        self._disk.run(
            lambda _: found_in(open_copy(path, version).ladder, origin=f"version {version}"),
            lambda found: self._offer(place, found, NOTHING),
            failed,
        )

    def _offer(self, place: int, found: list[FoundPlace], nothing: str) -> None:
        """Show the profiles and levels of the ladder if it is still the chosen one."""
        if isValid(self) and place == self._where.currentIndex():
            self._all = found
            self._list.explain_nothing(nothing)
            self._fill()

    def _rows(self, typed: str) -> Iterable[QListWidgetItem]:
        return self._near_items(typed) if self._is_alike else map(_row, matching(self._all, typed))

    def _fill(self) -> None:
        """Show the rows for what is typed, or why there are none."""
        if self._is_alike and self._nearest is not None:
            self._list.explain_nothing(why_empty(self._nearest) or NOTHING)
        self._list.fill()

    def _take(self, found: FoundPlace | None) -> None:
        if found is None:
            return  # it is a heading
        self.accept()
        self.picked.emit(found.subject)


def _row(found: FoundPlace) -> QListWidgetItem:
    where = f"   ·   {found.where}" if found.where else ""
    item = QListWidgetItem(_icon_of(found), f"{found.place.label}{where}")
    item.setData(Qt.ItemDataRole.UserRole, found)
    return item


def _icon_of(found: FoundPlace) -> QIcon:
    return icon("profile" if found.place.address.family else "level", "text_muted")


def _raise(error: Exception) -> None:
    raise error
