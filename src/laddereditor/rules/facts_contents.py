"""What the profiles of a ladder say something in: the way the ladder works.

Some ladders describe profiles by responsibilities, others by expectations, by skills alone, or by
texts for leveling factors. Rules about what is missing read that here, so that they miss only what
this ladder uses, and say once what is true of a whole level or ladder.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.rules.facts import LevelFacts, LevelRanks, reuse_if_equal

PARTS = ("summary", "responsibilities", "expectations", "skills", "qualifications")
DUTIES = frozenset({"responsibilities", "expectations"})
ENOUGH = 2  # of something, to say of all of them what is true of each


class ProfileContents(NamedTuple):
    """What one profile says something in, by itself."""

    level: str
    parts: frozenset[str]
    factors: frozenset[str]  # ids of those with a text

    @classmethod
    def of(cls, profile: Profile | Level, level: str) -> "ProfileContents":
        """Return what a profile, or a level, says something in."""
        values = profile.__dict__
        factors = frozenset(key for key, text in profile.factors.items() if text.strip())
        parts = {part for part in PARTS if values.get(part)}
        return cls(level, frozenset({*parts, "factors"} if factors else parts), factors)


@dataclass(frozen=True, slots=True)
class FamilyContents:
    """What the profiles of one family say something in."""

    family: Family = field(compare=False)
    is_part: bool  # of another family, from which its profiles inherit
    has_summary: bool
    profiles: tuple[ProfileContents, ...]

    @classmethod
    def of(cls, family: Family, before: "FamilyContents | None") -> "FamilyContents":
        """Return the contents of a family; those of profiles that are the same objects are kept."""
        known = dict(_by_identity(before)) if before else {}
        found = tuple(
            known.get(id(one)) or ProfileContents.of(one, one.level) for one in family.profiles
        )
        return cls(family, bool(family.parent), bool(family.summary.strip()), found)


def _by_identity(before: FamilyContents) -> Iterable[tuple[int, ProfileContents]]:
    return zip(map(id, before.family.profiles), before.profiles, strict=True)


class LevelUse(NamedTuple):
    """What the profiles at one level say by themselves; of families that inherit from no other."""

    has_profiles: bool = False
    lacked_by_some: frozenset[str] = frozenset()  # "summary", "factors/scope" …
    lacked_by_most: frozenset[str] = frozenset()
    lacked_by_all: frozenset[str] = frozenset()  # of two or more


NO_USE = LevelUse()


class Ways(NamedTuple):
    """The ways in which a ladder describes what people do; summaries are no way to do that."""

    parts: frozenset[str] = frozenset()  # that a profile says something in
    level_parts: frozenset[str] = frozenset()  # that a level says something in
    factors: frozenset[str] = frozenset()  # ids of those with a text, at a level or a profile
    profiles: int = 0  # how many there are, up to two
    families: int = 0  # how many there are, up to two
    families_have_summaries: bool = False  # one at least

    def lacks(self, parts: Iterable[str]) -> bool:
        """Whether no level and no profile of this ladder says anything in some parts."""
        return not any(part in self.parts or part in self.level_parts for part in parts)


@dataclass(frozen=True, slots=True)
class LadderContents:
    """What the levels and profiles of a ladder say something in."""

    families: tuple[FamilyContents, ...]
    levels: tuple[ProfileContents, ...]
    factors: frozenset[str]  # ids of the ladder's
    ways: Ways
    uses: Mapping[str, LevelUse]  # by level
    has_summaries: bool  # at one level or profile at least

    @classmethod
    def of(cls, ladder: Ladder, before: "LadderContents | None") -> "LadderContents":
        """Return the contents of a ladder; facts that have not changed are the same objects."""
        families = tuple(_families(ladder, before))
        levels = tuple(ProfileContents.of(level, level.id) for level in ladder.levels)
        factors = frozenset(one.id for one in ladder.factors)
        if before and before._tells(families, levels, factors):
            return before._of(families)
        ways, uses = _ways(families, levels), _uses(families, factors)
        if before:
            ways = reuse_if_equal(before.ways, ways)
            kept = {name: reuse_if_equal(before.uses.get(name), use) for name, use in uses.items()}
            uses = reuse_if_equal(before.uses, kept)
        listed = chain(levels, *(family.profiles for family in families))
        has_summaries = any("summary" in one.parts for one in listed)
        return cls(families, levels, factors, ways, uses, has_summaries)

    def _tells(
        self,
        families: tuple[FamilyContents, ...],
        levels: tuple[ProfileContents, ...],
        factors: frozenset[str],
    ) -> bool:
        return (self.levels, self.factors, self.families) == (levels, factors, families)

    def _of(self, families: tuple[FamilyContents, ...]) -> "LadderContents":
        """Return the same facts, taken from families of today."""
        facts = self.ways, self.uses, self.has_summaries
        return LadderContents(families, self.levels, self.factors, *facts)


def _ways(families: Sequence[FamilyContents], levels: Iterable[ProfileContents]) -> Ways:
    listed = [one for family in families for one in family.profiles]
    return Ways(
        frozenset[str]().union(*{one.parts for one in listed}) - {"summary"},
        frozenset[str]().union(*{one.parts for one in levels}) - {"summary"},
        frozenset[str]().union(*{one.factors for one in (*listed, *levels)}),
        min(len(listed), ENOUGH),
        min(len(families), ENOUGH),
        any(one.has_summary for one in families),
    )


def _families(ladder: Ladder, before: LadderContents | None) -> Iterator[FamilyContents]:
    known = {id(one.family): one for one in before.families} if before else {}
    named = {one.family.id: one for one in before.families} if before else {}
    for family in ladder.families:
        yield known.get(id(family)) or FamilyContents.of(family, named.get(family.id))


def _uses(families: Iterable[FamilyContents], factors: frozenset[str]) -> Mapping[str, LevelUse]:
    everything = frozenset({*PARTS, *(f"factors/{one}" for one in factors)})
    counts: Counter[str] = Counter()
    given: dict[str, Counter[str]] = {}
    alike: Counter[ProfileContents] = Counter()
    for family in families:
        if not family.is_part:
            alike.update(family.profiles)
    for one, times in alike.items():  # thousands of profiles say something in the same few parts
        counts[one.level] += times
        at_level = given.setdefault(one.level, Counter())
        for part in (*one.parts, *(f"factors/{name}" for name in one.factors)):
            at_level[part] += times
    return {level: _use(count, given[level], everything) for level, count in counts.items()}


def _use(count: int, given: Counter[str], everything: frozenset[str]) -> LevelUse:
    return LevelUse(
        True,
        frozenset(part for part in everything if given[part] < count),
        frozenset(part for part in everything if given[part] * 2 < count),
        frozenset(part for part in everything if not given[part] and count >= ENOUGH),
    )


def skipped_levels(contents: LadderContents, ranks: LevelRanks) -> frozenset[str]:
    """Return the levels without any profile that two families or more leave out."""
    unused = [level for name, level in ranks.items() if name not in contents.uses]
    places = [_places(family, ranks) for family in contents.families if unused]
    return frozenset(
        level.id for level in unused if sum(_is_around(each, level) for each in places) >= ENOUGH
    )


def _places(family: FamilyContents, ranks: LevelRanks) -> Mapping[str, tuple[int, int]]:
    """Return the places of a family's lowest and highest level, by track."""
    found: dict[str, tuple[int, int]] = {}
    for level in filter(None, (ranks.get(one.level) for one in family.profiles)):
        low, high = found.get(level.track, (level.place, level.place))
        found[level.track] = min(low, level.place), max(high, level.place)
    return found


def _is_around(places: Mapping[str, tuple[int, int]], level: LevelFacts) -> bool:
    low, high = places.get(level.track, (level.place, level.place))
    return low < level.place < high
