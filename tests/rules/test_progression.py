"""What rises, stays or falls from level to level, and what families say alike."""

from typing import Any

import pytest

from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import check
from laddereditor.rules.finding import Finding

DUTY = "responsibilities"


def ladder(*families: list[dict[str, Any]], **parts: Any) -> Ladder:
    """A ladder with a track of four levels, and families whose profiles go from P1 on."""
    steps = [{"id": f"P{n}", "track": "p"} for n in range(1, 5)]
    named = [
        {"id": f"f{n}", "profiles": [{"level": f"P{at}"} | one for at, one in enumerate(given, 1)]}
        for n, given in enumerate(families)
    ]
    tracks = [{"id": "p", "code": "P"}]
    raw = {"laddereditor": 1, "tracks": tracks, "levels": steps, "families": named}
    return Ladder.model_validate(raw | parts)


def duties(*lists: list[Any]) -> list[dict[str, Any]]:
    return [{DUTY: one} for one in lists]


def findings(made: Ladder, *rules: str) -> list[Finding]:
    return [one for one in check(made).findings if one.rule in rules]


def where(made: Ladder, *rules: str) -> list[tuple[str, str, str]]:
    return [(one.rule, one.address, one.field) for one in findings(made, *rules)]


# -- repeated --------------------------------------------------------------------------------------

REPEATED = "repeated-statement", "repeated-list", "equal-neighbours"


def test_that_a_statement_of_the_level_below_is_found_whatever_its_case_and_full_stop() -> None:
    made = ladder(duties(["Loads figures", "Asks"], [{"text": "loads  figures."}, "Plans"]))
    (found,) = findings(made, *REPEATED)
    assert (found.rule, found.address) == ("repeated-statement", "families/f0/P2")
    assert found.field == "responsibilities/0/text"
    assert found.spans == ((0, 15),)
    after = found.fixes[0].edit(made).change(made)
    assert after.families[0].profiles[1].responsibilities == ("Plans",)


def test_that_a_list_that_is_the_same_is_one_finding() -> None:
    below = {"expectations": {"care": ["Checks", "Asks"], "help": ["Notes"]}}
    above = {"expectations": {"care": ["Asks.", "Checks"], "help": ["Teaches"]}}
    assert where(ladder([below, above]), *REPEATED) == [
        ("repeated-list", "families/f0/P2", "expectations/care")
    ]


def test_that_equal_profiles_are_one_error_in_place_of_all_other_findings() -> None:
    same = {DUTY: ["Loads", "Checks"], "expectations": {"care": ["Asks", "Notes"]}}
    assert where(ladder([same, same]), *REPEATED) == [("equal-neighbours", "families/f0/P2", "")]


def test_that_a_list_of_another_competency_is_no_repetition() -> None:
    below, above = ({"expectations": {one: ["Asks"]}} for one in ("care", "help"))
    assert where(ladder([below, above]), "repeated-statement") == []


def test_that_levels_themselves_are_compared() -> None:
    texts = {"scope": "One task", "impact": "The team"}
    levels = [
        {"id": "P1", "track": "p", "factors": texts, "expectations": {"care": ["Asks", "Notes"]}},
        {"id": "P2", "track": "p", "factors": texts, "expectations": {"care": ["Asks", "Plans"]}},
    ]
    assert where(_of(levels), *REPEATED) == [
        ("equal-neighbours", "levels/P2", "factors"),
        ("repeated-statement", "levels/P2", "expectations/care/0"),
    ]


def _of(levels: list[dict[str, Any]]) -> Ladder:
    tracks = [{"id": "p", "code": "P"}]
    return Ladder.model_validate({"laddereditor": 1, "tracks": tracks, "levels": levels})


# -- nearly repeated -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("below", "above", "times"),
    [
        (
            "Answers questions of colleagues on daily figures",
            "Answers queries of colleagues on daily figures",
            1,
        ),
        ("Reviews the work of all new hires", "Reviews work of all new hires", 1),
        ("Decides on loads of low risk alone", "Decides on loads of high risk alone", 0),
        ("Plans small releases of a product", "Plans large releases of a product", 0),
        (
            "Mentors colleagues in the own team daily",
            "Mentors colleagues in several teams daily",
            0,
        ),
        ("Leads two projects in a year", "Leads four projects in a year", 0),
        ("Assists with loads of daily figures", "Leads on loads of daily figures", 0),
        ("Writes plans for loads of figures", "Reviews plans for loads of figures", 0),
        ("Plans loads of daily figures", "Plans loads of daily figures and forecasts", 0),
        ("Names gaps", "Closes gaps", 0),
    ],
)
def test_that_contrast_is_no_repetition(below: str, above: str, times: int) -> None:
    made = ladder(duties([below, "Asks"], ["Teaches", above]))
    assert len(findings(made, "nearly-repeated")) == times


def test_that_the_changed_words_are_shown_and_marked() -> None:
    text = "Answers queries of colleagues on daily figures"
    made = ladder(duties(["Answers questions of colleagues on daily figures"], [text, "Asks"]))
    (found,) = findings(made, "nearly-repeated")
    assert "“queries” instead of “questions”" in found.message
    assert [text[start:end] for start, end in found.spans] == ["queries"]


def test_that_house_words_may_tell_levels_apart() -> None:
    words = {"checks": {"words": {"nearly-repeated": ["silver", "gold"]}}}
    lists = ["Serves the silver table of loud guests"], ["Serves the gold table of loud guests"]
    assert len(findings(ladder(duties(*lists)), "nearly-repeated")) == 1
    assert findings(ladder(duties(*lists), **words), "nearly-repeated") == []


# -- along the track -------------------------------------------------------------------------------


def test_that_a_statement_that_comes_back_names_where_it_was_missed() -> None:
    made = ladder(duties(["Loads"], ["Plans"], ["Decides"], ["Loads", "Teaches"]))
    (found,) = findings(made, "returned-statement")
    assert (found.address, found.field) == ("families/f0/P4", "responsibilities/0")
    assert "Said at P1 and here, but not at P2, P3: “Loads”" in found.message


def test_that_tracks_are_followed_by_rank_and_not_by_the_order_in_the_file() -> None:
    made = ladder(duties(["Loads"], ["Loads", "Plans"], ["Plans", "Teaches"]))
    family = made.families[0]
    turned = evolve(family, profiles=tuple(reversed(family.profiles)))
    assert findings(evolve(made, families=(turned,)), "returned-statement") == []


SCALE = {"proficiencies": [{"id": "working"}, {"id": "expert"}], "skills": [{"id": "sql"}]}


def _asking(*steps: str) -> list[dict[str, Any]]:
    return [{"skills": [{"skill": "sql", "proficiency": step}] if step else []} for step in steps]


def test_that_a_proficiency_that_falls_is_found_over_levels_without_the_skill() -> None:
    made = ladder(_asking("working", "expert", "", "working"), **SCALE)
    (found,) = findings(made, "falling-proficiency")
    assert (found.address, found.field) == ("families/f0/P4", "skills/0")
    assert "expert at P2" in found.message
    assert findings(found.fixes[0].edit(made).change(made), "falling-proficiency") == []


@pytest.mark.parametrize("steps", [("working", "expert"), ("expert", "expert"), ("expert", "odd")])
def test_that_a_proficiency_that_rises_or_is_unknown_does_not_fall(steps: tuple[str, str]) -> None:
    assert findings(ladder(_asking(*steps), **SCALE), "falling-proficiency") == []


def test_that_a_competency_between_two_levels_is_missed_unless_the_level_has_it() -> None:
    low, mid, high = (
        {"expectations": {one: [f"Does {n}"] for one in names}}
        for n, names in enumerate((["care", "help"], ["care"], ["care", "help"]))
    )
    made = ladder([low, mid, high])
    assert where(made, "competency-gap") == [("competency-gap", "families/f0/P2", "expectations")]
    levels = list(made.levels)
    levels[1] = evolve(levels[1], expectations={"help": ("Asks",)})
    assert where(evolve(made, levels=tuple(levels)), "competency-gap") == []


def test_that_a_competency_between_two_levels_is_missed_at_levels_too() -> None:
    levels = [
        {"id": f"P{n}", "track": "p", "expectations": {one: [f"Does {n}"] for one in names}}
        for n, names in enumerate((["care", "help"], ["care"], ["care", "help"]), 1)
    ]
    assert where(_of(levels), "competency-gap") == [("competency-gap", "levels/P2", "expectations")]


def test_that_a_step_that_is_hardly_one_is_compared_with_the_others() -> None:
    old = ["Designs", "Teaches", "Decides", "Answers"]
    made = ladder(
        duties(["A1", "A2", "A3", "A4"], ["B1", "B2", "B3", "B4"], old, [*old[:3], "Speaks"])
    )
    (found,) = findings(made, "uneven-step")
    assert found.address == "families/f0/P4"
    assert "A small step from P3: 25% of the statements are new, usually 100%" in found.message


# -- twice in one profile --------------------------------------------------------------------------


def test_that_a_statement_said_twice_is_removed_where_it_is_the_second() -> None:
    made = ladder(duties(["Loads figures", "Checks", "Loads figures."]))
    (found,) = findings(made, "statement-twice")
    assert found.field == "responsibilities/2"
    after = found.fixes[0].edit(made).change(made)
    assert after.families[0].profiles[0].responsibilities == ("Loads figures", "Checks")


@pytest.mark.parametrize(
    ("other", "times"),
    [("Mentor junior analysts", 1), ("Mentors senior analysts", 0), ("Mentoring", 0)],
)
def test_that_the_form_of_a_word_makes_no_other_statement(other: str, times: int) -> None:
    made = ladder(duties(["Mentoring junior analysts", "Mentored", other]))
    assert len(findings(made, "nearly-twice")) == times


# -- across families -------------------------------------------------------------------------------


def test_that_what_all_families_say_is_said_once_at_the_level() -> None:
    one, other = ({"expectations": {"care": ["Keeps dates", text]}} for text in ("Loads", "Draws"))
    made = ladder([one, {DUTY: ["Plans"]}], [other, {DUTY: ["Teaches"]}], [one, {DUTY: ["Asks"]}])
    (found,) = findings(made, "shared-statement")
    assert (found.address, found.field) == ("levels/P1", "expectations/care")
    assert found.message == "All 3 families with a profile at this level say “Keeps dates”."


def test_that_a_statement_that_one_family_lacks_is_not_shared() -> None:
    same, other = {DUTY: ["Keeps dates"]}, {DUTY: ["Loads"]}
    assert findings(ladder([same], [same], [other]), "shared-statement") == []
    assert findings(ladder([same]), "shared-statement") == []


def test_that_families_that_say_nearly_the_same_are_named() -> None:
    many = [f"Does thing {n}" for n in range(12)]
    made = ladder(duties(many), duties([*many[:11], "Teaches"]), duties(["Other", *many[:3]]))
    (found,) = findings(made, "same-family")
    assert found.address == "families/f1" and "(f0)" in found.message


def test_that_a_title_of_two_families_is_found_and_follows_a_rename() -> None:
    made = ladder([{"title": "Analyst"}], [{"title": " analyst"}])
    report = check(made)
    (found,) = [one for one in report.findings if one.rule == "same-title"]
    assert (found.address, found.field) == ("families/f1/P1", "title")
    renamed = evolve(made.families[0], name="Figures")
    after = check(evolve(made, families=(renamed, made.families[1])), report)
    assert "“Figures”" in next(one.message for one in after.findings if one.rule == "same-title")


def test_that_a_title_at_two_levels_is_found_at_the_later_one() -> None:
    titles = [{"title": "Analyst"}, {"title": " ANALYST"}, {"title": ""}, {"title": "Lead Analyst"}]
    (found,) = findings(ladder(titles), "title-at-two-levels")
    assert (found.address, found.field) == ("families/f0/P2", "title")
    assert found.message.endswith("is the title at P1 too.")


def test_that_titles_that_patterns_give_are_not_compared() -> None:
    patterns = [{"id": f"P{n}", "track": "p", "title_patterns": ["Analyst"]} for n in (1, 2)]
    assert findings(ladder([{}, {}], levels=patterns), "title-at-two-levels") == []
