"""How a window closes: it asks first, perhaps waits for saves, and closes again by itself."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

TakeAnswer = Callable[[bool], object]  # gets whether the window may close


class Leaving:
    """Remembers what was answered when a window was to be closed, and what follows."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._may_leave = self._is_asking = False
        self._then: Callable[[], object] | None = None

    def close_then(self, then: Callable[[], object]) -> None:
        """Close the window, and call back once it is closed."""
        self._then = then
        self._window.close()

    def may_close(self, ask: Callable[[TakeAnswer], object]) -> bool:
        """Return whether the window may close now.

        Args:
            ask: Asks the person. It may answer later, when saves have ended; the window is then
                closed again.
        """
        if not self._may_leave:
            self._is_asking = True
            try:
                ask(self._take_answer)
            finally:
                self._is_asking = False
        return self._may_leave

    def _take_answer(self, may: bool) -> None:
        self._may_leave = may
        if not may:
            self._then = None
        elif not self._is_asking:
            self._window.close()

    def finish(self) -> None:
        """Call back: the window is closed."""
        then, self._then = self._then, None
        if then is not None:
            then()
