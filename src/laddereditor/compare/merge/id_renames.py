"""Which id each entry of three ladders is to have, where ids moved, met, or were taken."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from laddereditor.compare.diff.change import Conflict, LadderChange
from laddereditor.compare.merge.merge_context import Forms
from laddereditor.edits.ids import code_parts, unique
from laddereditor.model.address import Address, decode_key, encode_key, parent, parts, walk
from laddereditor.model.kinds import kind_of
from laddereditor.model.ladder import Ladder

_LADDERS = ("base", "ours", "theirs")


@dataclass(frozen=True, slots=True)
class Renames:
    """New ids by address for each of the three ladders, and what a person has to decide."""

    ids: Mapping[str, Mapping[str, str]]  # "base", "ours", "theirs" -> address -> new id
    questions: tuple[Conflict, ...]


@dataclass(slots=True)
class _Plan:
    """What is known of the ids while they are given out; lists are named by base addresses."""

    places: Mapping[str, Mapping[str, str]]  # per side: base address -> address there
    back: Mapping[str, Mapping[str, str]]  # per side: address there -> base address
    taken: dict[str, dict[str, str]] = field(default_factory=dict)  # list -> id -> base address
    final: dict[str, str] = field(default_factory=dict)  # base address -> id
    used: dict[str, set[str]] = field(default_factory=dict)  # list -> ids in any of the ladders
    ids: dict[str, dict[str, str]] = field(default_factory=lambda: {name: {} for name in _LADDERS})
    questions: list[Conflict] = field(default_factory=list)


def planned(
    base: Ladder,
    sides: tuple[Ladder, Ladder],
    steps: tuple[Sequence[LadderChange], Sequence[LadderChange]],
) -> Renames:
    """Return the ids that bring three ladders under the same ones, all at once.

    Ours wins where both renamed an entry. An entry whose id another one took by a rename, or that
    was added under such an id, gets a free one, and a person is asked which it is to have.
    """
    known = [address for address, entity in walk(base) if _has_id(address, entity)]
    held = [
        {address for address, entity in walk(side) if _has_id(address, entity)} for side in sides
    ]
    places = {
        name: _places(known, there, changes)
        for name, there, changes in zip(_LADDERS[1:], held, steps, strict=True)
    }
    back = {
        name: {place: address for address, place in found.items()} for name, found in places.items()
    }
    plan = _Plan(places, back)
    for name, addresses in (("base", known), ("ours", held[0]), ("theirs", held[1])):
        for address in addresses:
            where = _list_in_base(plan, name, address)
            plan.used.setdefault(where, set()).add(_key(address))
    _give_out(plan, known)
    _make_room(plan, dict(zip(_LADDERS[1:], held, strict=True)))
    return Renames(plan.ids, tuple(plan.questions))


def _has_id(address: str, entity: object) -> bool:
    kind = kind_of(entity)
    return kind is not None and kind.key == "id" and "~" not in address


def _key(address: str) -> str:
    return decode_key(parts(address)[-1])


def _places(
    known: Sequence[Address], there: set[Address], changes: Sequence[LadderChange]
) -> dict[str, str]:
    """Return where each entry of the base stands on a side; none for those that are gone."""
    renamed = {change.origin: change.address for change in changes if change.kind == "renamed"}
    targets = set(renamed.values())
    found: dict[str, str] = {}
    for address in known:
        pieces = parts(address)
        place = renamed.get(address)
        if place is None:
            place = address
            if len(pieces) > 2:
                owner = found.get("/".join(pieces[:2]))
                place = "/".join([owner, *pieces[2:]]) if owner else ""
            if place in targets:
                continue
        if Address(place) in there:
            found[address] = place
    return found


def _list_in_base(plan: _Plan, name: str, address: str) -> str:
    """Return which list an entry of a side is in, by the address that it has in the base."""
    owner, _, collection = parent(address).rpartition("/")
    if name == "base" or not owner:
        return parent(address)
    return f"{plan.back[name].get(owner, owner)}/{collection}"


def _give_out(plan: _Plan, known: Sequence[str]) -> None:
    """Give each entry of the base its id: as ours renamed it, else theirs, else its own."""
    wanted = {address: _wanted(plan, address) for address in known}
    for rank in range(3):
        for address in known:
            if wanted[address][1] == rank:
                _give(plan, address, wanted[address][0])
    for address, key in plan.final.items():
        if key != _key(address):
            plan.ids["base"][address] = key
        for name, places in plan.places.items():
            place = places.get(address)
            if place is not None and _key(place) != key:
                plan.ids[name][place] = key


def _wanted(plan: _Plan, address: str) -> tuple[str, int]:
    own = _key(address)
    for rank, name in enumerate(_LADDERS[1:]):
        key = _key(plan.places[name].get(address, address))
        if key != own:
            return key, rank
    return own, 2


def _give(plan: _Plan, address: str, wanted: str) -> None:
    where = parent(address)
    taken = plan.taken.setdefault(where, {})
    own = _key(address)
    ours, theirs = (_key(plan.places[name].get(address, address)) for name in _LADDERS[1:])
    key = wanted
    if key in taken:
        key = own if own not in taken and own != wanted else _free(plan, where, wanted)
    taken[key] = address
    plan.final[address] = key
    both = all(address in plan.places[name] for name in _LADDERS[1:])
    differently = own not in (ours, theirs) and ours != theirs
    if both and (differently or key != wanted):
        _ask(plan, address, key, Forms(own, ours, theirs))


def _ask(plan: _Plan, address: str, key: str, forms: Forms) -> None:
    proposal = None if key == forms.ours else key
    place = _renamed(plan, address, key)
    plan.questions.append(Conflict(place, "id", *forms, proposal, f"{address}/id"))


def _renamed(plan: _Plan, address: str, key: str) -> str:
    """Return the address that an entry of a list named by base addresses has in the end."""
    pieces = parts(address)
    if len(pieces) > 2:
        family = plan.final.get("/".join(pieces[:2]))
        pieces[1] = encode_key(family) if family is not None else pieces[1]
    return "/".join([*pieces[:-1], encode_key(key)])


def _make_room(plan: _Plan, held: Mapping[str, set[Address]]) -> None:
    """Give what a side added under an id that an entry of the base has now a free id."""
    given: dict[tuple[str, str], str] = {}
    for name, addresses in held.items():
        for address in _additions(plan, name, addresses):
            where, key = _list_in_base(plan, name, address), _key(address)
            if key not in plan.taken.get(where, {}):
                continue
            free = given.get((where, key))
            if free is None:
                free = given[where, key] = _free(plan, where, key)
                forms = Forms(None, key, None) if name == "ours" else Forms(None, None, key)
                _ask(plan, f"{where}/{encode_key(key)}~added", free, forms)
            plan.ids[name][address] = free


def _additions(plan: _Plan, name: str, addresses: set[Address]) -> Iterator[Address]:
    yield from sorted(address for address in addresses if address not in plan.back[name])


def _free(plan: _Plan, where: str, key: str) -> str:
    """Return an id that no entry of a list has in any of the ladders: P4 after P3, `baking-2`."""
    used = plan.used.setdefault(where, set()) | plan.taken.get(where, {}).keys()
    code = code_parts(key) if where == "levels" else None
    if code is None:
        free = unique(key, used)
    else:
        numbers = [found[1] for each in used if (found := code_parts(each)) and found[0] == code[0]]
        free = f"{code[0]}{max(numbers, default=0) + 1}"
    plan.used[where].add(free)
    return free
