"""Pass each change of a session to the recovery writer."""

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from laddereditor.session.change import SessionChange
from laddereditor.session.history import Snapshot
from laddereditor.session.recovery_writer import RecoveryWriter, Unsaved


class OpenLadder(Protocol):
    """The part of a session that is needed here."""

    @property
    def path(self) -> Path | None:
        """Its file."""

    @property
    def digest(self) -> str | None:
        """The digest of its file when it was last read or saved."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def state(self) -> Snapshot:
        """What a save would write."""

    @property
    def is_modified(self) -> bool:
        """Whether there is something to save."""

    @property
    def behind(self) -> str:
        """Why it does not include all that its file holds, or ""."""

    @property
    def is_being_written(self) -> bool:
        """Whether a save is in progress."""

    def subscribe(self, listener: Callable[[SessionChange], None]) -> Callable[[], None]:
        """Call after every change; returns a function that unsubscribes."""


def unsaved_of(session: OpenLadder) -> Unsaved:
    """Return the unsaved work of a session as it is now."""
    # A ladder that does not include all of the file was not made from the file as it is now.
    digest = None if session.behind else session.digest
    return Unsaved(session.path, digest, session.name, session.state)


def watch(writer: RecoveryWriter, session: OpenLadder, identity: str = "") -> Callable[[], None]:
    """Store a session's unsaved work as it changes.

    Args:
        writer: Writes the recoveries.
        session: The session.
        identity: The id of the recovery that the session was opened from, whose file it continues.

    Returns:
        A function that stops this and removes the recovery. Call it when the ladder is closed and
        its changes are saved or discarded. While a save is in progress the recovery is kept,
        because its success is not known yet.
    """
    key = identity or uuid.uuid4().hex
    is_stored = bool(identity)

    def drop() -> None:
        if is_stored:
            writer.drop(key)

    def on_change(change: SessionChange | None) -> None:
        nonlocal is_stored
        if change is not None and change.reason == "checked":
            return
        if session.is_modified:
            is_stored = True
            writer.keep(key, unsaved_of(session))
        else:
            drop()

    on_change(None)
    unsubscribe = session.subscribe(on_change)

    def stop() -> None:
        unsubscribe()
        if not session.is_being_written:
            drop()

    return stop
