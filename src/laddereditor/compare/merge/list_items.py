"""Merge lists inside an entry: statements, skills, lines, pay ranges, history."""

from dataclasses import dataclass
from typing import Any

from laddereditor.compare.diff.changes.change import Conflict
from laddereditor.compare.merge.aligned_lists import aligned, paired
from laddereditor.compare.merge.merge_context import CLASH, MergeContext, ThreeWayValue
from laddereditor.compare.merge.merge_values import joined, proposed
from laddereditor.model.address import Address, FieldPath


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The place of a list."""

    address: Address  # of the entry
    field: FieldPath  # path of the list inside it
    shape: str  # of its field


def merged_items(context: MergeContext, place: ListPlace, lists: ThreeWayValue) -> tuple[Any, ...]:
    """Return a list with the changes of both sides.

    Additions of both are kept, equal ones once. An item that one side moved and the other reworded
    gets both changes. An item that one side removed and the other changed is a conflict. Without a
    base, every difference is a conflict.

    Args:
        context: The context of the merge, which collects conflicts.
        place: Where the list is, and its shape.
        lists: The list in base, ours and theirs.

    Returns:
        The items; at a conflict those of ours.
    """
    merged: list[Any] = []
    for token, forms in (aligned if context.is_based else paired)(lists, place.shape):
        if context.is_based or forms.ours == forms.theirs:
            value = joined(forms, place.shape, words=context.join_words)
        else:
            value = CLASH
        if value is CLASH:
            path = place.field.at(str(len(merged)))
            key = f"{place.address}/{place.field}/{token[0]}/{token[1]}"
            proposal = proposed(forms, place.shape) if context.is_based else None
            value = context.resolved(Conflict(place.address, path, *forms, proposal, key))
        if isinstance(value, tuple):  # somebody decided to keep both forms
            merged.extend(value)
        elif value is not None:
            merged.append(value)
    return tuple(merged)
