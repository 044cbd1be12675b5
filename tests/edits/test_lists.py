"""Items of list fields."""

from collections.abc import Callable
from typing import Any

import pytest

from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.edits.lists import insert_items, move_items, remove_items, set_item
from laddereditor.model.address import Address
from laddereditor.model.family import Occupation
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import ExampledStatement, statement_text
from tests.edits.samples import DATA_P3, accepted, made, profile, sample
from tests.finding import find


def texts(ladder: Ladder) -> list[str]:
    return [statement_text(item) for item in profile(ladder).responsibilities]


def test_that_an_item_is_set_and_keeps_its_examples() -> None:
    ladder = sample()
    edit = set_item(ladder, DATA_P3, "responsibilities", 1, "Checks work", typing=True)
    assert profile(made(edit, ladder)).responsibilities[1] == ExampledStatement(
        text="Checks work", examples=("Design notes",)
    )
    assert edit.merge == f"type:{DATA_P3}/responsibilities/1"
    assert edit.label == "Change Responsibilities of P3 Senior Data Engineer"


def test_that_an_item_takes_a_whole_value() -> None:
    ladder = sample()
    bare = ExampledStatement(text="Alone")
    after = made(set_item(ladder, DATA_P3, "responsibilities", 1, bare), ladder)
    assert profile(after).responsibilities[1] == bare
    after = made(set_item(ladder, DATA_P3, "skills", 0, "python"), ladder)
    assert profile(after).skills[0] == "python"


@pytest.mark.parametrize(
    ("position", "expected"),
    [(0, "xyABC"), (1, "AxyBC"), (3, "ABCxy"), (-1, "ABCxy"), (99, "ABCxy")],
)
def test_that_items_are_inserted_at_a_position(position: int, expected: str) -> None:
    ladder = sample()
    after = made(insert_items(ladder, DATA_P3, "responsibilities", position, ["x", "y"]), ladder)
    first = "".join(
        text if len(text) == 1 else "ABC"["BRM".index(text[0])] for text in texts(after)
    )
    assert first == expected


def test_that_a_list_in_a_mapping_or_a_part_can_begin_with_an_item() -> None:
    ladder = sample()
    after = made(insert_items(ladder, DATA_P3, "expectations/communication", 0, ["Talks"]), ladder)
    assert profile(after).expectations["communication"] == ("Talks", "Writes clearly")
    assert next(iter(profile(after).expectations)) == "communication"
    place = "families/web/P1"
    after = made(insert_items(ladder, Address(place), "pay/ranges", 0, [{"market": "DE"}]), ladder)
    pay = profile(after, place).pay
    assert pay is not None
    assert pay.ranges[0].market == "DE"
    soc = Occupation(code="15-1252")
    after = made(insert_items(ladder, Address("families/hr"), "occupations", 0, [soc]), ladder)
    assert after.families[2].occupations == (soc,)


def test_that_items_are_removed() -> None:
    ladder = sample()
    after = made(remove_items(ladder, DATA_P3, "responsibilities", {0, 2}), ladder)
    assert texts(after) == ["Reviews work"]


@pytest.mark.parametrize("address", ["levels/P3", DATA_P3])
def test_that_the_last_item_takes_the_competency_with_it(address: str) -> None:
    ladder = sample()
    after = made(remove_items(ladder, Address(address), "expectations/delivery", [0]), ladder)
    assert "delivery" not in find(after, address).expectations


def test_that_removing_what_is_inherited_says_that_nothing_holds_here() -> None:
    ladder = sample()
    after = made(remove_items(ladder, DATA_P3, "expectations/communication", [0]), ladder)
    assert profile(after).expectations["communication"] == ()


@pytest.mark.parametrize(
    ("positions", "to", "expected"),
    [
        ([0], 2, "RBM"),
        ([0], 3, "RMB"),
        ([2], 0, "MBR"),
        ([0, 2], 1, "BMR"),
        ([0, 1], -1, "MBR"),
        ([1], 1, "BRM"),
        ([1], 2, "BRM"),
    ],
)
def test_that_items_move_together(positions: list[int], to: int, expected: str) -> None:
    ladder = sample()
    after = made(move_items(ladder, DATA_P3, "responsibilities", positions, to), ladder)
    assert "".join(text[0] for text in texts(after)) == expected
    assert (after is ladder) == (expected == "BRM")


def test_that_accepted_findings_stay_with_their_items() -> None:
    ladder = sample()
    place = "data/P3/responsibilities"
    after = made(insert_items(ladder, DATA_P3, "responsibilities", 0, ["x"]), ladder)
    assert f"{place}/3" in accepted(after)
    after = made(move_items(ladder, Address("data/P3"), "responsibilities", [2], 0), ladder)
    assert f"{place}/0" in accepted(after)
    after = made(remove_items(ladder, DATA_P3, "responsibilities", [0]), ladder)
    assert f"{place}/1" in accepted(after)
    after = made(remove_items(ladder, DATA_P3, "responsibilities", [2]), ladder)
    assert len(accepted(after)) == 2


REFUSED: list[tuple[Callable[[Ladder], Edit], str]] = [
    (lambda one: set_item(one, DATA_P3, "responsibilities", 3, "x"), "no longer exists"),
    (lambda one: remove_items(one, DATA_P3, "responsibilities", [-1]), "no longer exists"),
    (lambda one: move_items(one, DATA_P3, "skills", [7], 0), "no longer exists"),
    (lambda one: insert_items(one, DATA_P3, "title", 0, ["x"]), "is not a list"),
    (lambda one: insert_items(one, DATA_P3, "titles", 0, [3]), "should be a list of texts"),
    (
        lambda one: set_item(one, Address("families/no"), "specialties", 0, "x"),
        "no longer in this ladder",
    ),
]


@pytest.mark.parametrize(("build", "words"), REFUSED)
def test_that_what_is_not_there_is_refused(build: Callable[[Ladder], Any], words: str) -> None:
    with pytest.raises(EditRefused, match=words):
        build(sample())
