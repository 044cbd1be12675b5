"""Close ladders and windows, after asking about changes and waiting for writes."""

from functools import partial

from laddereditor.gui.files.saving import Saving, WhenSaved
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.session.session import Session


def _nothing(_: bool) -> None: ...


class Closing:
    """Closes ladders and windows without losing anything, and says when it has to wait."""

    def __init__(self, workspace: Workspace, dialogs: GetDialogs, saving: Saving) -> None:
        self._workspace, self._dialogs, self._saving = workspace, dialogs, saving
        self._waits = False  # the window will be closed when everything is written

    def close(self, session: Session, then: WhenSaved = _nothing) -> None:
        """Close a ladder after asking about its changes; `then` gets whether it was closed."""
        if session not in self._workspace.sessions:
            then(True)
        elif session.is_being_written:
            self._notify(f"{session.name} is closed as soon as it is saved.")
            self._saving.writing.when_free(session, partial(self.close, session, then))
        else:
            self._ask_about([session], partial(self._close, session, then))

    def _close(self, session: Session, then: WhenSaved, may: bool) -> None:
        if may:
            self._workspace.close(session)
        then(may)

    def leave(self, then: WhenSaved) -> None:
        """Ask once about all ladders with changes; `then` gets whether the window may close.

        The window waits for running saves; a second request closes it without waiting.
        """
        if not self._saving.writing.sessions:
            self._ask_about(list(self._workspace.sessions), then)
        elif self._waits:
            if self._wants_no_waiting():
                at_rest = [s for s in self._workspace.sessions if not s.is_being_written]
                self._ask_about(at_rest, then)
        else:
            self._waits = True
            names = ", ".join(session.name for session in self._saving.writing.sessions)
            self._notify(f"The window closes as soon as {names} is saved.")
            self._wait(then)

    def _wait(self, then: WhenSaved) -> None:
        busy = self._saving.writing.sessions
        if busy:
            self._saving.writing.when_free(busy[0], partial(self._wait, then))
        elif self._waits:
            self._waits = False
            self._ask_about(list(self._workspace.sessions), then)

    def _wants_no_waiting(self) -> bool:
        names = ", ".join(session.name for session in self._saving.writing.sessions)
        sure = self._dialogs().confirm(
            "Close without waiting?",
            f"{names} is still being saved; the disk takes its time. If you close the window now, "
            "the save continues without it. In case it fails, what you wrote is kept, and offered "
            "at the next start.",
            "Close now",
        )
        if sure:
            self._waits = False
        return sure

    def _ask_about(self, sessions: list[Session], then: WhenSaved) -> None:
        """Ask about refused texts, and about changes until each is saved or discarded."""
        self._workspace.flush_requested.emit()
        asked = (self._saving.refused_reports.may_close, *self._workspace.may_close)
        if all(may_close(sessions) for may_close in asked):
            self._ask_about_changes(sessions, then)
        else:
            then(False)

    def _ask_about_changes(self, sessions: list[Session], then: WhenSaved) -> None:
        modified = [session for session in sessions if session.is_modified]
        names = [self._workspace.name_of(session) for session in modified]
        answer = self._dialogs().save_changes(names) if modified else "discard"
        if answer == "save":
            self._saving.save_these(
                modified,
                lambda saved: self._ask_about_changes(sessions, then) if saved else then(False),
            )
        else:
            then(answer == "discard")

    def _notify(self, words: str) -> None:
        self._workspace.notice.emit(words)
