"""Asking a disk that may not answer."""

import threading

import pytest

from laddereditor.bounded import within


def test_that_an_answer_and_an_error_reach_whoever_asks() -> None:
    assert within(5, lambda: 7, "asking") == 7
    empty: dict[str, int] = {}
    with pytest.raises(KeyError, match="gone"):
        within(5, lambda: empty["gone"], "asking")


def test_that_nobody_waits_for_what_does_not_answer() -> None:
    over = threading.Event()
    with pytest.raises(OSError, match="the disk does not answer"):
        within(0.01, lambda: over.wait(20), "asking in vain")
    waiting = [one for one in threading.enumerate() if one.name == "asking in vain"]
    assert all(one.daemon for one in waiting)  # else the program could not end
    over.set()
