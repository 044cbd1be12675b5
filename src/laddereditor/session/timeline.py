"""The states of one open ladder: what it is now, what can be undone, and what is found in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from laddereditor.edits.comments.following import with_followed
from laddereditor.edits.edit import Edit, EditRefused, follow
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.session.change import ChangeReason, Listener, SessionChange, notify
from laddereditor.session.findings import Findings
from laddereditor.session.history import FoldableStates, History, HistoryStep, Snapshot, StepStates
from laddereditor.session.jobs import Job, JobProgress, Jobs
from laddereditor.session.writing import LateDocument, is_long
from laddereditor.storage.files.document import Document, update

Approve = Callable[[str, Document], object]


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A long edit whose text is being written, and that was not approved yet."""

    state: Snapshot
    label: str
    approve: Approve


class Timeline:
    """Goes from one state to the next and back, and tells listeners of it."""

    def __init__(self, document: Document, jobs: Jobs) -> None:
        self.now = Snapshot(document)
        self.history = History()
        self.findings = Findings(jobs)
        self.selected = Address()  # to which undo returns
        self._listeners: list[Listener] = []
        self._jobs = jobs
        self._unwritten: Unwritten | None = None
        self._writing: Job | None = None
        self._is_writing = False
        self._folding: list[FoldableStates] = []
        self.on_written: Callable[[Document], object] = lambda _: None
        self.on_refused: Callable[[str], object] = lambda _: None

    @property
    def ladder(self) -> Ladder:
        """The ladder as it is now."""
        return self.now.ladder

    # -- listeners ----------------------------------------------------------------------------

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change; returns a function that unsubscribes."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def notify(
        self,
        before: Ladder,
        reason: ChangeReason,
        select: Address | None = None,
        moved: Mapping[Address, Address] | None = None,
    ) -> None:
        """Call all listeners with a change.

        Args:
            before: The ladder before the change.
            reason: What kind of change it was.
            select: The entity to select afterwards; None leaves the selection as it is.
            moved: The new address for each old one of the entities that were moved.
        """
        notify(self._listeners, SessionChange(before, self.ladder, reason, select, moved or {}))

    def start_check(self) -> None:
        """Check the ladder as a job; listeners get `checked` when it is finished."""
        self.findings.start(lambda: self.ladder, self._checked)

    def _checked(self) -> None:
        self.notify(self.ladder, "checked")

    def close(self) -> None:
        """Stop the check that is running, and call no listener again."""
        self.findings.cancel()
        if self._writing:
            self._writing.cancel()
        self._listeners.clear()

    # -- changes ------------------------------------------------------------------------------

    def apply(self, edit: Edit, approve: Approve, *, joins: bool) -> None:
        """Make a change.

        The text of a long edit is written afterwards. If it then is not approved, the edit is taken
        back, and `on_refused` is called.

        Args:
            edit: The change.
            approve: Gets the label and the new document before it is taken, and raises if it
                must not be.
            joins: Whether the edit continues the typing of the last step.

        Raises:
            EditRefused: The change is not possible, in plain words; nothing has changed.
        """
        after = edit.change(self.ladder)
        if after is self.ladder:
            return
        after = with_followed(self.ladder, after)
        start = self.history.start() if joins else None
        if start is None and not self.settle():
            raise EditRefused("This was not done, because the change before it was taken back")
        # Typing is spliced into the text as it was before the first key, so that a paragraph is
        # laid out once and not once for each letter.
        base, long = start or self.now, is_long(self.ladder, after)
        source = LateDocument(base, after) if long else update(base.document, after)
        now = Snapshot(source, self.now.holds)
        ask = _approved if start and self._is_approved else approve
        if not long:
            ask(edit.label, now.document)
        step = self._step(now, edit)
        self.history = self.history.merged(start, step) if start else self.history.pushed(step)
        self._unwritten = Unwritten(now, edit.label, ask) if long else None
        self._move_to(now, "edit", edit.select or None, edit.moved)
        self._fold_later()

    @property
    def _is_approved(self) -> bool:
        """Whether typing continues in a file that was reformatted for its first key."""
        if self._unwritten is not None:
            return self._unwritten.approve is _approved
        return self.now.document.reformatted

    # -- the text of long edits ---------------------------------------------------------------

    def _fold_later(self) -> None:
        """Do what can wait of an edit."""
        foldable = self.history.foldable
        if foldable is not None and not foldable.is_folded:
            self._folding.append(foldable)
        self._write()

    def _write(self) -> None:
        """Write the text of a long edit as a job, and fold the long steps before it.

        While a job runs, only its end begins another: fast typing does not pile them up.
        """
        unwritten, folding = self._unwritten, self._folding
        if self._is_writing or (unwritten is None and not folding):
            return
        self._folding = []

        def work(_: JobProgress) -> None:
            if unwritten is not None:
                unwritten.state.write()
            for step in folding:
                step.fold()

        def done(_: None) -> None:
            self._is_writing = False
            if unwritten is not None and self._unwritten is unwritten:
                self.settle()
            self._write()

        def failed(error: Exception) -> None:
            self._is_writing = False
            if unwritten is not None and self._unwritten is unwritten:
                self.discard_typing()
            raise error

        self._is_writing = True
        self._writing = self._jobs.run(work, done, failed)

    @property
    def is_unwritten(self) -> bool:
        """Whether the text of the last edit is still being written."""
        return self._unwritten is not None

    def settle(self) -> bool:
        """Wait until the text of a long edit is written and approved.

        Returns:
            False if it was not approved: then it was taken back.
        """
        unwritten = self._unwritten
        if unwritten is None:
            return True
        self._unwritten = None  # asking runs events, in which nobody asks again
        try:
            document = unwritten.state.document
            unwritten.approve(unwritten.label, document)
        except EditRefused as refused:
            self.discard_typing()
            self.on_refused(str(refused))
            return False
        except Exception:  # a text that cannot be written must not come again and again
            self.discard_typing()
            raise
        self.on_written(document)
        return True

    def _step(self, now: Snapshot, edit: Edit) -> HistoryStep:
        return HistoryStep(
            edit.label,
            StepStates(self.now, now),
            self.selected,
            edit.select or follow(self.selected, edit.moved),
            edit.moved,
            edit.merge,
        )

    def put(self, now: Snapshot, label: str, reason: ChangeReason = "loaded") -> None:
        """Replace the ladder by another state, as one step.

        Args:
            now: The state that takes the place of the present one.
            label: The label of the step, for the undo menu.
            reason: What listeners are given as the reason.
        """
        self.settle()
        step = HistoryStep(label, StepStates(self.now, now), self.selected, self.selected, {}, "")
        self.history = self.history.pushed(step)
        self._move_to(now, reason)
        self._fold_later()

    def end_typing(self) -> None:
        """End the current typing, so that the next edit is a separate step."""
        self.history = self.history.closed()

    def discard_typing(self) -> None:
        """Return to the state before the current typing, without a step."""
        self._unwritten = None
        start, step = self.history.start(), self.history.last
        if start is not None and step is not None:
            self.history = self.history.dropped()
            self._move_to(start, "edit", None, step.moved_back)

    def undo(self) -> None:
        """Undo the last step, if there is one."""
        if self.settle() and self.history.done:
            self.history, step = self.history.undo()
            self._move_to(step.way.back(self.now), "undo", step.select_before, step.moved_back)

    def redo(self) -> None:
        """Redo the next step, if there is one."""
        if self.settle() and self.history.undone:
            self.history, step = self.history.redo()
            self._move_to(step.way.forward(self.now), "redo", step.select_after, step.moved)

    def _move_to(
        self,
        now: Snapshot,
        reason: ChangeReason,
        select: Address | None = None,
        moved: Mapping[Address, Address] | None = None,
    ) -> None:
        before, self.now = self.now, now
        try:
            is_wide = self.findings.update(self.ladder)
        finally:  # the change is made even if a check fails
            self.notify(before.ladder, reason, select, moved)
        if is_wide:  # only now: a job takes the processor from the views that show the change
            self.findings.resume(lambda: self.ladder, self._checked)


def _approved(_label: str, _document: Document) -> None:
    """Approve of a text, because the typing that it belongs to was approved."""
