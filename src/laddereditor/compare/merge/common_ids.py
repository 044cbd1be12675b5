"""Bring three ladders under the same ids and lists before they are merged.

What one side renamed, or moved to another family, is also done in the base and in the other side,
so that an entry has the same address in all three and its references follow.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from laddereditor.compare.diff.applying.apply_entities import restructured
from laddereditor.compare.diff.changes.change import Conflict, LadderChange
from laddereditor.compare.diff.entity_changes import structure
from laddereditor.compare.diff.matching.same_term import sameness
from laddereditor.compare.merge.id_renames import planned
from laddereditor.compare.merge.merge_context import MergeContext
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.ids import well_formed
from laddereditor.edits.references import rename_all
from laddereditor.model.address import (
    Address,
    FieldPath,
    walk,
)
from laddereditor.model.base import evolve
from laddereditor.model.kinds import kind_of
from laddereditor.model.ladder import AcceptedFinding, Checks, Ladder
from laddereditor.model.terms import Skill


@dataclass(frozen=True, slots=True)
class MergeSides:
    """A base and its two changed sides."""

    base: Ladder
    ours: Ladder
    theirs: Ladder

    @property
    def all(self) -> tuple[Ladder, Ladder, Ladder]:
        """The three, the base first."""
        return self.base, self.ours, self.theirs

    def swapped(self) -> "MergeSides":
        """Return the same with ours and theirs exchanged."""
        return MergeSides(self.base, self.theirs, self.ours)


@dataclass(frozen=True, slots=True)
class Renaming:
    """An id to be renamed after the rest is merged."""

    address: Address
    key: str


def under_same_names(
    context: MergeContext, sides: MergeSides
) -> tuple[MergeSides, tuple[Renaming, ...]]:
    """Return the three ladders with the renames and moves of both sides applied to all.

    An entry that both renamed differently, or whose id another entry got, is a conflict; the
    chosen id is assigned at the end.
    """
    theirs, ours = _steps(sides.base, sides.theirs), _steps(sides.base, sides.ours)
    late: tuple[Renaming, ...] = ()
    if any(change.kind == "renamed" for change in (*ours, *theirs)):
        sides, late = _renamed_alike(context, sides, (ours, theirs))
        theirs, ours = _steps(sides.base, sides.theirs), _steps(sides.base, sides.ours)
    theirs, ours = _moves(theirs), _moves(ours)
    mine = {change.origin for change in ours}
    unpaired = [change for change in theirs if change.origin not in mine]
    followed = _followed(sides.swapped(), unpaired).swapped()
    if followed.base is not sides.base:
        ours = _moves(_steps(followed.base, followed.ours))
    return _followed(followed, ours), late


def _renamed_alike(
    context: MergeContext,
    sides: MergeSides,
    steps: tuple[Sequence[LadderChange], Sequence[LadderChange]],
) -> tuple[MergeSides, tuple[Renaming, ...]]:
    plan = planned(sides.base, (sides.ours, sides.theirs), steps)
    late = _decided(context, plan.questions)
    ladders = (
        rename_all(ladder, plan.ids[name])
        for name, ladder in zip(("base", "ours", "theirs"), sides.all, strict=True)
    )
    return MergeSides(*ladders), late


def _decided(context: MergeContext, questions: Sequence[Conflict]) -> tuple[Renaming, ...]:
    """Add conflicts about the ids of entries; return the ids that were decided."""
    chosen: list[tuple[Conflict, Any]] = [(each, context.resolved(each)) for each in questions]
    return tuple(
        Renaming(each.address, str(key))
        for each, key in chosen
        if each.key in context.decisions and key is not None
    )


def under_our_names(
    context: MergeContext, ours: Ladder, theirs: Ladder
) -> tuple[Ladder, tuple[Renaming, ...]]:
    """Return theirs under the ids of ours, if there is no common ancestor.

    Different ids of an entry are a conflict.

    Args:
        context: The context of the merge, which collects conflicts.
        ours: Our ladder.
        theirs: Their ladder.

    Returns:
        Their ladder with our ids, and the renamings that were made.
    """
    steps = [change for change in _steps(theirs, ours) if change.kind == "renamed"]
    if not steps:
        return theirs, ()
    plan = planned(theirs, (ours, theirs), (steps, ()))
    questions = [*plan.questions, *map(_other_id, steps)]
    return rename_all(theirs, plan.ids["theirs"]), _decided(context, questions)


def _other_id(step: LadderChange) -> Conflict:
    return Conflict(
        step.address, FieldPath("id"), None, step.after, step.before, key=f"{step.address}/id"
    )


def _moves(steps: Sequence[LadderChange]) -> list[LadderChange]:
    return [change for change in steps if change.kind == "moved"]


def _steps(base: Ladder, side: Ladder) -> list[LadderChange]:
    """Return the changes of a side to the ids and lists of entries."""
    if base is side:
        return []
    found = structure(base, side).changes
    steps = [change for change in found if change.kind in ("renamed", "moved")]
    replaced = [change for change in steps if _is_replaced(base, side, change)]
    return [change for change in steps if change not in replaced and not _stays_in_list(change)]


def _is_replaced(base: Ladder, side: Ladder, change: LadderChange) -> bool:
    """Whether an entry replaced another one, or may have done so.

    A skill with another name is another skill, however similar their contents are, unless it
    has the old name among its other names: what a colleague wrote about the old one was not
    meant for it.
    """
    if change.kind != "renamed":
        return False
    old, new = change.origin.entity(base), change.address.entity(side)
    if sameness(old, new) != "same":
        return True
    if not isinstance(old, Skill) or not isinstance(new, Skill):
        return False
    known = {_normalised(name) for name in (new.name or new.id, *new.aliases)}
    return _normalised(old.name or old.id) not in known


def _normalised(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", name).strip().casefold()


def _stays_in_list(change: LadderChange) -> bool:
    """Whether an entry only moved within its list, which the merge of orders handles."""
    return change.kind == "moved" and change.origin.entity_list == change.address.entity_list


def _followed(sides: MergeSides, steps: Sequence[LadderChange]) -> MergeSides:
    """Return the sides with our steps applied to the base and theirs, as far as possible."""
    if not steps:
        return sides
    base: Ladder | None
    theirs: Ladder | None
    try:  # all at once, so that two entries may exchange their ids
        base = restructured(sides.base, steps).change(sides.base)
        theirs = restructured(sides.theirs, steps).change(sides.theirs)
    except EditRefused:
        base = theirs = None
    if base is None or theirs is None or _repeated_ids(theirs) - _repeated_ids(sides.theirs):
        half = len(steps) // 2
        return _followed(_followed(sides, steps[:half]), steps[half:]) if half else sides
    return replace(sides, base=base, theirs=theirs)


def _repeated_ids(ladder: Ladder) -> set[str]:
    """Return the addresses of entries whose id an earlier entry of their list has."""
    return {address for address, _ in walk(ladder) if "~" in address}


def renamed(
    ladder: Ladder, conflicts: Sequence[Conflict], renamings: Sequence[Renaming]
) -> tuple[Ladder, tuple[Conflict, ...]]:
    """Return a merged ladder with entries renamed, all at once, and the updated conflicts.

    An id that is taken or malformed is not assigned: the entry keeps its id.

    Args:
        ladder: The merged ladder.
        conflicts: Its conflicts.
        renamings: The ids to assign.
    """
    ids = _given(ladder, renamings) if renamings else {}  # mostly there are none
    if not ids:
        return ladder, tuple(conflicts)
    places = [conflict.address.at(conflict.field) for conflict in conflicts]
    notes = [AcceptedFinding(rule=str(number), at=at) for number, at in enumerate(places)]
    # A rename changes the places of conflicts in the same way as those of accepted findings.
    after = rename_all(ladder, ids)
    probe = rename_all(evolve(ladder, checks=Checks(accepted=tuple(notes))), ids)
    left = probe.checks.accepted if probe.checks else ()
    found = {int(note.rule): note.at for note in left}
    moved = [
        _at(after, conflict, Address(found.get(number, places[number])), places[number])
        for number, conflict in enumerate(conflicts)
    ]
    return after, tuple(moved)


def _given(ladder: Ladder, renamings: Sequence[Renaming]) -> dict[Address, str]:
    """Return the new ids that can be assigned, by address."""
    kinds = {address: kind for address, entity in walk(ladder) if (kind := kind_of(entity))}
    ids = {
        one.address: one.key
        for one in renamings
        if one.address in kinds and well_formed(kinds[one.address].name, one.key)
    }
    while True:
        places = Counter(
            address.entity_list.entry(ids[address]) if address in ids else address
            for address in kinds
        )
        taken = {
            address for address, key in ids.items() if places[address.entity_list.entry(key)] > 1
        }
        if not taken:
            return ids
        ids = {address: key for address, key in ids.items() if address not in taken}


def _at(ladder: Ladder, conflict: Conflict, place: Address, was: Address) -> Conflict:
    if place == was:
        return conflict
    address, field = place.split_field(ladder)
    return replace(conflict, address=address, field=field)
