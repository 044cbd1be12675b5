"""When Python looks for garbage while the window is used."""

import gc
from collections.abc import Iterator

import pytest

from laddereditor.gui.program.collector import spare_what_stays


@pytest.fixture(autouse=True)
def _thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_that_what_exists_after_the_start_is_not_walked_again() -> None:
    here = [object() for _ in range(3)]
    spare_what_stays()
    assert not any(one is here for one in gc.get_objects())


def test_that_thousands_of_new_values_cause_no_collection() -> None:
    spare_what_stays()
    assert gc.get_threshold()[0] > 10_000


def test_that_cycles_made_later_are_still_found() -> None:
    spare_what_stays()
    cycle: list[object] = []
    cycle.append(cycle)
    del cycle
    assert gc.collect() >= 1
