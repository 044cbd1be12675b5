"""The words for what a cell says of itself: its state, its source, its column."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from laddereditor.compare.reports.report_words import SIGNS, source_words
from laddereditor.compare.sheet.counting import told, total
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Comparison, DifferenceCounts, Row
from laddereditor.model.family import Profile
from laddereditor.model.kinds import KINDS
from laddereditor.model.resolve import find_level
from laddereditor.model.titles import title_of
from laddereditor.presentation.compare.lines import TableLine


def state_of(row: Row, column: int, baseline: int) -> str:
    """Return new, gone, reworded or same; "" in the baseline, or where neither has anything."""
    state = row.cells[column].state
    return state if column != baseline and state in SIGNS else ""


def spoken(line: TableLine, column: int, baseline: int, head: str) -> str:
    """Return what a screen reader says of a cell: column, field, state and text."""
    heading = line.section.heading
    if line.row is None:
        counts = told_counts(line.section.counts[column], is_baseline=column == baseline)
        folded = "folded" if line.folded else "unfolded"
        return f"{head}: section {heading}, {counts}, {folded}"
    where = ", ".join(part for part in (heading, line.row.heading) if part)
    cell = line.row.cells[column]
    state = SIGNS[known].word.lower() if (known := state_of(line.row, column, baseline)) else ""
    if cell.is_empty:
        return f"{head}: {where}, {state or 'nothing here'}"
    said = ", ".join(part for part in (where, state, cell.change, source_words(cell)) if part)
    examples = "".join(f"; for example {example}" for example in cell.examples)
    return f"{head}: {said}: {cell.text}{examples}"


def told_counts(counts: DifferenceCounts, *, is_baseline: bool) -> str:
    """Return `3 new, 1 reworded, 8 the same`; of the baseline, how much it has."""
    if is_baseline:
        return f"{counts.same} {'entry' if counts.same == 1 else 'entries'}"
    return told(counts)


@dataclass(frozen=True, slots=True)
class HeadLabels:
    """The words of a column's head."""

    over: str  # the family, or that it is a generic level
    code: str  # P3
    title: str
    where: str  # the ladder, where columns are of several
    told: str = ""  # how much differs from the baseline

    @property
    def spoken(self) -> str:
        """The head in one line."""
        named = f"{self.over} {self.code} {self.title}".strip()
        return f"{named} ({self.where})" if self.where else named


def heads_of(comparison: Comparison, names: Sequence[str]) -> list[HeadLabels]:
    """Return the heads of all columns; `names` are those of their ladders."""
    several = len(set(names)) > 1
    heads = [
        head_of(subject, name if several else "")
        for subject, name in zip(comparison.columns, names, strict=True)
    ]
    return [
        head if place == comparison.baseline else replace(head, told=_told_all(comparison, place))
        for place, head in enumerate(heads)
    ]


def _told_all(comparison: Comparison, column: int) -> str:
    return told(total(section.counts[column] for section in comparison.sections))


def head_of(subject: Subject, where: str = "") -> HeadLabels:
    """Return the words of a column's head."""
    entity, family = subject.entity, subject.family
    if isinstance(entity, Profile) and family is not None:
        title = title_of(family, entity, find_level(subject.ladder, entity.level))
        return HeadLabels(family.name or family.id, entity.level, title, where)
    code = getattr(entity, "id", "")
    return HeadLabels(KINDS["level"].title, code, getattr(entity, "name", ""), where)
