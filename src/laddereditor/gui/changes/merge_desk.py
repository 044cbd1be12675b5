"""Settles conflicts, and ends a merge by finishing or giving it up; nothing is written before."""

from typing import Any

from PySide6.QtWidgets import QWidget

from laddereditor.gui.asking import Asker
from laddereditor.gui.changes.looking import Looking
from laddereditor.gui.changes.merge_bar import MergeBar
from laddereditor.gui.changes.reuse import reusing
from laddereditor.gui.changes.tree import ChangesTree


class MergeDesk:
    """Carries out what people decide about the merge in front."""

    def __init__(self, looking: Looking, asker: Asker, tree: ChangesTree, parent: QWidget) -> None:
        self._looking, self._asker, self._tree = looking, asker, tree
        self.bar = MergeBar(self.finish, self.give_up, parent)
        self.bar.hide()

    def show(self) -> None:
        """Show how far the merge in front is; hide the bar where something else is looked at."""
        state = self._looking.state
        self.bar.setVisible(state is not None)
        if state is not None:
            self.bar.show_state(state, self._looking.locked)

    def settle(self, key: str, value: Any) -> None:
        """Settle a conflict, and go on to the next that is open."""
        merging, state = self._looking.merging, self._looking.state
        row = state.row(key) if state else None
        if merging is None or row is None:
            return
        merging.settle(row, value)
        self._looking.again()
        after = self._looking.state
        following = after.next_open(key) if after else ""
        if following:
            self._tree.go_to_key(following)

    def keep_draft(self, key: str, text: str) -> None:
        """Keep what is typed; a conflict that was settled is open until it is used."""
        merging, state = self._looking.merging, self._looking.state
        row = state.row(key) if state else None
        if merging is not None and row is not None:
            merging.reopen(row, text)
            if row.settled:
                self._looking.again()

    def finish(self) -> None:
        """Hand over the merged ladder, if nothing is open any more."""
        workspace = self._looking.workspace
        workspace.settling.emit()
        session, merging = self._looking.session, self._looking.merging
        state = self._looking.state
        if session is None or merging is None or state is None:
            return
        if state.open or session.read_only:
            workspace.notice.emit(session.read_only or "Settle what is still open first.")
        else:
            merging.done(reusing(session.ladder, state.ladder))
            # Not before: what was settled is kept if it could not be taken.
            self._looking.end_merge()
        self._looking.again()

    def give_up(self) -> None:
        """End the merge; the ladder stays as it is."""
        merging = self._looking.merging
        if merging is None or not self._may_give_up(merging.is_begun, merging.name):
            return
        self._looking.end_merge()
        self._looking.again()
        self._looking.workspace.notice.emit(f"The merge with {merging.name} was given up.")

    def _may_give_up(self, begun: bool, name: str) -> bool:
        """Ask whether to give up what was settled already, if anything was."""
        return not begun or self._asker.confirm(
            "Give up the merge",
            f"Give up the merge with {name}? Your ladder stays as it is. "
            "What you settled so far is forgotten.",
            "Give up the merge",
        )
