"""Where a level is in its track, and the key of a profile in short codes."""

from collections.abc import Iterable
from typing import NamedTuple

from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.parents import families_above


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


def profile_key(family: Family | None, profile: Profile, codes_above: Iterable[str] = ()) -> str:
    """Return the short code of a family and the code of a profile's level, such as `AIML.P3`.

    Args:
        family: The family; without a short code there is no key, and "" is returned.
        profile: The profile.
        codes_above: The short codes of the families above a sub-family, the nearest first. Those
            that there are come first: `AIML.VISION.P3`.
    """
    if family is None or not family.code:
        return ""
    above = [code for code in codes_above if code][::-1]
    return ".".join((*above, family.code, profile.level))


def codes_above(ladder: Ladder, family: Family | None) -> tuple[str, ...]:
    """Return the short codes of the families above one, the nearest first; "" for none."""
    if family is None or not family.parent:
        return ()
    return tuple(one.code for one in families_above(ladder, family))
