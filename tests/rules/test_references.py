"""Rules on references."""

from typing import Any

import pytest

from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import check
from tests.rules.good import found, spoiled

P2 = Address("families/data/P2")
GURU = {"guru": "x"}


@pytest.mark.parametrize(
    ("path", "value", "rule", "address", "field"),
    [
        ("levels/4/track", "managment", "unknown-track", "levels/M2", "track"),
        ("levels/4/track", "", "unknown-track", "levels/M2", "track"),
        ("levels/0/factors/scoop", "x", "unknown-factor", "levels/P1", "factors/scoop"),
        ("levels/0/expectations/a", ["x"], "unknown-competency", "levels/P1", "expectations/a"),
        ("skills/0/proficiencies", GURU, "unknown-proficiency", "skills/sql", "proficiencies/guru"),
        ("families/0/profiles/1/factors/a~b", "x", "unknown-factor", P2, "factors/a%7Eb"),
        ("families/0/profiles/1/expectations/a", ["x"], "unknown-competency", P2, "expectations/a"),
        ("families/0/profiles/1/skills/+", "tea", "unknown-skill", P2, "skills/2"),
        ("families/0/profiles/1/skills/+", "", "unknown-skill", P2, "skills/2"),
        (
            "families/0/profiles/1/skills/0",
            {"skill": "sql", "proficiency": "guru"},
            "unknown-proficiency",
            P2,
            "skills/0/proficiency",
        ),
    ],
)  # fmt: skip
def test_that_a_reference_to_nothing_is_found(
    path: str, value: Any, rule: str, address: str, field: str
) -> None:
    assert found(spoiled((path, value))) == [(rule, address, field)]


@pytest.mark.parametrize(("level", "part"), [("P9", "P9"), ("", "%")])
def test_that_a_profile_is_for_a_level_that_exists(level: str, part: str) -> None:
    ladder = spoiled(("families/1/profiles/0/level", level))
    assert found(ladder) == [("unknown-level", f"families/ops/{part}", "level")]


def test_that_own_competencies_hold_for_their_family_only() -> None:
    ladder = spoiled(("families/1/profiles/0/expectations/stewardship", ["x"]))
    assert found(ladder) == [("unknown-competency", "families/ops/M2", "expectations/stewardship")]


def test_that_a_misspelt_reference_gets_a_suggestion_that_corrects_it() -> None:
    changes = {
        "levels/4/track": "managment",
        "families/0/profiles/0/factors": {"scop": "x"},
        "families/1/profiles/0/expectations": {"deliver": ["x"]},
        "families/1/profiles/0/skills/1": {"skill": "mentorin", "proficiency": "workin"},
    }
    for change in changes.items():
        ladder = spoiled(change)
        for finding in check(ladder).findings:
            assert "Did you mean" in finding.message
        assert "Remove" not in check(ladder).findings[0].fixes[0].label
        while (findings := check(ladder).findings) and findings[0].fixes:
            ladder = findings[0].fixes[0].edit(ladder).change(ladder)
        assert [one.rule for one in findings if one.rule.startswith("unknown")] == []


def test_that_a_name_in_the_place_of_an_id_is_recognised() -> None:
    ladder = spoiled(("families/0/profiles/0/skills/0", "SQL"))
    assert 'Did you mean "sql"?' in check(ladder).findings[0].message


def test_that_a_fix_says_the_name_and_not_the_id() -> None:
    ladder = spoiled(("levels/0/track", "profesional"))
    (track,) = (one for one in ladder.tracks if one.id == "professional")
    fix = check(ladder).findings[0].fixes[0]
    assert fix.label == f"Change to {track.name}" == "Change to Professional"


def test_that_a_missing_skill_can_be_created_or_removed() -> None:
    ladder = spoiled(("families/0/profiles/0/skills/+", "data-modelling"))
    create, remove = (fix.edit(ladder).change(ladder) for fix in check(ladder).findings[0].fixes)
    assert found(create) == []
    assert create.skills[-1].name == "Data modelling"
    assert found(remove) == []
    assert remove == Ladder.model_validate(dict(spoiled()))


def test_that_a_skill_is_not_created_with_a_bad_id() -> None:
    ladder = spoiled(("families/0/profiles/0/skills/+", "Data Modelling!"))
    assert len(check(ladder).findings[0].fixes) == 1


def test_that_a_suggestion_the_profile_uses_already_is_no_fix() -> None:
    ladder = spoiled(("families/0/profiles/0/skills/+", "sqll"))
    labels = [fix.label for fix in check(ladder).findings[0].fixes]
    assert not any("Change" in label for label in labels)
