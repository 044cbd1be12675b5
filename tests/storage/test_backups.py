"""The state folder, and the backups in it."""

import errno
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from laddereditor.storage.files.backups import (
    BackupFailed,
    Limits,
    backup_folder,
    keep_backup,
    list_backups,
    read_backup,
)
from laddereditor.storage.files.ladder_files import SYSTEM, digest_of
from laddereditor.storage.files.state_folder import OVERRIDE, NoStateFolder, state_folder
from tests.examples import examples

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shared" / "technology.yaml"


def contents(folder: Path, path: Path) -> list[bytes]:
    return [read_backup(backup) for backup in list_backups(folder, path)]


def full(*_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_that_states_are_kept_and_read_back_newest_first(folder: Path, path: Path) -> None:
    for number in range(3):
        keep_backup(folder, path, f"state {number}".encode(), NOW + timedelta(minutes=number))
    assert contents(folder, path) == [b"state 2", b"state 1", b"state 0"]
    newest = list_backups(folder, path)[0]
    assert newest.time == NOW + timedelta(minutes=2)
    assert newest.size == 7
    assert newest.digest == digest_of(b"state 2")
    assert list_backups(folder, path.with_name("other.yaml")) == ()


def test_that_equal_states_are_kept_once_with_the_newest_time(folder: Path, path: Path) -> None:
    for number, data in enumerate([b"a", b"b", b"a"]):
        keep_backup(folder, path, data, NOW + timedelta(minutes=number))
    assert contents(folder, path) == [b"a", b"b"]
    assert list_backups(folder, path)[0].time == NOW + timedelta(minutes=2)


def test_that_ladders_of_one_name_are_kept_apart(folder: Path, path: Path) -> None:
    other = path.parent / "copy" / path.name
    keep_backup(folder, path, b"a", NOW)
    keep_backup(folder, other, b"b", NOW)
    assert contents(folder, path) == [b"a"]
    assert contents(folder, other) == [b"b"]
    assert backup_folder(folder, path).name.startswith("technology-")


@settings(max_examples=examples(30), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    states=st.lists(st.binary(min_size=1, max_size=3), min_size=1, max_size=15),
    minutes=st.lists(st.integers(-500, 500), min_size=15, max_size=15),
    count=st.integers(1, 4),
    size=st.integers(0, 12),
)
def test_that_the_last_states_are_kept_whatever_the_clock_says(  # noqa: PLR0917
    tmp_path_factory: pytest.TempPathFactory,
    path: Path,
    states: list[bytes],
    minutes: list[int],
    count: int,
    size: int,
) -> None:
    folder = tmp_path_factory.mktemp("backups")
    for data, minute in zip(states, minutes, strict=False):
        now = NOW + timedelta(minutes=minute)
        keep_backup(folder, path, data, now, limits=Limits(count, size))
    kept = contents(folder, path)
    latest = list(dict.fromkeys(reversed(states)))
    assert kept == latest[: len(kept)]
    assert 1 <= len(kept) <= count
    assert len(kept) == 1 or sum(map(len, kept)) <= size


def test_that_the_oldest_of_all_ladders_go_first_when_it_is_too_much(
    folder: Path, path: Path
) -> None:
    other = path.with_name("other.yaml")
    limits = Limits(size=25)
    keep_backup(folder, other, b"o" * 10, NOW, limits=limits)
    keep_backup(folder, path, b"1" * 10, NOW + timedelta(minutes=1), limits=limits)
    keep_backup(folder, path, b"2" * 10, NOW + timedelta(minutes=2), limits=limits)
    assert contents(folder, other) == []
    assert len(contents(folder, path)) == 2
    keep_backup(folder, other, b"x" * 100, NOW + timedelta(minutes=3), limits=limits)
    assert contents(folder, other) == [b"x" * 100]
    assert contents(folder, path) == []


def test_that_another_time_zone_does_not_change_the_order(folder: Path, path: Path) -> None:
    keep_backup(folder, path, b"a", NOW)
    east = (NOW + timedelta(minutes=1)).astimezone(timezone(timedelta(hours=9)))
    assert keep_backup(folder, path, b"b", east).time == NOW + timedelta(minutes=1)
    assert contents(folder, path) == [b"b", b"a"]


@pytest.mark.parametrize("call", ["make_temporary", "write", "fsync", "replace"])
def test_that_a_full_disk_is_a_notice_and_leaves_nothing(
    folder: Path, path: Path, call: str
) -> None:
    keep_backup(folder, path, b"a", NOW)
    calls: dict[str, Any] = {call: full}
    with pytest.raises(BackupFailed, match=r"technology\.yaml was not kept .* no space left"):
        keep_backup(folder, path, b"b", NOW, system=replace(SYSTEM, **calls))
    assert contents(folder, path) == [b"a"]
    assert len(list(backup_folder(folder, path).iterdir())) == 1


def test_that_an_unusable_folder_is_a_notice(folder: Path, path: Path) -> None:
    folder.write_text("a file")
    with pytest.raises(BackupFailed):
        keep_backup(folder, path, b"a", NOW)
    assert list_backups(folder, path) == ()


def test_that_damaged_and_foreign_files_are_not_restored(folder: Path, path: Path) -> None:
    backup = keep_backup(folder, path, b"whole", NOW)
    backup.path.write_bytes(b"who")
    home = backup_folder(folder, path)
    (home / "notes.txt").write_text("foreign")
    (home / f"20261399T000000.000000Z-{'0' * 64}.yaml").write_text("no such day")
    (home / f"20260101T000000.000000Z-{'0' * 64}.yaml").mkdir()
    assert [kept.path for kept in list_backups(folder, path)] == [backup.path]
    with pytest.raises(BackupFailed, match="damaged"):
        read_backup(list_backups(folder, path)[0])
    # A damaged state that is saved again is written anew.
    again = keep_backup(folder, path, b"whole", NOW + timedelta(minutes=1))
    assert read_backup(again) == b"whole"
    again.path.unlink()
    with pytest.raises(BackupFailed, match="cannot be read"):
        read_backup(again)


def test_that_torn_writes_are_cleared_away_once_nobody_can_be_at_them(
    folder: Path, path: Path
) -> None:
    home = backup_folder(folder, path)
    home.mkdir(parents=True)
    torn, fresh = home / "torn.tmp", home / "fresh.tmp"
    torn.touch()
    fresh.touch()
    os.utime(torn, (1, 1))
    keep_backup(folder, path, b"a", NOW)
    assert fresh.exists()
    assert not torn.exists()


def test_that_the_state_folder_is_made_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OVERRIDE, str(tmp_path / "deep" / "state"))
    assert state_folder() == tmp_path / "deep" / "state"
    made = state_folder("recoveries")
    assert made == tmp_path / "deep" / "state" / "recoveries"
    assert made.is_dir()


@pytest.mark.skipif(os.name == "nt", reason="no modes of this kind")
def test_that_only_its_owner_can_look_into_the_state_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OVERRIDE, str(tmp_path / "state"))
    assert state_folder().stat().st_mode & 0o077 == 0
    backup = keep_backup(state_folder("backups"), tmp_path / "x.yaml", b"pay", NOW)
    assert backup.path.stat().st_mode & 0o077 == 0


def test_that_without_the_environment_the_system_says_where(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(OVERRIDE, raising=False)
    monkeypatch.setattr("platformdirs.user_state_path", lambda name, appauthor: tmp_path / name)
    assert state_folder() == tmp_path / "laddereditor"


def test_that_an_unusable_state_folder_is_a_notice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_text("a file")
    monkeypatch.setenv(OVERRIDE, str(tmp_path / "state"))
    with pytest.raises(NoStateFolder, match="not kept in case of a crash"):
        state_folder()
    monkeypatch.setenv(OVERRIDE, str(tmp_path / "other"))
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(NoStateFolder, match="no right to write"):
        state_folder()
