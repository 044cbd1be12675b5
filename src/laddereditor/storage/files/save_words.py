"""Explain why a file could not be read or saved, and what to do."""

import errno
import os
from pathlib import Path

from laddereditor.storage.files.system_words import reason

_SAVE = "save it in another place"
WRITE_REPORT = "name another file with -o"  # what to do if a report could not be written
_GONE = "its drive or network share does not answer. Connect it again and try again, or {elsewhere}"
_USED = "another program uses it. Close that program and try again"
# Not every system defines every name.
_WORDS_BY_NAME = {
    "ENOSPC": "the disk is full. Free some space, or {elsewhere}",
    "EDQUOT": "your quota of the disk is used up. Free some space, or {elsewhere}",
    "EFBIG": "the drive does not accept files of this size. {Elsewhere}",
    "EROFS": "its drive is read-only. {Elsewhere}",
    "ENAMETOOLONG": "its name is too long for the drive. Save it under a shorter name",
    "EISDIR": "there is a folder with that name. Save it under another name",
    "ENOTDIR": "its folder is gone: a file has its name. {Elsewhere}",
    "EIO": ("the drive reports an error. Is it still connected? Try again, or {elsewhere}"),
    **dict.fromkeys(("EBUSY", "ETXTBSY"), _USED),
    **dict.fromkeys(("ENODEV", "ENXIO", "ESTALE", "ETIMEDOUT", "ENOTCONN", "EPIPE"), _GONE),
    **dict.fromkeys(("ENETDOWN", "ENETUNREACH", "EHOSTUNREACH", "EHOSTDOWN", "EREMOTEIO"), _GONE),
    **dict.fromkeys(("ECONNRESET", "ECONNABORTED", "ECONNREFUSED"), _GONE),
}
_WORDS = {
    getattr(errno, name): words for name, words in _WORDS_BY_NAME.items() if hasattr(errno, name)
}


def save_words(target: Path, error: OSError, windows: bool = False, elsewhere: str = _SAVE) -> str:
    """Return why a file could not be saved and what to do.

    Args:
        target: The file.
        error: What the system reported.
        windows: Whether the system is Windows.
        elsewhere: What to do if the cause cannot be removed.
    """
    what = f"{target.name} could not be saved"
    then = elsewhere[:1].upper() + elsewhere[1:]
    if isinstance(error, FileNotFoundError):
        return f"{what}: the folder {os.path.realpath(target.parent)} is gone. {then}"
    if isinstance(error, PermissionError):
        why = reason(error) if not error.errno else "you have no right to write in this folder"
        if windows and error.errno:
            why += ", or another program has the file open"
        if elsewhere == _SAVE:
            then = "Save it under another name or in another place"
        return f"{what}: {why}. {then}"
    if error.errno in _WORDS:
        words = _WORDS[error.errno].replace("{elsewhere}", elsewhere).replace("{Elsewhere}", then)
        return f"{what}: {words}"
    return f"{what}: {reason(error)}. Try again, or {elsewhere}"
