"""What the keys of a statement list do to its statements, as pure functions for the view."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from laddereditor.model.statement import (
    Statement,
    Statements,
    make_statement,
    restated,
    statement_examples,
    statement_text,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class StatementPosition:
    """A position in the list: a statement or, with `example`, one of its examples."""

    index: int
    example: int = -1

    @property
    def is_example(self) -> bool:
        """Whether it is an example."""
        return self.example >= 0


@dataclass(frozen=True, slots=True)
class Result:
    """The list after a key, and the position of the caret."""

    items: Statements
    position: StatementPosition
    caret: int = 0
    draft: bool = False  # the row at `position` is there on the screen only, until it is typed in


def with_text(statement: Statement, text: str) -> Statement:
    """Return the statement with another text, its examples and unknown keys kept."""
    if isinstance(statement, str):
        return text
    return statement.model_copy(update={"text": text})


def with_examples(statement: Statement, examples: Sequence[str]) -> Statement:
    """Return the statement with other examples."""
    return restated(statement, statement_text(statement), tuple(examples))


def text_at(items: Statements, position: StatementPosition) -> str:
    """Return the text at a position."""
    statement = items[position.index]
    return (
        statement_examples(statement)[position.example]
        if position.is_example
        else statement_text(statement)
    )


def set_text(items: Statements, position: StatementPosition, text: str) -> Statements:
    """Return the list with another text at a position.

    Args:
        items: The statements.
        position: A statement, or one of its examples.
        text: The new text.
    """
    statement = items[position.index]
    if position.is_example:
        examples = list(statement_examples(statement))
        examples[position.example] = text
        return _put(items, position.index, with_examples(statement, examples))
    return _put(items, position.index, with_text(statement, text))


def insert(items: Statements, position: StatementPosition, texts: Iterable[str]) -> Statements:
    """Return the list with new texts inserted at a position.

    Args:
        items: The statements.
        position: The new texts go before this statement, or before this example.
        texts: The new texts.
    """
    if position.is_example:
        old = list(statement_examples(items[position.index]))
        old[position.example : position.example] = texts
        return _put(items, position.index, with_examples(items[position.index], old))
    return (*items[: position.index], *texts, *items[position.index :])


def split(items: Statements, position: StatementPosition, caret: int) -> Result:
    """Break a text at the caret, as Enter does; at its end a new empty row follows.

    Args:
        items: The list.
        position: The position of the text: a statement or an example.
        caret: Where the text is broken, in code points.
    """
    text = text_at(items, position)
    head, tail = text[:caret].rstrip(), text[caret:].lstrip()
    below = (
        StatementPosition(position.index, position.example + 1)
        if position.is_example
        else StatementPosition(position.index + 1)
    )
    if not tail:
        return Result(items, below, draft=True)
    if not head:
        return Result(items, position, draft=True)
    if position.is_example:
        return Result(insert(set_text(items, position, head), below, [tail]), below)
    rest = make_statement(tail, statement_examples(items[position.index]))
    first = with_examples(with_text(items[position.index], head), ())
    return Result((*items[: position.index], first, rest, *items[position.index + 1 :]), below)


def join(items: Statements, position: StatementPosition) -> Result | None:
    """Add the text to the one before, as Backspace at its start does; None if there is none."""
    text = text_at(items, position)
    if position.is_example:
        if not position.example:
            return None
        above = StatementPosition(position.index, position.example - 1)
        joined = _joined(text_at(items, above), text)
        return Result(
            set_text(remove(items, [position]), above, joined), above, len(joined) - len(text)
        )
    if not position.index:
        return None
    above = StatementPosition(position.index - 1)
    before = items[above.index]
    joined = _joined(statement_text(before), text)
    examples = (*statement_examples(before), *statement_examples(items[position.index]))
    merged = with_examples(with_text(before, joined), examples)
    result = (*items[: above.index], merged, *items[position.index + 1 :])
    return Result(result, above, len(joined) - len(text))


def _joined(first: str, second: str) -> str:
    return f"{first} {second}" if first and second else first + second


def paste(
    items: Statements, position: StatementPosition, span: tuple[int, int], lines: Sequence[str]
) -> Result:
    """Replace the selected part of a text by several lines, each a statement.

    Args:
        items: The list.
        position: The position of the text: a statement or an example.
        span: Start and end of the selection in it, in code points.
        lines: The lines, at least one.

    Returns:
        The new list, with the caret after the last line.
    """
    text = text_at(items, position)
    head, tail = text[: span[0]].rstrip(), text[span[1] :].lstrip()
    if head and tail:
        lines = [f"{head} {lines[0]}", *lines[1:-1], f"{lines[-1]} {tail}"]
    elif head or tail:
        lines = [*([head] if head else []), *lines, *([tail] if tail else [])]
    changed = set_text(items, position, lines[0])
    below = (
        StatementPosition(position.index, position.example + 1)
        if position.is_example
        else StatementPosition(position.index + 1)
    )
    changed = insert(changed, below, lines[1:])
    last = len(lines) - (2 if tail and not head else 1)
    end = (
        StatementPosition(position.index, position.example + last)
        if position.is_example
        else StatementPosition(position.index + last)
    )
    final = text_at(changed, end)
    return Result(changed, end, len(final) - (len(tail) + 1 if head and tail else 0))


def remove(items: Statements, positions: Iterable[StatementPosition]) -> Statements:
    """Return the list without some statements and examples."""
    removed = set(positions)
    left = []
    for index, statement in enumerate(items):
        if StatementPosition(index) in removed:
            continue
        examples = statement_examples(statement)
        rest = [
            one
            for place, one in enumerate(examples)
            if StatementPosition(index, place) not in removed
        ]
        left.append(with_examples(statement, rest) if len(rest) < len(examples) else statement)
    return tuple(left)


def shift(
    items: Statements, positions: Sequence[StatementPosition], step: int
) -> tuple[Statements, list[StatementPosition]]:
    """Move statements, or the examples of one statement, one place up or down.

    Args:
        items: The list.
        positions: What moves: statements, or examples of one statement.
        step: -1 for up, 1 for down.

    Returns:
        The list, and the positions of what moved; the same list if it is at the end already.
    """
    if len(positions) == 1 and positions[0].is_example:
        position = positions[0]
        examples = list(statement_examples(items[position.index]))
        moved, places = _shifted(examples, [position.example], step)
        changed = _put(items, position.index, with_examples(items[position.index], moved))
        return (changed if places != [position.example] else items), [
            StatementPosition(position.index, places[0])
        ]
    indexes = sorted({position.index for position in positions})
    moved_items, places = _shifted(list(items), indexes, step)
    return (tuple(moved_items) if places != indexes else items), [
        StatementPosition(place) for place in places
    ]


def move_before(
    items: Statements, positions: Sequence[StatementPosition], target: int
) -> tuple[Statements, list[StatementPosition]]:
    """Move statements before another one.

    Args:
        items: The list.
        positions: The statements that move.
        target: The index of the statement that they go before, the list's length for the end.

    Returns:
        The list, and the new positions of what moved.
    """
    indexes = sorted({position.index for position in positions})
    moved = [items[index] for index in indexes]
    start = target - sum(index < target for index in indexes)
    rest = [item for index, item in enumerate(items) if index not in indexes]
    rest[start:start] = moved
    places = [StatementPosition(start + place) for place in range(len(moved))]
    if [position.index for position in places] == indexes:
        return items, places
    return tuple(rest), places


def _shifted(values: list[T], places: list[int], step: int) -> tuple[list[T], list[int]]:
    if not places or places[0] + step < 0 or places[-1] + step >= len(values):
        return values, places
    for place in places if step < 0 else reversed(places):
        values[place], values[place + step] = values[place + step], values[place]
    return values, [place + step for place in places]


def _put(items: Statements, index: int, statement: Statement) -> Statements:
    return (*items[:index], statement, *items[index + 1 :])
