"""What an edit is: a pure change of a ladder with a label, as one undo step."""

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
    """Let `make` work out its result at once, and again for any other ladder it is applied to.

    The ladder that an edit was built for gets the result as it is; a ladder that has changed
    since gets its own, so that an edit never takes back what happened in between.
    """

    @wraps(make)
    def build(ladder: Ladder, /, *args: P.args, **kwargs: P.kwargs) -> Edit:
        edit = make(ladder, *args, **kwargs)

        def change(now: Ladder) -> Ladder:
            return (edit if now is ladder else make(now, *args, **kwargs)).change(now)

        return replace(edit, change=change)

    return build


def follow(address: Address, moved: Mapping[Address, Address]) -> Address:
    """Return where an address is after `moved`; children follow their nearest moved parent."""
    for head, tail in address.upwards():
        if head in moved:
            return moved[head].at(tail)
    return address


@builder
def in_turn(ladder: Ladder, label: str, steps: tuple[Callable[[Ladder], Edit], ...]) -> Edit:
    """Make several edits one step; each is built for the ladder that the one before leaves.

    Raises EditRefused if one of them does.
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
    """Return where addresses are after both of two edits, one after the other."""
    back = {new: old for old, new in first.items()}
    later = {follow(old, back): new for old, new in second.items()}
    return {old: follow(new, second) for old, new in first.items()} | later
