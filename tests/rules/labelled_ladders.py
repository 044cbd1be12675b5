"""Small ladders with planted faults and near misses, labelled at their lines.

A comment `# fault RULE` at a line says that a reader finds this fault there; `# near RULE` that the
line looks like it, and is right. Labels were written before any output was looked at; the ladders
in `held_out` are judged, and no rule is adjusted to them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from laddereditor.rules.check import check
from laddereditor.rules.registry import RULES
from laddereditor.storage.files.document import read_bytes
from laddereditor.storage.files.place_finder import PlaceFinder

FOLDER = Path(__file__).parent / "labelled"
_LABEL = re.compile(r"# (fault|near) ([a-z-]+)")
Hit = tuple[str, str, int]  # rule, file, line from 1


@dataclass(frozen=True)
class Judgement:
    """What rules found in labelled ladders."""

    right: frozenset[Hit]
    wrong: frozenset[Hit]
    missed: frozenset[Hit]
    near: frozenset[Hit]  # the near misses that were there, found or not

    def of(self, rule: str) -> "Judgement":
        """Return the part about one rule."""
        hits = (self.right, self.wrong, self.missed, self.near)
        return Judgement(*(frozenset(one for one in each if one[0] == rule) for each in hits))

    @property
    def precision(self) -> float:
        """The share of the findings that are right."""
        found = len(self.right) + len(self.wrong)
        return len(self.right) / found if found else 1.0

    @property
    def recall(self) -> float:
        """The share of the faults that were found."""
        faults = len(self.right) + len(self.missed)
        return len(self.right) / faults if faults else 1.0


def judge(folder: str, groups: Iterable[str] = ()) -> Judgement:
    """Check the ladders of a folder.

    Args:
        folder: "open" or "held_out".
        groups: The groups of rules to judge; all that have labels if there are none.
    """
    labels, found = set[tuple[str, Hit]](), set[Hit]()
    for path in sorted((FOLDER / folder).glob("*.yaml")):
        labels |= set(_labels(path))
        found |= set(_found(path))
    wanted = set(groups) or {RULES[hit[0]].group for _, hit in labels}
    judged = {hit for hit in found if RULES[hit[0]].group in wanted}
    faults = {hit for kind, hit in labels if kind == "fault" and RULES[hit[0]].group in wanted}
    near = {hit for kind, hit in labels if kind == "near"}
    sets = (judged & faults, judged - faults, faults - judged, near)
    return Judgement(*map(frozenset, sets))


def _labels(path: Path) -> Iterator[tuple[str, Hit]]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        for kind, rule in _LABEL.findall(line):
            yield kind, (rule, path.name, number)


def _found(path: Path) -> Iterator[Hit]:
    document = read_bytes(path.read_bytes())
    finder = PlaceFinder(document)
    for one in check(document.ladder).findings:
        place = finder.place(one.address, one.field)
        yield one.rule, path.name, place.line if place else 1
