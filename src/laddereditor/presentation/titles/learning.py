"""What a list of titles adds to the ladder, in words."""

from collections.abc import Iterator

from laddereditor.compare.titles.learning import NewTitles
from laddereditor.model.kinds import all_profiles
from laddereditor.model.ladder import Ladder

_MAXIMUM = 12  # lines that anybody reads before a decision


def learning_words(ladder: Ladder, new: NewTitles) -> str:
    """Return the question whether names and titles are added, with what they are."""
    lines = list(_lines(ladder, new))
    more = [f"… and {len(lines) - _MAXIMUM} more"] if len(lines) > _MAXIMUM else []
    listed = "\n".join((*lines[:_MAXIMUM], *more))
    return (
        "These confirmed titles are new to the ladder, which will find them by itself next time. "
        f"One Undo takes all of them back.\n\n{listed}"
    )


def _lines(ladder: Ladder, new: NewTitles) -> Iterator[str]:
    families = {family.id: family.name or family.id for family in ladder.families}
    for family, names in new.names.items():
        for name in names:
            yield f"{name}: another name of {families[family]}"
    profiles = {f"{one.id}/{profile.level}": profile.level for one, profile in all_profiles(ladder)}
    for place, titles in new.titles.items():
        family = families[place.rpartition("/")[0]]
        for title in titles:
            yield f"{title}: a title of {family} {profiles[place]}"
