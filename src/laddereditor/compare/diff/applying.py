"""Taking changes of a diff into a ladder: all, some, or all but some."""

from collections.abc import Sequence

from laddereditor.compare.diff.apply_entities import names_left, restructured
from laddereditor.compare.diff.apply_fields import filled
from laddereditor.compare.diff.change import LadderChange
from laddereditor.compare.diff.dependencies import needed_by, with_dependents, with_needs
from laddereditor.edits.edit import Edit
from laddereditor.model.ladder import Ladder

__all__ = ["apply", "needed_by", "with_dependents", "with_needs", "without"]


def apply(changes: Sequence[LadderChange], ladder: Ladder) -> Ladder:
    """Return the ladder with changes of one diff taken; the others are left as they are.

    The ladder is the one that the diff began with, or what became of it since. With all changes
    of `diff(a, b)`, `a` becomes `b`. Where a rename is not among the changes, the others say what
    they say under the id that the ladder has. A change is taken alone, without what it refers to:
    `with_needs` adds that. Raises EditRefused when a change no longer fits.
    """
    return applied(changes, ladder).change(ladder)


def applied(changes: Sequence[LadderChange], ladder: Ladder) -> Edit:
    """Return the edit that takes changes; it knows which addresses become others."""
    whole = [change for change in changes if change.detail.whole]
    inner = [change for change in changes if not change.detail.whole]
    edit = restructured(ladder, whole) if whole else Edit("", lambda _: ladder)
    middle = edit.change(ladder)
    after = filled(middle, inner, edit.moved, names_left(changes)) if inner else middle
    return Edit("", lambda _: after, moved=edit.moved)


def without(
    changes: Sequence[LadderChange], dropped: Sequence[LadderChange], old: Ladder
) -> Ladder:
    """Return the old ladder with all changes of a diff but the dropped ones: they are undone.

    What needs a dropped change is undone with it, so that references stay whole.
    """
    gone = {id(change) for change in with_dependents(dropped, changes)}
    return apply([change for change in changes if id(change) not in gone], old)
