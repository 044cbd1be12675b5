"""The texts of an entity, which several rules ask for."""

from laddereditor.model.family import Profile
from laddereditor.rules import contents

PROFILE = Profile(level="P3", summary="Plans", responsibilities=("Leads", "Writes"))


def test_that_texts_are_collected_once_for_all_rules_that_ask() -> None:
    assert contents.texts(PROFILE) is contents.texts(PROFILE)
    assert [text for _, text in contents.texts(PROFILE)] == ["Plans", "Leads", "Writes"]


def test_that_an_equal_entity_with_other_values_is_collected_again() -> None:
    one, other = Profile(level="P3", summary="A"), Profile(level="P3", summary="B")
    assert contents.texts(one) == (("summary", "A"),)
    assert contents.texts(other) == (("summary", "B"),)


def test_that_items_of_lists_come_with_their_paths() -> None:
    assert contents.list_items(PROFILE) == [
        ("responsibilities/0", "Leads"),
        ("responsibilities/1", "Writes"),
    ]
