"""Plan the items of an edited collection: which are kept, changed, moved, new or removed."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from laddereditor.model.raw import Raw
from laddereditor.storage.text.align import align, similarity

_LIKE = 0.5
_FEW = 20  # keys with the same value among which the nearest is searched


class PlannedItem(NamedTuple):
    """One item of the new collection: one of the text's, or a new one (None)."""

    source: int | None  # number of the item in the text
    value: Raw
    key: str = ""  # of an entry of a mapping


def plan_list(
    old: Sequence[Raw], new: Sequence[Raw], is_moved: Callable[[Raw], bool] = lambda _: False
) -> list[PlannedItem]:
    """Return the items of the new list in order.

    Args:
        old: The plain values in the text.
        new: The plain values that the list is to hold.
        is_moved: Whether a value was removed elsewhere; then it is not a new state of the item
            whose position it takes.
    """
    plan = [PlannedItem(index, value) for index, value in zip(align(old, new), new, strict=True)]
    return [
        PlannedItem(None, op.value)
        if op.source is not None
        and old[op.source] != op.value
        and similarity(old[op.source], op.value) < _LIKE
        and is_moved(op.value)
        else op
        for op in plan
    ]


def keeps_all(plan: Sequence[PlannedItem], count: int) -> bool:
    """Whether every item keeps its place and none is new."""
    return [op.source for op in plan] == list(range(count))


def plan_map(
    names: Sequence[str], old: Mapping[str, Raw], new: Mapping[str, Raw]
) -> list[PlannedItem]:
    """Return the entries of the new mapping, in their order.

    A key that is in the text but in neither `old` nor `new` stands for a default. It stays, and its
    value in the plan is None.

    Args:
        names: The keys in the text.
        old: The values that the text reads as.
        new: The values that it is to hold.
    """
    renamed = _renamed(names, old, new)
    removed = {key for key in old if key not in new and key not in renamed}
    rest = [name for name in names if name not in removed]
    final = [renamed.get(name, name) for name in rest]
    place = {renamed.get(name, name): index for index, name in enumerate(names)}
    final = _in_new_order(final, [renamed.get(key, key) for key in old], list(new))
    final = _with_new(final, list(new), place)
    return [PlannedItem(place.get(key), new.get(key), key) for key in final]


def _renamed(
    names: Sequence[str], old: Mapping[str, Raw], new: Mapping[str, Raw]
) -> dict[str, str]:
    """Return old key -> new key where the same value has another name.

    A key that is in the text with its default is an entry of its own, not a new name.
    """
    removed = {key for key in old if key not in new}
    added = {key: None for key in new if key not in old and key not in names}
    if not removed or not added:
        return {}
    by_value: dict[str, list[str]] = {}
    for key in added:
        by_value.setdefault(repr(new[key]), []).append(key)
    places = {key: number for number, key in enumerate(new)}
    renamed: dict[str, str] = {}
    for number, key in enumerate(old):
        if key not in removed:
            continue
        same = by_value.get(repr(old[key]), [])
        if same:
            near = same if len(same) <= _FEW else same[:_FEW]
            renamed[key] = min(near, key=lambda other: abs(places[other] - number))
            same.remove(renamed[key])
    return renamed


def _in_new_order(final: list[str], old: list[str], new: list[str]) -> list[str]:
    """Put the entries that both have into their new order, in the places that they occupy."""
    old_items, new_items = set(old), set(new)
    was = [key for key in old if key in new_items]
    becomes = [key for key in new if key in old_items]
    if was == becomes:
        return final
    movable = set(was) & set(final)
    order = iter([key for key in becomes if key in movable])
    return [next(order) if key in movable else key for key in final]


def _with_new(final: Sequence[str], new: Sequence[str], place: Mapping[str, int]) -> list[str]:
    """Put each new key after its nearest predecessor; keys without one come first."""
    behind: dict[str, list[str]] = {}
    leading: list[str] = []
    last = ""
    lead = next((key for key in new if key in place), None)
    has_last = False
    for key in new:
        if key in place:
            last, has_last = key, True
        elif has_last:
            behind.setdefault(last, []).append(key)
        else:
            leading.append(key)
    result: list[str] = []
    for key in final:
        result += [*(leading if key == lead else ()), key, *behind.get(key, ())]
    return result if lead is not None else [*result, *leading]
