"""The rows of a statement list. Rows that an edit leaves alone stay the same objects."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain, groupby
from operator import attrgetter, is_
from typing import Literal, NamedTuple

from laddereditor.model.statement import Statements, statement_examples, statement_text
from laddereditor.presentation.forms.statement_edits import StatementPosition

StatementRowKind = Literal["statement", "example", "adder"]
# Lists of thousands are made of the same places again and again.
_position = lru_cache(maxsize=16_384)(StatementPosition)
_position_of_row = attrgetter("position")


class StatementRow(NamedTuple):
    """A row with its text and position. A draft is only on the screen until something is typed."""

    kind: StatementRowKind
    text: str
    position: StatementPosition
    draft: bool = False


class ListRows(NamedTuple):
    """A list with its rows, without a draft."""

    items: Statements
    adder: bool
    rows: list[StatementRow]
    end: int  # the end of the entity's own statements; inherited ones follow


def list_rows(
    items: Statements, *, adder: bool, end: int = -1, before: ListRows | None = None
) -> ListRows:
    """Return the rows of a list.

    Args:
        items: The list.
        adder: Whether there is a row to add a statement, behind the entity's own ones.
        end: How many statements are the entity's own, before inherited ones; -1 for all.
        before: The rows of an earlier state of the list, which are used again where its statements
            are the same objects at the same places.
    """
    if 0 <= end < len(items):
        parts = (_rows(items, 0, end), _last(end, adder), _rows(items, end, len(items)))
        return ListRows(items, adder, [*chain.from_iterable(parts)], end)
    if before is None or before.adder != adder or before.end < len(before.items):
        rows = [*_rows(items, 0, len(items)), *_last(len(items), adder)]
        return ListRows(items, adder, rows, len(items))
    top = same_at_start(before.items, items)
    head = before.rows[: row_at(before.rows, StatementPosition(top))]
    last, tail = len(items), _last(len(items), adder)
    if len(items) == len(before.items) and top < last:
        last -= same_at_start(before.items[:top:-1], items[:top:-1])
        tail = before.rows[row_at(before.rows, StatementPosition(last)) :]
    return ListRows(items, adder, [*head, *_rows(items, top, last), *tail], len(items))


def _rows(items: Statements, start: int, end: int) -> list[StatementRow]:
    rows: list[StatementRow] = []
    for index in range(start, end):
        statement, position = items[index], _position(index)
        if isinstance(statement, str):
            rows.append(StatementRow("statement", statement, position))
            continue
        rows.append(StatementRow("statement", statement_text(statement), position))
        for place, example in enumerate(statement_examples(statement)):
            rows.append(StatementRow("example", example, _position(index, place)))
    return rows


def _last(end: int, adder: bool) -> list[StatementRow]:
    return [StatementRow("adder", "", StatementPosition(end), draft=True)] if adder else []


def with_draft(shown: ListRows, draft: StatementPosition | None) -> list[StatementRow]:
    """Return the rows with an empty one at a position of the list, if there is such a position."""
    rows, items = shown.rows, shown.items
    if draft is None or draft.index >= len(items) or draft == StatementPosition(shown.end):
        return rows
    if draft.example > len(statement_examples(items[draft.index])):
        return rows
    number = row_at(rows, draft)
    kind: StatementRowKind = "example" if draft.is_example else "statement"
    return [*rows[:number], StatementRow(kind, "", draft, draft=True), *rows[number:]]


def row_at(rows: Sequence[StatementRow], position: StatementPosition) -> int:
    """Return the number of the first row at or behind a position."""
    return bisect_left(rows, position, key=_position_of_row)


def same_at_start(first: Sequence[object], second: Sequence[object]) -> int:
    """Return how many values at the start of both are the same objects."""
    same = list(map(is_, first, second))
    return same.index(False) if False in same else len(same)


def alike_at_start(first: Sequence[StatementRow], second: Sequence[StatementRow]) -> int:
    """Return how many rows at the start look the same, whatever their positions."""
    count = same_at_start(first, second)
    for one, other in zip(first[count:], second[count:], strict=False):
        if (one.kind, one.text, one.draft) != (other.kind, other.text, other.draft):
            break
        count += 1
    return count


def row_runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of rows that follow each other, for each such run."""
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        found = [number for _, number in run]
        yield found[0], found[-1]
