"""The entries and lists of a ladder that changes affect, while they are applied."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from laddereditor.compare.diff.applying.accepted_findings import found_accepted
from laddereditor.compare.diff.applying.renamed_ids import IdsByKind, renamed_plan, used_ids
from laddereditor.compare.diff.changes.list_plan import (
    DoesNotFit,
    ListChange,
    ListPlan,
    RenamedId,
    present_places,
)
from laddereditor.edits.edit import EditRefused, follow
from laddereditor.edits.path_values import exact_at
from laddereditor.model.address import Address, NoSuchPlace
from laddereditor.model.base import Entity
from laddereditor.model.ladder import Ladder
from laddereditor.model.naming import place_words


@dataclass(eq=False, slots=True)
class WorkingList:
    """A list of the ladder as it is, and its planned change."""

    address: Address
    plan: ListPlan
    current: tuple[Any, ...]
    where: list[int | None]
    change: ListChange = field(default_factory=ListChange)

    def item(self, old: int) -> Any:
        """Return the present state of an item of the plan.

        Raises:
            DoesNotFit: The item is gone.
        """
        place = self.where[old]
        if place is None:
            raise DoesNotFit(old)
        return self.current[place]


@dataclass(eq=False, slots=True)
class ApplyContext:
    """The ladder, its entries changed so far, and the lists that changes affect."""

    ladder: Ladder
    moved: Mapping[Address, Address]
    names: tuple[RenamedId, ...]
    entries: dict[Address, Entity] = field(default_factory=dict)
    lists: dict[int, WorkingList] = field(default_factory=dict)
    forced: dict[Address, IdsByKind] = field(default_factory=dict)

    def entry(self, address: Address) -> Entity:
        """Return the present state of an entry.

        Raises:
            NoSuchPlace: The ladder has no such entry.
        """
        return self.entries.get(address) or address.entity(self.ladder)

    def used_ids(self, address: Address) -> IdsByKind:
        """Return the ids that this ladder uses instead of those in the changes."""
        family = address.family
        if family not in self.forced:
            self.forced[family] = used_ids(self.ladder, self.names, family)
        return self.forced[family]

    def find(self, was: Address, address: Address) -> Address:
        """Return the present address of an entry, given its old and its new address."""
        for place in (follow(was, self.moved), address):
            try:
                place.entity(self.ladder)
            except NoSuchPlace:
                continue
            return place
        raise EditRefused(
            f"{place_words(self.ladder, address)} is not in this ladder. "
            "Also take the change that adds it, or compare again."
        )

    def list(self, plan: ListPlan) -> WorkingList:
        """Return the list of a plan."""
        if id(plan) not in self.lists:
            address = self.find(plan.was, plan.address)
            entry = self.entry(address)
            own = renamed_plan(type(entry), plan, self.used_ids(plan.address))
            value = exact_at(entry, own.field)
            current = value if isinstance(value, tuple) else ()
            where = present_places(own.before, current)
            if own.old_items:
                where = found_accepted(own, current, self.moved)
            self.lists[id(plan)] = WorkingList(address, own, current, where)
        return self.lists[id(plan)]
