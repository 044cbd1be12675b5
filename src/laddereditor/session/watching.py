"""Has the unsaved work of a session kept: each change is handed to the keeper."""

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from laddereditor.session.change import Change
from laddereditor.session.keeper import Keeper, Unsaved
from laddereditor.storage.document import Document


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

    def subscribe(self, listener: Callable[[Change], None]) -> Callable[[], None]:
        """Call after every change; returns what ends that."""


def unsaved_of(session: OpenLadder) -> Unsaved:
    """Return what is to be kept of a session as it is now."""
    return Unsaved(session.path, session.digest, session.name, session.document)


def watch(keeper: Keeper, session: OpenLadder, identity: str = "") -> Callable[[], None]:
    """Keep a session's unsaved work from now on; returns what ends that and drops what is kept.

    `identity` is that of the recovery that the session was made from: it goes on in its file.
    Call what is returned when the ladder is closed, its changes saved or given up.
    """
    key = identity or uuid.uuid4().hex

    def heard(change: Change | None) -> None:
        if change is not None and change.reason == "checked":
            return
        if session.is_modified:
            keeper.keep(key, unsaved_of(session))
        else:
            keeper.drop(key)

    heard(None)
    unsubscribe = session.subscribe(heard)

    def stop() -> None:
        unsubscribe()
        keeper.drop(key)

    return stop
