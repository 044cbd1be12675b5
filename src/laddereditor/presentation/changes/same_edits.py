"""The same edit of several levels as one row of the tree, with a part for each level below it."""

from collections.abc import Hashable, Iterable, Sequence

from laddereditor.model.naming import SEPARATOR
from laddereditor.presentation.changes.change_row import ChangeGroup, ChangeRow

SameEdits = tuple[ChangeRow, ...]
_BY_CODE = ("profile", "level")  # kinds that are known by a short code


def grouped_by_edit(rows: Iterable[ChangeRow]) -> list[SameEdits]:
    """Return the changes, those that are the same edit of several entries together.

    They stand where the first of them is.
    """
    found: dict[Hashable, list[ChangeRow]] = {}
    for row in rows:
        found.setdefault(row.edit if row.edit is not None else row.key, []).append(row)
    return [tuple(same) for same in found.values()]


def key_of_edit(rows: Sequence[ChangeRow]) -> str:
    """Return a key for the same edits, which stays while levels join or leave them."""
    return f"s:{rows[0].group.key}|{hash(rows[0].edit)}"


def is_same_edit(rows: Sequence[ChangeRow]) -> bool:
    """Whether changes are one edit, made in several entries."""
    return len(rows) > 1 and rows[0].edit is not None and len({row.edit for row in rows}) == 1


def place_of_edits(rows: Sequence[ChangeRow]) -> ChangeGroup | None:
    """Return where the same edits are, all entries together: "P2, P3, P4"."""
    places = [row.entity for row in rows if row.entity is not None]
    if not places:
        return None
    if len(places) == 1:
        return places[0]
    words = ", ".join(dict.fromkeys(_short(row) for row in rows))
    return ChangeGroup("+".join(place.key for place in places), words, places[0].icon)


def _short(row: ChangeRow) -> str:
    if row.entity is None or row.entity.icon in _BY_CODE:
        return row.change.address.key
    return row.entity.words


def place_words(rows: Sequence[ChangeRow]) -> str:
    """Return where a change or the same edits are: "Baker › P2, P3"."""
    place = place_of_edits(rows)
    return SEPARATOR.join(one.words for one in (rows[0].group, place) if one)


def copied_words(rows: Sequence[ChangeRow]) -> str:
    """Return the line that a change, or the same edits, are copied as."""
    where = place_words(rows) if len(rows) > 1 else rows[0].group.words
    return f"{where}: {rows[0].label}"
