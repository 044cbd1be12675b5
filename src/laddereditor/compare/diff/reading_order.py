"""The order in which changes are told: that of the ladder, from top to bottom."""

from collections.abc import Iterable, Sequence

from laddereditor.compare.diff.change import LadderChange
from laddereditor.model.address import parts, sibling_parts
from laddereditor.model.base import Entity
from laddereditor.model.family import Family, Profile
from laddereditor.model.fields import field_specs
from laddereditor.model.kinds import COLLECTIONS
from laddereditor.model.ladder import Ladder

_KINDS = ("renamed", "moved", "reordered", "changed", "added", "removed")
_OWN = "competencies"
_COLLECTIONS = list(COLLECTIONS)
Ranks = dict[str, dict[str, float]]  # place of a list -> address part -> rank in it


def in_reading_order(
    changes: Iterable[LadderChange], old: Ladder, new: Ladder
) -> tuple[LadderChange, ...]:
    """Return changes as they are read in the new ladder; what is gone stands where it was."""
    listed = tuple(changes)
    if len(listed) < 2:
        return listed
    ranks: Ranks = {}
    return tuple(sorted(listed, key=lambda change: _key(change, old, new, ranks)))


def _key(change: LadderChange, old: Ladder, new: Ladder, ranks: Ranks) -> tuple[object, ...]:
    return (
        *_place(parts(change.address), old, new, ranks),
        *_field(change),
        _KINDS.index(change.kind),
    )


def _place(pieces: list[str], old: Ladder, new: Ladder, ranks: Ranks) -> tuple[float, ...]:
    if len(pieces) < 2:
        return (-1.0, 0.0, 0.0, 0.0)
    collection, part, *rest = pieces
    outer = ranks.get(collection)
    if outer is None:
        outer = _ranks(getattr(old, collection), getattr(new, collection), _key_of(collection))
        ranks[collection] = outer
    head = (float(_COLLECTIONS.index(collection)), outer.get(part, len(outer)))
    if not rest:
        return (*head, 0.0, 0.0)
    own = rest[0] == _OWN and len(rest) > 1
    name = f"{collection}/{part}" + (f"/{_OWN}" if own else "")
    if name not in ranks:
        olds, news = _inside(old, part, own, ranks), _inside(new, part, own, ranks)
        ranks[name] = _ranks(olds, news, "id" if own else "level")
    return (*head, 1.0 if own else 2.0, ranks[name].get(rest[-1], len(ranks[name])))


def _key_of(collection: str) -> str:
    return COLLECTIONS[collection].key


def _inside(ladder: Ladder, part: str, own: bool, ranks: Ranks) -> Sequence[Entity]:
    name = f"of {id(ladder)}"
    if name not in ranks:
        places = enumerate(sibling_parts(ladder.families, "id"))
        ranks[name] = {part: float(place) for place, part in places}
    place = ranks[name].get(part)
    if place is None:
        return ()
    family = ladder.families[int(place)]
    return family.competencies if own else family.profiles


def _ranks(olds: Sequence[Entity], news: Sequence[Entity], key: str) -> dict[str, float]:
    """Return the rank of each entry; one that is gone follows the one it stood behind."""
    ranks = {part: float(place) for place, part in enumerate(sibling_parts(news, key))}
    last = -1.0
    for part in sibling_parts(olds, key) if olds is not news else ():
        if part in ranks:
            last = ranks[part]
        else:
            ranks[part] = last = last + 1e-6
    return ranks


_FIELDS = {collection: list(field_specs(kind.entity)) for collection, kind in COLLECTIONS.items()}
_INNER = {"": list(field_specs(Ladder)), "profile": list(field_specs(Profile))}
_FAMILY = list(field_specs(Family))


def _field(change: LadderChange) -> tuple[object, ...]:
    if change.detail.whole or not change.field:
        return (-1, 0, "")
    pieces = parts(change.field)
    names = _fields_of(parts(change.address))
    rank = names.index(pieces[0]) if pieces[0] in names else len(names)
    numbers = [int(piece) for piece in pieces if piece.isdigit()]
    return (rank, numbers[-1] if numbers else 0, change.field)


def _fields_of(pieces: list[str]) -> list[str]:
    if not pieces:
        return _INNER[""]
    if len(pieces) > 2:
        return _FIELDS[_OWN] if pieces[2] == _OWN and len(pieces) > 3 else _INNER["profile"]
    return _FIELDS[pieces[0]]
