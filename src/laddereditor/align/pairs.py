"""The result of matching two lists of texts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """A text of the first list and the text of the second that it became."""

    before: int  # place in the first list
    after: int  # place in the second list
    similarity: float  # 0 to 1; 1.0 only for equal texts


@dataclass(frozen=True, slots=True)
class Split:
    """One text that became several (a split), or several that became one (a join)."""

    before: tuple[int, ...]  # places in the first list
    after: tuple[int, ...]  # places in the second list
