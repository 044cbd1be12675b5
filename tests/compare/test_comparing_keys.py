"""Which key of one column is which of another."""

from laddereditor.compare.sheet.keys import TermNames, match_keys


def named(*keys: str, **names: tuple[str, ...]) -> dict[str, TermNames]:
    """Return keys that are their own names, then keys with other names."""
    return {**{key: (key,) for key in keys}, **names}


def test_that_equal_keys_share_a_row_and_rows_follow_the_baseline() -> None:
    found = match_keys([named("a", "b"), named("b", "a")], [1, 1], 0)
    assert found == [("a", "a"), ("b", "b")]
    assert match_keys([named("a", "b"), named("b", "a")], [1, 1], 1) == [("b", "b"), ("a", "a")]


def test_that_what_the_baseline_lacks_is_after_what_is_before_it() -> None:
    found = match_keys([named("a", "c"), named("x", "a", "b")], [1, 1], 0)
    assert found == [(None, "x"), ("a", "a"), (None, "b"), ("c", None)]


def test_that_a_name_joins_keys_of_two_ladders_whatever_its_case_and_spaces() -> None:
    columns = [named(a=("Data  Design",)), named(z=("data design",))]
    assert match_keys(columns, [1, 2], 0) == [("a", "z")]
    assert match_keys(columns, [1, 1], 0) == [("a", None), (None, "z")]


def test_that_an_empty_name_joins_nothing() -> None:
    assert len(match_keys([named(a=("",)), named(z=("",))], [1, 2], 0)) == 2
    assert len(match_keys([named(a=()), named(z=())], [1, 2], 0)) == 2


def test_that_a_name_counts_more_than_another_name() -> None:
    ours = named(a=("Coaching",))
    theirs = named(b=("Mentoring", "Coaching"), z=("Coaching",))
    assert ("a", "z") in match_keys([ours, theirs], [1, 2], 0)
    assert match_keys([ours, named(b=("Mentoring", "Coaching"))], [1, 2], 0) == [("a", "b")]


def test_that_equal_keys_count_more_than_names() -> None:
    ours = named(a=("Coaching",))
    theirs = named(a=("Other",), z=("Coaching",))
    assert match_keys([ours, theirs], [1, 2], 0) == [("a", "a"), (None, "z")]


def test_that_two_keys_of_one_ladder_never_share_a_row_by_way_of_another() -> None:
    columns = [named(a=("One",)), named(b=("One",)), named(z=("One",))]
    found = match_keys(columns, [1, 1, 2], 0)
    assert sorted(map(str, found)) == ["('a', None, 'z')", "(None, 'b', None)"]
