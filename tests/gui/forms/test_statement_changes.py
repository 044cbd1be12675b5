"""What the keys of a statement list do to its statements."""

import pytest

from laddereditor.model.statement import ExampledStatement, Statements
from laddereditor.presentation.forms.statement_edits import (
    Result,
    StatementPosition,
    insert,
    join,
    move_before,
    paste,
    remove,
    shift,
    split,
)

ABC: Statements = ("one", "two words", "three")
WITH: Statements = ("one", ExampledStatement(text="two", examples=("a", "b")), "three")


@pytest.mark.parametrize(
    ("caret", "expected"),
    [
        (9, Result(ABC, StatementPosition(2), draft=True)),
        (0, Result(ABC, StatementPosition(1), draft=True)),
        (3, Result(("one", "two", "words", "three"), StatementPosition(2))),
        (4, Result(("one", "two", "words", "three"), StatementPosition(2))),
    ],
)
def test_that_enter_splits_at_the_caret(caret: int, expected: Result) -> None:
    assert split(ABC, StatementPosition(1), caret) == expected


def test_that_examples_go_with_the_second_half() -> None:
    items = (ExampledStatement(text="two words", examples=("a",)),)
    result = split(items, StatementPosition(0), 3)
    assert result.items == ("two", ExampledStatement(text="words", examples=("a",)))


def test_that_an_example_is_split_into_two() -> None:
    items = (ExampledStatement(text="x", examples=("one two",)),)
    result = split(items, StatementPosition(0, 0), 3)
    assert result.items == (ExampledStatement(text="x", examples=("one", "two")),)
    assert result.position == StatementPosition(0, 1)


def test_that_joining_is_the_opposite_of_splitting() -> None:
    halves = split(ABC, StatementPosition(1), 3)
    joined = join(halves.items, halves.position)
    assert joined == Result(ABC, StatementPosition(1), 4)


def test_that_joining_keeps_all_examples() -> None:
    items = (*WITH[:2], ExampledStatement(text="three", examples=("c",)))
    joined = join(items, StatementPosition(2))
    assert joined
    assert joined.items == (
        "one",
        ExampledStatement(text="two three", examples=("a", "b", "c")),
    )


def test_that_the_first_row_has_nothing_to_join() -> None:
    assert join(ABC, StatementPosition(0)) is None
    assert join(WITH, StatementPosition(1, 0)) is None


@pytest.mark.parametrize(
    ("span", "expected", "position", "caret"),
    [
        ((9, 9), ("one", "two words", "A", "B", "three"), StatementPosition(3), 1),
        ((0, 0), ("one", "A", "B", "two words", "three"), StatementPosition(2), 1),
        ((3, 4), ("one", "two A", "B words", "three"), StatementPosition(2), 1),
        ((0, 9), ("one", "A", "B", "three"), StatementPosition(2), 1),
    ],
)
def test_that_pasted_lines_become_statements(
    span: tuple[int, int], expected: Statements, position: StatementPosition, caret: int
) -> None:
    assert paste(ABC, StatementPosition(1), span, ["A", "B"]) == Result(expected, position, caret)


def test_that_removing_the_last_example_leaves_plain_text() -> None:
    assert remove(WITH, [StatementPosition(1, 0), StatementPosition(1, 1)]) == (
        "one",
        "two",
        "three",
    )
    assert remove(WITH, [StatementPosition(0), StatementPosition(1)]) == ("three",)


def test_that_statements_move_together_and_stop_at_the_ends() -> None:
    assert shift(ABC, [StatementPosition(0), StatementPosition(1)], 1) == (
        ("three", "one", "two words"),
        [StatementPosition(1), StatementPosition(2)],
    )
    assert shift(ABC, [StatementPosition(0)], -1) == (ABC, [StatementPosition(0)])
    assert shift(WITH, [StatementPosition(1, 0)], 1)[0][1] == ExampledStatement(
        text="two", examples=("b", "a")
    )


def test_that_dropped_statements_are_before_the_target() -> None:
    assert move_before(ABC, [StatementPosition(0), StatementPosition(2)], 2) == (
        ("two words", "one", "three"),
        [StatementPosition(1), StatementPosition(2)],
    )
    assert move_before(ABC, [StatementPosition(1)], 1)[0] is ABC
    assert move_before(ABC, [StatementPosition(0)], 3) == (
        ("two words", "three", "one"),
        [StatementPosition(2)],
    )


def test_that_inserting_an_example_makes_a_statement_with_examples() -> None:
    assert insert(("x",), StatementPosition(0, 0), ["a"]) == (
        ExampledStatement(text="x", examples=("a",)),
    )


def test_that_unknown_keys_of_a_statement_are_kept() -> None:
    odd = ExampledStatement.model_validate({"text": "x", "examples": ["a"], "since": "2020"})
    (left,) = remove((odd,), [StatementPosition(0, 0)])
    assert isinstance(left, ExampledStatement)
    assert left.model_extra == {"since": "2020"}
