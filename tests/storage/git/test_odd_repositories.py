"""A repository with pipes, devices or huge objects in it: told in words, and soon."""

import hashlib
import os
import shutil
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from laddereditor.storage.git import repo
from laddereditor.storage.git.history import NoGitHistory, commits_of, open_commit
from laddereditor.storage.git.sizes import ObjectTooLarge, inflated, refuse_large
from laddereditor.storage.reading.faults import UnreadableLadder
from tests.storage.git.test_history import TEXT, Repository

if os.name == "nt":
    pytest.skip("no pipes of this kind", allow_module_level=True)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repo")
    made.write("data.yaml", TEXT.format("One"))
    made.git("add", ".")
    made.git("commit", "-qm", "One")
    return made


ODD: dict[str, Callable[[Path], object]] = {
    "pipe": os.mkfifo,
    "device": lambda path: path.symlink_to("/dev/zero"),
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    "name",
    ["HEAD", "config", "shallow", "packed-refs", "refs/heads/main", "info/grafts", "commondir"],
)
def test_that_a_control_file_that_is_not_a_file_is_reported(
    repository: Repository, name: str, odd: str
) -> None:
    path = repository.folder / ".git" / name
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    ODD[odd](path)
    with pytest.raises(NoGitHistory, match=f"it is a {odd}"):
        commits_of(repository.folder / "data.yaml")


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("name", ["info/alternates", "pack/pack-00.idx", "pack/pack-00.pack"])
def test_that_a_store_with_something_that_is_not_a_file_is_reported(
    repository: Repository, name: str, odd: str
) -> None:
    path = repository.folder / ".git" / "objects" / name
    path.parent.mkdir(exist_ok=True)
    ODD[odd](path)
    with pytest.raises(NoGitHistory, match=f"it is a {odd}"):
        commits_of(repository.folder / "data.yaml")


@pytest.mark.parametrize("odd", ODD)
def test_that_an_object_that_is_not_a_file_is_reported(repository: Repository, odd: str) -> None:
    head = repository.git("rev-parse", "HEAD").strip()
    path = repository.folder / ".git" / "objects" / head[:2] / head[2:]
    path.unlink()
    ODD[odd](path)
    with pytest.raises(NoGitHistory, match=f"it is a {odd}"):
        commits_of(repository.folder / "data.yaml")


def test_that_a_link_to_a_repository_that_is_a_pipe_is_reported(repository: Repository) -> None:
    shutil.rmtree(repository.folder / ".git")
    os.mkfifo(repository.folder / ".git")
    with pytest.raises(NoGitHistory, match="it is a pipe"):
        commits_of(repository.folder / "data.yaml")


def test_that_a_configuration_includes_nothing_from_elsewhere(repository: Repository) -> None:
    with (repository.folder / ".git" / "config").open("a") as config:
        config.write("[include]\n\tpath = /dev/zero\n")
    assert len(commits_of(repository.folder / "data.yaml").commits) == 1


@pytest.mark.parametrize("packed", [False, True])
def test_that_a_content_larger_than_any_ladder_is_refused(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, packed: bool
) -> None:
    path = repository.write("data.yaml", TEXT.format("x" * 5000))
    repository.git("commit", "-qam", "Large")
    if packed:
        repository.git("gc", "-q")
    commit = commits_of(path).commits[0]
    monkeypatch.setattr(repo, "MAX_BYTES", 4000)
    with pytest.raises(UnreadableLadder, match="too large"):
        open_commit(path, commit)


def loose(kind: str, size: int, content: bytes) -> bytes:
    return zlib.compress(f"{kind} {size}\0".encode() + content)


def test_that_an_object_that_says_it_is_huge_is_not_inflated() -> None:
    assert inflated(loose("blob", 3, b"abc"), 10) == (b"blob", b"abc")
    with pytest.raises(ObjectTooLarge):
        inflated(loose("blob", 4_000_000_000, b""), 1000)
    # One that lies is inflated no further than it says.
    with pytest.raises(ValueError, match="not as large as it says"):
        inflated(loose("blob", 10, bytes(50_000_000)), 1000)


def varint(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*out, number])


def packed_object(kind: int, size: int, data: bytes) -> bytes:
    head = kind << 4 | size & 15
    rest = size >> 4
    return (bytes([head | 0x80]) + varint(rest) if rest else bytes([head])) + data


@pytest.mark.parametrize(
    ("base", "made"), [(10, 4_000_000_000), (4_000_000_000, 10)], ids=["result", "base"]
)
def test_that_a_small_delta_that_makes_something_huge_is_refused(base: int, made: int) -> None:
    plain = packed_object(3, 10, zlib.compress(bytes(10)))
    delta = varint(base) + varint(made)
    small = packed_object(6, len(delta), bytes([len(plain)]) + zlib.compress(delta))
    pack = BytesIO(plain + small)
    assert refuse_large(pack, 0, 20, 1000) is None
    known: set[int] = set()
    for _ in range(2):  # that it was looked at once does not make it smaller
        with pytest.raises(ObjectTooLarge):
            refuse_large(pack, len(plain), 20, 1000, known)


def test_that_a_delta_names_what_it_is_made_from_and_a_chain_without_end_is_reported() -> None:
    name, delta = hashlib.sha1(b"x").digest(), zlib.compress(varint(5) + varint(5))
    by_name = packed_object(7, 2, name + delta)
    assert refuse_large(BytesIO(by_name), 0, 20, 1000) == name
    with pytest.raises(ValueError, match="does not end"):
        refuse_large(BytesIO(packed_object(6, 2, struct.pack("B", 0) + delta)), 0, 20, 1000)


def test_that_a_huge_object_of_a_pack_is_refused_by_its_head() -> None:
    with pytest.raises(ObjectTooLarge):
        refuse_large(BytesIO(packed_object(3, 4_000_000_000, b"")), 0, 20, 1000)


def test_that_a_change_to_something_huge_is_refused_each_time() -> None:
    huge = packed_object(3, 4_000_000_000, b"")
    delta = varint(10) + varint(10)
    small = packed_object(6, len(delta), bytes([len(huge)]) + zlib.compress(delta))
    known: set[int] = set()
    for _ in range(2):
        with pytest.raises(ObjectTooLarge):
            refuse_large(BytesIO(huge + small), len(huge), 20, 1000, known)
