"""Which files an export is made from, and where it goes."""

from collections.abc import Sequence
from pathlib import Path

from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.dialogs.protocol import Dialogs
from laddereditor.presentation.files.home import home_folder
from laddereditor.session.session import Session


def files_of(ladder: Ladder, sessions: Sequence[Session]) -> tuple[Path, ...]:
    """Return the files that a ladder is from: its own, if it is open and has one.

    For a published version, or a ladder that was not saved yet, these are the files of the open
    ladders with its id, or of all open ladders if none has its id.
    """
    own = [one.path for one in sessions if one.ladder is ladder and one.path]
    with_id = [one.path for one in sessions if one.path and one.ladder.id == ladder.id]
    every = [one.path for one in sessions if one.path]
    return tuple(own or (with_id if ladder.id else ()) or every)


def chosen_path(
    workspace: Workspace, dialogs: Dialogs, name: str, kind: str, *, at_once: bool = False
) -> Path | None:
    """Return where an export goes; None if the person cancels.

    Args:
        workspace: Has the open ladder, beside which the export is proposed to be.
        dialogs: Asks for the file.
        name: The proposed name.
        kind: What kind of file it is, in words.
        at_once: Whether not to ask, as long as there is a folder of the ladder and no file of
            this name in it.
    """
    session = workspace.session
    beside = session.path if session else None
    proposal = (beside.parent if beside else home_folder()) / name
    if at_once and beside is not None and not proposal.exists():
        return proposal
    return dialogs.export_to_save(proposal, kind)
