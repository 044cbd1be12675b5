"""Fill the items of one list: statements, titles."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from laddereditor.edits.cell_texts import read_statements
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.lines import split_lines
from laddereditor.edits.lists import with_items
from laddereditor.edits.paths import order_for, value_at
from laddereditor.edits.places.cell_place import CellPlace, place_path, spec_of
from laddereditor.edits.places.shown import shown_list
from laddereditor.edits.words import existing, named, shortened
from laddereditor.model.address import FieldPath
from laddereditor.model.ladder import Ladder

Filling = tuple[CellPlace, str]


@dataclass
class RebuiltList:
    """A list while it is rebuilt, and where the former items are in it."""

    items: list[Any] = field(default_factory=list)
    moved: dict[int, int | None] = field(default_factory=dict)

    def keep(self, position: int, new: Sequence[Any]) -> None:
        """Append the new state of the item at `position`."""
        self.moved[position] = len(self.items) if new else None
        self.items += new

    def put(self, ladder: Ladder, place: CellPlace) -> Ladder:
        """Return the ladder with its list replaced by this one."""
        changes = {old: new for old, new in self.moved.items() if old != new}
        return with_items(ladder, place.address, place.list_path, tuple(self.items), changes)


def filled_list(ladder: Ladder, group: Sequence[Filling], shape: str) -> Ladder:
    """Return the ladder with the texts of one list filled in; an inherited list becomes own.

    Args:
        ladder: The ladder, before the edit.
        group: The places with their texts, all of one list.
        shape: The shape of the list: statements, texts or skills.

    Raises:
        EditRefused: An item no longer exists.
    """
    first = group[0][0]
    _refuse_unknown(ladder, first)
    held = shown_list(ladder, first)
    changed = {place.position: text for place, text in group if not place.insert}
    if not all(0 <= position < len(held) for position in changed):
        raise EditRefused(f"{place_path(ladder, first)} has changed; look at it again.")
    rebuilt = RebuiltList()
    for position in range(len(held) + 1):
        for place, text in group:
            if place.insert and _position(place, len(held)) == position:
                rebuilt.items += _items(text, None, shape)
        if position < len(held):
            old = held[position]
            new = _items(changed[position], old, shape) if position in changed else (old,)
            rebuilt.keep(position, new)
    return rebuilt.put(ladder, first)


def _refuse_unknown(ladder: Ladder, place: CellPlace) -> None:
    """Refuse a new list under a key that the ladder does not know."""
    spec = spec_of(ladder, place)
    if not place.key or spec is None or not spec.refers_to:
        return
    held = value_at(existing(ladder, place.address), FieldPath(place.name)) or {}
    if place.key not in held and place.key not in order_for(ladder, place.address, spec):
        who = named(ladder, place.address)
        raise EditRefused(f"There is no “{place.key}” that {spec.title} of {who} could be about.")


def _position(place: CellPlace, length: int) -> int:
    return place.position if 0 <= place.position < length else length


def _items(text: str, old: Any, shape: str) -> tuple[Any, ...]:
    if shape != "lines":
        return read_statements(text, old)
    plain = text.strip()
    if "\n" not in plain:
        return (plain,) if plain else ()
    return (old,) if text == old else split_lines(text)


def explained(ladder: Ladder, place: CellPlace, text: str, read: Callable[[], Any]) -> Any:
    """Return what is read from a text; a ValueError becomes a refusal that names the cell.

    Args:
        ladder: The ladder.
        place: The cell, for the message.
        text: The text as it was typed.
        read: Reads it; raises ValueError with a sentence for people.

    Raises:
        EditRefused: The text cannot be read.
    """
    try:
        return read()
    except EditRefused:
        raise
    except ValueError as error:
        where, wrong = place_path(ladder, place), shortened(text, 40)
        reason = str(error).rstrip(".")
        raise EditRefused(
            f"{where}: “{wrong}” does not fit; {reason}. Nothing was changed."
        ) from error
