"""Actions on the shown changes: go to them, undo them, take them, write a note about them."""

from collections.abc import Callable, Sequence

from laddereditor.edits.edit import Edit
from laddereditor.gui.changes.shown_comparisons import ShownComparisons
from laddereditor.gui.changes.tree import ChangesTree
from laddereditor.gui.export.sending import write_note
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.changes.change_edits import take_edit, undo_edit
from laddereditor.presentation.changes.change_row import ChangeRow
from laddereditor.presentation.changes.comparing import Compared, Comparing
from laddereditor.presentation.changes.same_edits import is_same_edit
from laddereditor.presentation.changes.targets import target_of
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.export.offers import ExportOffer, changes_offers
from laddereditor.reports.changes.grouped_changes import ChangesReport

MakeEdit = Callable[[Compared, Sequence[ChangeRow]], Edit]


class ChangeActions:
    """Carries out the actions of the buttons, the keys and the menu of the list."""

    def __init__(
        self,
        comparisons: ShownComparisons,
        comparing: Comparing,
        tree: ChangesTree,
        dialogs: Dialogs,
        go: Callable[[Address, FieldPath], object],
    ) -> None:
        """Act on what is selected in a list of changes.

        Args:
            comparisons: What is compared with what.
            comparing: Finds the changes between two ladders.
            tree: The list of the changes.
            dialogs: Asks before something is lost.
            go: Shows a field of an entity in the form.
        """
        self._comparisons, self._comparing, self._tree = comparisons, comparing, tree
        self._dialogs, self._go = dialogs, go

    def step(self, by: int) -> None:
        """Select the next (+1) or previous (-1) change; after the last one comes the first."""
        if not self._tree.step(by):
            self._notify("There are no changes to go to.")

    def go_to_change(self, *_: object) -> None:
        """Ask for the place of the selected change or conflict to be shown."""
        state, chosen = self._comparisons.state, self._tree.chosen()
        conflict = state.row(self._tree.current_key) if state else None
        session = self._comparisons.session
        if conflict is not None:
            self._go(conflict.conflict.address, conflict.conflict.field)
        elif session is not None and (len(chosen) == 1 or is_same_edit(chosen)):
            self._go(*target_of(chosen[0].change, session.ladder))

    def undo_chosen(self) -> None:
        """Undo the selected changes of mine, as one step."""
        if self._comparisons.basis.mode == "since":
            self._act(undo_edit, self._tree.chosen())

    def take_chosen(self) -> None:
        """Take the selected changes of theirs, as one step."""
        if self._comparisons.basis.mode == "review":
            self._act(take_edit, self._tree.chosen())

    def take_all(self) -> None:
        """Take all changes of theirs that are shown, as one step."""
        if self._comparisons.basis.mode == "review":
            self._act(take_edit, tuple(self._tree.changes.shown.rows.values()))

    def _act(self, make: MakeEdit, chosen: Sequence[ChangeRow]) -> None:
        found = self._now()
        keys = {row.key for row in chosen}
        rows = [row for row in found.rows if row.key in keys] if found else []
        if found and rows and self._comparisons.workspace.apply(make(found, rows)):
            self._comparisons.again()

    def _now(self) -> Compared | None:
        """Return the current changes, including what was typed a moment ago."""
        self._comparisons.workspace.flush_requested.emit()
        sides = self._comparisons.sides
        return self._comparing.at_once(sides.old, sides.new) if sides else None

    def offers(self) -> tuple[ExportOffer, ...]:
        """Return the changes between the two ladders shown, and the note about them."""
        found = self._now()
        if found is None or not found.rows:
            return ()
        report = ChangesReport(tuple(row.change for row in found.rows), found.old, found.new)
        return changes_offers(report, self._comparisons.files)

    def export_note(self) -> None:
        """Write a change note of all changes between the two ladders shown."""
        offers = self.offers()
        if not offers:
            self._notify("There are no changes to write a note about.")
            return
        write_note(offers[-1], self._comparisons.workspace, self._dialogs, self._tree)

    def _notify(self, words: str) -> None:
        self._comparisons.workspace.notice.emit(words)
