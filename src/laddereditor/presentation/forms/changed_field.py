"""Which field of an entity a step changed, so that a form can go there."""

from collections.abc import Iterable, Mapping
from itertools import takewhile
from typing import Any

from laddereditor.model.address import FieldPath
from laddereditor.model.base import Entity
from laddereditor.presentation.forms.form_values import EntityForm, own_value, shown_at


def changed_field(before: EntityForm, after: EntityForm, names: Iterable[str]) -> FieldPath:
    """Return the path of what differs between two states of an entity.

    Args:
        before: The entity as it was.
        after: The entity as it is now.
        names: The fields to look at, in their order; the first that differs is taken.

    Returns:
        The path of the item, entry or value that is shown otherwise now, inherited ones included.
        If an item is gone, it is the path of its list, never of another item. Empty if no field
        differs.
    """
    for name in map(FieldPath, names):
        old, new = own_value(before.entity, name), own_value(after.entity, name)
        if old is not new and old != new:
            key = _changed_key(old, new)
            path = name if key is None else name.entry(key)
            return _inside(path, shown_at(before, path).value, shown_at(after, path).value)
    return FieldPath()


def _changed_key(old: Any, new: Any) -> str | None:
    """Return the first key at which two mappings differ; None for other values."""
    if not isinstance(old or new, Mapping):
        return None
    before, after = dict(old or {}), dict(new or {})
    return next(str(key) for key in after | before if before.get(key) != after.get(key))


def _inside(path: FieldPath, old: Any, new: Any) -> FieldPath:
    """Return the path of what differs in the value at a path."""
    if isinstance(old, tuple | None) and isinstance(new, tuple):
        return _in_list(path, old or (), new)
    if isinstance(new, Entity) and type(old) is type(new):
        names = type(new).model_fields
        found = (name for name in names if getattr(old, name) != getattr(new, name))
        name = next(found, "")
        return _inside(path.at(name), getattr(old, name), getattr(new, name)) if name else path
    return path


def _in_list(path: FieldPath, old: tuple[Any, ...], new: tuple[Any, ...]) -> FieldPath:
    pairs = zip(old, new, strict=False)
    place = len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))
    if len(new) < len(old) or place == len(new):
        return path
    item = path.at(str(place))
    return _inside(item, old[place], new[place]) if len(new) == len(old) else item
