"""Saves of several files that fail or are cut short: all of them are written, or none."""

import errno
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.storage.files.document import update
from laddereditor.storage.files.folder.journal import FileChange, _packed, is_saving
from laddereditor.storage.files.ladder_files import (
    SYSTEM,
    ChangedOnDisk,
    SaveFailed,
    open_ladder,
    save_ladder,
)
from laddereditor.storage.files.sibling_names import sibling_path
from tests.storage.folder.splitting import contents, put
from tests.storage.folder.test_folders import FILES

_KILLED = """
import os, sys
from dataclasses import replace
from pathlib import Path
from laddereditor.storage.files.document import update
from laddereditor.storage.files.ladder_files import SYSTEM, open_ladder, save_ladder
from tests.storage.folder.test_crashes import edited

folder, steps = Path(sys.argv[1]), int(sys.argv[2])

def replaced(old, new):
    global steps
    if not steps:
        os._exit(9)
    steps -= 1
    SYSTEM.replace(old, new)

read = open_ladder(folder)
system = replace(SYSTEM, replace=replaced)
save_ladder(folder, update(read.document, edited(read.document.ladder)), read.digest, system)
"""


def edited(ladder: Ladder) -> Ladder:
    """Return the ladder with an edit in each of three files."""
    levels = (evolve(ladder.levels[0], name="Junior"), *ladder.levels[1:])
    families = (evolve(ladder.families[0], name="Bread Baker"), *ladder.families[1:])
    return evolve(ladder, name="Renamed", levels=levels, families=families)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put(tmp_path / "technology", FILES)


def _save(folder: Path, replaced: Callable[[str, Path], None]) -> None:
    read = open_ladder(folder)
    system = replace(SYSTEM, replace=replaced)
    save_ladder(folder, update(read.document, edited(read.document.ladder)), read.digest, system)


class _Failing:
    """Replaces files until some of them were replaced."""

    def __init__(self, after: int, error: BaseException, *, stays: bool = False) -> None:
        self.after, self.error, self.stays = after, error, stays

    def __call__(self, old: str, new: Path) -> None:
        self.after -= 1
        if self.after == -1 or (self.stays and self.after < 0):
            raise self.error
        SYSTEM.replace(old, new)


@pytest.mark.parametrize("after", range(4))
@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
def test_that_a_failed_write_leaves_all_files_as_they_were(
    folder: Path, after: int, error: BaseException
) -> None:
    with pytest.raises((SaveFailed, KeyboardInterrupt)) as caught:
        _save(folder, _Failing(after, error))
    assert contents(folder) == FILES
    if isinstance(error, OSError):
        assert "disk is full" in str(caught.value)


def test_that_files_which_cannot_be_written_back_are_named_and_finished_later(
    folder: Path,
) -> None:
    with pytest.raises(SaveFailed) as caught:
        _save(folder, _Failing(2, OSError(errno.EIO, "gone"), stays=True))
    assert "Already written: families/baker.yaml" in str(caught.value)
    assert open_ladder(folder).document.ladder.name == "Renamed"
    assert not is_saving(folder)


@pytest.mark.parametrize("steps", range(5))
def test_that_a_killed_save_is_finished_or_undone(folder: Path, steps: int) -> None:
    before = open_ladder(folder).document.ladder
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", _KILLED, str(folder), str(steps)]
    done = subprocess.run(command, env=environment, cwd=Path.cwd(), check=False)
    assert done.returncode == (9 if steps < 4 else 0)
    ladder = open_ladder(folder).document.ladder
    assert ladder == (edited(before) if steps else before)
    left = contents(folder).keys() - FILES.keys()
    assert not [name for name in left if "saving-files" in name]
    read = open_ladder(folder)
    save_ladder(folder, read.document, read.digest)
    assert contents(folder).keys() == FILES.keys()


def test_that_a_killed_save_leaves_what_somebody_else_wrote_since(folder: Path) -> None:
    theirs = FILES["levels.yaml"] + b"# theirs\n"
    (folder / "levels.yaml").write_bytes(theirs)
    changes = {
        name: FileChange(FILES[name], FILES[name] + b"# new\n")
        for name in ("levels.yaml", "ladder.yaml")
    }
    sibling_path(folder, "saving-files").write_bytes(_packed(changes))
    open_ladder(folder)
    now = contents(folder)
    assert now["levels.yaml"] == theirs
    assert now["ladder.yaml"] == changes["ladder.yaml"].new


@pytest.mark.parametrize(
    "name", ["../out.yaml", "/tmp/out.yaml", "a/../../out.yaml", ".hidden.yaml", "program.py"]
)
def test_that_no_path_outside_the_folder_is_written(folder: Path, name: str) -> None:
    target = folder / name
    before = target.exists()
    sibling_path(folder, "saving-files").write_bytes(_packed({name: FileChange(None, b"bad")}))
    open_ladder(folder)
    assert target.exists() == before


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_that_no_linked_folder_is_written_into(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / "link").symlink_to(outside)
    journal = sibling_path(folder, "saving-files")
    journal.write_bytes(_packed({"link/bad.yaml": FileChange(None, b"bad")}))
    open_ladder(folder)
    assert not list(outside.iterdir())


@pytest.mark.parametrize(
    "head", [b"[]", b"{}", b"none", b'{"laddereditor-saving-files": 1, "files": [[1, 2, 3]]}']
)
def test_that_a_hidden_file_of_another_program_is_left_alone(folder: Path, head: bytes) -> None:
    rest = head + b"\n"
    journal = sibling_path(folder, "saving-files")
    journal.write_bytes(hashlib.sha256(rest).hexdigest().encode() + b" " + rest)
    open_ladder(folder)
    assert journal.exists()


def test_that_a_file_changed_between_two_writes_stops_the_save(folder: Path) -> None:
    theirs = FILES["levels.yaml"] + b"# theirs\n"

    def replaced(old: str, new: Path) -> None:
        SYSTEM.replace(old, new)
        (folder / "levels.yaml").write_bytes(theirs)

    with pytest.raises(ChangedOnDisk):
        _save(folder, replaced)
    assert contents(folder) == {**FILES, "levels.yaml": theirs}
