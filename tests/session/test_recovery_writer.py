"""Unsaved work reaches its folder soon, off the caller's thread, and goes when it is saved."""

import errno
import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from tests.edits.samples import sample

from laddereditor.edits.fields import set_field
from laddereditor.model.address import Address
from laddereditor.session.finding_recoveries import find_recoveries
from laddereditor.session.recovery import Recovery, former_path, read_recovery, recovery_path
from laddereditor.session.recovery_writer import PACE, RecoveryWriter, Unsaved, WriteIntervals
from laddereditor.session.session import Session
from laddereditor.session.watching import watch
from laddereditor.storage.files.document import new_document, to_bytes
from laddereditor.storage.files.ladder_files import SYSTEM, open_ladder
from laddereditor.storage.files.program import this_program

ID, OTHER = "a" * 32, "b" * 32
FAST = WriteIntervals(soon=0.005, every=0.02, again=0.02)
NEVER = WriteIntervals(soon=3600, every=3600)
UNSAVED = Unsaved(None, None, "Technology", new_document(sample()))


class Watched:
    """A writer with what it reported, and the system calls that it makes."""

    def __init__(
        self,
        folder: Path,
        pace: WriteIntervals = FAST,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self.notices: list[str] = []
        self.monotonic = monotonic
        self.writes: list[float] = []  # when each began
        self.threads: set[int] = set()
        self.fault: OSError | None = None
        self.before_naming: Callable[[], None] = lambda: None
        self.disk_confirms = threading.Event()
        self.disk_confirms.set()
        system = replace(SYSTEM, write=self._write, fsync=self._fsync, close=self._close)
        self.writer = RecoveryWriter(
            folder, self.notices.append, pace=pace, monotonic=monotonic, system=system
        )

    def has_written(self, times: int) -> bool:
        return len(self.writes) >= times

    def _write(self, handle: int, data: memoryview) -> int:
        self.writes.append(self.monotonic())
        self.threads.add(threading.get_ident())
        if self.fault:
            raise self.fault
        return os.write(handle, data)

    def _close(self, handle: int) -> None:
        os.close(handle)
        self.before_naming()

    def _fsync(self, handle: int) -> None:
        self.disk_confirms.wait()
        os.fsync(handle)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "recoveries"


@pytest.fixture
def watched(folder: Path) -> Iterator[Watched]:
    made = Watched(folder)
    yield made
    made.writer.close()
    assert not list(folder.glob("*.tmp"))


@pytest.fixture
def session(tmp_path: Path) -> Session:
    path = tmp_path / "tech.yaml"
    Session(new_document(sample())).save(path)
    return Session.from_file(open_ladder(path))


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60  # only so that a fault ends
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.002)


def kept_now(folder: Path) -> Recovery | None:
    """Return the only recovery, None if there is none yet or it is just being put in place."""
    try:
        return next(map(read_recovery, kept(folder)), None)
    except FileNotFoundError:
        return None


def is_kept_as(folder: Path, name: str) -> bool:
    found = kept_now(folder)
    return found is not None and found.name == name


def holds(folder: Path, text: bytes) -> bool:
    found = kept_now(folder)
    return found is not None and text in found.data


def change(session: Session, text: str) -> None:
    session.apply(set_field(session.ladder, Address("families/data/P3"), "summary", text))


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.recovery"))


def test_that_the_usual_pace_keeps_the_promise_of_two_seconds() -> None:
    assert PACE.soon + PACE.every < 2


def test_that_a_change_is_kept_soon_and_in_another_thread(
    folder: Path, watched: Watched, session: Session
) -> None:
    watch(watched.writer, session)
    assert kept(folder) == []
    change(session, "New")
    wait_until(lambda: len(kept(folder)) == 1)
    found = read_recovery(kept(folder)[0])
    assert found.data == to_bytes(session.document)
    assert (found.path, found.digest, found.name) == (session.path, session.digest, "tech.yaml")
    assert threading.get_ident() not in watched.threads
    assert find_recoveries(folder, this_program()).recoveries == ()


def test_that_a_flood_of_changes_is_written_in_turns_and_the_last_one_at_last(
    folder: Path, session: Session
) -> None:
    now = 0.0  # stands still until what is due by then is written, however slow the machine is
    watched = Watched(folder, WriteIntervals(soon=0.5, every=1.5), lambda: now)
    watch(watched.writer, session)
    turns = [0.75 + 1.5 * turn for turn in range(10)]  # the first change is at 0.25
    for number in range(60):
        now += 0.25
        change(session, f"Text {number}")
        due = sum(turn <= now for turn in turns)
        wait_until(partial(watched.has_written, due))
    assert watched.writes == turns
    now += 0.75
    wait_until(partial(holds, folder, b"Text 59"))
    watched.writer.close()
    assert watched.writes == [*turns, now]


def test_that_what_is_saved_or_undone_is_dropped_at_once(
    folder: Path, watched: Watched, session: Session
) -> None:
    watch(watched.writer, session, ID)
    for make_clean in (session.save, session.undo):
        change(session, f"New {make_clean.__name__}")
        wait_until(lambda: len(kept(folder)) == 1)
        make_clean()
        wait_until(lambda: kept(folder) == [])
    session.redo()
    wait_until(lambda: len(kept(folder)) == 1)


def test_that_closing_the_ladder_drops_what_is_kept(
    folder: Path, watched: Watched, session: Session
) -> None:
    stop = watch(watched.writer, session)
    change(session, "New")
    wait_until(lambda: len(kept(folder)) == 1)
    stop()
    wait_until(lambda: kept(folder) == [])
    change(session, "Newer")
    watched.writer.close()
    assert kept(folder) == []


def test_that_a_drop_in_the_midst_of_a_write_wins(folder: Path, watched: Watched) -> None:
    watched.before_naming = lambda: watched.writer.drop(ID)
    watched.writer.keep(ID, UNSAVED)
    wait_until(lambda: bool(watched.writes))
    watched.writer.close()
    assert kept(folder) == []
    assert watched.notices == []


def test_that_a_recovery_is_in_place_whatever_time_the_disk_takes_to_confirm_it(
    folder: Path, watched: Watched
) -> None:
    watched.writer.keep(ID, UNSAVED)
    wait_until(lambda: bool(kept(folder)) and not former_path(folder, ID).exists())
    watched.disk_confirms.clear()
    for name in ("Second", "Third", "Fourth"):
        watched.writer.keep(ID, replace(UNSAVED, name=name))
        wait_until(partial(is_kept_as, folder, name))
        assert read_recovery(former_path(folder, ID)).name == UNSAVED.name
    watched.disk_confirms.set()
    wait_until(lambda: not former_path(folder, ID).exists())
    assert read_recovery(recovery_path(folder, ID)).name == "Fourth"


def test_that_what_is_saved_is_dropped_while_the_disk_still_confirms_it(
    folder: Path, watched: Watched
) -> None:
    watched.disk_confirms.clear()
    for name in ("First", "Second"):
        watched.writer.keep(ID, replace(UNSAVED, name=name))
        wait_until(partial(is_kept_as, folder, name))
    watched.writer.drop(ID)
    wait_until(lambda: not list(folder.iterdir()))
    watched.writer.keep(OTHER, UNSAVED)
    wait_until(lambda: kept(folder) == [recovery_path(folder, OTHER)])
    watched.disk_confirms.set()


def test_that_nobody_waits_for_the_end_where_the_disk_takes_its_time(
    folder: Path, watched: Watched
) -> None:
    watched.disk_confirms.clear()
    watched.writer.keep(ID, UNSAVED)
    wait_until(lambda: bool(kept(folder)))
    watched.writer.stop()  # would not come back if it waited
    assert kept(folder)
    watched.disk_confirms.set()


def test_that_what_does_not_hold_all_of_its_file_says_so(
    folder: Path, watched: Watched, session: Session
) -> None:
    watch(watched.writer, session)
    assert session.path is not None
    session.path.write_bytes(session.path.read_bytes() + b"# theirs\n")
    session.reload()
    session.undo()
    wait_until(lambda: len(kept(folder)) == 1)
    assert read_recovery(kept(folder)[0]).digest is None


def test_that_what_is_handed_over_during_a_write_is_written_next(
    folder: Path, watched: Watched
) -> None:
    def once() -> None:
        watched.before_naming = lambda: None
        watched.writer.keep(ID, replace(UNSAVED, name="Later"))

    watched.before_naming = once
    watched.writer.keep(ID, UNSAVED)
    wait_until(lambda: len(watched.writes) == 2)
    watched.writer.close()
    assert read_recovery(recovery_path(folder, ID)).name == "Later"


def test_that_closing_writes_what_waits_and_takes_no_more(folder: Path) -> None:
    writer = Watched(folder, NEVER).writer
    writer.keep(ID, UNSAVED)
    writer.keep(OTHER, UNSAVED)
    writer.drop(OTHER)
    assert kept(folder) == []
    writer.close()
    assert kept(folder) == [recovery_path(folder, ID)]
    writer.keep(OTHER, UNSAVED)
    writer.close()
    assert len(kept(folder)) == 1
    never_used = Watched(folder, NEVER).writer
    never_used.close()
    never_used.keep(OTHER, UNSAVED)
    never_used.close()
    assert len(kept(folder)) == 1


def test_that_a_recovered_ladder_continues_in_its_file(
    folder: Path, watched: Watched, session: Session
) -> None:
    watched.writer.keep(ID, UNSAVED)
    wait_until(lambda: len(kept(folder)) == 1)
    again = Session(session.document, path=session.path, worth_saving=True)
    watch(watched.writer, again, ID)
    wait_until(lambda: (found := kept_now(folder)) is not None and found.path == session.path)
    again.save()
    wait_until(lambda: kept(folder) == [])


def test_that_new_findings_are_no_change(folder: Path, session: Session) -> None:
    watched = Watched(folder)
    change(session, "New")
    watch(watched.writer, session)
    wait_until(lambda: len(watched.writes) == 1)
    session.start_check()
    watched.writer.close()
    assert len(watched.writes) == 1


def test_that_a_full_disk_is_reported_once_and_tried_again(folder: Path, watched: Watched) -> None:
    watched.fault = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    watched.writer.keep(ID, UNSAVED)
    watched.writer.keep(OTHER, UNSAVED)
    wait_until(lambda: len(watched.writes) >= 5)
    assert kept(folder) == []
    assert watched.notices == [
        "Unsaved changes of Technology are not kept in case of a crash "
        "(no space left on its drive). Save soon"
    ]
    watched.fault = None
    wait_until(lambda: len(kept(folder)) == 2)
    watched.fault = OSError(errno.EIO, os.strerror(errno.EIO))
    watched.writer.keep(ID, UNSAVED)
    wait_until(lambda: len(watched.notices) == 2)
    watched.writer.drop(ID)
    watched.writer.drop(OTHER)


def test_that_closing_ends_although_nothing_can_be_written(watched: Watched) -> None:
    watched.fault = OSError(errno.EROFS, "Read-only file system")
    watched.writer.keep(ID, UNSAVED)
    watched.writer.close()
    assert len(watched.notices) == 1


def test_that_a_vanished_folder_is_made_again(folder: Path, watched: Watched) -> None:
    watched.writer.keep(ID, UNSAVED)
    wait_until(lambda: len(kept(folder)) == 1)
    recovery_path(folder, ID).unlink()
    folder.rmdir()
    watched.writer.keep(ID, UNSAVED)
    wait_until(lambda: len(kept(folder)) == 1)


def test_that_a_text_that_cannot_be_written_does_not_keep_others_from_it(
    folder: Path, watched: Watched
) -> None:
    chunk = replace(UNSAVED.document.parts[0].chunks[0], text="\ud800")
    part = replace(UNSAVED.document.parts[0], chunks=(chunk,))
    bad = replace(UNSAVED.document, parts=(part,))
    watched.writer.keep(ID, replace(UNSAVED, state=bad))
    watched.writer.keep(OTHER, UNSAVED)
    wait_until(lambda: recovery_path(folder, OTHER).exists())
    assert len(set(watched.notices)) == 1  # told anew with each try
    watched.writer.drop(ID)


def test_that_the_clock_of_the_day_does_not_matter_to_the_pace(folder: Path) -> None:
    notices: list[str] = []
    times = iter(["2026-12-01T10:00:00+00:00", "1990-01-01T00:00:00+00:00"])
    writer = RecoveryWriter(
        folder, notices.append, clock=lambda: datetime.fromisoformat(next(times)), pace=FAST
    )
    for number in range(2):
        writer.keep(ID, replace(UNSAVED, name=f"Name {number}"))
        wait_until(partial(is_kept_as, folder, f"Name {number}"))
    writer.close()
    assert notices == []
