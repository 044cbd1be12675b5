"""Keeps the strip of steps in line with the track of the baseline column."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from laddereditor.compare.subject import Subject
from laddereditor.compare.track import track_steps
from laddereditor.gui.compare.board import Board
from laddereditor.gui.compare.places import owner_and_track
from laddereditor.gui.compare.strip import TrackStrip

_DELAY_MS = 150  # the strip follows typing, but not every letter


class TrackSteps(QObject):
    """Works out the steps a moment after a change, and opens the pair that is chosen."""

    def __init__(self, board: Board, parent: QWidget) -> None:
        super().__init__(parent)
        self._board = board
        self.strip = TrackStrip(parent)
        self.strip.step_wanted.connect(self._open)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_DELAY_MS)
        self._later.timeout.connect(self.renew)

    def renew_later(self) -> None:
        """Show the steps as they are, once there is a moment for it."""
        if self._board.columns:
            self._later.start()
        else:
            self.renew()

    def renew(self) -> None:
        """Show the steps as they are."""
        self._later.stop()
        columns = self._board.columns
        if not columns:
            self.strip.show_steps(())
            return
        subject = columns[self._board.baseline].subject
        found = owner_and_track(subject.ladder, subject.address)
        steps = track_steps(subject.ladder, *found) if found else ()
        open_now = [column.subject.address for column in columns]
        self.strip.show_steps(steps, open_now)

    def _open(self, addresses: tuple[str, str]) -> None:
        """Compare the two levels of a step."""
        columns = self._board.columns
        if columns:
            base = columns[self._board.baseline].subject
            self._board.show([Subject(base.ladder, one, base.origin) for one in addresses])
