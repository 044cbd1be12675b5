"""Resolves conflicts, and ends a merge by finishing or giving it up; nothing is written before."""

from collections.abc import Collection
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from laddereditor.compare.diff.changes.change import Conflict
from laddereditor.edits.edit import EditRefused
from laddereditor.gui.changes.merge_bar import MergeBar
from laddereditor.gui.changes.shown_comparisons import ShownComparisons
from laddereditor.gui.changes.tree import ChangesTree
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.changes.bulk_resolving import Side, confirmation, resolved_words
from laddereditor.presentation.changes.merge_session import MergeSession, MergeState
from laddereditor.presentation.changes.reuse import reusing
from laddereditor.presentation.dialogs.protocol import Dialogs


class MergeController:
    """Carries out what people decide about the active merge."""

    def __init__(
        self, comparisons: ShownComparisons, dialogs: Dialogs, tree: ChangesTree, parent: QWidget
    ) -> None:
        self._comparisons, self._dialogs, self._tree = comparisons, dialogs, tree
        self.bar = MergeBar(self.finish, self.give_up, self.fill_resolve, parent)
        self.bar.hide()

    def show(self) -> None:
        """Show the progress of the active merge; hide the bar while something else is compared."""
        state = self._comparisons.state
        self.bar.setVisible(state is not None)
        if state is not None:
            self.bar.show_state(state, self._comparisons.locked)

    def resolve(self, key: str, value: Any) -> None:
        """Resolve a conflict, and go to the next open one."""
        merging, state = self._comparisons.merging, self._comparisons.state
        row = state.row(key) if state else None
        if merging is None or row is None:
            return
        merging.resolve(row, value)
        self._comparisons.again()
        after = self._comparisons.state
        if row.conflict.field == "id" and after is not None:
            self._show_refused_id(row.conflict, after, value)
        following = after.next_open(key) if after else ""
        if following:
            self._tree.go_to_key(following)

    def _show_refused_id(self, conflict: Conflict, state: MergeState, value: Any) -> None:
        """Say that an id could not be given, because another entry has it."""
        place = conflict.address.entity_list.entry(str(value))
        if not place.has_entry(state.ladder):
            self._comparisons.workspace.notice.emit(
                f"“{value}” cannot be given: it is taken, or no id. The entry keeps the one it has."
            )

    def keep_draft(self, key: str, text: str) -> None:
        """Keep a typed text; a resolved conflict is open again until the text is used."""
        merging, state = self._comparisons.merging, self._comparisons.state
        row = state.row(key) if state else None
        if merging is not None and row is not None:
            merging.reopen(row, text)
            if row.resolved:
                self._comparisons.again()

    def fill_resolve(self, menu: QMenu) -> None:
        """Add the actions that resolve several open conflicts to a menu."""
        merging, state = self._comparisons.merging, self._comparisons.state
        if merging is None or state is None:
            return
        selected = [row.key for row in merging.waiting(state, self._tree.chosen_keys())]
        if len(selected) > 1:
            count = f"the {len(selected)} selected"
            menu.addAction(f"Keep mine in {count}…", partial(self.resolve_all, "mine", selected))
            menu.addAction(
                f"Take theirs in {count}…", partial(self.resolve_all, "theirs", selected)
            )
            menu.addSeparator()
        if merging.waiting(state):
            menu.addAction("Keep all of &mine…", partial(self.resolve_all, "mine"))
            menu.addAction("Take all of &theirs…", partial(self.resolve_all, "theirs"))

    def resolve_all(self, choice: Side, keys: Collection[str] | None = None) -> None:
        """Resolve all open conflicts, or those with `keys`, by one side, after asking."""
        workspace = self._comparisons.workspace
        merging, state = self._comparisons.merging, self._comparisons.state
        rows = merging.waiting(state, keys) if merging and state else ()
        if merging is None or state is None or not rows:
            return
        written = state.open - len(merging.waiting(state))
        asked = confirmation([row.conflict for row in rows], choice, merging.name, written)
        if not self._dialogs.confirm(*asked):
            return
        count = merging.resolve_all(state, choice, keys)
        self._comparisons.again()
        workspace.notice.emit(resolved_words(choice, count))
        after = self._comparisons.state
        following = after.next_open("") if after else ""
        if following:
            self._tree.go_to_key(following)

    def leave_out(self) -> None:
        """Leave the selected changes out of the result."""
        merging, state, rows = (
            self._comparisons.merging,
            self._comparisons.state,
            self._tree.chosen(),
        )
        if merging is None or state is None or not rows:
            return
        try:
            merging.leave_out(state, rows)
        except EditRefused as refused:
            self._comparisons.workspace.notice.emit(str(refused))
            return
        self._comparisons.again()

    def bring_back(self) -> None:
        """Take the selected changes that were left out into the result again."""
        merging, state = self._comparisons.merging, self._comparisons.state
        if merging is None or state is None:
            return
        rows = [row for key in self._tree.chosen_keys() if (row := state.left_out_row(key))]
        if rows:
            merging.bring_back(state, rows)
            self._comparisons.again()

    def finish(self) -> None:
        """Pass on the merged ladder if no conflict is open."""
        workspace = self._comparisons.workspace
        workspace.flush_requested.emit()
        session, merging = self._comparisons.session, self._comparisons.merging
        state = self._comparisons.state
        if session is None or merging is None or state is None:
            return
        if state.open or session.read_only:
            workspace.notice.emit(session.read_only or "Resolve what is still open first.")
        else:
            self._hand_over(merging, reusing(session.ladder, state.ladder))
        self._comparisons.again()

    def _hand_over(self, merging: MergeSession, merged: Ladder) -> None:
        """End the merge if its result is accepted; else keep the decisions and show the reason."""
        try:
            merging.done(merged)
        except EditRefused as refused:
            self._comparisons.workspace.notice.emit(str(refused))
        else:
            self._comparisons.end_merge()

    def give_up(self) -> None:
        """End the merge; the ladder stays as it is."""
        merging = self._comparisons.merging
        if merging is None or not self._may_give_up(merging.is_begun, merging.name):
            return
        self._comparisons.end_merge()
        self._comparisons.again()
        self._comparisons.workspace.notice.emit(f"The merge with {merging.name} was given up.")

    def _may_give_up(self, begun: bool, name: str) -> bool:
        """Ask whether to give up what was resolved already, if anything was."""
        return not begun or self._dialogs.confirm(
            "Give up the merge",
            f"Give up the merge with {name}? Your ladder stays as it is. "
            "What you resolved or left out so far is forgotten.",
            "Give up the merge",
            final=True,
        )
