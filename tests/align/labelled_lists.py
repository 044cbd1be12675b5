"""The labelled statement lists, and how well a matching agrees with the labels."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml

from laddereditor.align.matching import match
from laddereditor.align.pairs import Split
from laddereditor.align.splits import find_splits

FOLDER = Path(__file__).with_name("labelled")

TextPair = tuple[str, str]
T = TypeVar("T")


@dataclass(frozen=True)
class Case:
    """Two lists and what a reader says belongs together."""

    title: str
    tries: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    pairs: Counter[TextPair]  # by text, since copies of one text cannot be told apart
    splits: frozenset[Split]

    @property
    def halves(self) -> set[TextPair]:
        """Pairs of a whole and a half of it: neither right nor wrong as a pair."""
        return {
            (self.before[old], self.after[new])
            for split in self.splits
            for old in split.before
            for new in split.after
        }


@dataclass(frozen=True)
class Score:
    """Counts of what was found and right, found and wrong, and not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of what should be found, the share that was."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@dataclass(frozen=True)
class Verdict:
    """How one case came out; `wrong` and `missed` name the pairs of texts that are not equal."""

    case: Case
    equal: Score
    reworded: Score
    parted: Score
    wrong: tuple[TextPair, ...]
    missed: tuple[TextPair, ...]
    splits_found: tuple[Split, ...]

    @property
    def pairs(self) -> Score:
        """The score over all pairs."""
        return self.equal + self.reworded


def read_cases(name: str) -> list[Case]:
    """Return the cases of a file in the folder of labelled lists."""
    found = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return [_case(entry) for entry in found]


def _case(entry: dict[str, dict[str, str] | str]) -> Case:
    before, after = entry["before"], entry["after"]
    assert isinstance(before, dict)
    assert isinstance(after, dict)
    pairs = Counter((before[label], after[label]) for label in before if label in after)
    return Case(
        title=str(entry["title"]),
        tries=str(entry["tries"]),
        before=tuple(before.values()),
        after=tuple(after.values()),
        pairs=pairs,
        splits=frozenset(_labelled_splits(list(before), list(after))),
    )


def _labelled_splits(before: list[str], after: list[str]) -> list[Split]:
    joins = [
        Split(places, (after.index(label),)) for label, places in _dotted(before, after).items()
    ]
    splits = [
        Split((before.index(label),), places) for label, places in _dotted(after, before).items()
    ]
    return splits + joins


def _dotted(labels: list[str], wholes: list[str]) -> dict[str, tuple[int, ...]]:
    halves = defaultdict(list)
    for place, label in enumerate(labels):
        whole, dot, _ = label.partition(".")
        if dot and whole in wholes:
            halves[whole].append(place)
    return {whole: tuple(places) for whole, places in halves.items()}


def judged(case: Case) -> Verdict:
    """Match the two lists of a case and hold the result against its labels."""
    pairs = match(case.before, case.after)
    found = Counter((case.before[pair.before], case.after[pair.after]) for pair in pairs)
    for half in case.halves:
        del found[half]
    parted = find_splits(case.before, case.after, pairs)
    return Verdict(
        case,
        _score(_only(found, True), _only(case.pairs, True)),
        _score(_only(found, False), _only(case.pairs, False)),
        _score(Counter(parted), Counter(case.splits)),
        tuple((_only(found, False) - case.pairs).elements()),
        tuple((_only(case.pairs, False) - found).elements()),
        parted,
    )


def _only(pairs: Counter[TextPair], equal: bool) -> Counter[TextPair]:
    return Counter({pair: n for pair, n in pairs.items() if (pair[0] == pair[1]) is equal})


def _score(found: Counter[T], labelled: Counter[T]) -> Score:
    return Score((found & labelled).total(), (found - labelled).total(), (labelled - found).total())


def total(scores: list[Score]) -> Score:
    """Return the counts of several scores together."""
    return sum(scores, Score())
