"""Measure how many references to one id are now to another id."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from laddereditor.compare.diff.matching.entity_similarity import best_pairs
from laddereditor.edits.mapping import references
from laddereditor.model.address import Address, listed_at
from laddereditor.model.base import Entity
from laddereditor.model.family import Family
from laddereditor.model.kinds import entity_name, key_of
from laddereditor.model.ladder import Ladder

E = TypeVar("E", bound=Entity)
_MAX_COMPARED = 200  # pairs of entries; a bound for the time


def following(old: Ladder, new: Ladder, kind: str) -> Callable[[str, str], float | None]:
    """Return a function that gives the share of references to an old id now to a new id.

    The references are counted when the function is first called.

    Args:
        old: The old ladder.
        new: The new ladder.
        kind: The kind of the entries that the ids are of.

    Returns:
        Old id, new id -> share from 0 to 1, or None if nothing refers to the old id.
    """
    if kind in ("family", "profile"):  # nothing refers to them
        return lambda *_: None
    counts: Counter[str] = Counter()
    turned: Counter[tuple[str, str]] = Counter()
    counted = False

    def share(one: str, other: str) -> float | None:
        nonlocal counted
        if not counted:
            counted = True
            _count(_holders(old, new, kind), kind, counts, turned)
        return turned[one, other] / counts[one] if counts[one] else None

    return share


def _count(
    holders: Iterator[tuple[Entity, Entity]],
    kind: str,
    counts: Counter[str],
    turned: Counter[tuple[str, str]],
) -> None:
    for old, new in holders:
        before = {key for _, key in references(old, kind)}
        counts.update(before)
        if old is new or not before:
            continue
        after = {key for _, key in references(new, kind)}
        turned.update((one, other) for one in before - after for other in after - before)


def _holders(old: Ladder, new: Ladder, kind: str) -> Iterator[tuple[Entity, Entity]]:
    """Yield entries that may refer to a kind, each with its counterpart in the new ladder."""
    yield from _matched(old.levels, new.levels)
    yield from _matched(old.skills, new.skills)
    for one, other in _matched(old.families, new.families):
        assert isinstance(one, Family)
        assert isinstance(other, Family)
        yield one, other
        yield from _matched(one.profiles, other.profiles)


def kept_old_ids(old: Ladder, new: Ladder, kind: str) -> Callable[[Mapping[str, str]], bool]:
    """Return a function that says whether references stayed with their old ids.

    Args:
        old: The old ladder.
        new: The new ladder.
        kind: The kind of the entries that the ids are of.

    Returns:
        A function that takes old ids with the new ids that may replace them, all at once.
    """

    def keeps_old_ids(names: Mapping[str, str]) -> bool:
        # A level is identified by its profiles, a track by its levels, whose codes may move.
        if kind in ("family", "profile", "level", "track"):
            return False
        by_id = followed = 0
        for one, other in _counterparts(old, new):
            before, after = _referred(one, kind), Counter(_referred(other, kind))
            by_id += (Counter(before) & after).total()
            moved = Counter((names.get(key, key), value) for key, value in before)
            followed += (moved & after).total()
        return by_id > followed

    return keeps_old_ids


def _counterparts(old: Ladder, new: Ladder) -> Iterator[tuple[Entity, Entity]]:
    """Yield entries that may refer to others with their counterparts, matched by name."""
    levels = list(_named_alike(old.levels, new.levels))
    yield from levels
    yield from _named_alike(old.skills, new.skills)
    codes = {key_of(one): key_of(other) for one, other in levels}
    for one, other in _named_alike(old.families, new.families):
        assert isinstance(one, Family)
        assert isinstance(other, Family)
        profiles = {profile.level: profile for profile in other.profiles}
        for profile in one.profiles:
            found = profiles.get(codes.get(profile.level, profile.level))
            if found is not None:
                yield profile, found


def _named_alike(old_items: Sequence[E], new_items: Sequence[E]) -> Iterator[tuple[E, E]]:
    """Yield entries with those of the same name, or of the same id if names are ambiguous."""
    known = {key_of(entity): entity for entity in new_items}
    often = [Counter(entity_name(entity) for entity in each) for each in (old_items, new_items)]
    named = {entity_name(entity): entity for entity in new_items}
    for entity in old_items:
        name = entity_name(entity)
        is_unique = bool(name) and all(count[name] == 1 for count in often)
        found = named[name] if is_unique else known.get(key_of(entity))
        if found is not None:
            yield entity, found


def _referred(entity: Entity, kind: str) -> list[tuple[str, str]]:
    """Return the ids that an entity refers to, with the texts under them."""
    found = []
    for path, key in references(entity, kind):
        value = getattr(entity, path.name)
        found.append((key, repr(value[key]) if isinstance(value, Mapping) else ""))
    return found


def _matched(old_items: Sequence[E], new_items: Sequence[E]) -> Iterator[tuple[E, E]]:
    """Yield entries with their counterparts: by id, else in order, else by similarity."""
    known = {key_of(entity): entity for entity in new_items}
    left: list[E] = []
    for entity in old_items:
        found = known.pop(key_of(entity), None)
        if found is None:
            left.append(entity)
        else:
            yield entity, found
    right = list(known.values())
    if len(left) == len(right):
        yield from zip(left, right, strict=True)
    elif left and right and len(left) * len(right) <= _MAX_COMPARED:
        for old, new in best_pairs(left, right, lambda *_: None, lambda *_: False):
            yield left[old], right[new]


def counted_references(ladder: Ladder) -> Callable[[str, str, Address], int]:
    """Return a function that counts the references to an id.

    Its arguments are the kind, the id, and "" or the family that owns it. All references to a kind
    are counted together when the first of them is needed.
    """
    known: dict[tuple[str, Address], Counter[str]] = {}

    def count(kind: str, key: str, family: Address) -> int:
        if (kind, family) not in known:
            holders = _referring(ladder, family)
            known[kind, family] = Counter(
                counts for entity in holders for _, counts in references(entity, kind)
            )
        return known[kind, family][key]

    return count


def _referring(ladder: Ladder, family: Address) -> Iterator[Entity]:
    if not family:
        yield from ladder.levels
        yield from ladder.skills
    for address, owner in listed_at(Address("families"), ladder.families):
        if family in ("", address):
            yield owner
            yield from owner.profiles
