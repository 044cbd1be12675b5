"""The difference between two values, from which either gives the other.

A difference takes memory for what differs, not for the size of the values, so that undo can keep
many. Parts that two values share (lists compare their items by identity, texts by content) are
taken from the value that is available. Values are entities, other frozen dataclasses, tuples,
lists, dicts and plain values. A dataclass field that is marked as `DERIVED` is left out and
computed again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Protocol

from pydantic import BaseModel

from laddereditor.align.common_items import DifferingRun, runs

DERIVED: Mapping[str, Any] = {"derived": True}  # metadata of a field that follows from the others
_SHORT = 200  # characters up to which a text is kept whole
_LINES = 2000  # characters from which a text is compared line by line


class Difference(Protocol):
    """The difference between an old value and a new one."""

    def apply(self, value: Any, *, back: bool) -> Any:
        """Return the new value, given the old one; with `back`, the old one, given the new one."""


def difference(old: Any, new: Any) -> Difference | None:
    """Return the difference between two values; None if they are the same."""
    if old is new:
        return None
    if type(old) is not type(new):
        return _Replacement(old, new)
    for kind, compared in _KINDS:
        if isinstance(old, kind):
            return compared(old, new)
    if is_dataclass(old):
        return _difference_of_dataclass(old, new)
    return None if old == new else _Replacement(old, new)


def applied(found: Difference | None, value: Any, *, back: bool) -> Any:
    """Apply a difference to a value; without one, return the value itself.

    Args:
        found: The difference, None for none.
        value: The value that it is applied to: the old one, or with `back` the new one.
        back: Whether the old value is wanted.
    """
    return value if found is None else found.apply(value, back=back)


@dataclass(frozen=True, slots=True)
class _Replacement:
    """Both values, as they have nothing in common."""

    old: Any
    new: Any

    def apply(self, _value: Any, *, back: bool) -> Any:
        return self.old if back else self.new


# -- texts --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Text:
    """The differing part between the common start and the common end of two texts."""

    start: int
    old: str
    new: str

    def apply(self, value: str, *, back: bool) -> str:
        there, here = (self.old, self.new) if back else (self.new, self.old)
        return value[: self.start] + there + value[self.start + len(here) :]


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of two texts."""

    lines: Difference | None

    def apply(self, value: str, *, back: bool) -> str:
        found: Sequence[str] = applied(self.lines, tuple(value.split("\n")), back=back)
        return "\n".join(found)


def _difference_of_text(old: str, new: str) -> Difference | None:
    if old == new:
        return None
    if len(old) + len(new) < _SHORT:
        return _Replacement(old, new)
    start = _common(old, new, lambda text, low, high: text[low:high])
    rest, other = old[start:], new[start:]
    end = _common(rest, other, lambda text, low, high: text[len(text) - high : len(text) - low])
    removed, added = rest[: len(rest) - end], other[: len(other) - end]
    if min(removed.count("\n"), added.count("\n")) and len(removed) + len(added) > _LINES:
        return _Lines(_difference_of_items(tuple(old.split("\n")), tuple(new.split("\n"))))
    return _Text(start, removed, added)


def _common(one: str, other: str, cut: Callable[[str, int, int], str]) -> int:
    """Return how many characters two texts have in common at one end, by halving.

    `cut` returns the part between two distances from that end.
    """
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if cut(one, low, middle) == cut(other, low, middle):
            low = middle
        else:
            high = middle - 1
    return low


# -- collections --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Changed:
    """One differing run of two lists: the differences item by item, or both runs as a whole."""

    run: DifferingRun
    old: Sequence[Any]
    new: Sequence[Any]
    inner: tuple[Difference | None, ...] = ()

    def apply(self, value: Sequence[Any], *, back: bool) -> Sequence[Any]:
        """Return the run of one list, given that of the other."""
        if not self.inner:
            return self.old if back else self.new
        start = self.run.new if back else self.run.old
        return [applied(one, value[start + n], back=back) for n, one in enumerate(self.inner)]


@dataclass(frozen=True, slots=True)
class _Items:
    """The differing runs of two lists, in order."""

    changes: tuple[_Changed, ...]

    def apply(self, value: Any, *, back: bool) -> Any:
        found: list[Any] = []
        done = 0
        for change in self.changes:
            run = change.run
            start, size = (run.new, run.new_size) if back else (run.old, run.old_size)
            found += value[done:start]
            found += change.apply(value, back=back)
            done = start + size
        found += value[done:]
        return type(value)(found)


def _difference_of_items(old: Any, new: Any) -> Difference | None:
    found = [_changed(run, old, new) for run in runs(old, new)]
    changes = tuple(one for one in found if one)
    return _Items(changes) if changes else None


def _changed(run: DifferingRun, old: Any, new: Any) -> _Changed | None:
    old_items = old[run.old : run.old + run.old_size]
    new_items = new[run.new : run.new + run.new_size]
    if len(old_items) != len(new_items):
        return _Changed(run, old_items, new_items)
    inner = tuple(difference(one, other) for one, other in zip(old_items, new_items, strict=True))
    return _Changed(run, (), (), inner) if any(inner) else None


@dataclass(frozen=True, slots=True)
class _Mapping:
    """The keys of two mappings, and the values that differ."""

    keys: Difference | None
    values: Mapping[str, Difference]
    removed: Mapping[str, Any]
    added: Mapping[str, Any]

    def apply(self, value: Mapping[str, Any], *, back: bool) -> dict[str, Any]:
        keys: Sequence[str] = applied(self.keys, tuple(value), back=back)
        added = self.removed if back else self.added
        return {
            key: added[key]
            if key in added
            else applied(self.values.get(key), value[key], back=back)
            for key in keys
        }


def _difference_of_mapping(old: Mapping[str, Any], new: Mapping[str, Any]) -> Difference | None:
    keys = _difference_of_items(tuple(old), tuple(new)) if list(old) != list(new) else None
    values = {key: difference(old[key], new[key]) for key in old if key in new}
    differ = {key: one for key, one in values.items() if one}
    removed = {key: value for key, value in old.items() if key not in new}
    added = {key: value for key, value in new.items() if key not in old}
    return _Mapping(keys, differ, removed, added) if keys or differ else None


# -- entities and dataclasses -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Entity:
    """The fields of two entities that differ, and their unknown keys."""

    fields: Mapping[str, Difference]
    extra: Difference | None

    def apply(self, value: BaseModel, *, back: bool) -> BaseModel:
        known = value.__dict__
        found = {name: applied(one, known[name], back=back) for name, one in self.fields.items()}
        made = value.model_copy(update=found)
        if self.extra:
            extra = applied(self.extra, value.model_extra or {}, back=back)
            object.__setattr__(made, "__pydantic_extra__", extra)
        return made


def _difference_of_entity(old: BaseModel, new: BaseModel) -> Difference | None:
    values = {name: difference(value, new.__dict__[name]) for name, value in old.__dict__.items()}
    differ = {name: one for name, one in values.items() if one}
    extra = _difference_of_mapping(old.model_extra or {}, new.model_extra or {})
    return _Entity(differ, extra) if differ or extra else None


@dataclass(frozen=True, slots=True)
class _Dataclass:
    """The fields of two dataclasses that differ, and those to be computed again."""

    fields: Mapping[str, Difference]
    derived: tuple[str, ...]

    def apply(self, value: Any, *, back: bool) -> Any:
        found = {
            name: applied(one, getattr(value, name), back=back) for name, one in self.fields.items()
        }
        return replace(value, **found, **dict.fromkeys(self.derived))


def _difference_of_dataclass(old: Any, new: Any) -> Difference | None:
    own = [field.name for field in fields(old) if not field.metadata.get("derived")]
    values = {name: difference(getattr(old, name), getattr(new, name)) for name in own}
    differ = {name: one for name, one in values.items() if one}
    derived = tuple(field.name for field in fields(old) if field.metadata.get("derived"))
    return _Dataclass(differ, derived) if differ else None


_KINDS: tuple[tuple[Any, Callable[[Any, Any], Difference | None]], ...] = (
    (str, _difference_of_text),
    (tuple | list, _difference_of_items),
    (dict, _difference_of_mapping),
    (BaseModel, _difference_of_entity),
)
