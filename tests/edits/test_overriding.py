"""What an edit made a profile's own is told, so that it can be inherited again."""

from collections.abc import Callable

import pytest

from laddereditor.edits.cells.filling import fill
from laddereditor.edits.cells.overriding import overridden_places, overridden_words
from laddereditor.edits.cells.resetting import reset
from laddereditor.edits.edit import Edit
from laddereditor.edits.fields import give_back, override, set_field
from laddereditor.edits.lists import change_list, insert_items, move_items, remove_items
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.edits.sub_families import make_sub_family
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from tests.edits.samples import DATA_P3, made, sample

COMMUNICATION = "expectations/communication"
MAKES_OWN: list[tuple[str, Callable[[Ladder], Edit]]] = [
    ("Summary", lambda one: fill(one, ((CellPlace(DATA_P3, "summary"), "Mine"),))),
    ("Summary", lambda one: set_field(one, DATA_P3, "summary", "Mine", typing=True)),
    ("Impact", lambda one: fill(one, ((CellPlace(DATA_P3, "factors", "impact"), "Mine"),))),
    ("Typical experience", lambda one: fill(one, ((CellPlace(DATA_P3, "experience"), "9+"),))),
    ("Communication", lambda one: insert_items(one, DATA_P3, COMMUNICATION, 0, ["Mine"])),
    ("Communication", lambda one: change_list(one, DATA_P3, COMMUNICATION, ["Mine"])),
    (
        "Communication",
        lambda one: fill(one, ((CellPlace(DATA_P3, "expectations", "communication", 0), "x"),)),
    ),
]


@pytest.mark.parametrize(("title", "make"), MAKES_OWN)
def test_that_an_edit_of_what_is_inherited_is_reported_and_can_be_taken_back(
    title: str, make: Callable[[Ladder], Edit]
) -> None:
    ladder = sample()
    after = made(make(ladder), ladder)
    places = overridden_places(ladder, after)
    assert overridden_words(after, places) == (
        f"{title} of P3 Senior Data Engineer is the profile's own now, "
        "in place of what it inherited."
    )
    assert made(reset(after, places), after) == ladder


def test_that_a_list_which_was_emptied_is_reported() -> None:
    ladder = sample()
    after = made(remove_items(ladder, DATA_P3, COMMUNICATION, [0]), ladder)
    places = overridden_places(ladder, after)
    assert "Communication of P3 Senior Data Engineer is empty now" in overridden_words(
        after, places
    )
    assert made(reset(after, places), after) == ladder


SILENT: list[Callable[[Ladder], Edit]] = [
    lambda one: set_field(one, Address("levels/P3"), "summary", "Another"),
    lambda one: set_field(one, DATA_P3, "notes", "Mine"),
    lambda one: fill(one, ((CellPlace(DATA_P3, "factors", "scope"), "Own before"),)),
    lambda one: fill(one, ((CellPlace(DATA_P3, "factors", "autonomy"), "No level says it"),)),
    lambda one: override(one, DATA_P3, "summary"),
    lambda one: give_back(one, DATA_P3, "factors", "scope"),
    lambda one: move_items(one, DATA_P3, "responsibilities", [0], 2),
    lambda one: insert_items(one, DATA_P3, "titles", 0, ["A title more"]),
    lambda one: make_sub_family(one, Address("families/web"), Address("families/data")),
    lambda one: make_sub_family(one, Address("families/data"), Address("families/web")),
]


@pytest.mark.parametrize("make", SILENT)
def test_that_an_edit_which_takes_nothing_inherited_away_is_not_reported(
    make: Callable[[Ladder], Edit],
) -> None:
    ladder = sample()
    assert overridden_places(ladder, made(make(ladder), ladder)) == ()
    assert overridden_words(ladder, ()) == ""


def test_that_many_are_counted() -> None:
    ladder = sample()
    cells = [(CellPlace(DATA_P3, name), "5+") for name in ("summary", "experience")]
    after = made(fill(ladder, cells), ladder)
    assert overridden_words(after, overridden_places(ladder, after)).startswith(
        "2 values are the profiles'"
    )
