"""Where this run of the program keeps things, and who it is to others."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from laddereditor.storage.files.program import Program, this_program
from laddereditor.storage.files.state_folder import NoStateFolder, state_folder

CHECK_EVERY = 1.0  # seconds


def now_here() -> datetime:
    """Return the time of day with its zone."""
    return datetime.now().astimezone()


@dataclass(frozen=True, slots=True)
class RunContext:
    """What the window's neighbours and its own past are reached by."""

    me: Program
    recoveries: Path | None  # None: nothing can be kept
    backups: Path | None
    now: Callable[[], datetime] = now_here
    check_every: float = CHECK_EVERY  # seconds between two checks of the files on disk


def real_surroundings(tell: Callable[[str], object]) -> RunContext:
    """Return those of this run; `tell` hears why nothing can be kept."""
    try:
        return RunContext(this_program(), state_folder("recoveries"), state_folder("backups"))
    except NoStateFolder as error:
        tell(str(error))
        return RunContext(this_program(), None, None)
