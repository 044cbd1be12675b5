"""Find patterns and specialties that together produce a list of titles."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from laddereditor.exchange.levelpage.ranks import RankWords, numeral_suffix, prefix_words
from laddereditor.exchange.levelpage.readings import SPECIALTY, Reading, readings

_MAX_PATTERNS = 9
_RANK_IN_SPECIALTY = 6  # the cost of a specialty that itself holds a rank word


@dataclass(frozen=True, slots=True)
class TitleGrid:
    """Patterns and specialties whose combinations are titles; `left` are the other titles."""

    patterns: tuple[str, ...]
    specialties: tuple[str, ...]
    left: tuple[str, ...]


def find_grid(titles: Sequence[str], ranks: RankWords) -> TitleGrid:
    """Return the patterns and specialties that save the most text without adding a title."""
    found = _Finder(titles, ranks).best()
    if not found:
        return TitleGrid((), (), tuple(titles))
    patterns, specialties = found
    given = {pattern.replace(SPECIALTY, name) for pattern in patterns for name in specialties}
    return TitleGrid(patterns, specialties, tuple(title for title in titles if title not in given))


class _Finder:
    """Tries the sets of patterns that occur in a list of titles."""

    def __init__(self, titles: Sequence[str], ranks: RankWords) -> None:
        self._ranks = ranks
        self._names: dict[str, dict[str, None]] = {}  # pattern -> specialties, in order
        self._reading: dict[str, Reading] = {}
        for title in titles:
            for reading in readings(title, ranks):
                self._names.setdefault(reading.pattern, {})[reading.specialty] = None
                known = self._reading.setdefault(reading.pattern, reading)
                self._reading[reading.pattern] = known if known.ranked else reading

    def best(self) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Return the best patterns with their specialties, or None if nothing repeats."""
        best, most = None, 0
        for patterns in self._sets():
            shared = self._shared(patterns)
            saved = self._saved(patterns, shared) if self._allowed(patterns, shared) else 0
            if saved > most:
                best, most = (patterns, shared), saved
        return best

    def _sets(self) -> Iterator[tuple[str, ...]]:
        pool = [
            name for name in self._names if self._reading[name].ranked or len(self._names[name]) > 1
        ]
        if len(pool) > _MAX_PATTERNS:
            often = sorted(pool, key=self._weight, reverse=True)[:_MAX_PATTERNS]
            pool = [name for name in pool if name in often]
        for size in range(1, len(pool) + 1):
            yield from combinations(pool, size)

    def _weight(self, pattern: str) -> tuple[bool, int]:
        return self._reading[pattern].ranked, len(self._names[pattern])

    def _shared(self, patterns: Iterable[str]) -> tuple[str, ...]:
        first, *others = (self._names[pattern] for pattern in patterns)
        return tuple(name for name in first if all(name in other for other in others))

    def _allowed(self, patterns: Sequence[str], specialties: Sequence[str]) -> bool:
        kinds = [self._reading[pattern] for pattern in patterns]
        other = any(not kind.ranked and not kind.bare for kind in kinds)
        return any(kind.ranked for kind in kinds) and (not other or len(specialties) > 1)

    def _saved(self, patterns: Sequence[str], specialties: Sequence[str]) -> int:
        literals = sum(self._reading[pattern].literal for pattern in patterns)
        names = sum(map(len, specialties))
        all_titles = literals * len(specialties) + names * len(patterns)
        return all_titles - literals - names - sum(map(self._ranked_cost, specialties))

    def _ranked_cost(self, specialty: str) -> int:
        ranked = prefix_words(specialty.split(" "), self._ranks) or numeral_suffix(
            specialty, self._ranks
        )
        return _RANK_IN_SPECIALTY if ranked else 0
