"""Suggest the next version number from what changed since the last published version."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.diffing import diff
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.model.semver import Bump, parse_version
from laddereditor.reports.changes.grouped_changes import ChangesReport
from laddereditor.session.numbering import Numbers
from laddereditor.session.suggested_bump import suggest_bump
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.listing import ListedVersion, open_version

Weighed = tuple[Literal["none", "patch", "minor", "major"], tuple[str, ...]]
BumpOf = Callable[[Sequence[LadderChange]], Weighed]


@dataclass(frozen=True, slots=True)
class BumpSuggestion:
    """The number that a publication should have."""

    version: str  # "" if nothing changed or the changes are unknown
    bump: Bump | Literal["none", "first", ""]  # "" if the changes are unknown
    reasons: tuple[str, ...]  # sentences for people, without a full stop
    report: ChangesReport | None = None  # the changes since the last version; None if unknown


def suggest(numbers: Numbers, ladder: Ladder, bump_of: BumpOf = suggest_bump) -> BumpSuggestion:
    """Return the number that the changes since the last published version call for. Never raises.

    This reads the last copy and may take a while on a large ladder; call it outside the UI thread.

    Args:
        numbers: The possible numbers.
        ladder: The ladder to publish.
        bump_of: Returns the bump that changes call for, and the reasons.
    """
    last = numbers.last
    if last is None:
        return BumpSuggestion(numbers.first, "first", ("No version was published yet",))
    if last.path is None or last.state == "unreadable":
        return _unknown(last, last.why)
    try:
        then = open_version(last).ladder
    except UnreadableLadder as error:
        return _unknown(last, str(error))
    now = _unstamped(ladder, then)
    report = ChangesReport(tuple(diff(then, now)), then, now)
    bump, reasons = bump_of(report.changes)
    notes = (f"{last.why}: compared with it as it is now",) if last.state != "intact" else ()
    if bump == "none":
        return BumpSuggestion("", "none", (*notes, _unchanged(last, reasons)), report)
    raised = _raised(numbers.by_bump[bump], bump, (*notes, *reasons), ladder)
    return replace(raised, report=report)


def _unchanged(last: ListedVersion, reasons: tuple[str, ...]) -> str:
    if not reasons:
        return f"Nothing changed since version {last.version}"
    unseen = ", ".join(reasons)
    return f"Nothing that people read changed since version {last.version}: {unseen}"


def _unknown(last: ListedVersion, why: str) -> BumpSuggestion:
    words = (
        f"What changed since version {last.version} is unknown ({why}). Choose between "
        "major, minor and patch yourself"
    )
    return BumpSuggestion("", "", (words,))


def _unstamped(ladder: Ladder, then: Ladder) -> Ladder:
    """Return the ladder with the former values of what a publication writes, to ignore them."""
    return evolve(ladder, version=then.version, status=then.status, history=then.history)


def _raised(version: str, bump: Bump, reasons: tuple[str, ...], ladder: Ladder) -> BumpSuggestion:
    """Use the ladder's own version if it is higher and already states the next one."""
    declared, asked = parse_version(ladder.version), parse_version(version)
    if declared is None or asked is None or declared.whole <= asked:
        return BumpSuggestion(version, bump, reasons)
    why = f"The ladder already says that it is going to be {declared.whole}"
    return BumpSuggestion(str(declared.whole), bump, (*reasons, why))
