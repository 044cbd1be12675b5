"""Many addresses of one ladder as paths in its file, found without a walk over siblings."""

from collections.abc import Mapping, Sequence

from laddereditor.model.address import parts, raw_path, sibling_parts, step_of
from laddereditor.model.base import Entity
from laddereditor.model.family import Family
from laddereditor.model.kinds import COLLECTIONS
from laddereditor.model.ladder import Ladder

Path = tuple[str | int, ...]


class Paths:
    """The paths of one ladder; what `raw_path` gives, for many addresses."""

    def __init__(self, ladder: Ladder) -> None:
        self._ladder = ladder
        self._known: dict[str, Mapping[str, int]] = {}

    def path(self, address: str) -> Path:
        """Return the path of an address. Raises NoSuchPlace."""
        pieces = parts(address)
        kind = COLLECTIONS.get(pieces[0]) if len(pieces) > 1 else None
        if kind is None:
            return raw_path(self._ladder, address)
        siblings: Sequence[Entity] = getattr(self._ladder, kind.collection)
        place = self._places(pieces[0], siblings, kind.key).get(pieces[1])
        if place is None:
            return raw_path(self._ladder, address)
        head, rest = (kind.collection, place), pieces[2:]
        family = siblings[place]
        if not rest or not isinstance(family, Family):
            return (*head, *map(step_of, rest))
        if rest[0] in Family.model_fields:
            own = rest[0] == "competencies" and len(rest) > 1
            return raw_path(self._ladder, address) if own else (*head, *map(step_of, rest))
        inner = self._places("/".join(pieces[:2]), family.profiles, "level").get(rest[0])
        if inner is None:
            return raw_path(self._ladder, address)
        return (*head, "profiles", inner, *map(step_of, rest[1:]))

    def _places(self, name: str, siblings: Sequence[Entity], key: str) -> Mapping[str, int]:
        if name not in self._known:
            found = enumerate(sibling_parts(siblings, key))
            self._known[name] = {part: place for place, part in found}
        return self._known[name]
