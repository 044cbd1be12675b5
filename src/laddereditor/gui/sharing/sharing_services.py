"""The services shared by the parts of a window's `Sharing`."""

from dataclasses import dataclass

from laddereditor.gui.files.opening import Opening
from laddereditor.gui.files.saving import Saving
from laddereditor.gui.sharing.file_merge import FileMerge
from laddereditor.gui.sharing.notice import NoticeList
from laddereditor.gui.sharing.session_registry import SessionRegistry
from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.presentation.dialogs.protocol import GetDialogs
from laddereditor.presentation.sharing.run_context import RunContext
from laddereditor.session.jobs import Jobs


@dataclass(frozen=True, slots=True)
class SharingServices:
    """The window's own services, and the context of this run."""

    workspace: Workspace
    opening: Opening
    saving: Saving
    jobs: Jobs
    dialogs: GetDialogs
    notices: NoticeList
    registry: SessionRegistry
    context: RunContext
    merging: FileMerge
