"""Ladders with published versions, for tests."""

import datetime as dt
from pathlib import Path

from laddereditor.model.base import evolve
from laddereditor.model.ladder import PublishedVersion as Entry
from laddereditor.storage.files.document import Document, update
from laddereditor.storage.files.ladder_files import open_ladder
from laddereditor.storage.files.version_calls import CALLS, VersionCalls
from laddereditor.storage.versions.freezing import FrozenVersion, freeze
from laddereditor.storage.versions.listing import ListedVersion, versions_of

LADDER = """\
# Ask the board before you change levels.
laddereditor: 1
id: data
name: Data ladder   # the short name
version: 1.0.0
status: draft

tracks:
  - {id: professional, code: P, name: Professional}
levels:
  - id: P1   # entry
    name: Associate
    track: professional

families:
  - id: analysis
    name: Analysis
    profiles: []
history: []
"""


def list_versions(path: Path) -> tuple[ListedVersion, ...]:
    """Return the published versions of the ladder that is in a file."""
    return versions_of(path, open_ladder(path).document.ladder)


def written(folder: Path, text: str = LADDER, name: str = "data.yaml") -> Path:
    """Return a ladder file."""
    path = folder / name
    path.write_bytes(text.encode())
    return path


def entry(version: str, day: str = "2026-11-01", **more: str) -> Entry:
    """Return an entry of a history."""
    said = {"author": "Ann", "summary": f"What {version} brought"} | more
    return Entry(version=version, date=dt.date.fromisoformat(day), **said)


def ready(path: Path, published: Entry) -> tuple[Document, str]:
    """Return a file's document stamped as published, and the digest of the file."""
    opened = open_ladder(path)
    now = opened.document.ladder
    after = evolve(
        now,
        version=published.version,
        status="published",
        history=(published, *now.history),
    )
    return update(opened.document, after), opened.digest


def frozen(
    path: Path, version: str, day: str = "2026-11-01", calls: VersionCalls = CALLS
) -> FrozenVersion:
    """Publish a version of a ladder file."""
    return freeze(path, *ready(path, entry(version, day)), version, calls)


def forced(path: Path, text: str) -> None:
    """Write over a file although it is marked as read-only."""
    path.chmod(0o644)
    path.write_bytes(text.encode())
