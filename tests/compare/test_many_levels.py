"""Thousands of levels: the matrix and compare take some, and say how many there are."""

import pytest

from laddereditor.compare.merge.list_order import merged_order
from laddereditor.compare.sheet.columns import MAX_COLUMNS
from laddereditor.compare.sheet.matrix import matrix
from laddereditor.compare.sheet.picking import NoSuchColumn, pick
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder

MANY = MAX_COLUMNS + 250


def _ladder(count: int = MANY) -> Ladder:
    codes = [f"P{n}" for n in range(1, count + 1)]
    return Ladder.model_validate(
        {
            "laddereditor": 1,
            "tracks": [{"id": "p", "code": "P"}],
            "levels": [{"id": code, "track": "p"} for code in codes],
            "families": [{"id": "a", "profiles": [{"level": code} for code in codes]}],
        }
    )


@pytest.mark.parametrize("address", ["families/a", "levels"])
def test_that_the_matrix_has_some_columns_and_counts_the_others(address: str) -> None:
    found = matrix(_ladder(), Address(address))
    assert (len(found.columns), found.left_out) == (MAX_COLUMNS, 250)
    assert matrix(_ladder(9), Address(address)).left_out == 0


def test_that_compare_asks_to_name_some_of_very_many_levels() -> None:
    with pytest.raises(NoSuchColumn, match=r"350 levels.*at most 100.*such as “a/P1”"):
        pick(_ladder(), Address("a"))
    assert len(pick(_ladder(9), Address("a"))) == 9


def test_that_a_merged_order_is_found_without_walking_over_the_list() -> None:
    class Counted:
        """An item that counts how often it is compared."""

        compared = 0

        def __init__(self, number: int) -> None:
            self.number = number

        def __eq__(self, other: object) -> bool:
            Counted.compared += 1
            return self is other

        def __hash__(self) -> int:
            return self.number

    base = [Counted(number) for number in range(600)]
    theirs = [item for number, one in enumerate(base) for item in (one, Counted(1000 + number))]
    merged = merged_order(base, base[1:], theirs[2:])
    assert merged == theirs[2:]
    assert Counted.compared < 40 * len(theirs)
