"""What a ladder has of titles, and what of it was found in a title."""

from dataclasses import dataclass, field
from typing import Literal

from laddereditor.model.family import Family

Ranks = frozenset[str]
Core = frozenset[str]  # the words of a job as they are compared, in any order
NameKind = Literal["name", "other name", "specialty"]


@dataclass(frozen=True, slots=True)
class FamilyName:
    """A name that a family is known by; it says nothing of the level."""

    family: Family
    kind: NameKind
    text: str
    ranks: Ranks  # rank words that are part of the name, as in “Account Manager”
    core: Core
    place: int = 0  # in the order of the ladder


@dataclass(frozen=True, slots=True)
class ProfileTitle:
    """A title of a profile."""

    family: Family
    level: str
    text: str
    ranks: Ranks
    core: Core
    is_own: bool  # the profile's own title, not one of its common titles


@dataclass(frozen=True, slots=True)
class Pattern:
    """A title pattern of a level, or its name."""

    level: str
    text: str
    ranks: Ranks
    extra: Core  # words in addition to the rank, as in “{specialty} Specialist”


@dataclass
class FamilyTitles:
    """What one family has."""

    family: Family
    levels: tuple[str, ...]  # ids, in the order of the ladder
    words: set[str] = field(default_factory=set)  # of its names and its function
    codes: set[str] = field(default_factory=set)  # its own and those of other schemes
    titles: list[ProfileTitle] = field(default_factory=list)
    names: list[FamilyName] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)  # last words of its titles, such as “analyst”


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name of a family in a title, and what the title has in addition."""

    name: FamilyName
    extra: Core = frozenset()  # words of a title pattern
    head: str = ""  # the last word of other titles of the family, such as “analyst”


@dataclass(frozen=True, slots=True)
class FamilyHit:
    """What of a family was found in a title."""

    family: Family
    titles: tuple[ProfileTitle, ...] = ()
    names: tuple[NameHit, ...] = ()
    title_ranks: frozenset[Ranks] = frozenset()  # the ranks of each of its titles

    def joined(self, other: "FamilyHit") -> "FamilyHit":
        """Return what both found."""
        return FamilyHit(
            self.family,
            self.titles + other.titles,
            self.names + other.names,
            self.title_ranks | other.title_ranks,
        )
