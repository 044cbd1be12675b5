"""What is compared: the profiles and levels that a person selects, picks or drops."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt

from laddereditor.compare.sheet.subject import Subject
from laddereditor.gui.compare.columns import MAX_COLUMNS
from laddereditor.gui.compare.compare_columns import CompareColumns
from laddereditor.gui.compare.dragging import subjects_at
from laddereditor.gui.compare.start import Pick
from laddereditor.gui.compare.table import CompareTable
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.address import Address
from laddereditor.presentation.compare.column_places import level_below, next_level, track_of


@dataclass(eq=False)
class LevelChoice:
    """Makes columns of what a person wants to compare, and says why it cannot be compared."""

    workspace: Workspace
    compare_columns: CompareColumns
    table: CompareTable
    by_steps: bool = True  # how a whole track is compared when it is opened
    is_track: bool = False  # the columns were opened as a whole track

    def show_columns(self, subjects: Sequence[Subject], *, stepwise: bool = False) -> None:
        """Compare these, at most six, with the first one or each with the one at its left."""
        if len(subjects) > MAX_COLUMNS:
            self._refuse_more_columns()
        self.table.apply_typed()
        self.is_track = False
        self.compare_columns.show(subjects, stepwise=stepwise)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse_more_columns(self) -> None:
        self.workspace.notice.emit(f"At most {MAX_COLUMNS} columns can be compared at once.")

    def clear(self) -> None:
        """Start again without columns."""
        self.show_columns([])

    def add_column(self, subject: Subject) -> None:
        """Compare one more."""
        if not self.compare_columns.has_room:
            self._refuse_more_columns()
        elif not self.compare_columns.add(subject):
            self.workspace.notice.emit("This is one of the columns already.")

    def add_columns(self, subjects: Sequence[Subject]) -> None:
        """Compare some more, as long as there is room."""
        for subject in subjects:
            self.add_column(subject)
            if not self.compare_columns.has_room:
                break

    def compare_addresses(self, addresses: Sequence[Address], *, stepwise: bool = False) -> None:
        """Compare profiles and levels of the current ladder; of a family, its profiles."""
        session = self.workspace.session
        subjects = subjects_at(session, addresses) if session else []
        if subjects:
            self.show_columns(subjects, stepwise=stepwise)
        else:
            self.workspace.notice.emit("Choose profiles or generic levels to compare.")

    def compare_selected(self, addresses: Sequence[Address]) -> None:
        """Compare what is selected; one profile or level with the next, or with the one below."""
        session = self.workspace.session
        here = addresses[0] if addresses else self.workspace.address
        if session is None or len(addresses) > 1:
            self.compare_addresses(addresses)
        elif next_level(session.ladder, here):
            self.compare_with_next(here)
        elif level_below(session.ladder, here):
            self.compare_with_below(here)
        else:
            self.compare_addresses([here])

    def compare_with_next(self, address: Address) -> None:
        """Compare a profile or level of the current ladder with the next one up its track."""
        session = self.workspace.session
        following = next_level(session.ladder, address) if session else Address()
        last = "There is no next level: this is the last of its track."
        self._compare_pair(address, [address, following] if following else [], last)

    def compare_with_below(self, address: Address) -> None:
        """Compare a profile or level of the current ladder with the one below it in its track."""
        session = self.workspace.session
        below = level_below(session.ladder, address) if session else Address()
        first = "There is no level below: this is the first of its track."
        self._compare_pair(address, [below, address] if below else [], first)

    def _compare_pair(self, address: Address, pair: Sequence[Address], refusal: str) -> None:
        """Compare two levels of a track; where there are not two, say why."""
        session = self.workspace.session
        if not pair and session and track_of(session.ladder, address):
            self.workspace.notice.emit(refusal)
        else:
            self.compare_addresses(pair)

    def compare_track(self, address: Address) -> None:
        """Compare the whole track: the profiles of the family, or the generic levels.

        It is read from left to right: each level is compared with the one at its left, unless the
        person chose the baseline for the last track.
        """
        session = self.workspace.session
        track = track_of(session.ladder, address) if session else []
        track = track or [address]  # a family stands for its profiles
        place = track.index(address) if address in track else 0
        first = max(0, min(place - MAX_COLUMNS // 2, len(track) - MAX_COLUMNS))
        self._show_track(track[first : first + MAX_COLUMNS])

    def _show_track(self, track: Sequence[Address]) -> None:
        self.compare_addresses(track, stepwise=self.by_steps)
        self.is_track = True

    def take_pick(self, pick: Pick) -> None:
        """Compare what was chosen on the start page."""
        if pick.is_track:
            self._show_track(pick.addresses)
        else:
            self.compare_addresses(pick.addresses)

    def compare_stepwise(self, on: bool) -> None:
        """Compare each column with the one at its left, or all with the baseline."""
        self.table.apply_typed()
        self.by_steps = on if self.is_track else self.by_steps
        self.compare_columns.compare_stepwise(on)

    def toggle_stepwise(self) -> None:
        """Compare the other way."""
        self.compare_stepwise(not self.compare_columns.stepwise)
