"""One statement is appended to the same list of several entries, in one step."""

import pytest

from laddereditor.edits.adding_to_all import (
    add_to_all,
    added_words,
    inheriting,
    shared_lists,
)
from laddereditor.edits.edit import EditRefused
from laddereditor.model.address import Address, FieldPath
from tests.edits.samples import DATA_P3, made, profile, sample

P2, P3 = Address("families/data/P2"), DATA_P3
WEB = Address("families/web/P1")
LEVEL = Address("levels/P3")
SPEAKS = "expectations/communication"


def test_that_it_lands_as_the_last_at_each() -> None:
    ladder = sample()
    edit = add_to_all(ladder, (P2, P3, WEB), FieldPath("responsibilities"), " Writes tests ")
    after = made(edit, ladder)
    assert edit.label == "Add to Responsibilities of 3 profiles"
    assert profile(after, P2).responsibilities == ("Writes tests",)
    assert profile(after, WEB).responsibilities == ("Writes tests",)
    before = profile(ladder).responsibilities
    assert profile(after).responsibilities == (*before, "Writes tests")


def test_that_an_inherited_list_keeps_its_items() -> None:
    ladder = sample()
    assert inheriting(ladder, (P2, P3), FieldPath(SPEAKS)) == [P3]
    after = made(add_to_all(ladder, (P2, P3), FieldPath(SPEAKS), "Listens"), ladder)
    assert profile(after).expectations["communication"] == ("Writes clearly", "Listens")
    assert profile(after, P2).expectations["communication"] == ("Listens",)


def test_that_who_has_it_already_is_left_alone_and_named() -> None:
    ladder = sample()
    where, text = (P2, P3), "Builds pipelines"
    after = made(add_to_all(ladder, where, FieldPath("responsibilities"), text), ladder)
    assert profile(after) is profile(ladder)
    assert added_words(ladder, where, FieldPath("responsibilities"), text) == (
        "Added at the end of Responsibilities of P2 Data Engineer. "
        "P3 Senior Data Engineer has it already."
    )


def test_that_the_words_tell_what_became_an_own_list() -> None:
    assert added_words(sample(), (P2, P3), FieldPath(SPEAKS), "Listens").endswith(
        "The list was inherited at P3 Senior Data Engineer; "
        "it is its own now and keeps those items."
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [("  ", "Type the statement first."), ("Reviews work", "All 1 already have")],
)
def test_that_nothing_to_add_is_refused(text: str, reason: str) -> None:
    with pytest.raises(EditRefused, match=reason):
        add_to_all(sample(), (P3,), FieldPath("responsibilities"), text)


def test_that_only_lists_that_all_have_are_offered() -> None:
    ladder = sample()
    profiles = dict(shared_lists(ladder, (P2, P3)))
    assert list(profiles) == [
        "responsibilities",
        "expectations/communication",
        "expectations/delivery",
        "expectations/stewardship",
        "qualifications",
    ]
    assert profiles["expectations/delivery"] == "Expectations: Delivery"
    # The competency of one family is nothing to a level or to another family.
    assert "expectations/stewardship" not in dict(shared_lists(ladder, (P3, WEB)))
    mixed = dict(shared_lists(ladder, (P3, LEVEL)))
    assert list(mixed) == ["expectations/communication", "expectations/delivery"]
    assert shared_lists(ladder, (Address("skills/sql"), Address("skills/python"))) == ()
