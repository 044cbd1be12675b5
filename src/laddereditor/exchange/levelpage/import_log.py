"""Record for each line of a page which field it went to, or that it was not understood."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from laddereditor.exchange.importer import UnreadLine
from laddereditor.exchange.levelpage.lines import PageLine
from laddereditor.model.address import Address


class Owner(StrEnum):
    """The owner of a field; its address is known once the page is read."""

    LADDER = "ladder"
    TRACK = "track"
    LEVEL = "level"
    FAMILY = "family"
    PROFILE = "profile"


class ImportLog:
    """Keeps an account of each line."""

    def __init__(self) -> None:
        self._used: dict[tuple[int, Owner, str], None] = {}
        self._unread: dict[int, UnreadLine] = {}
        self.notes: list[str] = []
        self.marked = False  # whether the page has marks right behind its items

    def use(self, line: PageLine, owner: Owner, field: str = "") -> None:
        """Record that a line went to a field.

        Args:
            line: The line of the page.
            owner: The entity that the line describes.
            field: The path of the value in the entity, such as `responsibilities/2`; "" if it is
                about the entity as a whole.
        """
        self._used[line.number, owner, field] = None

    def unread(self, line: PageLine, reason: str) -> None:
        """Record that a line was not understood, and why."""
        self._unread.setdefault(line.number, UnreadLine(line.number, line.raw, reason))

    def note(self, text: str) -> None:
        """Record a choice that was made, for people."""
        self.notes.append(text)

    def note_once(self, text: str) -> None:
        """Record a choice that is made in several places."""
        if text not in self.notes:
            self.note(text)

    def record_remaining(self, lines: Iterable[PageLine]) -> None:
        """Record every remaining line as not understood, so that none is dropped silently."""
        known = {number for number, _, _ in self._used} | set(self._unread)
        for line in lines:
            if line.number not in known:
                self.unread(line, "no field was found for it")

    def not_understood(self) -> tuple[UnreadLine, ...]:
        """Return the lines that were not understood, in order."""
        return tuple(self._unread[number] for number in sorted(self._unread))

    def used(self, places: Mapping[Owner, str]) -> tuple[tuple[int, str], ...]:
        """Return line numbers with addresses, without the lines that were not understood."""
        return tuple(
            (number, Address(places[owner]).at(field))
            for number, owner, field in sorted(self._used, key=lambda entry: entry[0])
            if number not in self._unread
        )
