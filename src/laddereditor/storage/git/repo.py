"""Open a git repository without trusting it: only regular files of a usual size are read."""

import os
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from dulwich.config import ConfigFile
from dulwich.object_store import BaseObjectStore, DiskObjectStore
from dulwich.objects import ObjectID, RawObjectID, ShaFile, object_class
from dulwich.pack import Pack
from dulwich.repo import Repo

from laddereditor.regular_files import read_regular, refuse_irregular
from laddereditor.storage.git.sizes import inflated, refuse_large
from laddereditor.storage.reading.encoding import MAX_BYTES

_CONTROL_BYTES = 50_000_000  # of HEAD, config, packed-refs and similar files
_MAX_LINKS = 10  # references that lead to another one
# What dulwich opens by itself; a missing file is fine.
_CONTROL = ("HEAD", "commondir", "gitdir", "shallow", "packed-refs", "config", "config.worktree")
_OBJECTS = ("info", "pack")


class GitObjects(DiskObjectStore):
    """An object store that refuses objects larger than a ladder can be."""

    def __init__(self, path: Any, *arguments: Any, **more: Any) -> None:
        """Open the store in a folder.

        Args:
            path: The folder `objects`, as text or bytes.
            *arguments: The other arguments of dulwich's class.
            **more: Its keyword arguments.
        """
        super().__init__(path, *arguments, **more)
        self._open_packs: dict[str, tuple[BinaryIO, set[int]]] = {}

    @property
    def alternates(self) -> list[BaseObjectStore]:
        """The stores from which this one borrows objects; dulwich asks for them."""
        if self._alternates is None:
            paths = [*self._read_alternate_paths(), *self._extra_alternate_paths]
            for path in paths:
                _refuse_irregular_objects(Path(path))
            self._alternates = [GitObjects(path) for path in paths]
        return self._alternates

    def _get_loose_object(self, sha: ObjectID) -> ShaFile | None:
        path = Path(os.fsdecode(self._get_shafile_path(sha)))
        try:
            kind, content = inflated(read_regular(path, MAX_BYTES), MAX_BYTES)
        except FileNotFoundError:
            return None
        known = object_class(kind)
        if known is None:
            raise ValueError("an object of unknown kind")
        return ShaFile.from_raw_string(known.type_num, content, sha)

    def get_raw(self, name: RawObjectID | ObjectID) -> tuple[int, bytes]:
        """Return kind and content of an object.

        Raises:
            ObjectTooLarge: The object is too large; this is raised before it is inflated.
        """
        wanted: RawObjectID | ObjectID | None = name
        while wanted is not None:
            wanted = self._refuse_large(wanted)
        return super().get_raw(name)

    def _refuse_large(self, name: RawObjectID | ObjectID) -> RawObjectID | None:
        try:
            base = self._lookup_in_packs(lambda pack: (self._base_of(pack, name),))[0]
        except KeyError:
            return None
        return RawObjectID(base) if base else None

    def _base_of(self, pack: Pack, name: RawObjectID | ObjectID) -> bytes | None:
        offset = pack.index.object_offset(name)
        base = os.fsdecode(pack._basename)
        if base not in self._open_packs:
            opened = Path(f"{base}.pack").open("rb")  # noqa: SIM115 - closed with the store
            self._open_packs[base] = opened, set()
        file, known = self._open_packs[base]
        return refuse_large(file, offset, pack.object_format.oid_length, MAX_BYTES, known)

    def close(self) -> None:
        """Close the packs."""
        for file, _ in self._open_packs.values():
            file.close()
        self._open_packs.clear()
        super().close()


class SafeRepo(Repo):
    """A repository whose files are each checked before they are opened.

    Included configuration files are ignored: reading the history of a file needs none of them.
    """

    def __init__(self, root: Any, **more: Any) -> None:
        """Open the repository at `root`.

        Raises:
            NotGitRepository: There is no repository.
            OSError: A file cannot be read. Other errors of dulwich are possible.
        """
        control = _control_folder(Path(os.fsdecode(root)))
        if control is not None:
            common = _common_folder(control)
            for folder in {control, common}:
                _refuse_irregular_control(folder)
            _refuse_irregular_objects(common / "objects")
            more["object_store"] = GitObjects(str(common / "objects"))
        super().__init__(root, **more)

    def get_config(self) -> ConfigFile:
        """Return the repository's own configuration."""
        path = Path(self.commondir()) / "config"
        try:
            data = read_regular(path, _CONTROL_BYTES)
        except FileNotFoundError:
            data = b""
        return ConfigFile.from_file(BytesIO(data), expand_includes=False)


def _control_folder(root: Path) -> Path | None:
    """Return the folder of a checkout's control files, or None if it is not a checkout."""
    inside = root / ".git"
    if inside.is_dir():
        return inside
    if not os.path.lexists(inside) and (root / "objects").is_dir() and (root / "refs").is_dir():
        return root
    try:
        text = read_regular(inside, _CONTROL_BYTES)
    except FileNotFoundError:
        return None
    name = text.removeprefix(b"gitdir:").strip()
    return root / os.fsdecode(name)


def _common_folder(control: Path) -> Path:
    try:
        name = read_regular(control / "commondir", _CONTROL_BYTES).strip()
    except FileNotFoundError:
        return control
    return control / os.fsdecode(name)


def _refuse_irregular_control(control: Path) -> None:
    for name in _CONTROL:
        _look_at(control / name)
    _look_at(control / "info" / "grafts")
    reference, seen = b"HEAD", 0
    while seen < _MAX_LINKS:
        try:
            text = read_regular(control / os.fsdecode(reference), _CONTROL_BYTES)
        except FileNotFoundError:
            return
        if not text.startswith(b"ref:"):
            return
        reference, seen = text[len(b"ref:") :].strip(), seen + 1


def _refuse_irregular_objects(objects: Path) -> None:
    for folder in _OBJECTS:
        if (objects / folder).is_dir():
            for entry in (objects / folder).iterdir():
                if not entry.is_dir():
                    _look_at(entry)


def _look_at(path: Path) -> None:
    """Raise NotRegular if something of that name exists that is not a regular file."""
    try:
        refuse_irregular(path, path.stat())
    except FileNotFoundError:
        return
