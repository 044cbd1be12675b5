"""What the keys of a statement list do to its statements."""

import pytest

from laddereditor.model.statement import ExampledStatement, Statements
from laddereditor.presentation.forms.statement_edits import (
    Result,
    StatementSpot,
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
        (9, Result(ABC, StatementSpot(2), draft=True)),
        (0, Result(ABC, StatementSpot(1), draft=True)),
        (3, Result(("one", "two", "words", "three"), StatementSpot(2))),
        (4, Result(("one", "two", "words", "three"), StatementSpot(2))),
    ],
)
def test_that_enter_splits_at_the_caret(caret: int, expected: Result) -> None:
    assert split(ABC, StatementSpot(1), caret) == expected


def test_that_examples_go_with_the_second_half() -> None:
    items = (ExampledStatement(text="two words", examples=("a",)),)
    result = split(items, StatementSpot(0), 3)
    assert result.items == ("two", ExampledStatement(text="words", examples=("a",)))


def test_that_an_example_is_split_into_two() -> None:
    items = (ExampledStatement(text="x", examples=("one two",)),)
    result = split(items, StatementSpot(0, 0), 3)
    assert result.items == (ExampledStatement(text="x", examples=("one", "two")),)
    assert result.spot == StatementSpot(0, 1)


def test_that_joining_is_the_opposite_of_splitting() -> None:
    halves = split(ABC, StatementSpot(1), 3)
    joined = join(halves.items, halves.spot)
    assert joined == Result(ABC, StatementSpot(1), 4)


def test_that_joining_keeps_all_examples() -> None:
    items = (*WITH[:2], ExampledStatement(text="three", examples=("c",)))
    joined = join(items, StatementSpot(2))
    assert joined
    assert joined.items == (
        "one",
        ExampledStatement(text="two three", examples=("a", "b", "c")),
    )


def test_that_the_first_row_has_nothing_to_join() -> None:
    assert join(ABC, StatementSpot(0)) is None
    assert join(WITH, StatementSpot(1, 0)) is None


@pytest.mark.parametrize(
    ("span", "expected", "spot", "caret"),
    [
        ((9, 9), ("one", "two words", "A", "B", "three"), StatementSpot(3), 1),
        ((0, 0), ("one", "A", "B", "two words", "three"), StatementSpot(2), 1),
        ((3, 4), ("one", "two A", "B words", "three"), StatementSpot(2), 1),
        ((0, 9), ("one", "A", "B", "three"), StatementSpot(2), 1),
    ],
)
def test_that_pasted_lines_become_statements(
    span: tuple[int, int], expected: Statements, spot: StatementSpot, caret: int
) -> None:
    assert paste(ABC, StatementSpot(1), span, ["A", "B"]) == Result(expected, spot, caret)


def test_that_removing_the_last_example_leaves_plain_text() -> None:
    assert remove(WITH, [StatementSpot(1, 0), StatementSpot(1, 1)]) == ("one", "two", "three")
    assert remove(WITH, [StatementSpot(0), StatementSpot(1)]) == ("three",)


def test_that_statements_move_together_and_stop_at_the_ends() -> None:
    assert shift(ABC, [StatementSpot(0), StatementSpot(1)], 1) == (
        ("three", "one", "two words"),
        [StatementSpot(1), StatementSpot(2)],
    )
    assert shift(ABC, [StatementSpot(0)], -1) == (ABC, [StatementSpot(0)])
    assert shift(WITH, [StatementSpot(1, 0)], 1)[0][1] == ExampledStatement(
        text="two", examples=("b", "a")
    )


def test_that_dropped_statements_are_before_the_target() -> None:
    assert move_before(ABC, [StatementSpot(0), StatementSpot(2)], 2) == (
        ("two words", "one", "three"),
        [StatementSpot(1), StatementSpot(2)],
    )
    assert move_before(ABC, [StatementSpot(1)], 1)[0] is ABC
    assert move_before(ABC, [StatementSpot(0)], 3) == (
        ("two words", "three", "one"),
        [StatementSpot(2)],
    )


def test_that_inserting_an_example_makes_a_statement_with_examples() -> None:
    assert insert(("x",), StatementSpot(0, 0), ["a"]) == (
        ExampledStatement(text="x", examples=("a",)),
    )


def test_that_unknown_keys_of_a_statement_are_kept() -> None:
    odd = ExampledStatement.model_validate({"text": "x", "examples": ["a"], "since": "2020"})
    (left,) = remove((odd,), [StatementSpot(0, 0)])
    assert isinstance(left, ExampledStatement)
    assert left.model_extra == {"since": "2020"}
