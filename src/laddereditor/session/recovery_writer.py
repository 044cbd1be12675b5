"""Write the unsaved work of open ladders to recoveries, in a separate thread.

The window's thread passes immutable documents and continues. Joining, encoding, hashing and writing
happen here, soon after the last change and at most once a second for each ladder. A second thread
waits until the disk has confirmed what was written: this may take any time, and the next change
must not wait for it.
"""

import contextlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from laddereditor.session.history import Snapshot
from laddereditor.session.recovery import (
    Recovery,
    drop_former,
    drop_recovery,
    make_last,
    put_in_place,
    write_beside,
)
from laddereditor.storage.files.document import Document
from laddereditor.storage.files.folder.document import copy_to_keep
from laddereditor.storage.files.ladder_files import SYSTEM, System
from laddereditor.storage.files.program import Program, this_program
from laddereditor.storage.files.system_words import reason


@dataclass(frozen=True, slots=True)
class Unsaved:
    """The unsaved work of one open ladder."""

    path: Path | None
    digest: str | None
    name: str
    state: Document | Snapshot

    @property
    def document(self) -> Document:
        """What a save would write; a long edit's text may be written only now."""
        return self.state.document if isinstance(self.state, Snapshot) else self.state


@dataclass(frozen=True, slots=True)
class WriteIntervals:
    """When to write, in seconds. A change is stored at most `every` plus one write later."""

    soon: float = 0.2  # after the first change, so that several at once are written once
    every: float = 1.0  # between two writes of one ladder
    again: float = 5.0  # after a failed write


PACE = WriteIntervals()


@dataclass(frozen=True, slots=True)
class _Waiting:
    unsaved: Unsaved
    due: float


@dataclass(frozen=True, slots=True)
class _RecoveryTask:
    """The next task of the writing thread: write the recovery of a ladder, or remove it if None."""

    identity: str
    unsaved: Unsaved | None
    drops: int  # how often it had been dropped when this task was created


class RecoveryWriter:
    """Writes recoveries. Every method may be called from any thread; only `close` waits."""

    def __init__(  # noqa: PLR0913 - its dependencies, with the usual values
        self,
        folder: Path,
        notify: Callable[[str], None],
        *,
        unforeseen: Callable[[Exception], object] = lambda _: None,
        me: Program | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        pace: WriteIntervals = PACE,
        monotonic: Callable[[], float] = time.monotonic,
        system: System = SYSTEM,
    ) -> None:
        """Write recoveries into a folder.

        Args:
            folder: The folder of the recoveries.
            notify: Is called with a notice for people, from any thread, if writing fails.
            unforeseen: Is called with an error that is not the disk's.
            me: This run of the program.
            clock: Gives the time that people are shown.
            pace: When to write.
            monotonic: Gives the seconds that `pace` counts.
            system: The calls to the operating system.
        """
        self._folder, self._notify, self._me = folder, notify, me or this_program()
        self._unforeseen = unforeseen
        self._clock, self._pace, self._system = clock, pace, system
        self._monotonic = monotonic
        self._changed = threading.Condition()  # guards all attributes below
        self._waiting: dict[str, _Waiting] = {}
        self._begun: dict[str, float] = {}  # start time of each ladder's last write
        self._drops: dict[str, int] = {}
        self._to_drop: list[str] = []
        self._unconfirmed: dict[str, int] = {}  # number of the last write of each ladder
        self._writes = 0
        self._threads: list[threading.Thread] = []
        self._closed = self._written_all = self._failing = self._writing = False
        # Acquired before `_changed` if both are needed; held while files are renamed or removed.
        self._naming = threading.Lock()

    def keep(self, identity: str, unsaved: Unsaved) -> None:
        """Write this soon; it replaces earlier work of the ladder that is not written yet."""
        with self._changed:
            if self._closed:
                return
            earlier = self._waiting.get(identity)
            due = earlier.due if earlier else self._next_turn(identity)
            self._waiting[identity] = _Waiting(unsaved, due)
            self._start()

    def _start(self) -> None:
        """Wake the threads; they are started when there is something to do."""
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
        return max(self._monotonic() + self._pace.soon, begun + self._pace.every)

    def drop(self, identity: str) -> None:
        """Remove a recovery, because its ladder is saved, unmodified or discarded."""
        with self._changed:
            self._waiting.pop(identity, None)
            self._drops[identity] = self._drops.get(identity, 0) + 1
            if not self._closed:
                self._to_drop.append(identity)
                self._start()

    def stop(self) -> None:
        """Write what is waiting, and end, without blocking; the program does not exit before."""
        self._end()
        if self._threads:
            threading.Thread(target=self._join, name="recoveries end").start()

    def flush(self, patience: float) -> bool:
        """Write what is waiting now.

        Args:
            patience: The most seconds to wait.

        Returns:
            Whether everything is written.
        """
        with self._changed:
            now = self._monotonic()
            for identity, waiting in self._waiting.items():
                self._waiting[identity] = replace(waiting, due=min(waiting.due, now))
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._writing and not self._is_due(now), patience)
            return not self._waiting and not self._writing

    def _is_due(self, now: float) -> bool:
        return any(waiting.due <= now for waiting in self._waiting.values())

    def close(self) -> None:
        """Write what is waiting, and wait until it is on the disk."""
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
            except Exception as error:  # the work of the other ladders must still be stored
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
        """Wait for the next task and return it; None when everything is done and closed."""
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
                now = self._monotonic()
                if self._closed or first.due <= now:
                    del self._waiting[identity]
                    self._begun[identity] = now
                    self._writing = True
                    return _RecoveryTask(identity, first.unsaved, self._drops.get(identity, 0))
                self._changed.wait(first.due - now)

    def _write(self, work: _RecoveryTask, unsaved: Unsaved) -> None:
        path, digest, name = unsaved.path, unsaved.digest, unsaved.name
        data = copy_to_keep(unsaved.document)
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
        except FileNotFoundError:  # the folder does not exist yet, or somebody removed it
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
        """Remove the former recovery, unless another one was put in place in the meantime."""
        with self._naming:
            with self._changed:
                if self._unconfirmed.get(identity) != number:
                    return
                del self._unconfirmed[identity]
            if confirmed:
                with contextlib.suppress(OSError):
                    drop_former(self._folder, identity)

    def _failed(self, work: _RecoveryTask, unsaved: Unsaved, error: Exception) -> None:
        """Try again later, and report it once; while closing, do not try again."""
        with self._changed:
            if not self._closed and self._drops.get(work.identity, 0) == work.drops:
                due = self._monotonic() + self._pace.again
                self._waiting.setdefault(work.identity, _Waiting(unsaved, due))
        if not self._failing:
            self._failing = True
            if not isinstance(error, OSError):
                self._unforeseen(error)
            self._notify(
                f"Unsaved changes of {unsaved.name} are not kept in case of a crash "
                f"({reason(error)}). Save soon"
            )
