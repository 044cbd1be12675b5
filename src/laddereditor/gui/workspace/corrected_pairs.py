"""What the person said of pairs of statements: kept on the disk, undone, and following edits."""

from collections.abc import Callable, Iterable, Mapping
from functools import reduce

from PySide6.QtCore import QObject, Signal

from laddereditor.align.corrections import NO_CORRECTIONS, PairCorrections
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.workspace.pair_history import Change, PairHistory, PairStep
from laddereditor.session.change import SessionChange
from laddereditor.session.jobs import Jobs
from laddereditor.session.session import Session

Correction = Callable[[PairCorrections], PairCorrections]


class CorrectedPairs(QObject):
    """The corrections of each ladder that is or was compared, by its id.

    They hold at once, and are written by a job; reading is one, too, so that no view waits.
    """

    changed = Signal()

    def __init__(
        self, disk: Callable[[], Jobs], notify: Callable[[str], object], parent: QObject
    ) -> None:
        """Keep corrections.

        Args:
            disk: Returns what runs the jobs that read and write.
            notify: Gets what the status bar says: what was undone, and what cannot be written.
            parent: The owner.
        """
        super().__init__(parent)
        self._disk, self._notify = disk, notify
        self._now: dict[str, PairCorrections] = {}
        self._waiting: dict[str, list[Change]] = {}  # what is to be written
        self._writing: set[str] = set()
        self._histories: dict[int, PairHistory] = {}  # id(session) -> steps
        self._is_asked = False  # whoever asks gets the answer, and needs no signal

    # -- reading ------------------------------------------------------------------------------

    def of(self, ladders: Iterable[Ladder]) -> PairCorrections:
        """Return the corrections of ladders; `changed` follows if they are still being read."""
        return reduce(
            PairCorrections.with_those_of,
            (self._of(one) for one in dict.fromkeys(ladder.id for ladder in ladders)),
            NO_CORRECTIONS,
        )

    def _of(self, ladder: str) -> PairCorrections:
        if ladder not in self._now:
            self._now[ladder] = NO_CORRECTIONS
            self._is_asked = True
            self._write(ladder)
            self._is_asked = False
        return self._now[ladder]

    def read_again(self) -> None:
        """Take over what another window or program kept meanwhile; `changed` follows."""
        for ladder in self._now:
            if ladder not in self._waiting:
                self._write(ladder)

    # -- changing -----------------------------------------------------------------------------

    def change(
        self, session: Session | None, ladders: Iterable[Ladder], label: str, act: Correction
    ) -> bool:
        """Correct pairs, as a step to undo.

        Args:
            session: The active ladder, in which the step is undone; None for none.
            ladders: The ladders that keep the correction.
            label: The words for the undo menu.
            act: Gets the corrections of a ladder and returns the new ones.

        Returns:
            Whether anything was corrected.
        """
        changes: dict[str, Change] = {}
        for ladder in dict.fromkeys(one.id for one in ladders):
            before = self._of(ladder)
            after = act(before)
            if after != before:
                changes[ladder] = (before, after)
        if not changes:
            return False
        if session is not None:
            session.end_typing()
            step = PairStep(label, len(session.history.done), changes)
            self._histories.setdefault(id(session), PairHistory()).push(step)
        self._make(changes)
        return True

    def _make(self, changes: Mapping[str, Change]) -> None:
        self._put(changes)
        self.changed.emit()

    def _put(self, changes: Mapping[str, Change]) -> None:
        for ladder, (before, after) in changes.items():
            self._now[ladder] = self._of(ladder).patched(before, after)
            self._waiting.setdefault(ladder, []).append((before, after))
            self._write(ladder)

    # -- undo ---------------------------------------------------------------------------------

    def undo_label(self, session: Session) -> str:
        """Return what undo would take back, "" if it is not a correction."""
        step = self._history(session).to_undo(len(session.history.done))
        return step.label if step else ""

    def redo_label(self, session: Session) -> str:
        """Return what redo would make again, "" if it is not a correction."""
        step = self._history(session).to_redo(len(session.history.done))
        return step.label if step else ""

    def undo(self, session: Session) -> bool:
        """Take back the last correction if it is newer than the last edit; return whether it is."""
        history = self._history(session)
        if history.to_undo(len(session.history.done)) is None:
            return False
        step = history.undo()
        self._make(step.back)
        self._notify(f"Taken back: {step.label}")
        return True

    def redo(self, session: Session) -> bool:
        """Make a correction again if it is next; return whether it is."""
        history = self._history(session)
        if history.to_redo(len(session.history.done)) is None:
            return False
        step = history.redo()
        self._make(step.changes)
        self._notify(f"Made again: {step.label}")
        return True

    def _history(self, session: Session) -> PairHistory:
        return self._histories.get(id(session)) or PairHistory()

    def forget(self, session: Session) -> None:
        """Forget the steps of a ladder that was closed; the corrections stay."""
        self._histories.pop(id(session), None)

    # -- following ----------------------------------------------------------------------------

    def follow(self, session: Session, change: SessionChange) -> None:
        """Keep the corrections with texts that an edit reworded, and with the ladder's id."""
        if change.before is change.after:
            return
        if change.reason == "edit" and id(session) in self._histories:
            self._histories[id(session)].forget_undone()
        now = self._now.get(change.before.id)
        if not now:
            return
        from laddereditor.presentation.workspace.reworded_texts import following

        after = following(now, change.before, change.after)
        # Views that show the ladder follow the edit, and need no other signal.
        if change.after.id != change.before.id:
            self._put({change.after.id: (NO_CORRECTIONS, after)})
        elif after != now:
            self._put({change.after.id: (now, after)})

    # -- writing ------------------------------------------------------------------------------

    def _write(self, ladder: str) -> None:
        """Read what is kept, with what waits written into it; one job at a time for a ladder."""
        if ladder in self._writing:
            return
        self._writing.add(ladder)
        changes = tuple(self._waiting.pop(ladder, ()))

        def work(_: object) -> PairCorrections:
            from laddereditor.storage.files.pair_corrections import change_corrections

            return change_corrections(ladder, lambda kept: _patched(kept, changes))

        def done(kept: PairCorrections) -> None:
            self._writing.discard(ladder)
            before = self._now[ladder]
            self._now[ladder] = _patched(kept, self._waiting.get(ladder, ()))
            if self._now[ladder] != before and not self._is_asked:
                self.changed.emit()
            if ladder in self._waiting:
                self._write(ladder)

        def failed(error: Exception) -> None:
            from laddereditor.storage.files.pair_corrections import NotKept

            self._writing.discard(ladder)
            self._waiting[ladder] = [*changes, *self._waiting.get(ladder, ())]
            if not isinstance(error, NotKept):
                raise error
            self._notify(str(error))

        self._disk().run(work, done, failed)


def _patched(kept: PairCorrections, changes: Iterable[Change]) -> PairCorrections:
    return reduce(lambda said, change: said.patched(*change), changes, kept)
