"""List the commits that touched a ladder file, and read the file as of each commit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from dulwich.object_store import tree_lookup_path
from dulwich.objects import Blob, Commit, ObjectID

from laddereditor.storage.files.document import Document, read_bytes
from laddereditor.storage.files.system_words import reason
from laddereditor.storage.git.checkout import checkout_of
from laddereditor.storage.git.commit import FileCommit, NoGitHistory
from laddereditor.storage.git.damage import is_damage
from laddereditor.storage.git.sizes import ObjectTooLarge
from laddereditor.storage.git.walking import CommitWalk
from laddereditor.storage.reading.encoding import MAX_BYTES, too_large
from laddereditor.storage.reading.faults import Cancelled, Fault, UnreadableLadder

__all__ = ["FileCommit", "FileCommits", "NoGitHistory", "commits_of", "each_commit", "open_commit"]

LIMIT = 200


@dataclass(frozen=True, slots=True)
class FileCommits:
    """The newest commits that touched a file."""

    commits: tuple[FileCommit, ...]
    more: bool  # whether there are older ones
    notice: str  # why older ones cannot be seen, in plain words; usually ""


def each_commit(path: Path, cancelled: Callable[[], bool] = lambda: False) -> Iterator[FileCommit]:
    """Yield the commits that touched a file, newest first, one by one as they are requested.

    A file that was renamed is followed under its former names.

    Args:
        path: The ladder file.
        cancelled: Says whether the person cancelled the operation.

    Raises:
        NoGitHistory: No commits can be shown; also raised midway if the history is damaged.
        Cancelled: `cancelled` returned True.
    """
    with checkout_of(path) as checkout:
        try:
            yield from CommitWalk(checkout, cancelled).commits()
        except Cancelled:
            raise
        except Exception as error:
            if not is_damage(error):
                raise
            raise NoGitHistory(f"The git history is damaged: {_first_line(error)}") from error


def commits_of(
    path: Path, limit: int = LIMIT, cancelled: Callable[[], bool] = lambda: False
) -> FileCommits:
    """Return the newest commits that touched a file.

    Call this outside the UI thread: a history of many thousand commits takes a while.

    Args:
        path: The ladder file.
        limit: The largest number of commits.
        cancelled: Says whether the person cancelled the operation.

    Raises:
        NoGitHistory: No commits can be shown.
        Cancelled: `cancelled` returned True.
    """
    walk = each_commit(path, cancelled)
    found: list[FileCommit] = []
    notice = ""
    try:
        found.extend(islice(walk, limit + 1))
    except NoGitHistory as damaged:
        if not found:
            raise
        notice = str(damaged)
    more = len(found) > limit
    return FileCommits(tuple(found[:limit]), more, notice or ("" if more else _cut_words(path)))


def _cut_words(path: Path) -> str:
    with checkout_of(path) as checkout:
        if not checkout.shallow:
            return ""
    return "This git checkout holds only the newest part of the history (a shallow clone)"


def open_commit(path: Path, commit: FileCommit) -> Document:
    """Return the document of a file as of a commit, read-only.

    Raises:
        UnreadableLadder: The file was not a readable ladder then.
        NoGitHistory: The commit cannot be read.
    """
    document = read_bytes(_bytes_at(path, commit))
    why = (
        f"This is the ladder as committed to git on {commit.date:%Y-%m-%d}"
        if commit.date
        else "This is the ladder as it was committed to git"
    )
    return replace(document, read_only=f"{why}; it cannot be changed")


def _bytes_at(path: Path, commit: FileCommit) -> bytes:
    if commit.deleted:
        raise UnreadableLadder(Fault("The file was deleted in this commit"))
    with checkout_of(path) as checkout:
        store = checkout.repo.object_store
        try:
            found = store[ObjectID(commit.hash.encode())]
            assert isinstance(found, Commit)
            inside = commit.path.encode("utf-8", "replace")
            blob = store[tree_lookup_path(store.__getitem__, found.tree, inside)[1]]
            assert isinstance(blob, Blob)
        except ObjectTooLarge as error:
            raise UnreadableLadder(too_large(error.size)) from error
        except Exception as error:
            if not is_damage(error):
                raise
            words = "The file's content at that time is not in this git checkout"
            raise UnreadableLadder(Fault(words)) from error
        if blob.raw_length() > MAX_BYTES:
            raise UnreadableLadder(too_large(blob.raw_length()))
        return blob.data


def _first_line(error: Exception) -> str:
    return reason(error)[:200] or type(error).__name__
