"""Keep aligned rows where they are while somebody types: nothing jumps to another row."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from laddereditor.align.columns import Positions

TextColumns = Sequence[Sequence[str]]
LaidOut = tuple[tuple[Positions, bool], ...]  # places in the columns, and whether they match
RowAndColumn = tuple[int, int]  # row and column


@dataclass(slots=True)
class _KeptRow:
    """A row under way: the place that each column has in it."""

    places: list[int | None]
    is_match: bool


@dataclass(frozen=True, slots=True)
class _Followed:
    """Where the items of one column are after an edit."""

    places: tuple[int | None, ...]  # for each old item its new place, None if it is gone
    added: tuple[int, ...]  # the place of the new item, if there is one


def kept_rows(
    before: LaidOut,
    old: TextColumns,
    new: TextColumns,
    fresh: Callable[[], LaidOut],
    typed: RowAndColumn | None = None,
) -> LaidOut | None:
    """Return the rows as they were, with the texts as they are now.

    A changed text stays in its row, a removed one leaves its place empty, and a row of which
    nothing is left goes. One new text takes the cell it was typed into; otherwise it joins the row
    of what it pairs with, if there is room, or gets a row of its own behind the item above it.

    Args:
        before: The rows as they were.
        old: The texts of each column then.
        new: The texts of each column now.
        fresh: Returns the rows as they would be aligned again.
        typed: The cell that was typed into; the row behind the last one stands for a new row.

    Returns:
        The rows; None if a list changed by more, so that it is to be aligned again.
    """
    if len(old) != len(new):
        return None
    followed = [_followed(*lists) for lists in zip(old, new, strict=True)]
    known = [one for one in followed if one is not None]
    if len(known) < len(followed):
        return None
    rows = [_KeptRow([_now(*one) for one in zip(known, row, strict=True)], m) for row, m in before]
    _add_all(rows, known, fresh, typed)
    return tuple((tuple(row.places), row.is_match) for row in rows if _has_any(row.places))


def _now(followed: _Followed, place: int | None) -> int | None:
    return None if place is None else followed.places[place]


def _has_any(places: Iterable[int | None]) -> bool:
    return any(place is not None for place in places)


def _followed(old: Sequence[str], new: Sequence[str]) -> _Followed | None:
    """Return where the items of a list are now; None if it changed by more than can be followed."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    gone, added = old[start : len(old) - end], new[start : len(new) - end]
    if len(gone) == len(added) and not set(gone) & set(added):
        return _Followed(tuple(range(len(new))), ())
    if not gone and len(added) == 1:
        return _Followed((*range(start), *range(start + 1, len(new))), (start,))
    return _removed(old, new)


def _removed(old: Sequence[str], new: Sequence[str]) -> _Followed | None:
    """Return how a list went on of which items were only removed."""
    places: list[int | None] = []
    at = 0
    for text in old:
        stays = at < len(new) and new[at] == text
        places.append(at if stays else None)
        at += stays
    return _Followed(tuple(places), ()) if at == len(new) else None


def _add_all(
    rows: list[_KeptRow],
    followed: Sequence[_Followed],
    fresh: Callable[[], LaidOut],
    typed: RowAndColumn | None,
) -> None:
    """Give each new text its place, first the one that was typed."""
    added = [(column, place) for column, one in enumerate(followed) for place in one.added]
    added.sort(key=lambda one: typed is None or one[0] != typed[1])
    anew = fresh() if added else ()
    for column, place in added:
        at = _row_for(rows, column, place, anew, typed)
        if at is None:
            after = _row_of(rows, column, place - 1)
            is_match = rows[after].is_match if rows and after >= 0 else False
            rows.insert(after + 1, _KeptRow([None] * len(followed), is_match))
            at = after + 1
        rows[at].places[column] = place
        rows[at].is_match |= _belongs_together(rows[at].places, anew)


def _row_for(
    rows: Sequence[_KeptRow], column: int, place: int, anew: LaidOut, typed: RowAndColumn | None
) -> int | None:
    """Return the row in which a new text has a place."""
    if typed is not None and typed[1] == column:
        if typed[0] >= len(rows):
            return _free_at_end(rows, column)
        if rows[typed[0]].places[column] is None:
            return typed[0]
    beside = next((row for row, _ in anew if row[column] == place), ())
    for at, row in enumerate(rows):
        pairs = row.places[column] is None and any(
            here is not None and here == there
            for here, there in zip(row.places, beside, strict=True)
        )
        alone = sum(here is not None for here in row.places) == 1
        if pairs and (row.is_match or alone):
            return at
    return None


def _free_at_end(rows: Sequence[_KeptRow], column: int) -> int | None:
    """Return the first row of unmatched texts at the end in which a column has nothing."""
    found = None
    for at in range(len(rows) - 1, -1, -1):
        if rows[at].is_match or rows[at].places[column] is not None:
            break
        found = at
    return found


def _row_of(rows: Sequence[_KeptRow], column: int, place: int) -> int:
    """Return the row of a place in a column; -1 for the place before the first."""
    return next((at for at, row in enumerate(rows) if row.places[column] == place), -1)


def _belongs_together(places: Sequence[int | None], anew: LaidOut) -> bool:
    """Whether the texts of a row would be paired again too, if there are several."""
    filled = [(column, place) for column, place in enumerate(places) if place is not None]
    return len(filled) > 1 and any(
        all(row[column] == place for column, place in filled) for row, _ in anew
    )
