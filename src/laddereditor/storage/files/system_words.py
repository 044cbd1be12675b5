"""The reasons of failed system calls, in the program's own language.

The system's own messages are in the language of the user's account, which would be mixed into an
English sentence; and the capitals of its nouns must not be lost.
"""

import errno
import os

_WORDS_BY_NAME = {
    "EACCES": "permission denied",
    "EBUSY": "another program uses it",
    "EDQUOT": "your quota of the disk is used up",
    "EEXIST": "something with that name already exists",
    "EIO": "its drive reports an error",
    "EISDIR": "it is a folder",
    "ELOOP": "its links form a circle",
    "EMFILE": "too many files are open",
    "ENAMETOOLONG": "its name is too long",
    "ENOENT": "no such file or folder",
    "ENOSPC": "no space left on its drive",
    "ENOTDIR": "its folder is a file",
    "EPERM": "operation not permitted",
    "EROFS": "its drive is read-only",
    "ESTALE": "its network share does not answer",
    "ETIMEDOUT": "its drive does not answer",
}
# Not every system defines every name.
_WORDS = {
    getattr(errno, name): words for name, words in _WORDS_BY_NAME.items() if hasattr(errno, name)
}


def reason(error: Exception) -> str:
    """Return why a call failed, as part of a sentence; the program's own messages are kept."""
    if not isinstance(error, OSError) or not error.strerror:
        return _as_part(str(error))
    words = _WORDS.get(error.errno or 0)
    return words if words and _is_of_system(error) else _as_part(error.strerror)


def _is_of_system(error: OSError) -> bool:
    return error.errno is not None and error.strerror == os.strerror(error.errno)


def _as_part(text: str) -> str:
    return text[:1].lower() + text[1:]
