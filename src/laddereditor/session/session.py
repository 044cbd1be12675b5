"""One open ladder: the only door for changes, its history, saved mark and findings."""

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

_LARGE = 500  # families from which what a check found is kept from the collector
Listener = Callable[[SessionChange], None]
# Whether a file may be reformatted for an edit: its label, and what the file would be.
MayLayOutAnew = Callable[[str, Document], bool]
_KEPT = "The change was not made, so that the file keeps its layout and its comments"


class Session:
    """An open ladder. Not thread-safe: call it from one thread; `jobs` bring results back there."""

    def __init__(  # noqa: PLR0913 - one keyword for each thing a start may bring along
        self,
        document: Document,
        *,
        path: Path | None = None,
        digest: str | None = None,
        jobs: Jobs | None = None,
        worth_saving: bool = False,
        title: str = "",
    ) -> None:
        """Open a document; `worth_saving` counts it as modified from the start (an import).

        `title` is what it is called while it has no file, instead of the ladder's name.
        """
        self.path = path
        self._title = title
        self._held = ""
        self._writes = 0  # saves and publications under way
        self._digest = digest
        self._states = FileStates().opened(digest)
        self._jobs: Jobs = jobs or InlineJobs()
        self._now = Snapshot(document)
        self._saved: Snapshot | None = None if worth_saving else self._now
        self._history = History()
        self._sealed = True
        self._listeners: list[Listener] = []
        self.may_reformat: MayLayOutAnew = lambda _label, _document: True
        self._report: CheckReport | None = None
        self._check: Job | None = None
        self._selected = Address()

    @classmethod
    def from_file(cls, opened: OpenedFile, jobs: Jobs | None = None) -> "Session":
        """Return a session over a file that was read."""
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
        """The ladder that unsaved changes are counted from; None if all of it is unsaved."""
        return self._saved.ladder if self._saved else None

    @property
    def name(self) -> str:
        """The file's name, or the ladder's while it has no file.

        A file that is named after a version, as published copies are, says whose version it is.
        """
        if self.path:
            return file_words(self.path, self.ladder)
        return self._title or self.ladder.name or "New ladder"

    @property
    def read_only(self) -> str:
        """Why this ladder cannot be changed, or ""."""
        return self.document.read_only or self._held

    def set_read_only(self, reason: str) -> None:
        """Refuse changes for a reason (somebody else has the file open), or no more with ""."""
        self._held = reason

    @property
    def digest(self) -> str | None:
        """The digest of the file as it was read or saved last; None without a file."""
        return self._digest

    @property
    def is_modified(self) -> bool:
        """Whether there is something a save would write."""
        return self._now is not self._saved

    @property
    def is_being_written(self) -> bool:
        """Whether a save or a publication is under way."""
        return self._writes > 0

    def note_writing(self, *, begun: bool) -> None:
        """Note that the file begins to be written here, or that this has come to an end."""
        self._writes += 1 if begun else -1

    @property
    def behind(self) -> str:
        """Why a save would take away what the file holds from somebody else, or ""."""
        if self.path is None or self._digest is None or self._now.holds >= self._states.in_file:
            return ""
        if self._now.holds == UNKNOWN:
            return (
                f"What you see was made from another state of {self.name} than the file has now. "
                "Saving would take away what was saved since then, perhaps by somebody else"
            )
        return (
            f"{self.name} holds what somebody else saved, and what you see does not: the step that "
            "took it in was undone. Saving would take their changes away"
        )

    @property
    def merge_base(self) -> Ladder | None:
        """The last state of the file that both this ladder and the file come from, if known."""
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
        """The findings of the ladder as it is now, or None while they are being looked for."""
        return self._report

    # -- listeners ----------------------------------------------------------------------------

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change; returns a function that unsubscribes."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def note_selection(self, address: Address) -> None:
        """Remember what is shown, so that undo can return to it."""
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
            except Exception as error:  # the others are told first
                failed.append(error)
        if failed:
            raise failed[0] if len(failed) == 1 else ExceptionGroup("listeners failed", failed)

    # -- changes ------------------------------------------------------------------------------

    def apply(self, edit: Edit) -> None:
        """Make a change. Raises EditRefused in plain words; then nothing has changed."""
        if self.read_only:
            raise EditRefused(self.read_only)
        after = edit.change(self.ladder)
        if after is self.ladder:
            return
        start = self._history.start() if self._joins(edit) else None
        # Typing is written into the text as it was before the first key, so that a paragraph is
        # laid out once, not once a letter.
        document = update(start.document if start else self.document, after)
        # Typing goes on in a file that was reformatted for its first key.
        if not (start and self.document.reformatted):
            self.agree(edit.label, document)
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
        """Let a merge with another file called `name` take the ladder's place, as one step.

        Comments of theirs come along; the document returned names those that could not. A merge
        that changes no letter is not a step. Raises EditRefused in plain words; then nothing
        has changed.
        """
        if self.read_only:
            raise EditRefused(self.read_only)
        document = merged_document(base, self.document, theirs, merged, name)
        if document.text != self.document.text:
            self.agree(label, document)
            self._put(Snapshot(document, self._now.holds), label, "edit")
        return document

    def agree(self, label: str, document: Document) -> None:
        """Ask before an edit lays out the whole file anew. Raises EditRefused if it must not."""
        if document.reformatted and not self.may_reformat(label, document):
            raise EditRefused(_KEPT)

    def _joins(self, edit: Edit) -> bool:
        """Whether the edit continues the typing of the last step; never across a save."""
        if self._sealed or not edit.merge or not self._history.done:
            return False
        return self._history.done[-1].merge == edit.merge and self._now is not self._saved

    def end_typing(self) -> None:
        """End the typing under way: the next edit is a step of its own."""
        self._sealed = True

    def take_back(self, merge: str) -> None:
        """Go back to before the typing under way with this key, as if it had never been.

        For a text that turns out to be no value: what was taken of it letter by letter goes too.
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
        """The steps that can be undone and done again."""
        return self._history

    @property
    def undo_label(self) -> str:
        """What undo would undo, or "" if there is nothing."""
        return self._history.done[-1].label if self._history.done else ""

    @property
    def undo_takes_away(self) -> bool:
        """Whether undo would take away what somebody else saved."""
        return bool(self._history.done) and self._history.done[-1].takes_in

    @property
    def redo_label(self) -> str:
        """What redo would do again, or "" if there is nothing."""
        return self._history.undone[-1].label if self._history.undone else ""

    def undo(self) -> None:
        """Go one step back, if there is one."""
        if self._history.done:
            self._history, step = self._history.undo()
            back = {new: old for old, new in step.moved.items()}
            self._sealed = True
            self._move_to(step.way.back(self._now), "undo", step.select_before, back)

    def redo(self) -> None:
        """Go one step on again, if there is one."""
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
        finally:  # the change is made, whatever becomes of the findings
            self._tell(before.ladder, reason, select, moved)

    # -- findings -----------------------------------------------------------------------------

    def start_check(self) -> None:
        """Look for findings as a job; listeners are told `checked` when they are there."""
        ladder = self.ladder

        def work(progress: Progress) -> CheckReport:
            # A collection of a large ladder's values would keep the window from answering.
            with paused_collector(freeze=len(ladder.families) > _LARGE):
                return check(ladder, progress=progress.report, cancelled=progress.cancelled)

        def done(report: CheckReport) -> None:
            # Edits made in the meantime are few: catch up from the result instead of starting over.
            self._check = None
            self._report = check(self.ladder, report)
            self._tell(self.ladder, "checked")

        def failed(error: Exception) -> None:
            self._check = None
            raise error

        self._check = self._jobs.run(work, done, failed)

    def _recheck(self) -> None:
        """Bring the findings up to date; those of a check that raises are not known any more."""
        last, self._report = self._report, None
        if last is not None:
            self._report = check(self.ladder, last)

    def close(self) -> None:
        """Stop what is under way; the session is not used any more."""
        if self._check:
            self._check.cancel()
        self._listeners.clear()

    # -- files --------------------------------------------------------------------------------

    def save(self, path: Path | None = None, *, overwrite: bool = False) -> None:
        """Write the ladder to its file, or to `path`, which becomes its file.

        A path that leads to its file by another way is its file. `overwrite` writes over what
        somebody else saved in the meantime. Raises SaveFailed or ChangedOnDisk with words for
        people; then the file and the edits are as they were.
        """
        order = self.order_save(path, overwrite=overwrite)
        if path is not None and not overwrite:
            found = target_at(path, self.path)
            order = order.aimed_at(found.digest, own_file=found.is_own)
        self.take_saved(order, write_order(order))

    def order_save(self, path: Path | None = None, *, overwrite: bool = False) -> SaveOrder:
        """Return what a save of the ladder as it is now writes; what is typed later is not in it.

        Raises ChangedOnDisk if that would take away what the file holds from somebody else.
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
        """Count what an order wrote as saved; what was typed meanwhile stays unsaved."""
        self.path, self._digest, self._saved = order.target, digest, order.snapshot
        self._states = self._states.saved(digest, order.snapshot.holds)
        self._sealed = True
        self._tell(self.ladder, "saved")

    def reload(self) -> None:
        """Take the file's state as one undoable step. Raises UnreadableLadder."""
        if self.path is None:
            return
        opened = open_ladder(self.path)
        self.load(opened.document, "Load the file again", digest=opened.digest)

    def take_merged(self, theirs: OpenedFile, merged: Ladder, label: str) -> None:
        """Let a merge with what is in the file now take the ladder's place, as one undoable step.

        What is in the file counts as saved, the rest waits to be saved. The layout is the file's;
        comments that the ladder here has besides come along, and the document names those that
        could not. Raises EditRefused in plain words; then nothing has changed.
        """
        in_file = theirs.document
        place = f"your text of {self.name}"
        document = merged_document(self.base_document, in_file, self.document, merged, place)
        self.agree(label, document)
        self._take_in(theirs.digest)
        number = self._states.in_file
        self._put(Snapshot(document, number), label)
        self._digest = theirs.digest
        same = document.text == in_file.text
        self._saved = self._now if same else Snapshot(in_file, number)
        self._tell(self.ladder, "saved")

    def take_published(self, written: SaveOrder, digest: str, now: Document, label: str) -> None:
        """Let the published ladder take the ladder's place, as one undoable step.

        `written` is what the file holds now; `now` is that with what was typed meanwhile, which
        stays unsaved.
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
        """Let another state take the ladder's place, as one undoable step.

        With a `digest` it is what somebody else saved, and counts as saved. Without one (a
        recovery, a backup) it waits to be saved; `made_from` is then the digest of the state of
        the file that it comes from, if that is known.
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
        finally:  # the state is another, whatever becomes of the findings
            self._tell(before.ladder, reason)
