"""Who has a ladder open, and who may replace it: one at a time, and nobody for ever."""

import errno
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from laddereditor.storage.files.guard import Busy, exclusive, sibling_path
from laddereditor.storage.files.lock import (
    STALE_AFTER,
    LockAcquired,
    LockedByOther,
    NoLock,
    lock_path,
    look,
    release,
    take,
)
from laddereditor.storage.files.lock_calls import CALLS
from laddereditor.storage.files.lock_file import read
from laddereditor.storage.files.program import Program, from_raw, is_running, this_program, to_raw
from laddereditor.storage.files.stale_lock import remove_stale
from tests.examples import examples

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
ME = this_program()
# The same process under another token stands for another run of the program that is alive.
OTHER = replace(ME, token="other", user="Ada Berg", machine="PC-17")
ELSEWHERE = replace(OTHER, host="another machine")


def clock() -> datetime:
    return NOW


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "technology.yaml"
    file.write_text("laddereditor: 1\n")
    return file


@pytest.fixture(scope="module")
def gone() -> Program:
    """A run of the program on this machine that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return replace(OTHER, process=ended.pid, started="1")


def age(file: Path, seconds: float) -> None:
    moment = file.stat().st_mtime - seconds
    os.utime(file, (moment, moment))


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def fails(code: int) -> Callable[..., NoReturn]:
    def fail(*_: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return fail


def test_that_the_second_opener_learns_who_is_first(path: Path) -> None:
    assert take(path, OTHER, clock) == LockAcquired()
    assert names(path.parent) == [".technology.yaml.lock", "technology.yaml"]
    held = take(path, ME, clock)
    assert held == LockedByOther(OTHER, NOW, NOW) == look(path, ME)
    assert str(held).startswith("Ada Berg has this file open on PC-17 since 2026-12-01 ")
    assert look(path, OTHER) is None


def test_that_whoever_lets_go_removes_only_their_own(path: Path) -> None:
    take(path, OTHER, clock)
    release(path, ME)
    assert look(path, ME)
    release(path, OTHER)
    release(path, OTHER)
    assert names(path.parent) == ["technology.yaml"]
    assert take(path, ME, clock) == LockAcquired()


def test_that_taking_again_renews_and_keeps_when_it_began(path: Path) -> None:
    take(path, ELSEWHERE, clock)
    file = lock_path(path)
    age(file, STALE_AFTER + 60)
    later = NOW.replace(hour=11)
    assert take(path, ELSEWHERE, lambda: later) == LockAcquired()
    assert take(path, ME, clock) == LockedByOther(ELSEWHERE, NOW, later)


def test_that_the_lock_of_a_crashed_run_is_taken_over(path: Path, gone: Program) -> None:
    take(path, gone, clock)
    assert look(path, ME) is None
    assert take(path, ME, clock) == LockAcquired(former=gone)
    assert take(path, ME, clock) == LockAcquired()
    assert isinstance(take(path, OTHER, clock), LockedByOther)
    assert names(path.parent) == [".technology.yaml.lock", "technology.yaml"]


def test_that_a_process_number_given_again_is_not_the_former_process(path: Path) -> None:
    if not ME.started:
        pytest.skip("this system does not tell when a process began")
    former = replace(OTHER, started="1")
    take(path, former, clock)
    assert take(path, ME, clock) == LockAcquired(former)


def test_that_a_living_process_of_this_machine_holds_however_quiet_it_is(path: Path) -> None:
    take(path, OTHER, clock)
    age(lock_path(path), STALE_AFTER * 100)
    assert isinstance(take(path, ME, clock), LockedByOther)


@pytest.mark.parametrize(
    ("quiet", "stale"),
    [
        (0, False),
        (STALE_AFTER - 30, False),
        (STALE_AFTER + 30, True),
        (-STALE_AFTER + 30, False),
        (-STALE_AFTER - 30, True),  # the file server's clock was set back
    ],
)
def test_that_another_machine_that_has_gone_quiet_loses_it(
    path: Path, quiet: float, stale: bool
) -> None:
    take(path, ELSEWHERE, clock)
    age(lock_path(path), quiet)
    assert (look(path, ME) is None) is stale
    assert take(path, ME, clock) == (
        LockAcquired(ELSEWHERE) if stale else LockedByOther(ELSEWHERE, NOW, NOW)
    )
    # Who comes back finds it lost, and leaves it exclusive.
    if stale:
        assert isinstance(take(path, ELSEWHERE, clock), LockedByOther)
        release(path, ELSEWHERE)
        assert take(path, ME, clock) == LockAcquired()


@pytest.mark.parametrize("hours", [-30, 30])
def test_that_the_clocks_of_two_machines_need_not_agree(path: Path, hours: int) -> None:
    off = datetime.fromtimestamp(NOW.timestamp() + hours * 3600, UTC)
    server = time.time() + hours * 3600
    calls = replace(CALLS, probe=lambda _: server)
    take(path, ELSEWHERE, lambda: off)
    os.utime(lock_path(path), (server, server))
    assert isinstance(take(path, ME, clock, calls), LockedByOther)
    os.utime(lock_path(path), (server - STALE_AFTER - 1,) * 2)
    assert take(path, ME, clock, calls) == LockAcquired(ELSEWHERE)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
keys = st.sampled_from([*to_raw(ME), "since", "seen"])
contents = (
    st.binary(max_size=200)
    | json_values.map(lambda value: json.dumps(value).encode())
    | st.dictionaries(keys, json_values).map(
        lambda some: json.dumps(
            to_raw(ELSEWHERE) | {"since": NOW.isoformat(), "seen": "x"} | some
        ).encode()
    )
)


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(b"")
@example(b"[" * 4000)
@example(b'{"process": 99999999999999999999999999}')
@example(json.dumps(to_raw(replace(OTHER, process=10**40))).encode())
@example(json.dumps(to_raw(ELSEWHERE)).encode() + b" " * 10_000_000)
@given(content=contents)
def test_that_a_garbled_lock_holds_until_it_is_old(path: Path, content: bytes) -> None:
    file = lock_path(path)
    file.write_bytes(content)
    assert isinstance(take(path, ME, clock), LockedByOther | LockAcquired)
    file.write_bytes(content)
    held = look(path, ME)
    assert held is None or "has this file open" in str(held)
    age(file, STALE_AFTER + 30)
    assert isinstance(take(path, ME, clock), LockAcquired)
    assert isinstance(take(path, OTHER, clock), LockedByOther)


def test_that_garbled_text_is_held_by_somebody_while_it_is_fresh(path: Path) -> None:
    lock_path(path).write_bytes(b"\xff\xfe garbled")
    assert take(path, ME, clock) == LockedByOther(None, None, None)
    release(path, ME)
    assert str(look(path, ME)) == "Somebody has this file open"


def test_that_foreign_names_are_shown_on_one_short_line() -> None:
    raw = to_raw(replace(ELSEWHERE, user="A\n\x1b[31mB\u202e" + "x" * 5000))
    program = from_raw(raw)
    assert program
    assert program.user.isprintable()
    assert len(program.user) <= 100


def test_that_something_else_of_that_name_is_left_alone(path: Path) -> None:
    file = lock_path(path)
    file.mkdir()
    age(file, STALE_AFTER * 2)
    assert take(path, ME, clock) == LockedByOther(None, None, None)
    release(path, ME)
    file.rmdir()
    os.mkfifo(file)
    age(file, STALE_AFTER * 2)
    assert take(path, ME, clock) == LockedByOther(None, None, None)
    file.unlink()
    file.symlink_to(path)
    assert take(path, ME, clock) == LockedByOther(None, None, None)
    assert path.read_text() == "laddereditor: 1\n"


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.EPERM])
def test_that_a_read_only_folder_needs_no_lock(path: Path, code: int) -> None:
    result = take(path, ME, clock, replace(CALLS, open=fails(code)))
    assert isinstance(result, NoLock)
    assert result.read_only


@pytest.mark.parametrize("call", ["open", "write"])
def test_that_a_full_disk_is_reported_and_leaves_nothing_behind(path: Path, call: str) -> None:
    result = take(path, ME, clock, replace(CALLS, **{call: fails(errno.ENOSPC)}))
    assert isinstance(result, NoLock)
    assert not result.read_only
    assert "no space left" in result.why
    assert names(path.parent) == ["technology.yaml"]


def test_that_faults_on_the_way_to_a_take_over_are_reported(path: Path, gone: Program) -> None:
    take(path, gone, clock)
    sticky = replace(CALLS, unlink=fails(errno.EPERM))
    assert isinstance(take(path, ME, clock, sticky), NoLock)
    take_away_all(path)
    take(path, ELSEWHERE, clock)
    assert isinstance(take(path, ME, clock, replace(CALLS, probe=fails(errno.EIO))), NoLock)
    assert look(path, ME, replace(CALLS, probe=fails(errno.EROFS))) == LockedByOther(
        ELSEWHERE, NOW, NOW
    )


def take_away_all(path: Path) -> None:
    for entry in path.parent.iterdir():
        if entry != path:
            entry.unlink()


def test_that_a_vanished_folder_is_reported(path: Path) -> None:
    path.unlink()
    path.parent.rmdir()
    result = take(path, ME, clock)
    assert isinstance(result, NoLock)
    assert look(path, ME) is None
    release(path, ME)


def test_that_a_link_and_its_file_share_a_lock_and_long_names_have_one(path: Path) -> None:
    link = path.parent / "elsewhere" / "link.yaml"
    link.parent.mkdir()
    link.symlink_to(path)
    assert lock_path(link) == lock_path(path)
    long = path.with_name("é" * 124 + ".yaml")
    assert take(long, OTHER, clock) == LockAcquired()
    assert isinstance(take(long, ME, clock), LockedByOther)
    assert lock_path(long) != lock_path(long.with_name("é" * 123 + ".yaml"))


def leave_claim(path: Path, gone: Program) -> None:
    """Leave what a crash in the midst of taking over a stale lock leaves."""
    file, left = lock_path(path), {}

    def crash(_: Path) -> NoReturn:
        left.update({claim: claim.read_bytes() for claim in path.parent.glob(f"{file.name}.*")})
        raise OSError(errno.EIO, "crash")

    found = read(file)
    assert found
    with pytest.raises(OSError, match="crash"):
        remove_stale(file, found, gone, clock, replace(CALLS, unlink=crash))
    assert len(left) == 1
    for claim, content in left.items():
        claim.write_bytes(content)


@pytest.fixture
def switching() -> Iterator[None]:
    """Let threads take turns at nearly every step."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("switching")
@pytest.mark.parametrize("left", ["nothing", "a dead lock", "a dead lock and a dead claim"])
def test_that_of_many_at_once_one_wins(path: Path, gone: Program, left: str) -> None:
    runners = [replace(ME, token=f"runner {number}") for number in range(6)]
    for _ in range(12):
        take_away_all(path)
        if left != "nothing":
            take(path, gone, clock)
        if left.endswith("claim"):
            leave_claim(path, gone)
        start = threading.Barrier(len(runners))
        results: list[object] = []

        def run(me: Program, start: threading.Barrier, results: list[object]) -> None:
            start.wait()
            results.append(take(path, me, clock))

        threads = [threading.Thread(target=run, args=(me, start, results)) for me in runners]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sum(isinstance(result, LockAcquired) for result in results) == 1
        assert sum(isinstance(result, LockedByOther) for result in results) == len(runners) - 1
        assert names(path.parent) == [".technology.yaml.lock", "technology.yaml"]


def test_that_a_lock_renewed_in_the_meantime_is_not_taken_away(path: Path) -> None:
    take(path, ELSEWHERE, clock)
    file = lock_path(path)
    found = read(file)
    assert found
    take(path, ELSEWHERE, lambda: NOW.replace(hour=10))
    remove_stale(file, found, ME, clock)
    assert read(file)

    assert names(path.parent) == [".technology.yaml.lock", "technology.yaml"]


def test_that_a_crash_while_taking_over_is_no_obstacle(path: Path, gone: Program) -> None:
    take(path, gone, clock)
    leave_claim(path, gone)
    assert take(path, ME, clock) == LockAcquired(gone)
    assert names(path.parent) == [".technology.yaml.lock", "technology.yaml"]


@pytest.mark.usefixtures("switching")
def test_that_only_one_saves_at_a_time(path: Path, gone: Program) -> None:
    take(path, gone, clock)
    dead = lock_path(path).read_bytes()
    inside: list[str] = []
    most: list[int] = []

    def save(me: Program) -> None:
        for number in range(12):
            with exclusive(path, me):
                inside.append(me.token)
                most.append(len(inside))
                time.sleep(0)
                inside.remove(me.token)
            if number % 4 == 0:  # a crash
                with suppress(FileExistsError), sibling_path(path, "saving").open("xb") as guard:
                    guard.write(dead)

    threads = [threading.Thread(target=save, args=(replace(ME, token=str(n)),)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(most) == 48
    assert max(most) == 1
    assert not list(path.parent.glob(".technology.yaml.saving.*"))


def test_that_a_guard_left_by_a_running_program_does_not_stay_for_ever(path: Path) -> None:
    take(path, OTHER, clock)
    guard = sibling_path(path, "saving")
    lock_path(path).rename(guard)
    age(guard, 100)
    with pytest.raises(Busy), exclusive(path, ME, wait=0):
        pass
    age(guard, 100)
    with exclusive(path, ME, wait=0):
        pass


def test_that_waiting_for_another_save_has_an_end(path: Path, gone: Program) -> None:
    with (
        exclusive(path, OTHER),
        pytest.raises(Busy, match=r"Ada Berg is saving technology\.yaml right now"),
        exclusive(path, ME, wait=0.01),
    ):
        pass
    with pytest.raises(RuntimeError), exclusive(path, ME):
        raise RuntimeError
    assert names(path.parent) == ["technology.yaml"]
    # A crash in the midst of a save leaves the guard behind.
    take(path, gone, clock)
    lock_path(path).rename(sibling_path(path, "saving"))
    with exclusive(path, ME, wait=0.0):
        pass


def test_that_in_a_folder_that_takes_no_file_the_ladder_itself_is_locked(path: Path) -> None:
    closed = replace(CALLS, open=fails(errno.EACCES))
    with (
        exclusive(path, OTHER, calls=closed),
        pytest.raises(Busy, match=r"is saving technology\.yaml"),
        exclusive(path, ME, wait=0.05, calls=closed),
    ):
        pass
    with exclusive(path, ME, wait=0, calls=closed):
        pass
    path.unlink()
    with pytest.raises(PermissionError), exclusive(path, ME, calls=closed):
        pass


@pytest.mark.parametrize("kind", ["folder", "full folder", "dangling link", "link", "pipe"])
def test_that_what_is_no_file_in_the_place_of_the_guard_does_not_prevent_saving(
    path: Path, kind: str
) -> None:
    guard, other = sibling_path(path, "saving"), path.with_name("other.yaml")
    other.write_text("mine")
    put_in_place(guard, kind, other)
    before = names(path.parent)
    with exclusive(path, OTHER, wait=0), pytest.raises(Busy), exclusive(path, ME, wait=0.01):
        pass
    assert names(path.parent) == before
    assert other.read_text() == "mine"


def put_in_place(name: Path, kind: str, other: Path) -> None:
    """Put something that is not a file in the place of one of the program's own files."""
    if "folder" in kind:
        name.mkdir()
        if kind.startswith("full"):
            (name / "x").touch()
    elif kind == "pipe":
        os.mkfifo(name)
    else:
        name.symlink_to("nowhere" if kind.startswith("dangling") else other)


def test_that_what_blocks_saving_altogether_is_reported_at_once(path: Path) -> None:
    sibling_path(path, "saving").mkdir()
    sibling_path(path, "saving-2").mkdir()
    in_the_way = r"\.technology\.yaml\.saving in its folder is in the way"
    with pytest.raises(Busy, match=in_the_way), exclusive(path, ME):
        pass


def test_that_two_who_found_different_guards_are_not_both_alone(path: Path) -> None:
    sibling_path(path, "saving").mkdir()
    with exclusive(path, OTHER, wait=0):
        sibling_path(path, "saving").rmdir()
        with pytest.raises(Busy), exclusive(path, ME, wait=0.01):
            pass
        assert not sibling_path(path, "saving").exists()


def test_that_a_guard_that_may_not_be_removed_does_not_block_saving(
    path: Path, gone: Program
) -> None:
    take(path, gone, clock)
    lock_path(path).rename(sibling_path(path, "saving"))
    sticky = replace(CALLS, unlink=fails(errno.EPERM))
    with (
        exclusive(path, ME, wait=0, calls=sticky),
        pytest.raises(Busy),
        exclusive(path, OTHER, wait=0, calls=sticky),
    ):
        pass


@pytest.mark.parametrize("swap", ["link", "second name", "other file"])
def test_that_a_lock_is_never_renewed_into_another_file(path: Path, swap: str) -> None:
    take(path, ME, clock)
    file, mine = lock_path(path), path.with_name("mine.txt")
    mine.write_text("what I wrote")

    def swapped(name: Path, flags: int, mode: int) -> int:
        if not flags & os.O_CREAT:
            file.unlink(missing_ok=True)
            if swap == "link":
                file.symlink_to(mine)
            elif swap == "second name":
                file.hardlink_to(mine)
            else:
                mine.rename(file)
        return os.open(name, flags, mode)

    take(path, ME, clock, replace(CALLS, open=swapped))
    kept = file if swap == "other file" else mine
    assert kept.read_text() == "what I wrote"


def test_that_programs_read_back_and_are_known_to_run(gone: Program) -> None:
    assert from_raw(json.loads(json.dumps(to_raw(ME)))) == ME
    assert ME.user
    assert is_running(ME, OTHER) is (True if ME.started else None)
    assert is_running(gone, ME) is False
    assert is_running(ELSEWHERE, ME) is None
    unknown = replace(OTHER, started="")
    assert is_running(unknown, ME) is None


@pytest.mark.skipif(os.name == "nt", reason="no modes of this kind")
def test_that_a_lock_names_people_only_to_those_who_may_read_the_ladder(path: Path) -> None:
    path.chmod(0o600)
    take(path, ME, clock)
    assert lock_path(path).stat().st_mode & 0o777 == 0o600
