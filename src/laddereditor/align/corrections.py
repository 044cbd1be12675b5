"""What a person said of pairs of statements: these two belong together, those two do not."""

from collections.abc import Collection, Iterator, Mapping, Sequence
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

    def with_those_of(self, other: "PairCorrections") -> "PairCorrections":
        """Return the corrections of two ladders; what one of them parts is apart."""
        apart = self.apart | other.apart
        return PairCorrections((self.together | other.together) - apart, apart)

    def about(self, text: str) -> "PairCorrections":
        """Return those that are about a text."""
        together, apart = (
            frozenset(pair for pair in pairs if text in pair)
            for pairs in (self.together, self.apart)
        )
        return PairCorrections(together, apart)

    def following(
        self, renamed: Mapping[str, str], remaining: Collection[str]
    ) -> "PairCorrections":
        """Return the corrections after texts were reworded.

        Args:
            renamed: The new text for each old one.
            remaining: All texts that are there now. An old one that still stands somewhere keeps
                its corrections, and the new one has them too.
        """
        if not any(text in renamed for pair in self.together | self.apart for text in pair):
            return self

        def follow(pairs: frozenset[TextPair]) -> frozenset[TextPair]:
            there = {text for text in renamed if text in remaining}
            unchanged = {
                pair for pair in pairs if all(t not in renamed or t in there for t in pair)
            }
            new = {_pair(*(renamed.get(text, text) for text in pair)) for pair in pairs}
            return frozenset(unchanged | {pair for pair in new if pair[0] != pair[1]})

        return PairCorrections(follow(self.together), follow(self.apart))

    def patched(self, before: "PairCorrections", after: "PairCorrections") -> "PairCorrections":
        """Return the corrections with the difference between two others made in them."""
        gone = before.together - after.together, before.apart - after.apart
        new = after.together - before.together, after.apart - before.apart
        return PairCorrections((self.together - gone[0]) | new[0], (self.apart - gone[1]) | new[1])

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.together or self.apart)

    def __len__(self) -> int:
        """The number of pairs."""
        return len(self.together) + len(self.apart)

    def are_apart(self, one: str, other: str) -> bool:
        """Whether a person said that two texts do not belong together."""
        return bool(self.apart) and _pair(one, other) in self.apart

    def are_together(self, one: str, other: str) -> bool:
        """Whether a person said that two texts belong together."""
        return bool(self.together) and _pair(one, other) in self.together

    def said(
        self, left: Sequence[str], right: Sequence[str], ones: list[int], others: list[int]
    ) -> Iterator[tuple[int, int]]:
        """Yield the places of the pairs of two columns that a person put together.

        Args:
            left: The texts of one column.
            right: The texts of the other column.
            ones: The places in the one column that have no partner yet.
            others: The places in the other column that have no partner yet.
        """
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
