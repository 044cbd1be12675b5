"""What the program remembers between starts: windows, recent files, looks."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread
from typing import cast

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from laddereditor.gui.theme import SchemeChoice
from laddereditor.regular_files import NotRegular, TooLarge, read_regular

RECENT_LIMIT = 12
_NAMES = {"recent": "The list of recent files", "open": "The list of files that were open"}
_MAX_BYTES = 10_000_000


class Settings:
    """The remembered values; a path to an INI file keeps tests and portable copies apart.

    They are read once, at the start. What changes is written by a thread of its own: the disk may
    take its time, and the window must not wait for it.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._open: Callable[[], QSettings] | None = lambda: (
            QSettings(str(file), QSettings.Format.IniFormat)
            if file
            else QSettings("laddereditor", "laddereditor")
        )
        self._values: dict[str, object] = {}
        self._unusable = _why_unusable(file or _usual_file())
        if self._unusable:
            self._open = None
        else:
            store = self._open()
            self._values = {key: store.value(key) for key in store.allKeys()}
        self._begin()

    @classmethod
    def forgetful(cls) -> "Settings":
        """Return settings that start empty and end with the process, for tests and pictures."""
        settings = cls.__new__(cls)
        settings._open, settings._values, settings._unusable = None, {}, ""
        settings._begin()
        return settings

    def _begin(self) -> None:
        self._writing = Lock()  # guards what follows
        self._changed: dict[str, object] = {}
        self._thread: Thread | None = None

    def bytes(self, key: str) -> QByteArray:
        """Return a remembered geometry or layout, empty if there is none."""
        value = self._values.get(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_bytes(self, key: str, value: QByteArray) -> None:
        """Remember a geometry or layout."""
        self._set(key, value)

    def text(self, key: str) -> str:
        """Return a remembered text, empty if there is none."""
        return str(self._values.get(key, ""))

    def set_text(self, key: str, value: str) -> None:
        """Remember a text."""
        self._set(key, value)

    def paths(self, key: str) -> list[Path]:
        """Return remembered files, newest first; what is no list of files is left out."""
        return [
            Path(item) for item in self._list(key) or () if isinstance(item, str) and _usable(item)
        ]

    def _list(self, key: str) -> list[object] | None:
        """Return a remembered list, None for what is none."""
        try:
            found = json.loads(str(self._values.get(key, "[]")))
        except (ValueError, RecursionError):
            return None
        return found if isinstance(found, list) else None

    def left_out(self) -> list[str]:
        """Return what is remembered and cannot be used, in sentences for people."""
        return [self._unusable] * bool(self._unusable) + [
            f"{name} could not be read whole, and what is wrong in it was left out."
            for key, name in _NAMES.items()
            if (found := self._list(key)) is None
            or not all(isinstance(item, str) and _usable(item) for item in found)
        ]

    def set_paths(self, key: str, paths: list[Path]) -> None:
        """Remember files."""
        self._set(key, json.dumps([str(path) for path in paths]))

    def add_recent(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        rest = [old for old in self.paths("recent") if old != path]
        self.set_paths("recent", [path, *rest][:RECENT_LIMIT])

    @property
    def scheme(self) -> SchemeChoice:
        """The colour scheme asked for."""
        value = str(self._values.get("scheme", "system"))
        return cast("SchemeChoice", value) if value in ("system", "light", "dark") else "system"

    @scheme.setter
    def scheme(self, value: SchemeChoice) -> None:
        self._set("scheme", value)

    @property
    def zoom(self) -> int:
        """Steps the text is larger (or smaller) than the platform's."""
        try:
            return max(-4, min(10, int(str(self._values.get("zoom", 0)))))
        except ValueError:
            return 0

    @zoom.setter
    def zoom(self, value: int) -> None:
        self._set("zoom", value)

    # -- writing ------------------------------------------------------------------------------

    def _set(self, key: str, value: object) -> None:
        self._values[key] = value
        if self._open is None:
            return
        with self._writing:
            self._changed[key] = value
            if self._thread is None:
                self._thread = Thread(target=self._write, name="settings")
                self._thread.start()

    def _write(self) -> None:
        """Write what changed until nothing is left to be written; in a thread."""
        while self._open is not None and (changed := self._take()):
            store = self._open()
            for key, value in changed.items():
                store.setValue(key, value)
            store.sync()

    def _take(self) -> dict[str, object]:
        with self._writing:
            changed, self._changed = self._changed, {}
            if not changed:
                self._thread = None
            return changed

    def wait(self) -> None:
        """Wait until everything is written."""
        thread = self._thread
        if thread is not None:
            thread.join()


def _usual_file() -> Path | None:
    """Return where Qt keeps the settings; None on systems that have no file for them."""
    if sys.platform in ("win32", "darwin"):
        return None
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(place) / "laddereditor" / "laddereditor.conf"


def _why_unusable(file: Path | None) -> str:
    """Return why the settings cannot be read, so that Qt is not let near them; usually ""."""
    try:
        if file is not None:
            read_regular(file, _MAX_BYTES)
    except (NotRegular, TooLarge) as error:
        return f"The settings are neither read nor kept: of {file}, {error.strerror}."
    except OSError:
        return ""  # there are none yet, or Qt does without them as well
    return ""


def _usable(path: str) -> bool:
    return bool(path) and "\0" not in path
