"""Asks a disk that may not answer, for as long as a person would wait."""

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def within(seconds: float, ask: Callable[[], T], what: str) -> T:
    """Return what `ask` returns, which is called in a thread of its own.

    Raises what `ask` raises, or TimeoutError (an OSError) when there is no answer in time; the
    thread then waits on, and does not keep the program from ending. `what` names the thread.
    """
    answers: list[T] = []
    errors: list[BaseException] = []

    def work() -> None:
        try:
            answers.append(ask())
        except BaseException as error:  # it belongs to whoever asks
            errors.append(error)

    thread = threading.Thread(target=work, name=what, daemon=True)
    try:
        thread.start()
    except RuntimeError:  # the program ends, and has no new threads any more
        return ask()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not answers:
        raise TimeoutError(0, "the disk does not answer")
    return answers[0]
