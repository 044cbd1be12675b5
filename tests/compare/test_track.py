"""The size of each step along a track."""

from itertools import pairwise, product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import DifferenceCounts
from laddereditor.compare.sheet.track import (
    UNKNOWN,
    StepSize,
    columns_of_steps,
    remarks_on,
    steps_of,
    track_steps,
)
from laddereditor.compare.sheet.track_subjects import track_subjects
from laddereditor.model.ladder import Ladder
from tests.compare.comparing_samples import ours
from tests.examples import examples
from tests.strategies import ladders


def test_that_each_step_of_a_family_names_its_pair_and_counts_what_is_asked() -> None:
    ladder = ours()
    (step,) = track_steps(ladder, ladder.families[0], "professional")
    assert (step.before, step.after) == ("families/data/P1", "families/data/P2")
    assert step.codes == ("P1", "P2")
    # Summary 1 gone; scope, autonomy, experience and SQL changed; 2 responsibilities reworded; 1
    # responsibility, 2 expectations, 2 skills new; 1 expectation, 1 skill, 1 qualification gone.
    assert step.counts == DifferenceCounts(new=5, gone=4, reworded=2, changed=4)


def test_that_the_generic_levels_have_steps_of_their_own() -> None:
    (step,) = track_steps(ours(), None, "professional")
    assert (step.before, step.after) == ("levels/P1", "levels/P2")
    assert step.counts.same == 1


def test_that_a_level_without_a_profile_is_stepped_over_and_ranks_give_the_order() -> None:
    levels = [{"id": f"P{n}", "track": "p", "name": str(n)} for n in range(1, 5)]
    profiles = [{"level": level, "summary": level} for level in ("P4", "P1", "P9", "P2")]
    ladder = ours(levels=levels, families=[{"id": "x", "profiles": profiles}])
    family = ladder.families[0]
    assert [step.codes for step in track_steps(ladder, family, "p")] == [("P1", "P2"), ("P2", "P4")]
    everywhere = [subject.address.rpartition("/")[2] for subject in track_subjects(ladder, family)]
    assert everywhere == ["P1", "P2", "P4", "P9"]


def test_that_the_order_of_the_levels_is_the_rank_whatever_their_codes() -> None:
    levels = [{"id": code, "track": "p"} for code in ("P2", "P10", "P1")]
    profiles = [{"level": code} for code in ("P1", "P2", "P10")]
    ladder = ours(levels=levels, families=[{"id": "x", "profiles": profiles}])
    found = [step.codes for step in track_steps(ladder, ladder.families[0], "p")]
    assert found == [("P2", "P10"), ("P10", "P1")]


def test_that_a_track_of_one_level_has_no_steps() -> None:
    ladder = ours()
    assert track_steps(ladder, ladder.families[0], "management") == ()


def test_that_a_second_family_of_the_same_id_is_addressed_as_itself() -> None:
    twin = {"id": "x", "profiles": [{"level": "P1"}, {"level": "P2"}]}
    ladder = ours(families=[twin, twin])
    (step,) = track_steps(ladder, ladder.families[1], "professional")
    assert step.before == "families/x~2/P1"


def test_that_names_titles_and_pay_make_no_step() -> None:
    profiles = [
        {"level": "P1", "title": "One", "flsa": "exempt", "titles": ["A"], "skills": ["sql"]},
        {"level": "P2", "title": "Two", "pay": {"note": "More"}, "skills": ["sql"]},
    ]
    levels = [{"id": "P1", "track": "p", "grade": "1"}, {"id": "P2", "track": "p", "grade": "2"}]
    ladder = ours(levels=levels, families=[{"id": "x", "profiles": profiles}])
    (step,) = track_steps(ladder, ladder.families[0], "p")
    assert (step.counts, step.size) == (DifferenceCounts(same=1), 0.0)


def test_that_the_size_is_a_share_in_which_rewording_counts_by_how_much_it_differs() -> None:
    assert StepSize(DifferenceCounts(), 0.0).share == 0.0
    assert StepSize(DifferenceCounts(new=1, gone=1), 0.0).share == 1.0
    assert StepSize(DifferenceCounts(new=1, reworded=1, changed=1, same=2), 0.5).share == 0.3


def _size(before: str, after: str) -> float:
    levels = [{"id": code, "track": "p"} for code in ("P1", "P2")]
    profiles = [
        {"level": "P1", "responsibilities": [before, "Sweeps the floor of the workshop"]},
        {"level": "P2", "responsibilities": [after, "Sweeps the floor of the workshop"]},
    ]
    ladder = ours(levels=levels, families=[{"id": "x", "profiles": profiles}])
    (step,) = track_steps(ladder, ladder.families[0], "p")
    assert step.counts == DifferenceCounts(reworded=1, same=1)
    return step.size


def test_that_one_other_word_makes_a_smaller_step_than_five() -> None:
    text = "Glues and presses plain boards for the doors of small cabinets"
    one = _size(text, text.replace("small", "large"))
    five = _size(text, "Glues and presses curved boards for the doors of one ceremonial hall")
    assert 0 < one < five < 0.25


def test_that_a_skill_counts_by_the_steps_between_its_proficiencies() -> None:
    def size(step: str) -> float:
        levels = [{"id": code, "track": "p"} for code in ("P1", "P2")]
        uses = [{"skill": "sql", "proficiency": one} for one in ("working", step)]
        profiles = [
            {"level": code, "skills": [use]} for code, use in zip(("P1", "P2"), uses, strict=True)
        ]
        scale = [{"id": one} for one in ("awareness", "working", "expert", "master", "authority")]
        families = [{"id": "x", "profiles": profiles}]
        ladder = ours(levels=levels, families=families, proficiencies=scale)
        return track_steps(ladder, ladder.families[0], "p")[0].size

    assert [size(step) for step in ("working", "expert", "authority")] == [0.0, 0.125, 0.375]


def test_that_years_count_by_the_share_of_the_greater_number() -> None:
    levels = [{"id": code, "track": "p"} for code in ("P1", "P2")]
    profiles = [
        {"level": "P1", "experience": {"min": 3}},
        {"level": "P2", "experience": {"min": 4}},
    ]
    ladder = ours(levels=levels, families=[{"id": "x", "profiles": profiles}])
    (step,) = track_steps(ladder, ladder.families[0], "p")
    assert (step.counts, step.size) == (DifferenceCounts(changed=1), 0.125)


def test_that_a_step_is_remarked_if_it_is_twice_or_half_as_large_as_its_neighbours() -> None:
    assert remarks_on([0.4, 0.2, 0.5]) == ("", "small", "")
    assert remarks_on([0.4, 0.9]) == ("small", "large")
    assert remarks_on([0.5, 0.45, 0.6]) == ("", "", "")
    assert remarks_on([0.3, 0.9, 0.3, 0.4]) == ("", "large", "", "")
    assert remarks_on([0.7]) == ("",)


def test_that_small_shares_are_not_remarked_though_one_is_a_multiple_of_the_other() -> None:
    assert remarks_on([0.02, 0.08, 0.03]) == ("", "", "")


def test_that_a_step_that_is_not_worked_out_yet_is_not_compared_with() -> None:
    assert remarks_on([UNKNOWN, UNKNOWN, 0.9]) == ("", "", "")
    assert remarks_on([UNKNOWN, 0.8, 0.2]) == ("", "large", "small")


@given(st.lists(st.floats(0, 1), max_size=6))
def test_that_no_two_neighbours_are_both_small_or_both_large(sizes: list[float]) -> None:
    remarks = remarks_on(sizes)
    assert len(remarks) == len(sizes)
    assert all(one != other or not one for one, other in pairwise(remarks))


def test_that_another_text_in_a_row_of_both_counts_half() -> None:
    levels = [{"id": code, "track": "p"} for code in ("P1", "P2")]
    profiles = [{"level": "P1", "summary": "Oils"}, {"level": "P2", "summary": "Repairs"}]
    ladder = ours(levels=levels, families=[{"id": "x", "profiles": profiles}])
    (step,) = track_steps(ladder, ladder.families[0], "p")
    assert (step.counts, step.size) == (DifferenceCounts(changed=1), 0.5)


@given(ladders())
@settings(max_examples=examples(60), deadline=None, suppress_health_check=list(HealthCheck))
def test_that_a_step_of_a_whole_track_is_that_of_its_two_levels_alone(ladder: Ladder) -> None:
    tracks = {level.track for level in ladder.levels} - {""}
    for family, track in product([None, *ladder.families], sorted(tracks)):
        pairs = list(pairwise(track_subjects(ladder, family, track)))
        alone = tuple(step for pair in pairs for step in steps_of(compare(pair)))
        assert track_steps(ladder, family, track) == alone


def test_that_columns_are_steps_if_they_are_compared_with_a_level_of_the_same_ladder() -> None:
    ladder, other = ours(), ours()
    below, above = track_subjects(ladder, ladder.families[0], "professional")
    elsewhere = Subject(other, above.address)
    columns = (below, above, elsewhere)
    assert columns_of_steps(compare(columns), ladder) == {(below.address, above.address): 1}
    assert columns_of_steps(compare(columns, 1), ladder) == {(above.address, below.address): 0}
    assert columns_of_steps(compare(columns), other) == {}
