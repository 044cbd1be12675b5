"""Wait a limited time for a disk that may not answer."""

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def within(seconds: float, ask: Callable[[], T], what: str) -> T:
    """Call `ask` in a separate thread and return its result.

    After a timeout the thread keeps waiting, but does not prevent the program from exiting.

    Args:
        seconds: The longest time to wait.
        ask: The function to call; its exceptions are raised here.
        what: The name of the thread.

    Raises:
        TimeoutError: `ask` did not return in time (a subclass of OSError).
    """
    answers: list[T] = []
    errors: list[BaseException] = []

    def work() -> None:
        try:
            answers.append(ask())
        except BaseException as error:  # it is raised in the calling thread
            errors.append(error)

    thread = threading.Thread(target=work, name=what, daemon=True)
    try:
        thread.start()
    except RuntimeError:  # the program is exiting and starts no new threads
        return ask()
    thread.join(seconds)
    if errors:
        raise errors[0]
    if not answers:
        raise TimeoutError(0, "the disk does not answer")
    return answers[0]
