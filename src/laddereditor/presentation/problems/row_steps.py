"""The runs of rows to remove and insert to get from one list of keys to the next."""

from collections.abc import Sequence

from laddereditor.align.common_items import equal_ends

_MANY = 100  # rows; a view looks at all of its rows for each run that comes or goes


def runs(old: Sequence[str], new: Sequence[str]) -> tuple[list[range], list[range]]:
    """Return what to remove, from the end of `old`, and what then to insert, by places in `new`.

    Keys in both lists stay, and so do selection and expanded groups; only those whose order changed
    are removed and inserted again. If very many change, all between the first and the last one are.
    """
    stay = _remaining(old, new)
    if len(old) + len(new) - 2 * len(stay) > _MANY:
        start, behind = equal_ends(old, new)
        return _block(start, len(old) - behind), _block(start, len(new) - behind)
    removed = _gathered([place for place, key in enumerate(old) if key not in stay])
    added = _gathered([place for place, key in enumerate(new) if key not in stay])
    return removed[::-1], added


def _block(start: int, stop: int) -> list[range]:
    return [range(start, stop)] if start < stop else []


def _remaining(old: Sequence[str], new: Sequence[str]) -> set[str]:
    in_old, in_new = set(old), set(new)
    before = [key for key in old if key in in_new]
    after = [key for key in new if key in in_old]
    if before == after:
        return set(before)
    start = 0
    while before[start] == after[start]:
        start += 1
    end = len(before)
    while before[end - 1] == after[end - 1]:
        end -= 1
    return {*before[:start], *before[end:]}


def _gathered(places: Sequence[int]) -> list[range]:
    found: list[range] = []
    for place in places:
        if found and found[-1].stop == place:
            found[-1] = range(found[-1].start, place + 1)
        else:
            found.append(range(place, place + 1))
    return found
