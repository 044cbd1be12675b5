"""The words for a cell's state, source and column."""

from collections.abc import Sequence
from dataclasses import replace

from laddereditor.compare.reports.report_words import SIGNS, ColumnHead, head_of, source_words
from laddereditor.compare.sheet.counting import counts_text, total
from laddereditor.compare.sheet.table import Comparison, DifferenceCounts, Row
from laddereditor.model.counting import plural
from laddereditor.presentation.compare.lines import TableLine


def state_of(row: Row, column: int, baseline: int) -> str:
    """Return new, gone, reworded or same; "" in the baseline, or where neither has anything.

    Args:
        row: The row.
        column: The index of the column, from 0.
        baseline: The index of the column that the others are compared with.
    """
    state = row.cells[column].state
    return state if column != baseline and state in SIGNS else ""


def accessible_text(line: TableLine, column: int, baseline: int, head: str) -> str:
    """Return what a screen reader says of a cell: column, field, state and text.

    Args:
        line: The line of the table, a heading or a row.
        column: The index of the column, from 0.
        baseline: The index of the column that the others are compared with.
        head: What the column is called.
    """
    heading = line.section.heading
    if line.row is None:
        counts = column_counts(line.section.counts[column], is_baseline=column == baseline)
        folded = "folded" if line.folded else "unfolded"
        return f"{head}: section {heading}, {counts}, {folded}"
    where = ", ".join(part for part in (heading, line.row.heading) if part)
    cell = line.row.cells[column]
    state = SIGNS[known].word.lower() if (known := state_of(line.row, column, baseline)) else ""
    if cell.is_empty:
        return f"{head}: {where}, {state or 'nothing here'}"
    details = ", ".join(part for part in (where, state, cell.change, source_words(cell)) if part)
    examples = "".join(f"; for example {example}" for example in cell.examples)
    return f"{head}: {details}: {cell.text}{examples}"


def column_counts(counts: DifferenceCounts, *, is_baseline: bool) -> str:
    """Return `3 new, 1 reworded, 8 the same`; of the baseline, how much it has."""
    if is_baseline:
        return plural(counts.same, "entry", "entries")
    return counts_text(counts)


def heads_of(comparison: Comparison, names: Sequence[str]) -> list[ColumnHead]:
    """Return the heads of all columns; `names` are those of their ladders, said if they differ."""
    several = len(set(names)) > 1
    return [
        replace(head_of(subject), origin=name if several else "")
        for subject, name in zip(comparison.columns, names, strict=True)
    ]


def accessible_heading(head: ColumnHead) -> str:
    """Return a column's head in one line, as it is read aloud."""
    named = f"{head.name} {head.title}".strip()
    return f"{named} ({head.origin})" if head.origin else named


def difference_counts(comparison: Comparison, column: int) -> str:
    """Return the counts of a column's differences from the baseline; "" for the baseline."""
    if column == comparison.baseline:
        return ""
    return counts_text(total(section.counts[column] for section in comparison.sections))
