"""A ladder that is edited: its history, its findings, and those who listen."""

from collections.abc import Callable

from laddereditor.edits.edit import Edit, EditRefused
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import CheckReport
from laddereditor.session.change import Listener
from laddereditor.session.findings import Findings
from laddereditor.session.history import History, Snapshot
from laddereditor.session.jobs import Jobs
from laddereditor.session.timeline import Timeline
from laddereditor.storage.files.document import Document

# Decides whether a file may be reformatted: gets the edit's label and the resulting document.
MayReformat = Callable[[str, Document], bool]
_NOT_MADE = "The change was not made, so that the file keeps its layout and its comments"


class EditedLadder:
    """A ladder with its text, its history and its findings; it knows no file."""

    def __init__(self, document: Document, jobs: Jobs) -> None:
        """Open a document; `jobs` runs long work."""
        self._locked_because = ""
        self._timeline = Timeline(document, jobs)
        self.may_reformat: MayReformat = lambda _label, _document: True

    @property
    def ladder(self) -> Ladder:
        """The ladder as it is now."""
        return self._timeline.now.ladder

    @property
    def document(self) -> Document:
        """The text that a save would write now."""
        return self._timeline.now.document

    @property
    def state(self) -> Snapshot:
        """The ladder as it is now, with its text, which is written at the latest when asked for."""
        return self._timeline.now

    @property
    def is_unwritten(self) -> bool:
        """Whether the text of the last edit, a long one, is still being written."""
        return self._timeline.is_unwritten

    def settle(self) -> None:
        """Wait until the text of a long edit is written, and ask if it reformats the whole file.

        Whoever writes the text to a disk calls this before.
        """
        self._timeline.settle()

    def on_written(
        self, written: Callable[[Document], object], refused: Callable[[str], object]
    ) -> None:
        """Set what is called when the text of a long edit is written, or the edit taken back."""
        self._timeline.on_written, self._timeline.on_refused = written, refused

    @property
    def read_only(self) -> str:
        """Why this ladder cannot be changed, or ""."""
        return self._timeline.now.read_only or self._locked_because

    def set_read_only(self, reason: str) -> None:
        """Refuse changes for a reason (somebody else has the file open); "" allows them again."""
        self._locked_because = reason

    @property
    def report(self) -> CheckReport | None:
        """The findings of the ladder as it is now, or None during the first check."""
        return self._timeline.findings.report

    # -- listeners ----------------------------------------------------------------------------

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change; returns a function that unsubscribes."""
        return self._timeline.subscribe(listener)

    def note_selection(self, address: Address) -> None:
        """Remember the selected address, so that undo can return to it."""
        self._timeline.selected = address

    # -- changes ------------------------------------------------------------------------------

    def apply(self, edit: Edit) -> None:
        """Make a change.

        Raises:
            EditRefused: The change is not possible, in plain words; nothing has changed.
        """
        if self.read_only:
            raise EditRefused(self.read_only)
        self._timeline.apply(edit, self.require_layout, joins=self._joins(edit.merge))

    def require_layout(self, label: str, document: Document) -> None:
        """Ask before an edit reformats the whole file.

        Raises:
            EditRefused: The file must keep its layout.
        """
        if document.reformatted and not self.may_reformat(label, document):
            raise EditRefused(_NOT_MADE)

    def _joins(self, merge: str) -> bool:
        """Whether an edit would continue the typing of the last step."""
        return self.history.joins(merge)

    def end_typing(self) -> None:
        """End the current typing, so that the next edit is a separate step."""
        self._timeline.end_typing()

    def discard_typing(self, merge: str) -> None:
        """Return to the state before the current typing with this merge key, without a step.

        This is for a text that turns out not to be a value, after parts of it were applied.
        """
        if self._joins(merge):
            self._timeline.discard_typing()

    @property
    def history(self) -> History:
        """The steps that can be undone and redone."""
        return self._timeline.history

    @property
    def undo_label(self) -> str:
        """The label of the step to undo, or ""."""
        return self.history.last.label if self.history.last else ""

    @property
    def undo_takes_away(self) -> bool:
        """Whether undo would discard what somebody else saved."""
        return self.history.last is not None and self.history.last.takes_in

    @property
    def redo_label(self) -> str:
        """The label of the step to redo, or ""."""
        return self.history.next.label if self.history.next else ""

    def undo(self) -> None:
        """Undo the last step, if there is one."""
        self._timeline.undo()

    def redo(self) -> None:
        """Redo the next step, if there is one."""
        self._timeline.redo()

    # -- findings -----------------------------------------------------------------------------

    @property
    def findings(self) -> Findings:
        """What checks the ladder, and by which clock."""
        return self._timeline.findings

    def start_check(self) -> None:
        """Check the ladder as a job; listeners get `checked` when it is finished."""
        self._timeline.start_check()

    def close(self) -> None:
        """Stop running jobs; the session is no longer used."""
        self._timeline.close()
