"""What becomes of the items of a collection: kept, changed, moved, new, gone."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from laddereditor.storage.align import align, likeness
from laddereditor.storage.patch import Raw

_LIKE = 0.5


class Op(NamedTuple):
    """One item of the new collection: one of the text's, or a new one (None)."""

    source: int | None  # number of the item in the text
    value: Raw
    key: str = ""  # of an entry of a mapping


def plan_list(
    old: Sequence[Raw], new: Sequence[Raw], is_moved: Callable[[Raw], bool] = lambda _: False
) -> list[Op]:
    """Return the items of the new list in order.

    `is_moved` tells of a value whether it was taken out somewhere else: then it is no other state
    of the item whose place it takes.
    """
    plan = [Op(index, value) for index, value in zip(align(old, new), new, strict=True)]
    return [
        Op(None, op.value)
        if op.source is not None
        and old[op.source] != op.value
        and likeness(old[op.source], op.value) < _LIKE
        and is_moved(op.value)
        else op
        for op in plan
    ]


def keeps_all(plan: Sequence[Op], count: int) -> bool:
    """Whether every item stays where it is, and none is new."""
    return [op.source for op in plan] == list(range(count))


def plan_map(names: Sequence[str], old: Mapping[str, Raw], new: Mapping[str, Raw]) -> list[Op]:
    """Return the entries of the new mapping, in the order in which they are to stand.

    `names` are the keys in the text. A key that the text holds but neither `old` nor `new` does
    stands for a default, and stays; its value is then None in the plan.
    """
    renamed = _renamed(old, new)
    gone = {key for key in old if key not in new and key not in renamed}
    kept = [name for name in names if name not in gone]
    final = [renamed.get(name, name) for name in kept]
    place = {renamed.get(name, name): index for index, name in enumerate(names)}
    final = _in_new_order(final, [renamed.get(key, key) for key in old], list(new))
    for number, key in enumerate(new):
        if key not in place:
            final.insert(_position(final, list(new), number), key)
    return [Op(place.get(key), new.get(key), key) for key in final]


def _renamed(old: Mapping[str, Raw], new: Mapping[str, Raw]) -> dict[str, str]:
    """Return old key -> new key where the same value stands under another name."""
    gone = [key for key in old if key not in new]
    fresh = [key for key in new if key not in old]
    places = {key: number for number, key in enumerate(new)}
    renamed: dict[str, str] = {}
    for number, key in enumerate(old):
        if key not in gone:
            continue
        same = [other for other in fresh if new[other] == old[key]]
        if same:
            renamed[key] = min(same, key=lambda other: abs(places[other] - number))
            fresh.remove(renamed[key])
    return renamed


def _in_new_order(final: list[str], old: list[str], new: list[str]) -> list[str]:
    """Put the entries that both have into their new order, in the places that they have."""
    was = [key for key in old if key in new]
    becomes = [key for key in new if key in old]
    if was == becomes:
        return final
    movable = set(was) & set(final)
    order = iter([key for key in becomes if key in movable])
    return [next(order) if key in movable else key for key in final]


def _position(final: Sequence[str], new: Sequence[str], number: int) -> int:
    """Return where a new key goes: behind its nearest predecessor, else before its successor."""
    for key in reversed(new[:number]):
        if key in final:
            return final.index(key) + 1
    for key in new[number + 1 :]:
        if key in final:
            return final.index(key)
    return len(final)
