"""The notices of the quiet bar: one sentence each, with a few actions."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal

from laddereditor.gui.workspace.workspace import Workspace
from laddereditor.session.change import ChangeReason, SessionChange
from laddereditor.session.session import Session

UNDO = "undo"  # name of a button that undoes the last step; the next edit removes it
SAVED: frozenset[ChangeReason] = frozenset({"saved"})
UNDONE_OR_SAVED: frozenset[ChangeReason] = frozenset({"undo", "redo", "saved"})
STEPS: frozenset[ChangeReason] = frozenset({"edit", "undo", "redo"})
SHOWN = 2  # notices shown at once; the others appear when these are closed


@dataclass(frozen=True, slots=True)
class NoticeButton:
    """A button; `act` carries it out, and removes the notice when that is done."""

    name: str  # its objectName is notice.<key>.<name>
    words: str
    act: Callable[[], object]


@dataclass(frozen=True, slots=True, eq=False)
class Notice:
    """One sentence and up to three buttons. A session has one notice of each key at a time."""

    key: str
    text: str
    choices: tuple[NoticeButton, ...] = ()
    tone: Literal["info", "warning"] = "info"
    icon: str = "info"
    closable: bool = True
    until: frozenset[ChangeReason] = frozenset()  # changes of its ladder that make it untrue


class NoticeList(QObject):
    """The notices of every open ladder, and of the window itself (session None)."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._posted: list[tuple[Session | None, Notice]] = []  # newest first
        self._listened_to: WeakSet[Session] = WeakSet()
        workspace.session_changed.connect(self.changed)
        workspace.closed.connect(self._forget_closed)

    def post(self, notice: Notice, session: Session | None = None) -> None:
        """Show a notice as the newest, replacing an older one of its key."""
        if session is not None and session not in self._listened_to:
            self._listened_to.add(session)
            session.subscribe(partial(self._on_change, session))
        self._take_away(notice.key, session)
        self._posted.insert(0, (session, notice))
        self.changed.emit()

    def drop(self, key: str, session: Session | None = None) -> None:
        """Remove a notice, if it exists."""
        if self._take_away(key, session):
            self.changed.emit()

    def find(self, key: str, session: Session | None = None) -> Notice | None:
        """Return the notice of a key."""
        return next((n for owner, n in self._posted if owner is session and n.key == key), None)

    def dismiss(self, notice: Notice) -> None:
        """Remove a notice that a person closed."""
        self._posted = [entry for entry in self._posted if entry[1] is not notice]
        self.changed.emit()

    def in_sight(self) -> list[Notice]:
        """Return the notices shown now, newest first."""
        current = self._workspace.session
        fitting = [n for owner, n in self._posted if owner is None or owner is current]
        return fitting[:SHOWN]

    def _on_change(self, session: Session, change: SessionChange) -> None:
        """Remove outdated notices, and offer Undo for the last step only."""
        after = [
            (
                owner,
                _without_undo(notice) if owner is session and change.reason == "edit" else notice,
            )
            for owner, notice in self._posted
            if owner is not session or change.reason not in notice.until
        ]
        if [notice for _, notice in after] != [notice for _, notice in self._posted]:
            self._posted = after
            self.changed.emit()

    def _take_away(self, key: str, session: Session | None) -> bool:
        rest = [(o, n) for o, n in self._posted if not (o is session and n.key == key)]
        removed = len(rest) < len(self._posted)
        self._posted = rest
        return removed

    def _forget_closed(self, session: Session) -> None:
        self._posted = [entry for entry in self._posted if entry[0] is not session]
        self.changed.emit()


def _without_undo(notice: Notice) -> Notice:
    rest = tuple(choice for choice in notice.choices if choice.name != UNDO)
    return notice if rest == notice.choices else replace(notice, choices=rest)
