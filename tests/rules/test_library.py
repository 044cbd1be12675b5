"""Rules about the skill library: skills and groups under two names."""

from typing import Any

import pytest

from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import check
from laddereditor.rules.finding import Finding
from laddereditor.rules.library import GROUP
from laddereditor.rules.registry import RULES


def library(*skills: Any, **fields: Any) -> Ladder:
    listed = [
        {"id": f"s{place}", **({"name": one} if isinstance(one, str) else one)}
        for place, one in enumerate(skills)
    ]
    raw = {"laddereditor": 1, "id": "shop", "name": "Shop", "skills": listed, **fields}
    return Ladder.model_validate(raw)


def findings(ladder: Ladder) -> list[Finding]:
    return [one for one in check(ladder).findings if RULES[one.rule].group == GROUP]


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("Mentoring", "Mentorship", "same-skill"),
        ("Data analysis", "Analysis of data", "same-skill"),
        ("Root-cause analysis", "Root cause analysis", "same-skill"),
        ("Negotiation", "Negotiations", "same-skill"),
        ("Stakeholder management", "Stakeholder engagement", "similar-skill"),
        ("Conflict handling", "Conflict management", "similar-skill"),
        ("Communication", "Comunication", "similar-skill"),
        ("Java", "JavaScript", ""),
        ("C", "C++", ""),
        ("C#", "C++", ""),
        ("Program management", "Project management", ""),
        ("Data modelling", "Data protection", ""),
        ("ISO 9001", "ISO 9007", ""),
        ("Sales", "Scales", ""),
        ("Management", "Engagement", ""),
        ("React", "Redux", ""),
    ],
)
def test_that_two_names_are_one_skill_perhaps_one_or_two(one: str, other: str, rule: str) -> None:
    found = findings(library(one, other))
    assert [(each.rule, each.address) for each in found] == ([(rule, "skills/s1")] if rule else [])


def test_that_another_name_of_a_skill_counts() -> None:
    found = findings(library({"name": "SQL", "aliases": ["Query"]}, "Queries", "Painting"))
    assert [(one.rule, one.address) for one in found] == [("same-skill", "skills/s1")]


def test_that_equal_names_are_left_to_the_rule_about_them() -> None:
    ladder = library("Baking", "baking ")
    assert findings(ladder) == []
    assert "same-name" in [one.rule for one in check(ladder).findings]


def test_that_the_fix_merges_the_two_wherever_they_are_used() -> None:
    family = {"id": "a", "name": "A", "profiles": [{"level": "P1", "skills": ["s0", "s1"]}]}
    ladder = library("Mentoring", "Mentorship", families=[family], levels=[{"id": "P1"}])
    (fix,) = findings(ladder)[0].fixes
    merged = fix.edit(ladder).change(ladder)
    assert [(one.id, one.aliases) for one in merged.skills] == [("s0", ("Mentorship",))]
    assert merged.families[0].profiles[0].skills == ("s0",)


def test_that_a_group_written_in_two_ways_gets_the_usual_one() -> None:
    skills = [{"name": name, "category": "Sales"} for name in ("Selling", "Pricing")]
    ladder = library(*skills, {"name": "Billing", "category": "sales "})
    (found,) = findings(ladder)
    assert (found.rule, found.field) == ("same-group", "skills")
    fixed = found.fixes[0].edit(ladder).change(ladder)
    assert {one.category for one in fixed.skills} == {"Sales"}
    assert findings(library({"name": "A", "category": "Sales"})) == []


def test_that_after_an_edit_elsewhere_the_library_is_not_compared_again() -> None:
    ladder = library("Mentoring", "Mentorship")
    first = check(ladder)
    after = ladder.model_copy(update={"name": "Store"})
    second = check(after, first)
    assert second.cache.context.alike is first.cache.context.alike
