"""What is dragged into and inside the comparison: entries of the tree, and cells."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from laddereditor.compare.sheet.subject import Subject, subject_at
from laddereditor.gui.tree.transfer import from_mime_data, name_of
from laddereditor.model.address import Address, NoSuchPlace, listed_at
from laddereditor.model.family import Family
from laddereditor.session.session import Session

CELL = "application/x-laddereditor-compare-cell"


def cell_data(row: int, column: int, text: str) -> QMimeData:
    """Return a cell as data for a drag.

    Args:
        row: The index of its row, from 0.
        column: The index of its column, from 0.
        text: Its text, for other programs.
    """
    data = QMimeData()
    data.setData(CELL, f"{row} {column}".encode())
    data.setText(text)
    return data


def cell_place(data: QMimeData) -> tuple[int, int] | None:
    """Return row and column of the cell that is dragged, None for anything else."""
    if not data.hasFormat(CELL):
        return None
    row, _, column = bytes(data.data(CELL).data()).decode().partition(" ")
    return int(row), int(column)


def subjects_in(data: QMimeData | None, sessions: Sequence[Session]) -> list[Subject]:
    """Return the profiles and levels among what is dragged; of a family, its profiles."""
    copied = from_mime_data(data)
    owner = next((s for s in sessions if copied and name_of(s) == copied.session), None)
    if copied is None or owner is None:
        return []
    return subjects_at(owner, copied.addresses)


def subjects_at(session: Session, addresses: Sequence[Address]) -> list[Subject]:
    """Return the profiles and levels at addresses; of a family, its profiles; others not."""
    found: list[Subject] = []
    for address in addresses:
        try:
            entity = address.entity(session.ladder)
            if isinstance(entity, Family):
                listed = listed_at(address, entity.profiles)
                found += [subject_at(session.ladder, profile) for profile, _ in listed]
            else:
                found.append(subject_at(session.ladder, address))
        except NoSuchPlace:
            continue
    return found
