"""Texts that were typed and cannot be taken: kept in sight, told as problems, not in the file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from laddereditor.edits.edit import follow
from laddereditor.edits.paths import value_at
from laddereditor.model.address import Address, FieldPath, NoSuchPlace
from laddereditor.model.ladder import Ladder
from laddereditor.model.naming import place_words
from laddereditor.rules.finding import Finding, Severity
from laddereditor.session.change import SessionChange
from laddereditor.session.session import Session

RULE = "not-in-file"
RULE_TITLE = "Typed, but not in the file"


@dataclass(frozen=True, slots=True)
class Untaken:
    """What was typed into a field of an entity, and why it cannot be taken."""

    address: Address
    field: FieldPath
    text: str
    reason: str


class UntakenTexts(QObject):
    """The texts of each open ladder that its file does not hold."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._of: dict[int, tuple[Untaken, ...]] = {}  # id(session) -> texts

    def of(self, session: Session | None) -> tuple[Untaken, ...]:
        """Return the texts of a ladder, in the order in which they were typed."""
        return self._of.get(id(session), ())

    def at(self, session: Session | None, address: Address, field: str) -> Untaken | None:
        """Return the text that was typed into a field and is not taken, None if there is none."""
        return next((one for one in self.of(session) if _place(one) == (address, field)), None)

    def keep(self, session: Session, untaken: Untaken) -> None:
        """Keep a text, in place of the one that was kept for its field."""
        rest = [one for one in self.of(session) if _place(one) != _place(untaken)]
        self._set(session, (*rest, untaken))

    def keep_of_cell(
        self, session: Session | None, address: Address, name: str, text: str, reason: str
    ) -> None:
        """Keep what a cell of a table refused, where the form shows it: years of experience.

        Other texts of cells are only refused where the record itself is gone.
        """
        if session is not None and name == "experience" and text.strip():
            self.keep(session, Untaken(address, FieldPath("experience/min"), text, reason))

    def drop_of_cell(self, session: Session | None, address: Address, name: str) -> None:
        """Keep what a cell of a table refused no longer, as another text was taken there."""
        if session is not None and name == "experience":
            self.drop(session, address, "experience/min")

    def drop(self, session: Session, address: Address, field: str) -> None:
        """Keep the text of a field no longer: it was taken, or given up."""
        rest = [one for one in self.of(session) if _place(one) != (address, field)]
        self._set(session, rest)

    def forget(self, session: Session) -> None:
        """Keep nothing of a ladder that was closed."""
        self._set(session, ())

    def follow(self, session: Session, change: SessionChange) -> None:
        """Let the texts go where their entities and list items went; those of gone ones go."""
        if change.before is change.after:
            return
        moved = (_followed(one, change) for one in self.of(session))
        self._set(session, [one for one in moved if one is not None])

    def _set(self, session: Session, texts: Iterable[Untaken]) -> None:
        new = tuple(texts)
        if new == self.of(session):
            return
        if new:
            self._of[id(session)] = new
        else:
            del self._of[id(session)]
        self.changed.emit()


def _place(untaken: Untaken) -> tuple[str, str]:
    return untaken.address, untaken.field


def _followed(untaken: Untaken, change: SessionChange) -> Untaken | None:
    address = follow(untaken.address, change.moved)
    try:
        address.entity(change.after)
    except NoSuchPlace:
        return None
    field = _followed_field(untaken, address, change)
    return replace(untaken, address=address, field=field) if field else None


def _followed_field(untaken: Untaken, address: Address, change: SessionChange) -> FieldPath:
    """Return the path of a field whose list item may have another place now, "" if it is gone."""
    path = untaken.field
    place = next((at for at, piece in enumerate(path.parts) if piece.isdigit()), -1)
    if place < 0:
        return path
    items = path.first(place)
    before = _items(change.before, untaken.address, items)
    after = _items(change.after, address, items)
    now = _followed_place(int(path.parts[place]), before, after)
    return items.at(str(now), *path.parts[place + 1 :]) if now >= 0 else FieldPath()


def _followed_place(number: int, before: Sequence[object], after: Sequence[object]) -> int:
    """Return the current index of a list's item; -1 if it is gone."""
    if number >= len(before):
        return min(number, len(after))
    same = next((at for at, item in enumerate(after) if item is before[number]), -1)
    return number if same < 0 and len(before) == len(after) else same


def _items(ladder: Ladder, address: Address, path: FieldPath) -> tuple[object, ...]:
    try:
        items = value_at(address.entity(ladder), path)
    except NoSuchPlace:
        return ()
    return items if isinstance(items, tuple) else ()


def as_findings(texts: Iterable[Untaken]) -> tuple[Finding, ...]:
    """Return the texts as problems that one can go to."""
    return tuple(
        Finding(
            RULE,
            Severity.ERROR,
            one.address,
            one.field,
            f"“{one.text}” is not in the file. {one.reason}",
        )
        for one in texts
    )


def as_lines(ladder: Ladder, texts: Iterable[Untaken]) -> str:
    """Return a line for each text: where it was typed, what, and why it cannot be taken."""
    return "\n".join(
        f"{place_words(ladder, one.address, one.field)}: “{one.text}”. {one.reason}"
        for one in texts
    )
