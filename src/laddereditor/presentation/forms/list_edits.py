"""The edits that turn one list of a field into another, item by item.

Item by item, so that what stays is not written anew and accepted findings stay with their items.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import partial
from typing import Any

from laddereditor.edits.edit import Edit, in_turn
from laddereditor.edits.fields import remove_entry, set_entry, set_field
from laddereditor.edits.lists import insert_items, remove_items, set_item
from laddereditor.edits.words import existing
from laddereditor.model.address import decode_key, parts
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.forms.form_values import is_entry

Step = Callable[[Ladder], Edit]


def set_at(ladder: Ladder, address: str, path: str, value: object, *, typing: bool = False) -> Edit:
    """Set a field, or an entry of a mapping field such as `factors/scope`."""
    if is_entry(existing(ladder, address), path):
        name, key = parts(path)
        return set_entry(ladder, address, name, decode_key(key), value, typing=typing)
    return set_field(ladder, address, path, value, typing=typing)


def drop_at(ladder: Ladder, address: str, path: str) -> Edit:
    """Remove an entry of a mapping field."""
    name, key = parts(path)
    return remove_entry(ladder, address, name, decode_key(key))


def list_edit(  # noqa: PLR0913 - a place, two states, and what the step is called
    ladder: Ladder,
    address: str,
    path: str,
    old: Sequence[Any],
    new: Sequence[Any],
    *,
    label: str = "",
    merge: str = "",
) -> Edit:
    """Return the edit from `old`, which stands at the path now, to `new`."""
    steps = list_steps(address, path, old, new)
    edit = steps[0](ladder) if len(steps) == 1 else in_turn(ladder, label, steps)
    return replace(edit, label=label or edit.label, merge=merge)


def list_steps(address: str, path: str, old: Sequence[Any], new: Sequence[Any]) -> tuple[Step, ...]:
    """Return the edits for each run of items that differs, the last run first."""
    if len(old) == len(new):
        changed = [place for place in range(len(old)) if old[place] is not new[place]]
        if len(changed) == 1:
            return (partial(_set, address, path, changed[0], new[changed[0]]),)
    before, after = [repr(item) for item in old], [repr(item) for item in new]
    steps: list[Step] = []
    opcodes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for tag, top, bottom, new_top, new_bottom in reversed(opcodes):
        if tag == "equal":
            continue
        both = min(bottom - top, new_bottom - new_top)
        if more := tuple(new[new_top + both : new_bottom]):
            steps.append(partial(_insert, address, path, top + both, more))
        if gone := range(top + both, bottom):
            steps.append(partial(_remove, address, path, gone))
        steps += [partial(_set, address, path, top + k, new[new_top + k]) for k in range(both)]
    return tuple(steps)


def _set(address: str, path: str, place: int, value: object, ladder: Ladder) -> Edit:
    return set_item(ladder, address, path, place, value)


def _insert(address: str, path: str, place: int, items: tuple[Any, ...], ladder: Ladder) -> Edit:
    return insert_items(ladder, address, path, place, items)


def _remove(address: str, path: str, places: Sequence[int], ladder: Ladder) -> Edit:
    return remove_items(ladder, address, path, places)
