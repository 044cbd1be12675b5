"""Edits of the items of a list field: statements, skills, titles, pay ranges, occupations.

An edit of a list that a profile inherits makes the whole list the profile's own. If an own
list is emptied, it is inherited again, as a single value is; a profile from which the inherited
items were removed overrides them with an empty list.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from laddereditor.align.common_items import runs
from laddereditor.edits.accepted import shift_accepted
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.fields import field_label
from laddereditor.edits.path_values import without_key
from laddereditor.edits.paths import put, title_at, value_at
from laddereditor.edits.places.cell_place import place_at, place_title
from laddereditor.edits.places.inherited import effective_at, with_inherited, with_list
from laddereditor.edits.words import canonical, existing, named
from laddereditor.model.address import Address, FieldPath, decode_key
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.model.statement import ExampledStatement

Moved = Mapping[int, int | None]  # old position of an item -> its new one, None if it is removed


@builder
def set_item(  # noqa: PLR0913 - a place has four parts
    ladder: Ladder, address: Address, name: str, position: int, value: Any, *, typing: bool = False
) -> Edit:
    """Replace one item; a plain text for a statement keeps the statement's examples.

    Args:
        ladder: The ladder.
        address: The entity that has the list.
        name: The path of the list in the entity, such as `expectations/teamwork`.
        position: The index of the item.
        value: The new item.
        typing: Whether a person is typing it: then it continues the step of the same typing.

    Raises:
        EditRefused: There is no such item or the value is of the wrong type.
    """
    items = _items(ladder, address, name)
    _there(ladder, address, name, items, [position])
    old = items[position]
    if isinstance(old, ExampledStatement) and isinstance(value, str):
        value = evolve(old, text=value)
    new = (*items[:position], value, *items[position + 1 :])
    after = with_items(ladder, address, name, new)
    merge = f"type:{address}/{name}/{position}" if typing else ""
    return Edit(_label("Change", ladder, address, name), lambda _: after, merge=merge)


@builder
def insert_items(
    ladder: Ladder, address: Address, name: str, position: int, items: Iterable[Any]
) -> Edit:
    """Insert items in a list; at a position outside it they go to the end.

    Args:
        ladder: The ladder, before the edit.
        address: The entity that has the list.
        name: The path of the list, such as `expectations/delivery`.
        position: The index, from 0, that the first new item gets.
        items: The new items.

    Raises:
        EditRefused: There is no such list, or an item is of the wrong type.
    """
    current = _items(ladder, address, name)
    new = tuple(items)
    place = position if 0 <= position <= len(current) else len(current)
    after = ladder
    if new:
        moved = {old: old + len(new) for old in range(place, len(current))}
        after = with_items(ladder, address, name, (*current[:place], *new, *current[place:]), moved)
    return Edit(_label("Add to", ladder, address, name), lambda _: after)


@builder
def remove_items(ladder: Ladder, address: Address, name: str, positions: Collection[int]) -> Edit:
    """Remove items of a list.

    Args:
        ladder: The ladder, before the edit.
        address: The entity that has the list.
        name: The path of the list.
        positions: The indexes of the items, from 0.

    Raises:
        EditRefused: There is no item at one of them.
    """
    current = _items(ladder, address, name)
    _there(ladder, address, name, current, positions)
    removed = set(positions)
    rest = [place for place in range(len(current)) if place not in removed]
    moved: dict[int, int | None] = dict.fromkeys(removed)
    moved |= {old: new for new, old in enumerate(rest) if old != new}
    after = with_items(ladder, address, name, tuple(current[place] for place in rest), moved)
    return Edit(_label("Remove from", ladder, address, name), lambda _: after)


@builder
def move_items(
    ladder: Ladder, address: Address, name: str, positions: Collection[int], to: int
) -> Edit:
    """Move items together, to before the item that is at `to` now.

    Args:
        ladder: The ladder.
        address: The entity that has the list.
        name: The path of the list inside the entity.
        positions: The positions of the items.
        to: Where they go; below 0 or beyond the end means the end.

    Raises:
        EditRefused: There is no item at one of the positions.
    """
    current = _items(ladder, address, name)
    _there(ladder, address, name, current, positions)
    chosen = sorted(set(positions))
    rest = [place for place in range(len(current)) if place not in chosen]
    end = to if 0 <= to <= len(current) else len(current)
    before = sum(1 for place in rest if place < end)
    order = [*rest[:before], *chosen, *rest[before:]]
    after = ladder
    if order != list(range(len(current))):
        moved = {old: new for new, old in enumerate(order) if old != new}
        after = with_items(ladder, address, name, tuple(current[place] for place in order), moved)
    return Edit(_label("Reorder", ladder, address, name), lambda _: after)


@builder
def change_list(  # noqa: PLR0913 - a place, a value, and what the step is called
    ladder: Ladder,
    address: Address,
    name: str,
    items: Iterable[Any],
    *,
    verb: str = "",
    merge: str = "",
) -> Edit:
    """Replace the items of a list; those that stay keep their accepted findings.

    Args:
        ladder: The ladder.
        address: The entity that has the list.
        name: The path of the list in the entity.
        items: All items that the list is to have.
        verb: The start of the step's label, such as `Split a statement in`; by default it says
            what happened to the items.
        merge: A key that joins the step with the one before, if that has the same key; "" for a
            separate step.

    Raises:
        EditRefused: An item is of the wrong type.
    """
    current, new = _items(ladder, address, name), tuple(items)
    after = with_items(ladder, address, name, new, _moved(current, new))
    grown = len(new) - len(current)
    verb = verb or ("Add to" if grown > 0 else "Remove from" if grown else "Change")
    return Edit(_label(verb, ladder, address, name), lambda _: after, merge=merge)


def _moved(old: Sequence[Any], new: Sequence[Any]) -> Moved:
    """Return the positions of a list's items in another one; a rewritten item keeps its place."""
    moved: dict[int, int | None] = {}
    at, shift = 0, 0
    for run in (*runs(old, new), None):
        end = run.old if run else len(old)
        moved |= {place: place + shift for place in range(at, end)}
        if run is not None:
            both = min(run.old_size, run.new_size)
            moved |= {run.old + step: run.new + step for step in range(both)}
            moved |= dict.fromkeys(range(run.old + both, run.old + run.old_size))
            at, shift = run.old + run.old_size, run.new + run.new_size - run.old - run.old_size
    return {place: now for place, now in moved.items() if place != now}


def with_items(
    ladder: Ladder, address: Address, name: str, items: tuple[Any, ...], moved: Moved | None = None
) -> Ladder:
    """Return the ladder with the items of a list; accepted findings follow their items.

    An own entry of a mapping that becomes empty is removed. The ladder itself is returned when the
    list has exactly these items already.

    Args:
        ladder: The ladder, before the edit.
        address: The entity that has the list.
        name: The path of the list.
        items: All items that the list is to have.
        moved: The old index of each item that moved, with the new one or None if it was removed.
    """
    path = FieldPath(name)
    current = effective_at(ladder, address, path)
    if items == (current or ()) and all(map(_is_same, items, current or ())):
        return ladder
    after = with_list(ladder, address, path, items)
    if after is None:
        is_own = value_at(existing(ladder, address), path) is not None
        empties = is_own and not items
        own = with_inherited(ladder, address, path)
        after = _emptied(ladder, address, path) if empties else put(own, address, path, items)
    return shift_accepted(after, canonical(ladder, address).at(name), moved) if moved else after


def _is_same(one: Any, other: Any) -> bool:
    return type(one) is type(other)


def _emptied(ladder: Ladder, address: Address, path: FieldPath) -> Ladder:
    holder = path.above
    mapping = value_at(existing(ladder, address), holder) if holder else None
    if not isinstance(mapping, Mapping):
        return put(ladder, address, path, ())
    return put(ladder, address, holder, without_key(mapping, decode_key(path.last)))


def _items(ladder: Ladder, address: Address, name: str) -> tuple[Any, ...]:
    current = effective_at(ladder, address, FieldPath(name))
    if current is None:
        return ()
    if not isinstance(current, tuple):
        raise EditRefused(f"{name} of {named(ladder, address)} is not a list.")
    return current


def _there(
    ladder: Ladder, address: Address, name: str, current: Sequence[Any], positions: Iterable[int]
) -> None:
    if not all(0 <= place < len(current) for place in positions):
        title = title_at(existing(ladder, address), FieldPath(name))
        raise EditRefused(
            f"{title} of {named(ladder, address)} has changed; this line no longer exists."
        )


def _label(verb: str, ladder: Ladder, address: Address, name: str) -> str:
    title = place_title(ladder, place_at(ladder, address, FieldPath(name)))
    return field_label(verb, title, named(ladder, address))
