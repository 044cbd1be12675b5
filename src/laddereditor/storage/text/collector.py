"""Keeps Python's garbage collector out of the way while very many values are built.

A large ladder is a tree of frozen values without cycles. Walking it again and again while it is
built is most of the time of a load, and walking it later is a pause that a person feels.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_paused = 0
_was_enabled = False


@contextmanager
def paused_collector(freeze: bool = False) -> Iterator[None]:
    """Switch the collector off for a while; several threads may do so at once.

    `freeze` takes what exists at the end out of later collections.
    """
    _pause()
    try:
        yield
        if freeze:
            gc.freeze()
    finally:
        _resume()


def _pause() -> None:
    global _paused, _was_enabled  # noqa: PLW0603 - the collector is one for the whole process
    with _lock:
        if _paused == 0:
            _was_enabled = gc.isenabled()
            gc.disable()
        _paused += 1


def _resume() -> None:
    global _paused  # noqa: PLW0603
    with _lock:
        _paused -= 1
        if _paused == 0 and _was_enabled:
            gc.enable()
