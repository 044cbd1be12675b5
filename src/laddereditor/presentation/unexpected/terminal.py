"""Messages of the window on the terminal from which it was started, if any."""

import contextlib
import sys

EXIT_CODE = 2  # of a program that cannot start


def print_at_terminal(text: str) -> None:
    """Write a line to standard error, if there is one. Never raises."""
    from laddereditor.model.terminal import harmless

    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"laddereditor: {harmless(text)}\n")
