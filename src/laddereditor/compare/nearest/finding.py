"""Find the profiles and levels that ask for nearly the same as another one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import log

from laddereditor.compare.nearest.common import Common, common
from laddereditor.compare.nearest.demands import (
    Demands,
    all_demands,
    demand_fields,
    is_skills,
    other_demand_fields,
    own_demands,
)
from laddereditor.compare.nearest.index import (
    DemandIndex,
    Entry,
    IsCancelled,
    NearestCancelled,
    ReportShare,
)
from laddereditor.model.address import Address
from laddereditor.model.fields import FieldSpec
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level

MAX_LISTED = 10  # of each group that anybody reads
# Limits for speed: how many of each group get a closer look, and how many may have a text that is
# only similar, so that it says who does.
_LOOKED_AT, _MANY = 14, 100
# From which similarity an entry of another family is near, and one of the same family. Our choice:
# within a family everything that has anything to do with it is of interest.
_MIN_ELSEWHERE, _MIN_HERE = 0.2, 0.03
_SKILL = 0.5  # of a statement, as a skill is a word or two: our choice
_NEARLY_THE_SAME = 0.75  # share of a text's words from which another one is nearly the same


@dataclass(frozen=True, slots=True)
class Near:
    """An entry that is like the one that was asked about."""

    address: Address
    common: Common
    is_identical: bool  # it asks for the same in the same words
    has_other_level: bool  # it is at another level, which may ask for something else


@dataclass(frozen=True, slots=True)
class Nearest:
    """What is nearest to a profile or a level, nearest first."""

    address: Address
    here: tuple[Near, ...] = ()  # of the same family; of a level, the other levels
    elsewhere: tuple[Near, ...] = ()  # of other families
    says_nothing: bool = False  # it asks for nothing itself, so nothing can be like it


def nearest(
    index: DemandIndex,
    ladder: Ladder,
    address: Address,
    progress: ReportShare = lambda _: None,
    cancelled: IsCancelled = lambda: False,
) -> Nearest:
    """Return the profiles that are nearest to a profile, or the levels and profiles to a level.

    An item counts the less the more others have it, or nearly the same one: a sentence that stands
    in every profile makes none alike.

    Args:
        index: What is known of the ladder; it takes up what has changed.
        ladder: The ladder.
        address: The full address of a profile or a level.
        progress: Receives the share that is done, from 0 to 1.
        cancelled: Says whether to stop.

    Raises:
        NearestCancelled: It was cancelled.
        KeyError: There is no profile or level at the address.
    """
    with index.lock:
        index.update(ladder, progress, cancelled)
        entry = index.entries[address]
        if not entry.size:
            return Nearest(address, says_nothing=True)
        search = _Search(index, ladder, entry)
        here: list[Near] = []
        elsewhere: list[Near] = []
        for other in search.likely():
            if cancelled():
                raise NearestCancelled
            is_here = other.family is entry.family
            found = search.near(other)
            if found.common.similarity >= (_MIN_HERE if is_here else _MIN_ELSEWHERE):
                (here if is_here else elsewhere).append(found)
        return Nearest(address, _best(here), _best(elsewhere))


def _best(found: Iterable[Near]) -> tuple[Near, ...]:
    return tuple(sorted(found, key=lambda one: -one.common.similarity)[:MAX_LISTED])


class _Search:
    """Looks for what is near one entry; the index does not change meanwhile."""

    def __init__(self, index: DemandIndex, ladder: Ladder, entry: Entry) -> None:
        self._index, self._ladder, self._entry = index, ladder, entry
        self._demands = self._of(entry)
        self._weights: dict[tuple[bool, str], float] = {}
        self._points: dict[Address, float] = {}
        for spec, items in self._demands.values():
            for item in items:
                if is_skills(spec):
                    self._look_up_skill(item.text)
                else:
                    self._look_up_text(item.text)

    def _of(self, entry: Entry) -> Demands:
        if isinstance(self._entry.entity, Level):
            # What profiles inherit is not theirs, and levels have no responsibilities.
            names = {spec.name for spec in demand_fields(Level)}
            own = own_demands(entry.entity).items()
            return {name: demand for name, demand in own if name in names}
        return all_demands(self._ladder, entry.family, entry.entity)

    def _look_up_skill(self, skill: str) -> None:
        there = self._index.with_skill(skill)
        weight = self._weights[True, skill] = _SKILL * _rarity(len(there))
        self._add(((weight, there),))

    def _look_up_text(self, text: str) -> None:
        similar = self._index.similar(text)
        having: set[Address] = set()
        for share, there in similar:
            if share >= _NEARLY_THE_SAME:
                having |= there
        weight = self._weights[False, text] = _rarity(len(having))
        self._add(
            (weight * share, there) for share, there in similar if share == 1 or len(there) < _MANY
        )

    def _add(self, found: Iterable[tuple[float, set[Address]]]) -> None:
        seen: set[Address] = set()
        for points, there in found:  # best first
            for address in there - seen:
                self._points[address] = self._points.get(address, 0.0) + points
            seen |= there

    def likely(self) -> Iterator[Entry]:
        """Yield the entries that are worth a closer look."""
        found = (self._index.entries[address] for address in self._points)
        entries = [one for one in found if one.address != self._entry.address and _is_job(one)]
        own = self._entry.size
        ranked = sorted(entries, key=lambda one: -self._points[one.address] / (own + one.size))
        if not isinstance(self._entry.entity, Level):
            ranked = [one for one in ranked if one.family is not None]
        left = {True: _LOOKED_AT, False: _LOOKED_AT}  # for each group
        for one in ranked:
            is_here = one.family is self._entry.family
            if left[is_here]:
                left[is_here] -= 1
                yield one

    def near(self, other: Entry) -> Near:
        """Return what the entry has in common with another one."""
        found = common(self._demands, self._of(other), self._weight)
        mine, theirs = self._entry.entity, other.entity
        is_identical = found.is_equal and all(
            getattr(mine, spec.name) == getattr(theirs, spec.name, None)
            for spec in other_demand_fields(type(mine))
        )
        has_other_level = getattr(mine, "level", "") != getattr(theirs, "level", "")
        return Near(other.address, found, is_identical, has_other_level)

    def _weight(self, spec: FieldSpec, text: str) -> float:
        key = (is_skills(spec), text)
        if key not in self._weights:
            is_skill = key[0]
            there = self._index.with_skill(text) if is_skill else self._index.with_text(text)
            self._weights[key] = (_SKILL if is_skill else 1.0) * _rarity(len(there))
        return self._weights[key]


def _is_job(entry: Entry) -> bool:
    """Whether an entry describes work that people have: an abstract family's does not."""
    return entry.family is None or not entry.family.abstract


def _rarity(having: int) -> float:
    """Return how much an item says that so many have; the formula is our own."""
    return 1.0 / (1.0 + log(max(1, having)))
