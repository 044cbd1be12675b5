"""The three-way merge of two ladders with the one that both come from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from laddereditor.compare.change import Conflict
from laddereditor.compare.merges.carried import carried, with_carried
from laddereditor.compare.merges.entries import merged_ladder
from laddereditor.compare.merges.names import Renaming, Sides, under_same_names
from laddereditor.compare.merges.scene import Scene
from laddereditor.compare.merges.uses import still_used
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.references import rename
from laddereditor.model.ladder import Ladder


@dataclass(frozen=True, slots=True)
class _Inputs:
    base: Ladder | None
    ours: Ladder
    theirs: Ladder
    decisions: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge comes to; at the place of each conflict the ladder holds ours."""

    ladder: Ladder
    conflicts: tuple[Conflict, ...]
    inputs: _Inputs = field(repr=False, compare=False)


def merge(base: Ladder | None, ours: Ladder, theirs: Ladder) -> Merged:
    """Return the ladder with what both did to the base, and where they did not agree.

    Entries are the same by id, a profile by family and level, statements by text. Renames, moves
    and edits of the same entry go together; statement and skill lists merge as lists. Without a
    base, what only one has is kept, and what both have differently is a conflict. Every statement
    of ours or theirs that the base lacks is in the result or in a conflict.
    """
    return _merged(_Inputs(base, ours, theirs))


def settle(merged: Merged, conflict: Conflict, value: Any) -> Merged:
    """Return the merge with a value chosen for a conflict; None takes the thing out.

    For an item of a list, a tuple puts several items in its place: both forms of a statement.
    Conflicts can be settled in any order. Raises ValueError for one that is not open.
    """
    if all(known.key != conflict.key for known in merged.conflicts):
        raise ValueError(f"no open conflict: {conflict.key}")
    known = merged.inputs
    decisions = {**known.decisions, conflict.key: value}
    return _merged(_Inputs(known.base, known.ours, known.theirs, decisions))


def _merged(inputs: _Inputs) -> Merged:
    if quick := _without_looking(inputs):
        return quick
    ladder, conflicts = _result(inputs, inputs.decisions)
    return Merged(*_with_moves(inputs, ladder, conflicts), inputs)


def _with_moves(
    inputs: _Inputs, ladder: Ladder, conflicts: tuple[Conflict, ...]
) -> tuple[Ladder, tuple[Conflict, ...]]:
    """Do both where one side took a statement elsewhere that the other reworded."""
    found = carried(inputs.base, ladder, conflicts) if inputs.base and conflicts else []
    if not found:
        return ladder, conflicts
    keys = {one.key for one in found}
    moved = [conflict for conflict in conflicts if conflict.key in keys]
    again, left = _result(inputs, {**inputs.decisions, **dict.fromkeys(keys)})
    assert inputs.base is not None
    there = carried(inputs.base, again, moved)
    if len(there) < len(moved):
        return ladder, conflicts
    try:
        return with_carried(again, there), left
    except EditRefused:  # then a person decides
        return ladder, conflicts


def _result(inputs: _Inputs, decisions: Mapping[str, Any]) -> tuple[Ladder, tuple[Conflict, ...]]:
    kept: frozenset[str] = frozenset()
    while True:
        scene = Scene(decisions, kept)
        ladder, late = _once(scene, inputs)
        used = still_used(ladder, scene.dropped)
        if used <= kept:
            break
        kept |= used  # again, and ask about what was taken out though it is used
    for renaming in late:
        ladder = _renamed(ladder, renaming)
    return ladder, tuple(scene.conflicts)


def _without_looking(inputs: _Inputs) -> Merged | None:
    base, ours, theirs = inputs.base, inputs.ours, inputs.theirs
    for result, same in ((ours, (ours, theirs)), (theirs, (base, ours)), (ours, (base, theirs))):
        if same[0] is not None and (same[0] is same[1] or same[0] == same[1]):
            return Merged(result, (), inputs)
    return None


def _once(scene: Scene, inputs: _Inputs) -> tuple[Ladder, tuple[Renaming, ...]]:
    if inputs.base is None:
        return merged_ladder(scene, None, inputs.ours, inputs.theirs), ()
    sides, late = under_same_names(scene, Sides(inputs.base, inputs.ours, inputs.theirs))
    return merged_ladder(scene, sides.base, sides.ours, sides.theirs), late


def _renamed(ladder: Ladder, renaming: Renaming) -> Ladder:
    try:
        return rename(ladder, renaming.address, renaming.key).change(ladder)
    except EditRefused:  # the id that was chosen is taken or malformed: ours stays
        return ladder
