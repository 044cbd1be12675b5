"""The possible columns: every profile and generic level of the open ladders, found by typing."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from laddereditor.compare.sheet.subject import Subject, subject_at
from laddereditor.compare.sheet.track_subjects import track_subjects
from laddereditor.model.address import Address, NoSuchPlace, listed_at
from laddereditor.model.family import Family, Profile
from laddereditor.model.inheritance import find_level
from laddereditor.model.kinds import KINDS
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.resolve import profile_title
from laddereditor.model.titles import title_of

_WORD = re.compile(r"\w+")
MANY = 60  # rows of a list that anybody reads


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """A profile or a level that can be a column."""

    address: Address
    code: str  # P3
    owner: str  # the family, or that it is a generic level
    title: str
    words: tuple[str, ...]  # what is searched, in small letters

    @property
    def label(self) -> str:
        """The words in a list."""
        title = f"   ·   {self.title}" if self.title else ""
        return f"{self.owner}  {self.code}{title}"


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place in some ladder."""

    ladder: Ladder
    place: ColumnPlace
    where: str = ""  # the ladder's name, where there are several
    origin: str = ""  # "version 2.0.0" of a ladder that is not open

    @property
    def subject(self) -> Subject:
        """The column for it."""
        return subject_at(self.ladder, self.place.address, self.origin)


def found_in(ladder: Ladder, where: str = "", origin: str = "") -> list[FoundPlace]:
    """Return every profile and level of a ladder.

    Args:
        ladder: The ladder.
        where: What people call the ladder, "" if only one is open.
        origin: What they call its version, "" for the present one.
    """
    return [FoundPlace(ladder, place, where, origin) for place in places_in(ladder)]


def _place(address: Address, code: str, owner: str, title: str, other: str = "") -> ColumnPlace:
    words = _WORD.findall(f"{code} {owner} {title} {other}".casefold())
    return ColumnPlace(address, code, owner, title, tuple(dict.fromkeys(words)))


def places_in(ladder: Ladder) -> Iterator[ColumnPlace]:
    """Yield every profile, family by family, then every generic level."""
    levels = {level.id: level for level in reversed(ladder.levels)}
    for address, family in listed_at(Address("families"), ladder.families):
        yield from _in_family(ladder, address, family, levels)
    for address, level in listed_at(Address("levels"), ladder.levels):
        yield _place(address, level.id, KINDS["level"].title, level.name)


def _in_family(
    ladder: Ladder, address: Address, family: Family, levels: Mapping[str, Level]
) -> Iterator[ColumnPlace]:
    name = family.name or family.id
    for place, profile in listed_at(address, family.profiles):
        if family.parent:
            title = profile_title(ladder, family, profile)
        else:
            title = title_of(family, profile, levels.get(profile.level))
        yield _place(place, profile.level, name, title, family.id)


def place_at(ladder: Ladder, address: Address) -> ColumnPlace:
    """Return the place of one profile or level.

    Raises:
        NoSuchPlace: The address is not that of a profile or level.
    """
    subject = subject_at(ladder, address)
    entity, family = subject.entity, subject.family
    if family is None or isinstance(entity, Level):
        return _place(address, address.key, KINDS["level"].title, getattr(entity, "name", ""))
    title = profile_title(ladder, family, entity)
    return _place(address, entity.level, family.name or family.id, title, family.id)


def fits(place: ColumnPlace, typed: str) -> bool:
    """Whether a place matches all typed words, as beginnings of its words."""
    wanted = _WORD.findall(typed.casefold())
    return all(_rank(place.words, word) is not None for word in wanted)


def matching(found: Iterable[FoundPlace], typed: str) -> list[FoundPlace]:
    """Return the entries that match all typed words (as beginnings of words), best first.

    A word that is exactly a level's code counts most, then words of the owner's name.
    """
    wanted = _WORD.findall(typed.casefold())
    ranked: list[tuple[int, int, FoundPlace]] = []
    for number, one in enumerate(found):
        words = one.place.words
        ranks = [_rank(words, word) for word in wanted]
        if all(rank is not None for rank in ranks):
            ranked.append((sum(rank or 0 for rank in ranks), number, one))
            if not wanted and len(ranked) >= MANY:
                break
    ranked.sort(key=lambda entry: entry[:2])
    return [one for _, _, one in ranked[:MANY]]


def _rank(words: Sequence[str], wanted: str) -> int | None:
    """Return how well a typed word fits: 0 is the level's code, None not at all."""
    if words[0] == wanted:
        return 0
    if wanted in words:
        return 1
    return 2 if any(word.startswith(wanted) for word in words) else None


def next_level(ladder: Ladder, address: Address) -> Address:
    """Return the address of the next level up: of the family's profile, or the generic one.

    "" if there is none. Levels follow each other inside a track; behind a track's last level
    there is no next.
    """
    return _beside(ladder, address, 1)


def level_below(ladder: Ladder, address: Address) -> Address:
    """Return the address of the level below, in the same track; "" below the first one."""
    return _beside(ladder, address, -1)


def _beside(ladder: Ladder, address: Address, by: int) -> Address:
    track = track_of(ladder, address)
    place = track.index(address) + by if address in track else -1
    return track[place] if 0 <= place < len(track) else Address()


def track_of(ladder: Ladder, address: Address) -> list[Address]:
    """Return the addresses of the whole track that a profile or level belongs to, by rank."""
    found = owner_and_track(ladder, address)
    if found is None:
        return []
    return [subject.address for subject in track_subjects(ladder, *found)]


def owner_and_track(ladder: Ladder, address: Address) -> tuple[Family | None, str] | None:
    """Return the family (None for a generic level) and the track's id of what is compared.

    None for an address that is neither a profile nor a level, or is in no track.
    """
    try:
        subject = subject_at(ladder, address)
    except NoSuchPlace:
        return None
    entity = subject.entity
    level = find_level(ladder, entity.level) if isinstance(entity, Profile) else entity
    return (subject.family, level.track) if level and level.track else None
