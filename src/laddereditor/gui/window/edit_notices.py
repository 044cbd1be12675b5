"""Questions and notices about what an edit does to the layout and comments of a file."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from laddereditor.gui.sharing.notice import Notice, NoticeButton, NoticeList
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.session.change import SessionChange
from laddereditor.session.session import Session
from laddereditor.storage.files.document import Document
from laddereditor.storage.reading.upgrade_text import notice_of
from laddereditor.storage.text.removed_comments import are_quoted_in_full

_KEY = "text of the file"


class EditNotices(QObject):
    """Asks before a file is reformatted, and shows which comments an edit removed.

    A notice stays until the next edit, or until the edit is undone.
    """

    def __init__(
        self,
        workspace: Workspace,
        notices: NoticeList,
        dialogs: GetDialogs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._notices, self._dialogs = workspace, notices, dialogs
        self._shown: dict[int, tuple[str, ...]] = {}  # id(session) -> the notices of its last edit
        for session in workspace.sessions:
            self._take_questions(session)
        workspace.opened.connect(self._take_questions)
        workspace.closed.connect(lambda session: self._shown.pop(id(session), None))
        workspace.changed.connect(self._on_change)

    def _take_questions(self, session: Session) -> None:
        session.may_reformat = self._question(session)
        session.on_written(partial(self._on_written, session), self._workspace.notice.emit)

    def _on_written(self, session: Session, document: Document) -> None:
        if session is self._workspace.session:
            self.show(session, document)

    def _question(self, session: Session) -> Callable[[str, Document], bool]:
        return lambda label, document: self._dialogs().confirm(
            "Reformat the file?",
            f"“{label}” cannot be written into {session.name} in its present layout. The "
            "whole file would be reformatted in the layout of this program."
            f"{_loss(len(document.removed_comments))} The content does not "
            "change, and Undo brings the old layout back.",
            "Reformat",
        )

    def _on_change(self, change: SessionChange) -> None:
        session = self._workspace.session
        if session is None or change.reason in ("saved", "checked"):
            return
        if session.is_unwritten:  # then the notices follow
            return
        if change.reason in ("edit", "loaded"):
            self.show(session, session.document)
        else:
            self._show_notices(session, (), ())

    def show(self, session: Session, document: Document) -> None:
        """Show how the text of a ladder changed when it became this document."""
        old = document.upgraded_from  # the upgrade was reported when the file was opened
        known = None if old is None else notice_of(old)
        notices = tuple(notice for notice in document.notices if notice != known)
        self._show_notices(
            session, notices, (document.removed_comments, document.comments_left_behind)
        )

    def _show_notices(
        self, session: Session, notices: tuple[str, ...], comments: tuple[tuple[str, ...], ...]
    ) -> None:
        if notices == self._shown.get(id(session), ()):
            return
        self._shown[id(session)] = notices
        if not notices:
            self._notices.drop(_KEY, session)
            return
        text = ". ".join(notices) + "."
        quoted = all(map(are_quoted_in_full, comments))
        show = NoticeButton("comments", "Show all comments…", partial(self._show, text, comments))
        self._notices.post(Notice(_KEY, text, () if quoted else (show,)), session)

    def _show(self, text: str, comments: tuple[tuple[str, ...], ...]) -> None:
        """Show every comment that a notice is about, to be read and copied."""
        every = (comment for each in comments for comment in each)
        self._dialogs().show_message("Comments that are not in the file", text, "\n".join(every))


def _loss(comments: int) -> str:
    if not comments:
        return ""
    return " Its comment goes." if comments == 1 else f" All its {comments} comments go."
