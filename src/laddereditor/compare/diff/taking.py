"""Taking changes of a diff as one undoable step."""

from collections.abc import Sequence

from laddereditor.compare.diff.applying import applied
from laddereditor.compare.diff.change import LadderChange
from laddereditor.edits.edit import Edit
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder


def take(changes: Sequence[LadderChange], label: str) -> Edit:
    """Return the edit that takes changes of one diff into the ladder the diff began with.

    The edit raises EditRefused when a change no longer fits. Its `moved` is filled in when the
    edit is made, since only then is it known what stands where; the place of the first change
    that is still there is shown afterwards.
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
