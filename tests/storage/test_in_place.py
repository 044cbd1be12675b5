"""Writing into a file itself: both texts are kept meanwhile, and a crash is finished later."""

import errno
import os
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest

from laddereditor.storage.files.in_place import finish_rewriting, is_part_of_both, is_rewriting
from laddereditor.storage.files.ladder_files import (
    SYSTEM,
    SaveFailed,
    System,
    open_ladder,
    save_ladder,
)
from laddereditor.storage.files.sibling_names import sibling_path
from tests.storage.fixtures import TWO_SPACES
from tests.storage.test_files import renamed


class Stopped(BaseException):
    """The machine stops: nothing that comes after is done."""


@pytest.fixture(autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of the test's own."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("LADDEREDITOR_STATE", str(folder))
    return folder


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ladder file with two names, so that it is written in place."""
    file = tmp_path / "ladder.yaml"
    file.write_text(TWO_SPACES, encoding="utf-8")
    file.with_name("second.yaml").hardlink_to(file)
    return file


def fail(code: int) -> NoReturn:
    raise OSError(code, os.strerror(code))


def stopping(after: int, monkeypatch: pytest.MonkeyPatch) -> System:
    """A system that stops while so many bytes of the new text are written into the file."""
    written = 0
    real = os.write

    def write(handle: int, data: memoryview) -> int:
        nonlocal written
        if os.fstat(handle).st_nlink < 2:
            return real(handle, data)
        if written >= after:
            # What a killed process would do next is left undone.
            monkeypatch.setattr("laddereditor.storage.files.in_place._write", lambda *_: None)
            monkeypatch.setattr("laddereditor.storage.files.in_place._drop", lambda _: None)
            raise Stopped
        count = real(handle, data[: min(7, after - written)])
        written += count
        return count

    return replace(SYSTEM, write=write)


@pytest.mark.parametrize("after", [0, 1, 50, 100, len(TWO_SPACES) - 30])
def test_that_a_crash_half_way_is_finished_when_the_file_is_opened(
    path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    document, digest = renamed(path)
    with monkeypatch.context() as broken, pytest.raises(Stopped):
        save_ladder(path, document, digest, stopping(after, broken))
    assert is_rewriting(path)
    opened = open_ladder(path)
    assert opened.document.text in (TWO_SPACES, document.text)
    assert path.read_bytes() == opened.document.text.encode()
    assert path.with_name("second.yaml").read_bytes() == path.read_bytes()
    assert not is_rewriting(path)


def test_that_a_crash_half_way_is_finished_before_the_next_save(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, digest = renamed(path)
    with monkeypatch.context() as broken, pytest.raises(Stopped):
        save_ladder(path, document, digest, stopping(60, broken))
    assert save_ladder(path, document, None)
    assert path.read_text("utf-8") == document.text
    assert not is_rewriting(path)


def test_that_what_somebody_wrote_after_the_crash_is_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, digest = renamed(path)
    with monkeypatch.context() as broken, pytest.raises(Stopped):
        save_ladder(path, document, digest, stopping(60, broken))
    theirs = document.text + "# theirs\n"
    path.write_text(theirs, "utf-8")
    finish_rewriting(path)
    assert path.read_text("utf-8") == theirs


@pytest.mark.parametrize("call", ["write", "fsync"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_that_a_failing_disk_leaves_the_old_text(path: Path, call: str, code: int) -> None:
    real: Callable[..., int] = getattr(os, call)

    def failing(handle: int, *more: memoryview) -> int:
        return fail(code) if os.fstat(handle).st_nlink > 1 else real(handle, *more)

    calls: dict[str, Any] = {call: failing}
    with pytest.raises(SaveFailed, match=r"ladder\.yaml could not be saved"):
        save_ladder(path, *renamed(path), replace(SYSTEM, **calls))
    assert path.read_text("utf-8") == TWO_SPACES
    assert not is_rewriting(path)


def test_that_both_texts_are_kept_in_the_state_folder_where_nothing_can_be_made_beside(
    path: Path, state: Path
) -> None:
    kept: list[bool] = []

    def make(folder: Path, prefix: str) -> tuple[int, str]:
        if folder == path.parent:
            fail(errno.EACCES)
        return SYSTEM.make_temporary(folder, prefix)

    def write(handle: int, data: memoryview) -> int:
        kept.append(any((state / "rewriting").iterdir()))
        return os.write(handle, data)

    save_ladder(path, *renamed(path), replace(SYSTEM, make_temporary=make, write=write))
    assert "New" in path.read_text("utf-8")
    assert kept[-1]
    assert not is_rewriting(path)


def test_that_what_is_kept_is_no_more_open_than_the_ladder(path: Path) -> None:
    path.chmod(0o600)
    modes: list[int] = []

    def write(handle: int, data: memoryview) -> int:
        if sibling_path(path, "rewriting").exists():
            modes.append(sibling_path(path, "rewriting").stat().st_mode & 0o777)
        return os.write(handle, data)

    save_ladder(path, *renamed(path), replace(SYSTEM, write=write))
    assert modes and set(modes) == {0o600}


def test_that_a_text_written_over_in_part_is_known_from_one_that_somebody_wrote() -> None:
    chance = random.Random(7)
    for _ in range(200):
        old, new = (chance.randbytes(chance.randrange(1, 3000)) for _ in range(2))
        torn = chance.randrange(len(new) + 1)
        assert is_part_of_both(new[:torn] + old[torn:], old, new)
    old, new = b"a" * 2000, b"b" * 2000
    assert is_part_of_both(old[:512] + new[512:1024] + old[1024:], old, new)
    assert is_part_of_both(bytes(512) + new[512:], old, new)
    assert not is_part_of_both(b"c" + new[1:], old, new)
    assert not is_part_of_both(old + b"a", old, new)


def test_that_what_a_crash_left_half_kept_is_cleared_by_the_next_save(path: Path) -> None:
    def stop(_: int) -> NoReturn:
        raise Stopped

    document, digest = renamed(path)
    stopped = replace(SYSTEM, fsync=stop, unlink=lambda _: None)
    with pytest.raises(Stopped):
        save_ladder(path, document, digest, stopped)
    assert len(list(path.parent.iterdir())) == 3
    save_ladder(path, document, digest)
    assert len(list(path.parent.iterdir())) == 2


@pytest.mark.skipif(os.name == "nt", reason="no pipes of this kind")
@pytest.mark.parametrize("kind", ["folder", "pipe", "dangling link", "text of somebody's"])
def test_that_something_else_of_that_name_does_not_prevent_opening_and_saving(
    path: Path, kind: str
) -> None:
    kept = sibling_path(path, "rewriting")
    if kind == "folder":
        kept.mkdir()
    elif kind == "pipe":
        os.mkfifo(kept)
    elif kind == "dangling link":
        kept.symlink_to("nowhere")
    else:
        kept.write_text("mine")
    before = kept.lstat()
    open_ladder(path)
    finish_rewriting(path)
    assert os.path.samestat(kept.lstat(), before)
    save_ladder(path, *renamed(path))
    assert "New" in path.read_text("utf-8")
    assert os.path.samestat(kept.lstat(), before)
