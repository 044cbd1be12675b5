"""Put changed entries back into a ladder, all at once."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from laddereditor.model.address import Address
from laddereditor.model.base import Entity, evolve
from laddereditor.model.ladder import Ladder

Tree = dict[tuple[str, int], Any]  # field and place -> changed entry, or a tree inside it


def with_entries(ladder: Ladder, entries: Mapping[Address, Entity]) -> Ladder:
    """Return the ladder with the entries at some addresses replaced; their ids must be the same.

    If an entry inside a replaced entry is also given, it is replaced in the new one.
    """
    own = {address.path(ladder): entity for address, entity in entries.items()}
    inner: dict[tuple[str | int, ...], list[tuple[str, int, Entity]]] = defaultdict(list)
    result = own.pop((), ladder)
    for path in sorted(own, key=len, reverse=True):
        entity = own[path]
        if path in inner:
            entity = _with(entity, inner.pop(path))
        inner[path[:-2]].append((str(path[-2]), int(path[-1]), entity))
    for path in sorted(inner, key=len, reverse=True):
        if path:
            holder = getattr(ladder, str(path[0]))[int(path[1])]
            place = (str(path[0]), int(path[1]), _with(holder, inner[path]))
            inner[()].append(place)
    after: Ladder = _with(result, inner.get((), []))
    return after


def _with(holder: Any, changed: list[tuple[str, int, Entity]]) -> Any:
    fields: dict[str, list[Entity]] = {}
    for name, place, entity in changed:
        fields.setdefault(name, list(getattr(holder, name)))[place] = entity
    return evolve(holder, **{name: tuple(items) for name, items in fields.items()})
