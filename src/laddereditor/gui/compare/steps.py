"""Keeps the strip of steps in line with the track of the baseline column."""

from itertools import pairwise

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Comparison, DifferenceCounts
from laddereditor.compare.sheet.track import TrackStep, step_of, track_subjects
from laddereditor.gui.compare.compare_columns import CompareColumns
from laddereditor.gui.compare.strip import UNKNOWN, TrackStrip
from laddereditor.model.kinds import key_of
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.compare.column_places import owner_and_track

_DELAY_MS = 150  # the strip follows typing, but not every letter
_PAUSE_MS = 1  # between two steps, so that nobody waits for all of them


class TrackSteps(QObject):
    """Works out the steps one by one a moment after a change, and opens the pair chosen."""

    def __init__(self, compare_columns: CompareColumns, parent: QWidget) -> None:
        super().__init__(parent)
        self._compare_columns = compare_columns
        self.strip = TrackStrip(parent)
        self.strip.step_wanted.connect(self._open)
        self._waiting: list[tuple[Subject, Subject]] = []
        self._known: list[TrackStep] = []
        self._pairs: dict[tuple[str, str], Comparison] = {}  # compared last, by their addresses
        self._told: tuple[Ladder, list[str]] | None = None  # what the known steps are of
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._go_on)

    def renew_later(self) -> None:
        """Show the steps as they are, once there is a moment for it."""
        self._begin()
        self._later.start(_DELAY_MS)

    def refresh(self) -> None:
        """Show the steps as they are now."""
        self._begin()
        while self._waiting:
            self._take_one()
        self._show()

    def _begin(self) -> None:
        self._later.stop()
        columns = self._compare_columns.columns
        subject = columns[self._compare_columns.baseline].subject if columns else None
        found = owner_and_track(subject.ladder, subject.address) if subject else None
        track = track_subjects(subject.ladder, *found) if subject and found else ()
        told = (subject.ladder, [one.address for one in track]) if subject else None
        if self._told is None or told is None or not _is_same(self._told, told):
            self._told, self._known, self._waiting = told, [], list(pairwise(track))
        self._show()

    def put_off(self) -> None:
        """Leave the moment to something else, such as scrolling."""
        if self._later.isActive():
            self._later.start(_DELAY_MS)

    def _go_on(self) -> None:
        if self._waiting:
            self._take_one()
        if self._waiting:
            self._later.start(_PAUSE_MS)
        self._show()

    def _take_one(self) -> None:
        pair = self._waiting.pop(0)
        addresses = (pair[0].address, pair[1].address)
        found = compare(pair, 0, self._pairs.get(addresses))
        self._pairs[addresses] = found
        self._known.append(step_of(found))

    def _show(self) -> None:
        columns = self._compare_columns.columns
        open_now = [column.subject.address for column in columns]
        steps = [*self._known, *(_unknown(*pair) for pair in self._waiting)]
        self.strip.show_steps(steps if columns else (), open_now)

    def _open(self, addresses: tuple[str, str]) -> None:
        """Compare the two levels of a step."""
        columns = self._compare_columns.columns
        if columns:
            base = columns[self._compare_columns.baseline].subject
            self._compare_columns.show(
                [Subject(base.ladder, one, base.origin) for one in addresses]
            )


def _unknown(before: Subject, after: Subject) -> TrackStep:
    codes = (key_of(before.entity), key_of(after.entity))
    return TrackStep(before.address, after.address, codes, DifferenceCounts(), UNKNOWN)


def _is_same(one: tuple[Ladder, list[str]], other: tuple[Ladder, list[str]]) -> bool:
    return one[0] is other[0] and one[1] == other[1]
