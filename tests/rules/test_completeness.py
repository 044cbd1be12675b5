"""Rules on what a reader would miss."""

from typing import Any

import pytest

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.paths import value_at
from laddereditor.model.address import Address, FieldPath
from laddereditor.rules.check import check
from tests.rules.good import Where, found, raw, spoiled

P1 = Address("families/data/P1")


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("name", "", ("empty-name", "", "name")),
        ("id", "", ("empty-name", "", "id")),
        ("tracks/+", {"id": "x", "name": "X"}, ("empty-name", "tracks/x", "code")),
        ("skills/0/name", " ", ("empty-name", "skills/sql", "name")),
        ("families/0/name", "", ("empty-name", "families/data", "name")),
        ("levels/0/summary", "  ", ("empty-summary", "levels/P1", "summary")),
        ("families/0/summary", "", ("empty-summary", "families/data", "summary")),
        ("levels/3/factors/scope", "", ("empty-factor", "levels/M1", "factors/scope")),
        ("levels/3/factors/scope", None, ("empty-factor", "levels/M1", "factors/scope")),
        ("levels/3/factors", {}, ("empty-factor", "levels/M1", "factors")),
        (
            "families/0/profiles/0",
            {"level": "P1", "skills": ["sql"]},
            ("empty-responsibilities", P1, "responsibilities"),
        ),
        ("families/0/profiles/0/skills", [], ("empty-skills", P1, "skills")),
        ("families/1/profiles", [], ("empty-family", "families/ops", "profiles")),
        ("families/0/profiles/1", None, ("level-gap", "families/data", "profiles")),
        ("skills/+", {"id": "tea", "name": "Tea"}, ("unused-skill", "skills/tea", "")),
    ],
)
def test_that_what_is_missing_is_found(path: str, value: Any, where: Where) -> None:
    assert found(spoiled((path, value))) == [where]


def test_that_what_is_inherited_or_optional_is_not_missing() -> None:
    ladder = spoiled(
        ("families/0/profiles/1/factors/scope", ""),
        ("families/0/profiles/1/summary", ""),
        ("families/0/profiles/1/qualifications", []),
        ("families/0/profiles/1/expectations", {}),
        ("skills/0/description", ""),
        ("levels/4/experience", None),
        ("description", "TBD-free"),
    )
    assert [hit for hit in found(ladder) if hit[0] != "placeholder"] == []


def test_that_a_summary_missing_at_both_is_reported_at_the_level() -> None:
    ladder = spoiled(("levels/4/summary", ""))
    assert found(ladder) == [("empty-summary", "levels/M2", "summary")]


def test_that_a_family_may_start_and_end_at_any_level_of_each_track() -> None:
    m1 = raw()["families"][1]["profiles"][0] | {"level": "M1"}
    assert found(spoiled(("families/0/profiles/0", None), ("families/0/profiles/+", m1))) == []


def test_that_each_level_left_out_is_reported() -> None:
    levels = raw()["levels"]
    more = [levels[2] | {"id": f"P{n}", "experience": {"min": 8}} for n in (4, 5)]
    p5 = raw()["families"][1]["profiles"][0] | {"level": "P5"}
    ladder = spoiled(
        ("levels", [*levels[:3], *more, *levels[3:]]),
        ("families/0/profiles/1", None),
        ("families/0/profiles/+", p5),
    )
    messages = [one.message for one in check(ladder).findings if one.rule == "level-gap"]
    assert [message.split(",")[0] for message in messages] == [
        "There is no P2",
        "There is no P4",
    ]


def test_that_a_level_left_out_can_be_added() -> None:
    ladder = spoiled(("families/0/profiles/1", None))
    mended = check(ladder).findings[0].fixes[0].edit(ladder).change(ladder)
    assert [profile.level for profile in mended.families[0].profiles] == ["P1", "P2", "P3"]


def test_that_an_unused_skill_can_be_deleted_unless_it_is_used_now() -> None:
    tea = ("skills/+", {"id": "tea", "name": "Tea"})
    ladder = spoiled(tea)
    fix = check(ladder).findings[0].fixes[0]
    assert fix.edit(ladder).change(ladder) == spoiled()
    with pytest.raises(EditRefused):
        fix.edit(spoiled(tea, ("families/0/profiles/0/skills/+", "tea")))


def test_that_a_skill_says_what_it_looks_like_where_it_is_asked_for() -> None:
    ladder = spoiled(
        ("families/0/profiles/2/skills/1/proficiency", "expert"),
        ("families/1/profiles/0/skills/0", {"skill": "sql", "proficiency": "working"}),
        ("families/0/profiles/2/skills/0", {"skill": "sql", "proficiency": "expert"}),
    )
    assert found(ladder) == [
        ("skill-text", "skills/sql", "proficiencies"),
        ("skill-text", "skills/mentoring", "proficiencies"),
    ]
    assert "working, expert" in check(ladder).findings[0].message


def test_that_skills_are_not_called_unused_before_there_is_a_profile() -> None:
    ladder = spoiled(("families", []))
    assert found(ladder) == []


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("responsibilities/+", "responsibilities/2"),
        ("responsibilities/1/text", "responsibilities/1/text"),
        ("qualifications/+", "qualifications/1"),
        ("titles", "titles/0"),
        ("expectations/delivery/+", "expectations/delivery/1"),
    ],
)
def test_that_an_empty_line_in_a_list_is_found(path: str, field: str) -> None:
    blank = [" "] if path == "titles" else " "
    ladder = spoiled((f"families/0/profiles/0/{path}", blank))
    assert found(ladder) == [("blank-item", P1, field)]


def test_that_an_empty_line_can_be_removed() -> None:
    ladder = spoiled(("families/0/profiles/0/responsibilities/+", ""))
    assert found(check(ladder).findings[0].fixes[0].edit(ladder).change(ladder)) == []


@pytest.mark.parametrize(
    ("path", "address", "field"),
    [
        ("description", "", "description"),
        ("factors/0/description", "factors/scope", "description"),
        ("levels/0/factors/scope", "levels/P1", "factors/scope"),
        ("skills/0/aliases/+", "skills/sql", "aliases/1"),
        ("families/0/profiles/0/summary", P1, "summary"),
        ("families/0/profiles/0/responsibilities/0", P1, "responsibilities/0"),
        ("families/0/profiles/0/responsibilities/1/text", P1, "responsibilities/1/text"),
        ("families/0/profiles/0/expectations/delivery/0", P1, "expectations/delivery/0"),
        ("families/0/profiles/1/pay/note", "families/data/P2", "pay/note"),
    ],
)
def test_that_placeholder_text_is_found(path: str, address: str, field: str) -> None:
    words = ("checks", {"words": {"placeholder": ["Soon to come"]}})
    assert found(spoiled((path, "More is soon to Come."), words)) == [
        ("placeholder", address, field)
    ]


def test_that_the_programs_own_list_has_what_people_write() -> None:
    for text in ("TBD", "Pay will return shortly.", "tbd: ask Ann"):
        ladder = spoiled(("levels/0/summary", text))
        assert found(ladder) == [("placeholder", "levels/P1", "summary")]


def test_that_placeholders_are_whole_words_and_notes_are_free() -> None:
    ladder = spoiled(("levels/0/summary", "Works on STBDX and tbdata"), ("levels/0/notes", "TBD"))
    assert found(ladder) == []


def test_that_a_phrase_may_count_at_the_beginning_only() -> None:
    words = ("checks", {"words": {"placeholder": ["^Rules of"]}})
    for text, times in (("Rules of the level", 1), ("Follows the rules of the road", 0)):
        hits = found(spoiled(("levels/0/summary", text), words))
        assert hits == [("placeholder", "levels/P1", "summary")] * times


def test_that_the_longest_phrase_is_named() -> None:
    words = ("checks", {"words": {"placeholder": ["soon", "soon to come"]}})
    ladder = spoiled(("levels/0/summary", "Soon to come"), words)
    assert '"Soon to come"' in check(ladder).findings[0].message


def test_that_the_level_names_the_factor_it_says_nothing_about() -> None:
    ladder = spoiled(("levels/3/factors/scope", ""), ("factors/0/name", "The Scope"))
    assert check(ladder).findings[0].message.endswith("about The Scope.")


@pytest.mark.parametrize(
    ("path", "address", "field"),
    [
        ("levels/0/summary", "levels/P1", "summary"),
        ("levels/0/notes", "levels/P1", "notes"),
        ("skills/0/name", "skills/sql", "name"),
        ("families/0/profiles/0/responsibilities/1/text", P1, "responsibilities/1/text"),
    ],
)
def test_that_a_control_character_is_found_and_can_be_cleaned(
    path: str, address: str, field: str
) -> None:
    ladder = spoiled((path, "SQ\x07L one\vtwo"))
    (finding,) = [one for one in check(ladder).findings if one.rule == "control-character"]
    assert (finding.address, finding.field) == (address, field)
    assert finding.message == "This text holds the control character BEL."
    after = finding.fixes[0].edit(ladder).change(ladder)
    assert value_at(finding.address.entity(after), FieldPath(field)) == "SQL one two"


def test_that_signs_that_can_be_seen_and_spaces_are_no_control_characters() -> None:
    ladder = spoiled(("levels/0/summary", "🚀 e\u0301\u00a0\u202f\u2028\u2029\t\u200f\n done"))
    assert found(ladder) == []
