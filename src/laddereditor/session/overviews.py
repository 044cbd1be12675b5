"""The overview of a ladder, with its progress since the last version that was published."""

from pathlib import Path

from laddereditor.model.ladder import Ladder
from laddereditor.reports.overview.overview import LadderOverview, PublishedLadder, overview_of
from laddereditor.rules.check import check
from laddereditor.session.day_clock import DayClock
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.listing import open_version, versions_of


def ladder_overview(ladder: Ladder, path: Path | None, clock: DayClock) -> LadderOverview:
    """Return the overview of a ladder as it is.

    Args:
        ladder: The ladder.
        path: Its file, beside which its versions are; None if it has none yet.
        clock: Says which day it is.
    """
    report = check(ladder, today=clock.today())
    return overview_of(report, _published(ladder, path, clock), clock.today())


def _published(ladder: Ladder, path: Path | None, clock: DayClock) -> PublishedLadder | None:
    """Return the newest version that has a readable copy, checked as of today."""
    for version in versions_of(path, ladder) if path is not None else ():
        if version.path is None:
            continue
        try:
            then = open_version(version).ladder
        except UnreadableLadder:
            continue
        return PublishedLadder(version.version, then, check(then, today=clock.today()))
    return None
