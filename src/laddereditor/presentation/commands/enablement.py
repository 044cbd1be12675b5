"""When commands can be used: functions of what is open, selected and shown."""

from collections.abc import Callable

from laddereditor.presentation.commands.situation import Situation

Enablement = Callable[[Situation], bool]


def always(_now: Situation) -> bool:
    """Always true: the command needs nothing."""
    return True


def has_ladder(now: Situation) -> bool:
    """Whether a ladder is open."""
    return now.has_ladder


def can_edit(now: Situation) -> bool:
    """Whether the active ladder can be changed."""
    return now.can_edit


def can_edit_selected(now: Situation) -> bool:
    """Whether an entity (not the ladder itself) is selected and can be changed."""
    return now.can_edit and now.selected > 0


def can_edit_several(now: Situation) -> bool:
    """Whether several entities are selected and can be changed."""
    return now.can_edit and now.selected > 1


def can_leave_parent(now: Situation) -> bool:
    """Whether a family that is part of another one is selected and can be changed."""
    return can_edit_selected(now) and not now.no_part


def can_fold(now: Situation) -> bool:
    """Whether a family whose parent is there is selected and can be changed."""
    return can_edit_selected(now) and not now.no_fold


def can_undo(now: Situation) -> bool:
    """Whether there is a step to undo."""
    return bool(now.undo)


def can_redo(now: Situation) -> bool:
    """Whether there is a step to redo."""
    return bool(now.redo)


def can_go_back(now: Situation) -> bool:
    """Whether something was shown before."""
    return now.can_go_back


def can_go_forward(now: Situation) -> bool:
    """Whether the person went back."""
    return now.can_go_forward


def compares(now: Situation) -> bool:
    """Whether Compare is shown and has columns."""
    return now.columns > 0


def compares_several(now: Situation) -> bool:
    """Whether Compare is shown and has several columns."""
    return now.columns > 1


def is_importing(now: Situation) -> bool:
    """Whether a file is being imported by the mapping page."""
    return now.is_importing


def has_gaps(now: Situation) -> bool:
    """Whether the matrix is the active page and has gaps."""
    return now.gaps > 0
