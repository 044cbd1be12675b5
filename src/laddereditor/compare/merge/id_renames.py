"""Decide the id of each entry of three ladders if ids were renamed, collide or were taken."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from laddereditor.compare.diff.changes.change import Conflict, LadderChange
from laddereditor.compare.merge.merge_context import ThreeWayValue
from laddereditor.edits.ids import code_parts, unique
from laddereditor.model.address import Address, FieldPath, encode_key, walk
from laddereditor.model.kinds import kind_of
from laddereditor.model.ladder import Ladder

_LADDERS = ("base", "ours", "theirs")


@dataclass(frozen=True, slots=True)
class Renames:
    """New ids by address for each of the three ladders, and the conflicts about ids."""

    ids: Mapping[str, Mapping[Address, str]]  # "base", "ours", "theirs" -> address -> new id
    questions: tuple[Conflict, ...]


@dataclass(slots=True)
class _Plan:
    """The state of assigning ids; lists are named by their addresses in the base."""

    places: Mapping[str, Mapping[Address, Address]]  # per side: base address -> address there
    back: Mapping[str, Mapping[Address, Address]]  # per side: address there -> base address
    taken: dict[Address, dict[str, Address]] = field(
        default_factory=dict
    )  # list -> id -> in the base
    final: dict[Address, str] = field(default_factory=dict)  # base address -> id
    used: dict[Address, set[str]] = field(default_factory=dict)  # list -> ids in any of the ladders
    ids: dict[str, dict[Address, str]] = field(
        default_factory=lambda: {name: {} for name in _LADDERS}
    )
    questions: list[Conflict] = field(default_factory=list)


def planned(
    base: Ladder,
    sides: tuple[Ladder, Ladder],
    steps: tuple[Sequence[LadderChange], Sequence[LadderChange]],
) -> Renames:
    """Return the ids that bring three ladders under common ids, all at once.

    If both sides renamed an entry, ours wins. An entry whose id another one took by a rename, or
    that was added under such an id, gets a free id, and a conflict lets people choose.

    Args:
        base: The common ancestor.
        sides: Our ladder and theirs.
        steps: The changes from the base to each side.
    """
    known = [address for address, entity in walk(base) if _has_id(address, entity)]
    own_addresses = [
        {address for address, entity in walk(side) if _has_id(address, entity)} for side in sides
    ]
    places = {
        name: _places(known, there, changes)
        for name, there, changes in zip(_LADDERS[1:], own_addresses, steps, strict=True)
    }
    back = {
        name: {place: address for address, place in found.items()} for name, found in places.items()
    }
    plan = _Plan(places, back)
    for name, addresses in (
        ("base", known),
        ("ours", own_addresses[0]),
        ("theirs", own_addresses[1]),
    ):
        for address in addresses:
            where = _list_in_base(plan, name, address)
            plan.used.setdefault(where, set()).add(address.key)
    _assign_ids(plan, known)
    _make_room(plan, dict(zip(_LADDERS[1:], own_addresses, strict=True)))
    return Renames(plan.ids, tuple(plan.questions))


def _has_id(address: Address, entity: object) -> bool:
    kind = kind_of(entity)
    return kind is not None and kind.key == "id" and "~" not in address


def _places(
    known: Sequence[Address], there: set[Address], changes: Sequence[LadderChange]
) -> dict[Address, Address]:
    """Return the address of each entry of the base on a side, without removed entries."""
    renamed = {change.origin: change.address for change in changes if change.kind == "renamed"}
    targets = set(renamed.values())
    found: dict[Address, Address] = {}
    for address in known:
        place = renamed.get(address)
        if place is None:
            place = _with_family(address, found)
            if place in targets:
                continue
        if place in there:
            found[address] = place
    return found


def _with_family(address: Address, found: Mapping[Address, Address]) -> Address:
    """Return the address of an entry inside its family's address on a side; "" if that is gone."""
    if not address.parent:
        return address
    family = found.get(address.parent)
    return family.list_of(address.collection).entry(address.key) if family else Address()


def _list_in_base(plan: _Plan, name: str, address: Address) -> Address:
    """Return the list of a side's entry, by its address in the base."""
    if name == "base" or not address.parent:
        return address.entity_list
    return plan.back[name].get(address.parent, address.parent).list_of(address.collection)


def _assign_ids(plan: _Plan, known: Sequence[Address]) -> None:
    """Assign each entry of the base its id: our new id, else their new id, else its own."""
    wanted = {address: _wanted(plan, address) for address in known}
    for rank in range(3):
        for address in known:
            if wanted[address][1] == rank:
                _assign_id(plan, address, wanted[address][0])
    for address, key in plan.final.items():
        if key != address.key:
            plan.ids["base"][address] = key
        for name, places in plan.places.items():
            place = places.get(address)
            if place is not None and place.key != key:
                plan.ids[name][place] = key


def _wanted(plan: _Plan, address: Address) -> tuple[str, int]:
    own = address.key
    for rank, name in enumerate(_LADDERS[1:]):
        key = plan.places[name].get(address, address).key
        if key != own:
            return key, rank
    return own, 2


def _assign_id(plan: _Plan, address: Address, wanted: str) -> None:
    where = address.entity_list
    taken = plan.taken.setdefault(where, {})
    own = address.key
    ours, theirs = (plan.places[name].get(address, address).key for name in _LADDERS[1:])
    key = wanted
    if key in taken:
        key = own if own not in taken and own != wanted else _free(plan, where, wanted)
    taken[key] = address
    plan.final[address] = key
    both = all(address in plan.places[name] for name in _LADDERS[1:])
    differently = own not in (ours, theirs) and ours != theirs
    if both and (differently or key != wanted):
        _ask(plan, address, key, ThreeWayValue(own, ours, theirs))


def _ask(plan: _Plan, address: Address, key: str, forms: ThreeWayValue) -> None:
    proposal = None if key == forms.ours else key
    place = _renamed(plan, address, key)
    plan.questions.append(Conflict(place, FieldPath("id"), *forms, proposal, f"{address}/id"))


def _renamed(plan: _Plan, address: Address, key: str) -> Address:
    """Return the final address of an entry of a list that is named by its base address."""
    family = plan.final.get(address.parent)
    if family is None:
        return address.entity_list.entry(key)
    return address.parent.entity_list.entry(family).list_of(address.collection).entry(key)


def _make_room(plan: _Plan, own_addresses: Mapping[str, set[Address]]) -> None:
    """Assign a free id to an added entry whose id an entry of the base has now."""
    given: dict[tuple[Address, str], str] = {}
    for name, addresses in own_addresses.items():
        for address in _additions(plan, name, addresses):
            where, key = _list_in_base(plan, name, address), address.key
            if key not in plan.taken.get(where, {}):
                continue
            free = given.get((where, key))
            if free is None:
                free = given[where, key] = _free(plan, where, key)
                forms = (
                    ThreeWayValue(None, key, None)
                    if name == "ours"
                    else ThreeWayValue(None, None, key)
                )
                _ask(plan, where.at(f"{encode_key(key)}~added"), free, forms)
            plan.ids[name][address] = free


def _additions(plan: _Plan, name: str, addresses: set[Address]) -> Iterator[Address]:
    yield from sorted(address for address in addresses if address not in plan.back[name])


def _free(plan: _Plan, where: Address, key: str) -> str:
    """Return an id that is free in a list of all ladders: P4 after P3, `baking-2`."""
    used = plan.used.setdefault(where, set()) | plan.taken.get(where, {}).keys()
    code = code_parts(key) if where == "levels" else None
    if code is None:
        free = unique(key, used)
    else:
        numbers = [found[1] for each in used if (found := code_parts(each)) and found[0] == code[0]]
        free = f"{code[0]}{max(numbers, default=0) + 1}"
    plan.used[where].add(free)
    return free
