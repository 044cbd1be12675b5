"""The disk access for opening a file, which runs in a job."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from laddereditor.presentation.tree.nodes import builder_of
from laddereditor.session.jobs import JobProgress
from laddereditor.storage.files.folder.document import is_in_files, only_file
from laddereditor.storage.files.folder.finding import part_notice
from laddereditor.storage.files.frozen_copies import is_frozen_copy
from laddereditor.storage.files.ladder_files import OpenedFile, open_ladder
from laddereditor.storage.files.version_folders import version_named
from laddereditor.storage.versions.copies import as_frozen
from laddereditor.storage.versions.pending import complete_interrupted


class FileIsGone(Exception):
    """A file that was open the last time is no longer there."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """What was found where a file is to be opened: an open ladder's file, or one that was read."""

    real: str  # the file that the path leads to
    same: Path | None = None  # the path under which it is open already
    opened: OpenedFile | None = None
    notice: str = ""  # what was done to it, in plain words


def find_and_read(
    path: Path, open_paths: Sequence[Path], progress: JobProgress, *, remembered: bool = False
) -> FoundFile:
    """Read a file, unless it is one of those that are open.

    Args:
        path: The file.
        open_paths: The files of the open ladders.
        progress: Receives the share that was read, and says whether reading is cancelled.
        remembered: Whether the file was open last time, rather than asked for now.

    Returns:
        What was found: the open ladder's path, or the file as it was read.

    Raises:
        UnreadableLadder: The file cannot be read as a ladder.
        Cancelled: Reading was cancelled.
        FileIsGone: A remembered file no longer exists.
    """
    real = os.path.realpath(path)
    same = next((one for one in open_paths if os.path.realpath(one) == real), None)
    if same is not None:
        return FoundFile(real, same)
    if remembered and not Path(real).exists():
        raise FileIsGone
    notice = complete_interrupted(path)  # about a publication that a crash interrupted
    opened = open_ladder(path, progress=progress.report, cancelled=progress.cancelled)
    if only := only_file(opened.document):  # a folder with one file is opened as that file
        return find_and_read(path / only, open_paths, progress, remembered=remembered)
    notice = notice or _part_notice(opened)
    found = frozen_if_copy(opened)
    ladder = found.document.ladder
    builder_of(ladder).build(ladder)  # here, so that the window need not wait for it
    return FoundFile(real, None, found, notice)


def _part_notice(opened: OpenedFile) -> str:
    """Return a notice if a file is one of several of a ladder, "" if it is not."""
    if is_in_files(opened.document) or is_frozen_copy(opened.path):
        return ""
    return part_notice(opened.path, opened.document.ladder)


def frozen_if_copy(opened: OpenedFile) -> OpenedFile:
    """Return a file that was read; a published version as one that cannot be changed."""
    if not is_frozen_copy(opened.path):
        return opened
    return replace(opened, document=as_frozen(opened.document, version_named(opened.path)))
