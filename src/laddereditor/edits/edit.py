"""The definition of an edit: a pure change of a ladder with a label, as one undo step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import wraps
from typing import Concatenate, ParamSpec

from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder

P = ParamSpec("P")


class EditRefused(ValueError):
    """The edit cannot be made; the message says why, in plain words."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One intent of a person.

    `moved` maps the old to the new address of each entity whose address the edit changes (its
    children follow by prefix), so that views keep selection and expansion. Edits in a row with the
    same non-empty `merge` key are one undo step (typing in one field).
    """

    label: str  # for the menu, after "Undo ": "Rename level P3"
    change: Callable[[Ladder], Ladder]
    select: Address = Address()  # address to show afterwards, "" to stay
    moved: Mapping[Address, Address] = field(default_factory=dict)
    merge: str = ""


def builder(
    make: Callable[Concatenate[Ladder, P], Edit],
) -> Callable[Concatenate[Ladder, P], Edit]:
    """Compute the result of `make` at once, and again for any other ladder it is applied to.

    For the ladder that an edit was built for, the result is reused. For a ladder that has changed
    since, it is computed again, so that an edit never undoes other changes.
    """

    @wraps(make)
    def build(ladder: Ladder, /, *args: P.args, **kwargs: P.kwargs) -> Edit:
        edit = make(ladder, *args, **kwargs)

        def change(now: Ladder) -> Ladder:
            return (edit if now is ladder else make(now, *args, **kwargs)).change(now)

        return replace(edit, change=change)

    return build


def follow(address: Address, moved: Mapping[Address, Address]) -> Address:
    """Return an address after `moved`; children follow their nearest moved parent."""
    if not moved:
        return address
    for head, tail in address.upwards():
        if head in moved:
            return moved[head].at(tail)
    return address


@builder
def combined_edit(ladder: Ladder, label: str, steps: tuple[Callable[[Ladder], Edit], ...]) -> Edit:
    """Combine several edits in one step; each is built for the result of the previous one.

    Args:
        ladder: The ladder, before the edit.
        label: The label of the step, for the undo menu.
        steps: The builders of the edits, in order; each gets the ladder of the step before.

    Raises:
        EditRefused: One of the edits is refused.
    """
    now, select = ladder, Address()
    moved: dict[Address, Address] = {}
    for step in steps:
        edit = step(now)
        now, moved = edit.change(now), chained(moved, edit.moved)
        select = edit.select or follow(select, edit.moved)
    return Edit(label, lambda _: now, select=select, moved=moved)


def chained(
    first: Mapping[Address, Address], second: Mapping[Address, Address]
) -> dict[Address, Address]:
    """Return the moved addresses after two successive edits."""
    back = {new: old for old, new in first.items()}
    later = {follow(old, back): new for old, new in second.items()}
    return {old: follow(new, second) for old, new in first.items()} | later
