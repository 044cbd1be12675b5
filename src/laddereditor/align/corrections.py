"""What a person said of pairs of statements: these two belong together, those two do not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

TextPair = tuple[str, str]


def _pair(one: str, other: str) -> TextPair:
    return (one, other) if one <= other else (other, one)


@dataclass(frozen=True, slots=True)
class PairCorrections:
    """Pairs of texts, wherever the two are compared; each pair in the order of its texts."""

    together: frozenset[TextPair] = frozenset()
    apart: frozenset[TextPair] = frozenset()

    def aligned(self, one: str, other: str) -> "PairCorrections":
        """Return the corrections with two texts together."""
        pair = _pair(one, other)
        return replace(self, together=self.together | {pair}, apart=self.apart - {pair})

    def parted(self, one: str, other: str) -> "PairCorrections":
        """Return the corrections with two texts apart."""
        pair = _pair(one, other)
        return replace(self, together=self.together - {pair}, apart=self.apart | {pair})

    def forgotten(self, one: str, other: str) -> "PairCorrections":
        """Return the corrections without one about two texts: the program decides again."""
        pair = _pair(one, other)
        return replace(self, together=self.together - {pair}, apart=self.apart - {pair})

    def are_apart(self, one: str, other: str) -> bool:
        """Whether a person said that two texts do not belong together."""
        return bool(self.apart) and _pair(one, other) in self.apart

    def are_together(self, one: str, other: str) -> bool:
        """Whether a person said that two texts belong together."""
        return bool(self.together) and _pair(one, other) in self.together

    def said(
        self, left: Sequence[str], right: Sequence[str], ones: list[int], others: list[int]
    ) -> Iterator[tuple[int, int]]:
        """Yield the places of the pairs of two columns that a person put together."""
        if not self.together:
            return
        free = list(others)
        for one in ones:
            for other in free:
                if self.are_together(left[one], right[other]):
                    yield one, other
                    free.remove(other)
                    break


NO_CORRECTIONS = PairCorrections()
