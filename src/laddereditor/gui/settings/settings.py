"""The settings that the program remembers: windows, recent files, looks."""

import json
from pathlib import Path
from threading import Lock, Thread
from typing import cast

from PySide6.QtCore import QByteArray

from laddereditor.bounded import within
from laddereditor.gui.settings.settings_file import (
    FoundSettings,
    SettingsFile,
    SettingsStore,
    usual_store,
)
from laddereditor.presentation.settings.color_scheme import SchemeChoice
from laddereditor.presentation.settings.settings_text import Value

RECENT_LIMIT = 12
_NAMES = {"recent": "The list of recent files", "open": "The list of files that were open"}
_NO_ANSWER = (
    "The settings are neither read nor kept this time, because their disk does not answer. Start "
    "the program again once it does."
)
_PATIENCE = 2.0  # seconds that a start waits for the disk with the settings


class Settings:
    """The stored settings; with a path they are in that INI file, for tests and portable copies.

    They are read once at the start, which waits only briefly for them. Changes are written by a
    separate thread, because the window must not wait for a slow disk.
    """

    def __init__(self, file: Path | None = None, *, patience: float = _PATIENCE) -> None:
        store = SettingsFile(file) if file else usual_store()
        try:
            found = within(patience, store.read, "settings")
        except TimeoutError:
            found = FoundSettings({}, (_NO_ANSWER,), can_keep=False)
        self._begin(found, store if found.can_keep else None)

    @classmethod
    def forgetful(cls) -> "Settings":
        """Return settings that start empty and end with the process, for tests and pictures."""
        settings = cls.__new__(cls)
        settings._begin(FoundSettings({}), None)
        return settings

    def _begin(self, found: FoundSettings, store: SettingsStore | None) -> None:
        self._values, self._unusable, self._store = dict(found.values), found.left_out, store
        self._writing = Lock()  # guards the attributes below
        self._changed: dict[str, Value] = {}
        self._thread: Thread | None = None

    def bytes(self, key: str) -> QByteArray:
        """Return a remembered geometry or layout, empty if there is none."""
        value = self._values.get(key)
        return QByteArray(value) if isinstance(value, bytes) else QByteArray()

    def set_bytes(self, key: str, value: QByteArray) -> None:
        """Remember a geometry or layout."""
        self._set(key, bytes(value.data()))

    def text(self, key: str) -> str:
        """Return a remembered text, empty if there is none."""
        value = self._values.get(key)
        return value if isinstance(value, str) else ""

    def set_text(self, key: str, value: str) -> None:
        """Remember a text."""
        self._set(key, value)

    def paths(self, key: str) -> list[Path]:
        """Return remembered files, newest first; what is not a list of files is left out."""
        return [
            Path(item) for item in self._list(key) or () if isinstance(item, str) and _usable(item)
        ]

    def _list(self, key: str) -> list[object] | None:
        """Return a remembered list, or None if it is not a list."""
        try:
            found = json.loads(str(self._values.get(key, "[]")))
        except (ValueError, RecursionError):
            return None
        return found if isinstance(found, list) else None

    def left_out(self) -> list[str]:
        """Return messages about settings that cannot be used."""
        return list(self._unusable) + [
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
        self._set("zoom", str(value))

    # -- writing ------------------------------------------------------------------------------

    def _set(self, key: str, value: Value) -> None:
        self._values[key] = value
        if self._store is None:
            return
        with self._writing:
            self._changed[key] = value
            if self._thread is None:
                self._thread = Thread(target=self._write, args=(self._store,), name="settings")
                self._thread.start()

    def _write(self, store: SettingsStore) -> None:
        """Write changes until nothing is left to write; called in a thread."""
        while changed := self._take():
            try:
                store.write(changed)
            except OSError:
                self._postpone(changed)
                return

    def _postpone(self, changed: dict[str, Value]) -> None:
        """Write settings that could not be written together with the next change."""
        with self._writing:
            self._changed = changed | self._changed
            self._thread = None

    def _take(self) -> dict[str, Value]:
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


def _usable(path: str) -> bool:
    return bool(path) and "\0" not in path
