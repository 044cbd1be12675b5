"""Apply changes of fields, and of the items of lists inside entries, to a ladder."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from laddereditor.compare.diff.applying.apply_context import ApplyContext, WorkingList
from laddereditor.compare.diff.applying.rebuilding import with_entries
from laddereditor.compare.diff.applying.renamed_ids import (
    renamed_path,
    renamed_value,
)
from laddereditor.compare.diff.changes.change import LadderChange
from laddereditor.compare.diff.changes.list_plan import (
    DoesNotFit,
    ListPlan,
    RenamedId,
    arranged,
)
from laddereditor.edits.edit import EditRefused
from laddereditor.edits.path_values import NO_KEY, exact_at, with_value
from laddereditor.edits.paths import order_for, spec_at
from laddereditor.edits.words import shortened
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import Entity
from laddereditor.model.ladder import Ladder
from laddereditor.model.naming import place_words
from laddereditor.model.statement import ExampledStatement


def filled(
    ladder: Ladder,
    changes: Sequence[LadderChange],
    moved: Mapping[Address, Address],
    names: tuple[RenamedId, ...],
) -> Ladder:
    """Return the ladder with changes of fields applied.

    Args:
        ladder: The ladder to change.
        changes: The changes of fields.
        moved: Old address -> present address of entries.
        names: The ids that the diff found changed.

    Raises:
        EditRefused: A change no longer fits.
    """
    work = ApplyContext(ladder, moved, names)
    listed = [change for change in changes if change.detail.takes or change.detail.puts]
    crossed = _moved_values(work, listed)
    for change in changes:
        try:
            if change.detail.takes or change.detail.puts:
                _plan_change(work, change, crossed)
            elif not _is_last(change):
                _set_value(work, change)
        except DoesNotFit as error:
            raise EditRefused(_missing_words(work, change)) from error
    for found in work.lists.values():
        _write(work, found)
    for change in filter(_is_last, changes):
        # Accepted findings of remaining entries are kept, so the checks as a whole are kept too.
        if exact_at(work.entry(Address()), change.field) == change.before:
            _set_value(work, change)
    return with_entries(ladder, work.entries)


def _is_last(change: LadderChange) -> bool:
    """Whether a change removes the checks as a whole, after their contents."""
    return not change.address and change.field == "checks" and change.kind == "removed"


def _missing_words(work: ApplyContext, change: LadderChange) -> str:
    item = change.before
    text = item.text if isinstance(item, ExampledStatement) else str(item)
    place = place_words(work.ladder, change.address, FieldPath(change.field.name))
    return f"{place}: “{shortened(text)}” is no longer there unchanged. Compare again."


# -- single values ------------------------------------------------------------------------------


def _set_value(work: ApplyContext, change: LadderChange) -> None:
    address = work.find(change.detail.was, change.address)
    entry = work.entry(address)
    names = work.used_ids(change.address)
    path = renamed_path(type(entry), change.field, names)
    before, after = (
        renamed_value(type(entry), change.field, value, names)
        for value in (change.before, change.after)
    )
    if not _is_there(entry, path, change, before):
        raise EditRefused(
            f"{place_words(work.ladder, address, path)} has been changed since. Compare again."
        )
    _place(work, address, path, NO_KEY if change.kind == "removed" else after)


def _is_there(entry: Entity, path: FieldPath, change: LadderChange, before: Any) -> bool:
    """Whether an entry has the value that a change starts from."""
    current = exact_at(entry, path)
    if change.kind != "added":
        return current is not NO_KEY and bool(current == before)
    spec = type(entry).model_fields.get(path)
    return current is NO_KEY or not current or (spec is not None and current == spec.default)


def _place(work: ApplyContext, address: Address, path: FieldPath, value: Any) -> None:
    entry = work.entry(address)
    order = order_for(work.ladder, address, spec_at(entry, path))
    try:
        work.entries[address] = with_value(entry, path.parts, value, order, exact=True)
    except (LookupError, AttributeError, ValidationError) as error:
        raise EditRefused(
            f"{place_words(work.ladder, address, path)} can no longer be changed like this. "
            "Compare again."
        ) from error


# -- lists --------------------------------------------------------------------------------------


def _moved_values(
    work: ApplyContext, changes: Sequence[LadderChange]
) -> dict[tuple[int, int], Any]:
    """Return the new value of each statement that moves to another list."""
    values: dict[tuple[int, int], Any] = {}
    for change in changes:
        if change.kind == "moved" and _is_between_lists(change):
            plan, old = change.detail.takes[0]
            try:
                values[id(plan), old] = work.list(plan).item(old)
            except DoesNotFit as error:
                raise EditRefused(_missing_words(work, change)) from error
    for change in changes:
        if change.kind == "changed" and _is_between_lists(change):
            plan, old = change.detail.takes[0]
            if (id(plan), old) in values:
                values[id(plan), old] = change.after
    return values


def _is_between_lists(change: LadderChange) -> bool:
    detail = change.detail
    return bool(
        not change.division
        and detail.takes
        and detail.puts
        and detail.takes[0][0] is not detail.puts[0][0]
    )


def _plan_change(
    work: ApplyContext, change: LadderChange, crossed: Mapping[tuple[int, int], Any]
) -> None:
    """Note the effect of a change on its lists. Raises DoesNotFit."""
    takes, puts = change.detail.takes, change.detail.puts
    if _is_between_lists(change):
        (source, old), (target, new) = takes[0], puts[0]
        if change.kind == "moved":
            work.list(source).change.drops.add(old)
            work.list(target).change.puts[new] = crossed[id(source), old]
        elif (id(source), old) not in crossed:
            _swap(work, source, old, target, new)
    elif change.kind in ("moved", "reordered"):
        found = work.list(puts[0][0])
        found.item(takes[0][1])
        found.change.shifts |= {new for _, new in puts}
    elif change.kind == "changed" and not change.division:
        _swap(work, *takes[0], *puts[0])
    else:
        for plan, old in takes:
            found = work.list(plan)
            found.item(old)
            found.change.drops.add(old)
        for plan, new in puts:
            found = work.list(plan)
            found.change.puts[new] = found.plan.after[new]


def _swap(work: ApplyContext, source: ListPlan, old: int, target: ListPlan, new: int) -> None:
    found = work.list(source)
    found.item(old)
    found.change.swaps[old] = work.list(target).plan.after[new]


def _write(work: ApplyContext, found: WorkingList) -> None:
    planned = found.change
    if not (planned.drops or planned.swaps or planned.puts or planned.shifts):
        return
    items = tuple(arranged(found.plan, found.current, planned, found.where))
    value = NO_KEY if found.plan.removed and not items else items
    _place(work, found.address, found.plan.field, value)
