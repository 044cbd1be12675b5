"""The words for a cell's state, source and column."""

from laddereditor.compare.sheet.table import Comparison, DifferenceCounts
from laddereditor.compare.sheet.track import step_size
from laddereditor.model.counting import plural
from laddereditor.presentation.compare.lines import TableLine
from laddereditor.presentation.compare.pair_words import similarity_words
from laddereditor.presentation.compare.step_words import share_words
from laddereditor.reports.comparison.state_signs import sign_of
from laddereditor.reports.comparison.words import (
    ColumnHead,
    counts_words,
    remark,
)

_PAIR = 2


def accessible_text(comparison: Comparison, line: TableLine, column: int, head: str) -> str:
    """Return what a screen reader says of a cell: column, field, state and text.

    Args:
        comparison: The comparison.
        line: The line that has the cell: a row, or the heading of a section.
        column: The index of the cell's column, from 0.
        head: The text at the head of the column.
    """
    heading = line.section.heading
    if line.row is None:
        counts = column_counts(comparison, column, line.section.counts[column])
        folded = "folded" if line.folded else "unfolded"
        return f"{head}: section {heading}, {counts}, {folded}"
    where = ", ".join(part for part in (heading, line.row.heading) if part)
    cell = line.row.cells[column]
    sign = sign_of(comparison, line.row, column)
    state = sign.words if sign else ""
    if cell.is_empty:
        return f"{head}: {where}, {state or 'nothing here'}"
    details = ", ".join(part for part in (where, state, remark(cell)) if part)
    examples = "".join(f"; for example {example}" for example in cell.examples)
    similarity = similarity_words(comparison, line.row, column)
    why = f"; {similarity}" if similarity else ""
    return f"{head}: {details}: {cell.text}{examples}{why}"


def column_counts(comparison: Comparison, column: int, counts: DifferenceCounts) -> str:
    """Return how a column differs; of one that is compared with none, how much it has.

    Args:
        comparison: The comparison.
        column: The index of the column, from 0.
        counts: How many of its entries are in each state.
    """
    if comparison.base_of(column) is None:
        return plural(counts.same, "entry", "entries")
    return counts_words(comparison, column, counts) or "nothing"


def accessible_heading(head: ColumnHead) -> str:
    """Return a column's head in one line, as it is read aloud."""
    named = f"{head.name} {head.title}".strip()
    return f"{named} ({head.origin})" if head.origin else named


def difference_counts(comparison: Comparison, column: int) -> str:
    """Return how a column differs in all; "" if it is compared with none.

    Of three columns and more, it names the one that this one is compared with. The same is counted
    as in the strip of steps.
    """
    base = comparison.base_of(column)
    if base is None:
        return ""
    measured = step_size(comparison, column)
    words = counts_words(comparison, column, measured.counts)
    if not words:
        return ""
    several = len(comparison.columns) > _PAIR
    against = f"Against {comparison.names[base]}: " if several else ""
    return f"{against}{share_words(measured.share)}; {words}"


def head_share(comparison: Comparison, column: int) -> str:
    """Return how much a column differs, in few words: `60% differs from P1`."""
    base = comparison.base_of(column)
    if base is None or not difference_counts(comparison, column):
        return ""
    share = share_words(step_size(comparison, column).share)
    return f"{share} from {comparison.names[base]}"
