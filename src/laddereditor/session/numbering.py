"""Determine the possible numbers of a ladder's next version, by Semantic Versioning 2.0.0."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from laddereditor.model.ladder import Ladder
from laddereditor.model.semver import (
    FIRST,
    Bump,
    SemVer,
    bumped,
    parse_version,
    proposed,
)
from laddereditor.storage.versions.listing import ListedVersion

BUMPS: tuple[Bump, ...] = ("major", "minor", "patch")


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers to choose from."""

    last: ListedVersion | None  # the highest that was published
    first: str  # for the first publication: the ladder's own version or 1.0.0; else ""
    by_bump: Mapping[Bump, str]


def numbers_for(ladder: Ladder, versions: Sequence[ListedVersion]) -> Numbers:
    """Return the possible next numbers.

    They follow the highest published version; the ladder's own version may already be the next
    one. Before the first publication they follow the ladder's own version.
    """
    last = last_published(versions)
    if last is not None and last.number is not None:
        return Numbers(last, "", _counted(last.number))
    declared = parse_version(ladder.version)
    if declared is None:
        return Numbers(None, FIRST, dict.fromkeys(BUMPS, FIRST))
    return Numbers(None, str(declared.whole), _counted(declared))


def _counted(number: SemVer) -> dict[Bump, str]:
    return {bump: str(bumped(number, bump)) for bump in BUMPS}


def last_published(versions: Sequence[ListedVersion]) -> ListedVersion | None:
    """Return the published version with the highest number, ignoring copies of other ladders."""
    own = [v for v in versions if v.number is not None and v.state != "foreign"]
    return max(own, key=lambda version: version.number or SemVer(0, 0, 0), default=None)


def wrong_version(ladder: Ladder) -> str:
    """Return why no next number follows from a ladder's own version, or ""."""
    declared = ladder.version.strip()
    if not declared or parse_version(declared):
        return ""
    return (
        f"The ladder says its version is “{declared}”. A version is three numbers, such as 2.1.0: "
        f"change it to {proposed(declared)} first"
    )


def wrong_number(version: str, ladder: Ladder, highest: SemVer | None) -> str:
    """Return why a ladder cannot be published under a version, in plain words, or "".

    Args:
        version: The wanted version.
        ladder: The ladder.
        highest: The highest version that was published, or None.
    """
    if wrong := wrong_version(ladder):
        return wrong
    number = parse_version(version)
    if number is None:
        return f"“{version}” is not a version number. Use three numbers: {proposed(version)}"
    if number != number.whole:
        return f"{number} is a pre-release of {number.whole}. Publish {number.whole}"
    if highest is not None and number <= highest:
        return (
            f"Version {highest} is already published; the next one needs a higher number "
            f"than {number}"
        )
    return ""
