"""A three-way merge that is being resolved: nothing is written until it is done; no Qt."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from laddereditor.compare.diff.changes.change import Conflict, LadderChange
from laddereditor.compare.merge.conflict_places import conflict_words
from laddereditor.compare.merge.merging import Merged, merge, resolve_all
from laddereditor.edits.edit import EditRefused
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.changes.bulk_resolving import Side, chosen_value
from laddereditor.presentation.changes.change_row import ChangeRow
from laddereditor.presentation.changes.left_out import LeftOut, brought_back, left_out
from laddereditor.presentation.tree.nodes import TreeNode

GROUP = "g:conflicts"


@dataclass(frozen=True, slots=True, eq=False)
class ConflictRow:
    """One conflict, and what it was resolved with."""

    key: str
    conflict: Conflict
    place: str  # "AI/ML Engineer › P3 › Summary"
    resolved: bool
    value: Any = None

    @property
    def state(self) -> str:
        """The word for whether somebody has decided."""
        return "Resolved" if self.resolved else "Open"


@dataclass(frozen=True, slots=True, eq=False)
class MergeState:
    """The result of a merge with the current state of the active ladder."""

    ours: Ladder
    ladder: Ladder  # with all that is resolved, without what is left out
    rows: tuple[ConflictRow, ...]
    has_base: bool
    complete: Ladder  # with what is left out
    left_out: LeftOut
    listed_again: bool = False  # whether what was left out had to be listed again

    @property
    def open(self) -> int:
        """How many conflicts nobody has resolved yet."""
        return sum(not row.resolved for row in self.rows)

    def row(self, key: str) -> ConflictRow | None:
        """Return the conflict with a key."""
        return next((row for row in self.rows if row.key == key), None)

    def next_open(self, key: str) -> str:
        """Return the key of the next open conflict, wrapping around at the end; "" for none."""
        keys = [row.key for row in self.rows]
        at = keys.index(key) + 1 if key in keys else 0
        order = (*self.rows[at:], *self.rows[:at])
        return next((row.key for row in order if not row.resolved), "")

    def nodes(self) -> tuple[TreeNode, ...]:
        """Return the conflicts, and the left-out changes, as groups; empty groups are omitted."""
        out = self.left_out.node()
        return (*self._conflicts(), *((out,) if out else ()))

    def left_out_row(self, key: str) -> ChangeRow | None:
        """Return a change that is left out, by its key."""
        return next((row for row in self.left_out.rows if row.key == key), None)

    def _conflicts(self) -> tuple[TreeNode, ...]:
        if not self.rows:
            return ()
        children = tuple(
            TreeNode(row.key, row.place, "conflict", badge=row.state, icon=_icon(row))
            for row in self.rows
        )
        words = f"{self.open} open" if self.open else "all resolved"
        return (
            TreeNode(
                GROUP, "Conflicts", "conflicts", badge=words, icon="conflict", children=children
            ),
        )


def _icon(row: ConflictRow) -> str:
    return "conflict-settled" if row.resolved else "conflict"


def _forms(conflict: Conflict) -> tuple[Any, ...]:
    """Return what a decision is about; its place in a list may change meanwhile."""
    return conflict.base, conflict.ours, conflict.theirs


class MergeSession:
    """The other ladder, the base, and what was resolved so far."""

    def __init__(
        self, base: Ladder | None, theirs: Ladder, name: str, done: Callable[[Ladder], object]
    ) -> None:
        """Begin a merge into the active ladder.

        Args:
            base: The ladder that both sides started from; None if it is unknown.
            theirs: The other ladder.
            name: What the other ladder is called.
            done: Called with the merged ladder at the end.
        """
        self.base, self.theirs, self.name, self.done = base, theirs, name, done
        self.drafts: dict[str, str] = {}  # key of a conflict -> what was typed and not used yet
        self._resolved: dict[str, tuple[Conflict, Any]] = {}  # key of a conflict -> its value
        self._left_out: list[LadderChange] = []
        self._listed_again = False
        self._state: MergeState | None = None

    @property
    def is_begun(self) -> bool:
        """Whether somebody has resolved or typed something."""
        return bool(self._resolved or self.drafts or self._left_out)

    def state(self, ours: Ladder) -> MergeState:
        """Return the result of the merge; resolved conflicts stay resolved while they apply."""
        if self._state is None or self._state.ours is not ours:
            self._state = self._merged(ours)
        return self._state

    def _merged(self, ours: Ladder) -> MergeState:
        merged = merge(self.base, ours, self.theirs)
        found: dict[str, Conflict] = {one.key: one for one in merged.conflicts}
        # What is decided in one place may raise or answer a question in another.
        while known := [one.key for one in merged.conflicts if self._is_resolved(one)]:
            merged = resolve_all(merged, {key: self._resolved[key][1] for key in known})
            found |= {one.key: one for one in merged.conflicts if one.key not in found}
        left = {one.key for one in merged.conflicts}
        rows = tuple(
            self._row(merged, one, key not in left)
            for key, one in found.items()
            if key in left or self._is_resolved(one)
        )
        try:
            out = left_out(ours, merged.ladder, self._left_out)
        except EditRefused:  # after an edit elsewhere: all changes are listed again
            self._left_out, self._listed_again = [], True
            out = LeftOut(merged.ladder)
        return MergeState(
            ours, out.ladder, rows, merged.has_base, merged.ladder, out, self._listed_again
        )

    def _is_resolved(self, conflict: Conflict) -> bool:
        known = self._resolved.get(conflict.key)
        return known is not None and _forms(known[0]) == _forms(conflict)

    def _row(self, merged: Merged, conflict: Conflict, resolved: bool) -> ConflictRow:
        place = conflict_words(merged, conflict)
        value = self._resolved[conflict.key][1] if resolved else None
        return ConflictRow(f"c:{conflict.key}", conflict, place, resolved, value)

    def resolve(self, row: ConflictRow, value: Any) -> None:
        """Take a value for a conflict."""
        self._resolved[row.conflict.key] = row.conflict, value
        self.drafts.pop(row.key, None)
        self._state = None

    def waiting(
        self, state: MergeState, keys: Collection[str] | None = None
    ) -> tuple[ConflictRow, ...]:
        """Return the open conflicts (with `keys`, only those) in which nothing has been typed."""
        return tuple(
            row
            for row in state.rows
            if not row.resolved and row.key not in self.drafts and (keys is None or row.key in keys)
        )

    def resolve_all(
        self, state: MergeState, choice: Side, keys: Collection[str] | None = None
    ) -> int:
        """Resolve the conflicts that wait by one side, and return how many.

        Args:
            state: The merge as it is now.
            choice: The side that is taken.
            keys: The conflicts; None for all, those included that arise from this.
        """
        done: set[str] = set()
        while rows := [row for row in self.waiting(state, keys) if row.key not in done]:
            for row in rows:
                value = chosen_value(row.conflict, choice)
                self._resolved[row.conflict.key] = row.conflict, value
            done.update(row.key for row in rows)
            self._state = None
            state = self.state(state.ours)
        return len(done)

    def reopen(self, row: ConflictRow, draft: str) -> None:
        """Keep a typed text; the conflict is open until the text is used."""
        self.drafts[row.key] = draft
        if self._resolved.pop(row.conflict.key, None) is not None:
            self._state = None

    def leave_out(self, state: MergeState, rows: Sequence[ChangeRow]) -> None:
        """Leave changes out of the result.

        Raises:
            EditRefused: The remaining changes depend on the rows.
        """
        wanted = [*self._left_out, *(row.change for row in rows)]
        left_out(state.ours, state.complete, wanted)
        self._left_out, self._listed_again = wanted, False
        self._state = None

    def bring_back(self, state: MergeState, rows: Sequence[ChangeRow]) -> None:
        """Take changes that were left out into the result again, with what they need."""
        self._left_out = brought_back(state.left_out, rows, self._left_out)
        self._state = None
