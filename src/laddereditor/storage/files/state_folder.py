"""The folder for the program's own data: the recoveries and backups of this user."""

import os
from pathlib import Path

import platformdirs

from laddereditor.storage.files.system_words import reason

OVERRIDE = "LADDEREDITOR_STATE"  # environment variable that names another folder


class NoStateFolder(Exception):
    """The folder cannot be written; the message is a notice for people, and work continues."""


def state_folder(name: str = "") -> Path:
    """Return the state folder, or a folder inside it such as "recoveries"; create it if needed.

    Raises:
        NoStateFolder: It cannot be used; then unsaved work is not kept for a crash, and everything
            else works.
    """
    folder = state_place(name)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            raise PermissionError(0, "you have no right to write there")
    except (OSError, ValueError) as error:
        raise NoStateFolder(
            f"Unsaved work is not kept in case of a crash: the folder {folder} cannot be used "
            f"({reason(error)})"
        ) from error
    return folder


def state_place(name: str = "") -> Path:
    """Return the path of the state folder, or of a folder inside it, without creating it.

    Raises:
        NoStateFolder: The home folder of the user is unknown.
    """
    return _place() / name if name else _place()


def _place() -> Path:
    override = os.environ.get(OVERRIDE)
    if override:
        return Path(override).absolute()
    try:
        place = platformdirs.user_state_path("laddereditor", appauthor=False)
    except RuntimeError:
        place = Path()
    if not place.is_absolute():  # "~" stays unexpanded if the home folder is unknown
        raise NoStateFolder(
            "Unsaved work is not kept in case of a crash, because your home folder is "
            f"unknown. Set HOME, or {OVERRIDE} to a folder for it"
        )
    return place
