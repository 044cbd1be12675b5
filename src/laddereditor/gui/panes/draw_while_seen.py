"""Draw a view only while it is visible; deferred drawing is done when it is shown."""

from collections.abc import Callable
from time import thread_time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QDockWidget, QWidget

_LONG_MS = 15.0  # a drawing from which a person who types would feel it
_PATIENCE, _MAX_MS = 10, 600  # it then takes a tenth of the time at most, and comes soon enough


class DrawWhileSeen(QObject):
    """Calls a view's `draw` on request while the view is visible, else when it is shown."""

    def __init__(self, view: QWidget, draw: Callable[[], object], delay_ms: int = 0) -> None:
        """Draw `view` by `draw`; `later` waits `delay_ms` milliseconds."""
        super().__init__(view)
        self._view, self._draw, self._delay_ms = view, draw, delay_ms
        self._took_ms = 0.0  # processor time of the last drawing
        self._dock: QDockWidget | None = None
        self.is_due = True
        self._timer = QTimer(self, singleShot=True, interval=delay_ms)
        self._timer.timeout.connect(self._draw_if_due)
        view.installEventFilter(self)

    @property
    def is_seen(self) -> bool:
        """Whether the view is visible, and not covered by another one in the same dock."""
        if not self._view.isVisible():
            return False
        return self._dock is None or not self._view.visibleRegion().isEmpty()

    def later(self, *_: object) -> None:
        """Draw soon, once for changes in quick succession. Any signal can be connected to it."""
        self.is_due = True
        if self.is_seen:
            self._timer.start(self._delay_ms)

    def in_a_pause(self, *_: object) -> None:
        """Draw later; what takes long to draw waits until the person pauses typing."""
        self.is_due = True
        if self.is_seen:
            patient = self._took_ms * _PATIENCE if self._took_ms > _LONG_MS else 0
            self._timer.start(max(self._delay_ms, min(int(patient), _MAX_MS)))

    def now(self, *_: object) -> None:
        """Draw immediately if the view is visible. Any signal can be connected to it."""
        self.is_due = True
        self._draw_if_due()

    def catch_up(self) -> None:
        """Do deferred drawing although the view is hidden, because its contents are needed."""
        if self.is_due:
            self._run()

    def _draw_if_due(self) -> None:
        if self.is_due and self.is_seen:
            self._run()

    def _run(self) -> None:
        self._timer.stop()
        self.is_due = False
        start = thread_time()
        self._draw()
        self._took_ms = 1000 * (thread_time() - start)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Do deferred drawing when the view is shown."""
        if watched is self._view and event.type() == QEvent.Type.Show:
            self._watch_dock()
            self._draw_if_due()
        return False

    def _watch_dock(self) -> None:
        """Listen to the dock, which reports when it is raised above another one."""
        dock = self._view.parentWidget()
        if isinstance(dock, QDockWidget) and dock is not self._dock:
            self._dock = dock
            dock.visibilityChanged.connect(self._draw_if_due)
