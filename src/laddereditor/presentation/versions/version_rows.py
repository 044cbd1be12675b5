"""The rows of the Versions view: what was published or committed, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from laddereditor.edits.words import counted
from laddereditor.model.ladder import Ladder
from laddereditor.model.spacing import single_spaced
from laddereditor.storage.files.document import Document
from laddereditor.storage.reading.faults import UnreadableLadder
from laddereditor.storage.versions.copies import State
from laddereditor.storage.versions.former_name import folder_of_former_name, former_words
from laddereditor.storage.versions.listing import ListedVersion, open_version, versions_of

if TYPE_CHECKING:
    from laddereditor.storage.git.history import FileCommit

HEADS = ("Version", "Date", "Author", "What is new", "Holds", "Copy")
_WORDS: dict[State, str] = {
    "intact": "as published",
    "changed": "changed since",
    "unsealed": "not sealed",
    "unreadable": "cannot be read",
    "foreign": "of another ladder",
    "missing": "no copy",
}
_ICONS: dict[State, tuple[str, str]] = {
    "intact": ("check", "accepted"),
    "changed": ("warning", "warning"),
    "unsealed": ("info", "info"),
    "unreadable": ("error", "error"),
    "foreign": ("warning", "warning"),
    "missing": ("info", "text_muted"),
}
_HASH = 8  # digits of a commit that are shown


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A published version or a commit as the view shows it."""

    name: str  # "version 2.0.0", "commit 1a2b3c4d"
    texts: tuple[str, str, str, str, str, str]  # one a column of HEADS
    icon: tuple[str, str]  # of the copy's state, and the role of its colour
    explanation: str
    read: Callable[[], Document] | None  # None if there is nothing to read
    version: ListedVersion | None = None  # None for a commit


@dataclass(frozen=True, slots=True)
class VersionHistory:
    """All that is known of a ladder's earlier states."""

    rows: tuple[VersionRow, ...]
    notice: str = ""  # what could not be found out, in plain words
    former: Path | None = None  # a folder with versions from when the file had another name


def version_history(path: Path, ladder: Ladder) -> VersionHistory:
    """Return the published versions and then the commits of a ladder file. Never raises.

    Reads the copies and the git history, if there is one; call this outside the UI thread.
    """
    # The library that reads git takes its time to load; this is not a moment when a person waits.
    from laddereditor.storage.git.history import NoGitHistory, commits_of

    versions = [row_of(version) for version in versions_of(path, ladder)]
    former = folder_of_former_name(path, ladder)
    notice = f"{former_words(path, former)}." if former else ""
    try:
        found = commits_of(path)
    except NoGitHistory:  # most people have none, and miss nothing
        return VersionHistory(tuple(versions), notice, former)
    commits = [_row_of_commit(path, commit) for commit in found.commits]
    return VersionHistory((*versions, *commits), notice or found.notice, former)


def row_of(version: ListedVersion) -> VersionRow:
    """Return the row of a published version."""
    date = version.date.isoformat() if version.date else ""
    summary = single_spaced(version.summary)
    readable = version.path is not None and version.state != "unreadable"
    holds = _holds(version) if readable else ""
    return VersionRow(
        f"version {version.version}",
        (version.version, date, version.author, summary, holds, _WORDS[version.state]),
        _ICONS[version.state],
        f"{version.why}.",
        partial(open_version, version) if readable else None,
        version,
    )


def _holds(version: ListedVersion) -> str:
    """Return how much a version's copy holds; nothing if it cannot be read."""
    try:
        ladder = open_version(version).ladder
    except UnreadableLadder:
        return ""
    families, profiles = len(ladder.families), sum(len(f.profiles) for f in ladder.families)
    return f"{counted('family', families)}, {counted('profile', profiles)}"


def _row_of_commit(path: Path, commit: "FileCommit") -> VersionRow:
    from laddereditor.storage.git.history import open_commit

    short = commit.hash[:_HASH]
    date = f"{commit.date:%Y-%m-%d}" if commit.date else ""
    words = "deleted the file" if commit.deleted else "commit in git"
    return VersionRow(
        f"commit {short}",
        (short, date, commit.author, commit.subject, "", words),
        ("history", "text_muted"),
        f"Commit {commit.hash} in git.",
        None if commit.deleted else partial(open_commit, path, commit),
    )
