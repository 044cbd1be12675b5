"""Families become sub-families, families of their own and part of others; nothing is lost."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.edits.clipboard import copy_nodes, paste_nodes, pasted_dependencies
from laddereditor.edits.deleting import REMOVE, delete, uses_of
from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.fields import set_field
from laddereditor.edits.inserting import insert_ladder_parts
from laddereditor.edits.references import rename
from laddereditor.edits.sub_families import fold_back, leave_parent, make_sub_family, move_under
from laddereditor.model.address import Address
from laddereditor.model.base import evolve
from laddereditor.model.family import Profile
from laddereditor.model.inheritance import inheriting_fields
from laddereditor.model.ladder import Ladder
from laddereditor.model.resolve import resolved
from laddereditor.rules.check import check
from laddereditor.rules.finding import Severity
from tests.edits.family_tree import (
    ML_P2,
    VISION_P2,
    changed,
    changed_family,
    family_tree,
    stored,
    whole,
)

ENGINEER, ML, VISION = (Address(f"families/{key}") for key in ("engineer", "ml", "vision"))


def after(edit: Edit, ladder: Ladder) -> Ladder:
    """The ladder after an edit, without errors."""
    made = edit.change(ladder)
    assert not [one for one in check(made).findings if one.severity is Severity.ERROR]
    return made


def said(ladder: Ladder, address: Address) -> dict[str, Any]:
    """All that a profile says, own or inherited; lists without their order."""
    found = whole(ladder, address)
    values: dict[str, Any] = {}
    for spec in inheriting_fields(Profile):
        if spec.is_keyed:
            entries = found.entries(spec.name).items()
            values[spec.name] = {key: entry.value for key, entry in entries if entry.value}
        elif isinstance(getattr(found.profile, spec.name), tuple):
            values[spec.name] = sorted(repr(item.value) for item in found.items(spec.name))
        else:
            values[spec.name] = found.value(spec.name).value
    return values


def parent(ladder: Ladder, number: int) -> str:
    return ladder.families[number].parent


def test_that_a_family_moves_under_another_and_keeps_what_it_says() -> None:
    ladder = changed_family(family_tree(), 2, parent="")
    made = after(move_under(ladder, [VISION], ML), ladder)
    assert made == family_tree()
    edit = move_under(made, [VISION], Address())
    assert edit.label == "Move family Vision out of its parent"
    assert edit.change(made) == ladder


@pytest.mark.parametrize(("address", "target"), [(ENGINEER, VISION), (ML, ML), (ENGINEER, ML)])
def test_that_a_circle_is_refused(address: Address, target: Address) -> None:
    ladder = family_tree()
    with pytest.raises(EditRefused, match="part of"):
        move_under(ladder, [address], target)
    with pytest.raises(EditRefused, match="part of"):
        make_sub_family(ladder, address, target)
    with pytest.raises(EditRefused, match="part of"):
        set_field(ladder, address, "parent", target.key)


def test_that_a_family_of_its_own_says_all_that_it_inherited() -> None:
    ladder = family_tree()
    made = after(leave_parent(ladder, VISION), ladder)
    assert parent(made, 2) == ""
    for level in ("P1", "P2"):
        assert said(made, VISION.at(level)) == said(ladder, VISION.at(level))
    assert [own.id for own in made.families[2].competencies] == ["care"]
    with pytest.raises(EditRefused, match="no parent"):
        leave_parent(made, VISION)


def test_that_a_sub_family_made_of_it_stores_only_what_differs() -> None:
    ladder = family_tree()
    alone = leave_parent(ladder, VISION).change(ladder)
    again = after(make_sub_family(alone, VISION, ML), alone)
    assert stored(again, VISION_P2) == stored(ladder, VISION_P2)
    assert said(again, VISION_P2) == said(ladder, VISION_P2)


def test_that_a_list_without_something_of_the_parents_replaces_it() -> None:
    ladder = leave_parent(family_tree(), VISION).change(family_tree())
    fewer = changed(ladder, 2, place=1, responsibilities=("Reads images", "Writes code"))
    made = after(make_sub_family(fewer, VISION, ML), fewer)
    assert stored(made).replaces == ("responsibilities",)
    assert said(made, VISION_P2) == said(fewer, VISION_P2)


def test_that_a_value_of_the_level_is_kept_where_the_parent_says_otherwise() -> None:
    ladder = changed_family(family_tree(), 1, parent="")
    made = after(make_sub_family(ladder, ML, ENGINEER), ladder)
    assert stored(made, ML_P2).summary == "Works alone"
    assert stored(made, ML_P2).factors == {"impact": "Team"}
    assert stored(made, ML_P2).experience is None
    gained = {"flsa": "exempt", "expectations": {"care": ("Keeps it clean",)}}
    was, now = said(ladder, ML_P2), said(made, ML_P2)
    assert {key for key in now if now[key] != was[key]} == {"flsa", "expectations"}
    assert now["flsa"] == gained["flsa"]


def test_that_folding_back_adds_the_lists_and_keeps_the_rest_in_notes() -> None:
    ladder = changed(family_tree(), 2, place=1, title="Image Builder", summary="Sees")
    ladder = changed(ladder, 2, place=1, skills=({"skill": "models", "proficiency": "expert"},))
    edit = fold_back(ladder, VISION)
    made = after(edit, ladder)
    assert edit.label == "Fold family Vision back into Machine Learning"
    assert [one.id for one in made.families] == ["engineer", "ml"]
    ml = made.families[1]
    assert ml.aliases == ("Vision",)
    assert "Short code: VIS" in ml.notes
    assert [one.level for one in ml.profiles] == ["P1", "P2"]
    there = ml.profiles[1]
    assert there.responsibilities == ("Trains models", "Reads images")
    assert there.titles == ("Image Builder",)
    assert "Summary: Sees" in there.notes
    assert "Leveling factors, scope: Cameras" in there.notes
    assert "Skills: models (expert)" in there.notes


def test_that_families_below_a_folded_one_go_to_the_parent() -> None:
    made = after(fold_back(family_tree(), ML), family_tree())
    assert [(one.id, one.parent) for one in made.families] == [
        ("engineer", ""),
        ("vision", "engineer"),
    ]
    assert "Trains models" in str(said(made, VISION_P2)["responsibilities"])


def test_that_a_sub_family_follows_a_parent_with_another_id() -> None:
    made = after(rename(family_tree(), ML, "learning"), family_tree())
    assert parent(made, 2) == "learning"
    assert said(made, VISION_P2) == said(family_tree(), VISION_P2)


def test_that_the_uses_of_a_parent_are_its_sub_families() -> None:
    assert [(use.address, use.field) for use in uses_of(family_tree(), ML)] == [(VISION, "parent")]


def test_that_sub_families_of_a_deleted_parent_keep_what_they_inherit() -> None:
    ladder = family_tree()
    made = after(delete(ladder, [ML], uses=REMOVE), ladder)
    assert (made.families[1].id, made.families[1].parent) == ("vision", "engineer")
    assert said(made, VISION_P2) == said(ladder, VISION_P2)
    alone = after(delete(ladder, [ENGINEER, ML], uses=REMOVE), ladder)
    assert alone.families[0].parent == ""
    assert said(alone, VISION_P2) == said(ladder, VISION_P2)
    left = delete(ladder, [ML]).change(ladder)
    assert left.families[1].parent == "ml"


def test_that_another_family_takes_the_place_of_a_deleted_parent() -> None:
    ladder = family_tree()
    made = after(delete(ladder, [ML], uses="engineer"), ladder)
    assert made.families[1].parent == "engineer"
    own = after(delete(ladder, [ENGINEER], uses="ml"), ladder)
    assert [one.parent for one in own.families] == ["", "ml"]
    with pytest.raises(EditRefused, match="Choose another"):
        delete(ladder, [ENGINEER], uses="vision")


def test_that_a_copied_sub_family_brings_the_families_above() -> None:
    other = changed_family(family_tree(), 0, profiles=())
    other = evolve(other, families=())
    packed = copy_nodes(family_tree(), [VISION])
    made = paste_nodes(other, Address(), packed).change(other)
    assert {one.id: one.parent for one in made.families} == {
        "vision": "ml",
        "ml": "engineer",
        "engineer": "",
    }
    assert said(made, VISION_P2) == said(family_tree(), VISION_P2)
    assert "families Engineer and Machine Learning" in pasted_dependencies(other, packed)
    again = paste_nodes(family_tree(), Address(), packed).change(family_tree())
    assert [one.parent for one in again.families].count("ml") == 2


def test_that_imported_sub_families_store_no_more_than_before() -> None:
    other = evolve(family_tree(), families=())
    made = insert_ladder_parts(other, family_tree()).change(other)
    assert made.families == family_tree().families


_DUTIES = st.lists(st.sampled_from(["A", "B", "C", "D"]), unique=True, max_size=4)
_SKILLS = st.lists(st.sampled_from(["code", "models"]), unique=True)
_PROFILE = st.fixed_dictionaries(
    {
        "responsibilities": _DUTIES,
        "skills": st.lists(st.sampled_from(["code", "models"]), unique=True),
    },
    optional={
        "summary": st.sampled_from(["Works alone", "Other"]),
        "title": st.sampled_from(["One", "Other"]),
        "factors": st.dictionaries(st.sampled_from(["scope", "impact"]), st.sampled_from("XY")),
        "expectations": st.dictionaries(
            st.just("communication"), st.lists(st.sampled_from("KL"), unique=True)
        ),
        "replaces": st.lists(st.sampled_from(["skills", "responsibilities"]), unique=True),
    },
)


@given(st.tuples(_PROFILE, _PROFILE, _PROFILE))
def test_that_taking_any_family_out_and_in_again_changes_nothing_that_is_said(
    values: tuple[dict[str, Any], ...],
) -> None:
    ladder = family_tree()
    for number, place in enumerate((1, 0, 1)):
        bare = Profile(level="P2")
        profiles = list(ladder.families[number].profiles)
        profiles[place] = evolve(bare, **values[number])
        ladder = changed_family(ladder, number, profiles=tuple(profiles))
    alone = leave_parent(ladder, VISION).change(ladder)
    assert said(alone, VISION_P2) == said(ladder, VISION_P2)
    again = said(make_sub_family(alone, VISION, ML).change(alone), VISION_P2)
    before = said(alone, VISION_P2)  # what was empty may be inherited now
    assert {key: again[key] for key in again if before[key]} == {
        key: value for key, value in before.items() if value
    }
    gone = delete(ladder, [ML], uses=REMOVE).change(ladder)
    assert said(gone, VISION_P2) == said(ladder, VISION_P2)
    folded = fold_back(ladder, VISION).change(ladder)
    text = repr(folded.families[1])
    for own in stored(ladder).responsibilities:
        assert repr(own) in text or repr(own) in said(folded, ML_P2)["responsibilities"]
    assert resolved(folded, folded.families[1], stored(folded, ML_P2))
