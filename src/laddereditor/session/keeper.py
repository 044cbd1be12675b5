"""Keeps the unsaved work of open ladders in recoveries, in a thread of its own.

The window's thread hands over immutable documents and goes on; joining, encoding, hashing and
writing happen here, at most once a second for each ladder, and soon after the last change.
"""

import contextlib
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from laddereditor.session.recovery import Recovery, drop_recovery, write_recovery
from laddereditor.storage.document import Document, to_bytes
from laddereditor.storage.files import SYSTEM, System
from laddereditor.storage.program import Program, this_program


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


class _Dropped(Exception):
    """What was being written is not wanted any more."""


class Keeper:
    """Writes recoveries. Every method may be called from any thread; only `close` waits."""

    def __init__(  # noqa: PLR0913 - what it needs from outside, each with the usual value
        self,
        folder: Path,
        told: Callable[[str], None],
        *,
        me: Program | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        pace: Pace = PACE,
        system: System = SYSTEM,
    ) -> None:
        """Keep recoveries in `folder`; `told` gets a notice, from any thread, if that fails."""
        self._folder, self._told, self._me = folder, told, me or this_program()
        self._clock, self._pace, self._system = clock, pace, system
        self._changed = threading.Condition()  # guards all that follows
        self._waiting: dict[str, _Waiting] = {}
        self._begun: dict[str, float] = {}  # when each ladder's last write began
        self._drops: dict[str, int] = {}
        self._thread: threading.Thread | None = None
        self._closed = self._failing = self._writing = False

    def keep(self, identity: str, unsaved: Unsaved) -> None:
        """Have this written soon, instead of what was handed over before and is not written yet."""
        with self._changed:
            if self._closed:
                return
            earlier = self._waiting.get(identity)
            due = earlier.due if earlier else self._next_turn(identity)
            self._waiting[identity] = _Waiting(unsaved, due)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="recoveries", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def _next_turn(self, identity: str) -> float:
        begun = self._begun.get(identity, float("-inf"))
        return max(time.monotonic() + self._pace.soon, begun + self._pace.every)

    def drop(self, identity: str) -> None:
        """Remove a recovery: its ladder is saved, or as it was saved, or given up."""
        with self._changed:
            self._waiting.pop(identity, None)
            self._drops[identity] = self._drops.get(identity, 0) + 1
            with contextlib.suppress(OSError):
                drop_recovery(self._folder, identity)

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
        """Write what still waits, and end the thread."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()

    # -- in the thread ------------------------------------------------------------------------

    def _run(self) -> None:
        while (work := self._take()) is not None:
            identity, unsaved, drops = work
            try:
                self._write(identity, unsaved, drops)
            except _Dropped:
                continue
            except Exception as error:  # whatever it is, the other ladders are still to be kept
                self._failed(identity, unsaved, drops, error)
            else:
                self._failing = False
            finally:
                with self._changed:
                    self._writing = False
                    self._changed.notify_all()

    def _take(self) -> tuple[str, Unsaved, int] | None:
        """Wait for what is due next, and take it; None when all is done and closed."""
        with self._changed:
            while True:
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
                    return identity, first.unsaved, self._drops.get(identity, 0)
                self._changed.wait(first.due - now)

    def _write(self, identity: str, unsaved: Unsaved, drops: int) -> None:
        def name_it(temporary: str, path: Path) -> None:
            with self._changed:
                if self._drops.get(identity, 0) != drops:
                    raise _Dropped
                self._system.replace(temporary, path)

        path, digest, name = unsaved.path, unsaved.digest, unsaved.name
        data = to_bytes(unsaved.document)
        record = Recovery(identity, path, digest, self._clock(), name, self._me, data)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_recovery(self._folder, record, replace(self._system, replace=name_it))

    def _failed(self, identity: str, unsaved: Unsaved, drops: int, error: Exception) -> None:
        """Try again later, and say so once; when closing, there is no later."""
        with self._changed:
            if not self._closed and self._drops.get(identity, 0) == drops:
                due = time.monotonic() + self._pace.again
                self._waiting.setdefault(identity, _Waiting(unsaved, due))
        if not self._failing:
            self._failing = True
            reason = (isinstance(error, OSError) and error.strerror) or str(error)
            self._told(
                f"Unsaved changes of {unsaved.name} are not kept in case of a crash "
                f"({reason.lower()}). Save soon"
            )
