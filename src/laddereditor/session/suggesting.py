"""Which number the next version should have, by what changed since the last published one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.model.semver import Bump, parse_version
from laddereditor.session.numbering import Numbers
from laddereditor.session.suggested_bump import weighed
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.listing import ListedVersion, open_version

Weighed = tuple[Literal["none", "patch", "minor", "major"], tuple[str, ...]]
Weigh = Callable[[Ladder, Ladder], Weighed]


@dataclass(frozen=True, slots=True)
class BumpSuggestion:
    """The number that a publication should have."""

    version: str  # "" where nothing is suggested: nothing changed, or it cannot be told
    bump: Bump | Literal["none", "first", ""]  # "" where it cannot be told
    reasons: tuple[str, ...]  # sentences for people, without a full stop


def suggest(numbers: Numbers, ladder: Ladder, weigh: Weigh = weighed) -> BumpSuggestion:
    """Return the number that the changes since the last published version ask for.

    `weigh` tells what a step from one ladder to another asks for, and why. Reads the last copy
    and may take a while on a large ladder; to be called off the UI thread. Never raises.
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
    bump, reasons = weigh(then, _unstamped(ladder, then))
    notes = (f"{last.why}: compared with it as it is now",) if last.state != "intact" else ()
    if bump == "none":
        return BumpSuggestion("", "none", (*notes, _unchanged(last, reasons)))
    return _raised(numbers.by_bump[bump], bump, (*notes, *reasons), ladder)


def _unchanged(last: ListedVersion, reasons: tuple[str, ...]) -> str:
    if not reasons:
        return f"Nothing changed since version {last.version}"
    unseen = ", ".join(reasons)
    return f"Nothing that people read changed since version {last.version}: {unseen}"


def _unknown(last: ListedVersion, why: str) -> BumpSuggestion:
    words = (
        f"What changed since version {last.version} cannot be told ({why}), so choose yourself "
        "between major, minor and patch"
    )
    return BumpSuggestion("", "", (words,))


def _unstamped(ladder: Ladder, then: Ladder) -> Ladder:
    """Return the ladder with what a publication writes as it was then: that is not a change."""
    return evolve(ladder, version=then.version, status=then.status, history=then.history)


def _raised(version: str, bump: Bump, reasons: tuple[str, ...], ladder: Ladder) -> BumpSuggestion:
    """Take the higher number that the ladder already says it is going to have, if there is one."""
    said, asked = parse_version(ladder.version), parse_version(version)
    if said is None or asked is None or said.whole <= asked:
        return BumpSuggestion(version, bump, reasons)
    why = f"The ladder already says that it is going to be {said.whole}"
    return BumpSuggestion(str(said.whole), bump, (*reasons, why))
