"""Which columns are compared, and how they follow the ladders they are from."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from laddereditor.align.corrections import PairCorrections
from laddereditor.compare.sheet.subject import Subject
from laddereditor.gui.compare.columns import MAX_COLUMNS, Column, column_of, followed
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.session.change import SessionChange
from laddereditor.session.session import Session


class CompareColumns(QObject):
    """The columns in their order, and the one that the others are compared with."""

    changed = Signal(bool)  # whether the columns are others; else only what they say is

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._all: list[Column] = []
        self._pinned: Column | None = None
        self.stepwise = False  # each column is compared with the one at its left
        self._watched: dict[
            int, Callable[[], None]
        ] = {}  # id(session) -> function that unsubscribes
        workspace.closed.connect(self._drop_closed)
        workspace.corrected_pairs.changed.connect(lambda: self.changed.emit(False))

    # -- reading ------------------------------------------------------------------------------

    @property
    def columns(self) -> list[Column]:
        """The columns that can be shown; what is deleted is not, but undo may bring it back."""
        return [column for column in self._all if not column.lost]

    @property
    def subjects(self) -> list[Subject]:
        """What the columns show."""
        return [column.subject for column in self.columns]

    @property
    def corrections(self) -> PairCorrections:
        """What the person said of pairs of statements in the ladders of the columns."""
        return self._workspace.corrected_pairs.of(one.ladder for one in self.subjects)

    @property
    def files(self) -> list[Path]:
        """The files that the columns are from."""
        return [file for column in self.columns for file in column.files]

    @property
    def baseline(self) -> int:
        """The index of the column that the others are compared with."""
        shown = self.columns
        places = [n for n, column in enumerate(shown) if column is self._pinned]
        return places[0] if places else 0

    @property
    def has_room(self) -> bool:
        """Whether one more column can be added."""
        return len(self.columns) < MAX_COLUMNS

    # -- changing -----------------------------------------------------------------------------

    def show(
        self, subjects: Sequence[Subject], baseline: int = 0, *, stepwise: bool = False
    ) -> None:
        """Compare these subjects, at most six.

        Args:
            subjects: What the columns show.
            baseline: The index of the column that the others are compared with.
            stepwise: Whether each is compared with the one at its left instead.
        """
        self.stepwise = stepwise
        self._all = [column_of(one, self._workspace.sessions) for one in subjects[:MAX_COLUMNS]]
        self._pinned = self._all[baseline] if baseline < len(self._all) else None
        self._on_columns_changed()

    def add(self, subject: Subject, at: int | None = None) -> bool:
        """Add a column; False if it is there already or there is no room."""
        column = column_of(subject, self._workspace.sessions)
        if not self.has_room or any(_same(column, other) for other in self.columns):
            return False
        shown = self.columns
        place = len(self._all) if at is None or at >= len(shown) else self._all.index(shown[at])
        self._all.insert(place, column)
        self._on_columns_changed()
        return True

    def remove(self, place: int) -> None:
        """Take a column away."""
        self._all.remove(self.columns[place])
        self._on_columns_changed()

    def replace(self, place: int, subject: Subject) -> None:
        """Show something else in a column."""
        old = self.columns[place]
        new = column_of(subject, self._workspace.sessions)
        self._all[self._all.index(old)] = new
        self._pinned = new if old is self._pinned else self._pinned
        self._on_columns_changed()

    def move(self, place: int, to: int) -> None:
        """Move a column to another place."""
        shown = self.columns
        if place == to or not 0 <= to < len(shown):
            return
        lost = [column for column in self._all if column.lost]
        moved = shown.pop(place)
        shown.insert(to, moved)
        self._all = [*shown, *lost]
        self._on_columns_changed()

    def pin(self, place: int) -> None:
        """Compare the others with this column."""
        self._pinned, self.stepwise = self.columns[place], False
        self._on_columns_changed()

    def compare_stepwise(self, on: bool) -> None:
        """Compare each column with the one at its left, or all with the baseline."""
        if on != self.stepwise:
            self.stepwise = on
            self.changed.emit(False)

    def _on_columns_changed(self) -> None:
        if self._pinned not in self._all:
            self._pinned = self._all[0] if self._all else None
        self._watch()
        self.changed.emit(True)

    # -- following ----------------------------------------------------------------------------

    def _watch(self) -> None:
        """Listen to the sessions of the columns, and to no others."""
        wanted = {id(c.session): c.session for c in self._all if c.session is not None}
        for key in [key for key in self._watched if key not in wanted]:
            self._watched.pop(key)()
        for key, session in wanted.items():
            if key not in self._watched:
                self._watched[key] = session.subscribe(partial(self._on_change, session))

    def _on_change(self, session: Session, change: SessionChange) -> None:
        if change.before is change.after:
            return
        before = [column.lost for column in self._all]
        for place, column in enumerate(self._all):
            if column.session is session:
                self._put(place, followed(column, change.moved))
        self.changed.emit(before != [column.lost for column in self._all])

    def _put(self, place: int, column: Column) -> None:
        if self._all[place] is self._pinned:
            self._pinned = column
        self._all[place] = column

    def _drop_closed(self, _session: Session) -> None:
        """Take the columns of ladders away that were closed."""
        there = self._workspace.sessions
        left = [c for c in self._all if c.session is None or c.session in there]
        if len(left) != len(self._all):
            self._all = left
            self._on_columns_changed()

    def named_subjects(self) -> list[Subject]:
        """Return what the columns show; where they are from several files, each names its own.

        Files of one name are named with their folders.
        """
        columns = self.columns
        sources = {id(one.session) if one.session else one.subject.origin for one in columns}
        several = len(sources) > 1
        return [replace(one.subject, origin=self._origin(one, several)) for one in columns]

    def _origin(self, column: Column, several: bool) -> str:
        subject = column.subject
        if column.session is None:
            return subject.origin or subject.ladder.name
        return self._workspace.name_of(column.session) if several else ""


def _same(one: Column, other: Column) -> bool:
    if one.subject.address != other.subject.address:
        return False
    if one.session is not None or other.session is not None:
        return one.session is other.session
    return one.subject.ladder is other.subject.ladder
