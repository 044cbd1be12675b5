"""The way between two values: exact both ways, and no larger than what differs."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laddereditor.align.common_items import in_order, runs
from laddereditor.model.base import evolve
from laddereditor.model.difference import DERIVED, applied, difference
from laddereditor.model.family import Family, Profile
from laddereditor.model.ladder import Ladder
from laddereditor.model.raw import to_raw
from tests.strategies import ladders

VALUES: list[tuple[Any, Any]] = [
    ("", "x" * 500),
    ("a\n" * 4000, "b\n" + "a\n" * 2000 + "c\n" + "a\n" * 2000),
    ("é" * 300 + "middle" + "ß" * 300, "é" * 300 + "ß" * 300),
    ("aaaa" * 100, "aaaa" * 101),
    ((1, 2, 3), (3, 2, 1)),
    ((1, True), (1.0, 1)),
    (("a", "b", "a"), ("b", "a", "b", "a")),
    ([{"at": "x"}, {"at": "y"}], [{"at": "y"}, {"at": "x", "n": [1]}]),
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    ({"a": 1}, {"c": {"d": ()}, "a": None}),
    ({}, {"": ""}),
    (None, ()),
]


@pytest.mark.parametrize(("old", "new"), VALUES)
def test_that_a_difference_leads_from_each_value_to_the_other(old: Any, new: Any) -> None:
    found = difference(old, new)
    assert repr(applied(found, old, back=False)) == repr(new)
    assert repr(applied(found, new, back=True)) == repr(old)


@given(ladders(), ladders())
def test_that_a_difference_of_ladders_leads_both_ways(old: Ladder, new: Ladder) -> None:
    found = difference(old, new)
    there = applied(found, old, back=False)
    back = applied(found, new, back=True)
    assert (there, back) == (new, old)
    assert repr((to_raw(there), to_raw(back))) == repr((to_raw(new), to_raw(old)))


def test_that_what_two_ladders_share_is_the_same_object_on_the_way_back() -> None:
    profiles = tuple(Profile(level=f"P{n}") for n in range(5))
    old = Ladder(laddereditor=1, families=(Family(id="a", profiles=profiles), Family(id="b")))
    family = evolve(old.families[0], profiles=(*profiles[:2], *profiles[3:], profiles[2]))
    new = evolve(old, families=(family, old.families[1]))
    back = applied(difference(old, new), new, back=True)
    assert all(a is b for a, b in zip(back.families[0].profiles, profiles, strict=True))
    assert back.families[1] is old.families[1]


def test_that_unknown_keys_come_and_go_with_their_order() -> None:
    old = Family.model_validate({"id": "a", "x-one": "1", "x-two": "2"})
    new = Family.model_validate({"id": "a", "x-two": "2", "x-three": {"y": "z"}})
    found = difference(old, new)
    assert list(applied(found, new, back=True).model_extra) == ["x-one", "x-two"]
    assert list(applied(found, old, back=False).model_extra) == ["x-two", "x-three"]


@dataclass(frozen=True, eq=False)
class Text:
    """A text with what follows from it."""

    text: str
    size: int | None = field(metadata=DERIVED)


def test_that_what_follows_from_other_fields_is_not_kept() -> None:
    old = Text("a", 1)
    new = replace(old, text="ab", size=2)
    back = applied(difference(old, new), new, back=True)
    assert (back.text, back.size) == ("a", None)
    assert difference(old, replace(old, size=7)) is None


@given(st.lists(st.sampled_from("abcdef")), st.lists(st.sampled_from("abcdef")))
def test_that_between_the_stretches_that_differ_all_is_the_same(
    old: list[str], new: list[str]
) -> None:
    left, right = list(old), list(new)
    for run in reversed(list(runs(old, new))):
        del left[run.old : run.old + run.old_size]
        del right[run.new : run.new + run.new_size]
    assert left == right


def test_that_a_line_that_moved_far_is_the_only_one_that_moved() -> None:
    old = [f"line {number}" for number in range(1000)]
    new = [*old[1:], old[0]]
    assert len(in_order(old, new)) == 999
