"""The state of a merge: the decisions made so far, and the conflicts found."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from laddereditor.compare.diff.changes.change import Conflict
from laddereditor.model.address import Address


class ThreeWayValue(NamedTuple):
    """One value in the base, in ours and in theirs; None where it is missing."""

    base: Any
    ours: Any
    theirs: Any

    def each(self, part: Callable[[Any], Any]) -> "ThreeWayValue":
        """Return the same part of each of the three."""
        return ThreeWayValue(part(self.base), part(self.ours), part(self.theirs))


class Clash:
    """The marker of values that cannot be joined."""


CLASH: Final = Clash()


@dataclass(slots=True)
class MergeContext:
    """Collects the conflicts of one merge, and applies the decisions made so far."""

    decisions: Mapping[str, Any]  # key of a conflict -> the value chosen
    kept: frozenset[Address] = frozenset()  # entries that must not be removed without asking
    join_words: bool = False  # whether two rewordings of one text are joined without asking
    is_based: bool = True  # without a base, every difference is a conflict
    conflicts: list[Conflict] = field(default_factory=list)
    dropped: list[Address] = field(default_factory=list)  # addresses of removed entries

    def resolved(self, conflict: Conflict) -> Any:
        """Return the value for a place that both changed.

        Returns:
            The decided value. Without a decision, our value, and the conflict is noted as open.
        """
        if conflict.key in self.decisions:
            return self.decisions[conflict.key]
        self.conflicts.append(conflict)
        return conflict.ours
