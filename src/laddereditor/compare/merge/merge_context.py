"""What a merge under way knows: what was decided, and which conflicts there are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from laddereditor.compare.diff.change import Conflict
from laddereditor.model.address import Address


class Forms(NamedTuple):
    """One value three times: in the base, in ours, in theirs; None where it is not there."""

    base: Any
    ours: Any
    theirs: Any

    def each(self, part: Callable[[Any], Any]) -> "Forms":
        """Return a part of each of the three."""
        return Forms(part(self.base), part(self.ours), part(self.theirs))


class Clash:
    """The mark of values that cannot be joined."""


CLASH: Final = Clash()


@dataclass(slots=True)
class MergeContext:
    """Collects the conflicts of one merge, and answers those that were settled before."""

    decisions: Mapping[str, Any]  # key of a conflict -> the value chosen
    kept: frozenset[Address] = frozenset()  # addresses of entries that are not to go without asking
    join_words: bool = False  # whether two rewordings of one text are joined without asking
    is_based: bool = True  # without a base, every difference is asked
    conflicts: list[Conflict] = field(default_factory=list)
    dropped: list[Address] = field(default_factory=list)  # addresses of entries that went

    def settled(self, conflict: Conflict) -> Any:
        """Return the value for a place that both changed: as decided, else ours."""
        if conflict.key in self.decisions:
            return self.decisions[conflict.key]
        self.conflicts.append(conflict)
        return conflict.ours
