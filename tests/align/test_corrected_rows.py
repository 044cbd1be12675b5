"""Rows that were aligned by likeness, corrected by what a person said of their pairs."""

from hypothesis import given
from hypothesis import strategies as st

from laddereditor.align.columns import align
from laddereditor.align.corrected_rows import corrected_rows
from laddereditor.align.corrections import NO_CORRECTIONS, PairCorrections
from laddereditor.align.steps import align_steps

OLD = ["Feeds the hens", "Mends the fence", "Sells eggs"]
NEW = ["Feeds the hens at dawn", "Keeps the books", "Sells eggs"]


def test_that_rows_stay_as_they_are_without_corrections() -> None:
    rows = align([OLD, NEW])
    assert corrected_rows(rows, [OLD, NEW], NO_CORRECTIONS) == rows
    assert corrected_rows(rows, [OLD, NEW], PairCorrections().aligned("x", "y")) == rows


def test_that_two_texts_put_together_share_a_row() -> None:
    said = PairCorrections().aligned(OLD[1], NEW[1])
    rows = corrected_rows(align([OLD, NEW]), [OLD, NEW], said)
    assert rows == ((0, 0), (1, 1), (2, 2))


def test_that_a_parted_pair_has_two_rows() -> None:
    said = PairCorrections().parted(NEW[0], OLD[0])
    rows = corrected_rows(align([OLD, NEW]), [OLD, NEW], said)
    assert {(0, None), (None, 0), (2, 2)} <= set(rows)


def test_that_what_was_beside_a_text_makes_room_for_what_a_person_put_there() -> None:
    said = PairCorrections().aligned(OLD[0], NEW[1])
    rows = corrected_rows(align([OLD, NEW]), [OLD, NEW], said)
    assert (0, 1) in rows
    assert (None, 0) in rows


def test_that_parted_texts_do_not_meet_again_through_a_third_column() -> None:
    columns = [["Feeds the hens"], ["Feeds the hens at dawn"], ["Feeds the hens at dawn and dusk"]]
    assert len(align_steps(columns)) == 1
    said = PairCorrections().parted(columns[0][0], columns[2][0])
    for row in align_steps(columns, 0, said):
        assert row[0] is None or row[2] is None


TEXTS = st.sampled_from([*OLD, *NEW, "Counts coins"])
COLUMNS = st.lists(st.lists(TEXTS, max_size=4), min_size=2, max_size=3)


@given(COLUMNS, st.lists(st.tuples(st.booleans(), TEXTS, TEXTS), max_size=4))
def test_that_every_text_stands_in_one_row_whatever_was_said(
    columns: list[list[str]], acts: list[tuple[bool, str, str]]
) -> None:
    said = PairCorrections()
    for together, one, other in acts:
        if one != other:
            said = said.aligned(one, other) if together else said.parted(one, other)
    for rows in (
        corrected_rows(align(columns), columns, said),
        align_steps(columns, 0, said),
    ):
        for column, texts in enumerate(columns):
            places = [row[column] for row in rows if row[column] is not None]
            assert sorted(places) == list(range(len(texts)))  # type: ignore[type-var]
        for row in rows:
            here = [columns[at][place] for at, place in enumerate(row) if place is not None]
            assert not any(said.are_apart(one, other) for one in here for other in here)


# -- the corrections themselves ---------------------------------------------------------------


def test_that_a_correction_follows_a_reworded_text() -> None:
    said = PairCorrections().aligned("Old", "Beside").parted("Old", "Far")
    now = said.following({"Old": "New"}, {"New", "Beside", "Far"})
    assert now == PairCorrections().aligned("New", "Beside").parted("New", "Far")
    assert now.following({"New": "Old"}, {"Old", "Beside", "Far"}) == said


def test_that_a_text_that_still_stands_elsewhere_keeps_its_corrections() -> None:
    said = PairCorrections().aligned("Old", "Beside")
    now = said.following({"Old": "New"}, {"Old", "New", "Beside"})
    assert now == said.aligned("New", "Beside")
    assert now.following({"New": "Old"}, {"Old", "Beside"}) == said


def test_that_a_pair_that_became_one_text_is_not_a_pair() -> None:
    said = PairCorrections().aligned("Old", "Beside")
    assert not said.following({"Old": "Beside"}, {"Beside"})


def test_that_of_two_ladders_what_one_parts_is_apart() -> None:
    one, other = PairCorrections().aligned("A", "B"), PairCorrections().parted("B", "A")
    assert one.with_those_of(other) == other.with_those_of(one) == other
    assert len(one.aligned("C", "D").about("C").together) == 1
