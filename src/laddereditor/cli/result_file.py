"""The file that a verb writes its result to (`-o OUT`), by one rule for all verbs.

OUT may be a new file or, with `--force`, take the place of a regular file, also through links. It
is never a device, a pipe, a folder, a published version, or a file that the same command reads.
What stood there when the command began is what is replaced: who saves it in the meantime keeps
their save, and the command says so.
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
    SaveFailed,
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
    """Where a result goes, and what stood there when the command began."""

    path: Path
    digest: str  # ABSENT if there was no file
    sources: tuple[Path, ...]  # a new file is no more open than these


def result_file(
    path: Path, inputs: Sequence[Path], *, force: bool, may_be: Path | None = None
) -> ResultFile:
    """Return where a result may be written; to be asked before anything is read.

    `may_be` is the one input that the result may replace unasked. Raises ResultRefused.
    """
    if belongs_to_versions(path):
        raise ResultRefused(f"{path}: is a published version, which stays as it is")
    wanted = may_be is not None and same_file(path, may_be)
    others = [one for one in inputs if not (wanted and may_be and same_file(one, may_be))]
    if any(same_file(path, one) for one in others):
        raise ResultRefused(f"{path}: is read by this command; write to another file")
    digest = _digest(path)
    if digest != ABSENT and not force and not wanted:
        raise ResultRefused(f"{path}: is already there; --force replaces it")
    return ResultFile(path, digest, tuple(inputs))


def write_result(result: ResultFile, data: bytes) -> None:
    """Write a result. Raises ResultRefused; then what stood there is as it was."""
    with _refusing(result):
        save_bytes(result.path, data, result.digest, like=result.sources)


def write_ladder(result: ResultFile, document: Document) -> None:
    """Write a ladder as a result, once it is proven to read back. Raises as `write_result`."""
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


def _digest(path: Path) -> str:
    try:
        return digest_of(read_regular(path, MAX_BYTES))
    except FileNotFoundError:
        return ABSENT
    except (NotRegular, TooLarge) as error:
        why = (error.strerror or "").removeprefix("it ")
        raise ResultRefused(f"{path}: {why}; only a file of usual size is replaced") from error
    except (OSError, ValueError) as error:
        raise ResultRefused(f"{path}: cannot be written: {reason(error)}") from error
