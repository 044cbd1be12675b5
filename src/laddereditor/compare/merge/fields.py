"""Merge one entry field by field."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from laddereditor.compare.diff.changes.change import Conflict
from laddereditor.compare.merge.list_items import ListPlace, merged_items
from laddereditor.compare.merge.merge_context import CLASH, MergeContext, ThreeWayValue
from laddereditor.compare.merge.merge_values import joined, proposed
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import Entity
from laddereditor.model.fields import field_specs

MergeRecords = Callable[[str, ThreeWayValue], Any]  # merges a field that lists entries, by its name
_MISSING = object()
_INDIVISIBLE = ("experience",)  # shapes whose parts say one thing together
_UNKNOWN = object()  # the value in the base, if there is no base


def merged_entity(
    context: MergeContext,
    address: Address,
    forms: ThreeWayValue,
    records: MergeRecords,
    inside: FieldPath = FieldPath(),
) -> Any:
    """Return an entry with the changes of both sides; unchanged values keep their identity.

    Args:
        context: The merge.
        address: The address of the entry.
        forms: The entry in the base, in ours and in theirs; the base is None if both added it.
        records: Merges the fields that list entries.
        inside: The path of a value inside the entry, such as "pay".
    """
    base: Entity | None = forms.base
    ours: Entity = forms.ours
    theirs: Entity = forms.theirs
    if ours is theirs or theirs is base:
        return ours
    if ours is base:
        return theirs
    merged: dict[str, Any] = {}
    for name, shape, value in _field_values(context, base, ours, theirs):
        place = ListPlace(address, inside.at(name), shape)
        merged[name] = _merged_field(context, place, value, records)
    return _built(ours, theirs, merged)


def _field_values(
    context: MergeContext, base: Entity | None, ours: Entity, theirs: Entity
) -> Iterator[tuple[str, str, ThreeWayValue]]:
    """Yield the name, the shape and the values of each field that a side has."""
    entries = [dict(side) if side is not None else {} for side in (base, ours, theirs)]
    specs = field_specs(type(ours))
    for name in dict.fromkeys([*entries[1], *entries[2]]):
        value = ThreeWayValue(*(each.get(name, _MISSING) for each in entries))
        if not context.is_based:
            value = value._replace(base=_UNKNOWN)
        elif base is None and name in specs:
            value = value._replace(base=_empty(type(ours), name))
        yield name, specs[name].shape if name in specs else "raw", value


def _merged_field(
    context: MergeContext, place: ListPlace, value: ThreeWayValue, records: MergeRecords
) -> Any:
    if value.ours is value.theirs:
        return value.ours
    if place.shape == "records":  # one side may remove an entry that the other refers to elsewhere
        return records(place.field.last, value._replace(base=_list(value.base)))
    if value.theirs is value.base:
        return value.ours
    if value.ours is value.base:
        return value.theirs
    return _value(context, place, value)


def _list(value: Any) -> Any:
    return value if isinstance(value, tuple) else ()


def _empty(entity: type[BaseModel], name: str) -> Any:
    info = entity.model_fields[name]
    return None if info.is_required() else info.get_default(call_default_factory=True)


def _built(ours: Entity, theirs: Entity, values: dict[str, Any]) -> Entity:
    values = {name: value for name, value in values.items() if value is not _MISSING}
    for side in (ours, theirs):
        entries = dict(side)
        if entries.keys() == values.keys() and all(
            entries[name] is values[name] for name in entries
        ):
            return side
    return type(ours).model_validate(values)


def _value(context: MergeContext, place: ListPlace, forms: ThreeWayValue) -> Any:
    """Return a field's merged value, or _MISSING if an unknown key is removed."""
    base, ours, theirs = forms
    if theirs in (ours, base):
        return ours
    if ours == base:
        return theirs
    if isinstance(ours, tuple) and isinstance(theirs, tuple):
        forms = forms._replace(base=_list(base))
        merged = merged_items(context, place, forms)
        return _newest_first(merged, forms) if place.shape == "history" else merged
    if isinstance(ours, Mapping) and isinstance(theirs, Mapping):
        return _keys(context, place, forms._replace(base=base if isinstance(base, Mapping) else {}))
    if isinstance(ours, Entity) and type(ours) is type(theirs) and place.shape not in _INDIVISIBLE:
        return _inner(context, place, forms)
    return _single(context, place, forms)


def _single(context: MergeContext, place: ListPlace, forms: ThreeWayValue) -> Any:
    forms = forms.each(lambda value: None if value in (_MISSING, _UNKNOWN) else value)
    value = joined(forms, place.shape, words=context.join_words) if context.is_based else CLASH
    if value is CLASH:
        key = f"{place.address}/{place.field}"
        proposal = proposed(forms, place.shape) if context.is_based else None
        value = context.resolved(Conflict(place.address, place.field, *forms, proposal, key))
    # A missing key differs from an empty one; a field of the model may hold None.
    return _MISSING if value is None and "/" in place.field else value


def _keys(context: MergeContext, place: ListPlace, forms: ThreeWayValue) -> dict[str, Any]:
    merged: dict[str, Any] = {}
    for key in dict.fromkeys([*forms.ours, *forms.theirs]):
        inner = ListPlace(place.address, place.field.entry(key), place.shape)
        each = ThreeWayValue(*(mapping.get(key, _MISSING) for mapping in forms))
        value = _value(context, inner, each if context.is_based else each._replace(base=_UNKNOWN))
        if value is not _MISSING:
            merged[key] = value
    return merged


def _inner(context: MergeContext, place: ListPlace, forms: ThreeWayValue) -> Any:
    """Merge a value that has fields, such as pay."""
    before = forms.base if isinstance(forms.base, type(forms.ours)) else None
    known = list(context.conflicts)
    try:
        return merged_entity(
            context,
            place.address,
            forms._replace(base=before),
            _no_records,
            place.field,
        )
    except ValidationError:  # the parts are valid one by one, but not together
        context.conflicts[:] = known
        return _single(context, place, forms)


def _no_records(name: str, _: ThreeWayValue) -> Any:
    raise TypeError(f"a value inside an entry lists no entries: {name}")


def _newest_first(merged: tuple[Any, ...], forms: ThreeWayValue) -> tuple[Any, ...]:
    """Put a merged history in order, if it was in order on every side."""
    if all(list(form) == sorted(form, key=_number, reverse=True) for form in forms):
        return tuple(sorted(merged, key=_number, reverse=True))
    return merged


def _number(entry: Any) -> tuple[int, ...]:
    pieces = entry.version.partition("-")[0].partition("+")[0].split(".")
    return tuple(int(piece) if piece.isdigit() else -1 for piece in pieces)
