"""Write into a file itself, where replacing it by a new file would lose something.

This is done for a file with several names (hard links), one that is mounted, one in a folder where
only its owner may replace it, and one whose owner or access list cannot be given to a new file. It
takes longer than a rename, so both the old and the new text are kept beside the file until it is
done. If a crash interrupts it, it is finished from there when the file is next opened or saved
(`finish_rewriting`).
"""

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

from laddereditor.regular_files import NotRegular, TooLarge, read_regular, refuse_irregular
from laddereditor.storage.files.permissions import no_more_open
from laddereditor.storage.files.sibling_names import sibling_path
from laddereditor.storage.files.state_folder import NoStateFolder, state_place
from laddereditor.storage.files.system_calls import SYSTEM, System, sync, sync_folder, write_all
from laddereditor.storage.reading.encoding import MAX_BYTES

_ENDING = "rewriting"
_FORMAT = 1
_HEAD_BYTES = 4096
_BLOCK = 512  # bytes that a drive writes at once (its sector)
_WITHIN = 300.0  # seconds after its start within which an interrupted write must have stopped
_NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)
_WRITE = (
    os.O_WRONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def write_in_place(target: Path, new: bytes, check: Callable[[], None], system: System) -> None:
    """Write into a file, if `check` does not raise when everything is ready.

    The caller must have exclusive access to the file. If writing fails, the old text is written
    back; if that fails too, the kept texts stay, and `finish_rewriting` completes the write later.

    Args:
        target: The file.
        new: Its new content.
        check: Raises if the file must not be written after all; whatever it raises is passed on.
        system: The calls to the operating system.

    Raises:
        OSError: The file cannot be written.
    """
    old = system.read(target)
    handle = os.open(target, _WRITE)
    try:
        refuse_irregular(target, os.fstat(handle))
        journal = _keep(target, old, new, system)
        written = False
        try:
            check()
            written = True
            _write(handle, new, system)
            _refuse_another(target, handle)
        except BaseException:
            if written:
                _write(handle, old, SYSTEM)  # if that fails too, the kept texts stay
            _drop(journal)
            raise
        _drop(journal)
    finally:
        os.close(handle)


def _write(handle: int, data: bytes, system: System) -> None:
    """Write data to an open file and cut off the rest; it is never shorter in between."""
    os.lseek(handle, 0, os.SEEK_SET)
    write_all(handle, data, system)
    os.ftruncate(handle, len(data))
    sync(handle, system)


def _refuse_another(target: Path, handle: int) -> None:
    """Raise OSError if another file now has the name of the one that was written to."""
    if not os.path.samestat(target.stat(), os.fstat(handle)):
        raise OSError(0, "somebody else replaced it by another file at this moment", str(target))


# -- the texts that are kept until it is done ------------------------------------------------------


def _keep(target: Path, old: bytes, new: bytes, system: System) -> Path:
    """Keep both texts beside the file, or in the state folder if nothing can be made beside it."""
    data = _packed(old, new)
    beside_it, *others = _places(target)
    taken = os.path.lexists(beside_it)  # what is there now does not belong to the program
    if taken and not others:
        raise FileExistsError(errno.EEXIST, "something else has its name", str(beside_it))
    if not taken:
        try:
            _write_new(beside_it, data, target, system)
        except OSError as error:
            if error.errno not in _NO_RIGHT or not others:
                raise
        else:
            return beside_it
    elsewhere = others[0]
    elsewhere.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write_new(elsewhere, data, target, system)
    return elsewhere


def _write_new(path: Path, data: bytes, target: Path, system: System) -> None:
    # It is named like the temporary files of a save, which the next save removes.
    handle, temporary = system.make_temporary(path.parent, f".{target.name[:100]}.")
    try:
        try:
            write_all(handle, data, system)
            no_more_open(temporary, [target], system)
            sync(handle, system)
        finally:
            system.close(handle)
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            system.unlink(temporary)
        raise
    sync_folder(path.parent, system)


def _places(target: Path) -> tuple[Path, ...]:
    """Return the path beside the file, and the one in the state folder if that is known."""
    key = hashlib.sha256(os.fsencode(os.path.realpath(target))).hexdigest()[:32]
    try:
        return sibling_path(target, _ENDING), state_place(_ENDING) / key
    except NoStateFolder:
        return (sibling_path(target, _ENDING),)


def _packed(old: bytes, new: bytes) -> bytes:
    head = {"laddereditor-rewriting": _FORMAT, "old": len(old), "new": len(new)}
    line = json.dumps(head).encode() + b"\n"
    digest = hashlib.sha256(line + old + new).hexdigest().encode()
    return digest + b" " + line + old + new


def _unpacked(data: bytes) -> tuple[bytes, bytes] | None:
    """Return the old and the new text, or None if they are incomplete."""
    digest, _, rest = data.partition(b" ")
    line, _, texts = rest.partition(b"\n")
    if hashlib.sha256(rest).hexdigest().encode() != digest:
        return None
    head = json.loads(line)
    size = head.get("old") if isinstance(head, dict) else None
    if type(size) is not int or head.get("laddereditor-rewriting") != _FORMAT:
        return None
    return texts[:size], texts[size:]


# -- after a crash ------------------------------------------------------------------------------


def is_rewriting(target: Path) -> bool:
    """Whether a file is being written in place, or this was interrupted. Never raises."""
    return any(os.path.lexists(place) for place in _places(target))


def finish_rewriting(target: Path, system: System = SYSTEM) -> None:
    """Finish an interrupted write; the caller must have exclusive access to the file.

    Only a file that holds a part of the new text and the rest of the old one is written to. Files
    that do not belong to the program are left alone.

    Raises:
        OSError: The file cannot be written; then the kept texts stay for the next time.
    """
    for place in _places(target):
        texts = _texts_at(place)
        if texts is None or not target.exists():
            continue
        if _was_cut_short(target, place, *texts):
            handle = os.open(target, _WRITE)
            try:
                refuse_irregular(target, os.fstat(handle))
                _write(handle, texts[1], system)
            finally:
                os.close(handle)
        _drop(place)


def _texts_at(place: Path) -> tuple[bytes, bytes] | None:
    """Return the texts kept at a place, or None if there are none of this program."""
    try:
        return _unpacked(read_regular(place, 2 * MAX_BYTES + _HEAD_BYTES, ours=True))
    except (FileNotFoundError, PermissionError, NotRegular, TooLarge):
        return None


def _drop(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _was_cut_short(target: Path, place: Path, old: bytes, new: bytes) -> bool:
    now = SYSTEM.read(target)
    if now in (old, new):
        return False
    # Two drives may have different clocks; texts in the state folder belong to this user anyway.
    same_clock = place.parent == target.parent
    if same_clock and abs(target.stat().st_mtime - place.stat().st_mtime) > _WITHIN:
        return False
    return is_part_of_both(now, old, new)


def is_part_of_both(now: bytes, old: bytes, new: bytes) -> bool:
    """Whether a text is the old one with the new one partly written over it.

    Each block must be that of the old text or the new one, begin as the new and end as the old, or
    never have been written to the drive (zeros).

    Args:
        now: The text that was found.
        old: The text before the file was written.
        new: The text that was to be written.
    """
    if not min(len(old), len(new)) <= len(now) <= max(len(old), len(new)):
        return False
    blocks = (slice(start, start + _BLOCK) for start in range(0, len(now), _BLOCK))
    return all(_is_of_both(now[block], old[block], new[block]) for block in blocks)


def _is_of_both(now: bytes, old: bytes, new: bytes) -> bool:
    alike = next(
        (i for i, pair in enumerate(zip(now, new, strict=False)) if pair[0] != pair[1]),
        min(len(now), len(new)),
    )
    return now[alike:] == old[alike : len(now)] or not now.strip(b"\0")
