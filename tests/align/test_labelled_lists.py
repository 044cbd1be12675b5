"""Matching agrees with what a reader says of the labelled lists."""

import pytest

from tests.align.labelled_lists import FOLDER, Verdict, judged, read_cases, total

FLOOR = 0.95
SETS = ("tuned", "hard", "held_out", "held_out_late")
LEVELS = {  # see test_steps.py
    "levels_tuned",
    "levels_held_out",
    "levels_more_tuned",
    "levels_more_held_out",
    "levels_trades_held_out",
    "levels_late_tuned",
}


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    return [judged(case) for name in SETS for case in read_cases(name)]


def test_that_there_are_enough_labelled_lists() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(SETS) | LEVELS
    assert sum(len(read_cases(name)) for name in SETS) >= 100
    assert len(read_cases("held_out")) >= 20


def test_that_labels_name_each_list_once() -> None:
    titles = [case.title for name in SETS for case in read_cases(name)]
    assert len(titles) == len(set(titles))


def test_that_matching_finds_the_pairs_a_reader_finds(verdicts: list[Verdict]) -> None:
    score = total([verdict.pairs for verdict in verdicts])
    assert score.precision >= FLOOR
    assert score.recall >= FLOOR


def test_that_matching_finds_the_reworded_pairs_a_reader_finds(verdicts: list[Verdict]) -> None:
    score = total([verdict.reworded for verdict in verdicts])
    assert score.precision >= FLOOR
    assert score.recall >= FLOOR


def test_that_equal_pairs_are_all_found(verdicts: list[Verdict]) -> None:
    score = total([verdict.equal for verdict in verdicts])
    assert (score.wrong, score.missed) == (0, 0)


def test_that_splits_and_joins_are_found(verdicts: list[Verdict]) -> None:
    score = total([verdict.parted for verdict in verdicts])
    assert score.right >= 15
    assert score.precision >= FLOOR
    assert score.recall >= FLOOR


@pytest.mark.parametrize("name", ["held_out", "held_out_late"])
def test_that_lists_kept_aside_come_out_as_well(name: str) -> None:
    aside = [judged(case) for case in read_cases(name)]
    score = total([verdict.reworded for verdict in aside])
    assert score.precision >= FLOOR
    assert score.recall >= FLOOR
