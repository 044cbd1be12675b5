"""What a profile inherits, and titles that follow from patterns."""

import gc
import weakref

import pytest

from laddereditor.model.base import evolve
from laddereditor.model.family import Family, Profile
from laddereditor.model.inheritance import Source, Sourced
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience, Level
from laddereditor.model.resolve import resolved
from laddereditor.model.titles import derived_title, derived_titles, fill_pattern, title_of

OWN, LEVEL, PATTERN, NONE = Source.OWN, Source.LEVEL, Source.PATTERN, Source.NONE

LADDER = Ladder.model_validate(
    {
        "laddereditor": 1,
        "factors": [{"id": "scope"}, {"id": "impact"}, {"id": "risk"}],
        "competencies": [{"id": "talk"}, {"id": "ship"}],
        "levels": [
            {
                "id": "P3",
                "name": "Senior",
                "summary": "Works alone",
                "factors": {"impact": "Product", "scope": "Projects", "odd": "Kept"},
                "experience": {"min": 3},
                "expectations": {"ship": ["Ships"], "talk": ["Talks"]},
                "title_patterns": ["{specialty} III", "Senior {specialty}"],
            }
        ],
        "families": [
            {
                "id": "data",
                "name": "Data Engineer",
                "specialties": ["Pipelines", "Storage"],
                "competencies": [{"id": "care"}],
                "profiles": [
                    {"level": "P3"},
                    {
                        "level": "P3",
                        "title": "Data Lead",
                        "summary": "Owns data",
                        "factors": {"scope": "Data", "own": "Mine"},
                        "experience": {"min": 4},
                        "expectations": {"talk": [], "care": ["Cares"]},
                        "titles": ["Pipelines III", "Data Wizard"],
                        "responsibilities": ["Builds"],
                    },
                    {"level": "P9"},
                ],
            }
        ],
    }
)
FAMILY = LADDER.families[0]


def test_that_a_bare_profile_holds_what_its_level_says() -> None:
    found = resolved(LADDER, FAMILY, FAMILY.profiles[0])
    assert found.level is LADDER.levels[0]
    assert found.title == Sourced("Data Engineer III", PATTERN)
    assert found.summary == Sourced("Works alone", LEVEL)
    assert found.experience == Sourced(Experience(min=3), LEVEL)
    assert found.factors == {
        "scope": Sourced("Projects", LEVEL),
        "impact": Sourced("Product", LEVEL),
        "risk": Sourced("", NONE),
        "odd": Sourced("Kept", LEVEL),
    }
    assert list(found.factors) == ["scope", "impact", "risk", "odd"]
    assert list(found.expectations) == ["talk", "ship"]
    assert {title.source for title in found.titles} == {PATTERN}


def test_that_a_profiles_own_values_hold() -> None:
    found = resolved(LADDER, FAMILY, FAMILY.profiles[1])
    assert found.title == Sourced("Data Lead", OWN)
    assert found.summary == Sourced("Owns data", OWN)
    assert found.experience == Sourced(Experience(min=4), OWN)
    assert found.factors["scope"] == Sourced("Data", OWN)
    assert found.factors["impact"] == Sourced("Product", LEVEL)
    assert list(found.factors)[-1] == "own"
    assert found.value("responsibilities") == Sourced(("Builds",), OWN)


def test_that_an_own_list_replaces_the_levels_even_when_it_is_empty() -> None:
    found = resolved(LADDER, FAMILY, FAMILY.profiles[1])
    assert found.expectations == {
        "talk": Sourced((), OWN),
        "ship": Sourced(("Ships",), LEVEL),
        "care": Sourced(("Cares",), OWN),
    }
    assert list(found.expectations) == ["talk", "ship", "care"]


def test_that_derived_titles_come_first_and_own_ones_once() -> None:
    found = resolved(LADDER, FAMILY, FAMILY.profiles[1])
    assert [(title.value, title.source) for title in found.titles] == [
        ("Pipelines III", PATTERN),
        ("Senior Pipelines", PATTERN),
        ("Storage III", PATTERN),
        ("Senior Storage", PATTERN),
        ("Data Wizard", OWN),
    ]


def test_that_a_profile_is_resolved_once_in_each_state_of_its_ladder() -> None:
    profile = FAMILY.profiles[1]
    found = resolved(LADDER, FAMILY, profile)
    assert resolved(LADDER, FAMILY, profile) is found
    twin = evolve(FAMILY, name="Another name")
    assert resolved(LADDER, twin, profile).family is twin
    levels = tuple(evolve(level, summary="Says another thing") for level in LADDER.levels)
    edited = evolve(LADDER, levels=levels)
    assert resolved(edited, FAMILY, FAMILY.profiles[0]).summary.value == "Says another thing"


def test_that_a_resolved_profile_does_not_hold_its_ladder() -> None:
    ladder = evolve(LADDER, name="Another ladder")
    found, held = resolved(ladder, FAMILY, FAMILY.profiles[1]), weakref.ref(ladder)
    del ladder
    gc.collect()
    assert held() is None
    assert found.profile is FAMILY.profiles[1]


def test_that_a_profile_of_no_level_inherits_nothing() -> None:
    found = resolved(LADDER, FAMILY, FAMILY.profiles[2])
    assert found.level is None
    assert found.title == Sourced("Data Engineer", PATTERN)
    assert found.summary == Sourced("", NONE)
    assert found.experience == Sourced(None, NONE)
    assert found.titles == ()


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{specialty} III", "ML III"),
        ("{family}: {specialty}", "Data: ML"),
        ("Lead", "Lead"),
        ("{other} {", "{other} {"),
        (" {specialty} ", "ML"),
    ],
)
def test_that_a_pattern_is_filled_in(pattern: str, expected: str) -> None:
    assert fill_pattern(pattern, "ML", "Data") == expected


def test_that_titles_follow_from_patterns_and_specialties() -> None:
    level = Level(id="P3", name="Senior", title_patterns=("{specialty} III", "{family} Lead", ""))
    family = Family(id="d", name="Data", specialties=("ML", "AI"))
    assert derived_titles(family, level) == ("ML III", "Data Lead", "AI III")
    assert derived_titles(evolve(family, specialties=()), level) == ("Data III", "Data Lead")
    assert derived_titles(family, None) == ()


def test_that_a_title_is_derived_where_there_is_none() -> None:
    family = Family(id="d", name="Data")
    assert derived_title(family, Level(id="P3", name="Senior")) == "Senior Data"
    assert derived_title(family, None) == "Data"
    assert derived_title(Family(id="d"), Level(id="P3", name="Senior")) == ""
    level = Level(id="P3", title_patterns=("{family} 3",))
    assert title_of(family, Profile(level="P3"), level) == "Data 3"
    assert title_of(family, Profile(level="P3", title="Own"), level) == "Own"
