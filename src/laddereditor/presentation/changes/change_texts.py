"""The texts of changes and conflicts in full: of a whole entry, its page."""

from typing import Any

from laddereditor.compare.diff.changes.change import Conflict, LadderChange
from laddereditor.compare.diff.changes.change_words import after_text, before_text
from laddereditor.compare.diff.changes.value_texts import value_text
from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.model.base import Entity
from laddereditor.model.kinds import key_of, kind_of
from laddereditor.model.ladder import Ladder
from laddereditor.presentation.changes.conflict_values import spec_of_conflict
from laddereditor.presentation.tree.readable import readable_text


def change_texts(change: LadderChange, old: Ladder, new: Ladder) -> tuple[str, str]:
    """Return the texts before and after; an entry that came or went as its page.

    Args:
        change: The change.
        old: The old ladder, for names.
        new: The new ladder, for names.
    """
    if change.detail.is_structural and change.kind == "added":
        return "", _page(change.address, new, after_text(change, new))
    if change.detail.is_structural and change.kind == "removed":
        return _page(change.detail.was or change.address, old, before_text(change, old)), ""
    return before_text(change, old), after_text(change, new)


def conflict_texts(
    conflict: Conflict, base: Ladder | None, ours: Ladder, theirs: Ladder
) -> tuple[str, str, str]:
    """Return the texts of the base, mine and theirs; "" where there is nothing.

    Args:
        conflict: The conflict.
        base: What both come from, None if that is unknown.
        ours: Our ladder, for names.
        theirs: Their ladder, for names.
    """
    values = (conflict.base, conflict.ours, conflict.theirs)
    found = (_value(conflict, *one) for one in zip(values, (base, ours, theirs), strict=True))
    one, two, three = found
    return one, two, three


def _value(conflict: Conflict, value: Any, ladder: Ladder | None) -> str:
    words = value_text(value, spec_of_conflict(conflict), ladder)
    if isinstance(value, Entity) and kind_of(value) and ladder is not None:
        # Under its own id: a merge may have given it another one.
        own = conflict.address.entity_list.entry(key_of(value))
        for address in (conflict.address, own):
            if _is_there(ladder, address, value):
                return _page(address, ladder, words)
    return words


def _is_there(ladder: Ladder, address: Address, value: Entity) -> bool:
    try:
        return address.entity(ladder) == value
    except NoSuchPlace:
        return False


def _page(address: Address, ladder: Ladder, otherwise: str) -> str:
    try:
        return readable_text(ladder, [address])
    except NoSuchPlace:
        return otherwise
