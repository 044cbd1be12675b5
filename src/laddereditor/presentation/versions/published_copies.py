"""The published versions beside an open ladder, for menus and lists."""

from contextlib import suppress
from pathlib import Path

from laddereditor.model.semver import SemVer, parse_version
from laddereditor.storage.files.version_folders import copies_in, versions_folder

_MAXIMUM = 12  # versions that a menu offers, the newest


def published_copies(path: Path) -> list[tuple[str, Path]]:
    """Return the published versions beside a ladder's file, newest first.

    To be called in a job. Never raises.
    """
    found: dict[str, Path] = {}
    with suppress(OSError):
        found = dict(copies_in(versions_folder(path)))
    order = sorted(found.items(), key=lambda item: _number(item[0]), reverse=True)
    return order[:_MAXIMUM]


def _number(version: str) -> SemVer:
    return parse_version(version) or SemVer(0, 0, 0)
