"""Find the changes of the fields of one entry, and of the values inside them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from laddereditor.compare.diff.changes.change import ChangeKind, LadderChange
from laddereditor.compare.diff.changes.list_plan import Detail, RenamedId
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.fields import field_specs
from laddereditor.model.ladder import Checks

_RECORDS = "records"  # lists of entries, which are compared entry by entry


@dataclass(frozen=True, slots=True, eq=False)
class EntityPair:
    """An entry of both ladders."""

    address: Address  # in the new ladder
    was: Address  # in the old one
    owner: type[BaseModel]
    names: tuple[RenamedId, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ListPair:
    """A list of an entry that differs between the ladders."""

    place: EntityPair
    path: FieldPath
    before: tuple[Any, ...]
    after: tuple[Any, ...]
    added: bool = False  # the old entry has no such key
    removed: bool = False  # the new entry has no such key


FieldDifference = LadderChange | ListPair


def differences(
    place: EntityPair, old: BaseModel, new: BaseModel, inside: FieldPath = FieldPath()
) -> Iterator[FieldDifference]:
    """Yield the changed values of two forms of an entry, and the lists that differ.

    Args:
        place: The entry in both ladders.
        old: The old form of it, or of a value inside it.
        new: The new form.
        inside: The path of that value, empty for the entry itself.
    """
    old_items, new_items = old.__dict__, new.__dict__
    for name, spec in field_specs(type(old)).items():
        one, other = old_items[name], new_items[name]
        if one is other or spec.shape == _RECORDS or one == other:
            continue
        path = inside.at(name)
        if isinstance(one, Checks) and other is None:
            yield from differences(place, one, Checks(), path)
            yield value_change(place, path, Checks(), None, False, True)
        elif isinstance(one, tuple) and isinstance(other, tuple):
            yield ListPair(place, path, one, other)
        elif isinstance(one, Mapping) and isinstance(other, Mapping):
            yield from _keys(place, path, one, other)
        elif _has_parts(spec.shape, one, other):
            yield from differences(place, one, other, path)
        else:
            empty = type(old).model_fields[name].default
            yield value_change(place, path, one, other, one == empty, other == empty)
    if old.model_extra or new.model_extra:
        yield from _keys(place, inside, old.model_extra or {}, new.model_extra or {})


def _has_parts(shape: str, one: Any, other: Any) -> bool:
    return (
        shape in ("pay", "checks") and isinstance(one, BaseModel) and isinstance(other, BaseModel)
    )


def _keys(
    place: EntityPair, path: FieldPath, old_items: Mapping[str, Any], new_items: Mapping[str, Any]
) -> Iterator[FieldDifference]:
    for key in [*new_items, *(key for key in old_items if key not in new_items)]:
        one, other = old_items.get(key), new_items.get(key)
        if key in old_items and key in new_items and (one is other or one == other):
            continue
        inner = path.entry(key)
        added, removed = key not in old_items, key not in new_items
        if any(isinstance(value, tuple) and value for value in (one, other)):
            yield ListPair(place, inner, one or (), other or (), added, removed)
        else:
            yield value_change(place, inner, one, other, added, removed)


def value_change(  # noqa: PLR0913, PLR0917 - a value before and after, and if it was there at all
    place: EntityPair, path: FieldPath, one: Any, other: Any, added: bool, removed: bool
) -> LadderChange:
    """Return the change of one value.

    Args:
        place: The entry in both ladders.
        path: The path of the value inside the entry.
        one: The old value.
        other: The new value.
        added: Whether the old ladder has no such key.
        removed: Whether the new ladder has no such key.
    """
    kind: ChangeKind = "added" if added else "removed" if removed else "changed"
    if kind == "changed" and path in ("name", "id"):
        kind = "renamed"
    return LadderChange(
        kind,
        place.address,
        path,
        None if added else one,
        None if removed else other,
        "unclear",
        "",
        origin=place.was if kind == "renamed" else Address(),
        detail=Detail(place.was, names=place.names),
    )
