"""Take parts of a ladder to start another one, and find the same parts in a later version of it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from laddereditor.edits.edit import EditRefused
from laddereditor.edits.ids import slug
from laddereditor.edits.needed import needed
from laddereditor.edits.words import existing
from laddereditor.model.address import Address, FieldPath
from laddereditor.model.base import Entity, evolve
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import KINDS, SHARED_KINDS, by_id, entities, key_of, kind_of
from laddereditor.model.ladder import BasedOn, Ladder
from laddereditor.model.parents import families_above

_OF_THE_LADDER = (  # what a ladder says of itself, which is not taken from a base
    "id",
    "name",
    "organization",
    "version",
    "status",
    "effective",
    "description",
    "notes",
    "based_on",
    "comments",
    "checks",
    "history",
)


@dataclass
class _Chosen:
    """The ids of what is taken, by kind; profiles by family, with the items taken of each."""

    shared: dict[str, set[str]] = field(default_factory=lambda: {k: set() for k in SHARED_KINDS})
    profiles: dict[str, dict[str, set[FieldPath] | None]] = field(default_factory=dict)


def new_from(base: Ladder, addresses: Iterable[Address], name: str, digest: str) -> Ladder:
    """Return a ladder that is built from parts of another one.

    Args:
        base: The other ladder, at a published version.
        addresses: The parts: families, profiles, levels, skills …, or statements of profiles. What
            they refer to is taken too.
        name: The name of the new ladder.
        digest: The digest of the other ladder's file.

    Raises:
        EditRefused: Nothing is chosen, or a part does not exist.
    """
    taken = parts_of(base, addresses)
    values: dict[str, Any] = {
        key: Ladder.model_fields[key].default for key in _OF_THE_LADDER if key != "organization"
    }
    based_on = BasedOn(ladder=base.id, version=base.version, digest=digest)
    values |= {"id": slug(name, "ladder"), "name": name, "version": "0.1.0", "status": "draft"}
    return evolve(taken, **{**values, "based_on": based_on})


def parts_of(base: Ladder, addresses: Iterable[Address]) -> Ladder:
    """Return a ladder with some of its parts and what these refer to; the entries are the same.

    A sub-family brings the families above it, with their profiles at the same levels.

    Args:
        base: The ladder.
        addresses: The parts, as in `new_from`.

    Raises:
        EditRefused: Nothing is chosen, or a part does not exist.
    """
    chosen = _Chosen()
    for address in addresses:
        _choose(base, address, chosen)
    if not any(chosen.shared.values()) and not chosen.profiles:
        raise EditRefused("Nothing is chosen. Choose at least one entry.")
    _add_families_above(base, chosen)
    families = tuple(_families(base, chosen))
    _add_needed(base, families, chosen)
    lists = {
        KINDS[kind].collection: tuple(one for one in entities(base, kind) if key_of(one) in ids)
        for kind, ids in chosen.shared.items()
    }
    if chosen.shared["proficiency"]:
        lists["proficiencies"] = base.proficiencies  # a scale has all its steps
    return evolve(base, **lists, families=families)


def _choose(base: Ladder, address: Address, chosen: _Chosen) -> None:
    owner = address.owner
    entity, kind = existing(base, owner), owner.kind
    if kind is None:
        raise EditRefused("Choose entries of the ladder.")
    if isinstance(entity, Family):
        chosen.profiles.setdefault(entity.id, {}).update(
            {profile.level: None for profile in entity.profiles}
        )
    elif isinstance(entity, Profile):
        levels = chosen.profiles.setdefault(owner.parent.key, {})
        items = levels.setdefault(entity.level, set())
        if not address.field:
            levels[entity.level] = None
        elif items is not None:
            items.add(address.field)
    elif owner.parent:  # a family's own competency comes with the family
        chosen.profiles.setdefault(owner.parent.key, {})
    else:
        chosen.shared[kind.name].add(key_of(entity))


def _add_families_above(base: Ladder, chosen: _Chosen) -> None:
    for family in base.families:
        levels = chosen.profiles.get(family.id)
        for above in families_above(base, family) if levels is not None else ():
            known = chosen.profiles.setdefault(above.id, {})
            known.update(
                {one.level: None for one in above.profiles if levels and one.level in levels}
            )


def _families(base: Ladder, chosen: _Chosen) -> Iterator[Family]:
    for family in base.families:
        levels = chosen.profiles.get(family.id)
        if levels is None:
            continue
        profiles = tuple(
            _taken(profile, levels[profile.level])
            for profile in family.profiles
            if profile.level in levels
        )
        same = len(profiles) == len(family.profiles) and all(
            one is other for one, other in zip(profiles, family.profiles, strict=True)
        )
        yield family if same else evolve(family, profiles=profiles)


def _taken(profile: Profile, items: set[FieldPath] | None) -> Profile:
    """Return a profile, or a new one with only some items of its lists."""
    if items is None:
        return profile
    values: dict[str, Any] = {"level": profile.level}
    for path in sorted(items, key=_order):
        held = getattr(profile, path.name)
        if isinstance(held, Mapping):
            inner = held[path.key]
            item = inner[int(path.last)]
            entries = values.setdefault(path.name, {})
            entries[path.key] = (*entries.get(path.key, ()), item)
        else:
            values[path.name] = (*values.get(path.name, ()), held[int(path.last)])
    return Profile.model_validate(values)


def _order(path: FieldPath) -> tuple[str, int]:
    return str(path.above), int(path.last)


def _add_needed(base: Ladder, families: Iterable[Family], chosen: _Chosen) -> None:
    """Add what is referred to, by families and by what is taken for them, to what is taken."""
    entries: list[tuple[Entity, None]] = [(one, None) for one in families]
    for kind, ids in chosen.shared.items():
        entries += [(one, None) for key, one in by_id(base, kind).items() if key in ids]
    for one in needed(base, entries, SHARED_KINDS):
        found = kind_of(one.entity)
        if found and not one.is_own:
            chosen.shared[found.name].add(key_of(one.entity))


def with_base(ladder: Ladder, version: str, digest: str) -> Ladder:
    """Return a ladder that is based on another version of its base.

    Args:
        ladder: The ladder.
        version: The version of the base.
        digest: The digest of that version's file.
    """
    if ladder.based_on is None:
        return ladder
    return evolve(ladder, based_on=evolve(ladder.based_on, version=version, digest=digest))


# -- what a ladder has of its base --------------------------------------------------------------


def in_common(ours: Ladder, old: Ladder, version: Ladder) -> Ladder:
    """Return what a version of the base has of what a ladder took from it.

    These are the entries that the ladder has of the version that it was built from. Where it took
    all profiles of a family, or all levels, those that the base has added are among them too. What
    a ladder says of itself is that of the ladder.

    Args:
        ours: The ladder that is based on another one.
        old: The version of the base that it was built from.
        version: The version that is looked at: the same, or a newer one.
    """
    addresses = [*_shared_in_common(ours, old, version), *_profiles_in_common(ours, old, version)]
    found = parts_of(version, addresses) if addresses else evolve(version, **_EMPTY)
    own = {name: getattr(ours, name) for name in (*_OF_THE_LADDER, "language", "laddereditor")}
    return evolve(found, **own)


_EMPTY: dict[str, Any] = {kind.collection: () for kind in KINDS.values() if kind.name != "profile"}


def _shared_in_common(ours: Ladder, old: Ladder, version: Ladder) -> Iterator[Address]:
    for kind in SHARED_KINDS:
        mine, was = (set(map(key_of, entities(one, kind))) for one in (ours, old))
        takes_all = kind == "level" and was <= mine
        for one in entities(version, kind):
            key = key_of(one)
            if key in mine & was or (takes_all and key not in was):
                yield Address(KINDS[kind].collection).entry(key)


def _profiles_in_common(ours: Ladder, old: Ladder, version: Ladder) -> Iterator[Address]:
    mine, was = (_levels(one) for one in (ours, old))
    for family in version.families:
        here, there = mine.get(family.id), was.get(family.id)
        if here is None or there is None:
            continue
        address = Address("families").entry(family.id)
        takes_all = there <= here
        for profile in family.profiles:
            is_new = profile.level not in there
            if (profile.level in here and not is_new) or (takes_all and is_new):
                yield address.entry(profile.level)


def _levels(ladder: Ladder) -> dict[str, set[str]]:
    return {one.id: {each.level for each in one.profiles} for one in ladder.families}
