"""What an edit does to the text of a file beside what it is for: asked first, or told."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from laddereditor.gui.asking import Asker
from laddereditor.gui.sharing.notice import Board, Notice
from laddereditor.gui.workspace import Workspace
from laddereditor.session.change import Change
from laddereditor.session.session import Session
from laddereditor.storage.document import Document

_KEY = "text of the file"


class EditNotices(QObject):
    """Asks before a file is laid out anew, and tells which comments an edit took away.

    What is told stays in sight until the next edit, or until the edit is undone.
    """

    def __init__(
        self,
        workspace: Workspace,
        board: Board,
        asker: Callable[[], Asker],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._board, self._asker = workspace, board, asker
        self._told: dict[int, tuple[str, ...]] = {}  # id(session) -> what its last edit told
        workspace.sessions_changed.connect(self._take_questions)
        workspace.changed.connect(self._on_change)

    def _take_questions(self) -> None:
        known = {id(session) for session in self._workspace.sessions}
        self._told = {name: told for name, told in self._told.items() if name in known}
        for session in self._workspace.sessions:
            session.may_lay_out_anew = self._question(session)

    def _question(self, session: Session) -> Callable[[str, Document], bool]:
        return lambda label, document: self._asker().confirm(
            "Lay out the file anew?",
            f"“{label}” cannot be written into {session.name} as the file is laid out now. The "
            "whole file would be written anew, in the layout of this program."
            f"{_loss(len(document.comments_gone))} What the ladder says stays as it is, and Undo "
            "brings the old layout back.",
            "Lay out anew",
        )

    def _on_change(self, change: Change) -> None:
        session = self._workspace.session
        if session is None or change.reason in ("saved", "checked"):
            return
        told = session.document.notices if change.reason in ("edit", "loaded") else ()
        if change.reason == "loaded" and session.document.upgraded_from is not None:
            told = ()  # that an older format was brought up to date was told at opening
        if told == self._told.get(id(session), ()):
            return
        self._told[id(session)] = told
        if told:
            self._board.post(Notice(_KEY, ". ".join(told) + "."), session)
        else:
            self._board.drop(_KEY, session)


def _loss(comments: int) -> str:
    if not comments:
        return ""
    return " Its comment goes." if comments == 1 else f" All its {comments} comments go."
