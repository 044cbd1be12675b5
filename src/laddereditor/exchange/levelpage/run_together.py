"""Split titles that a page runs together, by what repeats in them.

The text is cut where one title may end and the next begin (`Design II|UX Design`). Of all ways to
cut it, the one with the shortest description is used (minimum description length,
Rissanen 1978): each specialty
and each pattern is described once, and each title then only refers to one of each.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from laddereditor.exchange.levelpage.joins import joints, places_to_cut
from laddereditor.exchange.levelpage.ranks import RankWords
from laddereditor.exchange.levelpage.readings import Reading, readings

# Bounds of our own, which keep the time short.
MAX_TEXT = 1500  # letters of a text
_MAX_TITLE = 80  # letters of a title
_BEAM = 16  # descriptions that are followed up at each place: a beam search

# The costs of a title, a pattern, a specialty (in addition to its letters), a join left uncut, and
# a fragment of a word as a specialty.
_TITLE, _RANK_PATTERN, _OTHER_PATTERN, _SPECIALTY, _JOINT, _FRAGMENT = 3, 3, 6, 4, 9, 6


@dataclass(frozen=True, slots=True)
class _Description:
    """A description of the text up to some place."""

    cost: int
    titles: tuple[str, ...]
    readings: tuple[Reading, ...]
    specialties: frozenset[str]
    patterns: frozenset[str]


def split_titles(text: str, ranks: RankWords, *, is_only_text: bool) -> tuple[str, ...]:
    """Return the titles that a text runs together; a text with a single title is returned whole.

    Args:
        text: The text.
        ranks: The rank words.
        is_only_text: Whether no other title is listed beside this text; then letters that meet
            without a space (`ScientistResearch`) are a join even if nothing repeats.
    """
    if len(text) > MAX_TEXT:
        return (text,)
    return _Splitter(text, ranks, is_only_text=is_only_text).titles()


class _Splitter:
    """Searches the shortest description of one text, from left to right."""

    def __init__(self, text: str, ranks: RankWords, *, is_only_text: bool) -> None:
        self._text = text
        self._ranks = ranks
        self._is_only_text = is_only_text
        self._places = [0, *places_to_cut(text), len(text)]

    def titles(self) -> tuple[str, ...]:
        """Return the titles of the shortest description.

        A second pass starts with the specialties that repeated in the first one, so that their
        first titles are found as well.
        """
        first = self._shortest(frozenset())
        again = self._shortest(_repeated_specialties(first.readings))
        return min(first, again, key=lambda one: self._full_cost(one.readings)).titles

    def _shortest(self, known: frozenset[str]) -> _Description:
        best = {0: [_Description(0, (), (), known, frozenset())]}
        for end in self._places[1:]:
            starts = [at for at in self._places if end - _MAX_TITLE <= at < end and at in best]
            if found := _least(one for at in starts for one in self._longer(best[at], at, end)):
                best[end] = found
        uncut = _Description(0, (self._text,), (), frozenset(), frozenset())
        return best.get(len(self._text), [uncut])[0]

    def _longer(self, before: list[_Description], start: int, end: int) -> Iterator[_Description]:
        title = self._text[start:end].strip()
        for reading in _fewest(readings(title, self._ranks)):
            new = self._cost_of_specialty(reading.specialty)
            for one in before:
                cost = _cost(reading, new, one.specialties, one.patterns)
                if reading.ranked or reading.bare or reading.specialty in one.specialties:
                    yield _Description(
                        one.cost + cost,
                        (*one.titles, title),
                        (*one.readings, reading),
                        one.specialties | {reading.specialty},
                        one.patterns | {reading.pattern},
                    )

    def _cost_of_specialty(self, specialty: str) -> int:
        is_fragment = len(specialty) <= 5 and specialty.istitle()
        uncut = _JOINT * joints(specialty, case=self._is_only_text)
        return _SPECIALTY + len(specialty) + uncut + (_FRAGMENT if is_fragment else 0)

    def _full_cost(self, found: Iterable[Reading]) -> int:
        """Return the cost of a description without known specialties and patterns."""
        cost = 0
        specialties: set[str] = set()
        patterns: set[str] = set()
        for one in found:
            cost += _cost(one, self._cost_of_specialty(one.specialty), specialties, patterns)
            specialties.add(one.specialty)
            patterns.add(one.pattern)
        return cost


def _fewest(found: tuple[Reading, ...]) -> Iterator[Reading]:
    """Yield the reading without any rank word, those without a post, and those without others."""
    yield found[0]
    yield from (one for one in found[1:] if one.post or (not one.ranked and not one.bare))


def _repeated_specialties(found: Iterable[Reading]) -> frozenset[str]:
    counted = Counter(one.specialty for one in found)
    return frozenset(name for name, count in counted.items() if count > 1)


def _cost(
    reading: Reading,
    new_specialty: int,
    specialties: frozenset[str] | set[str],
    patterns: frozenset[str] | set[str],
) -> int:
    """Return the cost of one more title, given the known specialties and patterns."""
    cost = _TITLE + (0 if reading.specialty in specialties else new_specialty)
    if reading.bare or reading.pattern in patterns:
        return cost
    return cost + (_RANK_PATTERN if reading.ranked else _OTHER_PATTERN + reading.literal)


def _least(found: Iterable[_Description]) -> list[_Description]:
    best_of: dict[tuple[frozenset[str], frozenset[str]], _Description] = {}
    for one in sorted(found, key=lambda one: (one.cost, one.titles)):
        best_of.setdefault((one.specialties, one.patterns), one)
        if len(best_of) == _BEAM:
            break
    return list(best_of.values())
