"""Why a file could not be read or saved, and what to do, in plain words."""

import errno
from pathlib import Path

_GONE = (
    "its drive or network share does not answer. Connect it again and save once more, or save the "
    "ladder in another place"
)
_USED = "another program uses it. Close that program and save once more"
# Not every system has every name.
_WORDS_BY_NAME = {
    "ENOSPC": "the disk is full. Free some space, or save it in another place",
    "EDQUOT": "your part of the disk is full. Free some space, or save it in another place",
    "EFBIG": "the drive takes no file of this size. Save it in another place",
    "EROFS": "its drive can only be read. Save it in another place",
    "ENAMETOOLONG": "its name is too long for the drive. Save it under a shorter name",
    "EISDIR": "there is a folder of that name. Save it under another name",
    "ENOTDIR": "its folder is gone: a file has that name. Save the ladder in another place",
    "EIO": (
        "the drive reports an error. Is it still connected? Save the ladder once more, or in "
        "another place"
    ),
    **dict.fromkeys(("EBUSY", "ETXTBSY"), _USED),
    **dict.fromkeys(("ENODEV", "ENXIO", "ESTALE", "ETIMEDOUT", "ENOTCONN", "EPIPE"), _GONE),
    **dict.fromkeys(("ENETDOWN", "ENETUNREACH", "EHOSTUNREACH", "EHOSTDOWN", "EREMOTEIO"), _GONE),
    **dict.fromkeys(("ECONNRESET", "ECONNABORTED", "ECONNREFUSED"), _GONE),
}
_WORDS = {
    getattr(errno, name): words for name, words in _WORDS_BY_NAME.items() if hasattr(errno, name)
}


def save_words(target: Path, error: OSError, windows: bool = False) -> str:
    """Return why a file could not be saved."""
    what = f"{target.name} could not be saved"
    if isinstance(error, FileNotFoundError):
        return f"{what}: the folder {target.parent} is gone. Save the ladder in another place"
    if isinstance(error, PermissionError):
        why = reason(error) if not error.errno else "you have no right to write in this folder"
        if windows and error.errno:
            why += ", or another program has the file open"
        return f"{what}: {why}. Save it under another name or in another place"
    if error.errno in _WORDS:
        return f"{what}: {_WORDS[error.errno]}"
    return f"{what}: {reason(error)}. Try again, or save it in another place"


def reason(error: Exception) -> str:
    """Return what the operating system says, as part of a sentence."""
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text[:1].lower() + text[1:]
