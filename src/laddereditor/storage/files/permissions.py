"""Copy the permissions of files: owner, group, mode, access list and extended attributes.

A rewritten file keeps all of them (`keep_permissions`), and a file made from others does not exceed
the permissions of any of them (`no_more_open`).

On Linux, POSIX.1e and NFSv4 access lists are extended attributes (acl(5)); the mode's group bits
are then the list's mask and say nothing about the group. macOS copies its lists by copyfile(3),
Windows by Get- and SetFileSecurityW.
"""

import ctypes
import errno
import os
import stat
import struct
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from laddereditor.storage.files.system_calls import System

POSIX_LIST = "system.posix_acl_access"
# Some drives support these without listing them among the attributes.
_LISTS = (POSIX_LIST, "system.nfs4_acl", "system.cifs_acl")
_ENTRY = struct.Struct("<HHI")  # tag, permissions, id of an entry
_UNKNOWN = frozenset({errno.ENOTSUP, errno.ENOSYS, errno.EINVAL})  # the drive has no attributes
_HEAD = 4  # bytes of the version before the entries

Attributes = Mapping[str, bytes]


def keep_permissions(target: Path, copy: str, system: System) -> bool:
    """Give a copy all the permissions of a file; return False if one could not be given.

    Args:
        target: The file.
        copy: The path of the copy.
        system: The calls to the operating system.
    """
    wanted = _attributes(target)
    status = target.stat()
    if wanted is None or not _copied_by_the_system(target, copy):
        return False
    _give_owner(copy, status.st_uid, status.st_gid, system)
    _remove_others(copy, wanted)
    with suppress(OSError):
        system.chmod(copy, stat.S_IMODE(status.st_mode))
    _give_attributes(copy, wanted)
    return _rights(Path(copy)) == _rights(target)


def no_more_open(new: str, sources: Iterable[Path], system: System) -> None:
    """Let only those read and write a new file who may do so with all the sources.

    Permissions that cannot be set are left out, so that the file is less open. Never raises.

    Args:
        new: The new file, which only its owner may access so far.
        sources: The files to follow; for a folder, the YAML files in it. Missing ones are
            skipped; without any the file gets the usual permissions of a new file.
        system: The calls to the operating system.
    """
    files = (file for source in sources for file in _files_of(source))
    statuses = {source: status for source in files if (status := _status(source))}
    mode = 0o666 & ~_mask()
    for status in statuses.values():
        mode &= stat.S_IMODE(status.st_mode)
    with suppress(OSError):
        if statuses:
            lists = [_access_lists(source) for source in statuses]
            mode = _with_lists_and_group(new, mode, statuses, lists, system)
        elif _has_list_of_folder(new):
            return
        system.chmod(new, mode | stat.S_IRUSR | stat.S_IWUSR)


def _with_lists_and_group(
    new: str,
    mode: int,
    statuses: Mapping[Path, os.stat_result],
    lists: list[Attributes | None],
    system: System,
) -> int:
    """Set what all sources have in common; return the mode that remains to be set."""
    first = next(iter(statuses.values()))
    _give_owner(new, first.st_uid, first.st_gid, system)
    if any(one != lists[0] for one in lists) or lists[0] is None:
        return mode & 0o700
    _remove_others(new, lists[0], _LISTS)
    if lists[0]:
        _give_attributes(new, lists[0])
        return mode if _access_lists(Path(new)) == lists[0] else mode & 0o700
    if any(not _copied_by_the_system(source, new) for source in statuses):
        return mode & 0o700
    group = Path(new).stat().st_gid
    if any(status.st_gid != group for status in statuses.values()):
        mode &= ~0o070 | (mode & 0o007) << 3  # another group: it gets the permissions of others
    return mode


def open_folder_like(folder: Path, source: Path, system: System) -> None:
    """Let only those enter and list a new folder who may read a file.

    Only its owner may access the folder so far. Never raises: on errors it is less open.

    Args:
        folder: The new folder.
        source: The file; for a ladder that is a folder, that folder.
        system: The calls to the operating system.
    """
    source = min(_files_of(source), key=_openness, default=source)
    status = _status(source)
    lists = _access_lists(source)
    if status is None:
        return
    with suppress(OSError):
        _give_owner(str(folder), status.st_uid, status.st_gid, system)
        mode = status.st_mode & 0o666 | (status.st_mode & 0o444) >> 2
        if lists:
            found = lists.get(POSIX_LIST)
            entries = {POSIX_LIST: _changed(found, _and_enter)} if found else {}
            _give_attributes(str(folder), entries)
            mode &= 0o777 if entries and _access_lists(folder) == entries else 0o700
        elif lists is None or not _copied_by_the_system(source, str(folder)):
            mode &= 0o700
        elif folder.stat().st_gid != status.st_gid:
            mode &= ~0o070 | (mode & 0o007) << 3
        system.chmod(str(folder), mode | stat.S_IRWXU)


def _and_enter(rights: int) -> int:
    """Return folder permissions for file permissions: whoever may read may also enter."""
    return rights | (rights & 4) >> 2


def _changed(entries: bytes, change: Callable[[int], int]) -> bytes:
    """Return a POSIX access list with the permissions of each entry changed."""
    changed = [
        _ENTRY.pack(tag, change(rights), name)
        for tag, rights, name in _ENTRY.iter_unpack(entries[_HEAD:])
    ]
    return entries[:_HEAD] + b"".join(changed)


def _files_of(source: Path) -> list[Path]:
    """Return the files whose permissions count: for a folder, the YAML files in it."""
    if not source.is_dir():
        return [source]
    return [
        Path(place) / name
        for place, _, names in os.walk(source)
        for name in names
        if name.casefold().endswith((".yaml", ".yml")) and not name.startswith(".")
    ]


def _openness(path: Path) -> int:
    """Return how many kinds of people may read a file."""
    status = _status(path)
    return (status.st_mode & 0o444).bit_count() if status else 9


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def _mask() -> int:
    """Return the umask of this process."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _rights(path: Path) -> tuple[int, int, int, Attributes | None]:
    status = path.stat()
    return status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode), _attributes(path)


def _give_owner(name: str, user: int, group: int, system: System) -> None:
    """Set a file's owner and group, or at least the group, as far as permitted."""
    now = Path(name).stat()
    if (now.st_uid, now.st_gid) == (user, group):
        return
    try:
        system.chown(name, user, group)
    except OSError:
        with suppress(OSError):
            system.chown(name, -1, group)


if sys.platform == "linux":

    def _attributes(path: Path) -> Attributes | None:
        """Return all attributes of a file, or None if one of them cannot be read."""
        found = dict(_access_lists(path) or {})
        try:
            for name in os.listxattr(path):
                found[name] = os.getxattr(path, name)
        except OSError as error:
            return found if error.errno in _UNKNOWN else None
        return found

    def _access_lists(path: Path) -> Attributes | None:
        """Return the access lists of a file by their attributes."""
        found: dict[str, bytes] = {}
        for name in _LISTS:
            with suppress(OSError):  # the drive does not support such lists, or the file has none
                found[name] = os.getxattr(path, name)
        return found

    def _has_list_of_folder(new: str) -> bool:
        """Give a new file its folder's default access list; return whether there is one."""
        try:
            entries = os.getxattr(Path(new).parent, "system.posix_acl_default")
        except OSError:
            return False
        os.setxattr(new, POSIX_LIST, _changed(entries, lambda rights: rights & 6))
        return True

    def _remove_others(name: str, wanted: Attributes, among: Iterable[str] | None = None) -> None:
        """Remove attributes that a new file got automatically, such as those of its folder."""
        here = _attributes(Path(name)) or {}
        for attribute in set(here if among is None else among) & set(here) - set(wanted):
            with suppress(OSError):
                os.removexattr(name, attribute)

    def _give_attributes(name: str, wanted: Attributes) -> None:
        here = _attributes(Path(name)) or {}
        for attribute, value in wanted.items():
            if here.get(attribute) != value:
                with suppress(OSError):
                    os.setxattr(name, attribute, value)

else:

    def _attributes(path: Path) -> Attributes | None:
        return {}

    def _access_lists(path: Path) -> Attributes | None:
        return {}

    def _has_list_of_folder(new: str) -> bool:
        return False

    def _remove_others(name: str, wanted: Attributes, among: Iterable[str] | None = None) -> None:
        """Do nothing: `_copied_by_the_system` has done it."""

    def _give_attributes(name: str, wanted: Attributes) -> None:
        """Do nothing: `_copied_by_the_system` has done it."""


if sys.platform == "darwin":
    _LISTS_AND_ATTRIBUTES = 1 | 4  # COPYFILE_ACL, COPYFILE_XATTR of copyfile.h

    def _copied_by_the_system(source: Path, copy: str) -> bool:
        names = os.fsencode(source), os.fsencode(copy)
        return ctypes.CDLL(None).copyfile(*names, None, _LISTS_AND_ATTRIBUTES) == 0

elif sys.platform == "win32":
    _ACCESS_LIST = 4  # DACL_SECURITY_INFORMATION of winnt.h

    def _copied_by_the_system(source: Path, copy: str) -> bool:
        """Copy the access list; a drive without access lists is not an error."""
        security = ctypes.WinDLL("advapi32", use_last_error=True)
        size = ctypes.c_ulong()
        security.GetFileSecurityW(str(source), _ACCESS_LIST, None, 0, ctypes.byref(size))
        if not size.value:
            return True
        found = ctypes.create_string_buffer(size.value)
        return bool(
            security.GetFileSecurityW(str(source), _ACCESS_LIST, found, size, ctypes.byref(size))
            and security.SetFileSecurityW(copy, _ACCESS_LIST, found)
        )

else:

    def _copied_by_the_system(source: Path, copy: str) -> bool:
        """Return True: the functions above copy everything."""
        return True
