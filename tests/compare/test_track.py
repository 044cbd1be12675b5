"""The size of each step along a track."""

from laddereditor.compare.sheet.table import DifferenceCounts
from laddereditor.compare.sheet.track import size_of, track_steps
from laddereditor.compare.sheet.track_subjects import track_subjects
from tests.compare.comparing_samples import ours


def test_that_each_step_of_a_family_names_its_pair_and_counts_what_is_asked() -> None:
    ladder = ours()
    (step,) = track_steps(ladder, ladder.families[0], "professional")
    assert (step.before, step.after) == ("families/data/P1", "families/data/P2")
    assert step.codes == ("P1", "P2")
    # Summary 1 gone; scope, autonomy and 2 responsibilities reworded; experience and SQL changed;
    # 1 responsibility, 2 expectations, 2 skills new; 1 expectation, 1 skill, 1 qualification gone.
    assert step.counts == DifferenceCounts(new=5, gone=4, reworded=4, same=0, changed=2)


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


def test_that_the_size_is_a_share_in_which_rewording_counts_half() -> None:
    assert size_of(DifferenceCounts()) == 0.0
    assert size_of(DifferenceCounts(new=1, gone=1)) == 1.0
    assert size_of(DifferenceCounts(new=1, reworded=2, same=2)) == 0.4
