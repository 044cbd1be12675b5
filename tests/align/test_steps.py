"""Levels are aligned step by step, and chains are carried through."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.align.columns import Positions
from laddereditor.align.corrections import PairCorrections
from laddereditor.align.level_features import Scores
from laddereditor.align.level_model import LevelModel, chances, level_weights
from laddereditor.align.level_order import kept_order, ordered_chances
from laddereditor.align.steps import align_steps
from tests.align.labelled_levels import LevelCase, judged_levels, read_levels, shuffled

P1 = ["Communicates clearly with team members", "Writes small changes to the code"]
P2 = ["Asks for a review of own changes"]
P3 = ["Communicates complex topics clearly to customers", "Writes features of several parts"]
P4 = ["Communicates strategy clearly to the whole team", "Reviews the design of others"]


def texts(columns: list[list[str]], row: Positions) -> list[str | None]:
    return [
        None if place is None else column[place] for column, place in zip(columns, row, strict=True)
    ]


def rows_of(*columns: list[str]) -> list[list[str | None]]:
    return [texts(list(columns), row) for row in align_steps(columns)]


def test_that_a_chain_is_one_row() -> None:
    assert [P1[0], P3[0], P4[0]] in rows_of(P1, P3, P4)


def test_that_a_chain_leaps_over_a_level_that_lacks_it() -> None:
    assert [P1[0], None, P3[0], P4[0]] in rows_of(P1, P2, P3, P4)


def test_that_an_equal_text_elsewhere_beats_a_similar_one_here() -> None:
    plans = "Considers the plans of the district when choosing suppliers"
    rows = rows_of([plans], ["Considers plans when choosing suppliers of flour", plans])
    assert [plans, plans] in rows


def test_that_every_text_is_in_one_row() -> None:
    rows = rows_of(P1, P2, P3, P4)
    for column, listed in enumerate((P1, P2, P3, P4)):
        assert sorted(row[column] or "" for row in rows if row[column]) == sorted(listed)


def test_that_rows_follow_the_baseline() -> None:
    columns = [P1, P3, P4]
    assert [row[1] for row in align_steps(columns, 1) if row[1] is not None] == [0, 1]


def test_that_nothing_and_empty_columns_can_be_aligned() -> None:
    assert align_steps(()) == ()
    assert align_steps(([], [])) == ()
    assert align_steps((["One"], [])) == ((0, None),)


places = st.integers(0, 4)
words = st.sampled_from(["plans", "work", "teams", "clients", "budget", "trains", "code", "the"])
statements = st.lists(words, min_size=1, max_size=5).map(" ".join)
columns = st.lists(st.lists(statements, max_size=6), min_size=1, max_size=5)


@given(columns)
def test_that_each_text_has_one_place_and_no_row_two_of_a_column(
    listed: list[list[str]],
) -> None:
    rows = align_steps(listed)
    places = [(n, place) for row in rows for n, place in enumerate(row) if place is not None]
    assert sorted(places) == [(n, at) for n, one in enumerate(listed) for at in range(len(one))]


@given(columns)
def test_that_copies_of_a_text_share_rows(listed: list[list[str]]) -> None:
    rows = align_steps(listed)
    for left, right in combinations(range(len(listed)), 2):
        both = set(listed[left]) & set(listed[right])
        for text in both:
            pairs = [texts(listed, row) for row in rows]
            here = [pair for pair in pairs if pair[left] == text]
            assert any(pair[right] == text for pair in here) or all(pair[right] for pair in here)


# -- the labelled lists ---------------------------------------------------------------------------


ORDER = level_weights().order
TUNED = ("levels_tuned", "levels_more_tuned", "levels_late_tuned")
ASIDE = ("levels_held_out", "levels_more_held_out", "levels_trades_held_out")


def labelled(names: Iterable[str]) -> list[LevelCase]:
    return [case for name in names for case in read_levels(name)]


def test_that_the_labelled_levels_are_many_and_some_are_kept_aside() -> None:
    tuned, aside = (judged_levels(labelled(names)).labelled for names in (TUNED, ASIDE))
    assert tuned.total() >= 250
    assert aside.total() >= 160
    assert aside["paraphrase"] >= 130


@pytest.mark.parametrize(
    ("names", "recall", "precision"),
    [(TUNED, 0.60, 0.93), (ASIDE, 0.58, 0.93)],
)
def test_that_paraphrases_of_levels_are_found(
    names: tuple[str, ...], recall: float, precision: float
) -> None:
    score = judged_levels(labelled(names))
    assert score.recall("equal") == 1.0
    assert score.recall("near") >= 0.98
    assert score.recall("paraphrase") >= recall
    assert score.precision >= precision


def test_that_few_pairs_are_wrong_where_a_list_keeps_no_order() -> None:
    score = judged_levels(shuffled(labelled(ASIDE), 7))
    assert score.recall("equal") == 1.0
    assert score.recall("paraphrase") >= 0.25
    assert score.precision >= 0.87


@given(st.dictionaries(st.tuples(places, places), st.floats(-40, 40), max_size=20))
def test_that_the_chances_of_a_text_are_no_more_than_one(scores: Scores) -> None:
    found = chances(scores)
    for side in (0, 1):
        for place in {pair[side] for pair in found}:
            assert sum(value for pair, value in found.items() if pair[side] == place) <= 1.000001


def test_that_a_rival_lowers_the_chance_of_a_pair() -> None:
    assert chances({(0, 0): 2.0, (0, 1): 2.0})[0, 0] < chances({(0, 0): 2.0})[0, 0]


def test_that_the_order_counts_less_where_likely_pairs_cross() -> None:
    crossed = {(0, 2): 0.9, (1, 1): 0.9, (2, 0): 0.9}
    kept = {(0, 0): 0.9, (1, 1): 0.9, (2, 2): 0.9}
    assert kept_order(crossed, ()) < 0.1
    assert kept_order(kept, ()) > 0.7
    assert kept_order(crossed, [(0, 2), (2, 0)]) == 0.0, "equal texts count too"


def test_that_sure_pairs_on_both_sides_speak_for_a_pair() -> None:
    doubtful = {(1, 1): -2.0, (1, 2): -2.0}
    between = ordered_chances(doubtful, [(0, 0), (2, 2)], (3, 3), level_weights().order)
    alone = ordered_chances(doubtful, [], (3, 3), level_weights().order)
    assert between[1, 1] > alone[1, 1] > alone[1, 2]
    assert between[1, 2] == 0.0, "its partner is taken"


def test_that_the_order_of_very_long_lists_is_not_looked_at() -> None:
    assert ordered_chances({(0, 0): 2.0}, [], (101, 100), level_weights().order) == {}
    longest = ordered_chances({(n, n): 9.0 for n in range(100)}, [], (100, 100), ORDER)
    assert all(0.99 < value <= 1.000001 for value in longest.values())


@given(st.dictionaries(st.tuples(places, places), st.floats(-9, 9), max_size=20))
def test_that_chances_in_order_are_no_more_than_one(scores: Scores) -> None:
    found = ordered_chances(scores, [], (5, 5), ORDER)
    for side in (0, 1):
        for place in {pair[side] for pair in found}:
            assert sum(value for pair, value in found.items() if pair[side] == place) <= 1.000001


def test_that_a_common_adjective_is_no_evidence() -> None:
    left = ["Pays down technical debt", "Names dead ends early"]
    right = ["Records the outcome of technical disagreements", "Waters the office plants"]
    assert LevelModel([left, right]).pairs(0, 1, [0, 1], [0, 1]) == []


def test_that_unrelated_statements_stay_apart() -> None:
    left, right = ["Rakes leaves in autumn"], ["Talks to neighbours about hedges"]
    assert LevelModel([left, right]).pairs(0, 1, [0], [0]) == []
    assert LevelModel([left, right]).probabilities(0, 1, [0], [0]) == {}


# -- corrections ------------------------------------------------------------------------------


def test_that_two_statements_that_a_person_put_together_share_a_row() -> None:
    left, right = "Rakes leaves in autumn", "Talks to neighbours about hedges"
    said = PairCorrections().aligned(left, right)
    assert align_steps([[left], [right]], 0, said) == ((0, 0),)
    assert align_steps([[right], [left]], 0, said) == ((0, 0),), "in either direction"
    assert align_steps([[left], [right]], 0, said.forgotten(right, left)) != ((0, 0),)


def test_that_two_statements_that_a_person_parted_share_no_row() -> None:
    said = PairCorrections().parted(P3[0], P1[0])
    rows = align_steps([P1, P3], 0, said)
    assert (0, 0) not in rows
    assert (0, 0) in align_steps([P1, P3])


def test_that_the_last_word_counts() -> None:
    said = PairCorrections().parted("One", "Two").aligned("Two", "One")
    assert said.are_together("One", "Two")
    assert not said.are_apart("One", "Two")


def test_that_a_pair_put_together_comes_before_an_equal_text() -> None:
    said = PairCorrections().aligned("One", "Two")
    assert set(align_steps([["One"], ["One", "Two"]], 0, said)) == {(0, 1), (None, 0)}


def test_that_rows_do_not_depend_on_which_baseline_was_asked_for_before() -> None:
    columns = [["Bakes bread", "Sweeps the floor"], ["Sweeps floors", "Bakes all breads"], ["New"]]
    first = [align_steps(columns, baseline) for baseline in (0, 1, 2)]
    assert [align_steps(columns, baseline) for baseline in (2, 1, 0)] == first[::-1]
    assert {frozenset(rows) for rows in first} == {frozenset(first[0])}


# Some words are in many of them, which lowers their weight with the number of lists.
DUTIES = (
    "Plans routes for the team",
    "Plans the routes of one team",
    "Checks invoices for the team",
    "Approves invoices of all teams",
    "Trains the team",
    "Coaches new colleagues in the team",
)
COLUMN = st.lists(st.sampled_from(DUTIES), min_size=1, max_size=4, unique=True)


@given(st.lists(COLUMN, min_size=2, max_size=4), st.integers(0, 3), st.integers(0, 3), COLUMN)
def test_that_what_was_asked_before_changes_no_pair(
    columns: list[list[str]], left: int, edited: int, instead: list[str]
) -> None:
    fresh = replace(level_weights(), known={})
    for listed in (columns, [*columns[:edited], instead, *columns[edited + 1 :]]):
        left, right = left % len(listed), (left + 1) % len(listed)
        places = list(range(len(listed[left]))), list(range(len(listed[right])))
        found = LevelModel(listed).probabilities(left, right, *places)
        fresh.known.clear()
        assert LevelModel(listed, fresh).probabilities(left, right, *places) == found


def test_that_an_edit_leaves_the_pairs_of_other_columns_known() -> None:
    known = level_weights().known
    columns = [[f"{duty} in {place}" for duty in DUTIES[:3]] for place in ("Rome", "Oslo", "Bonn")]
    known.clear()
    align_steps(columns)
    before = set(known)
    edited = [*columns[2], "Oils the lifts"]
    align_steps([*columns[:2], edited])
    asked_anew = set(known) - before
    assert asked_anew
    assert all(one.right == tuple(edited) for one in asked_anew)
