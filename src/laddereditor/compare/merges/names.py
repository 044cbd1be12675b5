"""Bringing three ladders under the same ids and homes before they are merged.

What one side renamed, or took to another family, is done in the base and in the other side too,
so that the entry is one and the same in all three and what refers to it follows.
"""

from dataclasses import dataclass, replace
from typing import Any

from laddereditor.compare.change import Conflict, LadderChange
from laddereditor.compare.diffs.restructuring import restructured
from laddereditor.compare.diffs.structure import structure
from laddereditor.compare.merges.scene import Scene
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.references import rename
from laddereditor.model.address import decode_key, parent, parts
from laddereditor.model.ladder import Ladder


@dataclass(frozen=True, slots=True)
class Sides:
    """A base and what became of it on two sides."""

    base: Ladder
    ours: Ladder
    theirs: Ladder

    def swapped(self) -> "Sides":
        """Return the same with ours and theirs in each other's place."""
        return Sides(self.base, self.theirs, self.ours)


@dataclass(frozen=True, slots=True)
class Renaming:
    """An id that is to become another once the rest is merged."""

    address: str
    key: str


def under_same_names(scene: Scene, sides: Sides) -> tuple[Sides, tuple[Renaming, ...]]:
    """Return the three ladders with the renames and moves of both sides done in all of them.

    What both renamed differently is a conflict; it is given our id meanwhile, and the one that
    was decided at the end.
    """
    theirs, ours = _steps(sides.base, sides.theirs), _steps(sides.base, sides.ours)
    late: list[Renaming] = []
    mine = {(change.kind, change.origin): change for change in ours}
    for change in theirs:
        twin = mine.get((change.kind, change.origin))
        if twin is None:
            sides = _followed(sides.swapped(), change).swapped()
        elif change.kind == "renamed" and twin.after != change.after:
            sides, found = _named_as_ours(scene, sides, twin, change)
            late += found
    for change in _steps(sides.base, sides.ours):
        sides = _followed(sides, change)
    return sides, tuple(late)


def _steps(base: Ladder, side: Ladder) -> list[LadderChange]:
    """Return what a side did to the ids and homes of entries."""
    if base is side:
        return []
    found = structure(base, side).changes
    steps = [change for change in found if change.kind in ("renamed", "moved")]
    return [change for change in steps if not _stays(change)]


def _stays(change: LadderChange) -> bool:
    """Whether an entry only stands elsewhere in its own list; the merge of orders does that."""
    return change.kind == "moved" and parent(change.origin) == parent(change.address)


def _followed(sides: Sides, change: LadderChange) -> Sides:
    """Return the sides with a step of ours done in the base and in theirs, where it can be."""
    try:
        base = restructured(sides.base, [change]).change(sides.base)
        theirs = restructured(sides.theirs, [change]).change(sides.theirs)
    except EditRefused:
        return sides
    return replace(sides, base=base, theirs=theirs)


def _named_as_ours(
    scene: Scene, sides: Sides, ours: LadderChange, theirs: LadderChange
) -> tuple[Sides, list[Renaming]]:
    """Give an entry that both renamed our id in all three, and ask which it is to have."""
    address, was = ours.address, ours.origin
    mine, other = _key(ours.address), _key(theirs.address)
    try:
        base = rename(sides.base, was, mine).change(sides.base)
        renamed = rename(sides.theirs, theirs.address, mine).change(sides.theirs)
    except EditRefused:
        return sides, []
    field = "level" if len(parts(address)) == 3 else "id"
    conflict = Conflict(address, field, _key(was), mine, other, key=f"{was}/{field}")
    chosen: Any = scene.settled(conflict)
    late = [Renaming(address, str(chosen))] if chosen not in (None, mine) else []
    return replace(sides, base=base, theirs=renamed), late


def _key(address: str) -> str:
    return decode_key(parts(address)[-1])
