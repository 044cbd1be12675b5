"""The files of the settings, which are validated on reading and written outside the UI thread.

Qt's QSettings waits for the disk several times with each write, and blocks every other thread of
the program while it waits; it follows links, and hangs at a pipe.
"""

import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtCore import QStandardPaths

from laddereditor.presentation.settings.settings_text import Value, values_of, with_values
from laddereditor.regular_files import NotRegular, TooLarge, read_regular

_NAME = "laddereditor"
_MAX_BYTES = 10_000_000
_WAIT = 2.0  # seconds for another program that writes the same settings
_UNFINISHED = r"\.\w{8}\.tmp"  # what follows the name in a file that was not put in place


class FoundSettings(NamedTuple):
    """The settings that were read."""

    values: Mapping[str, Value]
    left_out: tuple[str, ...] = ()  # what cannot be used, in sentences for people
    can_keep: bool = True


class SettingsStore(Protocol):
    """Where the values are kept."""

    def read(self) -> FoundSettings:
        """Return the stored values."""

    def write(self, changed: Mapping[str, Value]) -> None:
        """Store values, and keep those of other programs. Raises OSError."""


class SettingsFile:
    """An INI file; values that are missing in it are looked up in fallback files."""

    def __init__(self, path: Path, *behind: Path) -> None:
        self._path, self._behind = path, behind

    def read(self) -> FoundSettings:
        """Return the values of all files; anything but a regular file is skipped and reported."""
        values: dict[str, Value] = {}
        notices: list[str] = []
        for file in reversed(self._behind):
            try:
                values |= _values_in(file)
            except (NotRegular, TooLarge) as error:
                notices.append(f"The settings in {file} were left out: {error.strerror}.")
        try:
            own = _values_in(self._path)
        except (NotRegular, TooLarge) as error:
            why = f"of {self._path}, {error.strerror}"
            return FoundSettings(
                {}, (f"The settings are neither read nor kept: {why}.", *notices), False
            )
        is_link = _is_link(self._path)
        if is_link:
            notices.append(f"Changed settings are not kept, because {self._path} is a link.")
        return FoundSettings(values | own, tuple(notices), not is_link)

    def write(self, changed: Mapping[str, Value]) -> None:
        """Replace the file by one with the new values; only one program at a time does so."""
        from laddereditor.storage.files.guard import Busy, exclusive
        from laddereditor.storage.files.program import this_program
        from laddereditor.storage.files.whole_file import replace_whole

        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            with exclusive(self._path, this_program(), wait=_WAIT):
                self._remove_unfinished()
                replace_whole(self._path, self._with(changed))
        except Busy as busy:
            raise BlockingIOError(0, str(busy), str(self._path)) from busy

    def _with(self, changed: Mapping[str, Value]) -> bytes:
        try:
            data = read_regular(self._path, _MAX_BYTES, ours=True)
        except FileNotFoundError:
            data = b""
        else:
            if not os.access(self._path, os.W_OK):
                raise PermissionError(0, "the file is marked as read-only", str(self._path))
        text = with_values(data.decode("utf-8", "surrogateescape"), changed)
        return text.encode("utf-8", "surrogateescape")

    def _remove_unfinished(self) -> None:
        """Remove the partly written file of a program that crashed; no other program is writing."""
        start = self._path.name[:100]
        for file in self._path.parent.iterdir():
            if file.name.startswith(start) and re.fullmatch(_UNFINISHED, file.name[len(start) :]):
                with suppress(OSError):
                    file.unlink()


def _is_link(path: Path) -> bool:
    try:
        return path.is_symlink()
    except OSError:  # it cannot be read either
        return False


def _values_in(file: Path) -> dict[str, Value]:
    """Return the values in a file, none if it cannot be read. Raises NotRegular or TooLarge."""
    try:
        data = read_regular(file, _MAX_BYTES)
    except (NotRegular, TooLarge):
        raise
    except OSError:  # they do not exist yet, or the program does without them
        return {}
    return values_of(data.decode("utf-8", "replace"))


class SystemStore:
    """The settings store of macOS and Windows, which needs no files and does not block."""

    def read(self) -> FoundSettings:
        """Return all values."""
        from PySide6.QtCore import QByteArray, QSettings

        store = QSettings(_NAME, _NAME)
        found = {key: store.value(key) for key in store.allKeys()}
        return FoundSettings(
            {
                key: bytes(value.data()) if isinstance(value, QByteArray) else str(value)
                for key, value in found.items()
            }
        )

    def write(self, changed: Mapping[str, Value]) -> None:
        """Store values."""
        from PySide6.QtCore import QByteArray, QSettings

        store = QSettings(_NAME, _NAME)
        for key, value in changed.items():
            store.setValue(key, QByteArray(value) if isinstance(value, bytes) else value)
        store.sync()


def usual_store() -> SettingsStore:
    """Return the store of this user's settings.

    Settings of all programs by this maker, and those for all users, are fallbacks, as in QSettings.
    """
    if sys.platform in ("win32", "darwin"):
        return SystemStore()
    where = QStandardPaths.StandardLocation.GenericConfigLocation
    folders = [QStandardPaths.writableLocation(where), *QStandardPaths.standardLocations(where)]
    names = (f"{_NAME}/{_NAME}.conf", f"{_NAME}.conf")
    return SettingsFile(
        *dict.fromkeys(Path(folder, name) for folder in folders if folder for name in names)
    )
