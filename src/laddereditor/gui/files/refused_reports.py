"""Report refused texts when a ladder is saved, published or closed."""

from collections.abc import Sequence

from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.presentation.workspace.refused_texts import RefusedText, as_lines
from laddereditor.session.session import Session


class RefusedReports:
    """Reports each text once in a dialog, and later in the status bar."""

    def __init__(self, workspace: Workspace, dialogs: GetDialogs) -> None:
        self._workspace, self._dialogs = workspace, dialogs
        # id(session) -> what was reported about it
        self._reported: dict[int, tuple[RefusedText, ...]] = {}

    def report(self, session: Session) -> None:
        """Report what is not in the file that was just written."""
        texts = self._workspace.refused_texts.of(session)
        if not texts:
            return
        if self._reported.get(id(session)) == texts:
            listed = ", ".join(f"“{one.text}”" for one in texts)
            self._workspace.notice.emit(f"Saved {session.name} without {listed}; see Problems.")
            return
        self._reported[id(session)] = texts
        self._dialogs().show_message(
            "Saved, but not all that you typed",
            f"{session.name} is saved without this:\n\n{as_lines(session.ladder, texts)}\n\n"
            "It stays in its field until you correct it or press Escape there. "
            "Problems lists it too.",
        )

    def may_publish(self, session: Session) -> bool:
        """Ask before a version is published without refused texts; False if the person stays."""
        texts = self._workspace.refused_texts.of(session)
        if not texts:
            return True
        answer = self._dialogs().choose(
            "The version would lack something that you typed",
            f"{session.name} cannot hold this as it is, and a published version stays as it is:"
            f"\n\n{as_lines(session.ladder, texts)}",
            [("stay", "Go to it and correct it"), ("publish", "Publish without it")],
            {"stay": "Go to it", "publish": "Publish without it"},
        )
        if answer == "publish":
            self._reported[id(session)] = texts
            return True
        if answer == "stay":
            self._go_to_first(session)
        return False

    def _go_to_first(self, session: Session) -> None:
        first = self._workspace.refused_texts.of(session)[0]
        self._workspace.show_session(session)
        self._workspace.go_to(first.address, first.field)

    def may_close(self, sessions: Sequence[Session]) -> bool:
        """Ask before refused texts are lost; if the person stays, go to them and return False."""
        found = [one for one in sessions if self._workspace.refused_texts.of(one)]
        if not found:
            return True
        lines = "\n".join(
            as_lines(one.ladder, self._workspace.refused_texts.of(one)) for one in found
        )
        names = ", ".join(one.name for one in found)
        answer = self._dialogs().choose(
            "Not all that you typed is in the file",
            f"{names} cannot hold this as it is:\n\n{lines}",
            [("stay", "Go to it and correct it"), ("close", "Close without it")],
            {"stay": "Go to it", "close": "Close without it"},
        )
        if answer == "close":
            self._reported |= {id(one): self._workspace.refused_texts.of(one) for one in found}
            return True
        if answer == "stay":
            self._go_to_first(found[0])
        return False
