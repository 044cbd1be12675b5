"""A commit that touched a ladder file, in plain values."""

import datetime as dt
from dataclasses import dataclass

from dulwich.objects import Commit

from laddereditor.model.spacing import single_spaced

_LONGEST = 500  # characters of a name or a subject that are shown


class NoGitHistory(Exception):
    """No commits can be shown; the message says why, in plain words."""


@dataclass(frozen=True, slots=True)
class FileCommit:
    """One commit that touched a file."""

    hash: str  # 40 hexadecimal digits
    date: dt.datetime | None  # with its author's time zone; None if it cannot be read
    author: str
    subject: str  # the first line of its message
    path: str  # of the file in the checkout then, with "/"
    deleted: bool = False  # it deleted the file, so there is no text


def file_commit(found: Commit, path: bytes, deleted: bool) -> FileCommit:
    """Return a commit in plain values for people, even if its data is malformed.

    Args:
        found: dulwich's commit.
        path: The path of the file in the checkout then, with slashes.
        deleted: Whether the commit deleted the file.
    """
    encoding = (found.encoding or b"utf-8").decode("ascii", "replace")
    author = _text(found.author, encoding).rpartition(" <")
    message = _text(found.message, encoding).strip()
    return FileCommit(
        found.id.decode("ascii"),
        _time(found.author_time, found.author_timezone),
        _line(author[0] or author[2].strip("<>")),
        _line(message.splitlines()[0] if message else ""),
        path.decode("utf-8", "replace"),
        deleted,
    )


def _text(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return data.decode("utf-8", "replace")


def _line(text: str) -> str:
    plain = "".join(char if char.isprintable() else " " for char in text[:_LONGEST])
    return single_spaced(plain)


def _time(seconds: int, zone: int) -> dt.datetime | None:
    try:
        offset = dt.timezone(dt.timedelta(seconds=zone))
        return dt.datetime(1970, 1, 1, tzinfo=dt.UTC).astimezone(offset) + dt.timedelta(
            seconds=seconds
        )
    except (OverflowError, ValueError):
        return None
