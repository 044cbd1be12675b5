"""The three-way merge of two ladders with their common ancestor."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from laddereditor.compare.diff.changes.change import Conflict
from laddereditor.compare.merge.carried_statements import (
    CarriedStatement,
    carried,
    position,
    with_carried,
)
from laddereditor.compare.merge.common_ids import (
    MergeSides,
    Renaming,
    renamed,
    under_our_names,
    under_same_names,
)
from laddereditor.compare.merge.entity_lists import merged_ladder
from laddereditor.compare.merge.kept_references import still_used
from laddereditor.compare.merge.merge_context import MergeContext
from laddereditor.edits.edit import EditRefused
from laddereditor.model.address import Address
from laddereditor.model.ladder import Ladder


@dataclass(frozen=True, slots=True)
class _Inputs:
    base: Ladder | None
    ours: Ladder
    theirs: Ladder
    decisions: Mapping[str, Any] = field(default_factory=dict)
    join_words: bool = False
    carried: tuple[CarriedStatement, ...] | None = None  # None until they are searched


@dataclass(frozen=True, slots=True)
class _Outcome:
    """The result of merging once, before the chosen ids are assigned."""

    ladder: Ladder
    conflicts: tuple[Conflict, ...]
    late: tuple[Renaming, ...]
    sides: MergeSides | None  # under the same names


@dataclass(frozen=True, slots=True)
class Merged:
    """The result of a merge; at the place of each conflict the ladder holds our value.

    The exception is an entry that we removed but that something still refers to: it stays until
    this is decided.
    """

    ladder: Ladder
    conflicts: tuple[Conflict, ...]
    inputs: _Inputs = field(repr=False, compare=False)

    @property
    def has_base(self) -> bool:
        """Whether there is a common ancestor."""
        return self.inputs.base is not None

    @property
    def sides(self) -> tuple[Ladder, ...]:
        """The ladders that were merged: ours, theirs, and the base if there is one."""
        known = self.inputs
        return tuple(each for each in (known.ours, known.theirs, known.base) if each is not None)


def merge(base: Ladder | None, ours: Ladder, theirs: Ladder, *, join_words: bool = False) -> Merged:
    """Return the ladder with the changes of both sides, and the conflicts.

    Entries are matched by id, profiles by family and level, statements by text. Renames, moves and
    edits of the same entry are combined; lists of statements and skills merge item by item. Two
    rewordings of one text are a conflict. Every statement that a side added is in the result or in
    a conflict.

    Args:
        base: The common ancestor; without it, every difference is a conflict.
        ours: Our ladder.
        theirs: Their ladder.
        join_words: Whether two rewordings are joined where their words do not overlap.
    """
    return _merged(_Inputs(base, ours, theirs, join_words=join_words))


def resolve(merged: Merged, conflict: Conflict, value: Any) -> Merged:
    """Return the merge with a value chosen for a conflict.

    Conflicts can be resolved in any order.

    Args:
        merged: The merge so far.
        conflict: One of its open conflicts.
        value: The chosen value; None removes it. For an item of a list, a tuple replaces it by
            several items, such as both forms of a statement.

    Raises:
        ValueError: The conflict is not open.
    """
    return resolve_all(merged, {conflict.key: value})


def resolve_all(merged: Merged, decisions: Mapping[str, Any]) -> Merged:
    """Return the merge with values chosen for conflicts, by their keys.

    Raises:
        ValueError: A conflict is not open.
    """
    closed = decisions.keys() - {conflict.key for conflict in merged.conflicts}
    if closed:
        raise ValueError(f"no open conflict: {', '.join(sorted(closed))}")
    known = merged.inputs
    return _merged(replace(known, decisions={**known.decisions, **decisions}))


def _merged(inputs: _Inputs) -> Merged:
    if quick := _without_looking(inputs):
        return quick
    first: _Outcome | None = None
    if inputs.carried is None:  # once, so that they do not depend on the order of decisions
        first = _outcome(inputs, {})
        found = carried(first.sides, first.conflicts) if first.sides else ()
        inputs = replace(inputs, carried=found)
    if inputs.carried or inputs.decisions:
        ladder, conflicts, late = _with_carried(inputs, inputs.carried or ())
    else:
        first = first or _outcome(inputs, {})
        ladder, conflicts, late = first.ladder, first.conflicts, first.late
    ladder, conflicts = renamed(ladder, conflicts, late)
    return Merged(ladder, conflicts, inputs)


def _with_carried(
    inputs: _Inputs, found: tuple[CarriedStatement, ...]
) -> tuple[Ladder, tuple[Conflict, ...], tuple[Renaming, ...]]:
    """Merge each statement that one side moved in its new place.

    If the new place is not in the result, the statement is merged in its old list.
    """
    keys = {one.conflict.key for one in found}
    left = {key: value for key, value in inputs.decisions.items() if key not in keys}
    outcome = _outcome(inputs, {**left, **dict.fromkeys(keys)})
    there = tuple(one for one in found if position(outcome.ladder, one) is not None)
    if len(there) < len(found):
        return _with_carried(inputs, there)
    context = MergeContext(inputs.decisions, join_words=inputs.join_words)
    try:
        ladder, conflicts = with_carried(outcome.ladder, outcome.conflicts, found, context)
    except EditRefused:
        return _with_carried(inputs, ())
    return ladder, conflicts, outcome.late


def _outcome(inputs: _Inputs, decisions: Mapping[str, Any]) -> _Outcome:
    kept: frozenset[Address] = frozenset()
    while True:
        context = MergeContext(decisions, kept, inputs.join_words)
        outcome = _once(context, inputs)
        used = still_used(outcome.ladder, context.dropped)
        if used <= kept:
            return outcome
        kept |= used  # merge again, with conflicts about removed entries that are used


def _without_looking(inputs: _Inputs) -> Merged | None:
    base, ours, theirs = inputs.base, inputs.ours, inputs.theirs
    for result, same in ((ours, (ours, theirs)), (theirs, (base, ours)), (ours, (base, theirs))):
        if same[0] is not None and (same[0] is same[1] or same[0] == same[1]):
            return Merged(result, (), inputs)
    return None


def _once(context: MergeContext, inputs: _Inputs) -> _Outcome:
    if inputs.base is None:
        context.is_based = False
        theirs, late = under_our_names(context, inputs.ours, inputs.theirs)
        ladder = merged_ladder(context, None, inputs.ours, theirs)
        return _Outcome(ladder, tuple(context.conflicts), late, None)
    sides, late = under_same_names(context, MergeSides(inputs.base, inputs.ours, inputs.theirs))
    ladder = merged_ladder(context, sides.base, sides.ours, sides.theirs)
    return _Outcome(ladder, tuple(context.conflicts), late, sides)
