"""Apply changes of a diff to a ladder: all of them, or a selection."""

from collections.abc import Sequence

from laddereditor.compare.diff.applying.apply_entities import names_left, restructured
from laddereditor.compare.diff.applying.apply_fields import filled
from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.changes.dependencies import (
    dependencies_of,
    with_dependencies,
    with_dependents,
)
from laddereditor.edits.edit import Edit
from laddereditor.model.ladder import Ladder

__all__ = ["apply", "dependencies_of", "with_dependencies", "with_dependents", "without"]


def apply(changes: Sequence[LadderChange], ladder: Ladder) -> Ladder:
    """Return the ladder with a selection of the changes of one diff applied.

    The ladder is the old one of the diff, or a later state of it. With all changes of
    `diff(a, b)`, `a` becomes `b`. If a rename is not selected, the other changes use the id that
    the ladder has. Changes are applied without what they refer to; `with_needs` adds that.

    Raises:
        EditRefused: A change no longer fits.
    """
    return applied(changes, ladder).change(ladder)


def applied(changes: Sequence[LadderChange], ladder: Ladder) -> Edit:
    """Return the edit that applies changes; it knows which addresses change."""
    structural = [change for change in changes if change.detail.is_structural]
    inner = [change for change in changes if not change.detail.is_structural]
    edit = restructured(ladder, structural) if structural else Edit("", lambda _: ladder)
    middle = edit.change(ladder)
    after = filled(middle, inner, edit.moved, names_left(changes)) if inner else middle
    return Edit("", lambda _: after, moved=edit.moved)


def without(
    changes: Sequence[LadderChange], dropped: Sequence[LadderChange], old: Ladder
) -> Ladder:
    """Return the old ladder with all changes of a diff except the dropped ones.

    Changes that depend on a dropped change are dropped too, so that references stay valid.

    Args:
        changes: All changes of the diff.
        dropped: Those not to apply.
        old: The old ladder of the diff.
    """
    left_out = {id(change) for change in with_dependents(dropped, changes)}
    return apply([change for change in changes if id(change) not in left_out], old)
