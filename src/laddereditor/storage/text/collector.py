"""Pause Python's garbage collector while very many values are built.

A large ladder is a tree of frozen values without cycles. If the collector walks it repeatedly while
it is being built, this takes most of the loading time; if it walks it later, people feel a pause.
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
    """Pause the garbage collector within a `with` block; several threads may do so at once.

    Args:
        freeze: Exclude the objects that exist at the end from later collections.
    """
    _pause()
    try:
        yield
        if freeze:
            gc.freeze()
    finally:
        _resume()


def _pause() -> None:
    global _paused, _was_enabled  # noqa: PLW0603 - the process has one collector
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
