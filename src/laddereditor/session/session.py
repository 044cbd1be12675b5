"""One open ladder: all changes go through it; it holds the history, saved mark and findings."""

from dataclasses import replace
from pathlib import Path

from laddereditor.edits.edit import EditRefused
from laddereditor.model.ladder import Ladder
from laddereditor.session.edited_ladder import EditedLadder
from laddereditor.session.file_states import FileStates
from laddereditor.session.file_words import file_words
from laddereditor.session.history import Snapshot
from laddereditor.session.jobs import InlineJobs, Jobs
from laddereditor.session.save_order import SaveOrder, write_order
from laddereditor.session.saved_mark import SavedMark
from laddereditor.session.target import target_at
from laddereditor.storage.files.document import Document
from laddereditor.storage.files.folder.document import in_files_of, is_in_files
from laddereditor.storage.files.ladder_files import ChangedOnDisk, OpenedFile, open_ladder
from laddereditor.storage.files.merge_text import merged_document


class Session(EditedLadder):
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
        super().__init__(document, jobs or InlineJobs())
        self.path = path
        self._title = title
        self._writes = 0  # saves and publications in progress
        saved = None if worth_saving else self._timeline.now
        self._mark = SavedMark(saved, digest, FileStates().opened(digest))

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
    def saved_ladder(self) -> Ladder | None:
        """The ladder that was saved last; None if all of it is unsaved."""
        return self._mark.saved.ladder if self._mark.saved else None

    @property
    def name(self) -> str:
        """The file's name, or the ladder's while it has no file.

        If the file is named by a version, as published copies are, the ladder's name precedes it.
        """
        if self.path:
            return file_words(self.path, self.ladder)
        return self._title or self.ladder.name or "New ladder"

    @property
    def as_one_file(self) -> Path | None:
        """The path of the ladder as one file: its own, or for a folder one beside it."""
        if self.path is None or not is_in_files(self.document):
            return self.path
        return self.path.with_name(f"{self.path.name}.yaml")

    @property
    def digest(self) -> str | None:
        """The digest of the file when it was last read or saved; None without a file."""
        return self._mark.digest

    @property
    def is_modified(self) -> bool:
        """Whether there are unsaved changes."""
        return self._timeline.now is not self._mark.saved

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
        return self._mark.behind(self._timeline.now, self.name) if self.path is not None else ""

    @property
    def merge_base(self) -> Ladder | None:
        """The last common state of this ladder and its file, if known."""
        return self.base_document.ladder if self.base_document else None

    @property
    def base_document(self) -> Document | None:
        """The same state with its text."""
        return self._mark.base(self._timeline.now)

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
        self.settle()
        document = merged_document(base, self.document, theirs, merged, name)
        if document.text != self.document.text:
            self.require_layout(label, document)
            self._timeline.put(Snapshot(document, self._timeline.now.holds), label, "edit")
        return document

    def _joins(self, merge: str) -> bool:
        """Whether an edit would continue the typing of the last step; never across a save."""
        return super()._joins(merge) and self.is_modified

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
        self.settle()
        target = path or self.path
        if target is None:
            raise ValueError("a ladder that has no file needs a path to be saved to")
        own = path is None or path == self.path
        if own and self.behind and not overwrite:
            raise ChangedOnDisk(self.behind)
        self.end_typing()
        expected = self.digest if own and not overwrite else None
        now = self._timeline.now
        if not own:  # the files of a folder become one
            now = now.with_document(now.document.in_one_file())
        saved = self._mark.saved
        return SaveOrder(target, now, expected, self.path, self.digest, self.behind, saved)

    def take_saved(self, order: SaveOrder, digest: str) -> None:
        """Mark what an order wrote as saved; edits made in the meantime stay unsaved."""
        written = order.snapshot.document
        if is_in_files(self.document) and not is_in_files(written):
            same = self.ladder is written.ladder
            now = written if same else written.updated(self.ladder)
            state = order.snapshot if same else Snapshot(now, order.snapshot.holds)
            self._timeline.put(state, "Save as one file")
        self.path, self._mark = order.target, self._mark.written(order.snapshot, digest)
        self.end_typing()
        self._timeline.notify(self.ladder, "saved")

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
        self.settle()
        in_file = theirs.document
        place = f"your text of {self.name}"
        document = merged_document(self.base_document, in_file, self.document, merged, place)
        self.require_layout(label, document)
        self._mark = self._mark.taken_in(theirs.digest)
        number = self._mark.states.in_file
        self._timeline.put(Snapshot(document, number), label)
        same = document.text == in_file.text
        saved = self._timeline.now if same else Snapshot(in_file, number)
        self._mark = replace(self._mark, saved=saved, digest=theirs.digest)
        self._timeline.notify(self.ladder, "saved")

    def take_published(self, written: SaveOrder, digest: str, now: Document, label: str) -> None:
        """Replace the ladder by the published one, as one step that can be undone.

        Args:
            written: What the file holds now.
            digest: The digest of the file.
            now: The published document with the edits made in the meantime, which stay unsaved.
            label: The label of the step.
        """
        same = now is written.snapshot.document
        self._timeline.put(
            written.snapshot if same else Snapshot(now, self._timeline.now.holds), label
        )
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
            document = in_files_of(self.document, document)
            self._timeline.put(Snapshot(document, self._mark.states.number_of(made_from)), label)
            return
        mark = self._mark if digest == self.digest else self._mark.taken_in(digest)
        now = Snapshot(document, mark.states.in_file)
        self._mark = replace(mark, saved=now, digest=digest)
        self._timeline.put(now, label)
