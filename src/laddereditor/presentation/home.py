"""The folder that file dialogs begin in when nothing better is known."""

import tempfile
from pathlib import Path


def home_folder() -> Path:
    """Return the person's home folder, or where files for the moment go if there is none.

    A person has none if HOME is not set and the system does not know the user.
    """
    try:
        home = Path.home()
    except RuntimeError:
        return Path(tempfile.gettempdir())
    return home if home.is_absolute() else Path(tempfile.gettempdir())
