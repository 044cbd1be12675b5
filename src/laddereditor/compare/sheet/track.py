"""Measure how large each step along a track is, for a family or for the generic levels."""

from dataclasses import dataclass
from itertools import pairwise

from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.counting import total
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Comparison, DifferenceCounts
from laddereditor.compare.sheet.track_subjects import track_subjects
from laddereditor.model.address import Address
from laddereditor.model.family import Family
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import key_of
from laddereditor.model.ladder import Ladder

# Of what something new or gone counts; our choice, named in docs/compare.md.
_CHANGED = 0.5


@dataclass(frozen=True, slots=True)
class TrackStep:
    """The step from one level of a track to the next existing one."""

    before: Address  # of the lower profile or level
    after: Address
    codes: tuple[str, str]  # of the two levels: ("P2", "P3")
    counts: DifferenceCounts  # over the requirements, without names and pay
    size: float  # 0: nothing differs; 1: everything differs


def track_steps(ladder: Ladder, family: Family | None, track: str) -> tuple[TrackStep, ...]:
    """Return the steps along a track.

    Levels at which the family has no profile are skipped. Fewer than two levels give no step.

    Args:
        ladder: The ladder.
        family: The family, or None for the generic levels.
        track: The id of the track.
    """
    found = track_subjects(ladder, family, track)
    return tuple(step_between(before, after) for before, after in pairwise(found))


def step_between(before: Subject, after: Subject) -> TrackStep:
    """Return the step from one subject to another."""
    return step_of(compare((before, after)))


def step_of(pair: Comparison) -> TrackStep:
    """Return the step that a comparison of two subjects describes."""
    before, after = pair.columns
    asked = _demands(before) | _demands(after)
    counts = total(one.counts[1] for one in pair.sections if one.field in asked)
    codes = (key_of(before.entity), key_of(after.entity))
    return TrackStep(before.address, after.address, codes, counts, size_of(counts))


def _demands(subject: Subject) -> set[str]:
    """Return the fields that ask something of people; names and pay differ at each level anyway."""
    specs = field_specs(type(subject.entity)).values()
    return {spec.name for spec in specs if spec.asks == "demand"}


def size_of(counts: DifferenceCounts) -> float:
    """Return the share of the rows that are new or gone; a reworded or changed one counts half."""
    rows = counts.differing + counts.staying
    changed = _CHANGED * (counts.reworded + counts.changed)
    return (counts.new + counts.gone + changed) / rows if rows else 0.0
