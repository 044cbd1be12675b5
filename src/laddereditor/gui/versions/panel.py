"""The Versions view: published versions to open, compare and restore."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from laddereditor.gui.export.files import files_of
from laddereditor.gui.focus.passing import FocusPassing
from laddereditor.gui.look.labels import plain_label
from laddereditor.gui.look.theme import current_theme
from laddereditor.gui.panes.draw_while_seen import DrawWhileSeen
from laddereditor.gui.versions.version_acts import VersionActs
from laddereditor.gui.versions.version_list import VersionList
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.kinds import label_of
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.export.offers import ExportOffer
from laddereditor.presentation.versions.printed import versions_offer
from laddereditor.presentation.versions.version_rows import (
    VersionHistory,
    VersionRow,
    version_history,
)
from laddereditor.session.jobs import Jobs
from laddereditor.storage.files.document import Document

# Of each button: its label and its tooltip.
_BUTTONS = {
    "open": ("&Open", "Look at this version; it cannot be changed"),
    "changes": (
        "What change&d",
        "See what changed since this version, or between two that are selected",
    ),
    "levels": (
        "Side b&y side",
        "Compare the selected profile or level with what it was in this version",
    ),
    "restore": ("&Restore…", "Go on from this version as a draft"),
}
_UNSAVED = "Save the ladder to a file first: its versions are kept beside it."
_NONE = "No version was published yet. A published version is a copy that stays as it is."


class VersionsPanel(QWidget):
    """The published versions of the active ladder, newest first."""

    open_wanted = Signal(object, str)  # the document of an earlier state, its name
    changes_wanted = Signal(object, str)  # the ladder of a version, its name
    between_wanted = Signal(object, object, str, str)  # two ladders, the older first; their names
    levels_wanted = Signal(object, str)  # the same, to be compared with level by level
    publish_wanted = Signal()
    export_kind = "the versions"

    def __init__(
        self, workspace: Workspace, dialogs: Dialogs, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._jobs = workspace, jobs
        self._asked = 0  # which look at the folder is the newest
        self._looking = self._again = False  # a look is under way; another one is wanted
        self._acts = VersionActs(workspace, dialogs, jobs)
        self._view = VersionList(self)
        self._view.activated.connect(self._activated)
        self._view.itemSelectionChanged.connect(self._enable)
        self._view.customContextMenuRequested.connect(self._show_menu)
        self._empty, self._note = self._make_labels()
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._empty)
        self._buttons = self._make_buttons()
        self._former: Path | None = None
        self._take_over = self._button(
            "takeOver",
            "Take them over",
            "Give the folder of versions the name that belongs to this file, so that they are "
            "listed here",
            self.take_over,
        )
        self._take_over.hide()
        self._publish = self._button(
            "publish", "&Publish…", "Publish the ladder as it is now", self.publish_wanted.emit
        )
        self._lay_out()
        self._focus = FocusPassing(self, self._view)
        self._drawing = DrawWhileSeen(self, self._look)
        workspace.session_changed.connect(self.refresh)
        workspace.changed.connect(self._on_change)

    # -- building -----------------------------------------------------------------------------

    def _make_labels(self) -> tuple[QLabel, QLabel]:
        """Return what is shown in place of an empty list, and the notice below the list."""
        empty, note = plain_label("", self), plain_label("", self)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for label, look in ((empty, "empty"), (note, "muted")):
            label.setWordWrap(True)
            label.setProperty("look", look)
        note.hide()
        return empty, note

    def _make_buttons(self) -> dict[str, QPushButton]:
        acts = {
            "open": self.open,
            "changes": self.compare,
            "levels": self.compare_levels,
            "restore": self.restore,
        }
        return {name: self._button(name, *words, acts[name]) for name, words in _BUTTONS.items()}

    def _button(
        self, name: str, words: str, explanation: str, act: Callable[[], object]
    ) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(f"versions.{name}")
        button.setToolTip(explanation)
        button.clicked.connect(lambda _=False: act())
        return button

    def _lay_out(self) -> None:
        space = current_theme().space
        bar = QHBoxLayout()
        bar.setContentsMargins(*(space("s"),) * 4)
        bar.setSpacing(space("s"))
        for button in self._buttons.values():
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self._publish)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        note = QHBoxLayout()
        note.setContentsMargins(space("s"), 0, space("s"), 0)
        note.addWidget(self._note, 1)
        note.addWidget(self._take_over)
        column.addLayout(note)
        column.addLayout(bar)

    # -- showing ------------------------------------------------------------------------------

    def _on_change(self, change: object) -> None:
        if getattr(change, "reason", "") in ("saved", "loaded", "undo", "redo"):
            self.refresh()

    def show_newest(self) -> None:
        """Read the published versions again, and select the newest."""
        self._view.setCurrentIndex(QModelIndex())
        self.refresh()

    def refresh(self) -> None:
        """Read the published versions again, now or as soon as the view is visible."""
        self._drawing.now()

    def flush(self) -> None:
        """Do nothing: nothing is typed here."""

    def focus(self) -> None:
        """Go to the list of versions."""
        self._view.setFocus()

    def offers(self) -> tuple[ExportOffer, ...]:
        """Return the list of versions, if there are any."""
        session, rows = self._workspace.session, self._view.rows
        if session is None or not rows:
            return ()
        name = label_of(session.ladder) or session.name
        files = files_of(session.ladder, self._workspace.sessions)
        return (versions_offer(rows, name, files),)

    def _look(self) -> None:
        """Read the published versions in a job."""
        session = self._workspace.session
        self._asked += 1
        self._publish.setEnabled(session is not None and not session.read_only)
        if session is None or session.path is None:
            self._show([], _UNSAVED if session else "")
            return
        if self._looking:  # a disk that does not answer is not asked again and again
            self._again = True
            return
        self._looking = True
        path, ladder = session.path, session.ladder
        self._jobs.run(
            lambda _: version_history(path, ladder),
            partial(self._found, self._asked),
            self._not_found,
        )

    def _found(self, asked: int, history: VersionHistory) -> None:
        self._looking = False
        if asked == self._asked:
            self._show(list(history.rows), _NONE)
            self._note.setText(history.notice)
            self._note.setVisible(bool(history.notice))
            self._former = history.former
            self._take_over.setVisible(history.former is not None)
        self._redraw()

    def _not_found(self, error: Exception) -> None:
        self._looking = False
        self._redraw()
        raise error

    def _redraw(self) -> None:
        again, self._again = self._again, False
        if again:
            self.refresh()

    def _show(self, rows: list[VersionRow], empty: str) -> None:
        self._view.show_rows(rows)
        self._empty.setText(empty)
        shown = self._view if rows else self._empty
        self._stack.setCurrentWidget(shown)
        self._focus.target = shown
        self._enable()

    def _enable(self) -> None:
        row, session = self._view.current(), self._workspace.session
        readable = row is not None and row.read is not None
        for button in self._buttons.values():
            button.setEnabled(readable)
        if row is None or row.version is None or session is None or session.read_only:
            self._buttons["restore"].setEnabled(False)

    # -- acting -------------------------------------------------------------------------------

    def take_over(self) -> None:
        """Rename the folder of a former name, so that its versions are those of this file."""
        self._acts.take_over(self._former, self.refresh)

    def _activated(self, _: QModelIndex) -> None:
        self.open()

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self._buttons.values():
            menu.addAction(button.text(), button.click).setEnabled(button.isEnabled())
        menu.popup(self._view.viewport().mapToGlobal(place))

    def open(self) -> None:
        """Open the chosen state beside the ladder; it cannot be changed."""
        self._read(self.open_wanted.emit)

    def compare(self) -> None:
        """Show what changed since the chosen state, or between two that are chosen."""
        chosen = self._view.selected()
        if len(chosen) == 2:
            newer, older = chosen
            self._acts.read(newer, lambda one, was: self._compare_with(older, one, was))
        else:
            self._read(lambda document, name: self.changes_wanted.emit(document.ladder, name))

    def _compare_with(self, older: VersionRow, newer: Document, name: str) -> None:
        def show(document: Document, was: str) -> None:
            self.between_wanted.emit(document.ladder, newer.ladder, was, name)

        self._acts.read(older, show)

    def compare_levels(self) -> None:
        """Compare the selected profile or level with the chosen state."""
        self._read(lambda document, name: self.levels_wanted.emit(document.ladder, name))

    def _read(self, then: Callable[[Document, str], object]) -> None:
        self._acts.read(self._view.current(), then)

    def restore(self) -> None:
        """Replace the ladder by the contents of the chosen version, after asking."""
        self._acts.ask_and_restore(self._view.current())
