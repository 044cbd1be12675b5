"""Edits of the items of a list field: statements, skills, titles, pay ranges, occupations."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from laddereditor.edits.accepted import shift_accepted
from laddereditor.edits.edit import Edit, EditRefused, builder
from laddereditor.edits.fields import field_label
from laddereditor.edits.paths import put, title_at, value_at
from laddereditor.edits.words import canonical, existing, named
from laddereditor.model.address import decode_key, join, parts
from laddereditor.model.base import evolve
from laddereditor.model.ladder import Ladder
from laddereditor.model.level import Level
from laddereditor.model.statement import ExampledStatement


@builder
def set_item(  # noqa: PLR0913 - a place has four parts
    ladder: Ladder, address: str, name: str, position: int, value: Any, *, typing: bool = False
) -> Edit:
    """Replace one item; a plain text for a statement keeps the statement's examples.

    Raises EditRefused when there is no such item or the value is of the wrong type.
    """
    items = _items(ladder, address, name)
    _there(ladder, address, name, items, [position])
    old = items[position]
    if isinstance(old, ExampledStatement) and isinstance(value, str):
        value = evolve(old, text=value)
    after = put(ladder, address, f"{name}/{position}", value)
    merge = f"type:{address}/{name}/{position}" if typing else ""
    return Edit(_label("Change", ladder, address, name), lambda _: after, merge=merge)


@builder
def insert_items(
    ladder: Ladder, address: str, name: str, position: int, items: Iterable[Any]
) -> Edit:
    """Insert items before `position`; below 0 or beyond the end they go to the end."""
    held = _items(ladder, address, name)
    new = tuple(items)
    place = position if 0 <= position <= len(held) else len(held)
    after = ladder
    if new:
        after = put(ladder, address, name, (*held[:place], *new, *held[place:]))
        moved = {old: old + len(new) for old in range(place, len(held))}
        after = _shifted(after, address, name, moved)
    return Edit(_label("Add to", ladder, address, name), lambda _: after)


@builder
def remove_items(ladder: Ladder, address: str, name: str, positions: Collection[int]) -> Edit:
    """Remove the items at `positions`; a level's list for a competency goes with its last item."""
    held = _items(ladder, address, name)
    _there(ladder, address, name, held, positions)
    gone = set(positions)
    kept = [place for place in range(len(held)) if place not in gone]
    after = _with_items(ladder, address, name, tuple(held[place] for place in kept))
    moved: dict[int, int | None] = dict.fromkeys(gone)
    moved |= {old: new for new, old in enumerate(kept) if old != new}
    after = _shifted(after, address, name, moved)
    return Edit(_label("Remove from", ladder, address, name), lambda _: after)


@builder
def move_items(
    ladder: Ladder, address: str, name: str, positions: Collection[int], to: int
) -> Edit:
    """Move items so that they stand together before the item that is at `to` now.

    `to` beyond the end, or below 0, means the end.
    """
    held = _items(ladder, address, name)
    _there(ladder, address, name, held, positions)
    chosen = sorted(set(positions))
    rest = [place for place in range(len(held)) if place not in chosen]
    end = to if 0 <= to <= len(held) else len(held)
    before = sum(1 for place in rest if place < end)
    order = [*rest[:before], *chosen, *rest[before:]]
    after = ladder
    if order != list(range(len(held))):
        after = put(ladder, address, name, tuple(held[place] for place in order))
        moved = {old: new for new, old in enumerate(order) if old != new}
        after = _shifted(after, address, name, moved)
    return Edit(_label("Reorder", ladder, address, name), lambda _: after)


def _items(ladder: Ladder, address: str, name: str) -> tuple[Any, ...]:
    held = value_at(existing(ladder, address), name)
    if held is None:
        return ()
    if not isinstance(held, tuple):
        raise EditRefused(f"{name} of {named(ladder, address)} is no list.")
    return held


def _there(
    ladder: Ladder, address: str, name: str, held: Sequence[Any], positions: Iterable[int]
) -> None:
    if not all(0 <= place < len(held) for place in positions):
        title = title_at(existing(ladder, address), name)
        raise EditRefused(
            f"{title} of {named(ladder, address)} has changed; this line is not there any more."
        )


def _with_items(ladder: Ladder, address: str, name: str, items: tuple[Any, ...]) -> Ladder:
    entity = existing(ladder, address)
    holder = "/".join(parts(name)[:-1])
    mapping = value_at(entity, holder) if holder else None
    if not items and isinstance(entity, Level) and isinstance(mapping, Mapping):
        gone = decode_key(parts(name)[-1])
        left = {key: held for key, held in mapping.items() if key != gone}
        return put(ladder, address, holder, left)
    return put(ladder, address, name, items)


def _shifted(
    ladder: Ladder, address: str, name: str, positions: Mapping[int, int | None]
) -> Ladder:
    return shift_accepted(ladder, join(canonical(ladder, address), name), positions)


def _label(verb: str, ladder: Ladder, address: str, name: str) -> str:
    entity = existing(ladder, address)
    title = title_at(entity, name)
    return field_label(verb, title, named(ladder, address))
