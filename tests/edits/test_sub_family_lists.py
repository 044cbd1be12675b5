"""Lists of sub-families: what is added, what is made own, and what is given back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.edits.cells.choosing import choose
from laddereditor.edits.cells.filling import fill
from laddereditor.edits.cells.overriding import overridden_places, overridden_words
from laddereditor.edits.cells.resetting import reset
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.fields import give_back, override, set_field
from laddereditor.edits.lists import change_list, insert_items, move_items, remove_items, set_item
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.edits.places.inherited import effective_at
from laddereditor.edits.places.shown import is_inherited, is_overriding, text_at
from laddereditor.edits.skills import create_skill_use
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.family import Profile
from laddereditor.model.inheritance import inheriting_fields
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import proficiency_of, skill_of
from tests.edits.family_tree import ML_P2, VISION_P1, VISION_P2, family_tree, stored, whole

DUTIES, SKILLS = FieldPath("responsibilities"), FieldPath("skills")


def shown(ladder: Ladder, name: FieldPath = DUTIES) -> list[str]:
    return [str(getattr(one, "skill", one)) for one in effective_at(ladder, VISION_P2, name)]


def test_that_the_effective_list_is_that_of_the_resolved_profile() -> None:
    ladder = family_tree()
    assert shown(ladder) == ["Reads images", "Trains models", "Writes code", "Reviews code"]
    assert shown(ladder) == [item.value for item in whole(ladder).items("responsibilities")]


def test_that_a_new_item_is_added_to_the_inherited_ones() -> None:
    ladder = family_tree()
    after = insert_items(ladder, VISION_P2, DUTIES, -1, ("Counts cars",)).change(ladder)
    assert stored(after).responsibilities == ("Reads images", "Counts cars")
    assert stored(after).replaces == ()
    after = insert_items(ladder, VISION_P1, DUTIES, -1, ("Sorts",)).change(ladder)
    assert stored(after, VISION_P1).responsibilities == ("Sorts",)


def test_that_own_items_are_changed_without_the_inherited_ones() -> None:
    ladder = family_tree()
    after = set_item(ladder, VISION_P2, DUTIES, 0, "Reads pictures").change(ladder)
    assert stored(after).responsibilities == ("Reads pictures",)
    after = remove_items(ladder, VISION_P2, DUTIES, [0]).change(ladder)
    assert (stored(after).responsibilities, stored(after).replaces) == ((), ())
    assert len(shown(after)) == 3


@pytest.mark.parametrize("position", [1, 3])
def test_that_a_changed_inherited_item_makes_the_list_stand_in_place(position: int) -> None:
    ladder = family_tree()
    expected = shown(ladder)
    expected[position] = "Something else"
    after = set_item(ladder, VISION_P2, DUTIES, position, "Something else").change(ladder)
    assert (shown(after), stored(after).replaces) == (expected, ("responsibilities",))
    gone = remove_items(ladder, VISION_P2, DUTIES, [position]).change(ladder)
    assert stored(gone).replaces == ("responsibilities",)
    assert len(stored(gone).responsibilities) == 3
    assert stored(gone, ML_P2) is stored(ladder, ML_P2)


def test_that_a_list_that_stands_in_place_is_edited_as_any_other() -> None:
    ladder = override(family_tree(), VISION_P2, DUTIES).change(family_tree())
    after = move_items(ladder, VISION_P2, DUTIES, [3], 0).change(ladder)
    assert shown(after)[0] == "Reviews code"
    emptied = remove_items(ladder, VISION_P2, DUTIES, [0, 1, 2, 3]).change(ladder)
    assert (shown(emptied), stored(emptied).replaces) == ([], ("responsibilities",))


@pytest.mark.parametrize("name", [spec.name for spec in inheriting_fields(Profile)])
@pytest.mark.parametrize("place", [VISION_P1, VISION_P2, ML_P2])
def test_that_a_value_is_as_before_once_it_is_given_back(name: str, place: Address) -> None:
    ladder = family_tree()
    if getattr(stored(ladder, place), name) and name not in ("responsibilities", "skills"):
        return  # it has an own value already
    try:
        own = override(ladder, place, name).change(ladder)
    except EditRefused:
        return
    assert own != ladder
    assert values(own, place, name) == values(ladder, place, name)
    assert give_back(own, place, name).change(own) == ladder


def values(ladder: Ladder, place: Address, name: str) -> object:
    found: object = whole(ladder, place).value(name)
    if isinstance(found, dict):
        return {key: entry.value for key, entry in found.items()}
    return getattr(found, "value", None)


def test_that_giving_back_keeps_items_that_the_parent_does_not_have() -> None:
    ladder = set_item(family_tree(), VISION_P2, DUTIES, 2, "Writes more code").change(family_tree())
    after = give_back(ladder, VISION_P2, DUTIES).change(ladder)
    assert stored(after).responsibilities == ("Reads images", "Writes more code")
    assert stored(after).replaces == ()


def test_that_another_proficiency_of_an_inherited_skill_is_the_only_own_use() -> None:
    ladder = family_tree()
    place = CellPlace(VISION_P2, "skills", "models", 0)
    assert is_inherited(ladder, place)
    after = choose(ladder, place, "expert").change(ladder)
    assert [(skill_of(use), proficiency_of(use)) for use in stored(after).skills] == [
        ("models", "expert")
    ]
    assert (shown(after, SKILLS), stored(after).replaces) == (["models", "code"], ())


def test_that_a_skill_is_added_once() -> None:
    ladder = family_tree()
    after = create_skill_use(ladder, VISION_P2, "Images").change(ladder)
    assert stored(after).skills == ("images",)
    with pytest.raises(EditRefused, match="already"):
        create_skill_use(ladder, VISION_P2, "Code")


def test_that_cells_know_what_is_inherited_and_what_overrides() -> None:
    ladder = family_tree()
    own, inherited = (CellPlace(VISION_P2, "responsibilities", position=n) for n in (0, 2))
    assert (is_inherited(ladder, own), is_inherited(ladder, inherited)) == (False, True)
    assert not is_overriding(ladder, own)
    after = fill(ladder, [(inherited, "Writes neat code")]).change(ladder)
    assert is_overriding(after, own)
    assert reset(after, [own]).change(after) != after
    scope = CellPlace(VISION_P2, "factors", "scope")
    assert is_overriding(ladder, scope)
    assert text_at(reset(ladder, [scope]).change(ladder), scope) == "Projects"
    summary = CellPlace(VISION_P2, "summary")
    with pytest.raises(EditRefused, match="comes from the parent family"):
        fill(ladder, [(summary, "")])


def test_that_a_change_inside_inherited_pay_keeps_its_parts() -> None:
    ladder = set_field(family_tree(), ML_P2, "pay/note", "Ask us").change(family_tree())
    after = set_field(ladder, VISION_P2, "pay/status", "withheld").change(ladder)
    pay = stored(after).pay
    assert pay is not None
    assert (pay.note, pay.status) == ("Ask us", "withheld")


@given(st.data())
def test_that_any_list_that_is_typed_is_shown(data: st.DataObject) -> None:
    ladder = family_tree()
    pool = [*shown(ladder), "New one", "Another"]
    wanted = tuple(data.draw(st.lists(st.sampled_from(pool), unique=True, max_size=6)))
    after = change_list(ladder, VISION_P2, DUTIES, wanted).change(ladder)
    inherited = {"Trains models", "Writes code", "Reviews code"}
    assert sorted(shown(after)) == sorted(wanted)
    if stored(after).replaces:
        assert tuple(shown(after)) == wanted
    else:
        assert not inherited & set(stored(after).responsibilities)


def test_that_a_person_is_told_what_became_a_profiles_own() -> None:
    ladder = family_tree()
    after = set_item(ladder, VISION_P2, DUTIES, 2, "Writes more code").change(ladder)
    (place,) = overridden_places(ladder, after)
    assert place == CellPlace(VISION_P2, "responsibilities")
    assert "own now" in overridden_words(after, [place])
    added = insert_items(ladder, VISION_P2, DUTIES, -1, ("Counts cars",)).change(ladder)
    assert overridden_places(ladder, added) == ()
    only_copied = override(ladder, VISION_P2, "flsa").change(ladder)
    assert overridden_places(ladder, only_copied) == ()
    other = set_field(ladder, VISION_P2, "flsa", "nonexempt").change(ladder)
    assert overridden_places(ladder, other) == (CellPlace(VISION_P2, "flsa"),)
