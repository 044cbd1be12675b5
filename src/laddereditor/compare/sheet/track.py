"""Measure how large each step along a track is, for a family or for the generic levels."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import fsum
from typing import Literal

from laddereditor.compare.sheet.amount import amount_of
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.counting import total
from laddereditor.compare.sheet.table import Comparison, DifferenceCounts
from laddereditor.compare.sheet.track_subjects import track_subjects
from laddereditor.model.address import Address
from laddereditor.model.base import Entity
from laddereditor.model.family import Family
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import key_of
from laddereditor.model.ladder import Ladder

_BOTH = 0.5  # of a whole row: the most that counts where both ask, as the subject stays; our choice
_MUCH = 2.0  # times as large as its neighbours; our choice: "twice as much" needs no explanation
_MIN_GAP = 0.1  # between the two shares; our choice: less is noise in short lists
Remark = Literal["", "small", "large"]
AddressPair = tuple[Address, Address]  # of the lower and the upper level of a step
UNKNOWN = -1.0  # the size of a step that is not worked out yet


@dataclass(frozen=True, slots=True)
class StepSize:
    """How much a column of a comparison asks for otherwise than the one it is compared with."""

    counts: DifferenceCounts  # over what is asked of people, without names and pay
    amount: float  # how much the rows differ that both have, counted in whole rows

    @property
    def share(self) -> float:
        """The share of the rows that differ; one that both have counts half at the most."""
        counts = self.counts
        rows = counts.differing + counts.staying
        return (counts.new + counts.gone + self.amount) / rows if rows else 0.0


@dataclass(frozen=True, slots=True)
class TrackStep:
    """The step from one level of a track to the next existing one."""

    before: Address  # of the lower profile or level
    after: Address
    codes: tuple[str, str]  # of the two levels: ("P2", "P3")
    measured: StepSize | None  # None as long as it is not worked out

    @property
    def counts(self) -> DifferenceCounts:
        """How many rows differ, and how."""
        return self.measured.counts if self.measured else DifferenceCounts()

    @property
    def size(self) -> float:
        """The share that differs: 0 for nothing, 1 for everything; `UNKNOWN` for now."""
        return self.measured.share if self.measured else UNKNOWN


def track_steps(ladder: Ladder, family: Family | None, track: str) -> tuple[TrackStep, ...]:
    """Return the steps along a track.

    Levels at which the family has no profile are skipped. Fewer than two levels give no step.

    Args:
        ladder: The ladder.
        family: The family, or None for the generic levels.
        track: The id of the track.
    """
    found = track_subjects(ladder, family, track)
    return steps_of(compare(found, stepwise=True)) if found else ()


def steps_of(track: Comparison) -> tuple[TrackStep, ...]:
    """Return the steps of a track whose levels are each compared with the one at their left.

    They are those that each pair of neighbours has by itself, because its rows are aligned over the
    whole track too (`sheet.alignment`).
    """
    return tuple(
        TrackStep(
            before.address,
            after.address,
            (key_of(before.entity), key_of(after.entity)),
            step_size(track, column),
        )
        for column, (before, after) in enumerate(pairwise(track.columns), 1)
    )


def columns_of_steps(comparison: Comparison, ladder: Ladder) -> dict[AddressPair, int]:
    """Return the columns that are compared with another level of a ladder, by the two levels.

    Args:
        comparison: Any comparison.
        ladder: The ladder that both levels are to be of.
    """
    found: dict[AddressPair, int] = {}
    for column, one in enumerate(comparison.columns):
        base = comparison.base_of(column)
        below = None if base is None else comparison.columns[base]
        if below is not None and below.ladder is one.ladder is ladder:
            found[below.address, one.address] = column
    return found


def step_size(comparison: Comparison, column: int) -> StepSize:
    """Return how much a column differs; of one that is compared with none, nothing at all."""
    base = comparison.base_of(column)
    if base is None:
        return StepSize(DifferenceCounts(), 0.0)
    sides = comparison.columns[base], comparison.columns[column]
    asked = _demands(type(sides[0].entity)) | _demands(type(sides[1].entity))
    sections = [section for section in comparison.sections if section.field in asked]
    amounts = [
        amount_of(row, (sides[0], row.cells[base]), (sides[1], row.cells[column]))
        for section in sections
        for row in section.rows
        if row.cells and row.cells[column].state in ("reworded", "changed")
    ]
    counts = total([section.counts[column] for section in sections])
    return StepSize(counts, _BOTH * fsum(amounts))


@cache
def _demands(entity: type[Entity]) -> frozenset[str]:
    """Return the fields that ask something of people; names and pay differ at each level anyway."""
    return frozenset(spec.name for spec in field_specs(entity).values() if spec.asks == "demand")


def remarks_on(sizes: Sequence[float]) -> tuple[Remark, ...]:
    """Return which steps are much smaller or larger than the known ones beside them.

    A step is large if it is at least twice as large as each of its two neighbours, and small if
    each of them is at least twice as large, as long as ten percentage points lie between them. The
    first and the last step are compared with the two that are nearest.

    Args:
        sizes: The size of each step along a track.
    """
    last = len(sizes) - 1
    return tuple(
        _remark(size, [sizes[at] for at in _beside(n, last)]) for n, size in enumerate(sizes)
    )


def _beside(place: int, last: int) -> list[int]:
    """Return the two places that are nearest to a place from 0 to `last`."""
    around = [at for at in range(last + 1) if at != place]
    return sorted(around, key=lambda at: abs(at - place))[:2]


def _remark(size: float, beside: Sequence[float]) -> Remark:
    known = [one for one in beside if one != UNKNOWN]
    if size == UNKNOWN or not known:
        return ""
    if all(_is_much_less(size, other) for other in known):
        return "small"
    return "large" if all(_is_much_less(other, size) for other in known) else ""


def _is_much_less(one: float, other: float) -> bool:
    return other >= _MUCH * one and other - one >= _MIN_GAP
