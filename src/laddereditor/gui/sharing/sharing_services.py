"""What the parts of one window's sharing work with."""

from collections.abc import Callable
from dataclasses import dataclass

from laddereditor.gui.opening import Opening
from laddereditor.gui.saving import Saving
from laddereditor.gui.sharing.file_merge import FileMerge
from laddereditor.gui.sharing.notice import Board
from laddereditor.gui.sharing.session_registry import Roll
from laddereditor.gui.workspace import Workspace
from laddereditor.presentation.asking import Asker
from laddereditor.presentation.sharing.run_context import Surroundings
from laddereditor.session.jobs import Jobs


@dataclass(frozen=True, slots=True)
class Desk:
    """The window's own services, and the surroundings of this run."""

    workspace: Workspace
    opening: Opening
    saving: Saving
    jobs: Jobs
    ask: Callable[[], Asker]
    board: Board
    roll: Roll
    around: Surroundings
    merging: FileMerge
