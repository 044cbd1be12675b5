"""Where the running program of this user listens; without Qt, so that a start can ask at once."""

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


def may_listen(name: str) -> bool:
    """Whether a program may be listening there; False is certain, and quick to determine."""
    if sys.platform == "win32":
        return True
    try:
        # A socket that somebody else put into a world-writable folder is ignored.
        return Path(name).lstat().st_uid == os.getuid()
    except OSError:
        return False
