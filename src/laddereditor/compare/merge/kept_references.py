"""Whether what a merge takes out is used by what it keeps."""

from collections.abc import Iterator, Sequence

from laddereditor.edits.mapping import references
from laddereditor.model.address import decode_key, encode_key, parts, walk
from laddereditor.model.family import Family, Profile
from laddereditor.model.kinds import COLLECTIONS, by_id
from laddereditor.model.ladder import Ladder


def still_used(ladder: Ladder, dropped: Sequence[str]) -> frozenset[str]:
    """Return the addresses, of those of entries that went, to which something still refers."""
    gone = set(dropped)
    used: set[str] = set()
    for name, kind in COLLECTIONS.items():
        if kind.name == "family" or not any(address.startswith(f"{name}/") for address in gone):
            continue
        ids = by_id(ladder, kind.name).keys()
        keys = {decode_key(address.partition("/")[2]) for address in gone if _is_in(address, name)}
        if keys - ids:
            used |= {
                f"{name}/{encode_key(key)}" for key in _referred(ladder, kind.name, keys - ids)
            }
    return frozenset(used | set(_used_in_family(ladder, gone)))


def _is_in(address: str, collection: str) -> bool:
    pieces = parts(address)
    return len(pieces) == 2 and pieces[0] == collection


def _referred(ladder: Ladder, kind: str, wanted: set[str]) -> set[str]:
    """Return the ids to which something refers; a family's own competency is another one."""
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


def _used_in_family(ladder: Ladder, gone: set[str]) -> Iterator[str]:
    """Yield the addresses of families' own competencies that went and are used there."""
    families = by_id(ladder, "family")
    known = by_id(ladder, "competency").keys()
    for address in gone:
        pieces = parts(address)
        if len(pieces) != 4 or pieces[2] != "competencies":
            continue
        family, key = families.get(decode_key(pieces[1])), decode_key(pieces[3])
        if isinstance(family, Family) and key not in known | {c.id for c in family.competencies}:
            profiles = family.profiles
            if any(key == held for p in profiles for _, held in references(p, "competency")):
                yield address
