"""Values: validated, kept as they are written, changed only by evolve."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from laddereditor.model.base import evolve
from laddereditor.model.family import Occupation, Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import KINDS, by_id, kind_of, label_of
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Experience, Level
from laddereditor.model.pay import PayRange
from laddereditor.model.raw import from_raw, raw_of_changed, to_raw
from laddereditor.model.statement import (
    ExampledStatement,
    RatedSkill,
    make_skill_use,
    make_statement,
    proficiency_of,
    skill_of,
    statement_examples,
    statement_text,
)
from laddereditor.model.terms import Skill
from tests.examples import examples
from tests.strategies import ladders


@settings(max_examples=examples(60), deadline=None)
@given(ladders())
def test_that_a_ladder_comes_back_from_its_plain_values(ladder: Ladder) -> None:
    raw = to_raw(ladder)
    assert Ladder.model_validate(raw) == ladder
    assert to_raw(from_raw(Ladder, raw)) == raw


def test_that_defaults_are_left_out_and_required_fields_are_not() -> None:
    assert to_raw(Level(id="P3", name="")) == {"id": "P3"}
    assert to_raw(Ladder(laddereditor=1)) == {"laddereditor": 1}
    assert to_raw(Occupation()) == {}


def test_that_unknown_keys_are_kept_last() -> None:
    raw = {"x-team": {"a": [1, "b"]}, "id": "sql", "name": "SQL", "colour": "red"}
    skill = Skill.model_validate(raw)
    assert to_raw(skill) == raw
    assert list(to_raw(skill)) == ["id", "name", "x-team", "colour"]
    assert to_raw(evolve(skill, name="Queries"))["x-team"] == {"a": [1, "b"]}


def test_that_plain_values_share_what_an_edit_left_alone() -> None:
    rated = RatedSkill(skill="sql", proficiency="expert")
    uses, duties = ("python", rated), ("Plans work", "Tests work")
    old = Profile(level="P3", skills=uses, responsibilities=duties, factors={"scope": "A team"})
    raw = to_raw(old)
    asked = (*duties, "Asks")
    new = evolve(old, title="Lead", responsibilities=asked, skills=uses)
    shared = raw_of_changed(new, old, raw)
    assert shared == to_raw(new)
    assert list(shared) == list(to_raw(new))
    assert shared["skills"][1] is raw["skills"][1]
    assert shared["factors"] is raw["factors"]
    assert raw_of_changed(evolve(new, title="", factors={}), new, shared) == {
        key: value for key, value in shared.items() if key not in {"title", "factors"}
    }


def test_that_the_shape_of_statements_and_skills_stays() -> None:
    raw = {
        "level": "P3",
        "responsibilities": ["A", {"text": "B"}, {"text": "C", "examples": ["D"], "x": "y"}],
        "skills": ["sql", {"skill": "r"}, {"skill": "go", "proficiency": "expert"}],
    }
    profile = Profile.model_validate(raw)
    assert to_raw(profile) == raw
    assert list(map(statement_text, profile.responsibilities)) == ["A", "B", "C"]
    assert list(map(statement_examples, profile.responsibilities)) == [(), (), ("D",)]
    assert list(map(skill_of, profile.skills)) == ["sql", "r", "go"]
    assert list(map(proficiency_of, profile.skills)) == ["", "", "expert"]


def test_that_the_simplest_shape_is_made() -> None:
    assert make_statement("A") == "A"
    assert make_statement("A", ("B",)) == ExampledStatement(text="A", examples=("B",))
    assert make_skill_use("sql") == "sql"
    assert make_skill_use("sql", "expert") == RatedSkill(skill="sql", proficiency="expert")


def test_that_evolve_validates_and_keeps_children() -> None:
    level = Level(id="P3", experience=Experience(min=3))
    ladder = Ladder(laddereditor=1, levels=(level,))
    after = evolve(ladder, name="New")
    assert after.levels is ladder.levels
    assert evolve(ladder, levels=(level, level)).levels[0] is level
    assert ladder.name == ""
    assert evolve(level, name="New").experience is level.experience
    with pytest.raises(ValidationError):
        evolve(ladder, name=3)
    with pytest.raises(ValidationError):
        evolve(ladder, levels=("P3",))


def test_that_values_are_frozen() -> None:
    with pytest.raises(ValidationError):
        Level(id="P3").name = "x"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("3", 3), ("3.5", 3.5), ("-1", -1), ("+2", 2), (" 7 ", 7), (4, 4), (2.5, 2.5), ("007", 7)],
)
def test_that_plain_numbers_are_read(value: Any, expected: float) -> None:
    held = Experience.model_validate({"min": value}).min
    assert held == expected
    assert type(held) is type(expected)


@pytest.mark.parametrize(
    "value",
    ["1e3", "inf", "nan", "1_000", "0x10", "1,5", "", "3 years", ".5", "NO", "٣", True, False,
     float("inf"), float("nan"), [3], {}],
)  # fmt: skip
def test_that_what_is_no_plain_number_is_refused(value: Any) -> None:
    with pytest.raises(ValidationError):
        Experience.model_validate({"min": value})


@pytest.mark.parametrize("value", ["2026-12-01", " 2026-12-01 ", date(2026, 12, 1)])
def test_that_dates_are_read(value: Any) -> None:
    assert PayRange.model_validate({"as_of": value}).as_of == date(2026, 12, 1)


@pytest.mark.parametrize(
    "value",
    ["2026-11", "2026-13-01", "2026-02-30", "01.12.2026", "1764547200", "2026-12-01T10:00",
     "2026-12-01 00:00", 20261201, 1764547200, 0, 1.5, True, "", "٢٠٢٦-١٢-٠١"],
)  # fmt: skip
def test_that_what_is_no_date_is_refused(value: Any) -> None:
    with pytest.raises(ValidationError):
        PayRange.model_validate({"as_of": value})


@pytest.mark.parametrize(
    "value", ["NO", "1_000", "12:30", "2026-11", "1.10", "null", "~", "", " a "]
)
def test_that_text_stays_text(value: str) -> None:
    skill = Skill.model_validate({"id": "x", "name": value, "aliases": [value]})
    assert (skill.name, skill.aliases) == (value, (value,))


@pytest.mark.parametrize("value", [3, 1.5, True, None, ["a"], date(2026, 1, 1)])
def test_that_text_is_never_made_of_something_else(value: Any) -> None:
    with pytest.raises(ValidationError):
        Skill.model_validate({"id": "x", "name": value})


def test_that_every_field_says_what_it_is() -> None:
    for kind in KINDS.values():
        for name, spec in field_specs(kind.entity).items():
            assert spec.title, (kind.name, name)
            assert spec.help.endswith((".", ")")), (kind.name, name)
            assert spec.shape != "choice" or spec.choices, (kind.name, name)
            assert spec.shape != "reference" or spec.refers_to in KINDS, (kind.name, name)
            assert spec.required == (name == kind.key), (kind.name, name)


def test_that_kinds_know_their_entities() -> None:
    ladder = Ladder.model_validate(
        {"laddereditor": 1, "skills": [{"id": "a", "name": "One"}, {"id": "a", "name": "Two"}]}
    )
    assert label_of(by_id(ladder, "skill")["a"]) == "One"
    kind = kind_of(ladder.skills[0])
    assert kind is not None
    assert kind.name == "skill"
    assert kind_of(ladder) is None
    assert label_of(Profile(level="P3", title="Lead")) == "P3 Lead"
    assert label_of(Level(id="P3")) == "P3"
    assert label_of(Skill(id="sql")) == "sql"
