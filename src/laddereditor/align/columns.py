"""Align lists of statements side by side, so that matching statements share a row."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import product

from laddereditor.align.chain import Chain
from laddereditor.align.matching import match_by
from laddereditor.align.similarity import ALIKE, Measure

_MANY_COPIES = 10_000  # of one text times copies of another; a bound for the time
Positions = tuple[int | None, ...]
Position = tuple[int, int]  # column, place in it


@dataclass(slots=True, eq=False)
class AlignedStatements:
    """Statements that share a row, at most one of each column."""

    places: dict[int, int] = field(default_factory=dict)
    into: "AlignedStatements | None" = None  # the row that this one was merged into

    @property
    def row(self) -> "AlignedStatements":
        """The present row of its statements."""
        group = self
        while group.into is not None:
            group = group.into
        return group


def align(columns: Sequence[Sequence[str]], baseline: int = 0) -> tuple[Positions, ...]:
    """Align the texts of several columns in rows.

    Every text is in exactly one row. Texts are matched with those of the column `baseline`; texts
    without a partner there are matched among the other columns, best pairs first. Rows follow the
    baseline. A row that it lacks follows the row of the previous text of its own column, or
    precedes that of the next text, or is at the end.

    Args:
        columns: The texts of each column.
        baseline: The index of the column that the others are matched with.

    Returns:
        The rows; each holds, for every column, the index of its text there, or None.
    """
    if not columns:
        return ()
    groups = _groups(columns, baseline)
    return rows_in_order(columns, baseline, groups)


def _groups(columns: Sequence[Sequence[str]], baseline: int) -> dict[Position, AlignedStatements]:
    measure = Measure(columns)
    base = columns[baseline]
    groups = {(baseline, place): AlignedStatements({baseline: place}) for place in range(len(base))}
    for column, texts in enumerate(columns):
        if column != baseline:
            for pair in match_by(measure, base, texts):
                group = groups[baseline, pair.before]
                group.places[column] = pair.after
                groups[column, pair.after] = group
    return groups | _gathered(measure, columns, groups)


def _gathered(
    measure: Measure, columns: Sequence[Sequence[str]], groups: dict[Position, AlignedStatements]
) -> dict[Position, AlignedStatements]:
    """Return the rows of the remaining texts, matched among their columns.

    Equal texts share a row, the first copy in a column with the first in another; then similar
    texts, most similar first, as long as no column has two of them.
    """
    rows = _equal_rows(columns, groups)
    for one, other in _links(measure, sorted(rows)):
        for first, second in _copies(rows[one], rows[other]):
            join(first.row, second.row)
    joined = {id(group.row): group.row for same in rows.values() for group in same}
    return {position: group for group in joined.values() for position in group.places.items()}


def _copies(
    ones: list[AlignedStatements], others: list[AlignedStatements]
) -> Iterable[tuple[AlignedStatements, AlignedStatements]]:
    """Return the pairs of copies of two texts; if there are very many, paired in order."""
    if len(ones) * len(others) > _MANY_COPIES:
        return zip(ones, others, strict=False)
    return product(ones, others)


def _equal_rows(
    columns: Sequence[Sequence[str]], groups: dict[Position, AlignedStatements]
) -> dict[str, list[AlignedStatements]]:
    """Return a row for each copy of every text that remains in some column."""
    rows: dict[str, list[AlignedStatements]] = {}
    for column, texts in enumerate(columns):
        copies: Counter[str] = Counter()
        for place, text in enumerate(texts):
            if (column, place) not in groups:
                same = rows.setdefault(text, [])
                if copies[text] == len(same):
                    same.append(AlignedStatements())
                same[copies[text]].places[column] = place
                copies[text] += 1
    return rows


def _links(measure: Measure, texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of different texts that are similar, most similar first."""
    found = measure.alike(texts, texts, ALIKE)
    ordered = sorted((-alike, one, other) for one, other, alike in found if one < other)
    return [(one, other) for _, one, other in ordered]


def join(one: AlignedStatements, other: AlignedStatements) -> bool:
    """Merge a row into another one, unless a column has a text in both; return whether it did."""
    if one.places.keys() & other.places.keys():  # the same row, or no room
        return False
    one.places.update(other.places)
    other.into = one
    return True


def rows_in_order(
    columns: Sequence[Sequence[str]], baseline: int, groups: dict[Position, AlignedStatements]
) -> tuple[Positions, ...]:
    """Return rows in the order of the baseline; others follow what precedes them in their column.

    Args:
        columns: The texts of each column.
        baseline: The index of the column whose order the rows follow.
        groups: The row of every text, by its column and place.
    """
    rows = Chain(groups[baseline, place] for place in range(len(columns[baseline])))
    for column, texts in enumerate(columns):
        last: AlignedStatements | None = None
        for place in range(len(texts)):
            group = groups[column, place]
            if group not in rows:
                # After the previous row, and after rows that other columns have put there.
                stops = {column} if last is None else {baseline, column}
                rows.insert(group, rows.first_where(partial(_has, stops), last))
            last = group
    order = range(len(columns))
    return tuple([tuple(map(row.places.get, order)) for row in rows])


def _has(columns: set[int], row: AlignedStatements) -> bool:
    return bool(row.places.keys() & columns)
