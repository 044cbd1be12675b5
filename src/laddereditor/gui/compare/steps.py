"""Keeps the strip of steps in line with the track of the baseline column."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from laddereditor.align.corrections import NO_CORRECTIONS, PairCorrections
from laddereditor.compare.sheet.comparing import compare
from laddereditor.compare.sheet.subject import Subject
from laddereditor.compare.sheet.table import Comparison
from laddereditor.compare.sheet.track import (
    AddressPair,
    TrackStep,
    columns_of_steps,
    step_size,
    steps_of,
)
from laddereditor.compare.sheet.track_subjects import track_subjects
from laddereditor.gui.compare.compare_columns import CompareColumns
from laddereditor.gui.compare.strip import TrackStrip
from laddereditor.model.address import Address
from laddereditor.model.kinds import key_of
from laddereditor.presentation.compare.column_places import owner_and_track
from laddereditor.session.session import Session

_DELAY_MS = 150  # the strip follows typing, but not every letter


@dataclass(frozen=True, eq=False, slots=True)
class _Track:
    """The levels of a track in one state of their ladder."""

    levels: tuple[Subject, ...] = ()
    session: Session | None = None
    corrections: PairCorrections = NO_CORRECTIONS

    def has_levels_of(self, other: "_Track") -> bool:
        """Whether another one is of the same levels, perhaps before an edit."""
        here, there = ([one.address for one in track.levels] for track in (self, other))
        return self.session is other.session and here == there

    def is_same(self, other: "_Track") -> bool:
        """Whether another one has the same steps."""
        ladders = ([id(one.ladder) for one in track.levels[:1]] for track in (self, other))
        is_one_state = len(set(map(tuple, ladders))) == 1
        return is_one_state and self.corrections == other.corrections and self.has_levels_of(other)


class TrackSteps(QObject):
    """Compares the whole track shortly after a change, and opens the chosen pair of levels."""

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
        self._track = _Track()
        self._compared: tuple[_Track, Comparison] | None = None  # what was compared last
        self._steps: tuple[TrackStep, ...] = ()  # of it
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._compare)

    def refresh_later(self) -> None:
        """Show the steps that are known; after an edit, show all when the window is idle."""
        before, self._track = self._track, self._current_track()
        if self._compared and not self._compared[0].has_levels_of(self._track):
            self._compared = None
        is_edited = self._track.has_levels_of(before) and not self._track.is_same(before)
        if not is_edited:
            self._show()
        if is_edited or self._is_due():
            self._later.start(_DELAY_MS)

    def refresh(self) -> None:
        """Show the current steps."""
        self.refresh_later()
        self._later.stop()
        self._compare()

    def _current_track(self) -> _Track:
        columns = self._compare_columns.columns
        base = columns[self._compare_columns.baseline] if columns else None
        found = owner_and_track(base.subject.ladder, base.subject.address) if base else None
        if base is None or found is None:
            return _Track()
        levels = track_subjects(base.subject.ladder, *found)
        return _Track(levels, base.session, self._compare_columns.corrections)

    def postpone(self) -> None:
        """Postpone the computation, for example while the person scrolls."""
        if self._later.isActive():
            self._later.start(_DELAY_MS)

    def _is_due(self) -> bool:
        """Whether a step is neither shown by the table nor known from before."""
        if self._compared and self._compared[0].is_same(self._track):
            return False
        shown = self._shown_columns()
        return not all((one.before, one.after) in shown for one in self._unknown_steps())

    def _compare(self) -> None:
        if self._is_due():
            before, track = self._compared and self._compared[1], self._track
            found = compare(track.levels, 0, before, track.corrections, stepwise=True)
            self._compared, self._steps = (track, found), steps_of(found)
        self._show()

    def _show(self) -> None:
        steps = self._steps if self._compared else self._unknown_steps()
        columns = [column.subject.address for column in self._compare_columns.columns]
        self.strip.show_steps(list(map(self._as_shown, steps)), columns)

    def _as_shown(self, step: TrackStep) -> TrackStep:
        """Return a step; of two columns that the table shows, as it shows them."""
        shown, column = self._shown(), self._shown_columns().get((step.before, step.after))
        if shown is None or column is None:
            return step
        return replace(step, measured=step_size(shown, column))

    def _shown_columns(self) -> dict[AddressPair, int]:
        shown, levels = self._shown(), self._track.levels
        return columns_of_steps(shown, levels[0].ladder) if shown and levels else {}

    def _unknown_steps(self) -> tuple[TrackStep, ...]:
        return tuple(
            TrackStep(one.address, other.address, (key_of(one.entity), key_of(other.entity)), None)
            for one, other in pairwise(self._track.levels)
        )

    def _open(self, addresses: tuple[Address, Address]) -> None:
        """Compare the two levels of a step."""
        columns = self._compare_columns.columns
        if columns:
            base = columns[self._compare_columns.baseline].subject
            self._compare_columns.show(
                [Subject(base.ladder, one, base.origin) for one in addresses]
            )
