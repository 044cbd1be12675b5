"""What a file keeps when it is saved: owner, rights, access list, attributes, names, its place."""

import errno
import os
import shutil
import stat
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from laddereditor.storage.files.document import read_text
from laddereditor.storage.files.ladder_files import SYSTEM, SaveFailed, open_ladder, save_ladder
from tests.storage.fixtures import TWO_SPACES
from tests.storage.test_files import renamed

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no modes of this kind")

_LIST = "system.posix_acl_access"
_OWNER, _USER, _GROUP, _MASK, _OTHER = 0x01, 0x02, 0x04, 0x10, 0x20
_NOBODY, _STRANGER, _NAMELESS = 65534, 54321, 0xFFFFFFFF


def access_list(*entries: tuple[int, int, int]) -> bytes:
    """An access list as acl(5) has it: tag, rights, id of each entry."""
    return struct.pack("<I", 2) + b"".join(struct.pack("<HHI", *entry) for entry in entries)


DENIED = access_list(
    (_OWNER, 6, _NAMELESS),
    (_USER, 0, _NOBODY),
    (_USER, 6, 1234),
    (_GROUP, 0, _NAMELESS),
    (_MASK, 6, _NAMELESS),
    (_OTHER, 4, _NAMELESS),
)


@pytest.fixture
def usual_mask() -> Iterator[None]:
    """What new files usually leave out of their mode."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def path(tmp_path: Path, usual_mask: None) -> Path:
    """A ladder file."""
    file = tmp_path / "ladder.yaml"
    file.write_text(TWO_SPACES, encoding="utf-8")
    return file


def give(path: Path, name: str, value: bytes) -> None:
    """Set an attribute, where the drive of the tests has attributes."""
    if not hasattr(os, "setxattr"):
        pytest.skip("this system has no such attributes")
    try:
        os.setxattr(path, name, value)
    except OSError as error:
        pytest.skip(f"the drive of the tests has no such attributes: {error.strerror}")


def fail(code: int) -> NoReturn:
    raise OSError(code, os.strerror(code))


def is_new(path: Path) -> bool:
    return "name: New" in path.read_text(encoding="utf-8")


def test_that_a_deny_entry_and_a_colleagues_right_stay_in_the_access_list(path: Path) -> None:
    give(path, _LIST, DENIED)
    mode = path.stat().st_mode
    save_ladder(path, *renamed(path))
    assert is_new(path)
    assert os.getxattr(path, _LIST) == DENIED
    assert path.stat().st_mode == mode


def test_that_attributes_stay(path: Path) -> None:
    give(path, "user.comment", b"reviewed by the works council")
    save_ladder(path, *renamed(path))
    assert os.getxattr(path, "user.comment") == b"reviewed by the works council"


def test_that_the_access_list_of_a_folder_is_not_given_to_a_file_that_had_none(
    path: Path,
) -> None:
    give(path.parent, "system.posix_acl_default", DENIED)
    path.chmod(0o640)
    save_ladder(path, *renamed(path))
    assert _LIST not in os.listxattr(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_that_a_new_file_gets_the_access_list_that_its_folder_has_for_new_files(
    path: Path,
) -> None:
    give(path.parent, "system.posix_acl_default", DENIED)
    new, plain = path.with_name("new.yaml"), path.with_name("plain.yaml")
    save_ladder(new, read_text(TWO_SPACES), None)
    handle = os.open(plain, os.O_CREAT | os.O_WRONLY, 0o666)
    os.close(handle)
    assert os.getxattr(new, _LIST) == os.getxattr(plain, _LIST)


@pytest.mark.parametrize("what", ["list", "attribute"])
def test_that_what_cannot_be_given_to_a_new_file_is_kept_by_writing_into_the_old_one(
    path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    give(path, _LIST if what == "list" else "user.comment", DENIED)
    number = path.stat().st_ino
    monkeypatch.setattr(os, "setxattr", lambda *_: fail(errno.EPERM))
    save_ladder(path, *renamed(path))
    assert is_new(path)
    assert path.stat().st_ino == number
    assert list(path.parent.iterdir()) == [path]


def test_that_a_file_keeps_an_owner_whom_the_person_may_not_set(path: Path) -> None:
    """As for a colleague who saves the file of another: root stands in, without its power."""
    try:
        os.chown(path, _STRANGER, _STRANGER)
    except OSError:
        pytest.skip("only root can make another's file")
    number = path.stat().st_ino
    save_ladder(path, *renamed(path), replace(SYSTEM, chown=lambda *_: fail(errno.EPERM)))
    status = path.stat()
    assert is_new(path)
    assert (status.st_uid, status.st_gid, status.st_ino) == (_STRANGER, _STRANGER, number)


def test_that_every_name_of_a_file_shows_what_was_saved(path: Path) -> None:
    second = path.with_name("second.yaml")
    second.hardlink_to(path)
    save_ladder(path, *renamed(path))
    assert is_new(path) and is_new(second)
    assert path.stat().st_nlink == 2
    assert sorted(path.parent.iterdir()) == [path, second]


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EBUSY, errno.EROFS])
def test_that_a_file_that_may_not_be_replaced_is_written_in_place(path: Path, code: int) -> None:
    """EPERM comes from a folder where only owners replace, EBUSY from a mounted file."""
    number = path.stat().st_ino
    save_ladder(path, *renamed(path), replace(SYSTEM, replace=lambda *_: fail(code)))
    assert is_new(path)
    assert path.stat().st_ino == number
    assert list(path.parent.iterdir()) == [path]


@pytest.fixture
def mounted(path: Path) -> Iterator[Path]:
    """A ladder file that is mounted, as into a container."""
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    place = path.with_name("mounted.yaml")
    place.touch()
    command = [mount or "mount", "--bind", str(path), str(place)]
    if not mount or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a file cannot be mounted here")
    yield place
    subprocess.run([unmount or "umount", str(place)], check=True)


def test_that_a_mounted_file_is_written_in_place(mounted: Path, path: Path) -> None:
    save_ladder(mounted, *renamed(mounted))
    assert is_new(mounted) and is_new(path)


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_that_nothing_but_a_file_is_replaced(path: Path, kind: str) -> None:
    target = path.with_name("target.yaml")
    target.mkdir() if kind == "folder" else os.mkfifo(target)
    before = target.lstat()
    with pytest.raises(SaveFailed, match=rf"target\.yaml could not be saved: it is a {kind}"):
        save_ladder(target, read_text(TWO_SPACES), None)
    assert os.path.samestat(target.lstat(), before)


def test_that_a_file_under_another_name_is_no_more_open_than_the_ladder(path: Path) -> None:
    copy = path.with_name("copy.yaml")
    path.chmod(0o600)
    save_ladder(copy, open_ladder(path).document, None, like=[path])
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_that_a_new_file_is_no_more_open_than_any_of_those_it_is_made_from(path: Path) -> None:
    other, made = path.with_name("other.yaml"), path.with_name("made.yaml")
    other.write_text(TWO_SPACES)
    path.chmod(0o640)
    other.chmod(0o604)
    save_ladder(made, read_text(TWO_SPACES), None, like=[path, other])
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_that_a_new_file_has_the_access_list_of_the_ladder_or_is_its_owners_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(path, _LIST, DENIED)
    copy, closed = path.with_name("copy.yaml"), path.with_name("closed.yaml")
    save_ladder(copy, read_text(TWO_SPACES), None, like=[path])
    kept = os.getxattr(copy, _LIST)
    assert struct.pack("<HHI", _USER, 0, _NOBODY) in kept
    monkeypatch.setattr(os, "setxattr", lambda *_: fail(errno.ENOTSUP))
    save_ladder(closed, read_text(TWO_SPACES), None, like=[path])
    assert stat.S_IMODE(closed.stat().st_mode) == 0o600


def test_that_a_group_of_its_own_gets_no_more_than_anybody(path: Path) -> None:
    """A new file whose group is not the ladder's shows the group what it shows to all."""
    try:
        os.chown(path, -1, _STRANGER)
    except OSError:
        pytest.skip("only root can give a file to any group")
    path.chmod(0o660)
    copy = path.with_name("copy.yaml")
    system = replace(SYSTEM, chown=lambda *_: fail(errno.EPERM))
    save_ladder(copy, read_text(TWO_SPACES), None, system, like=[path])
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
