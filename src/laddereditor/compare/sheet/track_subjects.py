"""The levels of a track: a family's profiles, or the generic levels, by rank."""

from laddereditor.compare.sheet.subject import Subject
from laddereditor.model.address import Address, listed_at
from laddereditor.model.family import Family
from laddereditor.model.ladder import Ladder


def track_subjects(ladder: Ladder, family: Family | None, track: str = "") -> tuple[Subject, ...]:
    """Return a family's profiles, or the generic levels, of a track by rank.

    Without a track, those of all tracks; profiles of levels that the ladder lacks come last.

    Args:
        ladder: The ladder.
        family: The family, None for the generic levels.
        track: The id of the track, "" for all.
    """
    if family is None:
        found = [address for address, _ in listed_at(Address("levels"), ladder.levels)]
    else:
        found = _profiles(ladder, family)
    ranks = {level.id: rank for rank, level in reversed(list(enumerate(ladder.levels)))}
    tracks = {level.id: level.track for level in reversed(ladder.levels)}
    chosen = [one for one in found if not track or tracks.get(one.key) == track]
    chosen.sort(key=lambda one: ranks.get(one.key, len(ranks)))
    return tuple(Subject(ladder, address) for address in chosen)


def _profiles(ladder: Ladder, family: Family) -> list[Address]:
    """Return the address of each of a family's profiles."""
    for home, one in listed_at(Address("families"), ladder.families):
        if one is family:
            return [address for address, _ in listed_at(home, family.profiles)]
    return []
