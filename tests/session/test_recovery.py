"""Unsaved work after a crash: what is found, what is skipped, and what it changes."""

import errno
import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.edits.samples import sample
from tests.examples import examples

from laddereditor.edits.edit import Edit
from laddereditor.edits.fields import set_field
from laddereditor.edits.structure import add, delete
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.sharing.difference_words import when
from laddereditor.session.finding_recoveries import clean_up, find_recoveries
from laddereditor.session.recovered import file_now, what_changed
from laddereditor.session.recovery import (
    Recovery,
    drop_recovery,
    read_recovery,
    recovery_path,
    write_recovery,
)
from laddereditor.storage.files.document import new_document, read_bytes, to_bytes, update
from laddereditor.storage.files.ladder_files import SYSTEM, digest_of
from laddereditor.storage.files.program import Program, this_program

NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
ME = this_program()
ID = "0" * 31 + "1"
FILE = to_bytes(new_document(sample()))


@pytest.fixture(scope="module")
def gone() -> Program:
    """A run of the program on this machine that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return replace(ME, token="gone", process=ended.pid, started="1")


@pytest.fixture
def record(gone: Program, tmp_path: Path) -> Recovery:
    path = tmp_path / "shared" / "tech.yaml"
    return Recovery(ID, path, digest_of(FILE), NOW, "tech.yaml", gone, FILE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "recoveries"
    made.mkdir()
    return made


def test_that_what_is_written_is_found_the_newest_first(folder: Path, record: Recovery) -> None:
    never_saved = replace(
        record, id="2" * 32, path=None, digest=None, time=NOW + timedelta(hours=1)
    )
    write_recovery(folder, record)
    write_recovery(folder, never_saved)
    found = find_recoveries(folder, ME)
    assert found.recoveries == (never_saved, record)
    assert found.skipped == ()
    drop_recovery(folder, ID)
    drop_recovery(folder, ID)
    assert find_recoveries(folder, ME).recoveries == (never_saved,)


def test_that_a_recovery_is_written_over_by_the_next_of_its_ladder(
    folder: Path, record: Recovery
) -> None:
    write_recovery(folder, record)
    write_recovery(folder, replace(record, data=b"later"))
    assert [found.data for found in find_recoveries(folder, ME).recoveries] == [b"later"]
    assert len(list(folder.iterdir())) == 1


@pytest.mark.skipif(os.name == "nt", reason="no modes of this kind")
def test_that_only_its_owner_can_read_it(folder: Path, record: Recovery) -> None:
    write_recovery(folder, record)
    assert recovery_path(folder, ID).stat().st_mode & 0o077 == 0


def test_that_what_a_running_program_keeps_is_its_own(folder: Path, record: Recovery) -> None:
    write_recovery(folder, replace(record, program=ME))
    write_recovery(folder, replace(record, id="2" * 32, program=replace(ME, token="other window")))
    assert find_recoveries(folder, ME).recoveries == ()


def test_that_another_machine_with_the_same_home_is_given_time(
    folder: Path, record: Recovery
) -> None:
    elsewhere = replace(record, program=replace(ME, host="elsewhere", token="elsewhere"))
    write_recovery(folder, elsewhere)
    assert find_recoveries(folder, ME).recoveries == ()
    age(recovery_path(folder, ID), 3600)
    assert find_recoveries(folder, ME).recoveries == (elsewhere,)


def age(path: Path, seconds: float) -> None:
    moment = path.stat().st_mtime - seconds
    os.utime(path, (moment, moment))


@settings(max_examples=examples(100), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=50),
    name=st.text(max_size=10),
    cut=st.integers(0, 2000),
    flip=st.integers(0, 2000),
)
def test_that_only_the_whole_is_taken(  # noqa: PLR0917
    folder: Path, record: Recovery, data: bytes, name: str, cut: int, flip: int
) -> None:
    whole = replace(record, data=data, name=name)
    write_recovery(folder, whole)
    path = recovery_path(folder, ID)
    content = path.read_bytes()
    assert find_recoveries(folder, ME).recoveries == (whole,)
    torn = content[: cut % len(content)]
    place = flip % len(content)
    flipped = content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]
    for wrong in (torn, flipped, content + b"x"):
        path.write_bytes(wrong)
        found = find_recoveries(folder, ME)
        assert found.recoveries == ()
        assert [skipped.path for skipped in found.skipped] == [path]
        assert path.read_bytes() == wrong


def test_that_foreign_files_are_skipped_and_reported(folder: Path, record: Recovery) -> None:
    write_recovery(folder, record)
    content = recovery_path(folder, ID).read_bytes()
    (folder / "copy.recovery").write_bytes(content)
    (folder / "notes.txt").write_text("foreign")
    (folder / "folder.recovery").mkdir()
    (folder / "half.recovery.abc.tmp").write_bytes(content[:100])
    huge = folder / "huge.recovery"
    with huge.open("wb") as file:
        file.truncate(10**12)
    found = find_recoveries(folder, ME)
    assert found.recoveries == (record,)
    reasons = {skipped.path.name: skipped.why for skipped in found.skipped}
    assert reasons == {
        "copy.recovery": "it is a copy under another name",
        "notes.txt": "it is incomplete",
        "folder.recovery": "it is not a file",
        "huge.recovery": "it is too large",
    }


@pytest.mark.parametrize("change", [{"id": "../up"}, {"program": replace(ME, process=0)}])
def test_that_a_recovery_that_does_not_say_whose_it_is_is_ignored(
    folder: Path, record: Recovery, change: dict[str, object]
) -> None:
    path = folder / "x.recovery"
    write_recovery(folder, record)
    if "id" in change:
        (folder / "sub").mkdir()
        write_recovery(folder / "sub", replace(record, **change))  # type: ignore[arg-type]
        recovery_path(folder / "sub", "../up").replace(path)
    else:
        write_recovery(folder, replace(record, **change))  # type: ignore[arg-type]
        recovery_path(folder, ID).replace(path)
    with pytest.raises(ValueError, match="which program wrote it"):
        read_recovery(path)


@pytest.mark.parametrize("call", ["make_temporary", "write", "replace"])
def test_that_a_failing_write_leaves_the_former_recovery(
    folder: Path, record: Recovery, call: str
) -> None:
    def full(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "full")

    calls: dict[str, Any] = {call: full}
    write_recovery(folder, record)
    with pytest.raises(OSError, match="full"):
        write_recovery(folder, replace(record, data=b"x"), replace(SYSTEM, **calls))
    assert find_recoveries(folder, ME).recoveries == (record,)
    assert len(list(folder.iterdir())) == 1


def test_that_a_disk_that_does_not_confirm_leaves_the_former_recovery_beside_the_new_one(
    folder: Path, record: Recovery
) -> None:
    def fails(_handle: int) -> NoReturn:
        raise OSError(errno.EIO, "no")

    later = replace(record, data=b"later")
    write_recovery(folder, record)
    with pytest.raises(OSError, match="no"):
        write_recovery(folder, later, replace(SYSTEM, fsync=fails))
    assert find_recoveries(folder, ME).recoveries == (later,)
    recovery_path(folder, ID).write_bytes(b"torn by a power cut")
    assert find_recoveries(folder, ME).recoveries == (record,)
    recovery_path(folder, ID).unlink()
    assert find_recoveries(folder, ME).recoveries == (record,)
    drop_recovery(folder, ID)
    assert not list(folder.iterdir())


IMPOSSIBLE = (
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
    "0001-01-01T00:00:00",
    "99999-01-01T00:00:00",
    "2026-02-30T00:00:00",
    "yesterday",
    "",
    None,
    12,
)


@pytest.mark.parametrize("time", IMPOSSIBLE)
def test_that_an_impossible_date_hides_neither_its_recovery_nor_others(
    folder: Path, record: Recovery, time: object
) -> None:
    write_recovery(folder, record)
    odd = replace(record, id="2" * 32)
    write_recovery(folder, odd)
    path = recovery_path(folder, odd.id)
    head, _, data = path.read_bytes().partition(b" ")[2].partition(b"\n")
    body = json.dumps({**json.loads(head), "time": time}).encode() + b"\n" + data
    path.write_bytes(hashlib.sha256(body).hexdigest().encode() + b" " + body)
    found = find_recoveries(folder, ME)
    assert {one.id for one in found.recoveries} == {record.id, odd.id}
    for one in found.recoveries:
        assert when(one.time, NOW)


def test_that_a_recovery_of_an_impossible_process_hides_no_others(
    folder: Path, record: Recovery
) -> None:
    write_recovery(folder, record)
    write_recovery(
        folder, replace(record, id="2" * 32, program=replace(ME, token="x", process=10**40))
    )
    assert record in find_recoveries(folder, ME).recoveries


def test_that_a_vanished_folder_holds_nothing(folder: Path, record: Recovery) -> None:
    folder.rmdir()
    assert find_recoveries(folder, ME).recoveries == ()
    assert clean_up(folder, 0) == 0
    drop_recovery(folder, ID)
    with pytest.raises(FileNotFoundError):
        write_recovery(folder, record)


def test_that_only_what_was_interrupted_is_cleaned_up_however_old_a_recovery_is(
    folder: Path, record: Recovery
) -> None:
    write_recovery(folder, record)
    whole = recovery_path(folder, ID).read_bytes()
    (folder / "whole.tmp").write_bytes(whole)
    for name in ("torn.recovery", "torn.tmp", "notes.txt"):
        (folder / name).write_text("x")
    for entry in folder.iterdir():
        age(entry, 10**8)
    fresh = folder / "fresh.tmp"
    fresh.touch()
    assert clean_up(folder, 500) == 1
    left = sorted(entry.name for entry in folder.iterdir())
    assert left == [f"{ID}.recovery", "fresh.tmp", "notes.txt", "torn.recovery", "whole.tmp"]


# -- what it changes --------------------------------------------------------------------------


def after(*steps: object) -> bytes:
    document = read_bytes(FILE)
    for step in steps:
        edit: Edit = step(document.ladder)  # type: ignore[operator]
        document = update(document, edit.change(document.ladder))
    return to_bytes(document)


def renamed(address: str, name: str, value: str) -> object:
    def build(ladder: Ladder) -> Edit:
        return set_field(ladder, Address(address), name, value)

    return build


def test_that_the_summary_names_what_differs_and_nothing_else(record: Recovery) -> None:
    data = after(
        renamed("families/data/P3", "summary", "New"),
        renamed("levels/P1", "name", "Starter"),
        renamed("families/web", "name", "Web Developer"),
        renamed("", "name", "Tech"),
        lambda ladder: add(ladder, Address(), "skill"),
        lambda ladder: delete(ladder, [Address("families/hr")]),
    )
    summary = what_changed(replace(record, data=data), FILE)
    changed = {found.address for found in summary.changed}
    assert changed == {"", "levels/P1", "families/data/P3", "families/web"}
    assert [found.kind for found in summary.added] == ["skill"]
    assert [(found.kind, found.name) for found in summary.removed] == [("family", "HR Partner")]
    assert "Data Engineer P3 Senior Data Engineer" in str(summary)
    assert "Removed: HR Partner" in str(summary)
    assert "and 1 more" in str(summary)
    assert not summary.saved_since


def test_that_a_change_inside_a_family_is_no_change_of_the_family_or_ladder(
    record: Recovery,
) -> None:
    data = after(renamed("families/data/P3", "summary", "New"))
    summary = what_changed(replace(record, data=data), FILE)
    assert [found.address for found in summary.changed] == ["families/data/P3"]
    assert str(summary) == "Changed: Data Engineer P3 Senior Data Engineer"


def test_that_a_recovery_that_is_in_the_file_is_reported_as_such(record: Recovery) -> None:
    assert what_changed(record, FILE).same
    summary = what_changed(record, FILE + b"# theirs\n")
    assert not summary.same
    assert summary.saved_since
    assert str(summary) == "Only order, layout or comments differ"


def test_that_files_that_cannot_be_compared_are_reported(record: Recovery, tmp_path: Path) -> None:
    assert file_now(record) is None
    assert "cannot be read any more" in str(what_changed(record, file_now(record)))
    never = replace(record, path=None)
    assert file_now(never) is None
    assert "never saved" in str(what_changed(never, None))
    broken = what_changed(record, b"[no ladder")
    assert broken.unreadable
    assert broken.saved_since
    path = tmp_path / "there.yaml"
    path.write_bytes(b"x")
    assert file_now(replace(record, path=path)) == b"x"
