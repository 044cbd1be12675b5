"""The edits of the buttons: undo my changes, take their changes."""

from collections.abc import Sequence
from dataclasses import replace

from laddereditor.compare.diff.applying.applying import without
from laddereditor.compare.diff.applying.taking import take
from laddereditor.compare.diff.changes.dependencies import with_dependencies, with_dependents
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.model.address import Address
from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.changes.change_row import ChangeRow
from laddereditor.presentation.changes.comparing import Compared
from laddereditor.presentation.changes.reuse import reusing

_LONGEST = 60  # letters of a headline in the undo menu


def undo_edit(compared: Compared, rows: Sequence[ChangeRow]) -> Edit:
    """Return the edit that undoes some of my changes; the others stay.

    It raises EditRefused for another ladder than the one that was compared.
    """
    dropped = [row.change for row in rows]

    def change(ladder: Ladder) -> Ladder:
        if ladder is not compared.new:
            raise EditRefused("The ladder has changed since. Look at the changes and try again.")
        every = [row.change for row in compared.rows]
        return reusing(ladder, without(every, dropped, compared.old))

    moved = {one.address: one.origin for one in dropped if one.detail.is_structural and one.origin}
    return Edit(_label("Take back", rows), change, moved=moved)


def take_edit(compared: Compared, rows: Sequence[ChangeRow]) -> Edit:
    """Return the edit that takes some of their changes, with those that they depend on."""
    every = [row.change for row in compared.rows]
    edit = take(with_dependencies([row.change for row in rows], every), _label("Take", rows))
    return replace(edit, select=Address())  # the present selection stays


def also_undone(compared: Compared, rows: Sequence[ChangeRow]) -> int:
    """Return how many further changes are undone along with these."""
    every = [row.change for row in compared.rows]
    return len(with_dependents([row.change for row in rows], every)) - len(rows)


def also_taken(compared: Compared, rows: Sequence[ChangeRow]) -> int:
    """Return how many further changes are taken with these."""
    every = [row.change for row in compared.rows]
    return len(with_dependencies([row.change for row in rows], every)) - len(rows)


def _label(verb: str, rows: Sequence[ChangeRow]) -> str:
    if len(rows) != 1:
        return f"{verb} {plural(len(rows), 'change')}"
    label = rows[0].label
    return f"{verb}: {label if len(label) <= _LONGEST else label[: _LONGEST - 1].rstrip() + '…'}"
