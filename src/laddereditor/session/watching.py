"""Has the unsaved work of a session kept: each change is handed to the keeper."""

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from laddereditor.session.change import SessionChange
from laddereditor.session.recovery_writer import RecoveryWriter, Unsaved
from laddereditor.storage.files.document import Document


class OpenLadder(Protocol):
    """What is asked of a session."""

    @property
    def path(self) -> Path | None:
        """Its file."""

    @property
    def digest(self) -> str | None:
        """The digest of its file when it was read or saved last."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def document(self) -> Document:
        """What a save would write."""

    @property
    def is_modified(self) -> bool:
        """Whether there is something to save."""

    @property
    def behind(self) -> str:
        """Why it does not hold all that its file does, or ""."""

    @property
    def is_being_written(self) -> bool:
        """Whether a save is under way."""

    def subscribe(self, listener: Callable[[SessionChange], None]) -> Callable[[], None]:
        """Call after every change; returns a function that unsubscribes."""


def unsaved_of(session: OpenLadder) -> Unsaved:
    """Return what is to be kept of a session as it is now."""
    # What does not hold all that the file does was not made from the file as it is now.
    digest = None if session.behind else session.digest
    return Unsaved(session.path, digest, session.name, session.document)


def watch(keeper: RecoveryWriter, session: OpenLadder, identity: str = "") -> Callable[[], None]:
    """Keep a session's unsaved work; returns a function that stops it and drops what is kept.

    `identity` is that of the recovery that the session was made from: it goes on in its file.
    Call what is returned when the ladder is closed, its changes saved or given up. What is still
    being written then stays kept: nobody knows yet whether it arrives.
    """
    key = identity or uuid.uuid4().hex
    kept = bool(identity)

    def drop() -> None:
        if kept:
            keeper.drop(key)

    def heard(change: SessionChange | None) -> None:
        nonlocal kept
        if change is not None and change.reason == "checked":
            return
        if session.is_modified:
            kept = True
            keeper.keep(key, unsaved_of(session))
        else:
            drop()

    heard(None)
    unsubscribe = session.subscribe(heard)

    def stop() -> None:
        unsubscribe()
        if not session.is_being_written:
            drop()

    return stop
