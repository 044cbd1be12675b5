"""The published versions beside an open ladder, for menus and lists."""

from contextlib import suppress
from pathlib import Path

from laddereditor.session.session import Session
from laddereditor.storage.versions.places import copies_in, versions_folder
from laddereditor.storage.versions.semver import SemVer, parse_version

_MOST = 12  # versions that a menu offers, the newest


def versions_beside(session: Session) -> list[tuple[str, Path]]:
    """Return the published versions that stand beside a session's file, the newest first."""
    if session.path is None:
        return []
    found: dict[str, Path] = {}
    with suppress(OSError):
        found = dict(copies_in(versions_folder(session.path)))
    order = sorted(found.items(), key=lambda item: _number(item[0]), reverse=True)
    return order[:_MOST]


def _number(version: str) -> SemVer:
    return parse_version(version) or SemVer(0, 0, 0)
