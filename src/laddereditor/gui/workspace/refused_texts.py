"""Texts that were typed but refused: they stay visible, are problems, and are not in the file."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.places.cell_place import CellPlace
from laddereditor.model.address import Address, FieldPath
from laddereditor.presentation.workspace.refused_texts import RefusedText, field_of_cell, followed
from laddereditor.session.change import SessionChange
from laddereditor.session.session import Session


class RefusedTexts(QObject):
    """The texts of each open ladder that its file does not hold."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._of: dict[int, tuple[RefusedText, ...]] = {}  # id(session) -> texts

    def of(self, session: Session | None) -> tuple[RefusedText, ...]:
        """Return the texts of a ladder, in the order in which they were typed."""
        return self._of.get(id(session), ())

    def at(self, session: Session | None, address: Address, field: FieldPath) -> RefusedText | None:
        """Return the text that was typed into a field and is not taken, None if there is none.

        Args:
            session: The ladder; None if none is open.
            address: The entity.
            field: The field.
        """
        return next((one for one in self.of(session) if one.place == (address, field)), None)

    def keep(self, session: Session, refused_texts: RefusedText) -> None:
        """Keep a text, in place of the one that was kept for its field."""
        rest = [one for one in self.of(session) if one.place != refused_texts.place]
        self._set(session, (*rest, refused_texts))

    def keep_of_cell(self, session: Session, place: CellPlace, text: str, reason: str) -> bool:
        """Keep what a cell refused, where cells and the form show it.

        Args:
            session: The ladder.
            place: What the cell shows.
            text: What was typed.
            reason: Why it is refused.

        Returns:
            False if the form shows no field for the cell.
        """
        try:
            field = field_of_cell(session.ladder, place)
        except EditRefused:  # the entity itself is gone
            return False
        if field is None or not text.strip():
            return False
        self.keep(session, RefusedText(place.address, field, text, reason))
        return True

    def drop_of_cells(self, session: Session | None, places: Iterable[CellPlace]) -> bool:
        """Drop the texts that cells refused; return whether there were any."""
        if session is None or not (texts := self.of(session)):
            return False
        cells = {(place.address, place.path) for place in places}
        rest = [
            one
            for one in texts
            if one.place not in cells and (one.address, one.field.above) not in cells
        ]
        self._set(session, rest)
        return len(rest) < len(texts)

    def drop(self, session: Session, address: Address, field: FieldPath) -> None:
        """Drop the text of a field, because it was accepted or discarded."""
        rest = [one for one in self.of(session) if one.place != (address, field)]
        self._set(session, rest)

    def forget(self, session: Session) -> None:
        """Drop all texts of a ladder that was closed."""
        self._set(session, ())

    def follow(self, session: Session, change: SessionChange) -> None:
        """Move the texts with their entities and list items; drop those of removed ones."""
        if change.before is change.after:
            return
        moved = (followed(one, change) for one in self.of(session))
        self._set(session, [one for one in moved if one is not None])

    def _set(self, session: Session, texts: Iterable[RefusedText]) -> None:
        new = tuple(texts)
        if new == self.of(session):
            return
        if new:
            self._of[id(session)] = new
        else:
            del self._of[id(session)]
        self.changed.emit()
