"""The labelled ladders before and after, and how well a diff agrees with the labels."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.diffing import diff
from laddereditor.model.kinds import COLLECTIONS
from laddereditor.model.ladder import Ladder
from laddereditor.reports.changes.diff_json import diff_json
from laddereditor.storage.files.document import read_text

FOLDER = Path(__file__).with_name("labelled")
SETS = ("open", "held_out")
KINDS = (
    "added", "removed", "changed", "moved", "renamed", "reordered", "split", "joined",
)  # fmt: skip


@dataclass(frozen=True)
class Label:
    """A change that a reader says there is."""

    kind: str
    address: str
    field: str  # without the position in a list
    origin: str | None  # None: any
    text: str  # a piece of what was or is there
    effects: frozenset[str]  # those that are right; none where a reader would not be sure


@dataclass(frozen=True)
class Case:
    """Two ladders and the ways to tell rightly what changed between them."""

    name: str
    says: str
    before: str
    after: str
    descriptions: tuple[tuple[Label, ...], ...]

    @property
    def old(self) -> Ladder:
        """The old ladder."""
        return read_text(self.before).ladder

    @property
    def new(self) -> Ladder:
        """The new ladder."""
        return read_text(self.after).ladder


@dataclass(frozen=True)
class Reported:
    """A change that the diff found, in the shape of a label."""

    kind: str
    address: str
    field: str
    origin: str
    text: str
    effect: str


@dataclass(frozen=True)
class Verdict:
    """How the diff of one case agrees with the telling it agrees with best."""

    case: Case
    right: tuple[tuple[Label, Reported], ...]
    missed: tuple[Label, ...]
    wrong: tuple[Reported, ...]

    @property
    def judged(self) -> list[tuple[Label, Reported]]:
        """The changes found whose effect a reader is sure of."""
        return [(label, reported) for label, reported in self.right if label.effects]

    @property
    def effects_wrong(self) -> list[tuple[Label, Reported]]:
        """Effects that the diff states and a reader denies."""
        return [
            (label, reported)
            for label, reported in self.judged
            if reported.effect != "unclear" and reported.effect not in label.effects
        ]

    @property
    def effects_missed(self) -> list[tuple[Label, Reported]]:
        """Effects that the diff leaves open and a reader is sure of."""
        return [
            (label, reported)
            for label, reported in self.judged
            if reported.effect == "unclear" and reported.effect not in label.effects
        ]


@dataclass(frozen=True)
class Score:
    """Counts of what was found and right, found and wrong, and not found."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of what should be found, the share that was."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def read_cases(name: str) -> list[Case]:
    """Return the cases of a set."""
    return [_case(path) for path in sorted((FOLDER / name).glob("*.yaml"))]


def _case(path: Path) -> Case:
    entry = yaml.safe_load(path.read_text("utf-8"))
    before, after = _two_texts(entry["ladder"])
    return Case(path.stem, entry["says"], before, after, tuple(_descriptions(entry["changes"])))


def _two_texts(marked: str) -> tuple[str, str]:
    lines = marked.splitlines()
    assert all(line[:2] in {"< ", "> ", "  "} for line in lines if line), "a line without a mark"
    texts = (
        "".join(f"{line[2:]}\n" for line in lines if line[:1] != other) for other in (">", "<")
    )
    before, after = (f"laddereditor: 1\n{text}" for text in texts)
    return before, after


def _descriptions(entries: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Label, ...]]:
    ways = [entry.get("either", [[entry]]) for entry in entries]
    for way in product(*ways):
        yield tuple(_label(one) for chosen in way for one in chosen)


def _label(entry: Mapping[str, Any]) -> Label:
    (kind,) = entry.keys() & set(KINDS)
    assert not entry.keys() - {kind, "from", "text", "effect"}, f"unknown words in {entry}"
    address, field = _place(entry[kind])
    origin = "/".join(filter(None, _place(entry["from"]))) if "from" in entry else None
    if kind == "moved" and origin is None:
        origin = f"{address}/{field}"
    effects = entry.get("effect", [])
    return Label(
        kind,
        address,
        field,
        origin,
        entry.get("text", ""),
        frozenset([effects] if isinstance(effects, str) else effects),
    )


def _place(place: str) -> tuple[str, str]:
    address, _, field = place.partition(" ")
    if address == "ladder":
        return "", field
    known = address.split("/")[0] in COLLECTIONS
    return address if known else f"families/{address}", field


def reported(change: LadderChange) -> Reported:
    """Return a change of a diff in the shape of a label."""
    (plain,) = diff_json([change])["changes"]
    return Reported(
        change.division or change.kind,
        change.address,
        _without_place(change.field),
        _without_place(change.origin),
        f"{plain['before']} {plain['after']}",
        change.effect,
    )


def _without_place(path: str) -> str:
    return re.sub(r"/\d+$", "", path)


def judged(case: Case) -> Verdict:
    """Hold the diff of a case against its labels."""
    found = [reported(change) for change in diff(case.old, case.new)]
    verdicts = [_against(case, description, found) for description in case.descriptions]
    return min(verdicts, key=lambda verdict: len(verdict.missed) + len(verdict.wrong))


def _against(case: Case, description: Iterable[Label], found: Sequence[Reported]) -> Verdict:
    left, right, missed = list(found), [], []
    for label in sorted(description, key=lambda label: not label.text):  # the closest labels first
        fitting = next((one for one in left if _fits(label, one)), None)
        if fitting is None:
            missed.append(label)
        else:
            left.remove(fitting)
            right.append((label, fitting))
    return Verdict(case, tuple(right), tuple(missed), tuple(left))


def _fits(label: Label, one: Reported) -> bool:
    return (
        (label.kind, label.address, label.field) == (one.kind, one.address, one.field)
        and label.origin in {None, one.origin}
        and label.text in one.text
    )


def scores(verdicts: Iterable[Verdict]) -> dict[str, Score]:
    """Return the score of each kind of change, and under "" that of all together."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for verdict in verdicts:
        right.update(label.kind for label, _ in verdict.right)
        wrong.update(one.kind for one in verdict.wrong)
        missed.update(label.kind for label in verdict.missed)
    by_kind = {kind: Score(right[kind], wrong[kind], missed[kind]) for kind in KINDS}
    return {**by_kind, "": Score(right.total(), wrong.total(), missed.total())}


def effect_score(verdicts: Iterable[Verdict]) -> Score:
    """Return the score of effects: "unclear" where a reader is sure is missed, not wrong."""
    total = Score()
    for verdict in verdicts:
        wrong, missed = len(verdict.effects_wrong), len(verdict.effects_missed)
        total = replace(
            total,
            right=total.right + len(verdict.judged) - wrong - missed,
            wrong=total.wrong + wrong,
            missed=total.missed + missed,
        )
    return total
