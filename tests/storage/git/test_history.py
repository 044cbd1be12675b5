"""Commits that touched a ladder, in real git repositories."""

import datetime as dt
import os
import shutil
import subprocess
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from laddereditor.storage.git.history import (
    FileCommit,
    NoGitHistory,
    commits_of,
    each_commit,
    open_commit,
)
from laddereditor.storage.reading.faults import Cancelled, UnreadableLadder

if shutil.which("git") is None:
    pytest.skip("git is not installed", allow_module_level=True)

TEXT = (
    "laddereditor: 1\nid: data\nname: {}\ndescription: For all who work with data\nversion: 1.0.0\n"
)
CLOCK = 1_700_000_000


class Repository:
    """A git repository whose clock a test sets."""

    def __init__(self, folder: Path, *init: str) -> None:
        self.folder, self.clock = folder, CLOCK
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "-q", "-b", "main", *init)

    def git(self, *arguments: str) -> str:
        settings = {
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_DATE": f"{self.clock} +0130",
            "GIT_COMMITTER_DATE": f"{self.clock} +0130",
        }
        for who in ("AUTHOR", "COMMITTER"):
            settings |= {f"GIT_{who}_NAME": "Ånn Ex", f"GIT_{who}_EMAIL": "ann@example.org"}
        done = subprocess.run(
            ["git", "-C", str(self.folder), "-c", "protocol.file.allow=always", *arguments],
            capture_output=True,
            check=True,
            env={**os.environ, **settings},
        )
        return done.stdout.decode()

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        return path

    def commit(self, message: str) -> None:
        self.clock += 60
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "checkout")


def filled(repository: Repository) -> Path:
    """Return a ladder with two commits, and one between them that is about something else."""
    path = repository.write("ladders/data.yaml", TEXT.format("One"))
    repository.commit("Add the data ladder\n\nWith more below")
    repository.write("readme.txt", "nothing")
    repository.commit("Add a readme")
    repository.write("ladders/data.yaml", TEXT.format("Two"))
    repository.commit("Call it two")
    return path


def subjects(path: Path) -> list[str]:
    return [commit.subject for commit in commits_of(path).commits]


def test_that_only_commits_that_touched_the_file_are_listed_newest_first(
    repository: Repository,
) -> None:
    path = filled(repository)
    found = commits_of(path)
    assert [c.subject for c in found.commits] == ["Call it two", "Add the data ladder"]
    assert (found.more, found.notice) == (False, "")
    newest = found.commits[0]
    assert newest.hash == repository.git("rev-parse", "HEAD").strip()
    assert newest.author == "Ånn Ex"
    zone = dt.timezone(dt.timedelta(hours=1, minutes=30))
    assert newest.date == dt.datetime.fromtimestamp(repository.clock, zone)
    assert newest.date.utcoffset() == dt.timedelta(hours=1, minutes=30)


def test_that_the_text_at_a_commit_is_read_and_cannot_be_changed(repository: Repository) -> None:
    path = filled(repository)
    new, old = commits_of(path).commits
    assert open_commit(path, new).ladder.name == "Two"
    then = open_commit(path, old)
    assert then.text == TEXT.format("One")
    assert "as committed to git on 2023-11-1" in then.read_only


def test_that_nothing_in_the_repository_is_written(repository: Repository) -> None:
    path = filled(repository)
    before = {e: e.stat().st_mtime_ns for e in repository.folder.rglob("*")}
    for commit in commits_of(path).commits:
        open_commit(path, commit)
    assert {e: e.stat().st_mtime_ns for e in repository.folder.rglob("*")} == before


def test_that_a_renamed_and_edited_file_is_followed(repository: Repository) -> None:
    filled(repository)
    repository.git("mv", "ladders/data.yaml", "numbers ä.yaml")
    path = repository.write("numbers ä.yaml", TEXT.format("Three"))
    repository.write("other.yaml", "laddereditor: 1\nid: other\n")
    repository.commit("Rename it")
    assert subjects(path) == ["Rename it", "Call it two", "Add the data ladder"]
    renamed, before, _ = commits_of(path).commits
    assert (renamed.path, before.path) == ("numbers ä.yaml", "ladders/data.yaml")
    assert open_commit(path, before).ladder.name == "Two"


def test_that_a_new_file_is_not_taken_for_one_that_disappeared(repository: Repository) -> None:
    repository.write("poem.txt", "Of other things\nI sing\nall day\n")
    repository.commit("Add a poem")
    (repository.folder / "poem.txt").unlink()
    path = repository.write("data.yaml", TEXT.format("One"))
    repository.commit("A ladder in the place of a poem")
    assert subjects(path) == ["A ladder in the place of a poem"]


def test_that_of_several_files_that_disappeared_the_most_similar_is_the_former_one(
    repository: Repository,
) -> None:
    repository.write("a.yaml", TEXT.format("A").replace("data", "a"))
    repository.write("b.yaml", TEXT.format("B"))
    repository.commit("Add two")
    repository.git("rm", "-q", "a.yaml", "b.yaml")
    path = repository.write("c.yaml", TEXT.format("C"))
    repository.commit("Make them one")
    assert commits_of(path).commits[1].path == "b.yaml"


def test_that_a_file_that_disappeared_and_returned_shows_that(repository: Repository) -> None:
    path = filled(repository)
    path.unlink()
    repository.commit("Delete it")
    repository.write("ladders/data.yaml", TEXT.format("Four"))
    repository.commit("Bring it back")
    assert subjects(path)[:3] == ["Bring it back", "Delete it", "Call it two"]
    deleted = commits_of(path).commits[1]
    assert deleted.deleted
    with pytest.raises(UnreadableLadder, match="deleted in this commit"):
        open_commit(path, deleted)


def test_that_the_history_before_the_file_is_no_part_of_it(repository: Repository) -> None:
    repository.write("readme.txt", "nothing")
    repository.commit("Begin")
    repository.commit("Nothing")
    path = repository.write("data.yaml", TEXT.format("One"))
    repository.commit("Add it")
    assert subjects(path) == ["Add it"]


def test_that_both_sides_of_a_merge_are_listed(repository: Repository) -> None:
    path = filled(repository)
    repository.git("checkout", "-q", "-b", "side", "HEAD~1")
    repository.write("ladders/data.yaml", TEXT.format("One") + "notes: side\n")
    repository.commit("On the side")
    repository.git("checkout", "-q", "main")
    repository.clock += 60
    repository.git("merge", "-q", "--no-edit", "side")
    assert subjects(path) == [
        "Merge branch 'side'",
        "On the side",
        "Call it two",
        "Add the data ladder",
    ]


def test_that_a_long_history_is_cut_and_only_walked_as_far_as_asked(
    repository: Repository,
) -> None:
    path = filled(repository)
    for number in range(4):
        repository.write("ladders/data.yaml", TEXT.format(f"Number {number}"))
        repository.commit(f"Number {number}")
    found = commits_of(path, limit=2)
    assert [c.subject for c in found.commits] == ["Number 3", "Number 2"]
    assert found.more
    assert [c.subject for c in islice(each_commit(path), 1)] == ["Number 3"]
    assert not commits_of(path, limit=6).more


def test_that_a_walk_can_be_cancelled(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(repository)
    monkeypatch.setattr("laddereditor.storage.git.walking._LOOK_UP", 2)
    with pytest.raises(Cancelled):
        commits_of(path, cancelled=lambda: True)


def test_that_a_worktree_shows_its_own_branch(repository: Repository, tmp_path: Path) -> None:
    filled(repository)
    repository.git("worktree", "add", "-q", str(tmp_path / "second"), "HEAD~1")
    assert subjects(tmp_path / "second" / "ladders" / "data.yaml") == ["Add the data ladder"]


def test_that_a_submodule_shows_its_own_history(repository: Repository, tmp_path: Path) -> None:
    filled(repository)
    outer = Repository(tmp_path / "outer")
    outer.git("submodule", "--quiet", "add", str(repository.folder), "inner")
    outer.commit("Add the submodule")
    path = outer.folder / "inner" / "ladders" / "data.yaml"
    assert subjects(path) == ["Call it two", "Add the data ladder"]


def test_that_a_shallow_clone_says_that_it_is_one(repository: Repository, tmp_path: Path) -> None:
    filled(repository)
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth", "1", repository.folder.as_uri(), str(clone))
    found = commits_of(clone / "ladders" / "data.yaml")
    assert [c.subject for c in found.commits] == ["Call it two"]
    assert "only the newest part of the history" in found.notice


def test_that_a_partial_clone_lists_commits_whose_text_is_not_there(
    repository: Repository, tmp_path: Path
) -> None:
    filled(repository)
    repository.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    uri = repository.folder.as_uri()
    repository.git("clone", "-q", "--filter=blob:none", uri, str(clone))
    path = clone / "ladders" / "data.yaml"
    new, old = commits_of(path).commits
    assert open_commit(path, new).ladder.name == "Two"
    with pytest.raises(UnreadableLadder, match="is not in this git checkout"):
        open_commit(path, old)


def test_that_packed_history_is_read_too(repository: Repository) -> None:
    path = filled(repository)
    repository.git("gc", "-q")
    assert subjects(path) == ["Call it two", "Add the data ladder"]


def test_that_a_detached_head_is_no_matter(repository: Repository) -> None:
    path = filled(repository)
    repository.git("checkout", "-q", "--detach", "HEAD~1")
    assert subjects(path) == ["Add the data ladder"]


def test_that_a_path_whose_case_or_accents_differ_is_found(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("Lädder.yaml", TEXT.format("One"))
    repository.commit("Add it")
    # As a file system that ignores case and takes accents apart would name it.
    assert subjects(repository.folder / "la\u0308dder.YAML") == ["Add it"]


def no_history(path: Path) -> str:
    with pytest.raises(NoGitHistory) as caught:
        commits_of(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_that_there_may_be_no_history(repository: Repository, tmp_path: Path) -> None:
    lone = tmp_path / "lone.yaml"
    lone.write_text(TEXT)
    assert no_history(lone) == "lone.yaml is not in a git checkout"
    path = repository.write("data.yaml", TEXT)
    assert no_history(path) == "Nothing was committed in this git checkout yet"
    repository.commit("Add it")
    untracked = repository.write("new/other.yaml", TEXT)
    assert no_history(untracked) == "other.yaml was not committed to git yet"
    assert no_history(repository.folder / "gone" / "x.yaml").startswith("x.yaml was not committed")


def test_that_a_bare_repository_inside_a_checkout_is_no_checkout(repository: Repository) -> None:
    filled(repository)
    bare = Repository(repository.folder / "bare.git", "--bare")
    path = bare.write("data.yaml", TEXT)
    assert no_history(path) == "The git repository around this file has no checkout"


def test_that_a_bare_repository_is_not_a_checkout(tmp_path: Path) -> None:
    bare = Repository(tmp_path / "bare.git", "--bare")
    path = bare.write("data.yaml", TEXT)
    assert "is not in a git checkout" in no_history(path)


@pytest.mark.parametrize("content", [b"", b"gitdir: /nowhere/at/all\n", b"\xff\x00 nonsense"])
def test_that_a_broken_link_to_a_repository_is_reported(tmp_path: Path, content: bytes) -> None:
    (tmp_path / ".git").write_bytes(content)
    path = tmp_path / "data.yaml"
    path.write_text(TEXT)
    assert "git checkout" in no_history(path)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda git: (git / "HEAD").write_text("nonsense"),
        lambda git: (git / "HEAD").write_bytes(b"\xff\xfe"),
        lambda git: (git / "refs/heads/main").write_text("0" * 40),
        lambda git: (git / "refs/heads/main").write_text("nonsense"),
        lambda git: (git / "config").write_text("[core\nnonsense"),
        lambda git: shutil.rmtree(git / "objects"),
        lambda git: [shutil.rmtree(e) for e in (git / "objects").iterdir() if len(e.name) == 2],
    ],
)
def test_that_a_damaged_repository_is_reported_in_words(repository: Repository, spoil) -> None:  # type: ignore[no-untyped-def]
    path = filled(repository)
    spoil(repository.folder / ".git")
    assert "git" in no_history(path)


def test_that_a_history_damaged_further_back_shows_what_is_intact(repository: Repository) -> None:
    path = filled(repository)
    first = repository.git("rev-list", "--max-parents=0", "HEAD").strip()
    tree = repository.git("rev-parse", f"{first}^{{tree}}").strip()
    for name in (first, tree):
        (repository.folder / ".git/objects" / name[:2] / name[2:]).chmod(0o644)
    (repository.folder / ".git/objects" / first[:2] / first[2:]).write_bytes(b"damaged")
    found = commits_of(path)
    assert "damaged" in found.notice
    assert not found.more


def test_that_odd_commits_are_shown_as_plain_lines(repository: Repository) -> None:
    filled(repository)
    tree = repository.git("rev-parse", "HEAD^{tree}").strip()
    raw = (
        f"tree {tree}\nauthor <> 99999999999999 +9999\ncommitter C <c> 1 +0000\n"
        "encoding nonsense\n\n\n\u202e<b>Odd</b>\u0007 subject\n\nmore\n"
    )
    make = ("hash-object", "-w", "-t", "commit", "--stdin", "--literally")
    made = subprocess.run(
        ["git", "-C", repository.folder, *make],
        input=raw.encode(),
        capture_output=True,
        check=True,
    )
    repository.git("update-ref", "refs/heads/main", made.stdout.decode().strip())
    (commit,) = commits_of(repository.folder / "ladders" / "data.yaml").commits
    assert commit.subject == "<b>Odd</b> subject"
    assert (commit.date, commit.author) == (None, "")


steps = st.lists(
    st.sampled_from(["edit", "other", "branch", "switch", "merge"]), min_size=3, max_size=12
)


@settings(
    max_examples=6,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps)
def test_that_the_commits_are_those_that_git_log_shows(
    tmp_path_factory: pytest.TempPathFactory, wanted: list[str]
) -> None:
    repository = Repository(tmp_path_factory.mktemp("random"))
    path = repository.write("data.yaml", TEXT.format(0))
    repository.commit("first")
    repository.git("branch", "side")
    for number, step in enumerate(wanted):
        repository.clock += 60
        if step == "edit":
            repository.write("data.yaml", TEXT.format(number))
            repository.commit(f"edit {number}")
        elif step == "other":
            repository.write(f"other {number}.txt", str(number))
            repository.commit(f"other {number}")
        elif step == "branch":
            repository.git("branch", "-f", "side", "HEAD") if on_main(repository) else None
        elif step == "switch":
            repository.git("checkout", "-q", "side" if on_main(repository) else "main")
        else:
            other = "side" if on_main(repository) else "main"
            repository.git("merge", "-q", "--no-edit", "-X", "ours", other)
    logged = repository.git("log", "--date-order", "--format=%H", "--", "data.yaml").split()
    found: tuple[FileCommit, ...] = commits_of(path).commits
    # A merge that git leaves out although it differs from both sides' files cannot be told so.
    merges = set(repository.git("log", "--merges", "--format=%H").split())
    assert [c.hash for c in found if c.hash not in merges] == [h for h in logged if h not in merges]
    assert set(logged) <= {c.hash for c in found}


def on_main(repository: Repository) -> bool:
    return repository.git("rev-parse", "--abbrev-ref", "HEAD").strip() == "main"


def test_that_a_mistake_of_the_program_is_not_reported_as_damage(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled(repository)

    def broken(*_: object) -> None:
        raise AttributeError("a mistake")

    monkeypatch.setattr("laddereditor.storage.git.history.CommitWalk", broken)
    with pytest.raises(AttributeError):
        commits_of(path)
