"""Read the files of a folder as one ladder."""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from laddereditor.model.counting import plural
from laddereditor.storage.files.document import read_bytes
from laddereditor.storage.files.folder.document import DocumentFile, FolderDocument
from laddereditor.storage.files.folder.joining import joined
from laddereditor.storage.files.folder.journal import finish, is_saving
from laddereditor.storage.files.folder.listing import yaml_files
from laddereditor.storage.files.folder_anchor import FOLDER_ENDING
from laddereditor.storage.files.guard import Busy, exclusive
from laddereditor.storage.files.one_file import digest_of, read_ladder_file
from laddereditor.storage.files.program import this_program
from laddereditor.storage.files.system_calls import SYSTEM
from laddereditor.storage.reading.encoding import MAX_BYTES, decode, too_large
from laddereditor.storage.reading.faults import Cancelled, Fault, UnreadableLadder
from laddereditor.storage.reading.report import MAX_FAULTS

_HEADER = re.compile(r"""^\{?\s*["']?laddereditor["']?\s*:""", re.MULTILINE)
_WORD = b"laddereditor"
_NAMED = 3  # files that a notice names


@dataclass(frozen=True, slots=True)
class FolderBytes:
    """The bytes of the files of a folder that belong to a ladder, by their paths in it."""

    files: dict[str, bytes]
    others: tuple[str, ...] = ()  # YAML files that belong to none

    @property
    def digest(self) -> str:
        """The digest that identifies this state of the folder."""
        lines = (f"{digest_of(data)} {name}\n" for name, data in self.files.items())
        return digest_of("".join(lines).encode("utf-8", "surrogateescape"))


def folder_bytes(folder: Path, cancelled: Callable[[], bool] | None = None) -> FolderBytes:
    """Return the bytes of the ladder files of a folder.

    Args:
        folder: The folder.
        cancelled: Says whether the person cancelled the operation.

    Raises:
        UnreadableLadder: The folder, or a file that may belong to the ladder, cannot be read.
        Cancelled: `cancelled` returned True.
    """
    names, irregular = yaml_files(folder)
    found: dict[str, bytes] = {}
    others, faults, size = list(irregular), [], 0
    for name in names:
        if cancelled and cancelled():
            raise Cancelled
        try:
            data = read_ladder_file(folder / name)
        except UnreadableLadder as error:
            faults += _in_file(name, error.faults)
            continue
        if not _is_part(data):
            others.append(name)
            continue
        found[name] = data
        size += len(data)
        if size > MAX_BYTES:
            raise UnreadableLadder(too_large(size))
    if faults:
        raise UnreadableLadder(*faults)
    return FolderBytes(found, tuple(others))


def _settled_bytes(folder: Path, cancelled: Callable[[], bool] | None) -> FolderBytes:
    """Return the bytes of a folder in which no save is in progress or was interrupted."""
    _finish_saving(folder)
    read = folder_bytes(folder, cancelled)
    if is_saving(folder):  # somebody started to save while it was read
        _finish_saving(folder)
        read = folder_bytes(folder, cancelled)
    return read


def _finish_saving(folder: Path) -> None:
    """Wait for a program that is saving a folder, and finish an interrupted save."""
    if not is_saving(folder):
        return
    try:
        with suppress(OSError), exclusive(folder, this_program()):
            finish(Path(os.path.realpath(folder)), SYSTEM)
    except Busy as busy:
        raise UnreadableLadder(Fault(str(busy))) from busy


def _is_part(data: bytes) -> bool:
    """Whether a file says that it is a ladder; one that cannot be decoded may be one too."""
    if _WORD not in data.replace(b"\0", b""):
        return False
    try:
        text, _ = decode(data)
    except UnreadableLadder:
        return True
    return bool(_HEADER.search(text))


def read_folder(
    folder: Path,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[FolderDocument, str]:
    """Read the files of a folder as one ladder.

    Args:
        folder: The folder.
        progress: Is called with the share of the texts that was read, from 0 to 1.
        cancelled: Says whether the person cancelled the operation.

    Returns:
        The document, and the digest of this state of the folder.

    Raises:
        UnreadableLadder: The folder holds no ladder, or a file of it has faults.
        Cancelled: `cancelled` returned True.
    """
    if folder.name.casefold().endswith(FOLDER_ENDING):
        words = f"The folder {folder.name} holds published versions of a ladder. Open one of them"
        raise UnreadableLadder(Fault(words))
    read = _settled_bytes(folder, cancelled)
    if not read.files:
        raise UnreadableLadder(
            Fault(
                f"There is no ladder in the folder {folder.name}. A ladder file ends with .yaml "
                "and begins with 'laddereditor: 1'"
            )
        )
    return document_of(read, folder.name, progress, cancelled), read.digest


def document_of(
    read: FolderBytes,
    name: str,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> FolderDocument:
    """Return the document of the bytes of a folder.

    Args:
        read: The bytes of its files.
        name: The name of the folder.
        progress: Is called with the share of the texts that was read, from 0 to 1.
        cancelled: Says whether the person cancelled the operation.

    Raises:
        UnreadableLadder: The files are no ladder; the error lists every fault of every file.
        Cancelled: `cancelled` returned True.
    """
    whole = max(sum(map(len, read.files.values())), 1)
    files: list[DocumentFile] = []
    faults: list[Fault] = []
    done = 0
    for file, data in read.files.items():
        try:
            shown = _share(progress, done / whole, len(data) / whole)
            files.append(DocumentFile(file, read_bytes(data, shown, cancelled)))
        except UnreadableLadder as error:
            faults += _in_file(file, error.faults)
        done += len(data)
    if faults:
        raise UnreadableLadder(*faults[:MAX_FAULTS])
    return _document(files, _notices(files, read.others), name)


def _document(files: Sequence[DocumentFile], notices: tuple[str, ...], name: str) -> FolderDocument:
    documents = [one.document for one in files]
    older = [one.upgraded_from for one in documents if one.upgraded_from is not None]
    return FolderDocument(
        joined(files, name),
        (),
        read_only=next((one.read_only for one in documents if one.read_only), ""),
        notices=notices,
        upgraded_from=min(older, default=None),
        files=tuple(files),
    )


def _notices(files: Iterable[DocumentFile], others: Sequence[str]) -> tuple[str, ...]:
    """Return what people should know of a folder that was read.

    Args:
        files: The files of the ladder.
        others: The YAML files that are not part of it.
    """
    notices = tuple(dict.fromkeys(each for one in files for each in one.document.notices))
    if not others:
        return notices
    named = ", ".join(others[:_NAMED])
    more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    what = plural(len(others), "other YAML file")
    are = "is" if len(others) == 1 else "are"
    return (*notices, f"{what} in the folder {are} not part of the ladder: {named}{more}")


def _share(
    progress: Callable[[float], None] | None, start: float, part: float
) -> Callable[[float], None] | None:
    return (lambda share: progress(start + part * share)) if progress else None


def _in_file(name: str, faults: Iterable[Fault]) -> list[Fault]:
    """Return faults that say in which file of a folder they are."""
    return [_of_file(fault, name) for fault in faults]


def _of_file(fault: Fault, name: str) -> Fault:
    if fault.place:
        return replace(fault, place=replace(fault.place, file=name), can_expand=False)
    message = fault.message if Path(name).name in fault.message else f"{name}: {fault.message}"
    return replace(fault, message=message, can_expand=False)
