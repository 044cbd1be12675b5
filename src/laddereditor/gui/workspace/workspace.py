"""The open and shown ladders, which every view listens to and makes its changes through."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal

from laddereditor.edits.edit import Edit, EditRefused, follow
from laddereditor.edits.reading.conventions import NO_LOCALE
from laddereditor.gui.workspace.corrected_pairs import CorrectedPairs
from laddereditor.gui.workspace.refused_texts import RefusedTexts
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.commands.situation import Situation
from laddereditor.presentation.window.distinct_names import distinct_names
from laddereditor.session.change import SessionChange
from laddereditor.session.jobs import InlineJobs, Jobs
from laddereditor.session.session import Session

P = ParamSpec("P")
_Marks = tuple[str, Path | None, bool, str]  # name, file, whether it is modified, why only read


class Workspace(QObject):
    """The open sessions, the current one, and the address shown in it.

    Views take a workspace, listen to its signals, show `session` and `address`, and change
    the ladder only by `apply`.
    """

    opened = Signal(object)  # a Session; it is shown after this
    closed = Signal(object)  # a Session; another one is shown already
    session_changed = Signal()  # another session is current (`session` may be None)
    changed = Signal(object)  # a SessionChange of the current session
    other_changed = Signal(object)  # a Session that is open but not current
    marks_changed = Signal(object)  # a Session: its name, file, saved mark or read-only state
    address_changed = Signal(Address, FieldPath)  # of the entity shown; field path to focus or ""
    several_wanted = Signal(object)  # a tuple of addresses to select together
    notice = Signal(str)  # a sentence for the status bar
    flush_requested = (
        Signal()
    )  # views apply what was typed but not applied yet: a save or a close follows

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.disk: Jobs = InlineJobs()  # accesses disks, so that no view waits for one
        self.computing: Jobs = InlineJobs()  # computes what would block the window
        self.sessions: list[Session] = []
        self.session: Session | None = None
        self.address = Address()
        self.locale = NO_LOCALE  # how the person's system writes numbers and days
        self.refused_texts = RefusedTexts(self)  # texts that were typed but refused
        self.corrected_pairs = CorrectedPairs(lambda: self.disk, self.notice.emit, self)
        # Asked before ladders are closed; False keeps them open.
        self.may_close: list[Callable[[Sequence[Session]], bool]] = []
        self._addresses: dict[int, Address] = {}  # id(session) -> address last shown in it
        self._marks: dict[int, _Marks] = {}  # id(session) -> what was last reported about it
        self._trail: list[Address] = []
        self._trail_at = -1

    @property
    def paths(self) -> list[Path]:
        """The files of the open ladders."""
        return [session.path for session in self.sessions if session.path is not None]

    # -- sessions -----------------------------------------------------------------------------

    def open(self, session: Session) -> None:
        """Add a session and make it current."""
        self.sessions.append(session)
        session.subscribe(partial(self._on_change, session))
        self._marks[id(session)] = _marks_of(session)
        self.corrected_pairs.of([session.ladder])  # read now, so that they follow each edit
        self.opened.emit(session)
        self.show_session(session)

    def close(self, session: Session) -> None:
        """Remove a session; a neighbour becomes current."""
        place = self.sessions.index(session)
        self.sessions.remove(session)
        self._addresses.pop(id(session), None)
        self._marks.pop(id(session), None)
        self.refused_texts.forget(session)
        self.corrected_pairs.forget(session)
        session.close()
        if session is self.session:
            rest = self.sessions
            self.show_session(rest[min(place, len(rest) - 1)] if rest else None)
        self.closed.emit(session)

    def show_session(self, session: Session | None) -> None:
        """Make a session current and show what was last shown in it."""
        if session is self.session and session is not None:
            return
        if self.session in self.sessions:  # a closed one is not remembered
            self._addresses[id(self.session)] = self.address
        self.session = session
        shown = self._addresses.get(id(session), Address())
        self.address = self._existing(shown) if session else Address()
        self._trail, self._trail_at = [self.address], 0
        self.session_changed.emit()
        self.address_changed.emit(self.address, FieldPath())

    def set_read_only(self, session: Session, reason: str) -> None:
        """Refuse changes of a session for a reason, or allow them with ""; views show it."""
        session.set_read_only(reason)
        if session is self.session:
            self.session_changed.emit()
        self._emit_marks(session)

    def name_of(self, session: Session | None) -> str:
        """Return the name of an open ladder, which no other open ladder has."""
        names = distinct_names([(one.name, one.path) for one in self.sessions])
        found = (name for one, name in zip(self.sessions, names, strict=True) if one is session)
        return next(found, session.name if session else "")

    # -- the shown address --------------------------------------------------------------------

    def go_to(self, address: str, field: FieldPath = FieldPath()) -> None:
        """Show the entity at an address and, in its form, a field.

        A full address such as `families/x/P3/summary` is understood too; one that no longer
        exists shows the nearest entity above it. A text that was typed for several entries, and is
        not taken, leads to all of them.
        """
        if self.session is None:
            return
        entity, inner = Address(address).split_field(self.session.ladder)
        field = field or inner
        typed = self.refused_texts.at(self.session, entity, field)
        others = typed.also if typed is not None else ()
        if entity != self.address and entity != self._trail[self._trail_at]:
            self._trail = [*self._trail[: self._trail_at + 1], entity]
            self._trail_at = len(self._trail) - 1
        self._show(entity, FieldPath() if others else field)
        if others:
            self.several_wanted.emit((entity, *others))

    def go_back(self) -> None:
        """Show the previous address."""
        self._walk_trail(-1)

    def go_forward(self) -> None:
        """Show the address that `go_back` left."""
        self._walk_trail(+1)

    def can_walk(self, step: int) -> bool:
        """Whether there is somewhere to go back (-1) or forward (+1) to."""
        return 0 <= self._trail_at + step < len(self._trail)

    def _walk_trail(self, step: int) -> None:
        if self.can_walk(step):
            self._trail_at += step
            self._show(self._existing(self._trail[self._trail_at]), FieldPath())

    def _show(self, address: Address, field: FieldPath) -> None:
        if self.session is None:
            return
        if address != self.address:
            self.session.end_typing()
        self.address = address
        self.session.note_selection(address)
        self.address_changed.emit(address, field)

    def _follow(self, address: Address) -> None:
        """Keep showing an entity whose address changed; typing in it continues."""
        self.address = address
        if self.session is not None:
            self.session.note_selection(address)
        self.address_changed.emit(address, FieldPath())

    def _existing(self, address: Address) -> Address:
        """Return an address, or the nearest one above it at which there is an entity."""
        assert self.session is not None
        ladder = self.session.ladder
        return next((one for one, _ in address.upwards() if one.has_entry(ladder)), Address())

    def situation(self) -> Situation:
        """Return what commands need to know of the active ladder."""
        session, pairs = self.session, self.corrected_pairs
        return Situation(
            has_ladder=session is not None,
            can_edit=session is not None and not session.read_only,
            undo=(pairs.undo_label(session) or session.undo_label) if session else "",
            redo=(pairs.redo_label(session) or session.redo_label) if session else "",
            can_go_back=self.can_walk(-1),
            can_go_forward=self.can_walk(+1),
        )

    # -- changes ------------------------------------------------------------------------------

    def apply(self, edit: Edit) -> bool:
        """Make a change in the current session; the status bar shows a refusal."""
        if self.session is None:
            return False
        try:
            self.session.apply(edit)
        except EditRefused as refused:
            self.notice.emit(str(refused))
            return False
        return True

    def attempt(
        self, builder: Callable[Concatenate[Ladder, P], Edit], *args: P.args, **options: P.kwargs
    ) -> bool:
        """Make an edit of the active ladder and apply it; a refusal goes to the status bar.

        Args:
            builder: Returns the edit, or refuses.
            *args: Its arguments after the ladder.
            **options: Its keyword arguments.

        Returns:
            Whether the ladder has changed.
        """
        if self.session is None:
            return False
        try:
            edit = builder(self.session.ladder, *args, **options)
        except EditRefused as refused:
            self.notice.emit(str(refused))
            return False
        return self.apply(edit)

    def _on_change(self, session: Session, change: SessionChange) -> None:
        self.refused_texts.follow(session, change)
        self.corrected_pairs.follow(session, change)
        if session is not self.session:
            self._addresses[id(session)] = follow(
                self._addresses.get(id(session), Address()), change.moved
            )
            self.other_changed.emit(session)
            self._emit_marks(session)
            return
        wanted = change.select if change.select is not None else follow(self.address, change.moved)
        self._trail = [follow(place, change.moved) for place in self._trail]
        self.changed.emit(change)
        shown = self._existing(wanted)
        if change.select is None and shown == wanted != self.address:
            self._follow(shown)
        elif shown != self.address:
            self.go_to(shown)
        self._emit_marks(session)

    def _emit_marks(self, session: Session) -> None:
        """Report a session whose marks are no longer those that were reported last."""
        marks = _marks_of(session)
        if session in self.sessions and marks != self._marks.get(id(session)):
            self._marks[id(session)] = marks
            self.marks_changed.emit(session)


def _marks_of(session: Session) -> _Marks:
    return session.name, session.path, session.is_modified, session.read_only
