"""What the operating system says of a failed call, in the program's own language.

The system answers in the language of the person's account, in the midst of an English sentence;
and its nouns must not lose their capitals.
"""

import errno
import os

_WORDS_BY_NAME = {
    "EACCES": "permission denied",
    "EBUSY": "another program uses it",
    "EDQUOT": "no space left in your part of the disk",
    "EEXIST": "there is something of that name already",
    "EIO": "its drive reports an error",
    "EISDIR": "it is a folder",
    "ELOOP": "its links lead in a circle",
    "EMFILE": "too many files are open",
    "ENAMETOOLONG": "its name is too long",
    "ENOENT": "no such file or folder",
    "ENOSPC": "no space left on its drive",
    "ENOTDIR": "its folder is a file",
    "EPERM": "operation not permitted",
    "EROFS": "its drive can only be read",
    "ESTALE": "its network share does not answer",
    "ETIMEDOUT": "its drive does not answer",
}
# Not every system has every name.
_WORDS = {
    getattr(errno, name): words for name, words in _WORDS_BY_NAME.items() if hasattr(errno, name)
}


def reason(error: Exception) -> str:
    """Return why a call failed, as part of a sentence; words that the program gave are kept."""
    if not isinstance(error, OSError) or not error.strerror:
        return _as_part(str(error))
    words = _WORDS.get(error.errno or 0)
    return words if words and _is_of_system(error) else _as_part(error.strerror)


def _is_of_system(error: OSError) -> bool:
    return error.errno is not None and error.strerror == os.strerror(error.errno)


def _as_part(text: str) -> str:
    return text[:1].lower() + text[1:]
