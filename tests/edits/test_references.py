"""Ids and what refers to them."""

import pytest

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.references import (
    create_skill_use,
    merge_skills,
    rename,
    rename_name,
    suggest_id,
)
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import RatedSkill
from tests.edits.samples import DATA_P3, accepted, made, profile, sample
from tests.finding import find


def test_that_a_level_gets_another_code_everywhere() -> None:
    ladder = sample()
    edit = rename(ladder, Address("levels/P3"), "P4")
    after = made(edit, ladder)
    assert edit.select == "levels/P4"
    assert edit.moved == {"levels/P3": "levels/P4", DATA_P3: "families/data/P4"}
    assert (after.levels[2].id, after.levels[2].name) == ("P4", "Experienced")
    assert profile(after, "families/data/P4").title == "Senior Data Engineer"
    assert accepted(after) == [
        "families/data/P4",
        "data/P4/responsibilities/2",
        "levels/P4/factors/scope",
    ]
    assert after.families[1] is ladder.families[1]


def test_that_every_kind_is_renamed_where_it_is_referred_to() -> None:
    ladder = sample()
    after = made(rename(ladder, Address("factors/scope"), "reach"), ladder)
    assert list(find(after, "levels/P3").factors) == ["reach", "impact"]
    assert profile(after).factors == {"reach": "Data products"}
    assert "levels/P3/factors/reach" in accepted(after)
    after = made(rename(ladder, Address("competencies/delivery"), "shipping"), ladder)
    assert list(find(after, "levels/P3").expectations) == ["communication", "shipping"]
    assert list(profile(after).expectations) == ["stewardship", "shipping"]
    after = made(rename(ladder, Address("proficiencies/working"), "able"), ladder)
    assert find(after, "skills/sql").proficiencies == {"able": "Joins"}
    assert profile(after).skills[0] == RatedSkill(skill="mentoring", proficiency="able")
    after = made(rename(ladder, Address("tracks/professional"), "ic"), ladder)
    assert [level.track for level in after.levels] == ["ic"] * 3 + ["management"] * 2
    after = made(rename(ladder, Address("skills/mentoring"), "guiding"), ladder)
    assert profile(after).skills[0] == RatedSkill(skill="guiding", proficiency="working")
    edit = rename(ladder, Address("families/data"), "data-eng")
    assert edit.moved == {"families/data": "families/data-eng"}
    assert accepted(made(edit, ladder))[0] == "families/data-eng/P3"


def test_that_an_own_competency_is_renamed_in_its_family_alone() -> None:
    ladder = sample()
    edit = rename(ladder, Address("families/data/competencies/stewardship"), "care")
    after = made(edit, ladder)
    assert list(profile(after).expectations) == ["care", "delivery"]
    assert edit.moved == {
        "families/data/competencies/stewardship": "families/data/competencies/care"
    }


def test_that_a_shared_id_means_the_first_of_them() -> None:
    ladder = sample()
    again = evolve(ladder.skills[1], name="Again")
    ladder = evolve(ladder, skills=(*ladder.skills, again))
    edit = rename(ladder, Address("skills/sql~2"), "nosql")
    assert edit.moved == {"skills/sql~2": "skills/nosql"}
    assert profile(made(edit, ladder)).skills[1] == "sql"
    edit = rename(ladder, Address("skills/sql"), "queries")
    assert edit.moved == {"skills/sql": "skills/queries", "skills/sql~2": "skills/sql"}
    assert profile(made(edit, ladder)).skills[1] == "queries"


def test_that_the_ladders_own_id_is_renamed() -> None:
    assert made(rename(sample(), Address(), "tech-2"), sample()).id == "tech-2"


@pytest.mark.parametrize(
    ("address", "new_id", "words"),
    [
        ("skills/sql", "", "needs an id"),
        ("skills/sql", "python", "There is already a skill “python”"),
        ("skills/sql", "My Skill", "such as “my-skill”"),
        ("levels/P3", "P1", "There is already a level “P1”"),
        ("levels/P3", "third", "letters and a number, such as P3"),
        (DATA_P3, "P2", "Data Engineer already has a profile for P2"),
        (DATA_P3, "P8", "There is no level “P8”"),
        ("competencies/delivery", "stewardship", "There is already a competency “stewardship”"),
        ("families/data/competencies/stewardship", "delivery", "already a competency “delivery”"),
        ("", "", "cannot be empty"),
        ("", "A B", "cannot be an id"),
    ],
)
def test_that_an_id_that_cannot_be_had_is_refused(address: str, new_id: str, words: str) -> None:
    with pytest.raises(EditRefused, match=words):
        rename(sample(), Address(address), new_id)


def test_that_a_name_changes_without_the_id() -> None:
    ladder = sample()
    edit = rename_name(ladder, Address("skills/sql"), "Queries")
    assert edit.label == "Rename skill SQL"
    assert (made(edit, ladder).skills[1].id, made(edit, ladder).skills[1].name) == (
        "sql",
        "Queries",
    )
    assert profile(made(rename_name(ladder, DATA_P3, "New"), ladder)).title == "New"
    assert made(rename_name(ladder, Address(), "New"), ladder).name == "New"


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("skill", "Données & Größe", "donnees-and-grosse"),
        ("skill", "SQL", "sql-2"),
        ("skill", "C++", "c-plus-plus"),
        ("skill", "people's care", "peoples-care"),
        ("skill", "日本", "skill"),
        ("skill", "", "skill"),
        ("competency", "Stewardship", "stewardship-2"),
        ("level", "P7", "P7"),
        ("level", "P3", "P4"),
        ("level", "Senior", "P4"),
    ],
)
def test_that_ids_are_made_from_names(kind: str, name: str, expected: str) -> None:
    assert suggest_id(sample(), kind, name) == expected


def test_that_skills_merge_into_one() -> None:
    ladder = sample()
    edit = merge_skills(ladder, "skills/mentoring", ["mentorship"])
    after = made(edit, ladder)
    kept = after.skills[0]
    assert [skill.id for skill in after.skills] == ["mentoring", "sql", "python"]
    assert kept.aliases == ("Coaching", "Mentorship")
    assert kept.description == "Helps"
    assert profile(after).skills == (RatedSkill(skill="mentoring", proficiency="expert"), "sql")
    assert edit.label == "Merge skill Mentorship into Mentoring"
    assert edit.select == "skills/mentoring"


def test_that_merging_nothing_or_no_skill_is_refused() -> None:
    with pytest.raises(EditRefused, match="at least two"):
        merge_skills(sample(), "sql", ["skills/sql"])
    with pytest.raises(EditRefused, match="is not a skill"):
        merge_skills(sample(), "sql", ["factors/scope"])


def names(ladder: Ladder) -> list[str]:
    return [skill.name for skill in ladder.skills]


@pytest.mark.parametrize("name", ["mentoring", "MENTORING", "coaching"])
def test_that_a_use_finds_the_skill_of_the_library(name: str) -> None:
    ladder = sample()
    after = made(create_skill_use(ladder, Address("families/web/P1"), name, "aware", 0), ladder)
    assert names(after) == names(ladder)
    assert profile(after, "families/web/P1").skills == (
        RatedSkill(skill="mentoring", proficiency="aware"),
        "python",
    )


def test_that_a_new_skill_joins_library_and_profile_in_one_step() -> None:
    ladder = sample()
    edit = create_skill_use(ladder, Address("families/web/P1"), "  Type   Script ")
    after = made(edit, ladder)
    assert after.skills[-1].id == "type-script"
    assert after.skills[-1].name == "Type Script"
    assert profile(after, "families/web/P1").skills == ("python", "type-script")


def test_that_a_skill_is_used_once() -> None:
    with pytest.raises(EditRefused, match="lists coaching already"):
        create_skill_use(sample(), DATA_P3, "coaching")
    with pytest.raises(EditRefused, match="Type the name"):
        create_skill_use(sample(), DATA_P3, " ")
    with pytest.raises(EditRefused, match="is not a profile"):
        create_skill_use(sample(), Address("levels/P3"), "Rust")


def test_that_a_familys_own_competency_hides_the_ladders_of_that_id() -> None:
    ladder = sample()
    own = evolve(ladder.families[0].competencies[0], id="delivery")
    family = evolve(ladder.families[0], competencies=(own,))
    ladder = evolve(ladder, families=(family, *ladder.families[1:]))
    after = made(rename(ladder, Address("competencies/delivery"), "shipping"), ladder)
    assert "delivery" in profile(after).expectations
    assert after.families[0] is family
    assert "shipping" in find(after, "levels/P3").expectations


def test_that_an_own_competency_hides_nothing_of_another_kind() -> None:
    ladder = sample()
    own = evolve(ladder.families[0].competencies[0], id="scope")
    family = evolve(ladder.families[0], competencies=(own,))
    ladder = evolve(ladder, families=(family, *ladder.families[1:]))
    after = made(rename(ladder, Address("factors/scope"), "reach"), ladder)
    assert list(profile(after).factors) == ["reach"]
