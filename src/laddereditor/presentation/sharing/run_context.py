"""Where this run of the program stores data, and how other programs identify it."""

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
    """The folders, clock and identity of this run."""

    me: Program
    recoveries: Path | None  # None: nothing can be kept
    backups: Path | None
    now: Callable[[], datetime] = now_here
    check_every: float = CHECK_EVERY  # seconds between two checks of the files on disk


def context_of_this_run(report: Callable[[str], object]) -> RunContext:
    """Return the context of this run; `report` is given the reason if nothing can be stored."""
    try:
        return RunContext(this_program(), state_folder("recoveries"), state_folder("backups"))
    except NoStateFolder as error:
        report(str(error))
        return RunContext(this_program(), None, None)
