"""An index of what all profiles and levels of a ladder ask for, kept while the ladder is edited.

It answers who asks for a statement or a skill, and which statements have rare words in common.
Entries that an edit leaves alone are not read again.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from math import log
from threading import Lock
from typing import NamedTuple

from laddereditor.align.language_features import features
from laddereditor.compare.nearest.demands import is_skills, own_demands
from laddereditor.model.address import Address, listed_at
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level

ReportShare = Callable[[float], None]
IsCancelled = Callable[[], bool]

_RARITY = 0.6  # how fast a part of a word loses weight with the texts that have it, as in `align`
# Limits for speed; they leave out only what has common words alone in common.
_LOOKED_AT = 4000  # texts that are looked up for the words of one
_MAX_SIMILAR = 40  # texts that are kept of those
_MIN_SHARE = 0.35  # of the weight of a text's words that another one has too
_DEAD = 1000  # unused texts from which the index is built again


class NearestCancelled(Exception):
    """The search was cancelled."""


class Entry(NamedTuple):
    """A profile or a level with what it asks for itself."""

    address: Address
    entity: Profile | Level
    family: Family | None
    texts: frozenset[int]  # numbers of its texts
    skills: frozenset[str]  # ids of its skills

    @property
    def size(self) -> int:
        """How many things it asks for itself."""
        return len(self.texts) + len(self.skills)


class DemandIndex:
    """Finds profiles and levels by what they ask for; may be used from several threads."""

    def __init__(self) -> None:
        self.lock = Lock()  # whoever updates or asks holds it
        self._clear()

    def _clear(self) -> None:
        self._ladder: Ladder | None = None
        self.entries: dict[Address, Entry] = {}
        self._families: dict[Address, Family] = {}
        self._numbers: dict[str, int] = {}  # text -> its number
        self._parts: dict[str, list[int]] = {}  # part of a word -> the texts that have it
        self._by_text: dict[int, set[Address]] = {}  # who has a text
        self._by_skill: dict[str, set[Address]] = {}

    # -- following the ladder -----------------------------------------------------------------

    def update(
        self,
        ladder: Ladder,
        progress: ReportShare = lambda _: None,
        cancelled: IsCancelled = lambda: False,
    ) -> None:
        """Take up what changed in the ladder.

        Args:
            ladder: The ladder as it is now.
            progress: Receives the share that is done, from 0 to 1.
            cancelled: Says whether to stop.

        Raises:
            NearestCancelled: It was cancelled; what is done already need not be done again.
        """
        if ladder is self._ladder:
            return
        if len(self._numbers) > 2 * len(self._by_text) + _DEAD:
            self._clear()
        families = dict(listed_at(Address("families"), ladder.families))
        known = self._families.items()
        self._families = {at: one for at, one in known if families.get(at) is one}
        there: set[Address] = set()
        for number, (address, family) in enumerate(families.items()):
            if cancelled():
                raise NearestCancelled
            there |= self._take_up(address, family)
            progress(number / len(families))
        for address, level in listed_at(Address("levels"), ladder.levels):
            there.add(address)
            self._put(address, level, None)
        for address in self.entries.keys() - there:
            self._remove(address)
        self._ladder = ladder

    def _take_up(self, address: Address, family: Family) -> set[Address]:
        """Take up a family unless it is known; return the addresses of its profiles."""
        profiles = listed_at(address, family.profiles)
        if address not in self._families:
            for place, profile in profiles:
                self._put(place, profile, family)
            self._families[address] = family
        return {place for place, _ in profiles}

    def _put(self, address: Address, entity: Profile | Level, family: Family | None) -> None:
        known = self.entries.get(address)
        if known is not None and known.entity is entity:
            self.entries[address] = known._replace(family=family)
            return
        if known is not None:
            self._remove(address)
        texts: set[int] = set()
        skills: set[str] = set()
        for spec, demands in own_demands(entity).values():
            if is_skills(spec):
                skills.update(one.text for one in demands)
            else:
                texts.update(self._number(one.text) for one in demands)
        for number in texts:
            self._by_text.setdefault(number, set()).add(address)
        for skill in skills:
            self._by_skill.setdefault(skill, set()).add(address)
        self.entries[address] = Entry(address, entity, family, frozenset(texts), frozenset(skills))

    def _number(self, text: str) -> int:
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = len(self._numbers)
            for part in features(text):
                self._parts.setdefault(part, []).append(number)
        return number

    def _remove(self, address: Address) -> None:
        gone = self.entries.pop(address)
        for number in gone.texts:
            self._by_text[number].discard(address)
            if not self._by_text[number]:
                del self._by_text[number]
        for skill in gone.skills:
            self._by_skill[skill].discard(address)

    # -- asking -------------------------------------------------------------------------------

    def with_skill(self, skill: str) -> set[Address]:
        """Return who asks for a skill."""
        return self._by_skill.get(skill, set())

    def with_text(self, text: str) -> set[Address]:
        """Return who has exactly this text."""
        return self._by_text.get(self._numbers.get(text, -1), set())

    def similar(self, text: str) -> list[tuple[float, set[Address]]]:
        """Return who has this text or one with the same rare words.

        Returns:
            For each such text the share of the words of `text` that it has, by their weight, and
            who has it; those with most in common first. Rough: it says who is worth a closer look.
        """
        weights: dict[int, float] = {}
        seen = 0.0
        for weight, numbers in self._looked_up(text):
            seen += weight
            for number in numbers:
                weights[number] = weights.get(number, 0.0) + weight
        found = {number: weight / seen for number, weight in weights.items() if seen}
        own = self._numbers.get(text, -1)
        found[own] = 1.0
        best = sorted((-share, number) for number, share in found.items() if share >= _MIN_SHARE)
        living = (hit for hit in best if hit[1] in self._by_text)
        return [(-share, self._by_text[at]) for share, at in islice(living, _MAX_SIMILAR)]

    def _looked_up(self, text: str) -> Iterator[tuple[float, list[int]]]:
        """Yield the weight of each part of a text's words and its texts, the rarest first."""
        looked_at = 0
        listed = [
            (len(self._parts.get(part, ())), part, weight)
            for part, weight in features(text).items()
        ]
        for count, part, weight in sorted(listed):
            looked_at += count
            if looked_at > _LOOKED_AT:
                break
            yield weight / (1.0 + _RARITY * log(max(1, count))), self._parts.get(part, [])
