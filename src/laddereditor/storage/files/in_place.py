"""Writing into a file itself, where a new file in its place would lose something.

A file with several names (hard links), one that is mounted, one in a folder where only its owner
may replace it, and one whose owner or access list cannot be given to a new file is written in
place. That takes longer than a moment, so both the old and the new text are kept beside the file
until it is done; what a crash cut short is finished from there when the file is next opened or
saved (`finish_rewriting`).
"""

import contextlib
import errno
import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

from laddereditor.regular_files import NotRegular, TooLarge, read_regular, refuse_odd
from laddereditor.storage.files.names_beside import beside
from laddereditor.storage.files.rights import no_more_open
from laddereditor.storage.files.state_folder import NoStateFolder, state_place
from laddereditor.storage.files.system_calls import SYSTEM, System, sync, sync_folder, write_all
from laddereditor.storage.reading.encoding import MAX_BYTES

_ENDING = "rewriting"
_FORMAT = 1
_HEAD_BYTES = 4096
_BLOCK = 512  # bytes that a drive writes whole
_WITHIN = 300.0  # seconds after its beginning in which a write was cut short, if it was
_NO_RIGHT = (errno.EACCES, errno.EPERM, errno.EROFS)
_WRITE = (
    os.O_WRONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def write_in_place(target: Path, new: bytes, check: Callable[[], None], system: System) -> None:
    """Write into a file, if `check` does not raise when all is ready; for who is alone with it.

    Raises OSError; then the file is as it was.
    """
    old = system.read(target)
    handle = os.open(target, _WRITE)
    try:
        refuse_odd(target, os.fstat(handle))
        journal = _keep(target, old, new, system)
        written = False
        try:
            check()
            written = True
            _write(handle, new, system)
            _refuse_another(target, handle)
        except BaseException:
            if written:
                _write(handle, old, SYSTEM)  # if that fails too, what is kept stays
            _drop(journal)
            raise
        _drop(journal)
    finally:
        os.close(handle)


def _write(handle: int, data: bytes, system: System) -> None:
    """Let an open file hold some data and no more; it is never shorter in between."""
    os.lseek(handle, 0, os.SEEK_SET)
    write_all(handle, data, system)
    os.ftruncate(handle, len(data))
    sync(handle, system)


def _refuse_another(target: Path, handle: int) -> None:
    """Raise OSError if a file that was written to is no longer the one of that name."""
    if not os.path.samestat(target.stat(), os.fstat(handle)):
        raise OSError(0, "somebody else put another file in its place right now", str(target))


# -- what is kept meanwhile ---------------------------------------------------------------------


def _keep(target: Path, old: bytes, new: bytes, system: System) -> Path:
    """Keep both texts beside the file, or in the state folder if nothing can be made beside it."""
    data = _packed(old, new)
    beside_it, *others = _places(target)
    taken = os.path.lexists(beside_it)  # what is there now is not the program's own
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
    # Named as the temporary files of every save, which the next one clears away.
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
    """Return the place beside the file, and the one in the state folder if that is known."""
    key = hashlib.sha256(os.fsencode(os.path.realpath(target))).hexdigest()[:32]
    try:
        return beside(target, _ENDING), state_place(_ENDING) / key
    except NoStateFolder:
        return (beside(target, _ENDING),)


def _packed(old: bytes, new: bytes) -> bytes:
    head = {"laddereditor-rewriting": _FORMAT, "old": len(old), "new": len(new)}
    line = json.dumps(head).encode() + b"\n"
    digest = hashlib.sha256(line + old + new).hexdigest().encode()
    return digest + b" " + line + old + new


def _unpacked(data: bytes) -> tuple[bytes, bytes] | None:
    """Return the old and the new text; None if they are not whole."""
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
    """Whether a file is being written in place right now, or that was cut short. Never raises."""
    return any(os.path.lexists(place) for place in _places(target))


def finish_rewriting(target: Path, system: System = SYSTEM) -> None:
    """Finish what a crash cut short; for who is alone with the file.

    Only a file that holds a part of the new text and the rest of the old one is written to; what
    is not the program's own is left alone. Raises OSError; then what is kept stays for the next
    time.
    """
    for place in _places(target):
        kept = _kept_at(place)
        if kept is None or not target.exists():
            continue
        if _was_cut_short(target, place, *kept):
            handle = os.open(target, _WRITE)
            try:
                refuse_odd(target, os.fstat(handle))
                _write(handle, kept[1], system)
            finally:
                os.close(handle)
        _drop(place)


def _kept_at(place: Path) -> tuple[bytes, bytes] | None:
    """Return the texts that are kept somewhere; None if there is nothing, or nothing of ours."""
    try:
        return _unpacked(read_regular(place, 2 * MAX_BYTES + _HEAD_BYTES, ours=True))
    except (FileNotFoundError, PermissionError, NotRegular, TooLarge):
        return None


def _drop(kept: Path) -> None:
    with contextlib.suppress(OSError):
        kept.unlink()


def _was_cut_short(target: Path, place: Path, old: bytes, new: bytes) -> bool:
    now = SYSTEM.read(target)
    if now in (old, new):
        return False
    # Two drives have two clocks; what is kept elsewhere is nobody else's anyway.
    same_clock = place.parent == target.parent
    if same_clock and abs(target.stat().st_mtime - place.stat().st_mtime) > _WITHIN:
        return False
    return is_part_of_both(now, old, new)


def is_part_of_both(now: bytes, old: bytes, new: bytes) -> bool:
    """Whether a text is an old one with a new one partly written over it.

    Each block is the old one, the new one, one that begins as the new and ends as the old, or was
    never written to the drive (zeros).
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
