"""Adding, duplicating, deleting and moving entries of the tree."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from laddereditor.edits.edit import Edit, EditRefused, combined_edit, follow
from laddereditor.edits.fields import set_field
from laddereditor.edits.references import rename
from laddereditor.edits.structure import (
    Use,
    add,
    delete,
    duplicate,
    move,
    move_by,
    rename_group,
    set_group,
    uses_of,
)
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import Entity, evolve
from laddereditor.model.kinds import key_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import RatedSkill
from tests.edits.samples import DATA_P3, accepted, family, made, profile, sample
from tests.finding import find

STEWARDSHIP = Address("families/data/competencies/stewardship")


def keys(entities: tuple[Entity, ...]) -> list[str]:
    return [key_of(entity) for entity in entities]


@pytest.mark.parametrize(
    ("kind", "parent", "select", "name"),
    [
        ("skill", "", "skills/new-skill", "New skill"),
        ("factor", "", "factors/new-leveling-factor", "New leveling factor"),
        ("track", "", "tracks/new-track", "New track"),
        ("proficiency", "", "proficiencies/new-proficiency", "New proficiency"),
        ("competency", "", "competencies/new-competency", "New competency"),
        ("competency", "families/hr", "families/hr/competencies/new-competency", "New competency"),
        ("family", "", "families/new-family", "New family"),
        ("level", "", "levels/P4", "New level"),
        ("level", "tracks/management", "levels/M3", "New level"),
    ],
)
def test_that_every_kind_can_be_added(kind: str, parent: str, select: str, name: str) -> None:
    ladder = sample()
    edit = add(ladder, Address(parent), kind)
    after = made(edit, ladder)
    assert edit.select == select
    assert find(after, select).name == name
    assert edit.label.startswith("Add ")


def test_that_a_second_new_entry_is_distinguished_from_the_first() -> None:
    ladder = made(add(sample(), Address(), "skill"), sample())
    edit = add(ladder, Address(), "skill")
    assert edit.select == "skills/new-skill-2"
    assert find(made(edit, ladder), edit.select).name == "New skill 2"


def test_that_an_entry_comes_after_its_sibling_into_its_group() -> None:
    ladder = sample()
    after = made(add(ladder, Address(), "skill", after=Address("skills/mentoring")), ladder)
    assert (after.skills[1].id, after.skills[1].category) == ("new-skill", "People")
    after = made(add(ladder, Address(), "family", after=Address("families/data")), ladder)
    assert (after.families[1].id, after.families[1].function) == ("new-family", "Engineering")
    after = made(add(ladder, Address(), "level", after=Address("levels/M1")), ladder)
    assert keys(after.levels) == ["P1", "P2", "P3", "M1", "M3", "M2"]
    after = made(add(ladder, Address(), "level"), ladder)
    assert keys(after.levels) == ["P1", "P2", "P3", "P4", "M1", "M2"]


def test_that_values_name_the_entry() -> None:
    ladder = sample()
    values = {"name": "Größe", "category": "Data", "x-team": "Blue"}
    after = made(add(ladder, Address(), "skill", values=values), ladder)
    assert (after.skills[-1].id, after.skills[-1].category) == ("grosse", "Data")
    assert (after.skills[-1].model_extra or {})["x-team"] == "Blue"


@pytest.mark.parametrize(
    ("family_id", "after", "values", "expected"),
    [
        ("data", "", None, ["P1", "P2", "P3"]),
        ("data", DATA_P3, None, ["P1", "P2", "P3"]),
        ("web", "families/web/P1", None, ["P1", "P2", "M1"]),
        ("web", "families/web/M1", None, ["P1", "M1", "M2"]),
        ("web", "", {"level": "P3"}, ["P1", "P3", "M1"]),
        ("hr", "", None, ["P1"]),
    ],
)
def test_that_a_profile_takes_the_next_free_level(
    family_id: str, after: str, values: dict[str, Any] | None, expected: list[str]
) -> None:
    ladder = sample()
    edit = add(
        ladder, Address(f"families/{family_id}"), "profile", after=Address(after), values=values
    )
    assert keys(family(made(edit, ladder), family_id).profiles) == expected


ADD_REFUSED: list[tuple[Callable[[Ladder], Edit], str]] = [
    (
        lambda one: add(one, Address(), "profile"),
        "A profile cannot be in the ladder's own lists",
    ),
    (
        lambda one: add(one, Address("families/data"), "skill"),
        "A skill cannot be in family Data",
    ),
    (lambda one: add(one, Address(), "planet"), "no entries of the kind “planet”"),
    (lambda one: add(one, Address(), "skill", values={"id": "sql"}), "already a skill “sql”"),
    (lambda one: add(one, Address(), "skill", values={"id": "S Q"}), "cannot be the id of a skill"),
    (lambda one: add(one, Address(), "skill", values={"name": "x", "aliases": 3}), "for “aliases”"),
    (
        lambda one: add(one, Address("families/data"), "profile", values={"level": "P3"}),
        "already has a profile for P3",
    ),
    (
        lambda one: add(one, Address("families/data"), "profile", values={"level": "X1"}),
        "no level “X1”",
    ),
    (
        lambda one: add(evolve(one, levels=()), Address("families/hr"), "profile"),
        "Add a level first",
    ),
]


@pytest.mark.parametrize(("build", "words"), ADD_REFUSED)
def test_that_what_cannot_be_added_is_refused(build: Callable[[Ladder], Edit], words: str) -> None:
    with pytest.raises(EditRefused, match=words):
        build(sample())


def test_that_a_duplicate_is_after_its_original_with_a_fresh_id() -> None:
    ladder = sample()
    edit = duplicate(ladder, [Address("skills/sql"), Address("skills/mentoring")])
    after = made(edit, ladder)
    assert keys(after.skills) == [
        "mentoring", "mentoring-copy", "sql", "sql-copy", "mentorship", "python",
    ]  # fmt: skip
    assert after.skills[1].name == "Mentoring copy"
    assert after.skills[1].aliases == ("Coaching",)
    assert edit.select == "skills/mentoring-copy"
    assert edit.moved == {}
    again = made(duplicate(after, [Address("skills/sql")]), after)
    assert again.skills[3].name == "SQL copy 2"


def test_that_a_familys_duplicate_is_its_own_tree() -> None:
    ladder = sample()
    after = made(duplicate(ladder, [Address("families/data"), DATA_P3]), ladder)
    assert keys(after.families) == ["data", "data-engineer-copy", "web", "hr"]
    copy, original = after.families[1], after.families[0]
    assert copy.profiles == original.profiles
    assert copy.profiles[0] is not original.profiles[0]
    assert original is ladder.families[0]


def test_that_levels_and_profiles_duplicate_to_free_codes() -> None:
    ladder = sample()
    after = made(duplicate(ladder, [Address("levels/P2")]), ladder)
    assert [(level.id, level.name) for level in after.levels][:3] == [
        ("P1", "Entry"), ("P2", "Developing"), ("P4", "Developing copy"),
    ]  # fmt: skip
    after = made(duplicate(ladder, [DATA_P3]), ladder)
    assert keys(after.families[0].profiles) == ["P2", "P3", "P1"]
    full = made(add(after, Address(), "family"), after)
    with pytest.raises(
        EditRefused, match="Data Engineer already has a profile for every level of this"
    ):
        duplicate(full, [DATA_P3])


def test_that_uses_are_found_with_words() -> None:
    assert uses_of(sample(), Address("skills/sql")) == (
        Use(Address("families/data/P2"), FieldPath("skills/0"), "Data Engineer › P2: Skills"),
        Use(DATA_P3, FieldPath("skills/1"), "Data Engineer › P3: Skills"),
    )
    assert [use.text for use in uses_of(sample(), Address("factors/scope"))] == [
        "P1 Entry: Leveling factors",
        "P3 Experienced: Leveling factors",
        "Data Engineer › P3: Leveling factors",
    ]
    assert [use.address for use in uses_of(sample(), STEWARDSHIP)] == [DATA_P3]
    assert len(uses_of(sample(), Address("levels/P3"))) == 1
    assert len(uses_of(sample(), Address("tracks/professional"))) == 3
    assert len(uses_of(sample(), Address("proficiencies/working"))) == 2
    assert uses_of(sample(), Address("families/data")) == ()
    with pytest.raises(EditRefused):
        uses_of(sample(), Address("skills/none"))


def test_that_uses_of_a_shared_id_belong_to_the_first() -> None:
    ladder = sample()
    ladder = evolve(ladder, skills=(*ladder.skills, evolve(ladder.skills[1], name="Again")))
    assert len(uses_of(ladder, Address("skills/sql"))) == 2
    assert uses_of(ladder, Address("skills/sql~2")) == ()
    edit = delete(ladder, [Address("skills/sql")], uses="remove")
    assert edit.moved == {"skills/sql~2": "skills/sql"}
    assert profile(made(edit, ladder)).skills == profile(ladder).skills


def test_that_deleting_keeps_uses_when_asked_to() -> None:
    ladder = sample()
    edit = delete(ladder, [Address("skills/sql"), Address("skills/python")])
    after = made(edit, ladder)
    assert keys(after.skills) == ["mentoring", "mentorship"]
    assert all(new is old for new, old in zip(after.families, ladder.families, strict=True))
    assert edit.label == "Delete 2 skills"
    assert edit.select == "skills/mentorship"


def test_that_what_is_shown_after_deleting_is_near() -> None:
    ladder = sample()
    assert delete(ladder, [Address("skills/python")]).select == "skills/mentorship"
    assert delete(ladder, [Address("families/data/P2")]).select == DATA_P3
    assert delete(ladder, [Address("families/data/P2"), DATA_P3]).select == "families/data"
    assert (
        delete(
            ladder, [Address(f"factors/{key}") for key in ("scope", "autonomy", "impact")]
        ).select
        == ""
    )


def test_that_deleting_removes_uses_when_asked_to() -> None:
    ladder = sample()
    after = made(delete(ladder, [Address("skills/sql")], uses="remove"), ladder)
    assert len(profile(after).skills) == 2
    after = made(delete(ladder, [Address("levels/P3")], uses="remove"), ladder)
    assert keys(after.families[0].profiles) == ["P2"]
    assert accepted(after) == []
    assert after.families[1] is ladder.families[1]
    after = made(delete(ladder, [Address("factors/scope")], uses="remove"), ladder)
    assert find(after, "levels/P3").factors == {"impact": "Product"}
    assert profile(after).factors == {}
    after = made(delete(ladder, [Address("tracks/management")], uses="remove"), ladder)
    assert [level.track for level in after.levels][3:] == ["", ""]
    after = made(delete(ladder, [Address("proficiencies/working")], uses="remove"), ladder)
    assert profile(after).skills[0] == "mentoring"
    after = made(delete(ladder, [STEWARDSHIP], uses="remove"), ladder)
    assert list(profile(after).expectations) == ["delivery"]


def test_that_deleting_points_uses_at_a_replacement() -> None:
    ladder = sample()
    after = made(delete(ladder, [Address("skills/mentorship")], uses="mentoring"), ladder)
    assert profile(after).skills == (RatedSkill(skill="mentoring", proficiency="expert"), "sql")
    after = made(delete(ladder, [Address("levels/P3")], uses="P1"), ladder)
    assert profile(after, "families/data/P1").title == "Senior Data Engineer"
    after = made(delete(ladder, [Address("factors/scope")], uses="impact"), ladder)
    assert find(after, "levels/P3").factors == {"impact": "Projects\n\nProduct"}
    after = made(delete(ladder, [STEWARDSHIP], uses="delivery"), ladder)
    assert profile(after).expectations == {"delivery": ("Keeps it clean", "Ships data")}
    edit = delete(ladder, [Address("levels/P3")], uses="levels/P1")
    assert edit.moved == {DATA_P3: "families/data/P1"}


DELETE_REFUSED: list[tuple[Callable[[Ladder], Edit], str]] = [
    (lambda one: delete(one, []), "Nothing is selected"),
    (lambda one: delete(one, [Address("skills/no")]), "no longer in this ladder"),
    (lambda one: delete(one, [Address()]), "not an entry of its own"),
    (lambda one: delete(one, [Address("skills/sql")], uses="no-such"), "no other skill “no-such”"),
    (lambda one: delete(one, [Address("skills/sql")], uses="sql"), "no other skill “sql”"),
    (lambda one: delete(one, [Address("levels/P3")], uses="P2"), "two profiles for P2"),
    (
        lambda one: delete(one, [Address("levels/P3"), Address("levels/P2")], uses="P1"),
        "two profiles for P1",
    ),
    (
        lambda one: delete(one, [Address("skills/sql"), Address("factors/scope")], uses="x"),
        "several kinds",
    ),
]


@pytest.mark.parametrize(("build", "words"), DELETE_REFUSED)
def test_that_what_cannot_be_deleted_is_refused(
    build: Callable[[Ladder], Edit], words: str
) -> None:
    with pytest.raises(EditRefused, match=words):
        build(sample())


@pytest.mark.parametrize(
    ("addresses", "position", "expected"),
    [
        (["skills/mentoring"], 2, ["sql", "mentoring", "mentorship", "python"]),
        (["skills/mentoring"], -1, ["sql", "mentorship", "python", "mentoring"]),
        (["skills/python", "skills/sql"], 0, ["sql", "python", "mentoring", "mentorship"]),
        (["skills/sql", "skills/mentorship"], 2, ["mentoring", "sql", "mentorship", "python"]),
        (["skills/mentoring"], 9, ["sql", "mentorship", "python", "mentoring"]),
    ],
)
def test_that_entries_move_inside_their_list(
    addresses: list[str], position: int, expected: list[str]
) -> None:
    ladder = sample()
    edit = move(ladder, map(Address, addresses), Address(), position)
    after = made(edit, ladder)
    assert keys(after.skills) == expected
    assert edit.moved == {}
    assert {id(skill) for skill in after.skills} == {id(skill) for skill in ladder.skills}


def test_that_a_profile_moves_to_another_family_with_what_it_needs() -> None:
    ladder = sample()
    edit = move(ladder, [DATA_P3], Address("families/web"), 1)
    after = made(edit, ladder)
    assert keys(family(after, "web").profiles) == ["P1", "P3", "M1"]
    assert keys(family(after, "web").competencies) == ["stewardship"]
    assert edit.moved == {DATA_P3: "families/web/P3"}
    assert edit.select == "families/web/P3"
    assert accepted(after)[:2] == ["families/web/P3", "web/P3/responsibilities/2"]
    assert profile(after, "families/web/P3") is profile(ladder)
    assert after.families[2] is ladder.families[2]


def test_that_a_competency_is_promoted_and_taken_back() -> None:
    ladder = sample()
    edit = move(ladder, [STEWARDSHIP], Address(), 0)
    after = made(edit, ladder)
    assert keys(after.competencies) == ["stewardship", "communication", "delivery"]
    assert edit.moved == {STEWARDSHIP: "competencies/stewardship"}
    back = move(after, [Address("competencies/stewardship")], Address("families/data"), 0)
    assert made(back, after) == ladder


def test_that_a_level_joins_another_track_under_its_next_code() -> None:
    ladder = sample()
    edit = move(ladder, [Address("levels/P3")], Address("tracks/management"), 1)
    after = made(edit, ladder)
    assert keys(after.levels) == ["P1", "P2", "M1", "M3", "M2"]
    assert after.levels[3].track == "management"
    assert edit.moved == {"levels/P3": "levels/M3", DATA_P3: "families/data/M3"}
    assert "levels/M3/factors/scope" in accepted(after)
    two = made(
        move(
            ladder, [Address("levels/P1"), Address("levels/P2")], Address("tracks/management"), -1
        ),
        ladder,
    )
    assert keys(two.levels) == ["P3", "M1", "M2", "M3", "M4"]
    same = made(move(ladder, [Address("levels/M2")], Address("tracks/management"), 0), ladder)
    assert keys(same.levels) == ["P1", "P2", "P3", "M2", "M1"]


MOVE_REFUSED: list[tuple[Callable[[Ladder], Edit], str]] = [
    (lambda one: move(one, [Address("families/web/M1")], Address(), 0), "A profile cannot be in"),
    (
        lambda one: move(one, [Address("skills/sql")], Address("families/data"), 0),
        "A skill cannot be in family",
    ),
    (
        lambda one: move(one, [Address("skills/sql"), Address("factors/scope")], Address(), 0),
        "several kinds",
    ),
    (
        lambda one: move(one, [Address("families/data/P2"), DATA_P3], Address("families/x"), 0),
        "The family “x” is no longer",
    ),
    (
        lambda one: move(one, [Address("competencies/delivery")], Address("families/hr"), 0),
        "Delivery is used by P3 Experienced and Data Engineer",
    ),
    (lambda one: move(one, [STEWARDSHIP], Address("families/hr"), 0), "is used by Data Engineer"),
]


@pytest.mark.parametrize(("build", "words"), MOVE_REFUSED)
def test_that_a_move_that_breaks_something_is_refused(
    build: Callable[[Ladder], Edit], words: str
) -> None:
    with pytest.raises(EditRefused, match=words):
        build(sample())


def test_that_a_taken_level_keeps_a_profile_out() -> None:
    ladder = made(
        add(sample(), Address("families/web"), "profile", values={"level": "P3"}), sample()
    )
    with pytest.raises(EditRefused, match="Web Engineer already has a profile for P3"):
        move(ladder, [DATA_P3], Address("families/web"), 0)


@pytest.mark.parametrize(
    ("addresses", "delta", "expected"),
    [
        (["skills/mentorship"], -1, ["mentorship", "sql", "mentoring", "python"]),
        (["skills/mentoring"], 1, ["mentorship", "sql", "mentoring", "python"]),
        (["skills/mentoring"], -1, ["mentoring", "sql", "mentorship", "python"]),
        (["skills/python", "skills/mentorship"], -1, ["mentorship", "python", "mentoring", "sql"]),
    ],
)
def test_that_a_skill_steps_inside_its_category(
    addresses: list[str], delta: int, expected: list[str]
) -> None:
    ladder = sample()
    assert keys(made(move_by(ladder, map(Address, addresses), delta), ladder).skills) == expected


def test_that_several_step_together() -> None:
    ladder = sample()
    edit = move_by(ladder, [Address("levels/P2"), Address("levels/P3")], -1)
    assert keys(made(edit, ladder).levels) == ["P2", "P3", "P1", "M1", "M2"]
    assert edit.label == "Move 2 levels up"
    after = made(move_by(ladder, [Address("levels/P1")], 5), ladder)
    assert keys(after.levels) == ["P2", "P3", "P1", "M1", "M2"]
    at_the_end = move_by(ladder, [Address("levels/M2")], 1)
    assert made(at_the_end, ladder) is ladder


def test_that_entries_join_a_group() -> None:
    ladder = sample()
    edit = set_group(ladder, "skill", [Address("skills/sql"), Address("skills/mentoring")], "Craft")
    assert [skill.category for skill in made(edit, ladder).skills] == ["Craft"] * 2 + [
        "People",
        "Data",
    ]
    assert edit.label == "Move 2 skills to Craft"
    edit = set_group(ladder, "family", [Address("families/hr")], "")
    assert made(edit, ladder).families[2].function == ""
    assert edit.label == "Move family HR Partner to no job function"
    with pytest.raises(EditRefused, match="Only skills have a category, so family HR Partner"):
        set_group(ladder, "skill", [Address("families/hr")], "Craft")


def test_that_a_group_is_renamed() -> None:
    ladder = sample()
    after = made(rename_group(ladder, "skill", "People", "Leadership"), ladder)
    assert [skill.category for skill in after.skills] == ["Leadership", "Data"] * 2
    assert after.skills[1] is ladder.skills[1]
    after = made(rename_group(ladder, "family", "Engineering", "Tech"), ladder)
    assert [one.function for one in after.families] == ["Tech", "Tech", "People"]
    with pytest.raises(EditRefused, match="No skill is in “Art”"):
        rename_group(ladder, "skill", "Art", "X")


def test_that_an_address_follows_its_nearest_moved_parent() -> None:
    a, b = Address("families/a"), Address("families/b")
    moved = {a: b, a.entry("P1"): b.entry("P2")}
    assert follow(Address("families/a/P1/title"), moved) == "families/b/P2/title"
    assert follow(Address("families/a/P3"), moved) == "families/b/P3"
    assert follow(Address("families/ab"), moved) == "families/ab"
    assert follow(Address(), moved) == ""


def test_that_edits_in_turn_are_one_step() -> None:
    ladder = sample()
    edit = combined_edit(
        ladder,
        "Tidy up",
        (
            lambda now: rename(now, Address("families/data"), "eng"),
            lambda now: rename(now, Address("families/eng/P2"), "P1"),
            lambda now: rename(now, Address("levels/P3"), "P4"),
            lambda now: set_field(now, Address("families/eng/P4"), "title", "Lead"),
        ),
    )
    after = made(edit, ladder)
    assert find(after, "families/eng/P4").title == "Lead"
    for old, new in [
        ("families/data", "families/eng"),
        ("families/data/P2", "families/eng/P1"),
        (DATA_P3, "families/eng/P4"),
        ("levels/P3", "levels/P4"),
    ]:
        assert follow(Address(old), edit.moved) == new
    assert edit.select == "levels/P4"
    shown = combined_edit(
        ladder,
        "Add one and rename its level",
        (
            lambda now: add(now, Address("families/hr"), "profile", values={"level": "P3"}),
            lambda now: replace(rename(now, Address("levels/P3"), "P4"), select=Address()),
        ),
    )
    assert shown.select == "families/hr/P4"


def test_that_several_step_down_together() -> None:
    ladder = sample()
    after = made(move_by(ladder, [Address("levels/P1"), Address("levels/P2")], 1), ladder)
    assert keys(after.levels) == ["P3", "P1", "P2", "M1", "M2"]


@pytest.mark.parametrize(
    ("track", "expected"),
    [
        ({"id": "support", "code": "S"}, "S1"),
        ({"id": "executive"}, "E1"),
        ({"id": "123"}, "L1"),
        ({"id": "odd", "code": "P-"}, "O1"),
    ],
)
def test_that_the_first_level_of_a_track_gets_a_code(track: dict[str, str], expected: str) -> None:
    ladder = made(add(sample(), Address(), "track", values={"name": "New", **track}), sample())
    edit = add(ladder, Address(f"tracks/{track['id']}"), "level")
    assert edit.select == f"levels/{expected}"


def test_that_a_track_without_a_letter_continues_as_its_levels_do() -> None:
    ladder = sample()
    tracks = tuple(evolve(track, code="") for track in ladder.tracks)
    ladder = evolve(ladder, tracks=tracks, levels=(ladder.levels[3], *ladder.levels[:3]))
    assert add(ladder, Address("tracks/professional"), "level").select == "levels/P4"
    assert add(ladder, Address("tracks/management"), "level").select == "levels/M2"
