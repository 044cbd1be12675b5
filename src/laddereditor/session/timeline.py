"""The states of one open ladder: what it is now, what can be undone, and what is found in it."""

from collections.abc import Callable, Mapping

from laddereditor.edits.edit import Edit, follow
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.session.change import Listener, Reason, SessionChange, notify
from laddereditor.session.findings import Findings
from laddereditor.session.history import History, HistoryStep, Snapshot, StepStates
from laddereditor.session.jobs import Jobs
from laddereditor.storage.files.document import Document, update


class Timeline:
    """Goes from one state to the next and back, and tells listeners of it."""

    def __init__(self, document: Document, jobs: Jobs) -> None:
        self.now = Snapshot(document)
        self.history = History()
        self.findings = Findings(jobs)
        self.selected = Address()  # to which undo returns
        self._listeners: list[Listener] = []

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
        reason: Reason,
        select: Address | None = None,
        moved: Mapping[Address, Address] | None = None,
    ) -> None:
        """Tell all listeners what has changed."""
        notify(self._listeners, SessionChange(before, self.ladder, reason, select, moved or {}))

    def start_check(self) -> None:
        """Check the ladder as a job; listeners get `checked` when it is finished."""
        self.findings.start(lambda: self.ladder, lambda: self.notify(self.ladder, "checked"))

    def close(self) -> None:
        """Stop the check that is running, and call no listener again."""
        self.findings.cancel()
        self._listeners.clear()

    # -- changes ------------------------------------------------------------------------------

    def apply(self, edit: Edit, approve: Callable[[str, Document], object], *, joins: bool) -> None:
        """Make a change.

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
        start = self.history.start() if joins else None
        # Typing is spliced into the text as it was before the first key, so that a paragraph is
        # laid out once and not once for each letter.
        document = update((start or self.now).document, after)
        # Typing continues in a file that was reformatted for its first key.
        if not (start and self.now.document.reformatted):
            approve(edit.label, document)
        now = Snapshot(document, self.now.holds)
        step = self._step(now, edit)
        self.history = self.history.merged(start, step) if start else self.history.pushed(step)
        self._move_to(now, "edit", edit.select or None, edit.moved)

    def _step(self, now: Snapshot, edit: Edit) -> HistoryStep:
        return HistoryStep(
            edit.label,
            StepStates(self.now, now),
            self.selected,
            edit.select or follow(self.selected, edit.moved),
            edit.moved,
            edit.merge,
        )

    def put(self, now: Snapshot, label: str, reason: Reason = "loaded") -> None:
        """Replace the ladder by another state, as one step.

        Args:
            now: The state that takes the place of the present one.
            label: The label of the step, for the undo menu.
            reason: What listeners are given as the reason.
        """
        step = HistoryStep(label, StepStates(self.now, now), self.selected, self.selected, {}, "")
        self.history = self.history.pushed(step)
        self._move_to(now, reason)

    def end_typing(self) -> None:
        """End the current typing, so that the next edit is a separate step."""
        self.history = self.history.closed()

    def discard_typing(self) -> None:
        """Return to the state before the current typing, without a step."""
        start, step = self.history.start(), self.history.last
        if start is not None and step is not None:
            self.history = self.history.dropped()
            self._move_to(start, "edit", None, step.moved_back)

    def undo(self) -> None:
        """Undo the last step, if there is one."""
        if self.history.done:
            self.history, step = self.history.undo()
            self._move_to(step.way.back(self.now), "undo", step.select_before, step.moved_back)

    def redo(self) -> None:
        """Redo the next step, if there is one."""
        if self.history.undone:
            self.history, step = self.history.redo()
            self._move_to(step.way.forward(self.now), "redo", step.select_after, step.moved)

    def _move_to(
        self,
        now: Snapshot,
        reason: Reason,
        select: Address | None = None,
        moved: Mapping[Address, Address] | None = None,
    ) -> None:
        before, self.now = self.now, now
        try:
            self.findings.update(self.ladder)
        finally:  # the change is made even if a check fails
            self.notify(before.ladder, reason, select, moved)
