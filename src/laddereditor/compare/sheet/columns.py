"""Build a family's columns: its levels by rank, with its profile at each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from laddereditor.compare.sheet.sources import ColumnSource
from laddereditor.compare.sheet.table import SheetColumn
from laddereditor.compare.sheet.vocabulary import Vocabulary
from laddereditor.model.address import Address, listed_at
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.resolve import resolved

MAX_COLUMNS = 100  # every row has a cell in each; a limit for speed (docs/speed.md)
GENERIC = Address("levels")  # the address that stands for the table of the generic levels
_Made = tuple[SheetColumn, ColumnSource]


@dataclass(frozen=True)
class SheetColumns:
    """The columns of a sheet, what each is made from, and how many more there are."""

    columns: tuple[SheetColumn, ...]
    sources: tuple[ColumnSource, ...]
    left_out: int


def family_columns(
    ladder: Ladder,
    family: Family,
    address: Address,
    *,
    all_tracks: bool,
    shows: Callable[[Profile], bool] | None = None,
) -> SheetColumns:
    """Return a column for each level of the tracks the family has profiles in, or of all tracks.

    At most the first `MAX_COLUMNS` are made. Levels without a profile are gaps; further
    profiles of one level, and profiles of levels that the ladder does not have, have columns too.
    If only some profiles are shown, the others and the gaps have none.

    Args:
        ladder: The ladder.
        family: The family.
        address: Its address.
        all_tracks: Whether tracks are shown in which the family has no profile.
        shows: Whether a profile is to be shown; None shows each.
    """
    vocabulary = Vocabulary(ladder)
    by_level: dict[str, list[tuple[Address, Profile]]] = {}
    for place, profile in listed_at(address, family.profiles):
        if shows is not None and not shows(profile):
            continue
        by_level.setdefault(profile.level, []).append((place, profile))
    tracks = {level.track for level in ladder.levels if level.id in by_level}
    levels = {
        level.id: level
        for level in reversed(ladder.levels)
        if (all_tracks or not tracks or level.track in tracks)
        and (shows is None or level.id in by_level)
    }
    order = [key for key in dict.fromkeys(one.id for one in ladder.levels) if key in levels]
    builders: list[Callable[[], _Made]] = []
    for key in order:
        found = [
            partial(_column_of_profile, vocabulary, family, levels[key], *one)
            for one in by_level.get(key, ())
        ]
        builders += found or [partial(_column_of_level, vocabulary, levels[key], Address())]
    of_no_level = [
        (Level(id=key), one)
        for key, found in by_level.items()
        if key not in levels
        for one in found
    ]
    builders += [
        partial(_column_of_profile, vocabulary, family, level, *one) for level, one in of_no_level
    ]
    return _made(builders)


def level_columns(ladder: Ladder) -> SheetColumns:
    """Return a column for each generic level, at most the first `MAX_COLUMNS`."""
    vocabulary = Vocabulary(ladder)
    builders = [
        partial(_column_of_level, vocabulary, level, address)
        for address, level in listed_at(Address("levels"), ladder.levels)
    ]
    return _made(builders)


def _made(builders: Sequence[Callable[[], _Made]]) -> SheetColumns:
    made = [make() for make in builders[:MAX_COLUMNS]]
    columns, sources = tuple(one for one, _ in made), tuple(one for _, one in made)
    return SheetColumns(columns, sources, max(0, len(builders) - MAX_COLUMNS))


def _column_of_level(vocabulary: Vocabulary, level: Level, address: Address) -> _Made:
    """Return the column of a generic level; without an address, of one that has no profile."""
    column = _column(vocabulary, level, level.name, address)
    return column, ColumnSource(vocabulary, address, level.id, level if address else None)


def _column_of_profile(
    vocabulary: Vocabulary, family: Family, level: Level, address: Address, profile: Profile
) -> _Made:
    profile_values = resolved(vocabulary.ladder, family, profile)
    column = _column(vocabulary, level, profile_values.title.value, address, profile.status)
    return column, ColumnSource(vocabulary, address, profile.level, profile, family, profile_values)


def _column(
    vocabulary: Vocabulary, level: Level, name: str, address: Address, status: str = ""
) -> SheetColumn:
    return SheetColumn(level.id, name, vocabulary.label("track", level.track), address, status)
