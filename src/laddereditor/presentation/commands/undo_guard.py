"""Undo by the person; it asks before it removes what others wrote."""

from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.session.session import Session


def undo(dialogs: Dialogs, session: Session) -> None:
    """Undo the last step; ask first if it brought in what somebody else saved."""
    if session.undo_takes_away and not dialogs.confirm(
        "Undo what is not yours?",
        f"The last step of {session.name} is “{session.undo_label}”. It brought in what somebody "
        "else saved. If you undo it, you see the ladder without their changes. They stay in the "
        "file: saving asks before it takes them away.",
        "Undo it",
    ):
        return
    session.undo()
