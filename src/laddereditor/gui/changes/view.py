"""The Changes view: what differs between the active ladder and another one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from laddereditor.edits.reading.conventions import Conventions
from laddereditor.gui.changes.actions import ChangeActions
from laddereditor.gui.changes.detail import captions
from laddereditor.gui.changes.filters import ChangeFilters
from laddereditor.gui.changes.frame import ChangesFrame, ListAndDetail, column
from laddereditor.gui.changes.header import ChangesHeader
from laddereditor.gui.changes.merge_controls import MergeController
from laddereditor.gui.changes.shown_comparisons import ShownComparisons
from laddereditor.gui.changes.side import ChangePanel
from laddereditor.gui.changes.sources import Sources
from laddereditor.gui.changes.tree import ChangesTree
from laddereditor.gui.focus.passing import FocusPassing
from laddereditor.gui.panes.draw_while_seen import DrawWhileSeen
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.changes.basis import (
    SAVED,
    Basis,
    against,
    between,
    merge_of,
    review_of,
    review_of_import,
)
from laddereditor.presentation.changes.change_rows import ArrangedChanges, arranged
from laddereditor.presentation.changes.comparing import Compared, Comparing
from laddereditor.presentation.changes.merge_session import MergeSession
from laddereditor.presentation.changes.totals import nothing_words, totals
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.export.offers import ExportOffer
from laddereditor.session.jobs import Jobs
from laddereditor.session.session import Session

_DELAY_MS = 60  # one comparison for a burst of typing
_UNSAVED = "This ladder was never saved, so all of it is new. Save it, or compare it with a file."


class ChangesView(QWidget):
    """A list of changes with filters, and the selected one in full."""

    go_wanted = Signal(Address, FieldPath)  # address of the entity, field path
    all_taken = Signal(str)  # nothing is left of a review; the name of the other side
    export_kind = "the changes"

    def __init__(
        self, workspace: Workspace, dialogs: Dialogs, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("changesView")
        self.setAccessibleName("Changes")
        self.drawing = DrawWhileSeen(self, self._compare, _DELAY_MS)
        self.comparisons = ShownComparisons(workspace, self.drawing.now)
        self._shown: tuple[Session, Basis] | None = None
        self._had_rows = False
        self._comparing = Comparing(jobs, self._show)
        self._sources = Sources(workspace, dialogs, self._choose)
        self.tree = ChangesTree(self)
        self._commands = ChangeActions(
            self.comparisons, self._comparing, self.tree, dialogs, self.go_wanted.emit
        )
        self._make(dialogs)
        workspace.session_changed.connect(self.drawing.now)
        workspace.closed.connect(self._on_closed)
        workspace.other_changed.connect(self.drawing.later)  # it may be what is compared with
        workspace.changed.connect(self.drawing.later)

    def _make(self, dialogs: Dialogs) -> None:
        commands, tree = self._commands, self.tree
        self.header = ChangesHeader(self._fill_sources, commands.export_note, self)
        self.merge = MergeController(self.comparisons, dialogs, tree, self)
        self.filters = ChangeFilters(self)
        left = column(self, self.filters, tree)
        self.side = ChangePanel(commands, self.merge, self)
        self._frame = ChangesFrame(ListAndDetail(left, self.side, self), self.choose_source, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.merge.bar)
        layout.addWidget(self._frame, 1)
        self._focus = FocusPassing(self, tree)
        self.filters.changed.connect(self._filter)
        self.filters.left.connect(tree.setFocus)
        tree.picked.connect(self._show_picked)
        tree.go_wanted.connect(commands.go_to_change)
        tree.undo_wanted.connect(commands.undo_chosen)
        tree.take_wanted.connect(commands.take_chosen)
        tree.undo_wanted.connect(self.merge.leave_out)
        tree.take_wanted.connect(self.merge.bring_back)
        tree.customContextMenuRequested.connect(self._show_menu)

    # -- what is compared ---------------------------------------------------------------------

    def show_saved(self) -> None:
        """Show what changed since the last save."""
        self._choose(SAVED)

    def show_since(self, ladder: Ladder, name: str) -> None:
        """Show what changed since another state of the active ladder, such as a version."""
        self._choose(against(ladder, name))

    def show_between(self, old: Ladder, new: Ladder, old_name: str, new_name: str) -> None:
        """Show the differences between any two ladders, read-only.

        Args:
            old: The older ladder.
            new: The newer one.
            old_name: What people call the older one: “version 1.0.0”.
            new_name: What they call the newer one.
        """
        self._choose(between(old, new, old_name, new_name))

    def review(self, theirs: Ladder, name: str) -> None:
        """Show what another ladder would change in the active one; each change can be taken."""
        self._choose(review_of(theirs, name))

    def review_import(self, added: Callable[[Ladder], Ladder], name: str) -> None:
        """Show what an import adds; nothing is removed from the active ladder.

        Args:
            added: Returns a ladder with the import.
            name: What people call the import.
        """
        self._choose(review_of_import(added, name))

    def resolve_merge(
        self,
        base: Ladder | None,
        theirs: Ladder,
        name: str,
        done: Callable[[Ladder], object],
        *files: Path,
    ) -> None:
        """Show a three-way merge of another ladder, from `files`, into the active one.

        Nothing is changed before every conflict is resolved and the person finishes the merge.

        Args:
            base: The common ancestor. Without one, what both have differently is a conflict, and
                what only one has is kept.
            theirs: The other ladder.
            name: What people call the other ladder, such as its file name.
            done: Is called with the merged ladder. If it raises EditRefused, the merge continues.
            files: The files that the other ladders are from.
        """
        self._choose(merge_of(MergeSession(base, theirs, name, done), *files))

    def ask_review(self) -> None:
        """Ask for a file, and show what it would change in the active ladder."""
        self._sources.ask_review()

    def choose_source(self) -> None:
        """Open the menu of everything to compare with."""
        self.header.chooser.showMenu()

    def _fill_sources(self, menu: QMenu) -> None:
        self._sources.fill(menu, self.comparisons.basis, self.comparisons.merge)

    def _choose(self, basis: Basis) -> None:
        self.comparisons.compare_with(basis)
        self.filters.reset()
        self.drawing.now()

    def _on_closed(self, _session: Session) -> None:
        self.comparisons.forget_closed()
        self.drawing.later()

    def _compare(self) -> None:
        self.merge.show()
        sides = self.comparisons.sides
        if sides is None:
            self._comparing.forget()
            self._shown = None
            self.header.show_text("Changes", "")
            self._explain(_UNSAVED)
            return
        if not self._is_shown():
            self._comparing.forget()  # the same two ladders may be the answer to another question
        self._comparing.ask(sides.old, sides.new)
        if self._comparing.is_busy:
            self._wait()

    def _is_shown(self) -> bool:
        """Whether the list shows the active ladder and what it is compared with."""
        session, basis = self._shown or (None, None)
        return session is self.comparisons.session and basis is self.comparisons.basis

    # -- showing ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Redraw with the current colours and text size."""
        for part in (self.header, self.tree, self.side):
            part.refresh()
        self._show_picked()

    def flush(self) -> None:
        """Do nothing: text that is typed here is used by its own buttons."""

    def focus(self) -> None:
        """Go to the list of changes, or to what is shown instead."""
        self.setFocus()

    def _wait(self) -> None:
        """Show that the changes are being computed; drop those of another comparison at once."""
        self.header.show_text(self.comparisons.basis.title, "Comparing…")
        if not self._is_shown():
            self._shown = None
            self.tree.show_new(arranged((), self.filters.wanted()))
            self._explain("Comparing…")

    def _show(self, found: Compared) -> None:
        session, basis = self.comparisons.session, self.comparisons.basis
        if session is None:
            return
        self.header.show_text(basis.title, totals(found.rows, basis.mode))
        self.filters.count(found.rows)
        shown = self._arranged(found)
        had_rows = self._had_rows
        self._had_rows = bool(found.rows)
        if self._is_shown():
            self.tree.follow(shown)
            if basis.mode == "review" and had_rows and not found.rows:
                self.all_taken.emit(basis.name)
        else:
            self._shown = session, basis
            self.tree.show_new(shown)
        nothing = not shown.root.children and not found.rows
        self._explain(nothing_words(basis.mode, basis.name) if nothing else "")

    def _arranged(self, found: Compared) -> ArrangedChanges:
        state = self.comparisons.state
        return arranged(found.rows, self.filters.wanted(), state.nodes() if state else ())

    def _filter(self) -> None:
        if self._comparing.found is not None and self._is_shown():
            self.tree.follow(self._arranged(self._comparing.found))

    def _explain(self, words: str) -> None:
        """Show the list, or why there is none; the focus stays in the view."""
        focus = self.window().focusWidget()  # also while a dialog has the keyboard
        had_focus = focus is not None and self._frame.isAncestorOf(focus)
        self._frame.explain(words)
        self._focus.target = self._frame.empty_page if words else self.tree
        if had_focus and not (focus and focus.isVisible()):
            self.setFocus()

    def _show_picked(self) -> None:
        comparisons, chosen = self.comparisons, self.tree.chosen()
        shown = len(self.tree.changes.shown.rows)
        self.side.offer(comparisons.basis.mode, len(chosen), shown, comparisons.locked)
        state, merging = comparisons.state, comparisons.merging
        conflict = state.row(self.tree.current_key) if state else None
        left = state.left_out_row(self.tree.current_key) if state else None
        if conflict is not None and state is not None and merging is not None:
            self.side.conflict.conventions = Conventions(
                state.ours.language, comparisons.workspace.locale
            )
            self.side.show_conflict(conflict, merging, state.ours)
        elif left is not None and state is not None and comparisons.sides is not None:
            words = captions(comparisons.sides, comparisons.basis.mode)
            self.side.show_left_out(left, state, words, comparisons.locked)
        else:
            found = self._comparing.found if self._is_shown() else None
            self.side.show_changes(chosen, found, comparisons.sides, comparisons.basis.mode)

    def _show_menu(self, point: QPoint) -> None:
        menu = self.side.buttons.menu()
        menu.addSeparator()
        self.merge.fill_resolve(menu)
        menu.addSeparator()
        menu.addAction("Copy", self.tree.copy)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(point))

    # -- commands -----------------------------------------------------------------------------

    def step(self, by: int) -> None:
        """Select the next (+1) or previous (-1) change; after the last one comes the first."""
        self._commands.step(by)

    def undo_chosen(self) -> None:
        """Undo the selected changes of mine, as one step."""
        self._commands.undo_chosen()

    def take_chosen(self) -> None:
        """Take the selected changes of theirs, as one step."""
        self._commands.take_chosen()

    def take_all(self) -> None:
        """Take all changes of theirs that are shown, as one step."""
        self._commands.take_all()

    def go_to_change(self) -> None:
        """Ask for the place of the selected change to be shown."""
        self._commands.go_to_change()

    def offers(self) -> tuple[ExportOffer, ...]:
        """Return the changes between the two ladders shown, and the note about them."""
        return self._commands.offers()

    def export_note(self) -> None:
        """Write a change note of all changes between the two ladders shown."""
        self._commands.export_note()
