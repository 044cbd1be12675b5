"""Invented pages of a level guide: what each says, which is also what an import should find."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
SETS = ("tuned", "held_out", "held_out_late")


@dataclass(frozen=True)
class GuidePay:
    """What the page says about pay in the two layouts that have it, and what that means."""

    lines: tuple[str, ...] = ()  # of the older layout; a tab separates the cells of a row
    status: str = "published"
    ranges: tuple[tuple[Any, ...], ...] = ()  # market, currency, min, mid, max
    has_note: bool = False  # whether the lines are kept as a note


@dataclass(frozen=True)
class GuideOccupation:
    """The line with an occupation code, and what it means."""

    line: str
    code: str
    title: str
    inferred: bool


@dataclass(frozen=True)
class GuidePage:
    """One job at one level, from which every layout is written."""

    file: str
    code: str
    level: str
    title: str
    family: str  # as the older layout tells it; the newer one names `focus`
    function: str
    focus: str
    key: str  # short codes of family and focus: BAKE.BREAD01
    track: str  # as the newer layout says it
    track_code: str
    summary: str
    meaning: str
    factors: dict[str, str]
    years: str
    experience: tuple[float | None, float | None]
    duties: tuple[str, ...]
    skills: tuple[str, ...]
    good: tuple[str, ...]
    specialties: tuple[str, ...]
    patterns: tuple[str, ...]
    left: tuple[str, ...]
    pay: GuidePay
    occupation: GuideOccupation | None
    median: tuple[Any, ...]  # market, currency, min, mid, max, as the newer layout has it
    chips: tuple[str, ...] = ("medium", "0.70", "draft", "global", "v1")
    position: str = "2 of 7 in track"
    headings: dict[str, str] = field(default_factory=dict)  # of the older layout, by field

    @property
    def titles(self) -> tuple[str, ...]:
        """All common titles in the order of the page, the profile's own last."""
        made = [
            pattern.replace("@", specialty)
            for specialty in self.specialties
            for pattern in self.patterns
        ]
        return (*made, *self.left, self.title)


def read_pages(name: str) -> tuple[GuidePage, ...]:
    """Return the pages of a set, "tuned" or "held_out"."""
    raw = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return tuple(_pages(raw))


def _pages(raw: list[dict[str, Any]]) -> Iterator[GuidePage]:
    for one in raw:
        values = {name: _frozen(value) for name, value in one.items()}
        values["pay"] = GuidePay(**{key: _frozen(value) for key, value in one["pay"].items()})
        occupation = one.get("occupation")
        values["occupation"] = GuideOccupation(**occupation) if occupation else None
        yield GuidePage(**values)


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
