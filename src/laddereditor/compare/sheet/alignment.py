"""Which statements of the columns share a row: by the question that the columns ask.

Versions of one entry are matched strictly: a statement either is the former one, or it is another.
Levels of one track are paired step by step over the whole track, also over levels that are not
shown, so that two statements share a row whatever columns one looks at. All other columns, such as
families at one level, are paired in the order in which they are shown, and need more evidence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from laddereditor.align.columns import Positions as Places
from laddereditor.align.columns import align
from laddereditor.align.corrected_rows import corrected_rows
from laddereditor.align.corrections import NO_CORRECTIONS, PairCorrections
from laddereditor.align.level_model import PairingQuestion
from laddereditor.align.steps import align_steps
from laddereditor.compare.sheet.sources import ColumnSource
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.track_subjects import track_subjects
from laddereditor.model.address import Address
from laddereditor.model.family import Profile
from laddereditor.model.fields import FieldSpec
from laddereditor.model.inheritance import find_level

ComparedTexts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class AlignmentKind:
    """How the columns are paired."""

    versions: bool = False  # they are one entry in several ladders
    hidden: tuple[ColumnSource, ...] = ()  # levels of the track that are not shown
    order: tuple[int, ...] = ()  # the shown columns and then the hidden ones, by rank
    corrections: PairCorrections = NO_CORRECTIONS
    question: PairingQuestion = "levels"  # which threshold applies, unless they are versions

    def aligned(
        self, columns: ComparedTexts, baseline: int, spec: FieldSpec, key: str
    ) -> tuple[Places, ...]:
        """Return rows of places in the columns, in the order of the baseline.

        Args:
            columns: The texts of each shown column.
            baseline: The index of the column whose order the rows follow.
            spec: The field of the texts.
            key: The key of the list, such as a competency; "" for a field that is one list.
        """
        if self.versions:
            return corrected_rows(align(columns, baseline), columns, self.corrections)
        hidden = tuple(tuple(cell.text for cell in one.items(spec, key)) for one in self.hidden)
        order = self.order or tuple(range(len(columns)))
        every = (*columns, *hidden)
        ranked = tuple(every[at] for at in order)
        shown = tuple(order.index(at) for at in range(len(columns)))
        return _by_steps(ranked, shown, shown[baseline], self.corrections, self.question)


@lru_cache(maxsize=256)
def _by_steps(
    ranked: ComparedTexts,
    shown: tuple[int, ...],
    baseline: int,
    corrections: PairCorrections,
    question: PairingQuestion,
) -> tuple[Places, ...]:
    """Return rows of places in the shown columns, which are some of those by rank."""
    rows = align_steps(ranked, baseline, corrections, question)
    found = [tuple(map(row.__getitem__, shown)) for row in rows]
    return tuple([row for row in found if row.count(None) < len(row)])


LEVELS = AlignmentKind()


def hidden_levels(columns: Sequence[Subject]) -> tuple[tuple[Subject, ...], tuple[int, ...]]:
    """Return the levels of the columns' track that are not shown, and all levels by rank.

    Returns:
        The hidden ones; and the indices of the shown ones followed by the hidden ones, by rank.
        Both are empty unless all columns are different levels of one track in one ladder.
    """
    first = columns[0]
    addresses = [one.address for one in columns]
    if len(set(addresses)) < len(columns) or any(one.ladder is not first.ladder for one in columns):
        return (), ()
    track = [one.address for one in track_subjects(first.ladder, first.family, _track_of(first))]
    if not set(addresses) <= set(track):
        return (), ()
    hidden = [address for address in track if address not in addresses]
    every: list[Address] = [*addresses, *hidden]
    subjects = tuple(Subject(first.ladder, address, first.origin) for address in hidden)
    return subjects, tuple(every.index(address) for address in track)


def _track_of(subject: Subject) -> str:
    entity = subject.entity
    if isinstance(entity, Profile):
        level = find_level(subject.ladder, entity.level)
        return level.track if level else ""
    return entity.track
