"""Apply changes of a diff as one step that can be undone."""

from collections.abc import Sequence

from laddereditor.compare.diff.applying.applying import applied
from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.edits.edit import Edit
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder


def take(changes: Sequence[LadderChange], label: str) -> Edit:
    """Return the edit that applies changes of one diff to the diff's old ladder.

    The edit raises EditRefused if a change no longer fits. Its `moved` is filled in when the edit
    is made, because the places are only known then; afterwards the place of the first change that
    still exists is shown.
    """
    moved: dict[Address, Address] = {}
    shown = next((change.address for change in changes if change.kind != "removed"), Address())

    def change(ladder: Ladder) -> Ladder:
        edit = applied(changes, ladder)
        after = edit.change(ladder)
        moved.clear()
        moved.update(edit.moved)
        return after

    return Edit(label, change, select=shown, moved=moved)
