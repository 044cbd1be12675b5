"""Saving: the file is the old one or the new one, whole, and nothing else is left behind."""

import errno
import os
import stat
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest

from laddereditor.storage.document import Document, read_text, update
from laddereditor.storage.files import (
    SYSTEM,
    ChangedOnDisk,
    SaveFailed,
    digest_of,
    open_ladder,
    save_ladder,
)
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


@pytest.mark.parametrize("call", ["make_temporary", "write", "fsync", "replace"])
@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "no right to write"),
        (errno.EIO, "still here"),
        (errno.ENOENT, "is gone"),
    ],
)
def test_that_a_failing_call_leaves_the_file_as_it_was(
    path: Path, call: str, code: int, words: str
) -> None:
    document, digest = renamed(path)
    system = replace(SYSTEM, **{call: lambda *_: _fail(code)})
    with pytest.raises(SaveFailed, match=words):
        save_ladder(path, document, digest, system)
    assert path.read_text(encoding="utf-8") == TWO_SPACES
    assert list(path.parent.iterdir()) == [path]


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


def test_that_short_writes_are_gone_on_with(path: Path) -> None:
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


def test_that_a_vanished_folder_and_a_file_marked_read_only_are_told(path: Path) -> None:
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
