"""Merging a person's own changes with what somebody else saved in the same file."""

from collections.abc import Callable
from functools import partial

from laddereditor.compare.merge.merging import merge
from laddereditor.edits.edit import EditRefused
from laddereditor.gui.sharing.notice import (
    SAVED,
    UNDO,
    UNDONE_OR_SAVED,
    Notice,
    NoticeButton,
    NoticeList,
)
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.counting import plural
from laddereditor.model.ladder import Ladder
from laddereditor.session.session import Session
from laddereditor.storage.files.ladder_files import OpenedFile

KEY = "disk"
MERGED = "Merge what somebody else saved"

# Shows the merge of the active ladder (base, theirs, their name, what to do with the result).
Resolve = Callable[[Ladder | None, Ladder, str, Callable[[Ladder], object]], object]


class FileMerge:
    """Merges both immediately if there are no conflicts; otherwise the person resolves them."""

    def __init__(self, workspace: Workspace, notices: NoticeList, resolve: Resolve) -> None:
        self._workspace, self._notices, self._resolve = workspace, notices, resolve

    def merge(self, session: Session, theirs: OpenedFile) -> bool:
        """Merge with the file's present state, as one undoable step; nothing is written.

        False while conflicts wait to be resolved, or if the file may not be reformatted for it.
        """
        self._workspace.show_session(session)
        self._workspace.flush_requested.emit()
        base, other = session.merge_base, theirs.document.ladder
        merged = merge(base, session.ladder, other)
        take = partial(self._take, session, theirs)
        if not merged.conflicts:
            return self._taken_at_once(take, merged.ladder)
        places = plural(len(merged.conflicts), "place")
        text = f"You and somebody else changed {places} of {session.name} differently."
        self._notices.post(
            Notice(
                KEY,
                f"{text} Choose in Changes what is to stay.",
                tone="warning",
                icon="warning",
                until=SAVED,
            ),
            session,
        )
        self._resolve(base, other, f"what somebody else saved in {session.name}", take)
        return False

    def _taken_at_once(self, take: Callable[[Ladder], object], merged: Ladder) -> bool:
        try:
            take(merged)
        except EditRefused as refused:
            self._workspace.notice.emit(str(refused))
            return False
        return True

    def _take(self, session: Session, theirs: OpenedFile, merged: Ladder) -> None:
        session.take_merged(theirs, merged, MERGED)
        text = f"{session.name} has your changes and what somebody else saved. Save to keep both."
        undo = NoticeButton(UNDO, "Undo", partial(_undo, session))
        self._notices.post(
            Notice(KEY, text, (undo,), icon="reload", until=UNDONE_OR_SAVED), session
        )


def _undo(session: Session) -> None:
    if session.undo_label == MERGED:
        session.undo()
