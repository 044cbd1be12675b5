"""The file that a verb writes its result to (`-o OUT`), by one rule for all verbs.

OUT may be a new file or, with `--force`, replace a regular file, also through links. It is never a
device, a pipe, a folder, a published version, or a file that the same command reads. Only the
content that OUT had when the command began is replaced: if somebody else saves the file in the
meantime, their content stays and the command says so.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from laddereditor.regular_files import NotRegular, TooLarge, read_regular
from laddereditor.storage.files.document import Document
from laddereditor.storage.files.frozen_copies import belongs_to_versions
from laddereditor.storage.files.ladder_files import (
    ABSENT,
    SYSTEM,
    ChangedOnDisk,
    NoLadderInFolder,
    SaveFailed,
    digest_at,
    digest_of,
    save_bytes,
    save_ladder,
)
from laddereditor.storage.files.same_file import same_file
from laddereditor.storage.files.save_words import WRITE_REPORT, save_words
from laddereditor.storage.files.system_words import reason
from laddereditor.storage.reading.encoding import MAX_BYTES


class ResultRefused(Exception):
    """The result cannot be written there; the message says why, after the program's name."""


@dataclass(frozen=True, slots=True)
class ResultFile:
    """The path of a result, and the state of the file when the command began."""

    path: Path
    digest: str  # ABSENT if there was no file
    sources: tuple[Path, ...]  # a new file's permissions do not exceed those of these files


def result_file(
    path: Path, inputs: Sequence[Path], *, force: bool, may_be: Path | None = None
) -> ResultFile:
    """Return where a result may be written; call this before anything is read.

    Args:
        path: The file named by `-o`.
        inputs: The files that the command reads.
        force: Whether an existing file may be replaced.
        may_be: The one input that the result may replace without `force`.

    Raises:
        ResultRefused: The file must not be written.
    """
    if belongs_to_versions(path):
        raise ResultRefused(f"{path}: is a published version, which never changes")
    wanted = may_be is not None and same_file(path, may_be)
    others = [one for one in inputs if not (wanted and may_be and same_file(one, may_be))]
    if any(same_file(path, one) for one in others):
        raise ResultRefused(f"{path}: is read by this command; write to another file")
    digest = _digest(path, may_be_folder=wanted)
    if digest != ABSENT and not force and not wanted:
        raise ResultRefused(f"{path}: exists already; --force replaces it")
    return ResultFile(path, digest, tuple(inputs))


def write_result(result: ResultFile, data: bytes) -> None:
    """Write a result.

    Raises:
        ResultRefused: The file cannot be written; it is unchanged.
    """
    with _refusing(result):
        save_bytes(result.path, data, result.digest, like=result.sources)


def write_ladder(result: ResultFile, document: Document) -> None:
    """Write a ladder as a result, after verifying that it reads back.

    Raises:
        ResultRefused: The file cannot be written; it is unchanged.
    """
    with _refusing(result):
        save_ladder(result.path, document, result.digest, like=result.sources)


@contextmanager
def _refusing(result: ResultFile) -> Iterator[None]:
    try:
        yield
    except SaveFailed as failed:
        cause, words = failed.__cause__, str(failed)
        if isinstance(cause, OSError):
            words = save_words(result.path, cause, SYSTEM.is_windows, WRITE_REPORT)
        raise ResultRefused(words) from failed
    except ChangedOnDisk as changed:
        words = f"{result.path}: somebody else wrote it while this command ran"
        raise ResultRefused(f"{words}, so it was left alone. Run the command again") from changed


def _digest(path: Path, *, may_be_folder: bool) -> str:
    """Return the digest of what a result would replace, ABSENT if there is nothing."""
    try:
        return digest_at(path) if may_be_folder else digest_of(read_regular(path, MAX_BYTES))
    except NoLadderInFolder as error:
        raise ResultRefused(f"{path}: is a folder without a ladder") from error
    except FileNotFoundError:
        return ABSENT
    except (NotRegular, TooLarge) as error:
        why = (error.strerror or "").removeprefix("it ")
        raise ResultRefused(f"{path}: {why}. Name another file with -o") from error
    except (OSError, ValueError) as error:
        raise ResultRefused(f"{path}: cannot be written: {reason(error)}") from error
