"""Count how much of a comparison is new, gone, reworded, changed and the same."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import fields, replace

from laddereditor.compare.sheet.table import Comparison, DifferenceCounts, Row

_COUNTED = tuple(one.name for one in fields(DifferenceCounts))


def counted_state(row: Row, column: int, *, versions: bool) -> str:
    """Return the state that a cell counts as, which its sign says too.

    A factor or another single value in other words is reworded between `versions` alone: each level
    has one of its own.

    Args:
        row: The row.
        column: The index of the column, from 0.
        versions: Whether the columns are versions of one entry.
    """
    state = row.cells[column].state
    is_own = row.kind == "value" and state == "reworded" and not versions
    return "changed" if is_own else state


def counts_of(
    rows: Iterable[Row], column: int, base: int | None, *, versions: bool = False
) -> DifferenceCounts:
    """Count the rows by the state of a column's cell.

    In a row whose cells do not belong together, each of the two columns counts by itself.

    Args:
        rows: The rows.
        column: The index of the column, from 0.
        base: The index of the column that it is compared with; None if it is compared with none.
        versions: Whether the columns are versions of one entry.
    """
    found: Counter[str] = Counter()
    for row in rows:
        found[counted_state(row, column, versions=versions)] += 1
        if not row.is_match and base is not None:
            found["gone"] += not row.cells[base].is_empty
    return DifferenceCounts(**{name: found[name] for name in _COUNTED})


def total(counts: Iterable[DifferenceCounts]) -> DifferenceCounts:
    """Return the sum of several counts."""
    found = list(counts)
    return DifferenceCounts(
        **{name: sum([getattr(one, name) for one in found]) for name in _COUNTED}
    )


def counts_text(counts: DifferenceCounts, new: str = "new", gone: str = "gone") -> str:
    """Return `3 new, 1 reworded, 2 changed, 8 the same`; zero counts are left out.

    `new` and `gone` are the words for what only one of the two has.
    """
    pairs = (
        (counts.new, new),
        (counts.gone, gone),
        (counts.reworded, "reworded"),
        (counts.changed, "changed"),
        (counts.same, "the same"),
        (counts.spelling, "the same but for spelling"),
    )
    return ", ".join(f"{count} {word}" for count, word in pairs if count) or "nothing"


def differences_only(comparison: Comparison) -> Comparison:
    """Return the comparison without rows that are the same in all columns.

    Sections without differences are left out; the counts of the others are unchanged.
    """
    sections = (
        replace(section, rows=tuple(row for row in section.rows if row.differs))
        for section in comparison.sections
    )
    return replace(comparison, sections=tuple(section for section in sections if section.rows))
