"""What the profiles of sub-families inherit, from whom, and that circles of parents end."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from laddereditor.model.inheritance import Source
from laddereditor.model.ladder import Ladder
from laddereditor.model.parents import families_above, is_in_circle, sub_families
from laddereditor.model.resolve import resolved
from laddereditor.model.statement import skill_of
from tests.edits.family_tree import ML_P2, VISION_P1, changed, changed_family, family_tree, whole

OWN, LEVEL, ABOVE = Source.OWN, Source.LEVEL, Source.PARENT_PROFILE


def test_that_single_values_come_from_the_nearest_parent_that_has_one_then_the_level() -> None:
    found = whole(family_tree())
    values = {name: found.value(name) for name in ("title", "summary", "flsa", "experience", "pay")}
    givers = {name: one.giver.name if one.giver else "" for name, one in values.items()}
    assert givers == {
        "title": "Machine Learning",
        "summary": "Engineer",
        "flsa": "Engineer",
        "experience": "",
        "pay": "",
    }
    assert values["title"].value == "Model Builder"
    assert values["flsa"].value == "exempt"
    assert values["experience"].source is LEVEL


def test_that_entries_are_inherited_one_by_one() -> None:
    found = whole(family_tree())
    factors = {key: (one.value, one.source) for key, one in found.factors.items()}
    assert factors == {"scope": ("Cameras", OWN), "impact": ("Product", ABOVE)}
    expectations = {key: one.source for key, one in found.expectations.items()}
    assert expectations == {"communication": LEVEL, "care": ABOVE}


def test_that_lists_add_to_those_of_all_parents() -> None:
    items = whole(family_tree()).items("responsibilities")
    assert [(item.value, item.giver.name if item.giver else "") for item in items] == [
        ("Reads images", ""),
        ("Trains models", "Machine Learning"),
        ("Writes code", "Engineer"),
        ("Reviews code", "Engineer"),
    ]


def test_that_a_list_that_a_profile_replaces_adds_to_none() -> None:
    ladder = changed(family_tree(), 1, replaces=("responsibilities",))
    values = [item.value for item in whole(ladder).items("responsibilities")]
    assert values == ["Reads images", "Trains models"]
    ladder = changed(ladder, 2, place=1, replaces=("responsibilities", "skills"))
    assert [item.value for item in whole(ladder).items("responsibilities")] == ["Reads images"]
    assert whole(ladder).items("skills") == ()


def test_that_an_own_use_of_a_skill_stands_for_the_inherited_one() -> None:
    use = {"skill": "models", "proficiency": "expert"}
    items = whole(changed(family_tree(), 2, place=1, skills=(use,))).items("skills")
    found = [(skill_of(item.value), item.source) for item in items]
    assert found == [("models", OWN), ("code", ABOVE)]


def test_that_a_parent_without_the_level_is_passed_over() -> None:
    found = whole(family_tree(), VISION_P1)
    (item,) = found.items("responsibilities")
    assert (item.value, item.giver.id if item.giver else "") == ("Learns the tools", "engineer")
    assert found.summary.value == "Learns"


def test_that_a_family_without_a_parent_inherits_as_before() -> None:
    ladder = changed_family(family_tree(), 1, parent="")
    found = whole(ladder, ML_P2)
    assert found.parents == ()
    assert found.summary.source is LEVEL
    assert [item.value for item in found.items("responsibilities")] == ["Trains models"]


def test_that_circles_and_parents_that_are_gone_end_the_chain() -> None:
    ladder = changed_family(family_tree(), 0, parent="vision")
    assert [one.id for one in families_above(ladder, ladder.families[2])] == ["ml", "engineer"]
    assert all(is_in_circle(ladder, one) for one in ladder.families)
    assert [item.value for item in whole(ladder).items("skills")]
    gone = changed_family(family_tree(), 1, parent="nobody")
    assert list(families_above(gone, gone.families[1])) == []
    assert [one.id for one in sub_families(gone, "ml")] == ["vision"]
    itself = changed_family(family_tree(), 0, parent="engineer")
    assert is_in_circle(itself, itself.families[0])
    assert list(families_above(itself, itself.families[0])) == []


@given(st.lists(st.integers(-1, 6), min_size=1, max_size=6))
def test_that_any_graph_of_parents_is_resolved(parents: list[int]) -> None:
    families: list[dict[str, Any]] = [
        {
            "id": f"f{n}",
            "parent": f"f{parent}" if parent >= 0 else "",
            "profiles": [{"level": "P1", "responsibilities": [f"Does {n}"]}],
        }
        for n, parent in enumerate(parents)
    ]
    ladder = Ladder.model_validate(
        {"laddereditor": 1, "levels": [{"id": "P1"}], "families": families}
    )
    for family in ladder.families:
        found = resolved(ladder, family, family.profiles[0])
        values = [item.value for item in found.items("responsibilities")]
        assert values[0] == family.profiles[0].responsibilities[0]
        assert len(values) == len(set(values)) == 1 + len(list(families_above(ladder, family)))
