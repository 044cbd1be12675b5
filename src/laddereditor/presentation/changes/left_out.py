"""Changes of a merge that a person leaves out before it is finished; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from laddereditor.compare.diff.applying.applying import without
from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.changes.dependencies import with_dependencies, with_dependents
from laddereditor.compare.diff.diffing import diff
from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder
from laddereditor.model.naming import SEPARATOR
from laddereditor.presentation.changes.change_row import ChangeRow
from laddereditor.presentation.changes.change_rows import rows_of
from laddereditor.presentation.changes.signs import KINDS
from laddereditor.presentation.tree.nodes import TreeNode

GROUP = "g:left-out"
PREFIX = "l:"  # of the key of a change that was left out


@dataclass(frozen=True, slots=True, eq=False)
class LeftOut:
    """A merged ladder without some of its changes."""

    ladder: Ladder
    rows: tuple[ChangeRow, ...] = ()  # what is left out, with all that cannot be without it
    changes: tuple[LadderChange, ...] = field(default=(), repr=False)  # of the whole merge

    def node(self) -> TreeNode | None:
        """Return what is left out as a group, None for nothing."""
        if not self.rows:
            return None
        children = tuple(
            TreeNode(row.key, f"{_place(row)}: {row.label}", "left-out", icon=_icon(row))
            for row in self.rows
        )
        words = plural(len(children), "change")
        return TreeNode(
            GROUP, "Left out", "left-out-group", badge=words, icon="undo", children=children
        )


def _place(row: ChangeRow) -> str:
    return SEPARATOR.join(place.words for place in (row.group, row.entity) if place)


def _icon(row: ChangeRow) -> str:
    return KINDS[row.change.kind].icon


def left_out(ours: Ladder, merged: Ladder, wanted: Sequence[LadderChange]) -> LeftOut:
    """Return a merged ladder without some of our changes.

    Args:
        ours: Our ladder.
        merged: The merged ladder.
        wanted: The changes to leave out; those that need them are left out too.

    Raises:
        EditRefused: The rest does not fit together without them.
    """
    if not wanted:
        return LeftOut(merged)
    changes = diff(ours, merged)
    dropped = [change for change in changes if any(_alike(change, one) for one in wanted)]
    if not dropped:
        return LeftOut(merged)
    left_out_changes = with_dependents(dropped, changes)
    rows = tuple(_row(row) for row in rows_of(left_out_changes, ours, merged))
    return LeftOut(without(changes, dropped, ours), rows, tuple(changes))


def brought_back(
    found: LeftOut, rows: Sequence[ChangeRow], wanted: Sequence[LadderChange]
) -> list[LadderChange]:
    """Return what stays left out if some changes are brought back with their dependencies.

    Args:
        found: What is left out now.
        rows: The rows to bring back.
        wanted: The changes that a person left out.
    """
    back = with_dependencies([row.change for row in rows], found.changes)
    others = [row.change for row in found.rows if not any(row.change is one for one in back)]
    again = [one for one in wanted if not any(_alike(one, change) for change in back)]
    return [*again, *(one for one in others if not any(_alike(one, each) for each in again))]


def _alike(one: LadderChange, other: LadderChange) -> bool:
    """Whether two changes of two comparisons are the same; places in lists may differ."""
    return (
        (one.kind, one.address, one.field.list_path)
        == (other.kind, other.address, other.field.list_path)
        and one.before == other.before
        and one.after == other.after
    )


def _row(row: ChangeRow) -> ChangeRow:
    return ChangeRow(
        PREFIX + row.key, row.change, row.headline, row.label, row.group, row.entity, row.words
    )
