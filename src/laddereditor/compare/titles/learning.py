"""Which names and titles a ladder would need to find what people confirmed by itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from laddereditor.compare.titles.index import TitleIndex
from laddereditor.compare.titles.known_titles import FamilyHit, FamilyName, NameHit
from laddereditor.compare.titles.levels import level_of
from laddereditor.compare.titles.options import TitleRow
from laddereditor.compare.titles.proposing import propose
from laddereditor.compare.titles.reading import cleaned, keys_of
from laddereditor.compare.titles.title_words import folded_word, words_in
from laddereditor.model.spacing import single_spaced

_SHORTEST_NAME = 2  # letters of a person's name that a title must not have in it


@dataclass(frozen=True, slots=True)
class ConfirmedTitle:
    """A title that somebody assigned to a profile."""

    title: str
    profile: str  # `family/level`
    people: Sequence[str] = ()  # names of people in the same row, which must not get anywhere


@dataclass(frozen=True, slots=True)
class NewTitles:
    """What may be added to a ladder."""

    names: Mapping[str, Sequence[str]] = field(default_factory=dict)  # by the family's id
    titles: Mapping[str, Sequence[str]] = field(default_factory=dict)  # by `family/level`

    def __bool__(self) -> bool:
        return bool(self.names or self.titles)


def new_titles(index: TitleIndex, confirmed: Iterable[ConfirmedTitle]) -> NewTitles:
    """Return the names and titles that are new to the ladder.

    A title with a rank word becomes another name of its family if the rank gives the profile by
    itself, so that the name is found with every rank; else it becomes a title of the profile. A
    title without one says nothing about the level of the next person who has it, so it becomes
    another name of the family; if several rows with it were assigned to the same profile, a title
    of the profile. What was assigned to several profiles, or has the name of a person in it, is
    left out.
    """
    profiles: dict[str, list[str]] = {}
    for one in confirmed:
        title = single_spaced(cleaned(one.title))
        if title and not _names_somebody(title, one.people):
            profiles.setdefault(title, []).append(one.profile)
    names: dict[str, list[str]] = {}
    titles: dict[str, list[str]] = {}
    for title, places in profiles.items():
        place, family = places[0], places[0].rpartition("/")[0]
        if len(set(places)) > 1 or family not in index.families:
            continue
        if propose(index, TitleRow(title)).profile == place:
            continue
        read = index.reader.read(title)[0]
        if not read.ranks and not read.codes and len(places) == 1:
            core = frozenset(keys_of(index.words, read.words))
            name = title if core not in index.names and core not in index.titles else ""
        else:
            name = _name(index, title, family, place.removeprefix(f"{family}/"))
            if not name:
                titles.setdefault(place, []).append(title)
        if name and name not in names.setdefault(family, []):
            names[family].append(name)
    return NewTitles({family: new for family, new in names.items() if new}, titles)


def _name(index: TitleIndex, title: str, family: str, level: str) -> str:
    """Return the title without its rank, if a name of the family would give the profile.

    Args:
        index: What the ladder has.
        title: The title.
        family: The id of the family.
        level: The id of the level.
    """
    read = index.reader.read(title)[0]
    core = frozenset(keys_of(index.words, read.words))
    if not read.ranks or len(read.parts) != 1 or read.codes:
        return ""
    known = index.families[family].family
    if core in index.names or core in index.titles:
        return ""
    text = " ".join(read.words)
    hit = FamilyHit(
        known, names=(NameHit(FamilyName(known, "other name", text, frozenset(), core)),)
    )
    found = level_of(index, hit, read.rank_names)
    is_sure = found.levels == (level,) and not found.is_guess and not found.missing
    return text if is_sure else ""


def _names_somebody(title: str, people: Sequence[str]) -> bool:
    words = {folded_word(word) for word in words_in(title)}
    names = {folded_word(word) for cell in people for word in words_in(cell)}
    return any(len(name) >= _SHORTEST_NAME and name in words for name in names)
