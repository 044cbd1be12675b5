"""Put the edits of a list that came back into the list as it is now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from laddereditor.edits.parts.listing import item_text
from laddereditor.edits.parts.part import is_cut, mark_of
from laddereditor.edits.parts.returned import ReturnedCell

Reader = Callable[[str, Any], Sequence[Any]]  # (text, the item before or None) -> items


@dataclass(eq=False)
class _Item:
    """An item of the list as it is now."""

    mark: str
    now: tuple[Any, ...]
    old: Any = None
    found: bool = False


@dataclass
class MergedList:
    """A list with the edits that came back, and what could not be put into it."""

    items: list[_Item] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def values(self) -> tuple[Any, ...]:
        """The items that are in the list now."""
        return tuple(value for item in self.items for value in item.now)


def merged_list(now: Sequence[Any], cells: Sequence[ReturnedCell], read: Reader) -> MergedList:
    """Return a list with edits in it; an item is known by the mark that it was exported with.

    Args:
        now: The items as they are now.
        cells: The cells of the list, in the order of the table.
        read: Reads the items that a text means; raises ValueError with words for people.
    """
    merged = MergedList([_Item(mark_of(item_text(one)), (one,), one) for one in now])
    exported = [_find(merged.items, cell.exported.mark) for cell in cells]
    after = 0  # where an added item goes
    for cell, place in zip(cells, exported, strict=True):
        if place is not None:
            after = merged.items.index(place) + 1
        if not cell.is_edited:
            continue
        taken = _find(merged.items, mark_of(cell.text)) if place is None and cell.text else None
        if taken is not None:  # the ladder has this edit already
            after = merged.items.index(taken) + 1
            continue
        try:
            after = _put(merged, cell, place, after, read)
        except ValueError as error:
            merged.notes.append(f"{cell.where}: “{cell.text}” was not taken: {error}.")
    return merged


def _put(
    merged: MergedList, cell: ReturnedCell, item: _Item | None, after: int, read: Reader
) -> int:
    """Put one edit into the list, and return where an added item would go next."""
    if item is not None:
        if is_cut(item_text(item.old)) or len(item_text(item.old)) > len(cell.text) + _CUT_OFF:
            raise ValueError("the table had only the beginning of the text")
        item.now = tuple(read(cell.text, item.old)) if cell.text else ()
        return after
    if not cell.text:
        return after
    if cell.exported.mark and not cell.exported.inherited:
        merged.notes.append(
            f"{cell.where}: what was there has changed in the ladder since; “{cell.text}” is added."
        )
    merged.items.insert(after, _Item("", tuple(read(cell.text, None)), found=True))
    return after + 1


_CUT_OFF = 32_767


def _find(items: Sequence[_Item], mark: str) -> _Item | None:
    """Return the first item with a mark that no cell was found to be; None if there is none."""
    item = next((one for one in items if mark and one.mark == mark and not one.found), None)
    if item is not None:
        item.found = True
    return item
