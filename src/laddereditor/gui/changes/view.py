"""The Changes view: what differs between the ladder in front and another one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from laddereditor.edits.edit import Edit
from laddereditor.gui.asking import Asker
from laddereditor.gui.changes.basis import SAVED, Basis, Sides, against, between, review_of
from laddereditor.gui.changes.buttons import ChangeButtons
from laddereditor.gui.changes.comparing import Compared, Comparing
from laddereditor.gui.changes.deeds import also_taken, take_edit, undo_edit
from laddereditor.gui.changes.detail import ChangeDetail, captions
from laddereditor.gui.changes.filters import ChangeFilters
from laddereditor.gui.changes.frame import Frame, Halves, column
from laddereditor.gui.changes.header import ChangesHeader
from laddereditor.gui.changes.note import write_note
from laddereditor.gui.changes.rows import ChangeRow, arranged
from laddereditor.gui.changes.sources import Sources
from laddereditor.gui.changes.totals import nothing_words, totals
from laddereditor.gui.changes.tree import ChangesTree
from laddereditor.gui.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.session.jobs import Jobs
from laddereditor.session.session import Session

_DELAY_MS = 60  # one comparison for a burst of typing
_UNSAVED = "This ladder was never saved, so all of it is new. Compare it with a file, or save it."


class ChangesView(QWidget):
    """A list of changes with filters, and the selected one in full."""

    go_wanted = Signal(str, str)  # address of the entity, field path

    def __init__(
        self, workspace: Workspace, asker: Asker, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("changesView")
        self.setAccessibleName("Changes")
        self._workspace, self._asker = workspace, asker
        self._bases: dict[int, Basis] = {}  # id(session) -> what it is compared with
        self._shown: tuple[Session, Basis] | None = None
        self._comparing = Comparing(jobs, self._show)
        self._sources = Sources(workspace, asker, jobs, self._choose)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_DELAY_MS)
        self._later.timeout.connect(self._compare)
        self._make()
        workspace.session_changed.connect(self._compare)
        workspace.sessions_changed.connect(self._forget_closed)
        workspace.changed.connect(self._later.start)

    def _make(self) -> None:
        self.header = ChangesHeader(self._fill_sources, self.export_note, self)
        self.filters = ChangeFilters(self)
        self.tree = ChangesTree(self)
        self.detail = ChangeDetail(self)
        self.buttons = ChangeButtons(self, self)
        self._side = column(self, self.detail, self.buttons)
        halves = Halves(column(self, self.filters, self.tree), self._side, self)
        self._frame = Frame(halves, self.choose_source, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self._frame, 1)
        self.setFocusProxy(self.tree)
        self.filters.changed.connect(self._filter)
        self.filters.left.connect(self.tree.setFocus)
        self.tree.picked.connect(self._show_picked)
        self.tree.go_wanted.connect(self.go_to_change)

    # -- what is compared ---------------------------------------------------------------------

    def show_saved(self) -> None:
        """Show what changed since the last save."""
        self._choose(SAVED)

    def show_since(self, ladder: Ladder, name: str) -> None:
        """Show what changed since another state of the ladder in front, such as a version."""
        self._choose(against(ladder, name))

    def show_between(self, old: Ladder, new: Ladder, old_name: str, new_name: str) -> None:
        """Show what differs between any two ladders, to be read only."""
        self._choose(between(old, new, old_name, new_name))

    def review(self, theirs: Ladder, name: str) -> None:
        """Show what another ladder would change in the one in front, to be taken one by one."""
        self._choose(review_of(theirs, name))

    def ask_review(self) -> None:
        """Ask for a file, and show what it would change in the ladder in front."""
        self._sources.ask_review()

    def choose_source(self) -> None:
        """Open the menu of what there is to compare with."""
        self.header.chooser.showMenu()

    def _fill_sources(self, menu: QMenu) -> None:
        self._sources.fill(menu, self.basis)

    def _choose(self, basis: Basis) -> None:
        session = self._workspace.session
        if session is not None:
            self._bases[id(session)] = basis
            self.filters.reset()
        self._compare()

    @property
    def basis(self) -> Basis:
        """What the ladder in front is compared with."""
        return self._bases.get(id(self._workspace.session), SAVED)

    def _forget_closed(self) -> None:
        there = {id(session) for session in self._workspace.sessions}
        self._bases = {key: basis for key, basis in self._bases.items() if key in there}
        self._later.start()  # another open ladder may be what is compared with

    def _sides(self) -> Sides | None:
        session = self._workspace.session
        return self.basis.sides(session) if session is not None else None

    def _compare(self, *_: object) -> None:
        self._later.stop()
        if not self.isVisible():
            return
        sides = self._sides()
        if sides is None:
            self._comparing.forget()
            self._shown = None
            self.header.say("Changes", "")
            self._explain(_UNSAVED)
            return
        if self._shown != (self._workspace.session, self.basis):
            self._comparing.forget()  # what is shown is of something else
        self._comparing.ask(sides.old, sides.new)
        if self._comparing.is_busy:
            self._wait()

    # -- showing ------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Compare what was put off while the view was hidden."""
        super().showEvent(event)
        self._compare()

    def renew(self) -> None:
        """Draw again with the colours and the text size now in force."""
        for part in (self.header, self.tree, self.detail):
            part.renew()
        self._show_picked()

    def _wait(self) -> None:
        """Tell that the changes are being looked for; those of something else go at once."""
        self.header.say(self.basis.title, "Comparing…")
        if self._shown != (self._workspace.session, self.basis):
            self._shown = None
            self.tree.show_new(arranged((), self.filters.wanted()))
            self._explain("Comparing…")

    def _show(self, found: Compared) -> None:
        session, basis = self._workspace.session, self.basis
        if session is None:
            return
        self.header.say(basis.title, totals(found.rows, basis.mode))
        self.filters.count(found.rows)
        shown = arranged(found.rows, self.filters.wanted())
        if self._shown == (session, basis):
            self.tree.follow(shown)
        else:
            self._shown = session, basis
            self.tree.show_new(shown)
        self._explain("" if found.rows else nothing_words(basis.mode, basis.name))

    def _filter(self) -> None:
        if self._comparing.found is not None:
            self.tree.follow(arranged(self._comparing.found.rows, self.filters.wanted()))

    def _explain(self, words: str) -> None:
        """Show the list, or why there is none; the focus stays in the view."""
        had_focus = self.isAncestorOf(self.focusWidget() or self) and self._frame.hasFocus()
        if words:
            self._frame.explain(words)
        else:
            self._frame.show_halves()
        self.setFocusProxy(self._frame.empty_page if words else self.tree)
        if had_focus:
            self.setFocus()

    def _show_picked(self) -> None:
        found, chosen = self._comparing.found, self.tree.chosen()
        session = self._workspace.session
        locked = session.read_only if session is not None else "No ladder is open."
        count = len(self.tree.changes.shown.rows)
        self.buttons.offer(self.basis.mode, len(chosen), count, locked)
        sides = self._sides()
        if len(chosen) == 1 and found is not None and sides is not None:
            more = self._more(chosen[0], found)
            words = captions(sides, self.basis.mode)
            self.detail.show_change(chosen[0], (found.old, found.new), words, more)
            return
        title = f"{len(chosen)} changes" if chosen else ""
        self.detail.show_several(chosen, title)

    def _more(self, row: ChangeRow, found: Compared) -> str:
        if self.basis.mode != "review":
            return ""
        count = also_taken(found, [row])
        if not count:
            return ""
        more = "1 other change comes" if count == 1 else f"{count} other changes come"
        return f"{more} with it, because it needs them."

    # -- acting -------------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Select the next (+1) or previous (-1) change, around the end."""
        if not self.tree.step(by):
            self._workspace.notice.emit("There are no changes to go to.")

    def go_to_change(self, *_: object) -> None:
        """Ask for the place of the selected change to be shown."""
        chosen = self.tree.chosen()
        if len(chosen) == 1:
            change = chosen[0].change
            theirs = self.basis.mode == "review" and change.detail.was
            self.go_wanted.emit(change.detail.was if theirs else change.address, change.field)

    def undo_chosen(self) -> None:
        """Undo the selected changes of mine, as one step."""
        if self.basis.mode == "since":
            self._act(undo_edit, self.tree.chosen())

    def take_chosen(self) -> None:
        """Take the selected changes of theirs, as one step."""
        if self.basis.mode == "review":
            self._act(take_edit, self.tree.chosen())

    def take_all(self) -> None:
        """Take all changes of theirs that are shown, as one step."""
        if self.basis.mode == "review":
            self._act(take_edit, tuple(self.tree.changes.shown.rows.values()))

    def export_note(self) -> None:
        """Write a change note of all changes between the two ladders shown."""
        self._workspace.settling.emit()
        session, sides = self._workspace.session, self._sides()
        found = self._comparing.at_once(sides.old, sides.new) if sides else None
        if session is None or found is None or not found.rows:
            self._workspace.notice.emit("There are no changes to write a note about.")
            return
        folder = session.path.parent if session.path else Path.home()
        write_note(found, folder, self._asker, self._workspace.notice.emit)

    def _act(
        self, make: Callable[[Compared, Sequence[ChangeRow]], Edit], chosen: Sequence[ChangeRow]
    ) -> None:
        """Make an edit of changes as they are now, also if somebody was just typing."""
        self._workspace.settling.emit()
        sides = self._sides()
        if sides is None:
            return
        found = self._comparing.at_once(sides.old, sides.new)
        keys = {row.key for row in chosen}
        rows = [row for row in found.rows if row.key in keys]
        if rows and self._workspace.apply(make(found, rows)):
            self._compare()
