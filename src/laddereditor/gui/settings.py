"""What the program remembers between starts: windows, recent files, looks."""

import json
from pathlib import Path
from typing import cast

from PySide6.QtCore import QByteArray, QSettings, QTemporaryDir

from laddereditor.gui.theme import SchemeChoice

RECENT_LIMIT = 12


class Settings:
    """The remembered values; a path to an INI file keeps tests and portable copies apart."""

    def __init__(self, file: Path | None = None) -> None:
        self._folder: QTemporaryDir | None = None
        self._store = (
            QSettings(str(file), QSettings.Format.IniFormat)
            if file
            else QSettings("laddereditor", "laddereditor")
        )

    @classmethod
    def forgetful(cls) -> "Settings":
        """Return settings that start empty and end with the process, for tests and pictures."""
        folder = QTemporaryDir()
        settings = cls(Path(folder.filePath("settings.ini")))
        settings._folder = folder  # removed with the settings
        return settings

    def bytes(self, key: str) -> QByteArray:
        """Return a remembered geometry or layout, empty if there is none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_bytes(self, key: str, value: QByteArray) -> None:
        """Remember a geometry or layout."""
        self._store.setValue(key, value)

    def text(self, key: str) -> str:
        """Return a remembered text, empty if there is none."""
        return str(self._store.value(key, ""))

    def set_text(self, key: str, value: str) -> None:
        """Remember a text."""
        self._store.setValue(key, value)

    def paths(self, key: str) -> list[Path]:
        """Return remembered files, newest first."""
        text = str(self._store.value(key, "[]"))
        try:
            found = json.loads(text)
        except ValueError:
            return []
        return [Path(item) for item in found if isinstance(item, str)]

    def set_paths(self, key: str, paths: list[Path]) -> None:
        """Remember files."""
        self._store.setValue(key, json.dumps([str(path) for path in paths]))

    def add_recent(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        rest = [old for old in self.paths("recent") if old != path]
        self.set_paths("recent", [path, *rest][:RECENT_LIMIT])

    @property
    def scheme(self) -> SchemeChoice:
        """The colour scheme asked for."""
        value = str(self._store.value("scheme", "system"))
        return cast("SchemeChoice", value) if value in ("system", "light", "dark") else "system"

    @scheme.setter
    def scheme(self, value: SchemeChoice) -> None:
        self._store.setValue("scheme", value)

    @property
    def zoom(self) -> int:
        """Steps the text is larger (or smaller) than the platform's."""
        try:
            return max(-4, min(10, int(str(self._store.value("zoom", 0)))))
        except ValueError:
            return 0

    @zoom.setter
    def zoom(self, value: int) -> None:
        self._store.setValue("zoom", value)

    def sync(self) -> None:
        """Write what is remembered to disk now."""
        self._store.sync()
