"""The labelled histories, and how well a diff agrees with their labels."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.diffing import diff
from laddereditor.compare.diff.effects.bump import STEPS, bump
from laddereditor.model.ladder import Ladder

FOLDER = Path(__file__).with_name("histories")
HALVES = ("open", "held_out")

Text = str | tuple[str, ...]


@dataclass(frozen=True)
class Rewording:
    """A statement that a reader says was reworded."""

    level: str
    before: Text
    after: Text
    effects: frozenset[str]  # each of them is right
    steps: frozenset[str]

    @property
    def sort(self) -> str:
        """The class that its figures belong to."""
        if isinstance(self.before, tuple) or isinstance(self.after, tuple):
            return "split"
        if self.steps == {"patch"}:
            return "slip"
        return "/".join(sorted(self.effects - {"unclear", "neutral"}))


@dataclass(frozen=True)
class History:
    """Two versions of one ladder with what a reader says of them."""

    says: str
    language: str
    old: Ladder
    new: Ladder
    rewordings: tuple[Rewording, ...]
    steps: frozenset[str]


@dataclass
class Outcome:
    """How the diff of one history agrees with its labels."""

    history: History
    found: list[tuple[Rewording, LadderChange]] = field(default_factory=list)
    missed: list[Rewording] = field(default_factory=list)
    invented: list[LadderChange] = field(default_factory=list)
    step: str = ""

    @property
    def is_low(self) -> bool:
        """Whether the step told is lower than each one that is right."""
        rank = STEPS.index
        return rank(self.step) < min(map(rank, self.history.steps))

    @property
    def is_right(self) -> bool:
        """Whether the step told is right."""
        return self.step in self.history.steps


def read_histories(half: str) -> list[History]:
    """Return the histories of a half."""
    entries = yaml.safe_load((FOLDER / f"{half}.yaml").read_text("utf-8"))
    return [_history(entry) for entry in entries]


def _history(entry: Mapping[str, Any]) -> History:
    olds: dict[str, list[str]] = {}
    news: dict[str, list[str]] = {}
    rewordings = []
    for level, lines in entry["levels"].items():
        old, new = olds.setdefault(level, []), news.setdefault(level, [])
        for line in lines:
            if isinstance(line, str):
                old.append(line)
                new.append(line)
                continue
            old += _listed(line.get("was", line.get("gone")))
            new += _listed(line.get("now", line.get("new")))
            if "was" in line:
                rewordings.append(_rewording(level, line))
    language = entry["language"]
    return History(
        entry["says"],
        language,
        _ladder(language, olds),
        _ladder(language, news),
        tuple(rewordings),
        frozenset(_listed(entry["step"])),
    )


def _listed(value: str | list[str] | None) -> list[str]:
    return value if isinstance(value, list) else [value] if value else []


def _rewording(level: str, line: Mapping[str, Any]) -> Rewording:
    effects = frozenset(_listed(line["effect"]))
    usual = {"minor" if effect in ("clarifies", "lowers") else "major" for effect in effects}
    steps = frozenset(_listed(line.get("step"))) or frozenset(usual)
    was, now = (
        tuple(value) if isinstance(value, list) else value for value in (line["was"], line["now"])
    )
    return Rewording(level, was, now, effects, steps)


def _ladder(language: str, levels: Mapping[str, list[str]]) -> Ladder:
    return Ladder.model_validate(
        {
            "laddereditor": 1,
            "language": language,
            "levels": [{"id": level, "name": f"Level {level}"} for level in levels],
            "families": [
                {
                    "id": "trade",
                    "name": "Trade",
                    "profiles": [
                        {"level": level, "responsibilities": lines}
                        for level, lines in levels.items()
                    ],
                }
            ],
        }
    )


def outcome(history: History) -> Outcome:
    """Return how the diff of a history agrees with its labels."""
    changes = diff(history.old, history.new)
    left = [change for change in changes if change.kind == "changed"]
    result = Outcome(history, step=bump(changes))
    for one in history.rewordings:
        told = next((change for change in left if _is(one, change)), None)
        if told is None:
            result.missed.append(one)
        else:
            left.remove(told)
            result.found.append((one, told))
    result.invented = left
    return result


def _is(one: Rewording, change: LadderChange) -> bool:
    return (one.level, one.before, one.after) == (change.address.key, change.before, change.after)


@dataclass(frozen=True)
class Figures:
    """Counts of one half, or of one class of it."""

    rewordings: int
    found: int
    right: int  # effects
    unknown: int

    @property
    def wrong(self) -> int:
        """How many effects are told that a reader denies."""
        return self.found - self.right - self.unknown


def figures(outcomes: Iterable[Outcome]) -> dict[str, Figures]:
    """Return the counts by class, and under "" those of all classes."""
    counts: dict[str, Counter[str]] = {"": Counter()}
    for result in outcomes:
        told = [(one, None) for one in result.missed]
        for one, change in (*told, *result.found):
            for sort in ("", one.sort):
                counted = counts.setdefault(sort, Counter())
                counted["rewordings"] += 1
                if change is not None:
                    counted["found"] += 1
                    counted[effect_told(one, change)] += 1
    return {
        sort: Figures(counted["rewordings"], counted["found"], counted["right"], counted["unknown"])
        for sort, counted in sorted(counts.items())
    }


def effect_told(one: Rewording, change: LadderChange) -> str:
    """Return whether the effect told is right, unknown or wrong."""
    if change.effect in one.effects:
        return "right"
    return "unknown" if change.effect == "unclear" else "wrong"
