"""Ids and what refers to them."""

import pytest

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.ids import suggest_id
from laddereditor.edits.references import rename, rename_name
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
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
