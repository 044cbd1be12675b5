"""One open ladder: all changes go through it; it holds the history, saved mark and findings."""

from collections.abc import Callable, Mapping
from pathlib import Path

from laddereditor.edits.edit import Edit, EditRefused, follow
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.rules.check import CheckReport, check
from laddereditor.session.change import Reason, SessionChange
from laddereditor.session.file_states import UNKNOWN, FileStates
from laddereditor.session.file_words import file_words
from laddereditor.session.history import Held, History, HistoryStep, Snapshot
from laddereditor.session.jobs import InlineJobs, Job, Jobs, Progress
from laddereditor.session.save_order import SaveOrder, write_order
from laddereditor.session.target import target_at
from laddereditor.storage.files.document import Document, update
from laddereditor.storage.files.ladder_files import ChangedOnDisk, OpenedFile, open_ladder
from laddereditor.storage.files.merge_text import merged_document
from laddereditor.storage.text.collector import paused_collector

_LARGE = 500  # families from which a check's results are excluded from garbage collection
Listener = Callable[[SessionChange], None]
# Decides whether a file may be reformatted: gets the edit's label and the resulting document.
MayReformat = Callable[[str, Document], bool]
_KEPT = "The change was not made, so that the file keeps its layout and its comments"


class Session:
    """An open ladder. Not thread-safe: use it in one thread, where `jobs` deliver their results."""

    def __init__(  # noqa: PLR0913 - one keyword for each optional part of the state
        self,
        document: Document,
        *,
        path: Path | None = None,
        digest: str | None = None,
        jobs: Jobs | None = None,
        worth_saving: bool = False,
        title: str = "",
    ) -> None:
        """Open a document.

        Args:
            document: The document.
            path: Its file, or None if it has none yet.
            digest: The digest of the file as it was read.
            jobs: Runs long work.
            worth_saving: Whether it counts as modified from the start (an import).
            title: Its name while it has no file, instead of the ladder's name.
        """
        self.path = path
        self._title = title
        self._held = ""
        self._writes = 0  # saves and publications in progress
        self._digest = digest
        self._states = FileStates().opened(digest)
        self._jobs: Jobs = jobs or InlineJobs()
        self._now = Snapshot(document)
        self._saved: Snapshot | None = None if worth_saving else self._now
        self._history = History()
        self._sealed = True
        self._listeners: list[Listener] = []
        self.may_reformat: MayReformat = lambda _label, _document: True
        self._report: CheckReport | None = None
        self._check: Job | None = None
        self._selected = Address()

    @classmethod
    def from_file(cls, opened: OpenedFile, jobs: Jobs | None = None) -> "Session":
        """Return a session for a file that was read."""
        upgraded = opened.document.upgraded_from is not None  # saving would change the file
        return cls(
            opened.document,
            path=opened.path,
            digest=opened.digest,
            jobs=jobs,
            worth_saving=upgraded,
        )

    # -- what is open -------------------------------------------------------------------------

    @property
    def ladder(self) -> Ladder:
        """The ladder as it is now."""
        return self._now.ladder

    @property
    def document(self) -> Document:
        """The text that a save would write now."""
        return self._now.document

    @property
    def saved_ladder(self) -> Ladder | None:
        """The ladder that was saved last; None if all of it is unsaved."""
        return self._saved.ladder if self._saved else None

    @property
    def name(self) -> str:
        """The file's name, or the ladder's while it has no file.

        If the file is named by a version, as published copies are, the ladder's name precedes it.
        """
        if self.path:
            return file_words(self.path, self.ladder)
        return self._title or self.ladder.name or "New ladder"

    @property
    def read_only(self) -> str:
        """Why this ladder cannot be changed, or ""."""
        return self.document.read_only or self._held

    def set_read_only(self, reason: str) -> None:
        """Refuse changes for a reason (somebody else has the file open); "" allows them again."""
        self._held = reason

    @property
    def digest(self) -> str | None:
        """The digest of the file when it was last read or saved; None without a file."""
        return self._digest

    @property
    def is_modified(self) -> bool:
        """Whether there are unsaved changes."""
        return self._now is not self._saved

    @property
    def is_being_written(self) -> bool:
        """Whether a save or a publication is in progress."""
        return self._writes > 0

    def note_writing(self, *, begun: bool) -> None:
        """Note that a write of the file has begun, or has ended."""
        self._writes += 1 if begun else -1

    @property
    def behind(self) -> str:
        """Why a save would discard what somebody else saved, or ""."""
        if self.path is None or self._digest is None or self._now.holds >= self._states.in_file:
            return ""
        if self._now.holds == UNKNOWN:
            return (
                f"What you see was made from another state of {self.name} than the file has now. "
                "Saving would discard what was saved since then, perhaps by somebody else"
            )
        return (
            f"{self.name} holds what somebody else saved, and what you see does not: the step that "
            "took it in was undone. Saving would discard their changes"
        )

    @property
    def merge_base(self) -> Ladder | None:
        """The last common state of this ladder and its file, if known."""
        return self.base_document.ladder if self.base_document else None

    @property
    def base_document(self) -> Document | None:
        """The same state with its text."""
        if self._now.holds >= self._states.in_file:
            return self._saved.document if self._saved else None
        if self._now.holds == UNKNOWN:
            return None
        return self._states.last.get(self._now.holds)

    @property
    def report(self) -> CheckReport | None:
        """The findings of the ladder as it is now, or None during the first check."""
        return self._report

    # -- listeners ----------------------------------------------------------------------------

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change; returns a function that unsubscribes."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def note_selection(self, address: Address) -> None:
        """Remember the selected address, so that undo can return to it."""
        self._selected = address

    def _tell(
        self,
        before: Ladder,
        reason: Reason,
        select: Address | None = None,
        moved: Mapping[Address, Address] | None = None,
    ) -> None:
        change = SessionChange(before, self.ladder, reason, select, moved or {})
        failed: list[Exception] = []
        for listener in tuple(self._listeners):
            try:
                listener(change)
            except Exception as error:  # the other listeners are called first
                failed.append(error)
        if failed:
            raise failed[0] if len(failed) == 1 else ExceptionGroup("listeners failed", failed)

    # -- changes ------------------------------------------------------------------------------

    def apply(self, edit: Edit) -> None:
        """Make a change.

        Raises:
            EditRefused: The change is not possible, in plain words; nothing has changed.
        """
        if self.read_only:
            raise EditRefused(self.read_only)
        after = edit.change(self.ladder)
        if after is self.ladder:
            return
        start = self._history.start() if self._joins(edit) else None
        # Typing is spliced into the text as it was before the first key, so that a paragraph is
        # laid out once and not once for each letter.
        document = update(start.document if start else self.document, after)
        # Typing continues in a file that was reformatted for its first key.
        if not (start and self.document.reformatted):
            self.require_layout(edit.label, document)
        now = Snapshot(document, self._now.holds)
        step = HistoryStep(
            edit.label,
            Held(self._now, now),
            self._selected,
            edit.select or follow(self._selected, edit.moved),
            edit.moved,
            edit.merge,
        )
        self._history = self._history.merged(start, step) if start else self._history.pushed(step)
        self._sealed = False
        self._move_to(now, "edit", edit.select or None, edit.moved)

    def take_merged_copy(
        self, base: Document | None, theirs: Document, merged: Ladder, label: str, name: str
    ) -> Document:
        """Replace the ladder by its merge with another file, as one step.

        Their comments are carried over; a merge that changes no character is not a step.

        Args:
            base: The common ancestor, or None.
            theirs: The other file's document.
            merged: The merged ladder.
            label: The label of the step.
            name: What people call the other file.

        Returns:
            The new document, which lists the comments that could not be carried over.

        Raises:
            EditRefused: The ladder cannot be changed, in plain words; nothing has changed.
        """
        if self.read_only:
            raise EditRefused(self.read_only)
        document = merged_document(base, self.document, theirs, merged, name)
        if document.text != self.document.text:
            self.require_layout(label, document)
            self._put(Snapshot(document, self._now.holds), label, "edit")
        return document

    def require_layout(self, label: str, document: Document) -> None:
        """Ask before an edit reformats the whole file.

        Raises:
            EditRefused: The file must keep its layout.
        """
        if document.reformatted and not self.may_reformat(label, document):
            raise EditRefused(_KEPT)

    def _joins(self, edit: Edit) -> bool:
        """Whether the edit continues the typing of the last step; never across a save."""
        if self._sealed or not edit.merge or not self._history.done:
            return False
        return self._history.done[-1].merge == edit.merge and self._now is not self._saved

    def end_typing(self) -> None:
        """End the current typing, so that the next edit is a separate step."""
        self._sealed = True

    def discard_typing(self, merge: str) -> None:
        """Return to the state before the current typing with this merge key, without a step.

        This is for a text that turns out not to be a value, after parts of it were applied.
        """
        start = self._history.start()
        if start is None or not merge or self._sealed or self._now is self._saved:
            return
        step = self._history.done[-1]
        if step.merge != merge:
            return
        self._history = History(self._history.done[:-1], ())
        self._sealed = True
        back = {new: old for old, new in step.moved.items()}
        self._move_to(start, "edit", None, back)

    @property
    def history(self) -> History:
        """The steps that can be undone and redone."""
        return self._history

    @property
    def undo_label(self) -> str:
        """The label of the step to undo, or ""."""
        return self._history.done[-1].label if self._history.done else ""

    @property
    def undo_takes_away(self) -> bool:
        """Whether undo would discard what somebody else saved."""
        return bool(self._history.done) and self._history.done[-1].takes_in

    @property
    def redo_label(self) -> str:
        """The label of the step to redo, or ""."""
        return self._history.undone[-1].label if self._history.undone else ""

    def undo(self) -> None:
        """Undo the last step, if there is one."""
        if self._history.done:
            self._history, step = self._history.undo()
            back = {new: old for old, new in step.moved.items()}
            self._sealed = True
            self._move_to(step.way.back(self._now), "undo", step.select_before, back)

    def redo(self) -> None:
        """Redo the next step, if there is one."""
        if self._history.undone:
            self._history, step = self._history.redo()
            self._sealed = True
            self._move_to(step.way.forward(self._now), "redo", step.select_after, step.moved)

    def _move_to(
        self,
        now: Snapshot,
        reason: Reason,
        select: Address | None,
        moved: Mapping[Address, Address],
    ) -> None:
        before, self._now = self._now, now
        try:
            self._recheck()
        finally:  # the change is made even if a check fails
            self._tell(before.ladder, reason, select, moved)

    # -- findings -----------------------------------------------------------------------------

    def start_check(self) -> None:
        """Check the ladder as a job; listeners get `checked` when it is finished."""
        ladder = self.ladder

        def work(progress: Progress) -> CheckReport:
            # Collecting the garbage of a large ladder would block the window.
            with paused_collector(freeze=len(ladder.families) > _LARGE):
                return check(ladder, progress=progress.report, cancelled=progress.cancelled)

        def done(report: CheckReport) -> None:
            # Only few edits were made in the meantime: continue from the result.
            self._check = None
            self._report = check(self.ladder, report)
            self._tell(self.ladder, "checked")

        def failed(error: Exception) -> None:
            self._check = None
            raise error

        self._check = self._jobs.run(work, done, failed)

    def _recheck(self) -> None:
        """Update the findings; they are unknown if the check raises."""
        last, self._report = self._report, None
        if last is not None:
            self._report = check(self.ladder, last)

    def close(self) -> None:
        """Stop running jobs; the session is no longer used."""
        if self._check:
            self._check.cancel()
        self._listeners.clear()

    # -- files --------------------------------------------------------------------------------

    def save(self, path: Path | None = None, *, overwrite: bool = False) -> None:
        """Write the ladder to its file, or to `path`, which becomes its file.

        Args:
            path: The file to write; another path to the ladder's own file is its file.
            overwrite: Whether to overwrite what somebody else saved in the meantime.

        Raises:
            SaveFailed: The file cannot be written; file and edits are unchanged.
            ChangedOnDisk: Somebody else saved the file; file and edits are unchanged.
        """
        order = self.order_save(path, overwrite=overwrite)
        if path is not None and not overwrite:
            found = target_at(path, self.path)
            order = order.aimed_at(found.digest, own_file=found.is_own)
        self.take_saved(order, write_order(order))

    def order_save(self, path: Path | None = None, *, overwrite: bool = False) -> SaveOrder:
        """Return what a save of the ladder writes; later edits are not included.

        Raises:
            ChangedOnDisk: The save would discard what somebody else saved.
        """
        target = path or self.path
        if target is None:
            raise ValueError("a ladder that has no file needs a path to be saved to")
        own = path is None or path == self.path
        if own and self.behind and not overwrite:
            raise ChangedOnDisk(self.behind)
        self._sealed = True
        expected = self._digest if own and not overwrite else None
        return SaveOrder(target, self._now, expected, self.path, self._digest, self.behind)

    def take_saved(self, order: SaveOrder, digest: str) -> None:
        """Mark what an order wrote as saved; edits made in the meantime stay unsaved."""
        self.path, self._digest, self._saved = order.target, digest, order.snapshot
        self._states = self._states.saved(digest, order.snapshot.holds)
        self._sealed = True
        self._tell(self.ladder, "saved")

    def reload(self) -> None:
        """Load the file's state, as one step that can be undone.

        Raises:
            UnreadableLadder: The file cannot be read.
        """
        if self.path is None:
            return
        opened = open_ladder(self.path)
        self.load(opened.document, "Load the file again", digest=opened.digest)

    def take_merged(self, theirs: OpenedFile, merged: Ladder, label: str) -> None:
        """Replace the ladder by its merge with the file's present state, as one step.

        The file's state counts as saved, the rest is unsaved. The layout is the file's. Comments
        that only the ladder here has are carried over, and the document lists those that could not
        be.

        Args:
            theirs: The file as it is now.
            merged: The result of the merge.
            label: The name of the step in the undo menu.

        Raises:
            EditRefused: The ladder cannot be changed, in plain words; nothing has changed.
        """
        in_file = theirs.document
        place = f"your text of {self.name}"
        document = merged_document(self.base_document, in_file, self.document, merged, place)
        self.require_layout(label, document)
        self._take_in(theirs.digest)
        number = self._states.in_file
        self._put(Snapshot(document, number), label)
        self._digest = theirs.digest
        same = document.text == in_file.text
        self._saved = self._now if same else Snapshot(in_file, number)
        self._tell(self.ladder, "saved")

    def take_published(self, written: SaveOrder, digest: str, now: Document, label: str) -> None:
        """Replace the ladder by the published one, as one step that can be undone.

        Args:
            written: What the file holds now.
            digest: The digest of the file.
            now: The published document with the edits made in the meantime, which stay unsaved.
            label: The label of the step.
        """
        same = now is written.snapshot.document
        self._put(written.snapshot if same else Snapshot(now, self._now.holds), label)
        self.take_saved(written, digest)

    def load(
        self,
        document: Document,
        label: str,
        *,
        digest: str | None = None,
        made_from: str | None = None,
    ) -> None:
        """Replace the ladder by another state, as one step that can be undone.

        Args:
            document: The new state.
            label: The label of the step.
            digest: The digest of the file if somebody else saved this state, which then counts as
                saved; None for unsaved states such as a recovery or a backup.
            made_from: For an unsaved state, the digest of the file's state that it comes from, if
                known.
        """
        if digest is None:
            self._put(Snapshot(document, self._states.number_of(made_from)), label)
            return
        if digest != self._digest:
            self._take_in(digest)
        now = Snapshot(document, self._states.in_file)
        self._digest, self._saved = digest, now
        self._put(now, label)

    def _take_in(self, digest: str) -> None:
        """Note that the file holds what somebody else saved."""
        self._states = self._states.taken_in(digest, self._saved.document if self._saved else None)

    def _put(self, now: Snapshot, label: str, reason: Reason = "loaded") -> None:
        before, self._now = self._now, now
        step = HistoryStep(label, Held(before, now), self._selected, self._selected, {}, "")
        self._history = self._history.pushed(step)
        self._sealed = True
        try:
            self._recheck()
        finally:  # the state has changed even if a check fails
            self._tell(before.ladder, reason)
