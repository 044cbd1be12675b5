"""How lists stand side by side, told by example."""

from laddereditor.align.columns import align

_LEADS = "Leads small projects"
_LEADS_MORE = "Leads small projects alone"
_HIRES = "Hires interns"
_HIRES_MORE = "Hires interns and trainees"
_COUNTS = "Counts stock"


def test_that_no_columns_give_no_rows() -> None:
    assert align([]) == ()
    assert align([[], []]) == ()


def test_that_one_column_gives_its_texts_in_order() -> None:
    assert align([["b", "a"]]) == ((0,), (1,))


def test_that_reworded_texts_share_the_row_of_the_baseline() -> None:
    assert align([[_LEADS, _COUNTS], [_COUNTS, _LEADS_MORE]]) == ((0, 1), (1, 0))


def test_that_rows_follow_the_baseline_wherever_it_is() -> None:
    assert align([[_COUNTS, _LEADS_MORE], [_LEADS, _COUNTS]], baseline=1) == ((1, 0), (0, 1))


def test_that_a_new_row_is_after_the_one_before_it_in_its_column() -> None:
    rows = align([[_LEADS, _COUNTS], [_LEADS, _HIRES, _COUNTS]])
    assert rows == ((0, 0), (None, 1), (1, 2))


def test_that_a_new_row_at_the_start_is_before_the_next_of_its_column() -> None:
    assert align([[_LEADS, _COUNTS], [_HIRES, _COUNTS]]) == ((0, None), (None, 0), (1, 1))


def test_that_two_columns_with_the_same_new_text_share_a_row() -> None:
    rows = align([[_LEADS], [_LEADS, _HIRES], [_HIRES, _LEADS]])
    assert (None, 1, 0) in rows
    assert len(rows) == 2


def test_that_two_columns_with_a_similar_new_text_share_a_row() -> None:
    rows = align([[_LEADS], [_LEADS, _HIRES], [_LEADS, _HIRES_MORE]])
    assert rows == ((0, 0, 0), (None, 1, 1))


def test_that_new_rows_of_several_columns_keep_the_order_of_the_columns() -> None:
    rows = align([[_LEADS], [_LEADS, _HIRES], [_LEADS, _COUNTS]])
    assert rows == ((0, 0, 0), (None, 1, None), (None, None, 1))


def test_that_copies_of_a_new_text_each_have_their_row() -> None:
    rows = align([[], [_HIRES, _HIRES], [_HIRES]])
    assert rows == ((None, 0, 0), (None, 1, None))


def test_that_an_equal_text_of_another_column_is_preferred_to_a_similar_one() -> None:
    rows = align([[], [_HIRES], [_HIRES_MORE, _HIRES]])
    assert set(rows) == {(None, 0, 1), (None, None, 0)}


def test_that_copies_of_similar_texts_are_never_lost() -> None:
    rows = align([[], ["0"], ["/0", "/0"]])
    assert set(rows) == {(None, 0, 0), (None, None, 1)}


def test_that_the_most_alike_of_the_other_columns_share_a_row() -> None:
    rows = align([[], [_HIRES], ["Hires interns and trains them", "Hires interns soon"]])
    assert set(rows) == {(None, 0, 1), (None, None, 0)}


def test_that_a_new_row_is_before_the_next_of_its_column() -> None:
    rows = align([[_LEADS], [_LEADS, _HIRES, _COUNTS], [_LEADS, "Files receipts", _HIRES]])
    assert rows == ((0, 0, 0), (None, None, 1), (None, 1, 2), (None, 2, None))
