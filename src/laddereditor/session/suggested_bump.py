"""Suggest which part of the version number changes of the ladder call for, and why."""

from collections.abc import Sequence

from laddereditor.compare.diff.changes.change import BumpOrNone, LadderChange
from laddereditor.compare.diff.effects.bump import bump, bump_reasons


def suggest_bump(changes: Sequence[LadderChange]) -> tuple[BumpOrNone, tuple[str, ...]]:
    """Return the part of the version number to raise, and the reasons in plain words."""
    return bump(changes), bump_reasons(changes)
