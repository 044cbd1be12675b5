"""Put what the profiles of a family share on the family, where it is once."""

from collections import Counter

from laddereditor.model.base import evolve
from laddereditor.model.family import Family
from laddereditor.model.ladder import Ladder

_MINIMUM = 2  # profiles with the same text; one alone may be about its level


def with_shared_summaries(ladder: Ladder, families: frozenset[str]) -> Ladder:
    """Return a ladder in which a summary that profiles of a family share is the family's.

    Args:
        ladder: The ladder.
        families: The ids of the families that got profiles; others are left as they are.
    """
    changed = tuple(_shared(one) if one.id in families else one for one in ladder.families)
    return evolve(ladder, families=changed) if changed != ladder.families else ladder


def _shared(family: Family) -> Family:
    summary = family.summary or _most_frequent(family)
    if not summary:
        return family
    profiles = tuple(
        evolve(one, summary="") if one.summary == summary else one for one in family.profiles
    )
    if profiles == family.profiles and summary == family.summary:
        return family
    return evolve(family, summary=summary, profiles=profiles)


def _most_frequent(family: Family) -> str:
    """Return the summary that more profiles have than any other, at least two."""
    counted = Counter(one.summary for one in family.profiles if one.summary).most_common(2)
    if not counted or counted[0][1] < _MINIMUM:
        return ""
    is_tie = len(counted) > 1 and counted[1][1] == counted[0][1]
    return "" if is_tie else counted[0][0]
