"""The program's own files beside a ladder are hidden from git, without a word in the project."""

import os
from pathlib import Path

import pytest

from laddereditor.storage.files.guard import exclusive, sibling_path, utc_now
from laddereditor.storage.files.lock import LockAcquired, take
from laddereditor.storage.files.program import this_program
from laddereditor.storage.git.excluding import hide_from_git
from tests.storage.git.test_history import TEXT, Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repo")
    made.write("hr/data.yaml", TEXT.format("One"))
    made.git("add", ".")
    made.git("commit", "-qm", "One")
    return made


def untracked(repository: Repository) -> list[str]:
    return repository.git("status", "--porcelain", "-uall").split()[1::2]


def test_that_git_sees_no_lock_and_no_save_that_is_under_way(repository: Repository) -> None:
    path = repository.folder / "hr" / "data.yaml"
    hide_from_git(path)
    assert isinstance(take(path, this_program(), utc_now), LockAcquired)
    sibling_path(path, "rewriting").touch()
    with exclusive(path, this_program()):
        assert untracked(repository) == []
    repository.write("hr/other.yaml", "mine")
    assert untracked(repository) == ["hr/other.yaml"]


def test_that_the_lines_are_added_once_and_to_what_is_there(repository: Repository) -> None:
    exclude = repository.folder / ".git" / "info" / "exclude"
    exclude.write_bytes(b"*.bak\n\xff no line end")
    for _ in range(2):
        hide_from_git(repository.folder / "hr" / "data.yaml")
    lines = exclude.read_bytes().splitlines()
    assert lines[:2] == [b"*.bak", b"\xff no line end"]
    assert lines.count(b".*.yaml.lock*") == 1


def test_that_a_work_tree_shares_the_list_of_its_repository(
    repository: Repository, tmp_path: Path
) -> None:
    repository.git("worktree", "add", "-q", str(tmp_path / "tree"), "-b", "other")
    path = tmp_path / "tree" / "hr" / "data.yaml"
    hide_from_git(path)
    take(path, this_program(), utc_now)
    assert Repository.git(_at(tmp_path / "tree"), "status", "--porcelain") == ""


def _at(folder: Path) -> Repository:
    found = Repository.__new__(Repository)
    found.folder, found.clock = folder, 0
    return found


@pytest.mark.skipif(os.name == "nt", reason="no pipes of this kind")
def test_that_what_is_no_list_is_left_alone(repository: Repository, tmp_path: Path) -> None:
    exclude, other = repository.folder / ".git" / "info" / "exclude", tmp_path / "other"
    path = repository.folder / "hr" / "data.yaml"
    other.write_text("mine\n")
    exclude.unlink()
    exclude.symlink_to(other)
    hide_from_git(path)
    assert other.read_text() == "mine\n"
    exclude.unlink()
    os.mkfifo(exclude)
    hide_from_git(path)
    hide_from_git(tmp_path / "nowhere" / "data.yaml")
