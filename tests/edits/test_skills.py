"""Skills are used, joined to the library, and merged."""

import pytest

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.skills import create_skill_use, merge_skills
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import RatedSkill
from tests.edits.samples import DATA_P3, made, profile, sample


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
    with pytest.raises(EditRefused, match="Communication has no list of skills"):
        create_skill_use(sample(), Address("competencies/communication"), "Rust")
