"""Keeps the strip of steps in line with the track of the baseline column."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from laddereditor.align.corrections import PairCorrections
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Comparison
from laddereditor.compare.sheet.track import TrackStep, step_of, step_size
from laddereditor.compare.sheet.track_subjects import track_subjects
from laddereditor.gui.compare.compare_columns import CompareColumns
from laddereditor.gui.compare.strip import TrackStrip
from laddereditor.model.address import Address
from laddereditor.model.kinds import key_of
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.compare.column_places import owner_and_track

SubjectPair = tuple[Subject, Subject]
_Basis = tuple[object, Ladder, list[Address], PairCorrections]
_DELAY_MS = 150  # the strip follows typing, but not every letter
_PAUSE_MS = 1  # between two steps, so that nobody waits for all of them


class TrackSteps(QObject):
    """Computes the steps one by one, shortly after a change, and opens the chosen pair."""

    def __init__(
        self,
        compare_columns: CompareColumns,
        parent: QWidget,
        shown: Callable[[], Comparison | None] = lambda: None,
    ) -> None:
        """Show the steps of the track of `compare_columns`; `shown` is what the table shows."""
        super().__init__(parent)
        self._compare_columns, self._shown = compare_columns, shown
        self.strip = TrackStrip(parent)
        self.strip.step_wanted.connect(self._open)
        self._track: list[SubjectPair] = []
        self._waiting: list[SubjectPair] = []
        self._pairs: dict[tuple[Address, Address], Comparison] = {}  # compared last
        self._basis: _Basis | None = None  # what the steps are of
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._continue)

    def refresh_later(self) -> None:
        """Show the current steps when the window is idle."""
        self._begin()
        self._later.start(_DELAY_MS)

    def refresh(self) -> None:
        """Show the current steps."""
        self._begin()
        while self._waiting:
            self._take_one()
        self._show()

    def _begin(self) -> None:
        self._later.stop()
        columns = self._compare_columns.columns
        base = columns[self._compare_columns.baseline] if columns else None
        subject = base.subject if base else None
        found = owner_and_track(subject.ladder, subject.address) if subject else None
        track = track_subjects(subject.ladder, *found) if subject and found else ()
        addresses = [one.address for one in track]
        said = self._compare_columns.corrections
        basis = (base.session, subject.ladder, addresses, said) if base and subject else None
        before, self._basis = self._basis, basis
        if before is not None and basis is not None and _is_same(before, basis):
            self._show()
            return
        self._track = self._waiting = list(pairwise(track))
        if before is None or basis is None or before[0] is not basis[0] or before[2] != basis[2]:
            self._pairs = {}  # another track; else the former steps stay for now
            self._show()

    def postpone(self) -> None:
        """Postpone the computation, for example while the person scrolls."""
        if self._later.isActive():
            self._later.start(_DELAY_MS)

    def _continue(self) -> None:
        if self._waiting and self._take_one():
            self._show()
        if self._waiting:
            self._later.start(_PAUSE_MS)

    def _take_one(self) -> bool:
        """Compute the next step; return whether it has changed."""
        pair, self._waiting = self._waiting[0], self._waiting[1:]
        before = self._pairs.get(_addresses(pair))
        found = compare(pair, 0, before, self._compare_columns.corrections)
        self._pairs[_addresses(pair)] = found
        return before is None or found.sections != before.sections

    def _show(self) -> None:
        columns = self._compare_columns.columns
        open_now = [column.subject.address for column in columns]
        steps = [self._step(pair) for pair in self._track]
        self.strip.show_steps(steps if columns else (), open_now)

    def _step(self, pair: SubjectPair) -> TrackStep:
        """Return a step; of two columns that the table shows, as it shows them."""
        shown, found = self._shown(), self._pairs.get(_addresses(pair))
        column = _column_of(shown, pair) if shown else None
        if shown is not None and column is not None:
            return replace(_unknown(*pair), measured=step_size(shown, column))
        return step_of(found) if found else _unknown(*pair)

    def _open(self, addresses: tuple[Address, Address]) -> None:
        """Compare the two levels of a step."""
        columns = self._compare_columns.columns
        if columns:
            base = columns[self._compare_columns.baseline].subject
            self._compare_columns.show(
                [Subject(base.ladder, one, base.origin) for one in addresses]
            )


def _unknown(before: Subject, after: Subject) -> TrackStep:
    codes = (key_of(before.entity), key_of(after.entity))
    return TrackStep(before.address, after.address, codes, None)


def _column_of(shown: Comparison, pair: SubjectPair) -> int | None:
    """Return the column that is the upper one of a pair and compared with the lower one."""
    for column, one in enumerate(shown.columns):
        base = shown.base_of(column)
        sides = None if base is None else (shown.columns[base], one)
        if sides is not None and all(map(_is_one, sides, pair)):
            return column
    return None


def _is_one(one: Subject, other: Subject) -> bool:
    return one.ladder is other.ladder and one.address == other.address


def _addresses(pair: SubjectPair) -> tuple[Address, Address]:
    return pair[0].address, pair[1].address


def _is_same(one: _Basis, other: _Basis) -> bool:
    return one[0] is other[0] and one[1] is other[1] and one[2:] == other[2:]
