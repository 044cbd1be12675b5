"""Undo by the person: what others wrote is not taken away unasked."""

from laddereditor.presentation.asking import Asker
from laddereditor.session.session import Session


def undo(asker: Asker, session: Session) -> None:
    """Undo the last step; one that took in what somebody else saved only after asking."""
    if session.undo_takes_away and not asker.confirm(
        "Undo what is not yours?",
        f"The last step of {session.name} is “{session.undo_label}”. It brought in what somebody "
        "else saved. If you undo it, you see the ladder without their changes. They stay in the "
        "file: saving asks before it takes them away.",
        "Undo it",
    ):
        return
    session.undo()
