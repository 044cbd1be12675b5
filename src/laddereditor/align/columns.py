"""Lays lists of statements side by side, so that what belongs together stands in one row."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import product

from laddereditor.align.chain import Chain
from laddereditor.align.likeness import ALIKE, Measure
from laddereditor.align.matching import match_by

_MANY_COPIES = 10_000  # of one text times copies of another
Row = tuple[int | None, ...]
Spot = tuple[int, int]  # column, place in it


@dataclass(slots=True, eq=False)
class _AlignedStatements:
    """Statements that stand in one row, at most one a column."""

    places: dict[int, int] = field(default_factory=dict)
    into: "_AlignedStatements | None" = None  # the row that this one was put into

    @property
    def row(self) -> "_AlignedStatements":
        """The row that its statements stand in now."""
        group = self
        while group.into is not None:
            group = group.into
        return group


def align(columns: Sequence[Sequence[str]], baseline: int = 0) -> tuple[Row, ...]:
    """Return rows that hold, for each column, the place of its text there, or None.

    Every text stands in exactly one row. Texts are matched with those of the column `baseline`;
    what has no partner there is matched among the other columns, best pairs first. Rows follow
    the baseline; a row that it lacks stands after that of the text before it in its own column, or
    before that of the text after it, or at the end.
    """
    if not columns:
        return ()
    groups = _groups(columns, baseline)
    ordered = _ordered(columns, baseline, groups)
    return tuple(
        tuple(group.places.get(column) for column in range(len(columns))) for group in ordered
    )


def _groups(columns: Sequence[Sequence[str]], baseline: int) -> dict[Spot, _AlignedStatements]:
    measure = Measure(columns)
    base = columns[baseline]
    groups = {
        (baseline, place): _AlignedStatements({baseline: place}) for place in range(len(base))
    }
    for column, texts in enumerate(columns):
        if column != baseline:
            for pair in match_by(measure, base, texts):
                group = groups[baseline, pair.before]
                group.places[column] = pair.after
                groups[column, pair.after] = group
    return groups | _gathered(measure, columns, groups)


def _gathered(
    measure: Measure, columns: Sequence[Sequence[str]], groups: dict[Spot, _AlignedStatements]
) -> dict[Spot, _AlignedStatements]:
    """Return the rows of the texts that have no group yet, matched among their columns.

    Equal texts share a row, the first copy in a column with the first in another; then texts that
    are alike, most alike first, as long as no column has two of them.
    """
    rows = _equal_rows(columns, groups)
    for one, other in _links(measure, sorted(rows)):
        for first, second in _copies(rows[one], rows[other]):
            _join(first.row, second.row)
    joined = {id(group.row): group.row for same in rows.values() for group in same}
    return {spot: group for group in joined.values() for spot in group.places.items()}


def _copies(
    ones: list[_AlignedStatements], others: list[_AlignedStatements]
) -> Iterable[tuple[_AlignedStatements, _AlignedStatements]]:
    """Return the pairs of copies of two texts; of very many, the first with the first."""
    if len(ones) * len(others) > _MANY_COPIES:
        return zip(ones, others, strict=False)
    return product(ones, others)


def _equal_rows(
    columns: Sequence[Sequence[str]], groups: dict[Spot, _AlignedStatements]
) -> dict[str, list[_AlignedStatements]]:
    """Return, for each text that has no group yet somewhere, a row for each of its copies."""
    rows: dict[str, list[_AlignedStatements]] = {}
    for column, texts in enumerate(columns):
        copies: Counter[str] = Counter()
        for place, text in enumerate(texts):
            if (column, place) not in groups:
                same = rows.setdefault(text, [])
                if copies[text] == len(same):
                    same.append(_AlignedStatements())
                same[copies[text]].places[column] = place
                copies[text] += 1
    return rows


def _links(measure: Measure, texts: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of different texts that are alike, most alike first."""
    found = measure.alike(texts, texts, ALIKE)
    ordered = sorted((-alike, one, other) for one, other, alike in found if one < other)
    return [(one, other) for _, one, other in ordered]


def _join(one: _AlignedStatements, other: _AlignedStatements) -> None:
    """Put two rows into one, unless a column has a text in both."""
    if one.places.keys() & other.places.keys():  # the same row, or no room
        return
    one.places.update(other.places)
    other.into = one


def _ordered(
    columns: Sequence[Sequence[str]], baseline: int, groups: dict[Spot, _AlignedStatements]
) -> list[_AlignedStatements]:
    rows = Chain(groups[baseline, place] for place in range(len(columns[baseline])))
    for column, texts in enumerate(columns):
        last: _AlignedStatements | None = None
        for place in range(len(texts)):
            group = groups[column, place]
            if group not in rows:
                # Behind the row before it, and behind what other columns have put there.
                stops = {column} if last is None else {baseline, column}
                rows.insert(group, rows.first_where(partial(_has, stops), last))
            last = group
    return list(rows)


def _has(columns: set[int], row: _AlignedStatements) -> bool:
    return bool(row.places.keys() & columns)
