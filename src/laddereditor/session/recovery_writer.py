"""Keeps the unsaved work of open ladders in recoveries, in a thread of its own.

The window's thread hands over immutable documents and goes on; joining, encoding, hashing and
writing happen here, at most once a second for each ladder, and soon after the last change. A
second thread waits until the disk has confirmed what was written: that may take any time, and the
next change must not wait for it.
"""

import contextlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from laddereditor.session.recovery import (
    Recovery,
    drop_former,
    drop_recovery,
    make_last,
    put_in_place,
    write_beside,
)
from laddereditor.storage.files.document import Document, to_bytes
from laddereditor.storage.files.ladder_files import SYSTEM, System
from laddereditor.storage.files.program import Program, this_program
from laddereditor.storage.files.system_words import reason


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What is to be kept of one open ladder."""

    path: Path | None
    digest: str | None
    name: str
    document: Document


@dataclass(frozen=True, slots=True)
class Pace:
    """When to write, in seconds. A change is kept at the latest `every` after it, and the write."""

    soon: float = 0.2  # after the first change, so that what comes at once is written once
    every: float = 1.0  # between two writes of one ladder
    again: float = 5.0  # after a failed write


PACE = Pace()


@dataclass(frozen=True, slots=True)
class _Waiting:
    unsaved: Unsaved
    due: float


@dataclass(frozen=True, slots=True)
class _RecoveryTask:
    """What the writing thread does next: write, or with None remove, the recovery of a ladder."""

    identity: str
    unsaved: Unsaved | None
    drops: int  # how often it had been dropped when this was handed over


class RecoveryWriter:
    """Writes recoveries. Every method may be called from any thread; only `close` waits."""

    def __init__(  # noqa: PLR0913 - what it needs from outside, each with the usual value
        self,
        folder: Path,
        told: Callable[[str], None],
        *,
        unforeseen: Callable[[Exception], object] = lambda _: None,
        me: Program | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        pace: Pace = PACE,
        system: System = SYSTEM,
    ) -> None:
        """Keep recoveries in `folder`; `told` gets a notice, from any thread, if that fails.

        `unforeseen` gets the error as well if the disk is not to blame.
        """
        self._folder, self._told, self._me = folder, told, me or this_program()
        self._unforeseen = unforeseen
        self._clock, self._pace, self._system = clock, pace, system
        self._changed = threading.Condition()  # guards all that follows
        self._waiting: dict[str, _Waiting] = {}
        self._begun: dict[str, float] = {}  # when each ladder's last write began
        self._drops: dict[str, int] = {}
        self._to_drop: list[str] = []
        self._unconfirmed: dict[str, int] = {}  # number of the last write of each ladder
        self._writes = 0
        self._threads: list[threading.Thread] = []
        self._closed = self._written_all = self._failing = self._writing = False
        # Taken before `_changed` where both are needed; held while files get or lose their names.
        self._naming = threading.Lock()

    def keep(self, identity: str, unsaved: Unsaved) -> None:
        """Have this written soon, instead of what was handed over before and is not written yet."""
        with self._changed:
            if self._closed:
                return
            earlier = self._waiting.get(identity)
            due = earlier.due if earlier else self._next_turn(identity)
            self._waiting[identity] = _Waiting(unsaved, due)
            self._start()

    def _start(self) -> None:
        """Have the threads look at what changed; they are made when there is something to do."""
        if not self._threads:
            self._threads = [
                threading.Thread(target=self._run, name="recoveries", daemon=True),
                threading.Thread(target=self._confirm, name="recoveries to disk", daemon=True),
            ]
            for thread in self._threads:
                thread.start()
        self._changed.notify_all()

    def _next_turn(self, identity: str) -> float:
        begun = self._begun.get(identity, float("-inf"))
        return max(time.monotonic() + self._pace.soon, begun + self._pace.every)

    def drop(self, identity: str) -> None:
        """Remove a recovery: its ladder is saved, or as it was saved, or given up."""
        with self._changed:
            self._waiting.pop(identity, None)
            self._drops[identity] = self._drops.get(identity, 0) + 1
            if not self._closed:
                self._to_drop.append(identity)
                self._start()

    def stop(self) -> None:
        """Write what still waits, and end; the program ends no earlier, and nobody waits here."""
        self._end()
        if self._threads:
            threading.Thread(target=self._join, name="recoveries end").start()

    def flush(self, patience: float) -> bool:
        """Write what waits now; whether all of it is in place, after `patience` seconds at most."""
        with self._changed:
            now = time.monotonic()
            for identity, waiting in self._waiting.items():
                self._waiting[identity] = replace(waiting, due=min(waiting.due, now))
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._writing and not self._is_due(now), patience)
            return not self._waiting and not self._writing

    def _is_due(self, now: float) -> bool:
        return any(waiting.due <= now for waiting in self._waiting.values())

    def close(self) -> None:
        """Write what still waits, and wait until it is on the disk."""
        self._end()
        self._join()

    def _end(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _join(self) -> None:
        for thread in self._threads:
            thread.join()

    # -- in the thread that writes -------------------------------------------------------------

    def _run(self) -> None:
        while (work := self._take()) is not None:
            if work.unsaved is None:
                self._remove(work.identity)
                continue
            try:
                self._write(work, work.unsaved)
            except Exception as error:  # whatever it is, the other ladders are still to be kept
                self._failed(work, work.unsaved, error)
            else:
                self._failing = False
            finally:
                with self._changed:
                    self._writing = False
                    self._changed.notify_all()
        with self._changed:
            self._written_all = True
            self._changed.notify_all()

    def _take(self) -> _RecoveryTask | None:
        """Wait for what is due next, and take it; None when all is done and closed."""
        with self._changed:
            while True:
                if self._to_drop:
                    return _RecoveryTask(self._to_drop.pop(0), None, 0)
                if not self._waiting:
                    if self._closed:
                        return None
                    self._changed.wait()
                    continue
                identity, first = min(self._waiting.items(), key=lambda item: item[1].due)
                now = time.monotonic()
                if self._closed or first.due <= now:
                    del self._waiting[identity]
                    self._begun[identity] = now
                    self._writing = True
                    return _RecoveryTask(identity, first.unsaved, self._drops.get(identity, 0))
                self._changed.wait(first.due - now)

    def _write(self, work: _RecoveryTask, unsaved: Unsaved) -> None:
        path, digest, name = unsaved.path, unsaved.digest, unsaved.name
        data = to_bytes(unsaved.document)
        record = Recovery(work.identity, path, digest, self._clock(), name, self._me, data)
        temporary = self._write_beside(record)
        with self._naming:
            with self._changed:
                dropped = self._drops.get(work.identity, 0) != work.drops
            if dropped:
                self._system.unlink(temporary)
                return
            put_in_place(self._folder, work.identity, temporary, self._system)
            with self._changed:
                self._writes += 1
                self._unconfirmed[work.identity] = self._writes
                self._changed.notify_all()

    def _write_beside(self, record: Recovery) -> str:
        try:
            return write_beside(self._folder, record, self._system)
        except FileNotFoundError:  # the folder is not made yet, or somebody took it away
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return write_beside(self._folder, record, self._system)

    def _remove(self, identity: str) -> None:
        with self._naming:
            with self._changed:
                self._unconfirmed.pop(identity, None)
            with contextlib.suppress(OSError):
                drop_recovery(self._folder, identity)

    # -- in the thread that waits for the disk ------------------------------------------------

    def _confirm(self) -> None:
        while (found := self._take_unconfirmed()) is not None:
            identity, number = found
            try:
                make_last(self._folder, identity, self._system)
            except OSError:  # the former one stays beside it
                self._is_last(identity, number, confirmed=False)
            else:
                self._is_last(identity, number, confirmed=True)

    def _take_unconfirmed(self) -> tuple[str, int] | None:
        with self._changed:
            while not self._unconfirmed:
                if self._written_all:
                    return None
                self._changed.wait()
            return min(self._unconfirmed.items(), key=lambda item: item[1])

    def _is_last(self, identity: str, number: int, *, confirmed: bool) -> None:
        """Let the former recovery go, unless another one was put in place in the meantime."""
        with self._naming:
            with self._changed:
                if self._unconfirmed.get(identity) != number:
                    return
                del self._unconfirmed[identity]
            if confirmed:
                with contextlib.suppress(OSError):
                    drop_former(self._folder, identity)

    def _failed(self, work: _RecoveryTask, unsaved: Unsaved, error: Exception) -> None:
        """Try again later, and say so once; when closing, there is no later."""
        with self._changed:
            if not self._closed and self._drops.get(work.identity, 0) == work.drops:
                due = time.monotonic() + self._pace.again
                self._waiting.setdefault(work.identity, _Waiting(unsaved, due))
        if not self._failing:
            self._failing = True
            if not isinstance(error, OSError):
                self._unforeseen(error)
            self._told(
                f"Unsaved changes of {unsaved.name} are not kept in case of a crash "
                f"({reason(error)}). Save soon"
            )
