"""One change with its words, and the places that changes are grouped by."""

from collections.abc import Hashable
from dataclasses import dataclass

from laddereditor.compare.diff.changes.change import LadderChange


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """What changes are grouped by: its key and its words."""

    key: str
    words: str
    icon: str


@dataclass(frozen=True, slots=True, eq=False)
class ChangeRow:
    """One change with its key and words."""

    key: str
    change: LadderChange
    headline: str  # "Responsibility reworded"
    label: str  # the headline, and the text that it is about
    group: ChangeGroup  # a family, or a list of the ladder
    entity: (
        ChangeGroup | None
    )  # the profile, level, skill … whose field it is; None for a whole entry
    words: str  # what a filter looks in, folded
    edit: Hashable = None  # what the same edit of another level has in common with it, if any
