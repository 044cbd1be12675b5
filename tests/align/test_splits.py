"""Which statements were split or joined, told by example."""

from laddereditor.align.matching import match
from laddereditor.align.pairs import Split
from laddereditor.align.splits import find_splits

_WHOLE = "Posts invoices and reconciles bank accounts"
_POSTS = "Posts invoices"
_RECONCILES = "Reconciles bank accounts"
_OTHER = "Files receipts by the retention plan"


def _found(before: list[str], after: list[str]) -> tuple[Split, ...]:
    return find_splits(before, after, match(before, after))


def test_that_a_split_names_the_whole_and_its_halves() -> None:
    found = _found([_OTHER, _WHOLE], [_RECONCILES, _OTHER, _POSTS])
    assert found == (Split((1,), (0, 2)),)


def test_that_a_join_names_the_halves_and_the_whole() -> None:
    found = _found([_RECONCILES, _OTHER, _POSTS], [_OTHER, _WHOLE])
    assert found == (Split((0, 2), (1,)),)


def test_that_halves_may_share_what_they_are_about() -> None:
    found = _found(
        ["Plans, runs and evaluates workshops"],
        ["Plans workshops", "Runs workshops", "Evaluates workshops"],
    )
    assert found == (Split((0,), (0, 1, 2)),)


def test_that_halves_may_have_grown() -> None:
    found = _found([_WHOLE], [f"{_POSTS} of two entities", f"{_RECONCILES} every day"])
    assert found == (Split((0,), (0, 1)),)


def test_that_one_half_alone_is_not_a_split() -> None:
    assert _found([_WHOLE], [_POSTS, _OTHER]) == ()


def test_that_a_statement_that_stayed_was_not_split() -> None:
    assert _found([_WHOLE], [_WHOLE, _POSTS, _RECONCILES]) == ()


def test_that_a_half_that_was_there_before_is_not_new() -> None:
    assert _found([_WHOLE, _POSTS], [_POSTS, _RECONCILES]) == ()


def test_that_a_new_line_on_one_of_its_words_is_no_half() -> None:
    before = ["Prepares quotations from the price list"]
    after = ["Prepares quotations with discounts", "Teaches new colleagues the price list"]
    assert _found(before, after) == ()


def test_that_texts_without_words_are_in_no_split() -> None:
    assert _found(["—", ""], ["…", "!", "?"]) == ()


def test_that_a_long_common_phrase_makes_no_split() -> None:
    opening = "Works closely with partners of the company to plan the yearly budget of "
    before = [opening + subject for subject in ("road maintenance", "night trains")]
    after = [opening + subject for subject in ("forest paths", "street lighting", "tax advice")]
    assert _found(before, after) == ()


def test_that_halves_that_leave_much_out_are_no_split() -> None:
    before = ["Plans budgets, hires interns, counts stock and files receipts"]
    assert _found(before, ["Plans budgets", "Hires interns"]) == ()


def test_that_lines_that_are_mostly_about_something_else_are_not_halves() -> None:
    before = ["Recruits drivers and plans routes by night for the depot"]
    after = ["Recruits cooks, waiters and drivers", "Plans menus, shifts and routes"]
    assert _found(before, after) == ()


def test_that_a_half_that_belongs_to_another_statement_is_left_to_it() -> None:
    assert _found([_WHOLE, f"{_POSTS} weekly"], [f"{_POSTS} daily", _RECONCILES]) == ()


def test_that_a_statement_that_was_reworded_as_a_whole_was_not_split() -> None:
    assert _found([_WHOLE], [f"{_WHOLE} daily", _POSTS, _RECONCILES]) == ()
