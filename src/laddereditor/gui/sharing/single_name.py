"""Where the running program of this user listens. Needs no Qt, so that a start can ask at once."""

import os
import sys
import tempfile
import zlib
from pathlib import Path


def server_name() -> str:
    """Return the name of the socket for this user and display."""
    user = str(os.getuid()) if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    display = os.environ.get("WAYLAND_DISPLAY", "") + "|" + os.environ.get("DISPLAY", "")
    name = f"laddereditor-{user}-{zlib.crc32(display.encode()):08x}"
    if sys.platform == "win32":
        return f"laddereditor-{zlib.crc32(user.encode()):08x}"
    return str(Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()) / name)


def handed_over(paths: list[Path]) -> bool:
    """Give files to the program that runs already; False when this one is to open them."""
    name = server_name()
    if not may_listen(name):
        return False
    from laddereditor.gui.sharing.single import Answer, hand_over

    return hand_over(name, paths) is Answer.UNDONE_OR_SAVED


def may_listen(name: str) -> bool:
    """Whether a program may listen there; False is certain, and costs next to nothing."""
    if sys.platform == "win32":
        return True
    try:
        # What somebody else put in a folder that all can write to is not answered to.
        return Path(name).lstat().st_uid == os.getuid()
    except OSError:
        return False
