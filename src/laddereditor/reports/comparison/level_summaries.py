"""The summary of a comparison as the input of reports: what each level asks beyond another."""

from collections.abc import Iterator
from dataclasses import dataclass

from laddereditor.compare.sheet.level_summary import (
    LevelSummary,
    SummaryItem,
    SummaryKind,
    level_summary,
)
from laddereditor.compare.sheet.table import Comparison
from laddereditor.model.phrases import ENGLISH, Phrases
from laddereditor.reports.comparison.words import ColumnHead, head_of


@dataclass(frozen=True, slots=True)
class SummaryPart:
    """The items of one kind under words that can be said aloud."""

    kind: SummaryKind
    words: str  # "P4 asks for this, and P3 does not"
    items: tuple[SummaryItem, ...]


@dataclass(frozen=True, slots=True, eq=False)
class SummaryReport:
    """The summaries of the columns of a comparison, each against the one it is compared with."""

    summaries: tuple[LevelSummary, ...]

    @property
    def title(self) -> str:
        """A title for the whole: "From AI/ML Engineer P3 to P4"."""
        return " and ".join(map(title_of_summary, self.summaries))


def summary_report(comparison: Comparison) -> SummaryReport:
    """Return the summaries of all columns that are compared with another one."""
    return SummaryReport(tuple(level_summary(comparison, n) for n in compared_columns(comparison)))


def compared_columns(comparison: Comparison) -> list[int]:
    """Return the columns that are compared with another one, by their indexes."""
    return [n for n in range(len(comparison.columns)) if comparison.base_of(n) is not None]


def title_of_summary(summary: LevelSummary, phrases: Phrases = ENGLISH) -> str:
    """Return "AI/ML Engineer: from P3 to P4", or both names where the families differ.

    Args:
        summary: The summary of the step.
        phrases: The language.
    """
    before, after = head_of(summary.before), head_of(summary.after)
    if before.owner == after.owner:
        lower, upper = summary.codes
        step = phrases.say("from {was} to {now}", was=lower, now=upper)
        return phrases.labelled(before.owner, step)
    sides = map(_with_origin, (before, after))
    return phrases.say("From {was} to {now}", **dict(zip(("was", "now"), sides, strict=True)))


def _with_origin(head: ColumnHead) -> str:
    return f"{head.name} ({head.origin})" if head.origin else head.name


def summary_parts(summary: LevelSummary) -> Iterator[SummaryPart]:
    """Yield the parts that have items, most important first."""
    lower, upper = summary.codes
    words: tuple[tuple[SummaryKind, str], ...] = (
        ("only_after", f"{upper} asks for this, and {lower} does not"),
        ("raised", f"{upper} asks for more here"),
        ("unknown", f"{upper} describes this differently"),
        ("lowered", f"{upper} asks for less here"),
        ("only_before", f"{lower} asks for this, and {upper} does not"),
    )
    for kind, heading in words:
        if items := summary.of(kind):
            yield SummaryPart(kind, heading, items)


def stays_words(summary: LevelSummary) -> str:
    """Return what both ask for, in counts: "Both ask for: What you'd do (3), Skills (5)"; or ""."""
    listed = ", ".join(f"{heading} ({count})" for heading, count in summary.stays)
    return f"The same in both: {listed}" if listed else ""
