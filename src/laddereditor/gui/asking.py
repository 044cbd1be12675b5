"""Questions to the person, as a Protocol: the window asks by dialogs, tests answer at once."""

from pathlib import Path
from typing import Literal, Protocol

SaveAnswer = Literal["save", "discard", "cancel"]


class Asker(Protocol):
    """Everything the program may ask. Each method returns a value; None means cancelled."""

    def files_to_open(self, folder: Path) -> list[Path]:
        """Ask which ladder files to open."""

    def file_to_save(self, proposal: Path) -> Path | None:
        """Ask where to save; overwriting was confirmed."""

    def page_to_import(self, folder: Path) -> Path | None:
        """Ask which page file to import."""

    def save_changes(self, names: list[str]) -> SaveAnswer:
        """Ask what to do with unsaved changes in the ladders named."""

    def choose(self, title: str, text: str, choices: list[tuple[str, str]]) -> str | None:
        """Ask to choose one of `choices` (value, words); returns the value."""

    def line(self, title: str, label: str, value: str = "") -> str | None:
        """Ask for one line of text."""

    def paragraph(self, title: str, label: str, value: str = "") -> str | None:
        """Ask for longer text."""

    def tell(self, title: str, text: str, details: str = "") -> None:
        """Tell something that must not be missed; `details` can be opened and copied."""

    def confirm(self, title: str, text: str, action: str) -> bool:
        """Ask whether to go on; `action` is the word on the button."""
