"""Takes changes of fields, and of the items of lists inside entries, into a ladder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from laddereditor.compare.change import LadderChange
from laddereditor.compare.diffs.accepting import found_accepted
from laddereditor.compare.diffs.names import (
    Names,
    in_force,
    renamed_path,
    renamed_plan,
    renamed_value,
    under_family,
)
from laddereditor.compare.diffs.placing import ABSENT, placed, value_at
from laddereditor.compare.diffs.plan import (
    DoesNotFit,
    KeyName,
    ListPlan,
    Wish,
    arranged,
    whereabouts,
)
from laddereditor.compare.diffs.rebuilding import with_entries
from laddereditor.edits.edit import EditRefused, follow
from laddereditor.edits.paths import order_for, spec_at
from laddereditor.edits.words import shortened
from laddereditor.model.address import NoSuchPlace, entity_at, parts
from laddereditor.model.base import Entity
from laddereditor.model.ladder import Ladder
from laddereditor.model.naming import place_words
from laddereditor.model.statement import ExampledStatement


@dataclass(eq=False, slots=True)
class _List:
    """A list of the ladder as it is, and what is to become of it."""

    address: str
    plan: ListPlan
    current: tuple[Any, ...]
    where: list[int | None]
    wish: Wish = field(default_factory=Wish)

    def item(self, old: int) -> Any:
        """Return an item of the plan as it is in the list; raises DoesNotFit."""
        place = self.where[old]
        if place is None:
            raise DoesNotFit(old)
        return self.current[place]


@dataclass(eq=False, slots=True)
class _Work:
    """The ladder, its changed entries so far, and the lists that changes are about."""

    ladder: Ladder
    moved: Mapping[str, str]
    names: tuple[KeyName, ...]
    entries: dict[str, Entity] = field(default_factory=dict)
    lists: dict[int, _List] = field(default_factory=dict)
    forced: dict[str, Names] = field(default_factory=dict)

    def entry(self, address: str) -> Entity:
        return self.entries.get(address) or entity_at(self.ladder, address)

    def in_force(self, address: str) -> Names:
        """Return the ids that this ladder has instead of those that the changes speak of."""
        family = under_family(address)
        if family not in self.forced:
            self.forced[family] = in_force(self.ladder, self.names, family)
        return self.forced[family]

    def find(self, was: str, address: str) -> str:
        """Return where an entry is: where it went from its old address, or at the new one."""
        for place in (follow(was, self.moved), address):
            try:
                entity_at(self.ladder, place)
            except NoSuchPlace:
                continue
            return place
        raise EditRefused(
            f"{place_words(self.ladder, address)} is not in this ladder. "
            "Take the change that adds it, too, or look for changes again."
        )

    def list(self, plan: ListPlan) -> _List:
        """Return the list that a plan is about."""
        if id(plan) not in self.lists:
            address = self.find(plan.was, plan.address)
            entry = self.entry(address)
            own = renamed_plan(type(entry), plan, self.in_force(plan.address))
            held = value_at(entry, own.field)
            current = held if isinstance(held, tuple) else ()
            where = whereabouts(own.before, current)
            if own.olds:
                where = found_accepted(own, current, self.moved)
            self.lists[id(plan)] = _List(address, own, current, where)
        return self.lists[id(plan)]


def filled(
    ladder: Ladder,
    changes: Sequence[LadderChange],
    moved: Mapping[str, str],
    names: tuple[KeyName, ...],
) -> Ladder:
    """Return the ladder with changes of fields taken; raises EditRefused.

    `moved` says which addresses became others since the old ladder, `names` which ids of the new
    ladder are not those of this one.
    """
    work = _Work(ladder, moved, names)
    listed = [change for change in changes if change.detail.takes or change.detail.puts]
    crossed = _crossed(work, listed)
    for change in changes:
        try:
            if change.detail.takes or change.detail.puts:
                _wish(work, change, crossed)
            elif not _is_last(change):
                _set_value(work, change)
        except DoesNotFit as error:
            raise EditRefused(_gone_words(work, change)) from error
    for found in work.lists.values():
        _write(work, found)
    for change in filter(_is_last, changes):
        # What is accepted of entries that are still there stays, and with it the whole.
        if value_at(work.entry(""), change.field) == change.before:
            _set_value(work, change)
    return with_entries(ladder, work.entries)


def _is_last(change: LadderChange) -> bool:
    """Whether a change takes away the checks as a whole, after all that is in them."""
    return not change.address and change.field == "checks" and change.kind == "removed"


def _gone_words(work: _Work, change: LadderChange) -> str:
    item = change.before
    text = item.text if isinstance(item, ExampledStatement) else str(item)
    place = place_words(work.ladder, change.address, change.field.partition("/")[0])
    return f"{place}: “{shortened(text)}” is no longer there as it was. Look for changes again."


# -- single values ------------------------------------------------------------------------------


def _set_value(work: _Work, change: LadderChange) -> None:
    address = work.find(change.detail.was, change.address)
    entry = work.entry(address)
    names = work.in_force(change.address)
    path = renamed_path(type(entry), change.field, names)
    before, after = (
        renamed_value(type(entry), change.field, value, names)
        for value in (change.before, change.after)
    )
    if not _is_there(entry, path, change, before):
        raise EditRefused(
            f"{place_words(work.ladder, address, path)} has been changed since. "
            "Look for changes again."
        )
    _place(work, address, path, ABSENT if change.kind == "removed" else after)


def _is_there(entry: Entity, path: str, change: LadderChange, before: Any) -> bool:
    """Whether an entry has what a change begins with."""
    current = value_at(entry, path)
    if change.kind != "added":
        return current is not ABSENT and bool(current == before)
    spec = type(entry).model_fields.get(path)
    return current is ABSENT or not current or (spec is not None and current == spec.default)


def _place(work: _Work, address: str, path: str, value: Any) -> None:
    entry = work.entry(address)
    order = order_for(work.ladder, address, spec_at(entry, path))
    try:
        work.entries[address] = placed(entry, parts(path), value, order)
    except (LookupError, AttributeError, ValidationError) as error:
        raise EditRefused(
            f"{place_words(work.ladder, address, path)} cannot be changed like this any more. "
            "Look for changes again."
        ) from error


# -- lists --------------------------------------------------------------------------------------


def _crossed(work: _Work, changes: Sequence[LadderChange]) -> dict[tuple[int, int], Any]:
    """Return what each statement that goes to another list is to be there."""
    values: dict[tuple[int, int], Any] = {}
    for change in changes:
        if change.kind == "moved" and _is_crossing(change):
            plan, old = change.detail.takes[0]
            try:
                values[id(plan), old] = work.list(plan).item(old)
            except DoesNotFit as error:
                raise EditRefused(_gone_words(work, change)) from error
    for change in changes:
        if change.kind == "changed" and _is_crossing(change):
            plan, old = change.detail.takes[0]
            if (id(plan), old) in values:
                values[id(plan), old] = change.after
    return values


def _is_crossing(change: LadderChange) -> bool:
    detail = change.detail
    return bool(
        not change.parting
        and detail.takes
        and detail.puts
        and detail.takes[0][0] is not detail.puts[0][0]
    )


def _wish(work: _Work, change: LadderChange, crossed: Mapping[tuple[int, int], Any]) -> None:
    """Note what a change does to its lists; raises DoesNotFit."""
    takes, puts = change.detail.takes, change.detail.puts
    if _is_crossing(change):
        (source, old), (target, new) = takes[0], puts[0]
        if change.kind == "moved":
            work.list(source).wish.drops.add(old)
            work.list(target).wish.puts[new] = crossed[id(source), old]
        elif (id(source), old) not in crossed:
            _swap(work, source, old, target, new)
    elif change.kind in ("moved", "reordered"):
        found = work.list(puts[0][0])
        found.item(takes[0][1])
        found.wish.shifts |= {new for _, new in puts}
    elif change.kind == "changed" and not change.parting:
        _swap(work, *takes[0], *puts[0])
    else:
        for plan, old in takes:
            found = work.list(plan)
            found.item(old)
            found.wish.drops.add(old)
        for plan, new in puts:
            found = work.list(plan)
            found.wish.puts[new] = found.plan.after[new]


def _swap(work: _Work, source: ListPlan, old: int, target: ListPlan, new: int) -> None:
    found = work.list(source)
    found.item(old)
    found.wish.swaps[old] = work.list(target).plan.after[new]


def _write(work: _Work, found: _List) -> None:
    wish = found.wish
    if not (wish.drops or wish.swaps or wish.puts or wish.shifts):
        return
    items = tuple(arranged(found.plan, found.current, wish, found.where))
    value = ABSENT if found.plan.gone and not items else items
    _place(work, found.address, found.plan.field, value)
