"""The labelled lists of neighbouring levels, and how well the model for levels agrees with them."""

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

import yaml

from laddereditor.align.level_model import LevelModel, LevelWeights, PairingQuestion
from tests.align.labelled_lists import FOLDER

CLASSES = {"e": "equal", "n": "near", "p": "paraphrase"}


@dataclass(frozen=True)
class LevelCase:
    """Two levels; labels that are on both sides belong together."""

    title: str
    before: tuple[tuple[str, str], ...]  # label, text
    after: tuple[tuple[str, str], ...]
    question: PairingQuestion = "levels"

    @property
    def columns(self) -> tuple[list[str], list[str]]:
        """The texts of the two levels."""
        return [text for _, text in self.before], [text for _, text in self.after]

    @property
    def left_over(self) -> tuple[list[int], list[int]]:
        """The places of texts that the other level does not have word for word."""
        left, right = self.columns
        ones = [at for at, text in enumerate(left) if text not in right]
        return ones, [at for at, text in enumerate(right) if text not in left]

    def belongs(self, one: int, other: int) -> bool:
        """Whether a reader puts two texts side by side."""
        return self.before[one][0] == self.after[other][0]


def read_levels(name: str) -> list[LevelCase]:
    """Return the cases of a file in the folder of labelled lists."""
    found = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return [
        LevelCase(
            one["title"],
            tuple(one["before"].items()),
            tuple(one["after"].items()),
            one.get("question", "levels"),
        )
        for one in found
    ]


def shuffled(cases: Iterable[LevelCase], seed: int) -> list[LevelCase]:
    """Return the cases with the second list in another order."""
    order = random.Random(seed)
    return [replace(one, after=tuple(order.sample(one.after, len(one.after)))) for one in cases]


@dataclass(frozen=True)
class LevelScore:
    """Of each class the pairs found and those labelled, and the pairs that are wrong."""

    found: Counter[str]
    labelled: Counter[str]
    wrong: tuple[tuple[str, str], ...]

    def recall(self, name: str) -> float:
        """Return the share of the labelled pairs of a class that was found."""
        return self.found[name] / self.labelled[name] if self.labelled[name] else 1.0

    @property
    def precision(self) -> float:
        """Of the pairs that are made, equal ones included, the share that is right."""
        right = sum(self.found.values())
        return right / (right + len(self.wrong)) if right or self.wrong else 1.0


def judged_levels(cases: Iterable[LevelCase], weights: LevelWeights | None = None) -> LevelScore:
    """Pair each case with the model, and compare the pairs with the labels."""
    found: Counter[str] = Counter()
    labelled: Counter[str] = Counter()
    wrong = []
    for case in cases:
        after = {label for label, _ in case.after}
        both = [label for label, _ in case.before if label in after]
        labelled.update(CLASSES[label[0]] for label in both)
        model = LevelModel(case.columns, weights, question=case.question)
        found["equal"] += sum(text in case.columns[1] for text in case.columns[0])
        for one, other, _ in model.pairs(0, 1, *case.left_over):
            if case.belongs(one, other):
                found[CLASSES[case.before[one][0][0]]] += 1
            else:
                wrong.append((case.before[one][1], case.after[other][1]))
    return LevelScore(found, labelled, tuple(wrong))
