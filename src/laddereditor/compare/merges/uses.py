"""Whether what a merge takes out is used by what it keeps."""

from collections.abc import Iterable, Sequence

from laddereditor.edits.mapping import references
from laddereditor.model.address import decode_key, encode_key, parts, walk
from laddereditor.model.kinds import COLLECTIONS, by_id
from laddereditor.model.ladder import Ladder


def still_used(ladder: Ladder, dropped: Sequence[str]) -> frozenset[str]:
    """Return the addresses, of those of entries that went, to which something still refers."""
    by_kind: dict[str, set[str]] = {}
    for address in dropped:
        pieces = parts(address)
        if len(pieces) == 2 and pieces[0] in COLLECTIONS and pieces[0] != "families":
            by_kind.setdefault(COLLECTIONS[pieces[0]].name, set()).add(decode_key(pieces[1]))
    used: set[str] = set()
    for kind, gone in by_kind.items():
        missing = gone - by_id(ladder, kind).keys()
        collection = next(name for name, each in COLLECTIONS.items() if each.name == kind)
        used |= {f"{collection}/{encode_key(key)}" for key in _referred(ladder, kind, missing)}
    return frozenset(used)


def _referred(ladder: Ladder, kind: str, keys: Iterable[str]) -> set[str]:
    wanted = set(keys)
    if not wanted:
        return set()
    return {
        key for _, entity in walk(ladder) for _, key in references(entity, kind) if key in wanted
    }
