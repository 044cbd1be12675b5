"""Where a level is in its track, and the key of a profile in short codes."""

from typing import NamedTuple

from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level


class TrackPosition(NamedTuple):
    """The rank of a level in its track: the fourth of seven."""

    rank: int  # from 1, the lowest
    levels: int

    @property
    def words(self) -> str:
        """The position as people say it."""
        return f"{self.rank} of {self.levels} in track"


def position_in_track(ladder: Ladder, level: Level | None) -> TrackPosition | None:
    """Return where a level is in its track; None without a track, or if it is alone in it."""
    if level is None or not level.track:
        return None
    beside = [one.id for one in ladder.levels if one.track == level.track]
    if len(beside) < 2 or level.id not in beside:
        return None
    return TrackPosition(beside.index(level.id) + 1, len(beside))


def profile_key(family: Family | None, profile: Profile) -> str:
    """Return the short code of a family and the code of a profile's level, such as `AIML.P3`.

    Without a short code there is no key; then "" is returned.
    """
    return f"{family.code}.{profile.level}" if family is not None and family.code else ""
