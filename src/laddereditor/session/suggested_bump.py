"""Suggest which part of the version number a change of the ladder calls for, and why."""

from laddereditor.compare.diff.bump import bump, bump_reasons
from laddereditor.compare.diff.change import Bump
from laddereditor.compare.diff.diffing import diff
from laddereditor.model.ladder import Ladder


def suggest_bump(then: Ladder, now: Ladder) -> tuple[Bump, tuple[str, ...]]:
    """Return the part of the version number to raise, and the reasons in plain words."""
    changes = diff(then, now)
    return bump(changes), bump_reasons(changes)
