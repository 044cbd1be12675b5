"""Lays lists of statements side by side, so that what belongs together stands in one row."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from laddereditor.align.likeness import Measure
from laddereditor.align.matching import match_by

Row = tuple[int | None, ...]
Spot = tuple[int, int]  # column, place in it


@dataclass(slots=True, eq=False)
class _Group:
    """Statements that stand in one row, at most one a column."""

    places: dict[int, int] = field(default_factory=dict)


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


def _groups(columns: Sequence[Sequence[str]], baseline: int) -> dict[Spot, _Group]:
    measure = Measure(columns)
    base = columns[baseline]
    groups = {(baseline, place): _Group({baseline: place}) for place in range(len(base))}
    for column, texts in enumerate(columns):
        if column != baseline:
            for pair in match_by(measure, base, texts):
                group = groups[baseline, pair.before]
                group.places[column] = pair.after
                groups[column, pair.after] = group
    for spot in _loose(columns, groups):
        groups[spot] = _Group(dict([spot]))
    _gather(columns, baseline, measure, groups)
    return groups


def _loose(columns: Sequence[Sequence[str]], groups: dict[Spot, _Group]) -> list[Spot]:
    spots = [(column, place) for column, texts in enumerate(columns) for place in range(len(texts))]
    return [spot for spot in spots if spot not in groups]


def _gather(
    columns: Sequence[Sequence[str]],
    baseline: int,
    measure: Measure,
    groups: dict[Spot, _Group],
) -> None:
    """Join groups that the baseline has no part in, most alike first."""
    others = [column for column in range(len(columns)) if column != baseline]
    loose = {
        column: [
            place
            for place in range(len(columns[column]))
            if baseline not in groups[column, place].places
        ]
        for column in others
    }
    links = []
    for number, left in enumerate(others):
        for right in others[number + 1 :]:
            olds = [columns[left][place] for place in loose[left]]
            news = [columns[right][place] for place in loose[right]]
            for pair in match_by(measure, olds, news):
                texts = sorted((olds[pair.before], news[pair.after]))
                spots = ((left, loose[left][pair.before]), (right, loose[right][pair.after]))
                links.append((-pair.likeness, texts, spots))
    for _, _, (one, other) in sorted(links):
        _join(groups, one, other)


def _join(groups: dict[Spot, _Group], one: Spot, other: Spot) -> None:
    first, second = groups[one], groups[other]
    if first is second or first.places.keys() & second.places.keys():
        return
    first.places.update(second.places)
    for spot in second.places.items():
        groups[spot] = first


def _ordered(
    columns: Sequence[Sequence[str]], baseline: int, groups: dict[Spot, _Group]
) -> list[_Group]:
    rows = [groups[baseline, place] for place in range(len(columns[baseline]))]
    for column, texts in enumerate(columns):
        last = -1
        for place in range(len(texts)):
            group = groups[column, place]
            if group not in rows:
                room = (
                    _room_after(rows, last, column, baseline) if last >= 0 else _start(rows, column)
                )
                rows.insert(room, group)
            last = rows.index(group)
    return rows


def _start(rows: list[_Group], column: int) -> int:
    """Return the place for what a column begins with: before its next row, else at the end."""
    return next((place for place, row in enumerate(rows) if column in row.places), len(rows))


def _room_after(rows: list[_Group], last: int, column: int, baseline: int) -> int:
    """Return the place after a row, and after what other columns have put there."""
    place = last + 1
    while place < len(rows) and not rows[place].places.keys() & {baseline, column}:
        place += 1
    return place
