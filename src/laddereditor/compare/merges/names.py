"""Bringing three ladders under the same ids and homes before they are merged.

What one side renamed, or took to another family, is done in the base and in the other side too,
so that the entry is one and the same in all three and what refers to it follows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from laddereditor.compare.change import Conflict, LadderChange
from laddereditor.compare.diffs.restructuring import restructured
from laddereditor.compare.diffs.structure import structure
from laddereditor.compare.merges.scene import Scene
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.references import rename
from laddereditor.model.address import decode_key, join, parent, parts, split_field, walk
from laddereditor.model.base import evolve
from laddereditor.model.ladder import AcceptedFinding, Checks, Ladder


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
    first = sides.base
    theirs, ours = _steps(first, sides.theirs), _steps(first, sides.ours)
    late: list[Renaming] = []
    mine = {(change.kind, change.origin): change for change in ours}
    lone: list[LadderChange] = []
    for change in theirs:
        twin = mine.get((change.kind, change.origin))
        if twin is None:
            lone.append(change)
        elif change.kind == "renamed" and twin.after != change.after:
            sides, found = _named_as_ours(scene, sides, twin, change)
            late += found
    followed = _followed(sides.swapped(), lone).swapped()
    if followed.base is not first:
        ours = _steps(followed.base, followed.ours)
    return _followed(followed, ours), tuple(late)


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


def _followed(sides: Sides, steps: Sequence[LadderChange]) -> Sides:
    """Return the sides with steps of ours done in the base and in theirs, those that can be."""
    if not steps:
        return sides
    base: Ladder | None
    theirs: Ladder | None
    try:  # all at once, so that two entries may exchange their ids
        base = restructured(sides.base, steps).change(sides.base)
        theirs = restructured(sides.theirs, steps).change(sides.theirs)
    except EditRefused:
        base = theirs = None
    if base is None or theirs is None or _twice(theirs) - _twice(sides.theirs):
        half = len(steps) // 2
        return _followed(_followed(sides, steps[:half]), steps[half:]) if half else sides
    return replace(sides, base=base, theirs=theirs)


def _twice(ladder: Ladder) -> set[str]:
    """Return the addresses of entries whose id another one in their list has before them."""
    return {address for address, _ in walk(ladder) if "~" in address}


def _named_as_ours(
    scene: Scene, sides: Sides, ours: LadderChange, theirs: LadderChange
) -> tuple[Sides, list[Renaming]]:
    """Give an entry that both renamed our id in all three, and ask which it is to have."""
    address, was = ours.address, ours.origin
    mine, other = _key(ours.address), _key(theirs.address)
    try:
        base = rename(sides.base, was, mine).change(sides.base)
        other_side = rename(sides.theirs, theirs.address, mine).change(sides.theirs)
    except EditRefused:
        return sides, []
    field = "level" if len(parts(address)) == 3 else "id"
    conflict = Conflict(address, field, _key(was), mine, other, key=f"{was}/{field}")
    chosen: Any = scene.settled(conflict)
    late = [Renaming(address, str(chosen))] if chosen not in (None, mine) else []
    return replace(sides, base=base, theirs=other_side), late


def _key(address: str) -> str:
    return decode_key(parts(address)[-1])


def renamed(
    ladder: Ladder, conflicts: Sequence[Conflict], renaming: Renaming
) -> tuple[Ladder, tuple[Conflict, ...]]:
    """Return a merged ladder with an entry renamed, and the conflicts at their places in it.

    An id that is taken or malformed is not given: ours stays.
    """
    places = [join(conflict.address, conflict.field) for conflict in conflicts]
    notes = [AcceptedFinding(rule=str(number), at=at) for number, at in enumerate(places)]
    # What a rename does to accepted findings is what it does to the places of conflicts.
    try:
        after = rename(ladder, renaming.address, renaming.key).change(ladder)
        probe = evolve(ladder, checks=Checks(accepted=tuple(notes)))
        probe = rename(probe, renaming.address, renaming.key).change(probe)
    except EditRefused:
        return ladder, tuple(conflicts)
    left = probe.checks.accepted if probe.checks else ()
    found = {int(note.rule): note.at for note in left}
    moved = [
        _at(after, conflict, found.get(number, places[number]), places[number])
        for number, conflict in enumerate(conflicts)
    ]
    return after, tuple(moved)


def _at(ladder: Ladder, conflict: Conflict, place: str, was: str) -> Conflict:
    if place == was:
        return conflict
    address, field = split_field(ladder, place)
    return replace(conflict, address=address, field=field)
