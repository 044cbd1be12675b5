"""The diff agrees with what a reader says changed between the labelled ladders."""

import pytest

from laddereditor.compare.diff.applying.applying import apply
from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.diffing import diff
from laddereditor.model.address import Address, FieldPath
from tests.compare.labelled_changes import (
    FOLDER,
    KINDS,
    SETS,
    Case,
    Score,
    Verdict,
    effect_score,
    judged,
    read_cases,
    reported,
    scores,
)

# What is reached; the aim is 0.95. To be raised with the diff, never lowered.
PRECISION, RECALL = 0.98, 0.98
EFFECTS = 0.88  # of the effects a reader is sure of, where the change was found

CASES = [case for name in SETS for case in read_cases(name)]


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    return [judged(case) for case in CASES]


def test_that_there_are_enough_labelled_ladders() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.is_dir()} == set(SETS)
    assert len(CASES) >= 56
    assert len(read_cases("held_out")) >= 20
    names = [case.name for case in CASES]
    assert len(names) == len(set(names))


def test_that_labels_use_every_kind_of_change() -> None:
    assert {label.kind for case in CASES for label in case.descriptions[0]} == set(KINDS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_that_what_a_label_is_about_is_in_a_ladder(case: Case) -> None:
    texts = case.before + case.after
    assert all(label.text in texts for description in case.descriptions for label in description)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_that_the_changes_of_a_labelled_pair_make_one_ladder_the_other(case: Case) -> None:
    old, new = case.old, case.new
    assert apply(diff(old, new), old) == new


def test_that_the_changes_a_reader_names_are_found(verdicts: list[Verdict]) -> None:
    score = scores(verdicts)[""]
    assert score.precision >= PRECISION
    assert score.recall >= RECALL


def test_that_no_effect_is_stated_that_a_reader_denies(verdicts: list[Verdict]) -> None:
    assert [verdict.effects_wrong for verdict in verdicts if verdict.effects_wrong] == []


def test_that_the_effects_a_reader_is_sure_of_are_mostly_found(verdicts: list[Verdict]) -> None:
    assert effect_score(verdicts).recall >= EFFECTS


def test_that_a_score_counts_what_is_false_and_what_is_missing() -> None:
    score = Score(right=3, wrong=1, missed=2)
    assert (score.precision, score.recall) == (0.75, 0.6)


def test_that_a_change_in_another_place_does_not_count_as_found() -> None:
    (case,) = [case for case in CASES if case.name == "care-duty-to-higher-level"]
    elsewhere = Case(case.name, case.says, case.before, case.before, case.descriptions)
    assert len(judged(elsewhere).missed) == 1
    assert judged(elsewhere).right == ()


def test_that_a_place_in_a_list_is_not_part_of_what_is_compared() -> None:
    change = LadderChange(
        "changed",
        Address("families/a/P1"),
        FieldPath("responsibilities/2"),
        "Old",
        "New",
        "unclear",
        "",
    )
    assert reported(change).field == "responsibilities"
