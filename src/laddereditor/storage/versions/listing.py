"""List a ladder's published versions, joined from its history and its frozen copies."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from laddereditor.model.ladder import Ladder
from laddereditor.model.ladder import PublishedVersion as Entry
from laddereditor.model.semver import SemVer, parse_version
from laddereditor.storage.files.document import Document
from laddereditor.storage.files.frozen_digests import read_digests
from laddereditor.storage.files.version_folders import copies_in, versions_folder
from laddereditor.storage.reading.faults import Fault, UnreadableLadder
from laddereditor.storage.versions.copies import Copy, State, check_copy, open_copy


@dataclass(frozen=True, slots=True)
class ListedVersion:
    """One published version: its entry in the history, and its frozen copy."""

    version: str
    date: dt.date | None
    author: str
    summary: str
    path: Path | None  # of the frozen copy
    state: State
    why: str  # the state in plain words
    in_history: bool  # whether the ladder's history lists it

    @property
    def number(self) -> SemVer | None:
        """The version as a number; None if the history's text is not a version number."""
        return parse_version(self.version)


def versions_of(path: Path, ladder: Ladder) -> tuple[ListedVersion, ...]:
    """Return the published versions of an open ladder whose file is at `path`. Never raises.

    Returns:
        The versions, newest number first. A problem with a copy is reported as its state; nothing
        is written.
    """
    copies = _copies(versions_folder(path), ladder)
    listed = [_joined(entry, copies) for entry in ladder.history]
    known = {entry.version.strip().casefold() for entry in ladder.history}
    listed += [
        _unpaired(version, copy)
        for version, copy in copies.items()
        if version.casefold() not in known
    ]
    return tuple(sorted(listed, key=_order, reverse=True))


def highest_version(path: Path, ladder: Ladder) -> SemVer | None:
    """Return the highest version number that a ladder was published as. Never raises.

    Only copies that the history does not list are read, so that this is quick.
    """
    in_history = [n for entry in ladder.history if (n := parse_version(entry.version))]
    highest = max(in_history, default=None)
    folder = versions_folder(path)
    named: Mapping[str, Path] = {}
    with suppress(OSError):
        named = copies_in(folder)
    for version, copy in named.items():
        number = parse_version(version)
        higher = number is not None and (highest is None or number > highest)
        if higher and check_copy(copy, version, "", ladder).state != "foreign":
            highest = number
    return highest


def _order(version: ListedVersion) -> tuple[bool, SemVer]:
    number = version.number
    return number is not None, number or SemVer(0, 0, 0)


def _copies(folder: Path, ladder: Ladder) -> dict[str, Copy]:
    found: Mapping[str, Path] = {}
    with suppress(OSError):
        found = copies_in(folder)
    digests = read_digests(folder)
    return {
        version: check_copy(path, version, digests.get(version, ""), ladder)
        for version, path in found.items()
    }


def _joined(entry: Entry, copies: Mapping[str, Copy]) -> ListedVersion:
    version = entry.version.strip()
    copy = copies.get(version) or next(
        (copy for name, copy in copies.items() if name.casefold() == version.casefold()), None
    )
    entry_values = version, entry.date, entry.author, entry.summary
    if copy is None:
        return ListedVersion(*entry_values, None, "missing", "There is no copy of it", True)
    return ListedVersion(*entry_values, copy.path, copy.state, copy.why, True)


def _unpaired(version: str, copy: Copy) -> ListedVersion:
    entry = copy.entry or Entry(version=version)
    entry_values = version, entry.date, entry.author, entry.summary
    return ListedVersion(*entry_values, copy.path, copy.state, copy.why, False)


def open_version(version: ListedVersion) -> Document:
    """Return a published version as a read-only document.

    Raises:
        UnreadableLadder: The version has no readable copy.
    """
    if version.path is None:
        raise UnreadableLadder(Fault(f"There is no copy of version {version.version}"))
    return open_copy(version.path, version.version)
