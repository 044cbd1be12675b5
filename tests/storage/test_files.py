"""Saving: the file is the old one or the new one, whole, and nothing else is left behind."""

import errno
import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest

from laddereditor.storage.files.document import Document, read_text, update
from laddereditor.storage.files.ladder_files import (
    SYSTEM,
    ChangedOnDisk,
    SaveFailed,
    digest_of,
    open_ladder,
    save_ladder,
)
from laddereditor.storage.files.system_words import reason
from tests.storage.fixtures import TWO_SPACES
from tests.storage.helpers import with_value


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ladder file."""
    file = tmp_path / "ladder.yaml"
    file.write_text(TWO_SPACES, encoding="utf-8")
    return file


def renamed(path: Path) -> tuple[Document, str]:
    """Return an edited document of a file, and the digest of the file."""
    opened = open_ladder(path)
    ladder = with_value(opened.document.ladder, "name", "New")
    return update(opened.document, ladder), opened.digest


def test_that_a_save_writes_the_edit_and_returns_the_new_digest(path: Path) -> None:
    document, digest = renamed(path)
    after = save_ladder(path, document, digest)
    assert path.read_text(encoding="utf-8") == TWO_SPACES.replace("Data ladder", "New")
    assert after == digest_of(path.read_bytes()) == open_ladder(path).digest
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="no modes of this kind")
def test_that_mode_and_link_stay(path: Path) -> None:
    path.chmod(0o640)
    link = path.with_name("link.yaml")
    link.symlink_to(path)
    save_ladder(link, *renamed(path))
    assert link.is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert "New" in path.read_text(encoding="utf-8")


def test_that_a_new_file_is_made_with_usual_rights(path: Path) -> None:
    target = path.with_name("new.yaml")
    save_ladder(target, read_text(TWO_SPACES), None)
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE(path.stat().st_mode)


def test_that_somebody_elses_save_is_not_overwritten(path: Path) -> None:
    document, digest = renamed(path)
    path.write_text(TWO_SPACES + "# theirs\n", encoding="utf-8")
    with pytest.raises(ChangedOnDisk, match="Somebody else"):
        save_ladder(path, document, digest)
    assert path.read_text(encoding="utf-8") == TWO_SPACES + "# theirs\n"
    path.unlink()
    with pytest.raises(ChangedOnDisk, match="no longer there"):
        save_ladder(path, document, digest)
    save_ladder(path, document, None)
    assert "New" in path.read_text(encoding="utf-8")


def _fail(code: int) -> NoReturn:
    raise OSError(code, os.strerror(code))


CODES = [
    (errno.ENOSPC, "the disk is full. Free some space"),
    (errno.EDQUOT, "your quota of the disk is used up. Free some space"),
    (errno.EACCES, "no right to write in this folder. Save it under another name"),
    (errno.EPERM, "no right to write in this folder. Save it under another name"),
    (errno.EROFS, "is read-only. Save it in another place"),
    (errno.EIO, "reports an error. Is it still connected"),
    (errno.ENOENT, "is gone. Save it in another place"),
    (errno.ESTALE, "does not answer. Connect it again"),
    (errno.ETIMEDOUT, "does not answer. Connect it again"),
    (errno.EHOSTDOWN, "does not answer. Connect it again"),
    (errno.EBUSY, "another program uses it. Close that program"),
    (errno.EMFILE, "Try again, or save it in another place"),
]
WRITTEN_IN_PLACE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY)


@pytest.mark.parametrize("call", ["make_temporary", "write", "fsync", "close", "replace", "read"])
@pytest.mark.parametrize(("code", "words"), CODES)
def test_that_a_failing_call_leaves_the_file_as_it_was(
    path: Path, call: str, code: int, words: str
) -> None:
    if call == "read" and code == errno.ENOENT:
        return  # the file is gone, not its folder: somebody deleted it
    if call == "replace" and code in WRITTEN_IN_PLACE:
        return  # the file can be written to all the same
    document, digest = renamed(path)
    failing: dict[str, Any] = {call: lambda *_: _fail(code)}
    system = replace(SYSTEM, **failing)
    with pytest.raises(SaveFailed, match=words) as caught:
        save_ladder(path, document, digest, system)
    assert str(caught.value).startswith("ladder.yaml could not be saved: ")
    assert "\n" not in str(caught.value) and "Errno" not in str(caught.value)
    assert path.read_text(encoding="utf-8") == TWO_SPACES
    assert list(path.parent.iterdir()) == [path]
    save_ladder(path, document, digest)  # the edit is still there
    assert path.read_text(encoding="utf-8") == document.text


@pytest.mark.parametrize(("code", "words"), [c for c in CODES if c[0] != errno.ENOENT])
def test_that_a_file_whose_state_cannot_be_read_is_not_written(
    path: Path, code: int, words: str
) -> None:
    system = replace(SYSTEM, stat=lambda _: _fail(code))
    with pytest.raises(SaveFailed, match=words):
        save_ladder(path, *renamed(path), system)
    assert path.read_text(encoding="utf-8") == TWO_SPACES
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOSYS])
def test_that_a_drive_that_cannot_flush_is_written_all_the_same(path: Path, code: int) -> None:
    save_ladder(path, *renamed(path), replace(SYSTEM, fsync=lambda _: _fail(code)))
    assert "New" in path.read_text(encoding="utf-8")


def test_that_an_answer_that_got_lost_is_looked_up(path: Path) -> None:
    def swap(old: str, new: Path) -> None:
        Path(old).replace(new)
        _fail(errno.ETIMEDOUT)

    document, digest = renamed(path)
    after = save_ladder(path, document, digest, replace(SYSTEM, replace=swap))
    assert after == digest_of(path.read_bytes()) == digest_of(document.text.encode())
    assert list(path.parent.iterdir()) == [path]


def test_that_a_file_that_is_in_use_for_a_moment_is_tried_again_on_windows(path: Path) -> None:
    waits: list[float] = []

    def swap(old: str, new: Path) -> None:
        if len(waits) < 2:
            _fail(errno.EACCES)
        Path(old).replace(new)

    document, digest = renamed(path)
    windows = replace(SYSTEM, replace=swap, wait=waits.append, is_windows=True)
    save_ladder(path, document, digest, windows)
    assert len(waits) == 2 and path.read_text(encoding="utf-8") == document.text
    held = replace(windows, replace=lambda *_: _fail(errno.EACCES))
    with pytest.raises(SaveFailed, match="or another program has the file open"):
        save_ladder(path, read_text(TWO_SPACES), digest_of(path.read_bytes()), held)
    assert len(waits) == 5


def test_that_the_file_is_compared_when_the_new_one_is_ready(path: Path) -> None:
    def fsync(handle: int) -> None:
        os.fsync(handle)
        if not stat.S_ISDIR(os.fstat(handle).st_mode):
            path.write_text(TWO_SPACES + "# theirs\n", encoding="utf-8")

    with pytest.raises(ChangedOnDisk, match="Somebody else"):
        save_ladder(path, *renamed(path), replace(SYSTEM, fsync=fsync))
    assert path.read_text(encoding="utf-8").endswith("# theirs\n")
    assert list(path.parent.iterdir()) == [path]


def test_that_a_file_without_the_right_to_write_is_not_replaced(path: Path) -> None:
    with pytest.raises(SaveFailed, match=r"marked as read-only\. Save it under another name"):
        save_ladder(path, *renamed(path), replace(SYSTEM, may_write=lambda _: False))
    assert path.read_text(encoding="utf-8") == TWO_SPACES


def test_that_a_folder_that_vanishes_while_it_is_written_to_is_reported(path: Path) -> None:
    folder = path.parent / "share"
    folder.mkdir()
    target = path.rename(folder / path.name)
    document, digest = renamed(target)

    def fsync(_: int) -> None:
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()

    with pytest.raises(SaveFailed, match=r"the folder .*share is gone"):
        save_ladder(target, document, digest, replace(SYSTEM, fsync=fsync))
    save_ladder(path, document, None)
    assert "New" in path.read_text(encoding="utf-8")


def test_that_a_link_to_nothing_is_filled_and_one_to_itself_is_reported(path: Path) -> None:
    link, loop = path.with_name("link.yaml"), path.with_name("loop.yaml")
    target = path.with_name("target.yaml")
    link.symlink_to(target)
    loop.symlink_to(loop)
    save_ladder(link, read_text(TWO_SPACES), None)
    assert link.is_symlink() and target.read_text(encoding="utf-8") == TWO_SPACES
    with pytest.raises(SaveFailed, match=r"loop\.yaml could not be saved"):
        save_ladder(loop, read_text(TWO_SPACES), None)


@pytest.fixture
def small_drive(tmp_path: Path) -> Iterator[Path]:
    """A drive of 64 KiB, where the system lets tests have one."""
    folder = tmp_path / "drive"
    folder.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if not mount or not unmount:
        pytest.skip("there is no mount command here")
    options = ["-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    done = subprocess.run([mount, *options], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"a drive cannot be mounted here: {done.stderr.strip()}")
    yield folder
    subprocess.run([unmount, str(folder)], check=True)


def test_that_a_drive_that_is_really_full_is_reported(small_drive: Path) -> None:
    path = small_drive / "ladder.yaml"
    path.write_text(TWO_SPACES, encoding="utf-8")
    opened = open_ladder(path)
    ladder = with_value(opened.document.ladder, "description", "word " * 20_000)
    large = update(opened.document, ladder)
    with pytest.raises(SaveFailed, match="the disk is full"):
        save_ladder(path, large, opened.digest)
    assert path.read_text(encoding="utf-8") == TWO_SPACES
    assert list(small_drive.iterdir()) == [path]
    document, digest = renamed(path)
    save_ladder(path, document, digest)
    assert path.read_text(encoding="utf-8") == document.text


def test_that_a_disk_that_fills_up_half_way_leaves_the_file_as_it_was(path: Path) -> None:
    document, digest = renamed(path)
    written: list[int] = []

    def write(handle: int, data: memoryview) -> int:
        if written:
            _fail(errno.ENOSPC)
        written.append(os.write(handle, data[:10]))
        return written[0]

    with pytest.raises(SaveFailed):
        save_ladder(path, document, digest, replace(SYSTEM, write=write))
    assert path.read_text(encoding="utf-8") == TWO_SPACES
    assert list(path.parent.iterdir()) == [path]


def test_that_short_writes_are_continued(path: Path) -> None:
    document, digest = renamed(path)
    system = replace(SYSTEM, write=lambda handle, data: os.write(handle, data[:7]))
    save_ladder(path, document, digest, system)
    assert path.read_text(encoding="utf-8") == document.text


def test_that_the_data_is_on_disk_before_the_name_is(path: Path) -> None:
    calls: list[str] = []

    def fsync(handle: int) -> None:
        calls.append("folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file")

    def swap(old: str, new: Path) -> None:
        calls.append("replace")
        Path(old).replace(new)

    document, digest = renamed(path)
    save_ladder(path, document, digest, replace(SYSTEM, fsync=fsync, replace=swap))
    assert calls == (["file", "replace"] if os.name == "nt" else ["file", "replace", "folder"])


def test_that_a_vanished_folder_and_a_file_marked_read_only_are_reported(path: Path) -> None:
    document, digest = renamed(path)
    path.chmod(0o444)
    with pytest.raises(SaveFailed, match="read-only"):
        save_ladder(path, document, digest)
    assert path.read_text(encoding="utf-8") == TWO_SPACES
    with pytest.raises(SaveFailed, match="is gone"):
        save_ladder(path.parent / "gone" / "ladder.yaml", document, digest)


def test_that_a_text_that_does_not_read_back_is_not_written(path: Path) -> None:
    document, digest = renamed(path)
    wrong = replace(document, ladder=with_value(document.ladder, "name", "Something else"))
    with pytest.raises(SaveFailed, match="does not read back"):
        save_ladder(path, wrong, digest)
    assert path.read_text(encoding="utf-8") == TWO_SPACES


def test_that_a_newer_format_is_not_written(path: Path) -> None:
    path.write_text("laddereditor: 2\nname: x\n", encoding="utf-8")
    opened = open_ladder(path)
    with pytest.raises(SaveFailed, match="newest version"):
        save_ladder(path, opened.document, opened.digest)


def test_that_what_the_system_says_is_reported_in_the_program_s_language() -> None:
    said = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert reason(said) == "no space left on its drive"
    assert reason(OSError(errno.ENOSPC, "The tape is at its end")) == "the tape is at its end"
    assert reason(ValueError("Embedded null byte")) == "embedded null byte"
