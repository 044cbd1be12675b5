"""The definition of a sign that a text asks for more or for less."""

from typing import NamedTuple

UNKNOWN = 9  # a way that is neither more nor less


class Sign(NamedTuple):
    """One difference between two texts."""

    way: int  # 1 for more, -1 for less, 0 for the same, UNKNOWN
    reason: str  # a short phrase for people
