"""The columns of a comparison: what each shows, and how it follows the ladder it is from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from laddereditor.compare.sheet.subject import Subject, subject_at
from laddereditor.edits.edit import follow
from laddereditor.gui.export.files import files_of
from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.session.session import Session

MIN_COLUMNS, MAX_COLUMNS = 2, 6


@dataclass(frozen=True, slots=True)
class Column:
    """One column; without a session it cannot be edited."""

    subject: Subject
    session: Session | None = None
    lost: bool = False  # what it showed is deleted; undo may bring it back
    others: tuple[Path, ...] = ()  # files that what has none of its own is from

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that the column is from."""
        return (self.session.path,) if self.session and self.session.path else self.others

    @property
    def read_only(self) -> str:
        """Why the column cannot be edited, or ""."""
        if self.session is None:
            where = self.subject.origin or self.subject.ladder.name or "another ladder"
            return f"This column is from {where} and can only be read here."
        return self.session.read_only


def column_of(subject: Subject, sessions: Sequence[Session]) -> Column:
    """Return the column for a subject, with the open session its ladder belongs to, if any."""
    owner = next((one for one in sessions if one.ladder is subject.ladder), None)
    others = () if owner and owner.path else files_of(subject.ladder, sessions)
    return Column(subject, owner, others=others)


def followed(column: Column, moved: Mapping[Address, Address]) -> Column:
    """Return a column as its session's ladder is now, after entities `moved`."""
    if column.session is None:
        return column
    ladder, origin = column.session.ladder, column.subject.origin
    address = follow(column.subject.address, moved)
    try:
        return replace(column, subject=subject_at(ladder, address, origin), lost=False)
    except NoSuchPlace:
        return replace(column, subject=replace(column.subject, address=address), lost=True)
