"""Check whether what a merge removes is used by what it keeps."""

from collections.abc import Iterator, Sequence

from laddereditor.edits.mapping import references
from laddereditor.model.address import Address, walk
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import COLLECTIONS, by_id
from laddereditor.model.ladder import Ladder


def still_used(ladder: Ladder, dropped: Sequence[Address]) -> frozenset[Address]:
    """Return the addresses of removed entries that something still refers to.

    Args:
        ladder: The merged ladder, without the entries.
        dropped: The addresses of the removed entries.
    """
    removed = set(dropped)
    used: set[Address] = set()
    for name, kind in COLLECTIONS.items():
        entity_list = Address(name)
        keys = {address.key for address in removed if address.entity_list == entity_list}
        if not keys:
            continue
        keys -= by_id(ladder, kind.name).keys()
        used |= {entity_list.entry(key) for key in _referred(ladder, kind.name, keys)}
    return frozenset(used | set(_used_in_family(ladder, removed)))


def _referred(ladder: Ladder, kind: str, wanted: set[str]) -> set[str]:
    """Return the ids that something refers to, without references to own competencies."""
    found: set[str] = set()
    own: set[str] = set()
    for _, entity in walk(ladder):
        if isinstance(entity, Family) and kind == "competency":
            own = {competency.id for competency in entity.competencies}
        shadowed = own if isinstance(entity, Profile) else ()
        found |= {
            key for _, key in references(entity, kind) if key in wanted and key not in shadowed
        }
    return found


def _used_in_family(ladder: Ladder, removed: set[Address]) -> Iterator[Address]:
    """Yield the addresses of families' own competencies that were removed but are used."""
    families = by_id(ladder, "family")
    known = by_id(ladder, "competency").keys()
    for address in removed:
        if address.collection != "competencies" or not address.parent:
            continue
        family, key = families.get(address.parent.key), address.key
        if isinstance(family, Family) and key not in known | {c.id for c in family.competencies}:
            profiles = family.profiles
            if any(key == used for p in profiles for _, used in references(p, "competency")):
                yield address
