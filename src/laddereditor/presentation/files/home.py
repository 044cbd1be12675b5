"""The folder in which file dialogs start if no other is known."""

import tempfile
from pathlib import Path


def home_folder() -> Path:
    """Return the person's home folder, or the folder for temporary files if there is none.

    A person has none if HOME is not set and the system does not know the user.
    """
    try:
        home = Path.home()
    except RuntimeError:
        return Path(tempfile.gettempdir())
    return home if home.is_absolute() else Path(tempfile.gettempdir())
