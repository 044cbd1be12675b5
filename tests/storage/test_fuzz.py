"""Broken files: opened, or refused in words; at once, and never another error."""

import time

import pytest

from tests.storage.mutations import judged, mutated


@pytest.mark.parametrize("start", range(0, 1200, 200))
def test_that_broken_files_are_opened_or_refused_in_words(start: int) -> None:
    for number in range(start, start + 200):
        data = mutated(number)
        begin = time.process_time()
        judged(data)
        assert time.process_time() - begin < 5, number
