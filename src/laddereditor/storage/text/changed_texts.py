"""Which texts an edit changed in a record, if it changed nothing else and moved nothing."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel

from laddereditor.model.raw import to_raw
from laddereditor.storage.text.align import align, name_of, similarity

_LIKE = 0.5  # similarity of items that are the same ones, as in `align`


class ChangedText(NamedTuple):
    """A text that is another one after an edit."""

    path: tuple[str | int, ...]  # in the record: ("profiles", 2, "level")
    old: str
    new: str

    @property
    def is_other_item(self) -> bool:
        """Whether it is an item of a list that has little in common with the one before."""
        return isinstance(self.path[-1], int) and similarity(self.old, self.new) < _LIKE


class OtherChange(Exception):
    """The edit changed something else than texts: a list, a key, a number, an empty value."""


def changed_texts(old: BaseModel, new: BaseModel) -> list[ChangedText]:
    """Return the texts that differ between two states of a record, in the order of its fields.

    Parts that both states share as the same objects are not looked into, which makes this fast.

    Raises:
        OtherChange: Something else differs, an item of a list may be another one now, or a text
            begins or ceases to be written.
    """
    return list(_inside(old, new, ()))


def _inside(old: Any, new: Any, path: tuple[str | int, ...]) -> Iterator[ChangedText]:
    if old is new:
        return
    if type(old) is not type(new):
        raise OtherChange
    if type(old) is str:
        if old != new:
            if not (old and new):
                raise OtherChange
            yield ChangedText(path, old, new)
    elif isinstance(old, BaseModel):
        yield from _in_entity(old, new, path)
    elif isinstance(old, tuple) and len(old) == len(new):
        yield from _in_items(old, new, path)
    elif isinstance(old, Mapping) and list(old) == list(new):
        for key, was in old.items():
            yield from _inside(was, new[key], (*path, key))
    elif old != new:
        raise OtherChange


def _in_entity(
    old: BaseModel, new: BaseModel, path: tuple[str | int, ...]
) -> Iterator[ChangedText]:
    if old.model_extra != new.model_extra:
        raise OtherChange
    fields, now = type(old).model_fields, new.__dict__
    for name, value in old.__dict__.items():
        other = now[name]
        if value is other:
            continue
        default = fields[name].default
        if (value == default) != (other == default):
            raise OtherChange
        yield from _inside(value, other, (*path, name))


def _in_items(
    old: Sequence[Any], new: Sequence[Any], path: tuple[str | int, ...]
) -> Iterator[ChangedText]:
    """Yield the changes in a list whose items stay where they are."""
    pairs = enumerate(zip(old, new, strict=True))
    changed = [place for place, (was, now) in pairs if was is not now and was != now]
    if not changed:
        return
    if all(isinstance(new[place], BaseModel) for place in changed):
        places = {id(item): place for place, item in enumerate(old)}
        stay = all(
            places.get(id(new[place]), place) == place
            and _is_same_item(old[place], new[place], is_alone=len(changed) == 1)
            for place in changed
        )
    else:
        stay = len(changed) == 1 or align(to_raw(old), to_raw(new)) == list(range(len(old)))
    if not stay:
        raise OtherChange
    for place in changed:
        yield from _inside(old[place], new[place], (*path, place))


def _is_same_item(old: Any, new: Any, *, is_alone: bool) -> bool:
    """Whether a record of a list is a later state of the one at its place.

    Args:
        old: The record before the edit.
        new: The one after it.
        is_alone: Whether it is the only one of its list that changed.
    """
    if type(old) is not type(new):
        return False
    fields = type(old).model_fields
    filled = [
        (value, new.__dict__[name])
        for name, value in old.__dict__.items()
        if value != fields[name].default or new.__dict__[name] != fields[name].default
    ]
    same = sum(was is now or was == now for was, now in filled)
    if is_alone:
        return bool(same) or len(filled) == 1 or name_of(dict(old)) == name_of(dict(new))
    return bool(same >= _LIKE * len(filled))
