"""The texts of an entity, which several rules ask for."""

from laddereditor.model.family import Profile
from laddereditor.rules import inside

PROFILE = Profile(level="P3", summary="Plans", responsibilities=("Leads", "Writes"))


def test_that_texts_are_collected_once_for_all_rules_that_ask() -> None:
    assert inside.texts(PROFILE) is inside.texts(PROFILE)
    assert [text for _, text in inside.texts(PROFILE)] == ["Plans", "Leads", "Writes"]


def test_that_an_equal_entity_with_other_values_is_collected_anew() -> None:
    one, other = Profile(level="P3", summary="A"), Profile(level="P3", summary="B")
    assert inside.texts(one) == (("summary", "A"),)
    assert inside.texts(other) == (("summary", "B"),)


def test_that_items_of_lists_come_with_their_paths() -> None:
    assert inside.list_items(PROFILE) == [
        ("responsibilities/0", "Leads"),
        ("responsibilities/1", "Writes"),
    ]
